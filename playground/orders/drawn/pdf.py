"""A paper drawn as a PDF; the same paper gives the same bytes."""

import io
import zlib

from reportlab.pdfgen.canvas import Canvas

from playground.orders.drawn import head, table, tail
from playground.orders.drawn.pen import Pen, page_size
from playground.orders.look import Look
from playground.orders.paper import Paper


def draw(paper: Paper, look: Look) -> bytes:
    """The bytes of the PDF; drawn twice where the pages are counted on each."""
    data, pages = _run(paper, look, pages=1)
    return _run(paper, look, pages=pages)[0] if pages > 1 and "{pages}" in paper.page_words else data


def _run(paper: Paper, look: Look, *, pages: int) -> tuple[bytes, int]:
    out = io.BytesIO()
    wide, high = page_size(look)
    # reportlab turns the box of a turned page with it, but not what is drawn: half of the words would lie outside.
    canvas = Canvas(out, pagesize=(high, wide) if look.rotated else (wide, high), invariant=True, pageCompression=1)
    canvas.setTitle(paper.title)
    pen = Pen(canvas, look, look.size)
    pen.y = pen.top

    def turn(so_far: str) -> None:
        _turn(pen, paper, pages, so_far)

    _under(pen, paper)
    head.head(pen, paper)
    drawn = table.table(pen, paper, turn)
    tail.tail(pen, paper, drawn, turn)
    _foot(pen, paper, pages)
    canvas.save()
    return out.getvalue(), pen.page


def _under(pen: Pen, paper: Paper) -> None:
    """What lies under the words of a page: its turn, a watermark."""
    wide, high = page_size(pen.look)
    if pen.look.rotated:
        pen.canvas.setPageRotation(90)
    if paper.banner:
        pen.canvas.saveState()
        pen.canvas.setFillGray(0.88)
        pen.canvas.translate(wide / 2, high / 2)
        pen.canvas.rotate(45)
        pen.canvas.setFont(pen.face(bold=True), 60)
        pen.canvas.drawCentredString(0, 0, paper.banner)
        pen.canvas.restoreState()


def _turn(pen: Pen, paper: Paper, pages: int, so_far: str) -> None:
    """To the next page, with what is carried from one to the other."""
    size, pen.size = pen.size, pen.look.size
    if so_far and paper.carried[0]:
        _carry(pen, paper.carried[0], so_far)
    _foot(pen, paper, pages)
    pen.canvas.showPage()
    pen.page += 1
    pen.y = pen.top
    _under(pen, paper)
    if pen.look.running == "full":
        pen.write(pen.left, f"{paper.running}   ({paper.continued})")
        pen.down(2)
    if so_far and paper.carried[1]:
        _carry(pen, paper.carried[1], so_far)
        pen.down(0.6)
    pen.size = size


def _carry(pen: Pen, label: str, so_far: str) -> None:
    pen.write(pen.right - pen.width(so_far) - 14, label, align="right")
    pen.write(pen.right - 2, so_far, align="right")
    pen.down()


def _foot(pen: Pen, paper: Paper, pages: int) -> None:
    """The number of the page, and the small print."""
    keep, small = pen.y, pen.look.size * 0.85
    if paper.page_words:
        which = zlib.crc32(pen.look.buyer.name.encode()) % 3
        at = (pen.right, pen.left, page_size(pen.look)[0] / 2)[which]
        pen.y = pen.look.margin * 0.6
        pen.write(
            at,
            paper.page_words.format(page=pen.page, pages=pages),
            size=small,
            align=("right", "left", "centre")[which],
        )
    if paper.legal:
        pen.y = pen.look.margin * 0.6 - small * 1.2
        pen.write(pen.left, paper.legal, size=small * 0.9)
    pen.y = keep
