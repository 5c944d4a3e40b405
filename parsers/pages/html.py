"""An HTML body as one page: tables as they are laid out, text that nobody sees left out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers import charset, errors, markup
from parsers.page import Page
from parsers.pages import layout, styles
from parsers.pages.layout import Box

_UNSEEN = frozenset("script style head title template noscript meta link svg object iframe select".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6"
    " header"
    " hr html li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SPACED = frozenset({"p", "h1", "h2", "h3", "ul", "ol", "table"})
_INLINE = frozenset({"-text", "br", "b", "i", "em", "strong", "img", "-comment"})
_MOST_COLUMNS = 200
_MOST_REACH = 200  # rows that one cell reaches over
_DEEPEST = 110  # blocks in one another
_EMPTY = Box((), (), 0.0, 0.0)
_SPACE = re.compile(r"[\s\u200b\u200c\ufeff\u00ad]+")


def pages(data: bytes) -> tuple[Page, ...]:
    """The one page that an HTML document is. Raises UnreadableError where it shows no text."""
    label = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    return of_text(charset.decode(data, label[1].decode("ascii", "replace") if label else None))


def of_text(html: str) -> tuple[Page, ...]:
    """The same for HTML that is already decoded."""
    if markup.is_bottomless(html):
        raise _too_deep()
    tree = LexborHTMLParser(html)
    body = tree.body
    seen = _Seen(styles.Sheets(tree), styles.Look()).inside(body) if body is not None else None
    box = _block(body, 0, seen) if body is not None and seen is not None else _EMPTY
    if not box.words:
        raise errors.UnreadableError("The HTML shows no text. A person must look.")
    return (layout.page(box),)


class _Seen(NamedTuple):
    """How what stands inside an element looks."""

    sheets: styles.Sheets
    look: styles.Look

    def inside(self, node: LexborNode) -> "_Seen | None":
        """The same for an element in it; None where nothing of that is shown."""
        look = None if node.tag in _UNSEEN else self.sheets.look(node, self.look)
        return None if look is None else _Seen(self.sheets, look)


def _block(node: LexborNode, depth: int, seen: _Seen) -> Box:
    """What a block shows: its tables and blocks under one another, its running text as lines."""
    if depth > _DEEPEST:
        raise _too_deep()
    boxes: list[Box] = []
    running: list[str] = []
    for child in _children(node):
        if not _is_block(child):
            running.append(_inline(child, depth, seen))
            continue
        boxes.extend(_running(running))
        running = []
        inside = seen.inside(child)
        if inside is not None:
            boxes.append((_table if child.tag == "table" else _block)(child, depth + 1, inside))
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


def _inline(node: LexborNode, depth: int, seen: _Seen) -> str:
    if node.tag == "-text":
        return _SPACE.sub(" ", node.text(deep=False)) if seen.look.is_seen else " "
    if node.tag == "br":
        return "\n"
    inside = seen.inside(node)
    if inside is None:
        return ""
    if depth > _DEEPEST:
        raise _too_deep()
    return "".join([_inline(child, depth + 1, inside) for child in _children(node)])


def _too_deep() -> errors.UnreadableError:
    return errors.UnreadableError("The HTML nests deeper than any page does. A person must look.")


# -- tables --------------------------------------------------------------------------------------------------------


def _table(node: LexborNode, depth: int, seen: _Seen) -> Box:
    rows: list[list[tuple[Box, int]]] = []
    held: dict[int, int] = {}  # column -> rows that a cell above still reaches into
    for row, inside in _table_rows(node, seen):
        cells = _cells(row, depth, inside, held)
        if cells:
            rows.append(cells)
        if len(rows) >= layout.MOST_ROWS:
            break
    is_ruled = node.css_first("table table") is None and max((len(row) for row in rows), default=0) > 1
    titles = [_block(child, depth + 1, seen) for child in _children(node) if child.tag == "caption"]
    return layout.stack([*titles, layout.table(rows, is_ruled=is_ruled)])


def _cells(row: LexborNode, depth: int, seen: _Seen, held: dict[int, int]) -> list[tuple[Box, int]]:
    """The cells of a row, with an empty one wherever a cell above reaches into it."""
    cells: list[tuple[Box, int]] = []
    column = 0
    for child in _children(row):
        inside = seen.inside(child) if child.tag in {"td", "th"} else None
        if inside is None:
            continue
        column = _past(held, column, cells)
        if column >= _MOST_COLUMNS:
            break
        span = _count(child, "colspan", _MOST_COLUMNS - column)
        reach = _count(child, "rowspan", _MOST_REACH)
        cells.append((_block(child, depth + 1, inside), span))
        if reach > 1:
            held.update(dict.fromkeys(range(column, column + span), reach))
        column += span
    for at in list(held):  # each row uses one of the rows that a cell reaches into, also behind the last cell
        held[at] -= 1
        if held[at] <= 0:
            del held[at]
    return cells


def _past(held: dict[int, int], column: int, cells: list[tuple[Box, int]]) -> int:
    while column in held and column < _MOST_COLUMNS:
        cells.append((_EMPTY, 1))
        column += 1
    return column


def _table_rows(node: LexborNode, seen: _Seen) -> Iterator[tuple[LexborNode, _Seen]]:
    for child in _children(node):
        inside = seen.inside(child) if child.tag in {"tr", "thead", "tbody", "tfoot"} else None
        if inside is not None and child.tag == "tr":
            yield child, inside
        elif inside is not None:
            yield from _table_rows(child, inside)


def _count(node: LexborNode, name: str, most: int) -> int:
    text = node.attributes.get(name) or "1"
    return max(1, min(int(text), most)) if text.isdecimal() and len(text) < 6 else 1  # noqa: PLR2004 - a count, no bomb
