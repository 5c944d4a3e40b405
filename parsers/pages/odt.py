"""An OpenDocument text (ODT) as one page: its head, paragraphs, tables and frames (OpenDocument 1.3, part 3)."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from parsers import errors
from parsers.page import Page
from parsers.pages import layout, office, writing
from parsers.pages.layout import Box
from parsers.pages.office import attribute, child, children, local
from parsers.pages.writing import Block

_GONE = frozenset({
    "tracked-changes", "hidden-text", "hidden-paragraph", "annotation", "note", "forms", "sequence-decls",
    "variable-decls", "object", "object-ole",
})  # fmt: skip
_MOST_SPACES = 200


def pages(data: bytes) -> tuple[Page, ...]:
    """The one page that it is. Raises UnreadableError where it is broken, or shows no text."""
    parts = office.Parts(data)
    body = child(parts.root("content.xml"), "body", "text")
    if body is None:
        raise errors.UnreadableError("The document holds no text. A person must look.")
    masters = child(parts.root("styles.xml"), "master-styles")
    heads = [block for master in masters or () for one in children(master, "header") for block in _blocks(one)]
    feet = [block for master in masters or () for one in children(master, "footer") for block in _blocks(one)]
    box = writing.stack([*heads, *_blocks(body), *feet])
    if not box.words:
        raise errors.UnreadableError("The document holds pictures and no text. A person must look.")
    return (layout.page(box),)


def _blocks(within: ET.Element) -> Iterator[Block]:
    for element in within:
        name = local(element)
        if name in {"p", "h"}:
            boxes: list[Block] = []
            words = "".join(_words(element, boxes))
            if words.strip() or not boxes:
                yield words
            yield from boxes
        elif name == "table":
            yield _table(element)
        elif name not in _GONE:
            yield from _blocks(element)


def _words(within: ET.Element, boxes: list[Block]) -> Iterator[str]:
    """The text of a paragraph, in which words and elements take turns; frames that hang on it go into `boxes`."""
    yield _said(within.text)
    for element in within:
        match local(element):
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case "s":
                yield " " * office.number(attribute(element, "c"), _MOST_SPACES)
            case "text-box":
                boxes.extend(_blocks(element))
            case name if name not in _GONE:
                yield from _words(element, boxes)
        yield _said(element.tail)


def _said(text: str | None) -> str:
    return " ".join(f"|{text}|".split())[1:-1] if text else ""


def _table(element: ET.Element) -> Box:
    rows: list[list[tuple[Box, int]]] = []
    for row in _rows(element):
        cells = list(_cells(row))
        times = office.number(attribute(row, "number-rows-repeated"), layout.MOST_ROWS)
        is_empty = not any(box.words for box, _ in cells)
        rows.extend([cells] * (1 if is_empty else min(times, layout.MOST_ROWS - len(rows))))
        if len(rows) >= layout.MOST_ROWS:
            break
    return layout.table(rows, is_ruled=max((len(row) for row in rows), default=0) > 1)


def _rows(element: ET.Element) -> Iterator[ET.Element]:
    for one in element:
        if local(one) == "table-row":
            if attribute(one, "visibility") not in {"collapse", "filter"}:
                yield one
        elif local(one) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(one)


def _cells(row: ET.Element) -> Iterator[tuple[Box, int]]:
    """A cell takes one column; those that a cell beside or above reaches over are written, and empty."""
    taken = 0
    for cell in row:
        if local(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        times = office.number(attribute(cell, "number-columns-repeated"), writing.MOST_COLUMNS - taken)
        taken += times
        is_covered = local(cell) == "covered-table-cell"
        box = Box((), (), 0.0, 0.0) if is_covered else writing.stack(list(_blocks(cell)))
        yield from [(box, 1)] * times
        if taken >= writing.MOST_COLUMNS:
            return
