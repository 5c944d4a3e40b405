"""A cXML OrderRequest (new, update or delete) -> Reading."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from desk.reading import Kind, Party, Reading
from parsers.structured import markup, proving
from parsers.structured.draft import Draft, Item, address
from parsers.structured.xmlsafe import Node

_KINDS = {"new": Kind.PURCHASE_ORDER, "update": Kind.ORDER_CHANGE, "delete": Kind.ORDER_CANCELLATION}
_OTHERS = {
    "ConfirmationRequest": Kind.SUPPLIER_ACKNOWLEDGEMENT, "ShipNoticeRequest": Kind.SHIP_NOTICE,
    "InvoiceDetailRequest": Kind.SUPPLIER_INVOICE, "InvoiceRequest": Kind.SUPPLIER_INVOICE,
    "PaymentRemittanceRequest": Kind.REMITTANCE, "QuoteRequest": Kind.INQUIRY,
}  # fmt: skip


def is_mine(root: Node) -> bool:
    """A cXML document of any kind."""
    return root.name == "cXML"


def read(root: Node, *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """What a document says. Raises XmlError at the first element that the standard does not allow."""
    request = root.find("Request")
    order = request.find("OrderRequest") if request else None
    if request is None or order is None:
        inside = next((node.name for node in request.inside if node.name in _OTHERS), "") if request else ""
        return Reading(_OTHERS.get(inside, Kind.OTHER))
    header = order.need("OrderRequestHeader")
    one = Draft(part, _KINDS.get(header.attributes.get("type", "new"), Kind.ORDER_CHANGE))
    _header(one, header)
    _people(one, root, header)
    items = list(order.all("ItemOut"))
    if not items and one.kind is Kind.PURCHASE_ORDER:
        raise order.broken("ItemOut is missing; at least one was expected")
    one.items = [item for node in items for item in _line(one, node)]
    markup.currency(one, list(_amounts(header, items)), "currency")
    _sums(one, header)
    if request.attributes.get("deploymentMode") == "test":
        one.doubt("kind", "Is this order real? The message calls itself a test (deploymentMode).")
    if one.kind is Kind.ORDER_CHANGE:
        why = f"The order is stated anew with {len(one.items)} lines; may it take the place of the one we have?"
        one.doubt("lines", why)
    return proving.reading((one,), ours=ours)


def _header(one: Draft, header: Node) -> None:
    number = header.attributes.get("orderID", "").strip()
    if not number:
        raise header.broken("orderID is missing; the standard makes it mandatory")
    one.say("po_number", number, header.opening)
    day = header.attribute_day("orderDate")
    if day is None:
        raise header.broken("orderDate is missing; the standard makes it mandatory")
    one.say("order_date", day, header.opening)
    one.say("requested_date", header.attribute_day("requestedDeliveryDate"), header.opening)
    if header.attributes.get("orderType", "regular") not in {"regular", "release"}:
        what = header.attributes["orderType"]
        one.doubt("kind", f"Are goods ordered by this alone? The message is an order of type {what} (orderType).")
    for node in header.all("Comments"):
        one.note("instructions", node.said, node.shown)
    for term in header.all("PaymentTerm"):
        days = term.attributes.get("payInNumberOfDays", "").strip()
        rate = term.find("Discount/DiscountPercent")
        cut = f"{rate.attributes.get('percent', '')} % within " if rate else ""
        one.note("payment_terms", f"{cut}{days} days" if days else term.said, term.shown)
    for terms in header.all("TermsOfDelivery"):
        codes = [node.attributes.get("value", "") or node.said for node in terms.inside if node.name != "Address"]
        one.note("shipping_terms", " ".join(filter(None, codes)), terms.shown)


def _people(one: Draft, root: Node, header: Node) -> None:
    for role, path in (("ship_to", "ShipTo/Address"), ("bill_to", "BillTo/Address")):
        node = header.find(path)
        if node:
            one.party(role, _party(node), node.shown)
    buyer = next((node for node in header.all("Contact") if node.attributes.get("role") in {"buyer", "soldTo"}), None)
    sender, to = root.find("Header/From/Credential/Identity"), root.find("Header/To/Credential/Identity")
    named = _party(buyer) if buyer else Party()
    # From is who buys; its name stands in BillTo, where no contact has the role of the buyer.
    name = named.name or (one.order.bill_to.name if one.order.bill_to else None)
    person = next((node for node in header.all("Contact") if node.attributes.get("role") == "purchasingAgent"), None)
    agent = _party(person) if person else Party()
    who = Party(
        name=name,
        id=sender.said or None if sender else None,
        contact=agent.name,
        email=named.email or agent.email,
        address=named.address,
    )
    one.party("buyer", who, " ".join(node.shown for node in (sender, buyer or header.find("BillTo/Address")) if node))
    if to and to.said:
        one.party("vendor", Party(id=to.said), to.shown)


def _party(node: Node) -> Party:
    where = node.find("PostalAddress")
    lines = ("DeliverTo", "Street", "City", "State", "PostalCode", "Country")
    return Party(
        name=node.words("Name") or None,
        id=node.attributes.get("addressID") or None,
        email=node.words("Email") or None,
        contact=where.words("DeliverTo") or None if where else None,
        address=address([line.said for name in lines[1:] for line in where.all(name)]) if where else None,
    )


def _line(one: Draft, node: Node) -> list[Item]:
    item = Item()
    item.say("number", node.attributes.get("lineNumber", "").strip(), node.opening)
    quantity = node.attribute_number("quantity")
    if quantity is None:
        raise node.broken("quantity is missing; the standard makes it mandatory")
    item.say("quantity", quantity, node.opening)
    item.say("requested_date", node.attribute_day("requestedDeliveryDate"), node.opening)
    ids = node.need("ItemID")
    for name, path in (("sku", "SupplierPartID"), ("buyer_sku", "BuyerPartID")):
        code = ids.first(path)
        item.say(name, code.said if code else None, code.shown if code else "")
    for code in ids.all("IdReference"):
        if "EAN" in code.attributes.get("domain", "").upper() or "GTIN" in code.attributes.get("domain", "").upper():
            item.say("gtin", code.attributes.get("identifier", "").strip(), code.shown)
    detail = node.find("ItemDetail") or node.find("BlanketItemDetail")
    if detail:
        _detail(item, detail)
    place = node.find("ShipTo/Address")
    if place:
        item.say("ship_to", _party(place), place.shown)
    for said in node.all("Comments"):
        one.note("instructions", f"Line {item.line.number}: {said.said}" if said.said else "", said.shown)
    if node.attributes.get("itemType") == "composite":
        one.doubt("lines", f"Line {item.line.number} is made of other lines; which of them are ordered?")
    return markup.shared(one, item, list(_schedules(node)))


def _detail(item: Item, detail: Node) -> None:
    price, basis = detail.find("UnitPrice/Money"), detail.find("PriceBasisQuantity")
    if price:
        item.say("unit_price", price.number(), price.shown)
    per = basis.attribute_number("quantity") if basis else None
    if basis and per is not None:
        if per <= 0:
            raise basis.broken("a price for no units or fewer; a basis above zero was expected")
        factor = basis.attribute_number("conversionFactor") or Decimal(1)
        item.say("price_per", per / factor if per != factor else None, basis.shown)
        item.basis = basis.words("UnitOfMeasure") if factor == 1 else ""
    unit = detail.first("UnitOfMeasure")
    item.say("unit", unit.said if unit else None, unit.shown if unit else "")
    words = detail.find("Description")
    if words:
        item.note("description", words.said or words.words("ShortName"), words.shown)
    for extra in detail.all("Extrinsic"):
        if markup.is_variant(extra.attributes.get("name", "")):
            item.note("variant", extra.said, extra.shown, between=" / ")
    if item.line.sku is None and item.line.buyer_sku is None and item.line.gtin is None:
        code = detail.first("ManufacturerPartID")
        item.say("sku", code.said if code else None, code.shown if code else "")


def _schedules(node: Node) -> Iterator[tuple[Decimal, Node, dict[str, object]]]:
    for plan in node.all("ScheduleLine"):
        quantity, day = plan.attribute_number("quantity"), plan.attribute_day("requestedDeliveryDate")
        if quantity is not None:
            yield quantity, plan, {"requested_date": day} if day else {}


def _sums(one: Draft, header: Node) -> None:
    """Total is of the items alone by the standard; some writers put tax and freight into it."""
    for name, path in (("tax", "Tax/Money"), ("shipping", "Shipping/Money")):
        node = header.find(path)
        if node:
            one.say(name, node.number(), node.shown)
    node = header.need("Total/Money")
    total = node.number()
    _modified(one, header)
    extra = (one.order.tax or 0) + (one.order.shipping or 0) + one.charges - (one.order.discount or 0)
    with_extra = extra and abs(_goods(one) + extra - total) < abs(_goods(one) - total)
    one.say("total" if with_extra or not extra else "subtotal", total, node.shown)


def _modified(one: Draft, header: Node) -> None:
    """Modifications of the total: what it takes off or adds."""
    for change in header.all("Total/Modifications/Modification"):
        off, more = (change.first(f"{name}/Money") for name in ("AdditionalDeduction", "AdditionalCost"))
        off = off or change.first("AdditionalDeduction/DeductionAmount/Money")
        detail = change.find("ModificationDetail")
        reason = detail.attributes.get("name", "") if detail else ""
        if off:
            markup.adjust(one, off, off.number(), reason, "", is_charge=False, item=None)
        elif more:
            markup.adjust(one, more, more.number(), reason, "", is_charge=True, item=None)
        else:
            one.doubt(
                "total", f"What does the change of the total ({reason or 'no reason'}) come to? It has no amount."
            )


def _goods(one: Draft) -> Decimal:
    figures = ((item.line.quantity, item.line.unit_price, item.line.price_per or Decimal(1)) for item in one.items)
    return sum((many * price / per for many, price, per in figures if many and price), Decimal(0))


def _amounts(header: Node, items: Sequence[Node]) -> Iterator[Node]:
    yield from header.all("Total/Money")
    for node in items:
        yield from node.all("ItemDetail/UnitPrice/Money")
