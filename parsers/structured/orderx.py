"""An Order-X document (the CII message SCRDM), by itself or in a PDF -> Reading, compared with the PDF's own words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pypdfium2

from desk.reading import Doubt, Kind, Party, Reading
from parsers import numbers
from parsers.page import Page
from parsers.structured import edifact_codes, markup, proving, xmlsafe
from parsers.structured.draft import Draft, Item, address
from parsers.structured.xmlsafe import Node

_ROOT = "SCRDMCCBDACIOMessageStructure"
_INVOICE = "CrossIndustryInvoice"
_ORDER_CHANGE, _ORDER_RESPONSE = "230", "231"
_LARGEST = 10_000_000  # bytes of an attachment
_MOST_FILES = 50
_GTINS = frozenset({"0160", ""})
_HEADER, _DELIVERY, _MONEY = (f"ApplicableHeaderTrade{part}" for part in ("Agreement", "Delivery", "Settlement"))


def is_mine(root: Node) -> bool:
    """A cross-industry order, or the invoice of the same family."""
    return root.name in {_ROOT, _INVOICE} or root.name == "CrossIndustryDocument"


def attached(data: bytes) -> bytes | None:
    """The order inside a PDF, if there is one: told by its root, whatever its file is called."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        for at in range(min(document.count_attachments(), _MOST_FILES)):
            held = bytes(document.get_attachment(at).get_data())
            if len(held) <= _LARGEST and re.search(
                rb"<(?:\w+:)?(?:" + _ROOT.encode() + rb"|CrossIndustry)", held[:4096]
            ):
                return held
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    return None


def read(root: Node, *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """What a document says. Raises XmlError at the first element that the standard does not allow."""
    if root.name != _ROOT:
        return Reading(Kind.SUPPLIER_INVOICE)
    document, trade = root.need("ExchangedDocument"), root.need("SupplyChainTradeTransaction")
    code = document.words("TypeCode")
    if code == _ORDER_RESPONSE:
        return Reading(Kind.SUPPLIER_ACKNOWLEDGEMENT)
    one = Draft(part, Kind.ORDER_CHANGE if code == _ORDER_CHANGE else Kind.PURCHASE_ORDER)
    _document(one, document, trade)
    lines = list(trade.all("IncludedSupplyChainTradeLineItem"))
    if not lines and one.kind is Kind.PURCHASE_ORDER:
        raise trade.broken("IncludedSupplyChainTradeLineItem is missing; at least one line was expected")
    one.items = [_line(one, line) for line in lines if not _is_heading(one, line)]
    _agreed(one, trade.need(_HEADER))
    _delivered(one, trade.find(_DELIVERY))
    settled = trade.need(_MONEY)
    _sums(one, settled)
    if root.words("ExchangedDocumentContext/TestIndicator/Indicator") == "true":
        one.doubt("kind", "Is this order real? The document calls itself a test (TestIndicator).")
    if one.kind is Kind.ORDER_CHANGE:
        _changes(one, lines)
    return proving.reading((one,), ours=ours)


def _document(one: Draft, document: Node, trade: Node) -> None:
    number = document.need("ID")
    ordered = trade.first(f"{_HEADER}/BuyerOrderReferencedDocument/IssuerAssignedID")
    chosen = ordered if one.kind is Kind.ORDER_CHANGE and ordered else number
    one.say("po_number", chosen.said, chosen.shown)
    day = document.need("IssueDateTime/DateTimeString")
    one.say("order_date", day.coded(day.attributes.get("format", "")), day.shown)
    function, code = document.words("PurposeCode"), document.words("TypeCode")
    one.kind = edifact_codes.FUNCTIONS.get(function, one.kind)
    if one.kind is Kind.PURCHASE_ORDER and function not in edifact_codes.ORIGINAL:
        what = edifact_codes.COPIES.get(function, f"of purpose {function}")
        one.doubt("kind", f"Is this a new order? The document calls itself {what} (PurposeCode).")
    if code in edifact_codes.TYPES:
        one.doubt("kind", f"Are goods ordered by this alone? The document calls itself {edifact_codes.TYPES[code]}.")
    for note in document.all("IncludedNote/Content"):
        one.note("instructions", note.said, note.shown)


def _agreed(one: Draft, node: Node) -> None:
    for role, name in (("buyer", "BuyerTradeParty"), ("vendor", "SellerTradeParty")):
        who = node.find(name)
        if who:
            one.party(role, _party(who), who.shown)
    if one.order.buyer is None:
        one.doubt("buyer.name", "Who orders? The document names no buyer (BuyerTradeParty).")
    for terms in node.all("ApplicableTradeDeliveryTerms"):
        said = [terms.words(name) for name in ("DeliveryTypeCode", "Description", "RelevantTradeLocation/Name")]
        one.note("shipping_terms", " ".join(filter(None, said)), terms.shown)


def _party(node: Node) -> Party:
    name = node.first("Name", "SpecifiedLegalOrganization/TradingBusinessName")
    code = node.first("GlobalID", "ID", "SpecifiedLegalOrganization/ID")
    person = node.find("DefinedTradeContact")
    mail = person.words("EmailURIUniversalCommunication/URIID") if person else ""
    where = node.find("PostalTradeAddress")
    names = ("LineOne", "LineTwo", "LineThree", "PostcodeCode", "CityName", "CountrySubDivisionName", "CountryID")
    return Party(
        name=name.said if name else None,
        id=code.said if code else None,
        contact=person.words("PersonName") or None if person else None,
        email=mail or node.words("URIUniversalCommunication/URIID") or None,
        address=address([where.words(line) for line in names]) if where else None,
    )


def _delivered(one: Draft, node: Node | None) -> None:
    if node is None:
        return
    place = node.find("ShipToTradeParty")
    if place:
        one.party("ship_to", _party(place), place.shown)
    day = _wanted(node)
    if day:
        one.say("requested_date", day.coded(day.attributes.get("format", "")), day.shown)


def _wanted(node: Node) -> Node | None:
    """The day of delivery, else of despatch; the first of a period."""
    events = [f"Requested{what}SupplyChainEvent" for what in ("Delivery", "Despatch")]
    times = ("OccurrenceDateTime", "OccurrenceSpecifiedPeriod/StartDateTime", "OccurrenceSpecifiedPeriod/EndDateTime")
    return node.first(*(f"{event}/{time}/DateTimeString" for event in events for time in times))


def _is_heading(one: Draft, node: Node) -> bool:
    """A line of the extended profile that groups others or only informs."""
    status = node.words("AssociatedDocumentLineDocument/LineStatusReasonCode")
    if status in {"GROUP", "INFORMATION"}:
        name = node.words("AssociatedDocumentLineDocument/LineID")
        one.doubt("lines", f"Line {name} is a heading ({status}) and was left out; is nothing ordered by it?")
        return True
    return False


def _line(one: Draft, node: Node) -> Item:
    item = Item()
    number = node.need("AssociatedDocumentLineDocument/LineID")
    item.say("number", number.said, number.shown)
    _product(item, node.need("SpecifiedTradeProduct"))
    price = node.find("SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount")
    basis = node.find("SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity")
    if price:
        item.say("unit_price", price.number(), price.shown)
    if basis and basis.said:
        per = basis.number()
        if per <= 0:
            raise basis.broken("a price for no units or fewer; a basis above zero was expected")
        item.say("price_per", per if per != 1 else None, basis.shown)
        item.basis = basis.attributes.get("unitCode", "").strip()
    quantity = node.find("SpecifiedLineTradeDelivery/RequestedQuantity")
    if quantity:
        item.say("quantity", quantity.number(), quantity.shown)
        item.say("unit", quantity.attributes.get("unitCode", "").strip(), quantity.shown)
    delivery = node.find("SpecifiedLineTradeDelivery")
    day = _wanted(delivery) if delivery else None
    if day:
        item.say("requested_date", day.coded(day.attributes.get("format", "")), day.shown)
    place = delivery.find("ShipToTradeParty") if delivery else None
    if place:
        item.say("ship_to", _party(place), place.shown)
    settled = node.find("SpecifiedLineTradeSettlement")
    if settled:
        _adjust(one, settled, item)
        amount = settled.first("SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount")
        item.say("amount", amount.number() if amount else None, amount.shown if amount else "")
    for note in node.all("AssociatedDocumentLineDocument/IncludedNote/Content"):
        one.note("instructions", f"Line {item.line.number}: {note.said}", note.shown)
    return item


def _product(item: Item, node: Node) -> None:
    for name, path in (("sku", "SellerAssignedID"), ("buyer_sku", "BuyerAssignedID")):
        code = node.first(path)
        item.say(name, code.said if code else None, code.shown if code else "")
    code = node.first("GlobalID")
    if code and code.attributes.get("schemeID", "") in _GTINS:
        item.say("gtin", code.said, code.shown)
    for path in ("Name", "Description"):
        words = node.first(path)
        if words and words.said.casefold() not in (item.line.description or "").casefold():
            item.note("description", words.said, words.shown)
    for extra in node.all("ApplicableProductCharacteristic"):
        if markup.is_variant(extra.words("Description")):
            item.note("variant", extra.words("Value"), extra.shown, between=" / ")
    if item.line.sku is None and item.line.buyer_sku is None and item.line.gtin is None:
        code = node.first("ManufacturerAssignedID", "GlobalID", "ID")
        item.say("sku", code.said if code else None, code.shown if code else "")


def _adjust(one: Draft, node: Node, item: Item | None) -> None:
    for extra in node.all("SpecifiedTradeAllowanceCharge"):
        amount = extra.need("ActualAmount").number()
        is_charge = extra.need("ChargeIndicator/Indicator").said in {"true", "1"}
        reason, code = extra.words("Reason"), extra.words("ReasonCode")
        markup.adjust(one, extra, amount, reason, code, is_charge=is_charge, item=item)


def _sums(one: Draft, node: Node) -> None:
    code = node.first("OrderCurrencyCode")
    one.say("currency", code.said if code else None, code.shown if code else "")
    payer = node.find("InvoiceeTradeParty")
    if payer:
        one.party("bill_to", _party(payer), payer.shown)
    for terms in node.all("SpecifiedTradePaymentTerms/Description"):
        one.note("payment_terms", terms.said, terms.shown)
    _adjust(one, node, None)
    sums = node.find("SpecifiedTradeSettlementHeaderMonetarySummation")
    if sums is None:
        return
    for tax in sums.all("TaxTotalAmount"):
        if tax.attributes.get("currencyID", one.order.currency) == one.order.currency:
            one.say("tax", tax.number(), tax.shown)
    for name, path in (("subtotal", "LineTotalAmount"), ("total", "GrandTotalAmount")):
        figure = sums.find(path)
        one.say(name, figure.number() if figure else None, figure.shown if figure else "")
    markup.summed(one, sums.find("AllowanceTotalAmount"), "discount")
    markup.summed(one, sums.find("ChargeTotalAmount"), "charge")


def _changes(one: Draft, lines: Sequence[Node]) -> None:
    """What each line does, as questions: a change is never taken by itself."""
    for node in lines[:20]:
        line = node.need("AssociatedDocumentLineDocument")
        code = line.words("LineStatusCode")
        what = edifact_codes.CHANGES.get(code, f"gives it the status {code or 'none'}")
        one.doubt("lines", f"Line {line.words('LineID')}: the change {what}; may it be taken into the order?")
    if len(lines) > 20:  # noqa: PLR2004 - twenty questions are enough
        one.doubt("lines", f"{len(lines) - 20} more lines are changed; may they be taken into the order?")


def in_pdf(held: bytes, pages: Sequence[Page], *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """The order inside a PDF, and a doubt for each figure that its pages do not show; `pages` may be none."""
    said = read(xmlsafe.parse(held), part=part, ours=ours)
    if not said.orders:
        return said
    words = [word.text for page in pages for word in page.words]
    if not words:
        why = "Do page and data agree? The pages of the PDF show no words to compare the order inside it with."
        return replace(said, doubts=(*said.doubts, Doubt("file", why)), touchless=False)
    more = _disagreements(said, words)
    return replace(said, doubts=(*said.doubts, *more), touchless=said.touchless and not more)


def _disagreements(said: Reading, words: Sequence[str]) -> list[Doubt]:
    """Number, total, quantities and prices of the data that stand nowhere on the pages."""
    order = said.orders[0]
    shown = {value for word in words for mark in numbers.Mark if (value := numbers.value(word, mark)) is not None}
    letters = _squashed("".join(words))
    found: list[Doubt] = []
    if order.po_number and _squashed(order.po_number) not in letters:
        why = f"Is {order.po_number} the number of this order? The data inside the PDF says so, its pages do not."
        found.append(Doubt("po_number", why, (order.po_number,)))
    named: list[tuple[str, Decimal | None]] = [("total", order.total if order.total is not None else order.subtotal)]
    for at, line in enumerate(order.lines):
        named += [(f"lines.{at}.quantity", line.quantity), (f"lines.{at}.unit_price", line.unit_price)]
    for name, figure in named:
        if figure is not None and figure not in shown and len(found) < 5:  # noqa: PLR2004 - enough to look
            text = numbers.plain(figure)
            why = f"Is {text} right ({name})? The data inside the PDF says so, but no such figure is on its pages."
            found.append(Doubt(name, why, (text,)))
    return found


def _squashed(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
