"""A spreadsheet (XLSX, XLS, ODS, CSV) as pages: each sheet one page, each cell where its column stands."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

from parsers import errors
from parsers.page import Page
from parsers.pages import layout, text
from parsers.pages.layout import Box

_MOST_ROWS = 20_000
_MOST_COLUMNS = 120
_MOST_CELLS = 2_000_000
_MOST_BYTES = 150_000_000  # unpacked


def pages(data: bytes) -> tuple[Page, ...]:
    """The sheets that hold anything. Raises UnreadableError for a workbook that is broken, locked or empty."""
    _refuse_bombs(data)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [_cells(book.get_sheet_by_name(name)) for name in _shown(book)]
    except python_calamine.PasswordError as locked:
        raise errors.UnreadableError(
            "The spreadsheet is locked with a password. Ask the sender for one without."
        ) from locked
    except (KeyboardInterrupt, SystemExit, MemoryError, errors.UnreadableError):
        raise
    except BaseException as broken:  # calamine's panics are no Exceptions
        raise errors.UnreadableError(
            "The spreadsheet is broken and cannot be opened. Ask the sender for it again."
        ) from broken
    return _pages([[[_said(value) for value in row] for row in sheet] for sheet in sheets])


def _cells(sheet: python_calamine.CalamineSheet) -> list[list[Any]]:
    """The rows of a sheet; a lone cell far away does not make a million empty rows."""
    is_wide = sheet.total_height * sheet.total_width > _MOST_CELLS
    if is_wide and sheet.height * sheet.width > _MOST_CELLS:
        raise errors.UnreadableError("The spreadsheet is too large to be read. A person must look.")
    return sheet.to_python(skip_empty_area=is_wide)


def _refuse_bombs(data: bytes) -> None:
    """A workbook that unpacks to far more than it is."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        unpacked = sum(member.file_size for member in packed.infolist())
    if unpacked > _MOST_BYTES:
        raise errors.UnreadableError(
            f"The spreadsheet unpacks to {unpacked // 1_000_000} MB, which no order needs. A person must look."
        )


def _shown(book: Any) -> list[str]:
    hidden = python_calamine.SheetVisibleEnum
    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible is hidden.Visible and sheet.typ is python_calamine.SheetTypeEnum.WorkSheet
    ]


def is_csv(data: bytes) -> bool:
    """Several lines with the same number of the same separators."""
    lines = [line for line in text.decoded(data[:20_000]).splitlines()[:20] if line.strip()]
    if len(lines) < 2:  # noqa: PLR2004 - a heading and a line
        return False
    return any(min(line.count(sign) for line in lines[:8]) >= 1 and _is_even(lines, sign) for sign in ";,\t|")


def _is_even(lines: Sequence[str], sign: str) -> bool:
    counts = [len(row) for row in csv.reader(lines, delimiter=sign)]
    return counts.count(max(counts)) >= 0.7 * len(counts) and max(counts) >= 3  # noqa: PLR2004


def csv_pages(data: bytes) -> tuple[Page, ...]:
    """The one page that a CSV file is."""
    whole = text.decoded(data)
    lines = whole.splitlines()[:_MOST_ROWS]
    sign = max(
        ";,\t|", key=lambda sign: (_is_even([line for line in lines[:20] if line.strip()], sign), lines[0].count(sign))
    )
    return _pages([list(csv.reader(lines, delimiter=sign))])


def _said(value: object) -> str:
    """A cell as it would be read out: numbers with a point, dates as ISO."""
    match value:
        case None | "":
            return ""
        case bool():
            return str(value)
        case float():
            return f"{round(value, 6):.6f}".rstrip("0").rstrip(".")
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time() | timedelta():
            return str(value)
        case _:
            return str(value)


def _pages(sheets: Sequence[Sequence[Sequence[str]]]) -> tuple[Page, ...]:
    found = []
    for number, rows in enumerate(sheets, 1):
        kept = [row[:_MOST_COLUMNS] for row in rows[:_MOST_ROWS]]
        if any(cell.strip() for row in kept for cell in row):
            found.append(layout.page(_grid(kept), number))
    if not found:
        raise errors.UnreadableError("The spreadsheet is empty. Ask the sender for it again.")
    return tuple(found)


def _grid(rows: Iterable[Sequence[str]]) -> Box:
    """Cells in columns as wide as they need; a long text in a row of its own runs over the empty cells beside it."""
    kept = [list(row) for row in rows]
    laid = [_laid(row) for row in kept]
    return layout.table(laid, is_ruled=False)


def _laid(row: Sequence[str]) -> list[tuple[Box, int]]:
    cells: list[tuple[Box, int]] = []
    at = 0
    while at < len(row):
        lines = [re.sub(r"\s+", " ", line).strip() for line in row[at].split("\n")]
        span = 1
        if max(map(len, lines)) > 20:  # noqa: PLR2004 - a title or an address, not a cell of a table
            while at + span < len(row) and not row[at + span].strip():
                span += 1
        cells.append((layout.paragraph(lines), span))
        at += span
    return cells
