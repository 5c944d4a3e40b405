"""A spreadsheet (XLSX, XLS, ODS, CSV) as pages: each sheet one page, each cell where its column stands."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import python_calamine

from parsers import errors, numbers
from parsers.numbers import Mark
from parsers.page import Page
from parsers.pages import compound, layout, separated, text, workbook
from parsers.pages.layout import Box

_MOST_ROWS = 20_000
_MOST_COLUMNS = 120
_MOST_CELLS = 2_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_MERGED = 20_000
_MOST_WEIGHED = 400  # rows whose figures are held against one another
_LONGEST_FIGURE = 20  # letters of a figure with its unit
_CENT = Decimal("0.006")


def pages(data: bytes) -> tuple[Page, ...]:
    """The sheets that hold anything, as they are shown.

    Raises UnreadableError for a workbook that is broken, locked, too large or empty.
    """
    sheets = _opened(data, workbook.look(data))
    found = [page for number, sheet in enumerate(sheets, 1) for page in _page(sheet.shown, sheet.spans, number)]
    if not found:
        raise errors.UnreadableError("The spreadsheet is empty. Ask the sender for it again.")
    return tuple(found)


def withheld(data: bytes) -> str | None:
    """What a person must be asked about a workbook that hides rows with something in them; None for any other."""
    hidden = workbook.look(data)
    if not any(sheet.rows for sheet in hidden.values()):
        return None
    for sheet in _opened(data, hidden):
        full = [at + 1 for at in sorted(sheet.hidden.rows) if any(cell.strip() for cell in sheet.row(at))]
        if full:
            which = f"row {full[0]}" if len(full) == 1 else f"{len(full)} rows (the first is {full[0]})"
            return f"The sheet {sheet.name} hides {which}; what is hidden was not read. Is it ordered too?"
    return None


class _Sheet(NamedTuple):
    """One sheet: all its cells as they would be read out, what it hides, and which cells reach over several columns."""

    name: str
    cells: list[list[str]]
    hidden: workbook.Hidden
    merged: dict[tuple[int, int], int]

    def row(self, at: int) -> list[str]:
        """One row; empty behind the last."""
        return self.cells[at] if at < len(self.cells) else []

    @property
    def shown(self) -> list[list[str]]:
        """The cells of rows and columns that are not hidden."""
        away = self.hidden.columns
        rows = [row for at, row in enumerate(self.cells) if at not in self.hidden.rows]
        return [[cell for at, cell in enumerate(row) if at not in away] for row in rows] if away else rows

    @property
    def spans(self) -> dict[tuple[int, int], int]:
        """How many columns a cell reaches over, by its place among those shown."""
        if not self.merged:
            return {}
        rows = {at: place for place, at in enumerate(self._left(len(self.cells), self.hidden.rows))}
        columns = {at: place for place, at in enumerate(self._left(_MOST_COLUMNS * 2, self.hidden.columns))}
        return {
            (rows[row], columns[column]): len([at for at in range(column, column + span) if at in columns])
            for (row, column), span in self.merged.items()
            if row in rows and column in columns
        }

    @staticmethod
    def _left(count: int, away: frozenset[int]) -> list[int]:
        return [at for at in range(count) if at not in away]


def _opened(data: bytes, hidden: Mapping[str, workbook.Hidden]) -> list[_Sheet]:
    if data.startswith(_OLE) and not compound.is_sound(data):
        raise errors.UnreadableError("The spreadsheet is broken and cannot be opened. Ask the sender for it again.")
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [_sheet(book.get_sheet_by_name(name), hidden.get(name, workbook.Hidden())) for name in _shown(book)]
    except python_calamine.PasswordError as locked:
        raise errors.UnreadableError(
            "The spreadsheet is protected by a password. Ask the sender for one without."
        ) from locked
    except (KeyboardInterrupt, SystemExit, MemoryError, errors.UnreadableError):
        raise
    except BaseException as broken:  # calamine's panics are no Exceptions
        raise errors.UnreadableError(
            "The spreadsheet is broken and cannot be opened. Ask the sender for it again."
        ) from broken


def _sheet(sheet: python_calamine.CalamineSheet, hidden: workbook.Hidden) -> _Sheet:
    """The rows of a sheet; a lone cell far away does not make a million empty rows."""
    is_wide = sheet.total_height * sheet.total_width > _MOST_CELLS
    if is_wide and sheet.height * sheet.width > _MOST_CELLS:
        raise errors.UnreadableError("The spreadsheet is too large to be read. A person must look.")
    values = sheet.to_python(skip_empty_area=is_wide, nrows=_MOST_ROWS)
    mark = _mark(values)
    cells = [[_said(value, mark) for value in row] for row in values]
    if is_wide:  # places are counted from the first cell that holds something
        return _Sheet(sheet.name, cells, workbook.Hidden(), {})
    ranges = (sheet.merged_cell_ranges or [])[:_MOST_MERGED]
    merged = {(row, left): right - left + 1 for (row, left), (_, right) in ranges if right > left}
    return _Sheet(sheet.name, cells, hidden, merged)


def _shown(book: Any) -> list[str]:
    hidden = python_calamine.SheetVisibleEnum
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible is hidden.Visible and sheet.typ is python_calamine.SheetTypeEnum.WorkSheet
    ]


def is_csv(data: bytes) -> bool:
    """Lines one under another with one number of cells, parted by one sign."""
    return separated.sign(text.decoded(data)) is not None


def csv_pages(data: bytes) -> tuple[Page, ...]:
    """The one page that a CSV file is. Raises UnreadableError where it is damaged or empty."""
    whole = text.decoded(data)
    found = tuple(_page(separated.rows(whole, separated.sign(whole) or ","), {}, 1))
    if not found:
        raise errors.UnreadableError("The table is empty. Ask the sender for it again.")
    return found


def _mark(values: Sequence[Sequence[object]]) -> Mark:
    """The sign before decimals in the cells that hold text: a program shows the figures of a sheet with the same.

    Where the text leaves it open ("468 St", "2,865/St") the rows say it: quantity x price is the amount.
    """
    texts = (cell.replace("/", " ") for row in values for cell in row if isinstance(cell, str))
    votes = numbers.votes(word for text_ in texts for word in text_.split())
    if votes[Mark.COMMA] == votes[Mark.POINT]:
        votes = {mark: sum(_agrees(row, mark) for row in values[:_MOST_WEIGHED]) for mark in Mark}
    return Mark.COMMA if votes[Mark.COMMA] > votes[Mark.POINT] else Mark.POINT


def _agrees(row: Sequence[object], mark: Mark) -> bool:
    """Two figures of a row come to a third, and one of the two is text."""
    kept = [Decimal(f"{cell:.6f}") for cell in row if isinstance(cell, float)]
    words = [cell.partition("/")[0] for cell in row if isinstance(cell, str) and len(cell) <= _LONGEST_FIGURE]
    told = [found.value for word in words if (found := numbers.figure(word, mark))]
    pairs = [(one, other) for at, one in enumerate(told) for other in (*told[at + 1 :], *kept)]
    return any(abs(one * other - amount) < _CENT for one, other in pairs for amount in kept if amount > 1)


def _said(value: object, mark: Mark) -> str:
    """A cell as it would be read out: numbers with the sign of the sheet before decimals, dates as ISO."""
    match value:
        case None | "":
            return ""
        case bool():
            return str(value)
        case float():
            return f"{round(value, 6):.6f}".rstrip("0").rstrip(".").replace(".", mark)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time() | timedelta():
            return str(value)
        case _:
            return str(value)


def _page(rows: Sequence[Sequence[str]], spans: Mapping[tuple[int, int], int], number: int) -> Iterator[Page]:
    kept = [row[:_MOST_COLUMNS] for row in rows[:_MOST_ROWS]]
    if any(cell.strip() for row in kept for cell in row):
        by_row: dict[int, dict[int, int]] = {}
        for (place, at), span in spans.items():
            by_row.setdefault(place, {})[at] = span
        laid = [_laid(row, by_row.get(place, {})) for place, row in enumerate(kept)]
        yield layout.page(layout.table(laid, is_ruled=False, is_parted=True), number)


def _laid(row: Sequence[str], spans: Mapping[int, int]) -> list[tuple[Box, int]]:
    """Cells in columns as wide as they need; a merged cell, and a long text with nothing beside it, reach over more."""
    cells: list[tuple[Box, int]] = []
    at = 0
    while at < len(row):
        lines = [re.sub(r"\s+", " ", line).strip() for line in row[at].split("\n")]
        span = min(spans.get(at, 1), len(row) - at)
        if span == 1 and max(map(len, lines)) > 20:  # noqa: PLR2004 - a title or an address, not a cell of a table
            while at + span < len(row) and not row[at + span].strip():
                span += 1
        cells.append((layout.paragraph(lines), span))
        at += span
    return cells
