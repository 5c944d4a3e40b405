"""Rows that say once more what a line already says: an appendix without prices, the share of one market."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from desk.reading import Doubt
from parsers import numbers
from parsers.form.item import Item
from parsers.form.line import Read
from parsers.form.tables import Section
from parsers.numbers import Mark
from parsers.page import Page, Row

_NEAR = 4  # points between the right edges of figures that stand under one another
_MOST_ROWS = 40  # rows of a split
_MOST_LINES = 400  # a longer order is no split


def find(items: Sequence[Item], read: Sequence[Read]) -> dict[int, int]:
    """Which rows (by index) restate which lines: no price, another table, and a code that a priced line bears."""
    priced = [at for at, one in enumerate(read) if one.line.unit_price is not None or one.line.amount is not None]
    if not priced or len(priced) == len(read) or len(read) > _MOST_LINES:
        return {}
    by_code = {code: at for at in reversed(priced) for code in _codes(read[at])}
    found: dict[int, int] = {}
    for at, one in enumerate(read):
        same = next((by_code[code] for code in _codes(one) if code in by_code), None)
        if at in priced or same is None or same > at or _heads(items[at]) == _heads(items[same]):
            continue
        found[at] = same
    return found


def doubts(found: dict[int, int], read: Sequence[Read]) -> Iterator[Doubt]:
    """Where the rows that restate a line say another quantity than the line."""
    for same in sorted(set(found.values())):
        said = [read[at].line.quantity for at, line in found.items() if line == same]
        counted = [quantity for quantity in said if quantity is not None]
        own = read[same].line.quantity
        if own is None or not counted or own in {*counted, sum(counted, Decimal(0))}:
            continue
        name = read[same].line.sku or read[same].line.description or f"line {same + 1}"
        both = (numbers.plain(own), numbers.plain(counted[0]))
        yield Doubt(f"lines.{same}.quantity", f"How many of {name}: {both[0]}, or {both[1]} as said elsewhere?", both)


def _codes(one: Read) -> set[str]:
    return {code for code in (one.line.sku, one.line.buyer_sku, one.line.gtin) if code}


def _heads(item: Item) -> tuple[str, ...]:
    return tuple(column.name for column in item.columns)


def says_again(row: Row, read: Sequence[Read], mark: Mark) -> bool:
    """A row of no item names the code of a line and, as its only number, the quantity of that line."""
    texts = {word.text for word in row.words}
    for one in read:
        codes = _codes(one) & texts
        if codes and one.line.quantity is not None:
            figures = [numbers.value(text, mark) for text in texts - codes]
            if [value for value in figures if value is not None] == [one.line.quantity]:
                return True
    return False


# -- shares --------------------------------------------------------------------------------------------------------


def shares(
    items: Sequence[Item], read: Sequence[Read], sections: Sequence[Section], mark: Mark
) -> Iterator[tuple[int, int]]:
    """Lines that are the share of one market in an earlier line of the same code, on a page of its own.

    A split of the earlier quantity must be printed, and the share must be one of its parts.
    """
    if len({item.page for item in items}) < 2 or len(read) > _MOST_LINES:  # noqa: PLR2004 - a page of its own
        return
    inside = {(row.page, row.top) for section in sections for row in section.rows}
    splits = set(_splits({id(section.sheet): section.sheet for section in sections}.values(), inside, mark))
    bearing: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(read):
        codes, own = _codes(one), one.line.quantity
        for before in sorted({line for code in codes for line in bearing[code]}):
            whole = read[before].line.quantity
            is_part = own and whole and own < whole and items[at].page != items[before].page
            if is_part and (whole, own) in splits:
                yield at, before
                break
        for code in codes:
            bearing[code].append(at)


def _splits(sheets: Iterable[Page], inside: set[tuple[int, float]], mark: Mark) -> Iterator[tuple[Decimal, Decimal]]:
    """Each total of figures under one another outside of the line tables, with each of its parts."""
    for sheet in sheets:
        rows = [row for row in sheet.rows if (row.page, row.top) not in inside]
        for last, row in enumerate(rows):
            for x1, total in _figures(sheet, row, mark):
                parts = _above(sheet, rows[max(0, last - _MOST_ROWS) : last], x1, mark)
                if len(parts) > 1 and sum(parts) == total:
                    yield from ((total, part) for part in parts)


def _above(sheet: Page, rows: Sequence[Row], x1: float, mark: Mark) -> list[Decimal]:
    """The figures right above one, as far as each row has one."""
    parts: list[Decimal] = []
    for row in reversed(rows):
        value = next((value for at, value in _figures(sheet, row, mark) if abs(at - x1) < _NEAR), None)
        if value is None:
            break
        parts.append(value)
    return parts


def _figures(sheet: Page, row: Row, mark: Mark) -> list[tuple[float, Decimal]]:
    found = [(phrase.words[-1].x1, numbers.value(phrase.text, mark)) for phrase in sheet.phrases(row)]
    return [(x1, value) for x1, value in found if value is not None]
