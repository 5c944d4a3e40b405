"""A pen on a page: where it is, what it writes with, and how much room is left."""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from playground.samples.layouts import Layout

PAPERS: Final = {"A4": A4, "letter": letter}
FONTS: Final = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
}


@dataclass(slots=True)
class Pen:
    """Where on which page we are; `y` is the baseline to write on next, in points from the bottom."""

    canvas: Canvas
    layout: Layout
    y: float = 0.0
    page: int = 1

    @property
    def left(self) -> float:
        """The left edge of the type area."""
        return self.layout.margin

    @property
    def right(self) -> float:
        """Its right edge."""
        return float(PAPERS[self.layout.paper][0]) - self.layout.margin

    @property
    def top(self) -> float:
        """The first baseline of a page."""
        return float(PAPERS[self.layout.paper][1]) - self.layout.margin - self.layout.size

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.layout.size * 1.35

    def font(self, *, bold: bool = False) -> str:
        """The name of the plain or the bold face."""
        return FONTS[self.layout.font][bold]

    def width(self, text: str, *, bold: bool = False) -> float:
        """How wide the words are, in points."""
        return float(stringWidth(text, self.font(bold=bold), self.layout.size))

    def write(self, x: float, text: str, *, bold: bool = False, ends: bool = False, grow: float = 1.0) -> None:
        """Words on the present baseline, from `x`, or up to `x` where it `ends` there."""
        self.canvas.setFont(self.font(bold=bold), self.layout.size * grow)
        (self.canvas.drawRightString if ends else self.canvas.drawString)(x, self.y, text)

    def down(self, lines: float = 1.0) -> None:
        """To a lower baseline."""
        self.y -= self.leading * lines

    def has_room(self, lines: float) -> bool:
        """Do so many lines still fit above the page's foot?"""
        return self.y - self.leading * lines > self.layout.margin + self.leading

    def turn(self) -> None:
        """To the top of the next page."""
        self.canvas.showPage()
        self.page += 1
        self.y = self.top
