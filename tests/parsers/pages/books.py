"""Workbooks of several sheets made by code, with what they merge and hide."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal

from playground.samples import workbook

Cell = workbook.Cell
_REL = '<Relationship Id="rId{0}" Type="{1}/worksheet" Target="worksheets/sheet{0}.xml"/>'
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def sheet(
    rows: Sequence[Sequence[Cell]],
    *,
    merged: Sequence[str] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
) -> str:
    """The XML of one sheet; rows and columns count from 1, a merged range is written "A1:C1"."""
    with zipfile.ZipFile(io.BytesIO(workbook.xlsx(rows))) as whole:
        xml = whole.read("xl/worksheets/sheet1.xml").decode()
    for row in hidden_rows:
        xml = xml.replace(f'<row r="{row}">', f'<row r="{row}" hidden="1">')
    columns = "".join(f'<col min="{column}" max="{column}" width="9" hidden="1"/>' for column in hidden_columns)
    ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    xml = xml.replace("<sheetData>", f"<cols>{columns}</cols><sheetData>" if columns else "<sheetData>")
    return xml.replace("</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>" if ranges else "</sheetData>")


def book(sheets: Mapping[str, str], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook of sheets by name, those in `hidden` not shown."""
    with zipfile.ZipFile(io.BytesIO(workbook.xlsx([["x"]]))) as whole:
        parts = {name: whole.read(name).decode() for name in whole.namelist()}
    numbered = list(enumerate(sheets.items(), 1))
    state = dict.fromkeys(hidden, ' state="hidden"')
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}"{state.get(name, "")} r:id="rId{at}"/>' for at, (name, _) in numbered
    )
    shown = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = shown[: shown.index("<sheets>")] + f"<sheets>{listed}</sheets></workbook>"
    links = parts["xl/_rels/workbook.xml.rels"]
    all_links = "".join(_REL.format(at, _LINKS) for at, _ in numbered)
    parts["xl/_rels/workbook.xml.rels"] = links[: links.index("<Relationship ")] + all_links + "</Relationships>"
    kinds = [f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPE}"/>' for at, _ in numbered]
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", "".join(kinds[1:]) + "</Types>")
    parts |= {f"xl/worksheets/sheet{at}.xml": xml for at, (_, xml) in numbered}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()


HEAD: list[Sequence[Cell]] = [
    ["Purchase Order"],
    ["PO Number", "4500118"],
    ["Order Date", "2026-03-02"],
    ["Buyer", "Hartwell & Finch Ltd"],
    ["Currency", "GBP"],
    [],
]
ITEMS: list[Sequence[Cell]] = [
    ["Item", "Description", "Quantity", "Unit Price", "Amount"],
    ["RNG-114", "Plain ring", 12, Decimal("9.80"), Decimal("117.60")],
    ["HOP-220", "Small hoops", 5, Decimal("4.00"), Decimal("20.00")],
]
TOTAL: list[Sequence[Cell]] = [["", "", "", "Total", Decimal("137.60")]]
