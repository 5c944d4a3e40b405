"""A CSV or XLSX file as rows of cells, whatever program wrote it; cells are data, never formulas."""

import csv
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import python_calamine

from bot.importing.report import TableError

Cell = str | Decimal
LARGEST = 100 * 2**20
# What a workbook may grow to when it is unpacked: beyond this it was built to hurt.
UNPACKED = 4 * LARGEST
MOST_CELLS = 20_000_000
DELIMITERS = (",", ";", "\t", "|")
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_REFERENCE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)(\d+)""")
# What the two libraries raise for a workbook whose bytes were hurt, or that asks for a password.
_DAMAGE = (
    python_calamine.CalamineError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
_SAMPLE = 30
# Excel's own first line, which names the delimiter.
_SEP = "sep="


@dataclass(frozen=True, slots=True)
class Row:
    """Cells with text stripped and numbers exact; `number` as a spreadsheet counts, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing stands in it."""
        return not any(cell != "" for cell in self.cells)


def rows(path: Path) -> tuple[Row, ...]:
    """Every row that holds something. TableError for a file that is missing, empty, too large, or no table."""
    content = _content(path)
    grid = _workbook(content, path.name) if content.startswith((_ZIP, _OLD_EXCEL)) else _text(content, path.name)
    found = tuple(row for row in grid if not row.is_empty)
    if not found:
        raise TableError(f"{path.name} is empty; a row of headings and a row for each entry were expected.")
    return found


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise TableError(f"{path.name} is larger than {LARGEST // 2**20} MB; split it and import the parts.")
        return path.read_bytes()
    except OSError as missing:
        why = missing.strerror or "it cannot be opened"
        raise TableError(f"{path} cannot be read ({why}); check the name and the rights of the file.") from missing


def _workbook(content: bytes, name: str) -> list[Row]:
    """The first sheet that holds anything; a formula counts as the value that it had when it was saved."""
    try:
        if content.startswith(_ZIP):
            _check(content, name)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for place in range(len(book.sheet_names)):
            sheet = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
            if sheet:
                return [Row(number, tuple(map(_cell, cells))) for number, cells in enumerate(sheet, start=1)]
    except _DAMAGE as damage:
        raise TableError(f"{name} is no workbook that can be opened; save it again as XLSX or CSV.") from damage
    return []


def _check(content: bytes, name: str) -> None:
    """Refuse a workbook that was built to fill the memory: by its size unpacked, or by one cell very far out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            raise TableError(f"{name} is an archive but no XLSX workbook; save the table as XLSX or CSV.")
        if sum(part.file_size for part in parts) > UNPACKED:
            raise TableError(f"{name} unpacks to more than {UNPACKED // 2**20} MB; save the sheet as CSV.")
        for part in parts:
            if part.filename.startswith("xl/worksheets/") and _extent(archive.read(part)) > MOST_CELLS:
                raise TableError(f"{name} has a cell so far out that it cannot be a list; save the sheet as CSV.")


def _extent(sheet: bytes) -> int:
    """Rows times columns of the area that the cells and rows of a sheet lay claim to (ECMA-376, 18.3.1.4)."""
    if b"\x00" in sheet[:_SAMPLE]:
        raise ValueError("the sheet is not in UTF-8, as the format asks")
    row = column = 1
    for letters, digits in _REFERENCE.findall(sheet):
        row = max(row, int(digits))
        column = max(column, len(letters) and _column(letters))
    return row * column


@cache
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _cell(value: object) -> Cell:
    """Text as text, numbers exact: the float 9.8 is the decimal that a person typed."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value).strip()
    return Decimal(int(value)) if float(value).is_integer() else Decimal(repr(value))


def _text(content: bytes, name: str) -> list[Row]:
    text = _decoded(content, name)
    delimiter = None
    if text[: len(_SEP)].lower() == _SEP:
        first, _, text = text.partition("\n")
        delimiter = first.strip()[len(_SEP) :][:1]
        return _split(text, delimiter or _delimiter(text), name, start=2)
    return _split(text, _delimiter(text), name, start=1)


def _decoded(content: bytes, name: str) -> str:
    """UTF-8 or UTF-16 by its mark, UTF-8 where it is valid, else what Windows programs write."""
    marked = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for encoding in (marked, "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise TableError(f"{name} is neither a workbook nor text; a CSV (UTF-8) or XLSX file was expected.")


def _delimiter(text: str) -> str:
    """The sign that cuts the first rows into the most columns, and into the same number of them."""
    sample = "".join(text.splitlines(keepends=True)[:_SAMPLE])

    def columns(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in _cells(sample, delimiter) if row]
        except csv.Error:
            return 0, 0
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) * (usual > 1), usual)

    return max(DELIMITERS, key=columns)


def _split(text: str, delimiter: str, name: str, *, start: int) -> list[Row]:
    """Rows are numbered as a spreadsheet shows them: a quoted line break does not make a new one."""
    try:
        return [
            Row(number, tuple(cell.strip() for cell in cells))
            for number, cells in enumerate(_cells(text, delimiter), start=start)
        ]
    except csv.Error as damage:
        raise TableError(f"{name} is no CSV that can be read: {damage}; save it again as CSV (UTF-8).") from damage


def _cells(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
