"""Makers for what the tests are about, and the cast: Ana buys, Ben sells, Cho supplies."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from desk import approval, catalogue, drafting, judging, money, orders, parties, policy, reading, versions

ANA = "ana@fernhill.example"  # buys for Fernhill Gifts
BEN = "ben@harbourhoop.example"  # sells: Harbour & Hoop is us
CHO = "cho@tidewater.example"  # supplies us

# Ben's colleagues in Slack, by user id: one takes orders as read, two may decide.
CLERK, MANAGER, DIRECTOR = "U0CLERK", "U0MANAGER", "U0DIRECTOR"

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

Number = Decimal | int | str


def gbp(amount: Number) -> money.Money:
    """Pounds, exactly."""
    return money.exact(Decimal(amount), "GBP")


def _figure(number: Number | None) -> Decimal | None:
    return None if number is None else Decimal(number)


def price_tier(*, price: Number = "4.00", tier: str = "", from_quantity: Number = 1) -> catalogue.PriceTier:
    return catalogue.PriceTier(Decimal(price), tier, Decimal(from_quantity))


def product(
    *,
    sku: str = "GH-20",
    description: str = "Gold hoop earrings, 20 mm",
    price: Number = "4.50",
    currency: str = "GBP",
    gtin: str = "",
    unit: str = "EA",
    per: Number = 1,
    minimum: Number = 1,
    multiple: Number = 1,
    tiers: Sequence[catalogue.PriceTier] = (),
) -> catalogue.Product:
    return catalogue.Product(
        sku=sku,
        description=description,
        price=Decimal(price),
        currency=currency,
        gtin=gtin,
        unit=unit,
        per=Decimal(per),
        minimum=Decimal(minimum),
        multiple=Decimal(multiple),
        tiers=tuple(tiers),
    )


def contact(*, email: str = ANA, name: str = "Ana", may_approve: bool = True) -> parties.Contact:
    return parties.Contact(email, name, may_approve)


HOOPS = product()
ANA_OF_FERNHILL = contact()


def buyer(
    *,
    id: str = "fernhill",  # noqa: A002  (the field's own name)
    name: str = "Fernhill Gifts",
    currency: str = "GBP",
    payment_terms: str = "30 days net",
    tier: str = "",
    contacts: Sequence[parties.Contact] = (ANA_OF_FERNHILL,),
    domains: Sequence[str] = ("fernhill.example",),
) -> parties.Buyer:
    return parties.Buyer(
        id=id,
        name=name,
        currency=currency,
        payment_terms=payment_terms,
        tier=tier,
        contacts=tuple(contacts),
        domains=tuple(domains),
    )


def line(
    *,
    position: int = 1,
    sku: str = "GH-20",
    description: str = "Gold hoop earrings, 20 mm",
    quantity: Number = 10,
    unit: str = "EA",
    price: Number | None = "4.50",
    per: Number = 1,
    amount: money.Money | None = None,
    currency: str = "GBP",
    buyer_sku: str = "",
    requested_date: date | None = None,
) -> versions.Line:
    """One item; where it has a price and no amount is given, the amount is worked out."""
    each = None if price is None else Decimal(price)
    if amount is None and each is not None:
        amount = money.extended(Decimal(quantity), each, Decimal(per), currency)
    return versions.Line(
        position=position,
        sku=sku,
        description=description,
        quantity=Decimal(quantity),
        unit=unit,
        price=each,
        amount=amount,
        per=Decimal(per),
        buyer_sku=buyer_sku,
        requested_date=requested_date,
    )


TEN_HOOPS = line()


def version(
    *,
    number: int = 1,
    currency: str = "GBP",
    lines: Sequence[versions.Line] = (TEN_HOOPS,),
    discount: Number = 0,
    tax: Number = 0,
    shipping: Number = 0,
    order_date: date | None = None,
    requested_date: date | None = None,
    cancel_date: date | None = None,
    payment_terms: str = "30 days net",
    shipping_terms: str = "",
    ship_to: str = "Fernhill Gifts, 3 Mill Lane, Ludford",
    bill_to: str = "",
    instructions: str = "",
) -> versions.Version:
    """What is offered; subtotal and total follow the lines and the charges."""
    less, vat, freight = (money.exact(Decimal(charge), currency) for charge in (discount, tax, shipping))
    subtotal = money.total((one.amount for one in lines if one.amount is not None), currency)
    return versions.Version(
        number=number,
        currency=currency,
        lines=tuple(lines),
        subtotal=subtotal,
        discount=less,
        tax=vat,
        shipping=freight,
        total=subtotal - less + vat + freight,
        order_date=order_date,
        requested_date=requested_date,
        cancel_date=cancel_date,
        payment_terms=payment_terms,
        shipping_terms=shipping_terms,
        ship_to=ship_to,
        bill_to=bill_to,
        instructions=instructions,
    )


FIRST_VERSION = version()


def order(
    *,
    number: str = "SO-10021",
    state: orders.State = orders.State.AWAITING_APPROVAL,
    version: versions.Version = FIRST_VERSION,
    buyer_name: str = "Fernhill Gifts",
    contact: str = ANA,
    taken_at: datetime = NOW,
    buyer_id: str = "fernhill",
    po_number: str = "4500118",
    doubts: Sequence[reading.Doubt] = (),
    taken_by: str = "",
    tier: str = "",
    approvers: Sequence[str] = (),
    decided_by: str = "",
) -> orders.Order:
    return orders.Order(
        number=number,
        state=state,
        version=version,
        buyer_name=buyer_name,
        contact=contact,
        taken_at=taken_at,
        buyer_id=buyer_id,
        po_number=po_number,
        doubts=tuple(doubts),
        taken_by=taken_by,
        tier=tier,
        approvers=tuple(approvers),
        decided_by=decided_by,
    )


def tier(
    *, name: str = "manager", above: Number = 5000, currency: str = "GBP", approvers: Sequence[str] = (MANAGER,)
) -> approval.Tier:
    return approval.Tier(name, money.exact(Decimal(above), currency), tuple(approvers))


def answer(
    *,
    intent: reading.Intent = reading.Intent.APPROVE,
    words: str = "approved",
    by: str = ANA,
    version: int | None = 1,
    unbelieved: str = "",
    no_voice: str = "",
) -> approval.Answer:
    return approval.Answer(intent, words, by, version, unbelieved, no_voice)


NO_TOLERANCE = catalogue.Tolerance()


def rules(
    *,
    tiers: Sequence[approval.Tier] = (),
    tolerance: catalogue.Tolerance = NO_TOLERANCE,
    rates: Mapping[str, Decimal] | None = None,
    autonomous: bool = True,
    largest_quantity: Number = 100_000,
    colleagues_may_approve: bool = True,
) -> policy.Policy:
    return policy.Policy(
        seller=policy.Seller(name="Harbour & Hoop", mailbox="orders@harbourhoop.example", currency="GBP"),
        tiers=tuple(tiers),
        tolerance=tolerance,
        rates=rates or {},
        autonomous=autonomous,
        largest_quantity=Decimal(largest_quantity),
        colleagues_may_approve=colleagues_may_approve,
    )


def read_line(
    *,
    quantity: Number | None = 10,
    sku: str | None = "GH-20",
    buyer_sku: str | None = None,
    description: str | None = "Gold hoop earrings, 20 mm",
    unit: str | None = "EA",
    unit_price: Number | None = "4.50",
    price_per: Number | None = None,
    amount: Number | None = None,
) -> reading.Line:
    """One item as a document prints it."""
    return reading.Line(
        quantity=_figure(quantity),
        sku=sku,
        buyer_sku=buyer_sku,
        description=description,
        unit=unit,
        unit_price=_figure(unit_price),
        price_per=_figure(price_per),
        amount=_figure(amount),
    )


TEN_HOOPS_PRINTED = read_line()


def read_order(
    *,
    lines: Sequence[reading.Line] = (TEN_HOOPS_PRINTED,),
    po_number: str | None = "4500118",
    currency: str | None = "GBP",
    payment_terms: str | None = None,
    ship_to: reading.Party | None = None,
    subtotal: Number | None = None,
    discount: Number | None = None,
    tax: Number | None = None,
    shipping: Number | None = None,
    total: Number | None = None,
) -> reading.Order:
    """An order as a document states it; sums are None where it prints none."""
    return reading.Order(
        lines=tuple(lines),
        po_number=po_number,
        currency=currency,
        payment_terms=payment_terms,
        ship_to=ship_to,
        subtotal=_figure(subtotal),
        discount=_figure(discount),
        tax=_figure(tax),
        shipping=_figure(shipping),
        total=_figure(total),
    )


ORDER_FOR_HOOPS = read_order()


def reading_of(
    *stated: reading.Order,
    kind: reading.Kind = reading.Kind.PURCHASE_ORDER,
    touchless: bool = True,
    doubts: Sequence[reading.Doubt] = (),
) -> reading.Reading:
    """What one document says: the orders given, or Ana's ten hoops."""
    return reading.Reading(kind, stated or (ORDER_FOR_HOOPS,), tuple(doubts), touchless)


FERNHILL = buyer()


def case(
    *,
    stated: reading.Order = ORDER_FOR_HOOPS,
    products: Sequence[catalogue.Product | None] = (HOOPS,),
    buyer: parties.Buyer | None = FERNHILL,
    touchless: bool = True,
    doubts: Sequence[reading.Doubt] = (),
    unbelieved: str = "",
    rivals: Sequence[tuple[str, ...]] | None = None,
    earlier: str = "",
    reasons: Sequence[str] = (),
) -> judging.Case:
    """An order that came in and what is known about it; nothing speaks against the one made by default."""
    return judging.Case(
        read=reading_of(stated, touchless=touchless, doubts=doubts),
        stated=stated,
        draft=drafting.draft(stated, products, buyer=buyer, currency="GBP"),
        buyer=buyer,
        unbelieved=unbelieved,
        rivals=tuple(rivals) if rivals is not None else tuple(() for _ in products),
        earlier=earlier,
        reasons=tuple(reasons),
    )
