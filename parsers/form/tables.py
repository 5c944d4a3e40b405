"""The line tables of a document: which rows of which page stand under which head."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parsers import numbers
from parsers.form import columns, folio, grid, lexicon, running, sumnames, sumrows
from parsers.form.columns import Column, Head
from parsers.form.currency import CODES
from parsers.form.grid import Grid
from parsers.page import Page, Row, Rule, Word

_LOOK_OVER = 8  # rows at the top of a page that may go on with a table
_LOOK_BELOW = 3  # rows below the sum of a part that may begin the next one


@dataclass(frozen=True)
class Section:
    """The rows of one page that stand under one head, to where the table ends."""

    sheet: Page
    grid: Grid
    rows: tuple[Row, ...]
    head: Head | None
    is_closed: bool  # a row of sums ended it
    lower: Grid | None = None  # the columns in the second row of each item, under a head of two storeys

    @property
    def levels(self) -> Sequence[Rule]:
        """Ruling lines that part rows on this page."""
        return self.sheet.levels


def top(pages: Sequence[Page], found: Sequence[Section]) -> float:
    """Where the first head of a line table stands on the first page: letterhead and addresses stand above it."""
    heads = [one.sheet.rows[one.head.first].top for one in found if one.head and one.sheet.number == pages[0].number]
    return min(heads, default=math.inf)


def sections(pages: Sequence[Page]) -> list[Section]:
    """The sections of all line tables, in reading order; a table goes on to a page without a head of its own."""
    found: list[Section] = []
    sums = running.Sums()
    for sheet in pages:
        heads = columns.heads(sheet)
        first_head = heads[0].first if heads else len(sheet.rows)
        is_next = bool(found) and found[-1].sheet.number == sheet.number - 1
        # Where the page repeats the head, what stands above it is the letterhead.
        if is_next and not (heads and _names(heads[0]) == _names(found[-1].head)):
            carried = _carried(found[-1], sheet, sheet.rows[:first_head])
            if carried:
                found.append(_without_sums(carried, sums))
        for at, head in enumerate(heads):
            end = heads[at + 1].first if at + 1 < len(heads) else len(sheet.rows)
            alike = found[-1].rows if found and _is_same(found[-1].head, head) else ()
            found.append(_without_sums(_section(sheet, head, sheet.rows[head.last + 1 : end], alike), sums))
    return found


def _names(head: Head | None) -> list[str]:
    return [column.name for column in head.columns] if head else []


def _is_same(before: Head | None, head: Head) -> bool:
    """The same headings at the same places."""
    return (
        before is not None
        and _names(before) == _names(head)
        and all(abs(a.x0 - b.x0) < 1 for a, b in zip(before.columns, head.columns, strict=True))
    )


def _section(sheet: Page, head: Head, rows: Sequence[Row], alike: Sequence[Row]) -> Section:
    kept, is_closed = _until_sums(sheet, rows, head.columns)
    lower = grid.grid(replace(head, columns=head.lower), kept, sheet.uprights) if head.lower else None
    whole = grid.grid(head, kept, sheet.uprights, alike=alike)
    return Section(sheet, whole, tuple(kept), head, is_closed, lower)


def _carried(before: Section, sheet: Page, rows: Sequence[Row]) -> Section | None:
    # Below the sum of a part, at the foot of a page, the next part begins on the next one.
    if before.is_closed and not any(_is_like_item(sheet, row, before.grid.columns) for row in rows[:_LOOK_OVER]):
        return None
    kept, is_closed = _until_sums(sheet, rows, before.grid.columns, goes_on=True)
    if not kept or abs(before.sheet.width - sheet.width) > 1:
        return None
    return Section(sheet, before.grid, tuple(kept), None, is_closed, before.lower)


def _without_sums(section: Section, sums: running.Sums) -> Section:
    """Without the rows that add up the rows above them; the table ends at one that no item follows."""
    if section.lower:
        return section
    kept: list[Row] = []
    for at, row in enumerate(section.rows):
        if not sums.states(row, section.grid):
            kept.append(row)
            continue
        after = section.rows[at + 1 : at + 1 + _LOOK_BELOW]
        if not any(_is_like_item(section.sheet, below, section.grid.columns) for below in after):
            return replace(section, rows=tuple(kept), is_closed=True)
    return replace(section, rows=tuple(kept))


def _until_sums(
    sheet: Page, rows: Sequence[Row], columns: Sequence[Column], *, goes_on: bool = False
) -> tuple[list[Row], bool]:
    """The rows above the row of sums that ends the table, and whether there was one.

    A sum with items below it is that of a part of the order: it is passed over, and the table goes on. Where the
    table goes on from another page, the first row of this one may be such a sum.
    """
    kept: list[Row] = []
    is_part = False  # the row above is the sum of a part
    for at, row in enumerate(rows):
        if folio.states(sheet, row) or (is_part and _heads_part(sheet, rows[at : at + 2], columns)):
            continue
        is_part = False
        is_end = (
            sumrows.is_sum(sheet, row)
            or sumrows.is_tax_above_total(sheet, rows[at : at + 2])
            or sumrows.are_heads(sheet, row)
            or _names_end(sheet, row)
        )
        if (kept or goes_on) and is_end:
            if any(_is_like_item(sheet, after, columns) for after in rows[at + 1 : at + 1 + _LOOK_BELOW]):
                is_part = True
                continue
            return kept, True
        kept.append(row)
    return kept, False


def _heads_part(sheet: Page, rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """A row of words alone over an item that has words of its own: the title of the next part."""
    return len(rows) > 1 and not any(map(str.isdigit, rows[0].text)) and _is_like_item(sheet, rows[1], columns)


def _is_like_item(sheet: Page, row: Row, columns: Sequence[Column]) -> bool:
    """A figure stands right under the heading of the quantity, another under the price or the amount, and words too."""
    if any(_starts_sum(phrase.text) for phrase in sheet.phrases(row)) or not _has_words(row):
        return False
    under = {
        column.role
        for column in columns
        if column.words
        for word in row.words
        if _is_figure(word.text) and _overlaps(word, column)
    }
    return bool(under & {"quantity", "size"}) and bool(under & {"unit_price", "amount"})


def _is_figure(text: str) -> bool:
    """A count or a price may be ("CAD14.50"); no rate, as in "Rebate 5%"."""
    is_sum = text.lstrip("$€£-+")[:1].isdigit() or any(numbers.value(text, mark) is not None for mark in numbers.Mark)
    return is_sum and not text.rstrip(":").endswith("%")


def _has_words(row: Row) -> bool:
    return any(word.text[:1].isalpha() and word.text.upper() not in CODES for word in row.words)


def _starts_sum(text: str) -> bool:
    """The phrase begins with the name of a sum, a tax or a charge."""
    words = [key for key in (lexicon.key(word) for word in text.split()[: lexicon.LONGEST]) if key]
    return any("".join(words[:end]) in lexicon.SUMS for end in range(1, len(words) + 1))


def _overlaps(word: Word, column: Column) -> bool:
    return word.x0 < max(part.x1 for part in column.words) and word.x1 > min(part.x0 for part in column.words)


def _names_end(sheet: Page, row: Row) -> bool:
    """The name of a sum above its figure, or the labels of parties side by side: neither stands in a table."""
    phrases = [phrase.text.rstrip(": ") for phrase in sheet.phrases(row)]
    if len(phrases) == 1:
        text = phrases[0]
        return sumrows.meaning(text) in {"subtotal", "total"} and lexicon.key(text) not in sumnames.BARE
    return all(lexicon.key(text) in lexicon.PARTIES for text in phrases)


def head_rows(found: Iterable[Section]) -> set[tuple[int, float]]:
    """Page and top of each row that is part of the head of a line table."""
    return {
        (row.page, row.top)
        for section in found
        if section.head
        for row in section.sheet.rows[section.head.first : section.head.last + 1]
    }
