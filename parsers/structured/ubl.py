"""A UBL 2.x Order, OrderChange or OrderCancellation (Peppol's among them) -> Reading."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from desk.reading import Kind, Party, Reading
from parsers import numbers
from parsers.structured import edifact_codes, markup, proving
from parsers.structured.draft import Draft, Item, address
from parsers.structured.xmlsafe import Node

_SPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
_ORDERS = {
    "Order": Kind.PURCHASE_ORDER, "OrderChange": Kind.ORDER_CHANGE, "OrderCancellation": Kind.ORDER_CANCELLATION,
}  # fmt: skip
_OTHERS = {
    "OrderResponse": Kind.SUPPLIER_ACKNOWLEDGEMENT, "OrderResponseSimple": Kind.SUPPLIER_ACKNOWLEDGEMENT,
    "Invoice": Kind.SUPPLIER_INVOICE, "CreditNote": Kind.SUPPLIER_INVOICE, "SelfBilledInvoice": Kind.SUPPLIER_INVOICE,
    "DespatchAdvice": Kind.SHIP_NOTICE, "RemittanceAdvice": Kind.REMITTANCE,
    "RequestForQuotation": Kind.INQUIRY,
}  # fmt: skip
_GTIN = "0160"  # ISO 6523 code list: GS1 trade item number


def is_mine(root: Node) -> bool:
    """A document of UBL, of any kind."""
    return root.space.startswith(_SPACE)


def read(root: Node, *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """What a document says. Raises XmlError at the first element that the standard does not allow."""
    kind = _ORDERS.get(root.name)
    if kind is None:
        return Reading(_OTHERS.get(root.name, Kind.OTHER))
    one = Draft(part, kind)
    _header(one, root)
    lines = list(root.all("OrderLine"))
    if not lines and kind is Kind.PURCHASE_ORDER:
        raise root.broken("OrderLine is missing; the standard makes at least one mandatory")
    one.items = [item for line in lines for item in _line(one, line)]
    _sums(one, root)
    markup.currency(one, list(_amounts(root)), "currencyID")
    if kind is Kind.ORDER_CHANGE:
        _changes(one, lines)
    return proving.reading((one,), ours=ours)


def _header(one: Draft, root: Node) -> None:
    number, day = root.need("ID"), root.need("IssueDate")
    if one.kind is Kind.PURCHASE_ORDER:
        one.say("po_number", number.said, number.shown)
        one.say("order_date", day.day(), day.shown)
    else:
        # A change and a cancellation have a number and a day of their own, and name the order they are about.
        about = root.need("OrderReference/ID")
        one.say("po_number", about.said, about.shown)
        placed = root.find("OrderReference/IssueDate")
        if placed:
            one.say("order_date", placed.day(), placed.shown)
    kind = root.words("OrderTypeCode")
    if kind in edifact_codes.TYPES:
        what = edifact_codes.TYPES[kind]
        one.doubt("kind", f"Are goods ordered by this alone? The message calls itself {what} (OrderTypeCode).")
    code = root.first("DocumentCurrencyCode", "PricingCurrencyCode")
    if code:
        one.say("currency", code.said, code.shown)
    for name, paths in (
        ("instructions", ("Note", "CancellationNote", "Delivery/SpecialInstructions")),
        ("payment_terms", ("PaymentTerms/Note",)),
        ("shipping_terms", ("DeliveryTerms/ID", "DeliveryTerms/SpecialTerms")),
    ):
        for node in (node for path in paths for node in root.all(path)):
            one.note(name, node.said, node.shown)
    _parties(one, root)


def _parties(one: Draft, root: Node) -> None:
    for role, path in (
        ("buyer", "BuyerCustomerParty/Party"), ("vendor", "SellerSupplierParty/Party"),
        ("bill_to", "AccountingCustomerParty/Party"),
    ):  # fmt: skip
        node = root.find(path)
        if node:
            one.party(role, _party(node), node.shown)
    if one.order.buyer is None:
        one.doubt("buyer.name", "Who orders? The message names no buyer (BuyerCustomerParty).")
    deliveries = list(root.all("Delivery"))
    if deliveries:
        one.party("ship_to", _place(deliveries[0]), deliveries[0].shown)
        wanted = _wanted(deliveries[0])
        if wanted:
            one.say("requested_date", wanted.day(), wanted.shown)
    if len(deliveries) > 1:
        one.doubt("ship_to", f"Which goods go where? The order names {len(deliveries)} deliveries for all its lines.")


def _party(node: Node) -> Party:
    name = node.first("PartyName/Name", "PartyLegalEntity/RegistrationName")
    code = node.first("PartyIdentification/ID", "EndpointID", "PartyLegalEntity/CompanyID")
    where = node.find("PostalAddress") or node.find("PartyLegalEntity/RegistrationAddress")
    return Party(
        name=name.said if name else None,
        id=code.said if code else None,
        contact=node.words("Contact/Name") or None,
        email=node.words("Contact/ElectronicMail") or None,
        address=_address(where),
    )


def _address(node: Node | None) -> str | None:
    if node is None:
        return None
    names = ("StreetName", "BuildingNumber", "AdditionalStreetName", "Postbox", "AddressLine/Line", "CityName",
             "PostalZone", "CountrySubentity", "Country/IdentificationCode")  # fmt: skip
    return address([line.said for name in names for line in node.all(name)])


def _place(node: Node) -> Party:
    """Where a delivery goes: its party, at its location."""
    to = node.find("DeliveryParty")
    who = _party(to) if to else Party()
    code, name = node.first("DeliveryLocation/ID"), node.first("DeliveryLocation/Name", "DeliveryLocation/Description")
    where = _address(node.find("DeliveryLocation/Address") or node.find("DeliveryAddress"))
    return Party(
        name=who.name or (name.said if name else None),
        id=code.said if code else who.id,
        contact=who.contact,
        email=who.email,
        address=where or who.address,
    )


def _wanted(delivery: Node) -> Node | None:
    return delivery.first(
        "RequestedDeliveryPeriod/StartDate", "RequestedDeliveryPeriod/EndDate", "RequestedDeliveryDate"
    )


def _line(one: Draft, node: Node) -> list[Item]:
    """An OrderLine: itself, or one for each of its deliveries where those share its quantity."""
    said = node.need("LineItem")
    item = Item()
    number = said.need("ID")
    item.say("number", number.said, number.shown)
    quantity = said.find("Quantity")
    if quantity:
        item.say("quantity", quantity.number(), quantity.shown)
        item.say("unit", quantity.attributes.get("unitCode", "").strip(), quantity.shown)
    _price(item, said)
    _product(item, said.need("Item"))
    _adjust(one, said, item)
    for note in (*node.all("Note"), *said.all("Note")):
        one.note("instructions", f"Line {item.line.number}: {note.said}", note.shown)
    return _delivered(one, item, list(said.all("Delivery")))


def _price(item: Item, said: Node) -> None:
    price, basis = said.find("Price/PriceAmount"), said.find("Price/BaseQuantity")
    if price:
        item.say("unit_price", price.number(), price.shown)
    if basis and basis.said:
        per = basis.number()
        if per <= 0:
            raise basis.broken("a price for no units or fewer; a basis above zero was expected")
        item.say("price_per", per if per != 1 else None, basis.shown)
        item.basis = basis.attributes.get("unitCode", "").strip()
    amount = said.find("LineExtensionAmount")
    if amount:
        item.say("amount", amount.number(), amount.shown)


def _product(item: Item, node: Node) -> None:
    for name, path in (
        ("sku", "SellersItemIdentification/ID"), ("buyer_sku", "BuyersItemIdentification/ID"),
    ):  # fmt: skip
        code = node.first(path)
        if code:
            item.say(name, code.said, code.shown)
    standard = node.first("StandardItemIdentification/ID")
    if standard and standard.attributes.get("schemeID", _GTIN) in {_GTIN, "GTIN", "EAN", "SRV"}:
        item.say("gtin", standard.said, standard.shown)
    for path in ("Name", "Description"):
        for words in node.all(path):
            if words.said.casefold() not in (item.line.description or "").casefold():
                item.note("description", words.said, words.shown)
    for extra in node.all("AdditionalItemProperty"):
        if markup.is_variant(extra.words("Name")):
            item.note("variant", extra.words("Value"), extra.shown, between=" / ")
    if item.line.sku is None and item.line.buyer_sku is None and item.line.gtin is None:
        code = node.first("ManufacturersItemIdentification/ID", "StandardItemIdentification/ID")
        item.say("sku", code.said if code else None, code.shown if code else "")


def _delivered(one: Draft, item: Item, deliveries: Sequence[Node]) -> list[Item]:
    shares: list[tuple[Decimal, Node, dict[str, object]]] = []
    for node in deliveries:
        wanted, place = _wanted(node), _place(node)
        where: dict[str, object] = {"requested_date": wanted.day()} if wanted else {}
        if place != Party():
            where["ship_to"] = place
        count = node.find("Quantity")
        if count:
            shares.append((count.number(), node, where))
        else:
            for name, value in where.items():
                item.say(name, value, node.shown)
    if len(shares) == 1:
        for name, value in shares[0][2].items():
            item.say(name, value, shares[0][1].shown)
    return markup.shared(one, item, shares)


def _adjust(one: Draft, node: Node, item: Item | None) -> None:
    for extra in node.all("AllowanceCharge"):
        amount = extra.need("Amount").number()
        is_charge = extra.need("ChargeIndicator").said in {"true", "1"}
        reason, code = extra.words("AllowanceChargeReason"), extra.words("AllowanceChargeReasonCode")
        markup.adjust(one, extra, amount, reason, code, is_charge=is_charge, item=item)


def _sums(one: Draft, root: Node) -> None:
    _adjust(one, root, None)
    for tax in root.all("TaxTotal/TaxAmount"):
        one.add("tax", tax.number(), tax.shown)
    sums = root.find("AnticipatedMonetaryTotal")
    if sums is None:
        return
    _say(one, "subtotal", sums.find("LineExtensionAmount"))
    markup.summed(one, sums.find("AllowanceTotalAmount"), "discount")
    markup.summed(one, sums.find("ChargeTotalAmount"), "charge")
    paid, rest, rounding = (sums.find(f"{name}Amount") for name in ("Prepaid", "Payable", "PayableRounding"))
    whole = sums.find("TaxInclusiveAmount")
    if paid and paid.number() and whole:
        _say(one, "total", whole)
        why = (
            f"Is the order worth {numbers.plain(whole.number())}? {numbers.plain(paid.number())} of it is already paid."
        )
        one.doubt("total", why, numbers.plain(whole.number()), *((numbers.plain(rest.number()),) if rest else ()))
        return
    if rounding:
        one.charges += rounding.number()
    _say(one, "total", rest or whole)


def _say(one: Draft, name: str, node: Node | None) -> None:
    if node:
        one.say(name, node.number(), node.shown)


def _amounts(root: Node) -> Iterator[Node]:
    """The amounts that make up the order, each with its currency."""
    yield from root.all("OrderLine/LineItem/Price/PriceAmount")
    yield from root.all("OrderLine/LineItem/LineExtensionAmount")
    sums = root.find("AnticipatedMonetaryTotal")
    yield from (sums.inside if sums else ())


def _changes(one: Draft, lines: Sequence[Node]) -> None:
    """What each line does, as questions: a change is never taken by itself."""
    for node in lines[:20]:
        code = node.words("LineItem/LineStatusCode")
        what = edifact_codes.CHANGES.get(code, f"gives it the status {code or 'none'}")
        one.doubt("lines", f"Line {node.words('LineItem/ID')}: the change {what}; may it be taken into the order?")
    if len(lines) > 20:  # noqa: PLR2004 - twenty questions are enough
        one.doubt("lines", f"{len(lines) - 20} more lines are changed; may they be taken into the order?")
