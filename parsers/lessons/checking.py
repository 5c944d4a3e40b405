"""What lessons did to a reading: who taught what, names that stand on the paper, and doubts where a lesson failed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from desk import correcting
from desk.lessons import Lesson, What
from desk.reading import Doubt, Evidence, Kind, Order, Party, Reading
from parsers import page
from parsers.lessons import finding
from parsers.lessons.applying import Applied, Told
from parsers.page import Page

_BELOW = 5  # heights of a label under which its value may stand


def checked(read: Reading, told: Told, part: str) -> Reading:
    """The reading with its teachers named. A field that was read elsewhere than taught is a doubt."""
    if not read.orders or not told.lessons:
        return read
    doubts = list(read.doubts)
    orders = tuple(_order(order, told, doubts, part) for order in read.orders)
    return replace(read, orders=orders, doubts=tuple(doubts), touchless=not doubts and _is_touchless(read, orders))


def _is_touchless(read: Reading, orders: Sequence[Order]) -> bool:
    """The reader's own promise; where lessons settled the last doubt, the figures must prove themselves here."""
    if read.touchless:
        return True
    is_whole = all(None not in (one.po_number, one.order_date, one.currency) for one in orders)
    is_proven = all(correcting.proves(one) for one in orders)
    return read.kind is Kind.PURCHASE_ORDER and bool(read.doubts) and is_whole and is_proven


def _order(order: Order, told: Told, doubts: list[Doubt], part: str) -> Order:
    evidence = dict(order.evidence)
    for one in told.applied:
        doubts.extend(_credit(one, evidence))
    order = replace(order, evidence=evidence)
    for lesson in told.lessons:
        if lesson.rule.what is What.NAME:
            order = _named(order, lesson, told.pages, doubts, part)
    return order


def _credit(one: Applied, evidence: dict[str, Evidence]) -> Iterator[Doubt]:
    """Name the teacher in the evidence that the lesson led to; a doubt where another place was read."""
    rule = one.lesson.rule
    fields = _fields(one, evidence)
    astray = [path for path in fields if not _is_led(one, evidence[path])]
    for path in fields:
        if path not in astray:
            evidence[path] = replace(evidence[path], taught=one.lesson.credit)
    if astray:
        name = rule.field.removeprefix("lines.").replace("_", " ")
        why = f"The {name} was not read where {one.lesson.by} taught that it stands ({rule.said}); which is right?"
        yield Doubt(astray[0], why, (evidence[astray[0]].text,))
    elif rule.what is What.PLACE and fields:
        shown = evidence[fields[0]].text
        name, by = rule.field.replace("_", " "), one.lesson.by
        why = f"Is {shown} the {name}? It stands where {by} showed, but no label says so."
        yield Doubt(rule.field, why, (shown,))


def _fields(one: Applied, evidence: dict[str, Evidence]) -> list[str]:
    field = one.lesson.rule.field
    if not field.startswith("lines."):
        return [field] if field in evidence else []
    name = field.removeprefix("lines.")
    return [
        path
        for path, where in evidence.items()
        if path.startswith("lines.") and path.split(".")[2:] == [name] and where.page == one.page
    ]


def _is_led(one: Applied, where: Evidence) -> bool:
    """The evidence stands in the taught column, or beside or below the taught label."""
    if where.box is None:
        return False
    rule = one.lesson.rule
    x0, top, x1, bottom = one.box
    left, upper, right, lower = where.box
    if rule.what is What.COLUMN:
        return one.low <= (left + right) / 2 <= one.high
    if rule.what is What.LABEL and (rule.field in _MANY or rule.field.startswith("lines.")):
        return True  # which of several totals is the order's, its arithmetic says; an item has labels of its own
    height = max(bottom - top, 6)
    is_level = upper < bottom and top < lower
    is_under = 0 <= upper - top <= _BELOW * height and left < x1 + height and right > x0 - height
    return where.page == one.page and (is_level or is_under)


_MANY = frozenset({"subtotal", "discount", "tax", "shipping", "total"})


def _named(order: Order, lesson: Lesson, pages: Sequence[Page], doubts: list[Doubt], part: str) -> Order:
    """A party whose name was taught, where that name stands on the paper."""
    rule = lesson.rule
    place = next(finding.wording(pages, rule.words), None)
    if place is None:
        return order
    role = rule.field.removesuffix(".name")
    known: Party = getattr(order, role) or Party()
    shown = Evidence(part, place.sheet.number, page.say(place.words), page.box(place.words), lesson.credit)
    doubts[:] = [doubt for doubt in doubts if doubt.field != rule.field]
    party: dict[str, Any] = {role: replace(known, name=rule.words)}
    return replace(order, **party, evidence={**order.evidence, rule.field: shown})
