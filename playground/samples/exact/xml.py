"""A sample order as XML writes it: UBL, cXML and the data of an Order-X."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from playground.samples import truths, world
from playground.samples.exact import ids

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_CII = "urn:un:unece:uncefact:data"


def _tag(name: str, text: object, **attributes: str) -> str:
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{said}>{escape(str(text))}</{name}>"


def _day(day: date) -> str:
    return day.isoformat()


def as_ubl(truth: truths.Truth, *, kind: str = "Order") -> bytes:
    """A UBL Order (or OrderChange, OrderCancellation, each with a number of its own)."""
    own = truth.po_number if kind == "Order" else f"C-{truth.po_number}"
    about = "" if kind == "Order" else f"<cac:OrderReference>{_tag('cbc:ID', truth.po_number)}</cac:OrderReference>"
    body = "" if kind == "OrderCancellation" else _ubl_body(truth, kind)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{kind} xmlns="{_UBL}{kind}-2" xmlns:cac="{_UBL}CommonAggregateComponents-2"'
        f' xmlns:cbc="{_UBL}CommonBasicComponents-2">\n'
        f"{_tag('cbc:ID', own)}\n{_tag('cbc:IssueDate', _day(truth.order_date))}\n"
        f"{_tag('cbc:DocumentCurrencyCode', truth.currency)}\n{about}{_ubl_people(truth)}{body}</{kind}>\n"
    ).encode()


def _ubl_people(truth: truths.Truth) -> str:
    buyer = _ubl_party(truth.buyer.name, truth.buyer.address, truth.contact)
    return (
        f"<cac:BuyerCustomerParty>{buyer}</cac:BuyerCustomerParty>\n"
        f"<cac:SellerSupplierParty>{_ubl_party(truth.vendor_name, world.SELLER.address)}</cac:SellerSupplierParty>\n"
    )


def _ubl_party(name: str, address: Sequence[str], contact: world.Contact | None = None) -> str:
    lines = "".join(f"<cac:AddressLine>{_tag('cbc:Line', line)}</cac:AddressLine>" for line in address)
    who = ""
    if contact:
        who = f"<cac:Contact>{_tag('cbc:Name', contact.name)}{_tag('cbc:ElectronicMail', contact.email)}</cac:Contact>"
    return (
        f"<cac:Party><cac:PartyName>{_tag('cbc:Name', name)}</cac:PartyName>"
        f"<cac:PostalAddress>{lines}</cac:PostalAddress>{who}</cac:Party>"
    )


def _ubl_body(truth: truths.Truth, kind: str) -> str:
    money = {"currencyID": truth.currency}
    to, *where = truth.buyer.ship_to
    lines = "".join(f"<cac:AddressLine>{_tag('cbc:Line', line)}</cac:AddressLine>" for line in where)
    wanted = _tag("cbc:StartDate", _day(truth.requested_date)) if truth.requested_date else ""
    delivery = (
        f"<cac:Delivery><cac:DeliveryLocation><cac:Address>{lines}</cac:Address></cac:DeliveryLocation>"
        f"<cac:RequestedDeliveryPeriod>{wanted}</cac:RequestedDeliveryPeriod><cac:DeliveryParty><cac:PartyName>"
        f"{_tag('cbc:Name', to)}</cac:PartyName></cac:DeliveryParty></cac:Delivery>"
    )
    out = [delivery, f"<cac:PaymentTerms>{_tag('cbc:Note', truth.payment_terms)}</cac:PaymentTerms>"]
    if truth.shipping is not None:
        reason = _tag("cbc:ChargeIndicator", "true") + _tag("cbc:AllowanceChargeReason", "Freight")
        out.append(f"<cac:AllowanceCharge>{reason}{_tag('cbc:Amount', truth.shipping, **money)}</cac:AllowanceCharge>")
    if truth.tax is not None:
        out.append(f"<cac:TaxTotal>{_tag('cbc:TaxAmount', truth.tax, **money)}</cac:TaxTotal>")
    out.append(
        f"<cac:AnticipatedMonetaryTotal>{_tag('cbc:LineExtensionAmount', truth.subtotal, **money)}"
        f"{_tag('cbc:PayableAmount', truth.total, **money)}</cac:AnticipatedMonetaryTotal>"
    )
    out += [_ubl_line(line, at, money, kind) for at, line in enumerate(truth.lines, 1)]
    return "\n".join(out) + "\n"


def _ubl_line(line: truths.TruthLine, at: int, money: dict[str, str], kind: str) -> str:
    status = _tag("cbc:LineStatusCode", "3") if kind == "OrderChange" else ""
    theirs = ""
    if line.buyer_sku:
        theirs = f"<cac:BuyersItemIdentification>{_tag('cbc:ID', line.buyer_sku)}</cac:BuyersItemIdentification>"
    return (
        f"<cac:OrderLine><cac:LineItem>{_tag('cbc:ID', at)}{status}"
        f"{_tag('cbc:Quantity', line.quantity, unitCode=line.unit)}"
        f"{_tag('cbc:LineExtensionAmount', line.amount, **money)}"
        f"<cac:Price>{_tag('cbc:PriceAmount', line.unit_price, **money)}{_tag('cbc:BaseQuantity', 1)}</cac:Price>"
        f"<cac:Item>{_tag('cbc:Name', line.description)}{theirs}"
        f"<cac:SellersItemIdentification>{_tag('cbc:ID', line.sku)}</cac:SellersItemIdentification>"
        f"<cac:StandardItemIdentification>{_tag('cbc:ID', line.gtin, schemeID='0160')}"
        "</cac:StandardItemIdentification></cac:Item></cac:LineItem></cac:OrderLine>"
    )


def as_cxml(truth: truths.Truth, *, kind: str = "new") -> bytes:
    """A cXML OrderRequest (new, update or delete), with the DOCTYPE that such files have."""
    wanted = f' requestedDeliveryDate="{_day(truth.requested_date)}T00:00:00+00:00"' if truth.requested_date else ""
    extra = ""
    if truth.shipping is not None:
        extra += f"<Shipping>{_money(truth.shipping, truth)}<Description>Freight</Description></Shipping>\n"
    if truth.tax is not None:
        extra += f"<Tax>{_money(truth.tax, truth)}<Description>VAT</Description></Tax>\n"
    to, *where = truth.buyer.ship_to
    items = "\n".join(_cxml_line(line, at, truth) for at, line in enumerate(truth.lines, 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE cXML SYSTEM "http://xml.cXML.org/schemas/cXML/1.2.050/cXML.dtd">\n'
        '<cXML payloadID="31@buyer.example" timestamp="2026-11-02T09:00:00+00:00"><Header>'
        f"<From>{_credential(ids.BUYER)}</From><To>{_credential(ids.SELLER)}</To>"
        f"<Sender>{_credential(ids.BUYER)}</Sender></Header><Request><OrderRequest>\n"
        f"<OrderRequestHeader orderID={quoteattr(truth.po_number)}"
        f' orderDate="{_day(truth.order_date)}T08:00:00+00:00" type="{kind}"{wanted}>'
        f"<Total>{_money(truth.subtotal, truth)}</Total>\n<ShipTo>{_cxml_address(to, where)}</ShipTo>\n"
        f"<BillTo>{_cxml_address(truth.buyer.name, truth.buyer.address)}</BillTo>\n{extra}"
        f"<Comments>{escape(truth.payment_terms)}</Comments></OrderRequestHeader>\n{items}\n"
        "</OrderRequest></Request></cXML>\n"
    ).encode()


def _credential(identity: str) -> str:
    return f'<Credential domain="NetworkId"><Identity>{identity}</Identity></Credential>'


def _money(amount: Decimal, truth: truths.Truth) -> str:
    return _tag("Money", amount, currency=truth.currency)


def _cxml_address(name: str, lines: Sequence[str]) -> str:
    streets = "".join(_tag("Street", line) for line in lines)
    return f"<Address>{_tag('Name', name)}<PostalAddress>{streets}</PostalAddress></Address>"


def _cxml_line(line: truths.TruthLine, at: int, truth: truths.Truth) -> str:
    theirs = _tag("BuyerPartID", line.buyer_sku) if line.buyer_sku else ""
    return (
        f'<ItemOut quantity="{line.quantity}" lineNumber="{at}"><ItemID>{_tag("SupplierPartID", line.sku)}{theirs}'
        f'<IdReference domain="EAN-13" identifier="{line.gtin}"/></ItemID><ItemDetail>'
        f"<UnitPrice>{_money(line.unit_price, truth)}</UnitPrice>{_tag('Description', line.description)}"
        f"{_tag('UnitOfMeasure', line.unit)}</ItemDetail></ItemOut>"
    )


def as_orderx(truth: truths.Truth, *, code: str = "220") -> bytes:
    """The data of an Order-X document, without the PDF that carries it; code 230 is a change."""
    lines = "\n".join(_cii_line(line, at) for at, line in enumerate(truth.lines, 1))
    stamp = f'<udt:DateTimeString format="102">{truth.order_date:%Y%m%d}</udt:DateTimeString>'
    purpose = "4" if code == "230" else "9"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="{_CII}:SCRDMCCBDACIOMessageStructure:100"'
        f' xmlns:udt="{_CII}:standard:UnqualifiedDataType:128"'
        f' xmlns:ram="{_CII}:standard:ReusableAggregateBusinessInformationEntity:128">\n'
        f"<rsm:ExchangedDocument>{_tag('ram:ID', truth.po_number)}{_tag('ram:TypeCode', code)}"
        f"<ram:IssueDateTime>{stamp}</ram:IssueDateTime>{_tag('ram:PurposeCode', purpose)}</rsm:ExchangedDocument>\n"
        f"<rsm:SupplyChainTradeTransaction>\n{lines}\n{_cii_people(truth)}{_cii_sums(truth)}"
        "</rsm:SupplyChainTradeTransaction></rsm:SCRDMCCBDACIOMessageStructure>\n"
    ).encode()


def _cii_line(line: truths.TruthLine, at: int) -> str:
    theirs = _tag("ram:BuyerAssignedID", line.buyer_sku) if line.buyer_sku else ""
    return (
        "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument>"
        f"{_tag('ram:LineID', at)}</ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct>"
        f"{_tag('ram:GlobalID', line.gtin, schemeID='0160')}{_tag('ram:SellerAssignedID', line.sku)}{theirs}"
        f"{_tag('ram:Name', line.description)}</ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement>"
        f"<ram:NetPriceProductTradePrice>{_tag('ram:ChargeAmount', line.unit_price)}"
        "</ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery>"
        f"{_tag('ram:RequestedQuantity', line.quantity, unitCode=line.unit)}</ram:SpecifiedLineTradeDelivery>"
        "<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>"
        f"{_tag('ram:LineTotalAmount', line.amount)}</ram:SpecifiedTradeSettlementLineMonetarySummation>"
        "</ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>"
    )


def _cii_people(truth: truths.Truth) -> str:
    to, *where = truth.buyer.ship_to
    wanted = ""
    if truth.requested_date:
        wanted = (
            "<ram:RequestedDeliverySupplyChainEvent><ram:OccurrenceDateTime>"
            f'<udt:DateTimeString format="102">{truth.requested_date:%Y%m%d}</udt:DateTimeString>'
            "</ram:OccurrenceDateTime></ram:RequestedDeliverySupplyChainEvent>"
        )
    return (
        f"<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>{_tag('ram:Name', truth.vendor_name)}"
        f"</ram:SellerTradeParty><ram:BuyerTradeParty>{_tag('ram:Name', truth.buyer.name)}</ram:BuyerTradeParty>"
        "</ram:ApplicableHeaderTradeAgreement>\n<ram:ApplicableHeaderTradeDelivery><ram:ShipToTradeParty>"
        f"{_tag('ram:Name', to)}<ram:PostalTradeAddress>{_tag('ram:LineOne', ', '.join(where))}"
        f"</ram:PostalTradeAddress></ram:ShipToTradeParty>{wanted}</ram:ApplicableHeaderTradeDelivery>\n"
    )


def _cii_sums(truth: truths.Truth) -> str:
    charge, sums = "", _tag("ram:LineTotalAmount", truth.subtotal)
    if truth.shipping is not None:
        charge = (
            "<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>true</udt:Indicator>"
            f"</ram:ChargeIndicator>{_tag('ram:ActualAmount', truth.shipping)}{_tag('ram:ReasonCode', 'FC')}"
            "</ram:SpecifiedTradeAllowanceCharge>"
        )
        sums += _tag("ram:ChargeTotalAmount", truth.shipping)
    if truth.tax is not None:
        sums += _tag("ram:TaxTotalAmount", truth.tax, currencyID=truth.currency)
    return (
        f"<ram:ApplicableHeaderTradeSettlement>{_tag('ram:OrderCurrencyCode', truth.currency)}{charge}"
        f"<ram:SpecifiedTradePaymentTerms>{_tag('ram:Description', truth.payment_terms)}"
        "</ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        f"{sums}{_tag('ram:GrandTotalAmount', truth.total)}"
        "</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>"
    )
