"""The head of a drawn order: letterhead, title, facts and parties, where the form puts them."""

from collections.abc import Sequence

from playground.orders.drawn.pen import Pen, page_size
from playground.orders.paper import Block, Paper

PAD = 4.0


def head(pen: Pen, paper: Paper) -> None:
    """Everything above the table."""
    if pen.look.letterhead == "right":
        _letterhead_right(pen, paper)
    else:
        _letterhead_left(pen, paper)
    pen.down(0.8)
    if pen.look.parties == "split" and paper.blocks:
        _split(pen, paper)
    else:
        if pen.look.facts != "right":
            facts(pen, paper.facts)
            pen.down(0.6)
        if pen.look.parties != "foot":
            parties(pen, paper.blocks)
    pen.down(0.8)


def _letterhead_left(pen: Pen, paper: Paper) -> None:
    """Left or in the middle; the title, and facts that stand right, beside it."""
    start, x = pen.y, pen.left
    if pen.look.letterhead == "picture":
        _logo(pen)
        x += 60
    align, at = ("centre", page_size(pen.look)[0] / 2) if pen.look.letterhead == "centre" else ("left", x)
    for place, line in enumerate(paper.letterhead):
        pen.write(at, line, bold=place == 0, size=pen.size * (1.25 if place == 0 else 1.0), align=align)
        pen.down(1.1 if place == 0 else 1.0)
    lowest, beside = pen.y, pen.look.facts == "right" and align == "left"
    if beside:
        pen.y = start
        middle = max(
            pen.left + (pen.right - pen.left) * 0.55, x + max(map(pen.width, paper.letterhead), default=0) * 1.3
        )
        _title(pen, paper, middle)
        _fact_list(pen, paper.facts, middle)
        pen.y = min(pen.y, lowest)
        return
    pen.down(0.5)
    _title(pen, paper, pen.left)
    if pen.look.facts == "right":
        _fact_list(pen, paper.facts, pen.left + (pen.right - pen.left) * 0.5)


def _letterhead_right(pen: Pen, paper: Paper) -> None:
    """At the right edge; the title to its left."""
    start = pen.y
    for place, line in enumerate(paper.letterhead):
        pen.write(pen.right, line, bold=place == 0, align="right")
        pen.down()
    lowest, pen.y = pen.y, start
    _title(pen, paper, pen.left)
    if pen.look.facts == "right":
        _fact_list(pen, paper.facts, pen.left)
    pen.y = min(pen.y, lowest)


def _title(pen: Pen, paper: Paper, x: float) -> None:
    size = pen.size * 1.6
    room = pen.right - x
    while pen.width(paper.title, bold=True, size=size) * 1.15 > room and size > pen.size:
        size -= 0.5
    pen.down(0.5)
    pen.spaced(x, paper.title, size=size)
    pen.down(1.8)


def _logo(pen: Pen) -> None:
    """A drawn mark, which no reader of words sees."""
    canvas = pen.canvas
    canvas.setFillGray(0.35)
    canvas.circle(pen.left + 22, pen.y - 18, 20, stroke=0, fill=1)
    canvas.setFillGray(0.8)
    canvas.rect(pen.left + 12, pen.y - 26, 20, 16, stroke=0, fill=1)
    canvas.setFillGray(0)


def facts(pen: Pen, pairs: Sequence[tuple[str, str]]) -> None:
    """Labels and their values, as the form lays them out."""
    match pen.look.facts:
        case "boxed":
            _boxed(pen, pairs, across=3)
        case "strip":
            _boxed(pen, pairs, across=min(5, len(pairs)))
        case "inline":
            _inline(pen, pairs)
        case _:
            _fact_list(pen, pairs, pen.left)


def _fact_list(pen: Pen, pairs: Sequence[tuple[str, str]], x: float) -> None:
    """One below the other."""
    mark = pen.look.mark
    widest = max((pen.width(label + mark, bold=True) for label, _ in pairs), default=0.0)
    values = x + widest + 10
    for label, value in pairs:
        pen.write(x, label + mark, bold=True)
        for line in pen.wrap(value, max(60.0, pen.right - values)):
            pen.write(values, line)
            pen.down()


def _boxed(pen: Pen, pairs: Sequence[tuple[str, str]], *, across: int) -> None:
    """Labels over their values, so many to a row."""
    wide = (pen.right - pen.left) / across
    for first in range(0, len(pairs), across):
        row = pairs[first : first + across]
        labels = [pen.wrap(label, wide - 2 * PAD, bold=True) for label, _ in row]
        values = [pen.wrap(value, wide - 2 * PAD) for _, value in row]
        deep = max(map(len, labels))
        high = deep + max(map(len, values))
        top = pen.y + pen.size
        for place in range(len(row)):
            _border(pen, pen.left + place * wide, top, wide, (high + 0.5) * pen.leading)
            _column(pen, pen.left + place * wide + PAD, top - pen.size, labels[place], bold=True)
            _column(pen, pen.left + place * wide + PAD, top - pen.size - deep * pen.leading, values[place])
        pen.y = top - (high + 0.5) * pen.leading - pen.size


def _border(pen: Pen, x: float, top: float, wide: float, high: float) -> None:
    pen.canvas.setLineWidth(0.5)
    pen.canvas.rect(x, top - high, wide, high)


def _column(pen: Pen, x: float, y: float, lines: Sequence[str], *, bold: bool = False) -> None:
    pen.y = y
    for line in lines:
        pen.write(x, line, bold=bold)
        pen.down()


def _inline(pen: Pen, pairs: Sequence[tuple[str, str]]) -> None:
    """Two or three pairs on each line."""
    x = pen.left
    for label, value in pairs:
        wide = pen.width(f"{label}{pen.look.mark} ", bold=True) + pen.width(value) + 28
        if x > pen.left and x + wide > pen.right:
            pen.down(1.2)
            x = pen.left
        pen.write(x, label + (pen.look.mark or ":"), bold=True)
        pen.write(x + pen.width(f"{label}{pen.look.mark or ':'} ", bold=True) + 3, value)
        x += wide
    pen.down(1.2)


def parties(pen: Pen, blocks: Sequence[Block]) -> None:
    """The blocks side by side, boxed, or one below the other."""
    if pen.look.parties == "stack":
        for block in blocks:
            _block(pen, block, pen.left, pen.right - pen.left)
            pen.down(0.7)
        return
    start = lowest = pen.y
    wide = (pen.right - pen.left) / max(1, len(blocks))
    for place, block in enumerate(blocks):
        pen.y = start
        _block(pen, block, pen.left + place * wide + PAD * (pen.look.parties == "boxed"), wide - 2 * PAD)
        lowest = min(lowest, pen.y)
    if pen.look.parties == "boxed":
        for place in range(len(blocks)):
            top = start + pen.leading
            pen.canvas.rect(pen.left + place * wide, lowest + pen.size * 0.6, wide, top - lowest - pen.size * 0.6)
        lowest -= pen.leading * 0.6
    pen.y = lowest


def _block(pen: Pen, block: Block, x: float, wide: float) -> None:
    mark = pen.look.mark if pen.look.mark in {":", " :", ""} else ""
    beside = pen.look.party_label == "beside" and pen.look.parties in {"stack", "split"}
    if beside:
        pen.write(x, block.label + mark, bold=True)
        shift = pen.width(block.label + mark, bold=True) + 10
        x, wide = x + shift, wide - shift
    else:
        for line in pen.wrap(block.label + mark, wide, bold=True):
            pen.write(x, line, bold=True)
            pen.down()
    for text in block.lines:
        for line in pen.wrap(text, wide):
            pen.write(x, line)
            pen.down()


def _split(pen: Pen, paper: Paper) -> None:
    """The first party left, the facts to its right, the other parties below."""
    start = pen.y
    half = (pen.right - pen.left) / 2
    _block(pen, paper.blocks[0], pen.left, half - 12)
    lowest, pen.y = pen.y, start
    if pen.look.facts != "right":
        _fact_list(pen, paper.facts, pen.left + half)
    pen.y = min(pen.y, lowest)
    pen.down(0.6)
    for block in paper.blocks[1:]:
        _block(pen, block, pen.left, pen.right - pen.left)
        pen.down(0.5)
