"""An order as a letter says it: strings that are ready to be read, so that a template only has to place them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.say import columns, figures, plain
from desk import orders, policy, versions

_SHORT = 5
_NOT_STATED = "not stated in your order"
_REPLY = re.compile(
    r"^\s*(?:(?:re|aw|fwd?|wg|sv|vs|tr|rv|r|antw|antwort|odp|res|enc)\s*(?:\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what stands beside it, on one line or several."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the order. `price` is for one unit unless `per` says else, in the currency of the table's head."""

    position: str
    sku: str
    description: str
    notes: tuple[str, ...]
    quantity: str
    unit: str
    price: str
    per: str
    amount: str


@dataclass(frozen=True, slots=True)
class Us:
    """The seller, at the head and the foot of a letter."""

    name: str
    sign_off: tuple[str, ...]
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about an order that its letters may say. `in_short`, `table`, `tally` and `particulars` are the same
    as `short`, `items`, `sums` and `facts`, set in columns for the plain text.
    """

    subject: str
    name: str
    number: str
    version: str
    count: str
    currency: str
    total: str
    items: tuple[Item, ...]
    sums: tuple[Row, ...]
    facts: tuple[Row, ...]
    short: tuple[Row, ...]
    more: str
    in_short: str
    table: str
    tally: str
    particulars: str


def us(seller: policy.Seller) -> Us:
    """The seller as every letter names it."""
    name = plain.one_line(seller.name, 120)
    address = plain.lines(seller.address, limit=120, most=8)
    reach = (plain.one_line(seller.phone, 60), plain.one_line(seller.mailbox, 120))
    sign_off = plain.lines(seller.sign_off, limit=200, most=4) or (name,)
    return Us(name, sign_off, tuple(line for line in (name, *address, *reach) if line))


def sheet(order: orders.Order, seller: policy.Seller) -> Sheet:
    """The order's current version, ready for a letter."""
    version = order.version
    items = tuple(_item(line, version) for line in version.lines)
    facts, sums = tuple(_facts(order)), tuple(_sums(version))
    short = tuple(_in_short(item) for item in items[:_SHORT])
    more = f"and {plain.counted(len(items) - _SHORT, 'more line')}" if len(items) > _SHORT else ""
    return Sheet(
        subject=subject(order, seller),
        name=_name(order),
        number=order.number,
        version=str(version.number),
        count=plain.counted(len(items), "line"),
        currency=version.currency,
        total=figures.sum_of(version.total),
        items=items,
        sums=sums,
        facts=facts,
        short=short,
        more=more,
        in_short=_bullets(short, more),
        table="\n".join(_table(items, version.currency)),
        tally="\n".join(columns.sums((row.label, row.values[0]) for row in sums)),
        particulars="\n".join(columns.named((row.label, row.values) for row in facts)),
    )


def subject(order: orders.Order, seller: policy.Seller) -> str:
    """One subject for all letters of an order: the buyer's own, with our reference before it.

    A reply then stays in the buyer's conversation: RFC 5256, 2.1 drops a leading "Re:" and "[…]" when it compares
    subjects. Our reference stands first, so an older one further on cannot be taken for it. The word that approves
    never stands in a subject, since automatic replies repeat subjects.
    """
    theirs = without_reply(order.subject)
    ours = re.compile(rf"\[?(?<![A-Za-z0-9]){re.escape(seller.prefix)}[0-9]+(?![0-9])\]?", re.IGNORECASE)
    theirs = plain.one_line(ours.sub(" ", theirs), 150)
    if theirs:
        return f"Re: [{order.number}] {without_reply(theirs)}"
    po = plain.one_line(order.po_number, 60)
    return f"[{order.number}] Your order {po}" if po else f"[{order.number}] Your order"


def without_reply(text: str) -> str:
    """The subject without the "Re:", "AW:", "Fwd:" that mail programs have put before it."""
    return _REPLY.sub("", plain.one_line(text, 200))


def _name(order: orders.Order) -> str:
    po = plain.isolated(plain.one_line(order.po_number, 60))
    return f"order {order.number} (your PO {po})" if po else f"order {order.number}"


def _item(line: versions.Line, version: versions.Version) -> Item:
    notes = []
    if line.buyer_sku and line.buyer_sku != line.sku:
        notes.append(f"your number {plain.one_line(line.buyer_sku, 60)}")
    if line.requested_date and line.requested_date != version.requested_date:
        notes.append(f"for {figures.day(line.requested_date)}")
    return Item(
        position=str(line.position),
        sku=plain.one_line(line.sku, 60) or "product not settled",
        description=plain.one_line(line.description, 300),
        notes=tuple(notes),
        quantity=figures.quantity(line.quantity),
        unit=plain.one_line(line.unit, 12),
        price="not settled" if line.price is None else figures.price(line.price, version.currency),
        per="" if line.per == 1 else f"per {figures.quantity(line.per)}",
        amount="not settled" if line.amount is None else figures.bare(line.amount),
    )


def _sums(version: versions.Version) -> Iterable[Row]:
    parts = [
        ("Discount", version.discount, "−"),
        ("Freight", version.shipping, ""),
        ("Tax", version.tax, ""),
    ]
    if any(amount.minor for _, amount, _ in parts):
        yield Row("Subtotal", (figures.sum_of(version.subtotal),))
    for label, amount, sign in parts:
        if amount.minor:
            yield Row(label, (f"{sign}{figures.sum_of(amount)}",))
    yield Row("Total", (figures.sum_of(version.total),))


def _facts(order: orders.Order) -> Iterable[Row]:
    version = order.version
    yield Row("Our reference", (f"{order.number}, version {version.number}",))
    yield Row("Your PO number", (plain.one_line(order.po_number, 60) or "none given",))
    yield from _if_told("Ordered by", (plain.one_line(order.buyer_name, 120),))
    if version.order_date:
        yield Row("Order date", (figures.day(version.order_date),))
    yield Row("Ship date asked for", (figures.day(version.requested_date) if version.requested_date else _NOT_STATED,))
    if version.cancel_date:
        yield Row("Cancel if later than", (figures.day(version.cancel_date),))
    yield Row("Payment terms", (plain.one_line(version.payment_terms, 200) or _NOT_STATED,))
    yield from _if_told("Shipping terms", (plain.one_line(version.shipping_terms, 200),))
    yield Row("Ship to", plain.lines(version.ship_to, limit=120, most=10) or (_NOT_STATED,))
    yield from _if_told("Bill to", plain.lines(version.bill_to, limit=120, most=10))
    yield from _if_told("Your instructions", plain.lines(version.instructions, limit=600, most=15))


def _if_told(label: str, values: tuple[str, ...]) -> Iterable[Row]:
    if any(values):
        yield Row(label, values)


def _measured(item: Item) -> str:
    return f"{item.quantity} {item.unit}".rstrip()


def _in_short(item: Item) -> Row:
    return Row(_measured(item), (plain.cut(f"{item.sku} {item.description}".rstrip(), 90),))


def _bullets(short: Iterable[Row], more: str) -> str:
    rows = [f"{plain.isolated(row.label)} × {plain.isolated(row.values[0])}" for row in short]
    return "\n".join(columns.bullets([*rows, more]))


def _table(items: Iterable[Item], currency: str) -> list[str]:
    rows = [
        (
            [f"{item.position}. {item.sku}", item.description, *item.notes],
            [_measured(item)],
            [item.price, item.per] if item.per else [item.price],
            [item.amount],
        )
        for item in items
    ]
    return columns.table(("Product", "Quantity", "Price", f"Amount {currency}"), rows)
