"""A document drawn as a PDF, over as many pages as it takes; the same words give the same bytes."""

import io
from collections.abc import Iterator, Sequence

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from playground.samples.documents import NUMERIC, Document, Table
from playground.samples.layouts import Layout
from playground.samples.pen import PAPERS, Pen

PADDING = 4.0
GREY = 0.92
# A description never gets narrower than this many points: then it wraps.
LEAST = 70.0


def draw(document: Document, layout: Layout) -> bytes:
    """The whole document as the bytes of a PDF."""
    pages = _run(document, layout, pages=0)[1]
    return _run(document, layout, pages=pages)[0]


def _run(document: Document, layout: Layout, *, pages: int) -> tuple[bytes, int]:
    """Drawn once; the first of two runs learns how many pages there are."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=PAPERS[layout.paper], invariant=True)
    canvas.setTitle(document.title)
    pen = Pen(canvas, layout)
    pen.y = pen.top
    _head(pen, document)
    if document.table is not None:
        _table(pen, document.table, document, pages)
    _sums(pen, document, pages)
    _notes(pen, document)
    _foot(pen, pages)
    canvas.save()
    return out.getvalue(), pen.page


def _head(pen: Pen, document: Document) -> None:
    if pen.layout.header == "two_columns":
        _two_columns(pen, document)
    else:
        _stacked(pen, document)
    _parties(pen, document)
    pen.down()


def _stacked(pen: Pen, document: Document) -> None:
    pen.write(pen.left, document.title, bold=True, grow=1.8)
    pen.down(2)
    for place, text in enumerate(document.letterhead):
        pen.write(pen.left, text, bold=place == 0)
        pen.down()
    pen.down()
    if pen.layout.header == "boxed":
        _boxed_facts(pen, document.facts)
    else:
        for label, value in document.facts:
            pen.write(pen.left, f"{label}:", bold=True)
            pen.write(pen.left + 130, value)
            pen.down()
    pen.down()


def _two_columns(pen: Pen, document: Document) -> None:
    """The letterhead on the left, the title and the facts on the right."""
    start = pen.y
    for place, text in enumerate(document.letterhead):
        pen.write(pen.left, text, bold=place == 0)
        pen.down()
    lowest, pen.y = pen.y, start
    middle = (pen.left + pen.right) / 2 + 10
    pen.write(pen.right, document.title, bold=True, ends=True, grow=1.8)
    pen.down(2.2)
    for label, value in document.facts:
        pen.write(middle, label)
        pen.write(pen.right, value, ends=True, bold=True)
        pen.down()
    pen.y = min(lowest, pen.y)
    pen.down()


def _boxed_facts(pen: Pen, facts: Sequence[tuple[str, str]]) -> None:
    """Labels over their values, three boxes to a row."""
    across = 3
    wide = (pen.right - pen.left) / across
    high = pen.leading * 2.3
    for first in range(0, len(facts), across):
        for place, (label, value) in enumerate(facts[first : first + across]):
            x = pen.left + place * wide
            pen.canvas.rect(x, pen.y - pen.leading * 1.4, wide, high)
            pen.write(x + PADDING, label, bold=True)
            pen.down()
            pen.write(x + PADDING, value)
            pen.down(-1)
        pen.y -= high


def _parties(pen: Pen, document: Document) -> None:
    if not document.parties:
        return
    wide = (pen.right - pen.left) / len(document.parties)
    start = lowest = pen.y
    for place, (label, lines) in enumerate(document.parties):
        pen.y = start
        pen.write(pen.left + place * wide, label, bold=True)
        for text in lines:
            pen.down()
            pen.write(pen.left + place * wide, text)
        lowest = min(lowest, pen.y)
    pen.y = lowest
    pen.down(1.5)


def _table(pen: Pen, table: Table, document: Document, pages: int) -> None:
    widths = _widths(pen, table)
    _row(pen, table, table.headings, widths, heading=True)
    for place, row in enumerate(table.rows):
        high = max(len(lines) for lines in _wrapped(pen, row, widths))
        if not pen.has_room(high + 1):
            _turn(pen, document, pages)
            _row(pen, table, table.headings, widths, heading=True)
        _row(pen, table, row, widths, shaded=pen.layout.table == "zebra" and place % 2 == 1)
    pen.down()


def _row(
    pen: Pen,
    table: Table,
    row: Sequence[str],
    widths: Sequence[float],
    *,
    heading: bool = False,
    shaded: bool = False,
) -> None:
    wrapped = list(_wrapped(pen, row, widths, bold=heading))
    high = max(len(lines) for lines in wrapped) * pen.leading + PADDING
    bottom = pen.y + pen.layout.size - high + PADDING / 2
    _row_ground(pen, widths, bottom, high, shaded=shaded or (heading and pen.layout.table in {"grid", "zebra"}))
    start, x = pen.y, pen.left
    for column, lines, wide in zip(table.columns, wrapped, widths, strict=True):
        pen.y = start
        for text in lines:
            ends = column in NUMERIC
            pen.write(x + wide - PADDING if ends else x + PADDING, text, bold=heading, ends=ends)
            pen.down()
        x += wide
    pen.y = start - high
    if pen.layout.table == "rules" or (heading and pen.layout.table == "borderless"):
        pen.canvas.line(pen.left, bottom, pen.right, bottom)


def _row_ground(pen: Pen, widths: Sequence[float], bottom: float, high: float, *, shaded: bool) -> None:
    """The row's shade and its cells' borders, under the words."""
    if shaded:
        pen.canvas.setFillGray(GREY)
        pen.canvas.rect(pen.left, bottom, pen.right - pen.left, high, stroke=0, fill=1)
        pen.canvas.setFillGray(0)
    if pen.layout.table == "grid":
        x = pen.left
        for wide in widths:
            pen.canvas.rect(x, bottom, wide, high)
            x += wide


def _widths(pen: Pen, table: Table) -> list[float]:
    """Each column as wide as its widest words; the description takes what is left, or wraps."""
    wanted = [
        max(pen.width(heading, bold=True), *(pen.width(row[place]) for row in table.rows)) + 2 * PADDING
        for place, heading in enumerate(table.headings)
    ]
    room = pen.right - pen.left
    if "description" not in table.columns:
        return [wide * room / sum(wanted) for wide in wanted]
    place = table.columns.index("description")
    others = sum(wanted) - wanted[place]
    wanted[place] = max(LEAST, room - others)
    return [wide * min(1.0, room / sum(wanted)) for wide in wanted]


def _wrapped(pen: Pen, row: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> Iterator[list[str]]:
    for text, wide in zip(row, widths, strict=True):
        yield simpleSplit(text, pen.font(bold=bold), pen.layout.size, wide - 2 * PADDING + 0.01) or [""]


def _sums(pen: Pen, document: Document, pages: int) -> None:
    if not pen.has_room(len(document.sums) + len(document.notes) + 1):
        _turn(pen, document, pages)
    widest = max((pen.width(value, bold=True) for _, value in document.sums), default=0.0)
    for place, (label, value) in enumerate(document.sums, start=1):
        last = place == len(document.sums)
        pen.write(pen.right - widest - 16, label, ends=True, bold=last)
        pen.write(pen.right - PADDING, value, ends=True, bold=last)
        pen.down()
    pen.down()


def _notes(pen: Pen, document: Document) -> None:
    for note in document.notes:
        for text in simpleSplit(note, pen.font(), pen.layout.size, pen.right - pen.left):
            pen.write(pen.left, text)
            pen.down()


def _turn(pen: Pen, document: Document, pages: int) -> None:
    """To the next page, which says what it continues."""
    _foot(pen, pages)
    pen.turn()
    named = f" {document.facts[0][1]}" if document.facts else ""
    pen.write(pen.left, f"{document.title}{named} ({pen.layout.word('carried')})")
    pen.down(2)


def _foot(pen: Pen, pages: int) -> None:
    words = pen.layout.word("page").format(page=pen.page, pages=pages)
    pen.canvas.setFont(pen.font(), pen.layout.size * 0.8)
    pen.canvas.drawRightString(pen.right, pen.layout.margin / 2, words)
