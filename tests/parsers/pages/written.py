"""Word, OpenDocument and RTF files made by code: just enough of each for its reader."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from playground.samples import documents, truths
from playground.samples.papers import USUAL

_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, how)
    return out.getvalue()


def docx(body: str, *, head: str = "", foot: str = "") -> bytes:
    links = '<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}{links}</w:body></w:document>",
            "word/_rels/document.xml.rels": '<R><L Id="h" Target="header1.xml"/><L Id="f" Target="footer1.xml"/></R>',
            "word/header1.xml": f"<w:hdr {_WORD}>{head}</w:hdr>",
            "word/footer1.xml": f"<w:ftr {_WORD}>{foot}</w:ftr>",
        }
    )


def p(words: str, how: str = "") -> str:
    """A paragraph of one run; "\t" is a tab stop."""
    run = "<w:tab/>".join(f"<w:t>{escape(piece)}</w:t>" for piece in words.split("\t"))
    return f"<w:p><w:r><w:rPr>{how}</w:rPr>{run}</w:r></w:p>"


def tc(content: str, how: str = "") -> str:
    return f"<w:tc><w:tcPr>{how}</w:tcPr>{content}</w:tc>"


def tbl(rows: Iterable[Iterable[str]]) -> str:
    return "<w:tbl>" + "".join("<w:tr>" + "".join(cells) + "</w:tr>" for cells in rows) + "</w:tbl>"


def odt(body: str, *, head: str = "") -> bytes:
    master = f"<style:master-page><style:header>{head}</style:header></style:master-page>"
    whole = f"<office:body><office:text>{body}</office:text></office:body>"
    content, styles = "office:document-content", "office:document-styles"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<{content} {_OPEN}>{whole}</{content}>",
            "styles.xml": f"<{styles} {_OPEN}><office:master-styles>{master}</office:master-styles></{styles}>",
        }
    )


def order_docx(truth: truths.Truth) -> bytes:
    """The buyer's name in the page head, facts at tab stops, items and sums in one table."""
    document = documents.order(truth, USUAL)
    facts = "".join(p(f"{label}:\t{value}") for label, value in document.facts)
    parties = tbl([[tc("".join(map(p, (label, *lines)))) for label, lines in document.parties]])
    items = tbl([[tc(p(cell)) for cell in row] for row in _rows(document)])
    return docx(p(document.title) + facts + parties + p("") + items, head="".join(map(p, document.letterhead)))


def order_odt(truth: truths.Truth) -> bytes:
    document = documents.order(truth, USUAL)
    facts = "".join(f"<text:p>{escape(label)}:<text:tab/>{escape(value)}</text:p>" for label, value in document.facts)
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{_p(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in _rows(document)
    )
    return odt(_p(document.title) + facts + f"<table:table>{rows}</table:table>", head=_p(document.letterhead[0]))


def order_rtf(truth: truths.Truth) -> bytes:
    document = documents.order(truth, USUAL)
    lines = [document.title, document.letterhead[0], *(f"{label}: {value}" for label, value in document.facts)]
    said = "".join(f"{_rtf(line)}\\par\n" for line in lines)
    rows = "".join("\\trowd " + "".join(_rtf(cell) + "\\cell " for cell in row) + "\\row\n" for row in _rows(document))
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}}}\n{said}{rows}}}".encode("ascii")


def _rows(document: documents.Document) -> list[Sequence[str]]:
    table = document.table
    assert table is not None
    blank = [""] * (len(table.headings) - 2)
    return [table.headings, *table.rows, *([*blank, label, value] for label, value in document.sums)]


def _p(words: str) -> str:
    return f"<text:p>{escape(words)}</text:p>"


def _rtf(words: str) -> str:
    return "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in words)
