"""The smallest XLSX file (ECMA-376, Office Open XML) that a spreadsheet program opens: one sheet, plain cells."""

import io
import zipfile
from collections.abc import Iterable, Sequence
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

_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_OPENXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_OPENXML}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_SHEETS}" xmlns:r="{_LINKS}">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_OPENXML}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


def xlsx(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows as a workbook: text as text, numbers as numbers, None as an empty cell."""
    written = "".join(_row(place, cells) for place, cells in enumerate(rows, start=1))
    sheet = f'<worksheet xmlns="{_SHEETS}"><sheetData>{written}</sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), _XML + text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


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
