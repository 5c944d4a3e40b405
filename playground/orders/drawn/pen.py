"""Where on which page we are, and how words are set there: at once, word by word, spaced out, stretched, doubled."""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4, landscape, letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from playground.orders.drawn import fonts
from playground.orders.look import Look
from playground.orders.places import PLACES

LEADING: Final = 1.3
_EAST: Final = frozenset({"ja", "zh"})


def page_size(look: Look) -> tuple[float, float]:
    """Width and height in points."""
    size = letter if look.paper == "letter" else A4
    width, height = landscape(size) if look.landscape else size
    return float(width), float(height)


@dataclass(slots=True)
class Pen:
    """`y` is the baseline to write on next, in points from the bottom; `size` the type size in use."""

    canvas: Canvas
    look: Look
    size: float
    y: float = 0.0
    page: int = 1

    @property
    def left(self) -> float:
        """The left edge of the type area."""
        return self.look.margin

    @property
    def right(self) -> float:
        """Its right edge."""
        return page_size(self.look)[0] - self.look.margin

    @property
    def top(self) -> float:
        """The first baseline of a page."""
        return page_size(self.look)[1] - self.look.margin - self.size

    @property
    def foot(self) -> float:
        """Below this nothing of the order is written."""
        return self.look.margin + 14

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.size * LEADING

    def face(self, *, bold: bool = False) -> str:
        """The face as the canvas knows it."""
        return fonts.face(self.look.font, _widest(self.look))[bold]

    def width(self, text: str, *, bold: bool = False, size: float = 0.0) -> float:
        """How wide the words are."""
        return float(stringWidth(text, self.face(bold=bold), size or self.size))

    def write(
        self, x: float, text: str, *, bold: bool = False, size: float = 0.0, align: str = "left", stretch: float = 0.0
    ) -> None:
        """Words on the present baseline: from `x`, around it or up to it; stretched to a width where one is given."""
        size = size or self.size
        wide = self.width(text, bold=bold, size=size)
        x -= {"left": 0.0, "centre": wide / 2, "right": wide}[align]
        self.canvas.setFont(self.face(bold=bold), size)
        if self.look.write == "words" or (stretch > wide and " " in text):
            self._by_words(x, text, bold=bold, size=size, more=max(0.0, stretch - wide))
        else:
            self.canvas.drawString(x, self.y, text)
        if bold and self.look.write == "double":
            self.canvas.drawString(x + 0.25, self.y, text)

    def spaced(self, x: float, text: str, *, size: float) -> None:
        """Bold words, with space between the letters where the form has it so."""
        if self.look.write != "spaced" or self.look.language in _EAST:
            self.write(x, text, bold=True, size=size)
            return
        self.canvas.setFont(self.face(bold=True), size)
        self.canvas.drawString(x, self.y, text, charSpace=size * 0.14)

    def _by_words(self, x: float, text: str, *, bold: bool, size: float, more: float) -> None:
        """Each word an object of its own; `more` points are shared among the gaps."""
        words = text.split(" ")
        gap = self.width(" ", bold=bold, size=size) + more / max(1, len(words) - 1)
        for word in words:
            self.canvas.drawString(x, self.y, word)
            x += self.width(word, bold=bold, size=size) + gap

    def down(self, lines: float = 1.0) -> None:
        """To a lower baseline."""
        self.y -= self.leading * lines

    def has_room(self, lines: float) -> bool:
        """Do so many lines still fit on the page?"""
        return self.y - self.leading * lines > self.foot

    def wrap(self, text: str, width: float, *, bold: bool = False) -> list[str]:
        """The lines that words take in a column: broken at spaces, and inside what is wider than the column."""
        return [line for part in text.split("\n") for line in self._wrapped(part, width, bold=bold)] or [""]

    def _wrapped(self, text: str, width: float, *, bold: bool) -> list[str]:
        lines, line = [], ""
        for word in text.split(" "):
            grown = f"{line} {word}" if line else word
            if self.width(grown, bold=bold) <= width:
                line = grown
                continue
            if line:
                lines.append(line)
            *whole, line = self._cut(word, width, bold=bold)
            lines.extend(whole)
        return [*lines, line]

    def _cut(self, word: str, width: float, *, bold: bool) -> list[str]:
        pieces, piece = [], ""
        for letter_ in word:
            if piece and self.width(piece + letter_, bold=bold) > width:
                pieces.append(piece)
                piece = ""
            piece += letter_
        return [*pieces, piece]


def _widest(look: Look) -> str:
    """The language whose letters are the hardest to have: that of the labels, or of a party."""
    tongues = {look.language, look.place.language}
    return next(
        (one for one in ("ja", "zh", "pl", "cs", "tr") if one in tongues or one in _party_tongues(look)), look.language
    )


def _party_tongues(look: Look) -> frozenset[str]:
    return frozenset({PLACES[look.vendor.country].language, PLACES[look.buyer.country].language})
