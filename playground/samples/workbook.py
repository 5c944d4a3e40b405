"""The smallest XLSX file (ECMA-376, Office Open XML) that a spreadsheet program opens: sheets of plain cells."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape

Cell = str | int | Decimal | None

_OPENXML = "http://schemas.openxmlformats.org"
_SHEETS = f"{_OPENXML}/spreadsheetml/2006/main"
_LINKS = f"{_OPENXML}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The oldest time a zip archive can hold: the same cells give the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def xlsx(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows as a workbook of one sheet: text as text, numbers as numbers, None as an empty cell."""
    return book({"Sheet1": rows})


def book(sheets: Mapping[str, Iterable[Sequence[Cell]]], *, merged: Sequence[str] = ()) -> bytes:
    """Several sheets by their names, in this order; `merged` are ranges of the first one that show as one cell."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_parts(list(sheets)), **_written(sheets.values(), merged)}.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), _XML + text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def area(row: int, first: int, last: int) -> str:
    """The name of the cells of one row (from 1), from one column to another (from 0)."""
    return f"{_letters(first)}{row}:{_letters(last)}{row}"


def _written(sheets: Iterable[Iterable[Sequence[Cell]]], merged: Sequence[str]) -> dict[str, str]:
    joined = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    joined = f'<mergeCells count="{len(merged)}">{joined}</mergeCells>' if joined else ""
    return {
        f"xl/worksheets/sheet{nth}.xml": f'<worksheet xmlns="{_SHEETS}"><sheetData>'
        f"{''.join(_row(place, cells) for place, cells in enumerate(rows, start=1))}</sheetData>"
        f"{joined if nth == 1 else ''}</worksheet>"
        for nth, rows in enumerate(sheets, start=1)
    }


def _parts(names: Sequence[str]) -> dict[str, str]:
    """Everything but the cells: what is where, and what the sheets are called."""
    numbered = list(enumerate(names, start=1))
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{nth}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for nth, _ in numbered
    )
    listed = "".join(f'<sheet name="{escape(name)}" sheetId="{nth}" r:id="rId{nth}"/>' for nth, name in numbered)
    links = "".join(
        f'<Relationship Id="rId{nth}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{nth}.xml"/>'
        for nth, _ in numbered
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_OPENXML}/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_OPENXML}/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_OPENXML}/package/2006/relationships">{links}</Relationships>'
        ),
    }


def _row(place: int, cells: Sequence[Cell]) -> str:
    written = (_cell(f"{_letters(column)}{place}", cell) for column, cell in enumerate(cells) if cell is not None)
    return f'<row r="{place}">{"".join(written)}</row>'


def _cell(reference: str, cell: Cell) -> str:
    if isinstance(cell, str):
        words = f'<is><t xml:space="preserve">{escape(cell)}</t></is>'
        return f'<c r="{reference}" t="inlineStr">{words}</c>'
    return f'<c r="{reference}"><v>{cell}</v></c>'


def _letters(column: int) -> str:
    """The name of a column counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
