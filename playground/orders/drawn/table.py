"""A table drawn over as many pages as it takes: widths, rules, shades, alignment, page breaks."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playground.orders.drawn.pen import LEADING, Pen
from playground.orders.figures import MARKS
from playground.orders.paper import Column, Paper, Row

GREY = 0.92
# A description never gets narrower than this many points: then it wraps more.
LEAST = 62.0
SMALLEST = 5.0
STEP = 0.5
_INDENT = 6.0
# Where the currency's sign may stand at the left edge of the cell.
_SIGNED = frozenset({"unit_price", "list_price", "amount"})

Turn = Callable[[str], None]


@dataclass(slots=True)
class Drawn:
    """A table being drawn: where its columns begin and how wide they are."""

    pen: Pen
    paper: Paper
    widths: list[float]
    tails: list[float]
    size: float

    @property
    def edges(self) -> list[float]:
        """The left edge of each column, and the right edge of the last."""
        edges = [self.pen.left]
        for wide in self.widths:
            edges.append(edges[-1] + wide)
        return edges


def table(pen: Pen, paper: Paper, turn: Turn) -> Drawn:
    """Every row; `turn` goes to the next page and is told what is carried there."""
    whole = pen.size
    drawn = _fitted(pen, paper)
    pen.size = drawn.size
    _heading(drawn)
    so_far = ""
    for place, row in enumerate(paper.rows):
        lines = _wrapped(drawn, row)
        high = max(map(len, lines))
        inside = pen.look.breaks_inside and high > 2 and pen.has_room(2.5)  # noqa: PLR2004 - two lines stay behind
        if not (pen.has_room(high + 1.2) or inside):
            _over(drawn, turn, so_far)
        _row(drawn, row, lines, turn, so_far, shaded=pen.look.table == "zebra" and place % 2 == 1)
        so_far = row.so_far or so_far
    if pen.look.table in {"rules", "outer", "borderless", "zebra"}:
        pen.canvas.setLineWidth(0.6)
        edge = pen.y + pen.size * 0.9
        pen.canvas.line(pen.left, edge, drawn.edges[-1], edge)
    pen.size = whole
    pen.down(0.6)
    return drawn


def _over(drawn: Drawn, turn: Turn, so_far: str) -> None:
    turn(so_far)
    drawn.pen.size = drawn.size
    if drawn.pen.look.repeats:
        _heading(drawn)


def _fitted(pen: Pen, paper: Paper) -> Drawn:
    """Columns as wide as their words, in the largest type in which all fit; the description takes the rest."""
    room, whole = pen.right - pen.left, pen.size
    size = whole
    while True:
        pen.size = size
        wanted = [_wanted(pen, paper, place) for place in range(len(paper.columns))]
        at = next(place for place, column in enumerate(paper.columns) if column.key == "description")
        others = sum(wanted) - wanted[at]
        if others + LEAST <= room or size <= SMALLEST:
            break
        size -= STEP
    if others + LEAST > room:
        wanted = [wide * (room - LEAST) / others for wide in wanted]
        others = room - LEAST
    rest = room - others
    snug = pen.look.table == "borderless" and len(pen.look.buyer.name) % 2 == 0
    wanted[at] = min(rest, wanted[at] * 1.2) if snug else rest
    tails = [_tail(pen, paper, place) for place in range(len(paper.columns))]
    pen.size = whole
    return Drawn(pen, paper, wanted, tails, size)


def _wanted(pen: Pen, paper: Paper, place: int) -> float:
    column = paper.columns[place]
    cells = [line for row in paper.rows for line in row.cells[place].split("\n")]
    widest = max(map(pen.width, cells), default=0.0)
    if column.align == "decimal":  # what has no decimals stands as far left as if it had them
        before = (pen.width(line) - pen.width(_behind_point(pen, line)) for line in cells)
        widest = max(widest, max(before, default=0.0) + _tail(pen, paper, place))
    words = column.heading.split() if pen.look.heading_rows or len(paper.columns) > 7 else [column.heading]  # noqa: PLR2004
    heading = max(pen.width(word, bold=True) for word in words)
    return max(widest, heading) + 2 * pen.look.gap + 1


def _tail(pen: Pen, paper: Paper, place: int) -> float:
    """How much stands behind the decimal mark, at most."""
    return max((pen.width(_behind_point(pen, row.cells[place])) for row in paper.rows), default=0.0)


def _behind_point(pen: Pen, line: str) -> str:
    """The decimal mark and what stands behind it, if there is one."""
    point = MARKS[pen.look.figures.marks][1]
    return point + line.rpartition(point)[2] if point in line else ""


def _heading(drawn: Drawn) -> None:
    pen = drawn.pen
    lines = [
        pen.wrap(column.heading, wide - 2 * pen.look.gap, bold=True)
        for column, wide in zip(drawn.paper.columns, drawn.widths, strict=True)
    ]
    high = max(map(len, lines))
    _ground(drawn, high, shaded=pen.look.table in {"grid", "zebra"} and len(pen.look.vendor.name) % 2 == 0)
    for place, column in enumerate(drawn.paper.columns):
        _cell(drawn, place, column, lines[place], bold=True, apart=False)
    pen.y -= high * pen.leading + 4
    if pen.look.table in {"borderless", "rules", "outer"} and not (
        pen.look.table == "borderless" and len(pen.look.vendor.name) % 3 == 0
    ):
        edge = pen.y + pen.size + 1
        pen.canvas.setLineWidth(0.6)
        pen.canvas.line(pen.left, edge, drawn.edges[-1], edge)
    pen.y -= 1


def _wrapped(drawn: Drawn, row: Row) -> list[list[str]]:
    """The lines of each cell; words of a comment or a section run across."""
    pen = drawn.pen
    if row.kind in {"comment", "section"}:
        return [[cell] if cell else [""] for cell in row.cells]
    shift = _INDENT if row.kind == "sub" else 0.0
    return [
        pen.wrap(cell, wide - 2 * pen.look.gap - shift + 0.01)
        for cell, wide in zip(row.cells, drawn.widths, strict=True)
    ]


def _row(drawn: Drawn, row: Row, lines: list[list[str]], turn: Turn, so_far: str, *, shaded: bool) -> None:
    """One row; where it does not fit and may break, the rest of its lines stands on the next page."""
    pen = drawn.pen
    high = max(map(len, lines))
    fits = next((count for count in range(high, 0, -1) if pen.has_room(count + 0.6)), 1)
    first = [cell[:fits] for cell in lines]
    _ground(drawn, min(high, fits), shaded=shaded, bare=row.kind == "sub")
    for place, column in enumerate(drawn.paper.columns):
        _cell(
            drawn,
            place,
            column,
            first[place],
            bold=row.kind in {"section", "subtotal"},
            shift=_INDENT if row.kind == "sub" else 0.0,
        )
    pen.y -= min(high, fits) * pen.leading + 4
    if high > fits:
        _over(drawn, turn, so_far)
        _row(drawn, row, [cell[fits:] or [""] for cell in lines], turn, so_far, shaded=shaded)


def _ground(drawn: Drawn, high: int, *, shaded: bool, bare: bool = False) -> None:
    """The row's shade and borders, under its words."""
    pen = drawn.pen
    tall = high * pen.leading + 4
    bottom = pen.y + pen.size * 0.95 + 2 - tall
    edges = drawn.edges
    if shaded:
        pen.canvas.setFillGray(GREY)
        pen.canvas.rect(edges[0], bottom, edges[-1] - edges[0], tall, stroke=0, fill=1)
        pen.canvas.setFillGray(0)
    pen.canvas.setLineWidth(0.5)
    match pen.look.table:
        case "grid":
            for left, right in itertools.pairwise(edges):
                pen.canvas.rect(left, bottom, right - left, tall)
        case "outer":
            for edge in edges:
                pen.canvas.line(edge, bottom, edge, bottom + tall)
        case "rules" if not bare:
            pen.canvas.line(edges[0], bottom + tall, edges[-1], bottom + tall)


def _cell(
    drawn: Drawn,
    place: int,
    column: Column,
    lines: Sequence[str],
    *,
    bold: bool,
    shift: float = 0.0,
    apart: bool = True,
) -> None:
    """The lines of a cell; the sign of a sum may stand apart from its figures, at the left."""
    pen, gap = drawn.pen, drawn.pen.look.gap
    left, right = drawn.edges[place], drawn.edges[place + 1]
    start, middle = pen.y, (left + right) / 2
    apart = apart and pen.look.signed == "column" and column.key in _SIGNED
    for count, whole in enumerate(lines):
        line = whole
        if apart and " " in line.strip():
            sign, _, line = line.strip().partition(" ")
            line = line.strip()
            pen.write(left + gap, sign, bold=bold)
            middle = (left + gap + pen.width(f"{sign} ", bold=bold) + right - gap) / 2  # beside the sign, not upon it
        if not line:
            pen.down()
            continue
        match column.align:
            case "right":
                pen.write(right - gap, line, bold=bold, align="right")
            case "centre":
                pen.write(middle, line, bold=bold, align="centre")
            case "decimal":
                _on_point(drawn, place, line, right - gap, bold=bold)
            case _:
                last = count == len(lines) - 1
                stretch = right - left - 2 * gap - shift if pen.look.write == "justified" and not last else 0.0
                pen.write(left + gap + shift, line, bold=bold, stretch=stretch)
        pen.down()
    pen.y = start


def _on_point(drawn: Drawn, place: int, line: str, right: float, *, bold: bool) -> None:
    """With the decimal mark below those of the other rows."""
    pen = drawn.pen
    tail = pen.width(_behind_point(pen, line))
    pen.write(right - drawn.tails[place] + tail if not bold else right, line, bold=bold, align="right")


def height(pen: Pen, lines: int) -> float:
    """How high so many lines of the table's type are."""
    return lines * pen.size * LEADING
