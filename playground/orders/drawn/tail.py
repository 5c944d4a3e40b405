"""What follows the table: sums, parties at the foot, notes, a signature, terms."""

from playground.orders.drawn import head
from playground.orders.drawn.pen import Pen, page_size
from playground.orders.drawn.table import Drawn, Turn
from playground.orders.paper import Paper


def tail(pen: Pen, paper: Paper, drawn: Drawn, turn: Turn) -> None:
    """Everything below the table."""
    if paper.sums:
        _sums(pen, paper, drawn, turn)
    if pen.look.parties == "foot":
        _needs(pen, 9, turn)
        pen.down()
        head.parties(pen, paper.blocks)
    for note in paper.notes:
        _needs(pen, 3, turn)
        pen.down()
        _paragraph(pen, note)
    if paper.signature:
        _signature(pen, paper, turn)
    if paper.terms:
        _terms(pen, paper, turn)


def _needs(pen: Pen, lines: float, turn: Turn) -> None:
    if not pen.has_room(lines):
        turn("")


def _sums(pen: Pen, paper: Paper, drawn: Drawn, turn: Turn) -> None:
    if pen.look.sums == "next":
        turn("")
    _needs(pen, len(paper.sums) + 1, turn)
    match pen.look.sums:
        case "table":
            _in_table(pen, paper, drawn)
        case "left":
            _listed(pen, paper, pen.left, pen.left + 190)
        case "spread":
            _spread(pen, paper)
        case _:
            _listed(pen, paper, pen.right - 200, pen.right - 2)


def _listed(pen: Pen, paper: Paper, left: float, right: float) -> None:
    mark = pen.look.sum_mark
    widest = max(pen.width(label + mark, bold=True) for label, _ in paper.sums)
    left = min(left, right - widest - max(pen.width(value, bold=True) for _, value in paper.sums) - 12)
    for place, (label, value) in enumerate(paper.sums):
        last = place == len(paper.sums) - 1
        pen.write(left, label + mark, bold=last)
        pen.write(right, value, bold=last, align="right")
        pen.down(1.1)


def _in_table(pen: Pen, paper: Paper, drawn: Drawn) -> None:
    """As more rows of the table: the label ends where the last column begins."""
    edges, gap = drawn.edges, pen.look.gap
    at = next((place for place, column in enumerate(paper.columns) if column.key == "amount"), len(paper.columns) - 1)
    pen.size = drawn.size
    widest = max(pen.width(value, bold=True) for _, value in paper.sums)
    right = max(edges[at + 1] - gap, edges[at] + gap + widest)
    for place, (label, value) in enumerate(paper.sums):
        last = place == len(paper.sums) - 1
        if at == 0 or edges[at] - pen.left < pen.width(label, bold=True) + gap:
            pen.write(right + 12, label, bold=last)
        else:
            pen.write(min(edges[at], right - widest) - gap, label, bold=last, align="right")
        pen.write(right, value, bold=last, align="right")
        if pen.look.table == "grid":
            pen.canvas.line(pen.left, pen.y - pen.size * 0.4, edges[-1], pen.y - pen.size * 0.4)
        pen.down(1.25)
    pen.size = pen.look.size


def _spread(pen: Pen, paper: Paper) -> None:
    """Labels in a row, the sums below them."""
    wide = (pen.right - pen.left) / len(paper.sums)
    for place, (label, _) in enumerate(paper.sums):
        pen.write(pen.left + (place + 1) * wide - 4, label, bold=True, align="right")
    pen.down()
    for place, (_, value) in enumerate(paper.sums):
        pen.write(pen.left + (place + 1) * wide - 4, value, align="right")
    pen.down()


def _paragraph(pen: Pen, text: str) -> None:
    wide = pen.right - pen.left
    lines = pen.wrap(text, wide)
    for place, line in enumerate(lines):
        stretch = wide if pen.look.write == "justified" and place < len(lines) - 1 else 0.0
        pen.write(pen.left, line, stretch=stretch)
        pen.down()


def _signature(pen: Pen, paper: Paper, turn: Turn) -> None:
    """A line to sign on, a scrawl, and a round stamp beside it."""
    _needs(pen, 7, turn)
    pen.down(4)
    canvas, x, y = pen.canvas, pen.right - 170, pen.y
    canvas.line(x, y + pen.size, pen.right, y + pen.size)
    pen.write(x, paper.signature)
    canvas.setStrokeColorRGB(0.2, 0.2, 0.6)
    canvas.bezier(x + 10, y + 14, x + 40, y + 50, x + 60, y - 6, x + 110, y + 34)
    canvas.circle(x - 40, y + 20, 26)
    canvas.circle(x - 40, y + 20, 20)
    canvas.setStrokeColorRGB(0, 0, 0)
    pen.down()


def _terms(pen: Pen, paper: Paper, turn: Turn) -> None:
    turn("")
    pen.write(page_size(pen.look)[0] / 2, paper.terms[0], bold=True, align="centre")
    pen.down(2)
    for clause in (*paper.terms[1:], *paper.terms[1:]):
        _needs(pen, 4, turn)
        _paragraph(pen, clause)
        pen.down(0.4)
