"""An HTML body as one page: tables as they are laid out, text that nobody sees left out."""

import codecs
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers import errors
from parsers.page import Page
from parsers.pages import layout
from parsers.pages.layout import Box

_UNSEEN = frozenset("script style head title template noscript meta link svg object iframe select".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6"
    " header"
    " hr html li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$|!)|"
    r"opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|max-height\s*:\s*0(?:px)?\s*(?:;|$)|text-indent\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_SPACED = frozenset({"p", "h1", "h2", "h3", "ul", "ol", "table"})
_INLINE = frozenset({"-text", "br", "b", "i", "em", "strong", "img", "-comment"})
_MOST_COLUMNS = 200
_DEEPEST = 60
_SPACE = re.compile(r"[\s\u200b\u200c\ufeff\u00ad]+")


def pages(data: bytes) -> tuple[Page, ...]:
    """The one page that an HTML document is. Raises UnreadableError where it shows no text."""
    return of_text(data.decode(_charset(data), "replace"))


def of_text(html: str) -> tuple[Page, ...]:
    """The same for HTML that is already decoded."""
    root = LexborHTMLParser(html).body
    box = _block(root, 0) if root is not None else Box((), (), 0.0, 0.0)
    if not box.words:
        raise errors.UnreadableError("The HTML shows no text. A person must look.")
    return (layout.page(box),)


def _charset(data: bytes) -> str:
    found = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    try:
        return codecs.lookup(found[1].decode()).name if found else "utf-8"
    except LookupError:
        return "utf-8"


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _UNSEEN:
        return True
    marks = node.attributes
    if "hidden" in marks or marks.get("type") == "hidden" or marks.get("aria-hidden") == "true":
        return True
    style = marks.get("style")
    return bool(style and _HIDDEN.search(style))


def _block(node: LexborNode, depth: int) -> Box:
    """What a block shows: its tables and blocks under one another, its running text as lines."""
    if depth > _DEEPEST:
        return layout.paragraph(layout.wrapped([node.text(deep=True)]))
    boxes: list[Box] = []
    running: list[str] = []
    for child in _children(node):
        if not _is_block(child):
            running.append(_inline(child, depth))
            continue
        boxes.extend(_running(running))
        running = []
        if not _is_hidden(child):
            boxes.append(_table(child, depth + 1) if child.tag == "table" else _block(child, depth + 1))
    boxes.extend(_running(running))
    if node.tag in _SPACED and boxes:
        boxes.append(Box((), (), 0.0, layout.LINE / 2))
    return layout.stack(boxes)


def _running(texts: list[str]) -> Iterator[Box]:
    lines = layout.wrapped("".join(texts).split("\n"))
    if lines:
        yield layout.paragraph(lines)


def _is_block(node: LexborNode) -> bool:
    return node.tag in _BLOCKS or (node.tag not in _INLINE and node.css_first("table, div, p, li") is not None)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _inline(node: LexborNode, depth: int) -> str:
    if node.tag == "-text":
        return _SPACE.sub(" ", node.text(deep=False))
    if node.tag == "br":
        return "\n"
    if _is_hidden(node):
        return ""
    if depth > _DEEPEST:
        return _SPACE.sub(" ", node.text(deep=True))
    return "".join(_inline(child, depth + 1) for child in _children(node))


# -- tables --------------------------------------------------------------------------------------------------------


def _table(node: LexborNode, depth: int) -> Box:
    rows: list[list[tuple[Box, int]]] = []
    held: dict[int, int] = {}  # column -> rows that a cell above still reaches into
    for row in _table_rows(node):
        cells: list[tuple[Box, int]] = []
        column = 0
        for child in _children(row):
            if child.tag not in {"td", "th"} or _is_hidden(child):
                continue
            while held.get(column, 0) > 0 and column < _MOST_COLUMNS:
                cells.append((Box((), (), 0.0, 0.0), 1))
                held[column] -= 1
                column += 1
            if column >= _MOST_COLUMNS:
                break
            span = _count(child, "colspan", _MOST_COLUMNS - column)
            reach = _count(child, "rowspan", 200)
            cells.append((_block(child, depth + 1), span))
            for at in range(column, column + span):
                if reach > 1:
                    held[at] = reach - 1
            column += span
        if cells:
            rows.append(cells)
        if len(rows) >= layout.MOST_ROWS:
            break
    is_ruled = node.css_first("table table") is None and max((len(row) for row in rows), default=0) > 1
    return layout.table(rows, is_ruled=is_ruled)


def _table_rows(node: LexborNode) -> Iterator[LexborNode]:
    for child in _children(node):
        if child.tag == "tr" and not _is_hidden(child):
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"} and not _is_hidden(child):
            yield from _table_rows(child)


def _count(node: LexborNode, name: str, most: int) -> int:
    text = node.attributes.get(name) or "1"
    return max(1, min(int(text), most)) if text.isdigit() else 1
