"""Office files and tables made to do harm."""

import io
import zipfile

from playground.samples import workbook
from tests.hostile.archives import end, listed, member, stored, zeros
from tests.hostile.kinds import hostile
from tests.parsers.pages import written

FAMILY = "Office files and tables"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
_ODS = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)


def _xlsx(**parts: bytes) -> bytes:
    """A small workbook with some of its parts replaced: sheet, strings."""
    names = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml"}
    with zipfile.ZipFile(io.BytesIO(workbook.xlsx([["Item", "Qty"]]))) as small:
        files = {name: small.read(name) for name in small.namelist()}
    link = (
        b'<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"'
    )
    rels = "xl/_rels/workbook.xml.rels"
    files[rels] = files[rels].replace(b"</Relationships>", link + b' Target="sharedStrings.xml"/></Relationships>')
    return stored(files | {names[part]: data for part, data in parts.items()})


def _sheet(rows: bytes) -> bytes:
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return b"<worksheet " + space + b"><sheetData>" + rows + b"</sheetData></worksheet>"


@hostile(FAMILY)
def sheet_of_a_million_cells() -> bytes:
    """A workbook of a thousand rows and a thousand columns, all filled."""
    row = b"<row>" + b"<c><v>7</v></c>" * 1_000 + b"</row>"
    return _xlsx(sheet=_sheet(row * 1_000))


@hostile(FAMILY, "shows a long text far too often")
def sheet_of_one_long_string_a_hundred_thousand_times() -> bytes:
    """A shared text of a megabyte, and a hundred thousand cells that show it."""
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>' + b"x" * 1_000_000
    cells = b"<row>" + b'<c t="s"><v>0</v></c>' * 100 + b"</row>"
    return _xlsx(sheet=_sheet(cells * 1_000), strings=strings + b"</t></si></sst>")


@hostile(FAMILY, "reaches further than any order")
def sheet_with_one_cell_far_away() -> bytes:
    """A workbook with one cell at its beginning and one at its very end."""
    return _xlsx(
        sheet=_sheet(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')
    )


@hostile(FAMILY, "unpacks to")
def sheet_that_unpacks_without_end() -> bytes:
    """A workbook of 400 KB that unpacks to 400 MB."""
    packed, name = zeros(400), b"xl/worksheets/sheet1.xml"
    first = member(b"xl/workbook.xml", b"\x03\0", 0)
    second = member(name, packed, 400_000_000)
    directory = listed(b"xl/workbook.xml", 2, 0, 0) + listed(name, len(packed), 400_000_000, len(first))
    return first + second + end(2, directory, len(first + second))


@hostile(FAMILY, "too large|empty|broken|memory|broke down")
def open_document_sheet_that_repeats_itself() -> bytes:
    """An ODS of one row and one cell, repeated a million times sixteen thousand times."""
    cell = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    body = f'<office:body><office:spreadsheet><table:table table:name="a">{row}</table:table></office:spreadsheet>'
    content = f"<office:document-content{_ODS}>{body}</office:body></office:document-content>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return written.packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<a/>"})


@hostile(FAMILY)
def csv_of_a_million_columns() -> bytes:
    """Two lines of a million commas."""
    return (b"a," * 1_000_000 + b"a\n") * 2


@hostile(FAMILY)
def csv_with_a_quote_that_never_closes() -> bytes:
    """A table of 5 MB that is one quoted cell."""
    return b'Item,Qty,Price\n"' + b"A-1,2,3\n" * 600_000


@hostile(FAMILY, "entities")
def letter_that_fetches_a_file() -> bytes:
    """A DOCX with an external entity: it would put /etc/passwd among its words."""
    return written.packed(
        {
            "word/document.xml": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w">'
            "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
        }
    )


@hostile(FAMILY, "entities")
def letter_that_laughs_a_billion_times() -> bytes:
    """A DOCX in which one entity stands for ten, nine times over."""
    return written.packed({"word/document.xml": f"<!DOCTYPE a [{_LAUGHS}]><a>&l9;</a>"})


@hostile(FAMILY, "larger or deeper")
def letter_of_tables_in_tables() -> bytes:
    """A DOCX of ten thousand tables, each in a cell of the one before."""
    depth = 10_000
    return written.docx("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth)


@hostile(FAMILY, "unpacks to")
def letter_that_unpacks_without_end() -> bytes:
    """A DOCX whose text is 60 MB of white space."""
    return written.packed({"word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"})


@hostile(FAMILY, "larger or deeper|larger|deeper")
def letter_of_a_million_elements() -> bytes:
    """A DOCX of a million empty runs."""
    return written.docx("<w:p>" + "<w:r/>" * 1_000_000 + "</w:p>")


@hostile(FAMILY, "RTF file is damaged|more text than any order|text is empty")
def rich_text_of_groups_in_groups() -> bytes:
    """An RTF of a million braces."""
    return b"{\\rtf1" + b"{" * 1_000_000


@hostile("Exact formats", "entities of its own, which are refused")
def order_that_laughs_a_billion_times() -> bytes:
    """A UBL order in which one entity stands for ten, nine times over."""
    space = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
    return f'<?xml version="1.0"?><!DOCTYPE Order [{_LAUGHS}]><Order xmlns="{space}"><ID>&l9;</ID></Order>'.encode()


@hostile("Exact formats")
def order_of_one_long_entity() -> bytes:
    """A cXML order that shows one text of a megabyte a hundred thousand times."""
    return b'<!DOCTYPE cXML [<!ENTITY a "' + b"x" * 1_000_000 + b'">]><cXML>' + b"&a;" * 100_000 + b"</cXML>"


@hostile("Exact formats", "larger or deeper than any order")
def order_of_elements_in_elements() -> bytes:
    """A UBL order of a hundred thousand elements in one another."""
    space = b"urn:oasis:names:specification:ubl:schema:xsd:Order-2"
    return b'<Order xmlns="' + space + b'">' + b"<a>" * 100_000
