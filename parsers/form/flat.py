"""The orders in a table that bears the number of the order in a column of its own, row by row, as systems export it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk.reading import Doubt, Evidence, Kind, Order, Reading
from parsers import dates
from parsers import page as pages_
from parsers.form import headings, lexicon, parting
from parsers.page import Page, Phrase, Row, Word

_HEAD_ROWS = 25  # rows of a page in which the head of the table stands
_LEAST_HEADS = 4
_MOST_HOLES = 0.2  # share of the rows that may lack a number
_MOST_ORDERS = 200
_PLAIN = ("po", "purchaseorder", "customerpo")
_NAMES = {"sku", "buyer_sku", "gtin", "description"}
_FACTS = {"po_number", "order_date", "requested_date", "cancel_date", "currency"}


@dataclass(frozen=True)
class _Column:
    """A column whose heading names a fact about the whole order."""

    name: str
    x0: float
    x1: float
    is_plain: bool  # "PO number" says whose it is; "Bestell-Nr." may head the codes of the goods


def read(pages: Sequence[Page], *, part: str, read_one: Callable[[Sequence[Page]], Reading]) -> Reading | None:
    """The orders of such a table; None where the first page holds none."""
    if not pages:
        return None
    sheet = pages[0]
    head = _head(sheet)
    if head is None:
        return None
    at, columns = head
    if parting.states_number(sheet, at):
        return None  # the number stands in the head of the paper; the column is another matter
    grouped = _grouped(sheet.rows[at + 1 :], next(one for one in columns if one.name == "po_number"))
    if grouped is None:
        return None
    title = next(iter(headings.find(sheet)), None)
    if title is not None and title.kind not in lexicon.ORDER_KINDS:
        return Reading(title.kind)  # a report or a statement about many orders
    found = [_order(sheet, at, columns, number, rows, part=part, read_one=read_one) for number, rows in grouped]
    if any(one is None for one in found):
        return None
    orders = [one for one in found if one is not None]
    return _reading([order for order, _ in orders], [doubt for _, doubts in orders for doubt in doubts])


def _head(sheet: Page) -> tuple[int, list[_Column]] | None:
    """The row of headings among which the number of an order is one, and the columns of facts."""
    for at, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        phrases = sheet.phrases(row)
        names = [lexicon.FIELDS.get(lexicon.key(phrase.text)) for phrase in phrases]
        if "po_number" not in names or len(phrases) < _LEAST_HEADS:
            continue
        goods = {lexicon.COLUMNS.get(lexicon.key(phrase.text)) for phrase in phrases}
        if "quantity" in goods and goods & _NAMES:
            return at, list(_columns(phrases, names))
    return None


def _columns(phrases: Sequence[Phrase], names: Sequence[str | None]) -> list[_Column]:
    found: list[_Column] = []
    for nth, (phrase, name) in enumerate(zip(phrases, names, strict=True)):
        ends = phrases[nth + 1].words[0].x0 if nth + 1 < len(phrases) else float("inf")
        if name in _FACTS and all(one.name != name for one in found):
            is_plain = lexicon.key(phrase.text).startswith(_PLAIN)
            found.append(_Column(name, phrase.words[0].x0, ends, is_plain=is_plain))
    return found


def _cell(row: Row, column: _Column) -> list[Word]:
    return [word for word in row.words if word.x0 >= column.x0 - 2 and word.x1 <= column.x1 + 2]


def _grouped(rows: Sequence[Row], column: _Column) -> list[tuple[str, list[Row]]] | None:
    """The rows by the number that stands in them, in the order of the first; None where too many state none."""
    groups: dict[str, list[Row]] = {}
    holes = stated = 0
    for row in rows:
        number = pages_.say(_cell(row, column)) if _cell(row, column) else ""
        if any(c.isdigit() for c in number):
            stated += 1
            groups.setdefault(number, []).append(row)
        elif any(c.isdigit() for word in row.words for c in word.text):
            holes += 1
    is_sure = stated > len(groups) or column.is_plain
    if not groups or not is_sure or holes > _MOST_HOLES * stated + 1 or len(groups) > _MOST_ORDERS:
        return None
    return list(groups.items())


def _order(
    sheet: Page,
    at: int,
    columns: Sequence[_Column],
    number: str,
    rows: Sequence[Row],
    *,
    part: str,
    read_one: Callable[[Sequence[Page]], Reading],
) -> tuple[Order, list[Doubt]] | None:
    """One order: its rows under the head of the table, and what its own columns say of the whole."""
    words = tuple(word for row in (*sheet.rows[: at + 1], *rows) for word in row.words)
    said = read_one((replace(sheet, words=words),))
    if not said.orders or not said.orders[0].lines:
        return None
    order, told = said.orders[0], set[str]()
    for column in columns:
        fact = _fact(rows, column)
        if fact is None:
            continue
        value, cell = fact
        shown = Evidence(part, sheet.number, pages_.say(cell), pages_.box(cell))
        changes: dict[str, Any] = {column.name: value}
        order = replace(order, evidence={**order.evidence, column.name: shown}, **changes)
        told.add(column.name)
    if any(column.name == "po_number" and column.is_plain for column in columns):
        told.add("kind")
    left = [doubt for doubt in said.doubts if doubt.field not in told]
    return order, [replace(doubt, why=f"Order {number}: {doubt.why}") for doubt in left]


def _fact(rows: Sequence[Row], column: _Column) -> tuple[str | date, list[Word]] | None:
    """What a column says of the whole order: the one value of all its rows."""
    cells = [_cell(row, column) for row in rows]
    texts = {pages_.say(cell) for cell in cells if cell}
    if len(texts) != 1:
        return None
    (text,), cell = texts, next(cell for cell in cells if cell)
    if column.name == "po_number":
        return text, cell
    if column.name == "currency":
        return (text, cell) if len(text) == 3 and text.isalpha() and text.isupper() else None  # noqa: PLR2004 - ISO 4217
    found = dates.find(text)
    day = found[0].under(None) if found else None
    return (day, cell) if day else None


def _reading(orders: Sequence[Order], doubts: Sequence[Doubt]) -> Reading:
    """Never touchless: no sums prove how such a table is parted."""
    if len(orders) > 1:
        named = ", ".join(f"{order.po_number} ({len(order.lines)} lines)" for order in orders[:8])
        more = f" and {len(orders) - 8} more" if len(orders) > 8 else ""  # noqa: PLR2004 - eight are named
        why = f"Are these {len(orders)} orders: {named}{more}? The table names the order in each row."
        doubts = (*doubts, Doubt("orders", why, tuple(str(order.po_number) for order in orders[:8])))
    return Reading(Kind.PURCHASE_ORDER, tuple(orders), tuple(doubts))
