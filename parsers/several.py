"""Several readings that came together: an order told twice is one, so are an order and its list of lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal

from desk.reading import Doubt, Kind, Line, Order, Reading

_CHANGES = {Kind.ORDER_CHANGE: "a change", Kind.ORDER_CANCELLATION: "a cancellation"}
# What a list of lines cannot say, and the order beside it does.
_SAID_BY_THE_FORM = ("po_number", "order_date", "currency", "total", "kind", "buyer")
_TOLD = 3  # lines named one by one


def join(readings: Sequence[Reading]) -> Reading:
    """One reading of all orders; `readings` each hold at least one. New orders come before changes of others."""
    new = [one for one in readings if one.kind is Kind.PURCHASE_ORDER]
    others = [one for one in readings if one.kind is not Kind.PURCHASE_ORDER]
    kept = _completed(_distinct(new or others))
    orders = tuple(order for one in kept for order in one.orders)
    doubts = tuple(doubt for one in kept for doubt in one.doubts)
    doubts += (*_same_number(orders), *(_beside(one, orders) for one in (others if new else ())))
    touchless = bool(new) and all(one.touchless for one in kept) and not doubts
    return Reading(kept[0].kind, orders, doubts, touchless=touchless)


def says_more(words: Reading, orders: Sequence[Order]) -> list[Doubt]:
    """Goods that a letter names and the orders beside it do not hold: dropped they would be lost in silence."""
    if words.kind not in {Kind.PURCHASE_ORDER, *_CHANGES}:
        return []
    held = [line for order in orders for line in order.lines]
    more = [line for order in words.orders for line in order.lines if not any(_is_in(line, one) for one in held)]
    if not more:
        return []
    named = ", ".join(
        f"{line.quantity.normalize():f} x {line.sku or line.description}" for line in more[:_TOLD] if line.quantity
    )
    return [Doubt("lines", f"Is anything ordered besides the files? The letter itself names {named or 'goods'}.")]


def _distinct(readings: Sequence[Reading]) -> list[Reading]:
    """The same orders in two files (PDF and sheet, original and copy) once, as the better of the two tells them."""
    kept: list[Reading] = []
    for one in readings:
        at = next((at for at, other in enumerate(kept) if _are_the_same(other, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = max(kept[at], one, key=_worth)
    return kept


def _worth(one: Reading) -> tuple[bool, bool, int]:
    return one.touchless, all(order.po_number for order in one.orders), -len(one.doubts)


def _are_the_same(one: Reading, other: Reading) -> bool:
    if one.kind is not other.kind or len(one.orders) != len(other.orders):
        return False
    return all(_says_the_same(*pair) for pair in zip(one.orders, other.orders, strict=True))


def _says_the_same(one: Order, other: Order) -> bool:
    """The same lines, and nothing in the head that both state and state differently."""
    if len(one.lines) != len(other.lines) or not one.lines:
        return False
    heads = ("po_number", "order_date", "requested_date", "cancel_date", "currency", "total")
    if any(_differ(getattr(one, name), getattr(other, name)) for name in heads):
        return False
    return all(_is_same(*pair) for pair in zip(one.lines, other.lines, strict=True))


def _is_same(one: Line, other: Line) -> bool:
    codes = [(one.sku, other.sku), (one.buyer_sku, other.buyer_sku), (one.gtin, other.gtin)]
    if one.quantity != other.quantity or any(_differ(*pair) for pair in codes):
        return False
    is_named = any(a and b for a, b in codes) or not _differ(one.description, other.description)
    return is_named and not _differ(one.unit_price, other.unit_price) and not _differ(one.amount, other.amount)


def _differ(one: object, other: object) -> bool:
    """Both say something, and not the same."""
    if one is None or other is None:
        return False
    if isinstance(one, str) and isinstance(other, str):
        return _plain(one) != _plain(other)
    return one != other


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_in(line: Line, held: Line) -> bool:
    """A line that words name is one of an order: the same quantity, and a code or a word in common."""
    if line.quantity != held.quantity:
        return False
    names = [_plain(text) for text in (held.sku, held.buyer_sku, held.gtin, held.description, held.variant) if text]
    said = [_plain(text) for text in (line.sku, line.description) if text]
    return any(a in b or b in a for a in said for b in names if a and b)


def _completed(readings: Sequence[Reading]) -> list[Reading]:
    """An order that lists nothing and the one list of lines beside it are one order."""
    forms = [one for one in readings if len(one.orders) == 1 and not one.orders[0].lines]
    lists = [one for one in readings if len(one.orders) == 1 and one.orders[0].lines]
    if len(forms) != 1 or len(lists) != 1 or len(readings) != 2:  # noqa: PLR2004 - a form and a list
        return list(readings)
    form, goods = forms[0].orders[0], lists[0].orders[0]
    if form.po_number is None or _differ(form.po_number, goods.po_number) or _differ(form.currency, goods.currency):
        return list(readings)
    return [_one_of_two(forms[0], lists[0])]


def _one_of_two(form: Reading, goods: Reading) -> Reading:
    """The head of the one with the lines of the other, and a question whether they belong together."""
    head, listed = form.orders[0], goods.orders[0]
    plain = {one.name for one in fields(Order)} - {"lines", "evidence", "proofs"}
    missing = {name: getattr(listed, name) for name in plain if getattr(head, name) is None}
    order = replace(head, lines=listed.lines, evidence={**listed.evidence, **head.evidence}, **missing)
    said = next((shown.part for path, shown in listed.evidence.items() if path.startswith("lines.")), "another file")
    doubts = [doubt for doubt in form.doubts if doubt.field not in {"lines", "total", "subtotal"}]
    doubts += [doubt for doubt in goods.doubts if not doubt.field.startswith(_SAID_BY_THE_FORM)]
    doubts.append(Doubt("lines", f"Are the lines in {said} those of order {head.po_number}? {_adds_up(order)}"))
    return Reading(form.kind, (order,), tuple(doubts))


def _adds_up(order: Order) -> str:
    amounts = [line.amount for line in order.lines]
    stated = [figure for figure in (order.subtotal, order.total) if figure is not None]
    if stated and all(amount is not None for amount in amounts):
        reached = sum((amount for amount in amounts if amount is not None), Decimal(0))
        if reached in stated:
            return "The order itself lists none, and they come to what it states."
        return f"The order itself lists none, and they come to {reached} where it states {stated[0]}."
    return "The order itself lists none."


def _same_number(orders: Sequence[Order]) -> tuple[Doubt, ...]:
    """Two different orders under one number: whichever the buyer means, a person must ask."""
    counted = Counter(_plain(order.po_number) for order in orders if order.po_number)
    shown = {_plain(order.po_number): order.po_number for order in reversed(orders) if order.po_number}
    return tuple(
        Doubt("po_number", f"{count} different orders in this mail bear the number {shown[key]}; only one can stand.")
        for key, count in counted.items()
        if count > 1
    )


def _beside(one: Reading, orders: Sequence[Order]) -> Doubt:
    """A change or a cancellation that came with new orders."""
    number = one.orders[0].po_number if one.orders else None
    what = _CHANGES.get(one.kind, "an inquiry")
    if number and any(order.po_number and not _differ(order.po_number, number) for order in orders):
        return Doubt("kind", f"Order {number} came with {what} of it; which of the two holds?")
    about = f" of order {number}" if number else ""
    return Doubt("kind", f"With this came {what}{about}, which was not taken; what is to be done with it?")
