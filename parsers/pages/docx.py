"""A Word document (DOCX) as one page: its head, paragraphs, tables and text boxes, as they stand once all is agreed.

ECMA-376, part 1. Of tracked changes what was inserted is there and what was deleted is not; hidden text is not.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from parsers import errors
from parsers.page import Page
from parsers.pages import layout, office, writing
from parsers.pages.layout import Box
from parsers.pages.office import attribute, child, children, local
from parsers.pages.writing import Block

_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_GONE = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "tblPr", "trPr", "tcPr"})
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = ("0", "false", "off", "none")
_NO_SHADE = ("", "auto", "FFFFFF", "clear")


def pages(data: bytes) -> tuple[Page, ...]:
    """The one page that it is. Raises UnreadableError where it is broken, or shows no text."""
    parts = office.Parts(data)
    root = parts.root(_DOCUMENT)
    body = child(root, "body")
    if body is None:
        raise errors.UnreadableError("The document holds no text. A person must look.")
    heads, feet = _around(parts, body)
    box = writing.stack([*heads, *_blocks(body), *feet])
    if not box.words:
        raise errors.UnreadableError("The document holds pictures and no text. A person must look.")
    return (layout.page(box),)


def _around(parts: office.Parts, body: ET.Element) -> tuple[list[Block], list[Block]]:
    """What stands at the head and at the foot of the pages, each wording once."""
    relations = parts.root(_RELATIONS)
    targets = {attribute(one, "Id"): attribute(one, "Target") for one in relations} if relations is not None else {}
    found: dict[str, list[list[Block]]] = {"headerReference": [], "footerReference": []}
    for element in body.iter():
        if local(element) in found:
            name = targets.get(attribute(element, "id"), "").lstrip("/")
            root = parts.root(name if name.startswith("word/") else f"word/{name}")
            blocks = list(_blocks(root)) if root is not None else []
            if blocks not in found[local(element)]:
                found[local(element)].append(blocks)
    heads, feet = ([block for blocks in some for block in blocks] for some in found.values())
    return heads, feet


def _blocks(within: ET.Element, *, is_shaded: bool = False) -> Iterator[Block]:
    """Paragraphs and tables in order; what only wraps them is looked through."""
    for element in within:
        match local(element):
            case "p":
                yield from _paragraph(element, is_shaded=is_shaded)
            case "tbl":
                yield _table(element)
            case name if name not in _GONE and name != "sectPr":
                yield from _blocks(element, is_shaded=is_shaded)


def _paragraph(element: ET.Element, *, is_shaded: bool) -> Iterator[Block]:
    boxes: list[Block] = []
    words = "".join(_words(element, boxes, is_shaded=is_shaded or _is_shade(child(element, "pPr", "shd"))))
    if words.strip() or not boxes:
        yield words
    yield from boxes


def _words(within: ET.Element, boxes: list[Block], *, is_shaded: bool) -> Iterator[str]:
    """The text of a paragraph; text boxes that hang on it are put into `boxes`."""
    for element in within:
        name = local(element)
        if name == "t":
            yield (element.text or "").replace("\xa0", " ")
        elif name in _MARKS:
            yield _MARKS[name]
        elif name == "txbxContent":
            boxes.extend(_blocks(element, is_shaded=True))  # its fill is told elsewhere, in many ways
        elif name == "r" and _is_hidden(child(element, "rPr"), is_shaded=is_shaded):
            continue
        elif name not in _GONE and not (name == "AlternateContent" and child(element, "Choice") is None):
            yield from _words(element, boxes, is_shaded=is_shaded)
        elif name == "AlternateContent":
            for fallback in children(element, "Fallback"):
                yield from _words(fallback, boxes, is_shaded=is_shaded)


def _is_hidden(how: ET.Element | None, *, is_shaded: bool) -> bool:
    """Not printed, or white on white; a fill that a table's style gives is not seen here, so there white stays."""
    if how is None:
        return False
    for name in ("vanish", "webHidden"):
        mark = child(how, name)
        if mark is not None and attribute(mark, "val") not in _OFF:
            return True
    is_white = attribute(child(how, "color"), "val").upper() == "FFFFFF"
    return is_white and not is_shaded and not _is_shade(child(how, "shd")) and child(how, "highlight") is None


def _is_shade(shade: ET.Element | None) -> bool:
    return attribute(shade, "fill") not in _NO_SHADE or attribute(shade, "themeFill") != ""


def _table(element: ET.Element) -> Box:
    is_styled = child(element, "tblPr", "tblStyle") is not None or _is_shade(child(element, "tblPr", "shd"))
    rows = [
        list(_cells(row, is_styled=is_styled)) for row in _through(element, "tr") if child(row, "trPr", "del") is None
    ]
    kept = [row for row in rows if row][: layout.MOST_ROWS]
    return layout.table(kept, is_ruled=max((len(row) for row in kept), default=0) > 1)


def _cells(row: ET.Element, *, is_styled: bool) -> Iterator[tuple[Box, int]]:
    before = attribute(child(row, "trPr", "gridBefore"), "val")
    if before:
        yield Box((), (), 0.0, 0.0), office.number(before, writing.MOST_COLUMNS)
    for cell in _through(row, "tc"):
        how = child(cell, "tcPr")
        span = office.number(attribute(child(how, "gridSpan"), "val"), writing.MOST_COLUMNS)
        merged = child(how, "vMerge")
        if merged is not None and attribute(merged, "val") != "restart":
            yield Box((), (), 0.0, 0.0), span
        else:
            yield writing.stack(list(_blocks(cell, is_shaded=is_styled or _is_shade(child(how, "shd"))))), span


def _through(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """Rows or cells; content controls and marks of changes may wrap them."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _through(one, name)
