"""How a PDF page is turned: from pdfium's coordinates to points from the top left of the page as it is read."""

from typing import NamedTuple

Box = tuple[float, float, float, float]
_QUARTER, _HALF = 1, 2


class Place(NamedTuple):
    """How a page is turned: from pdfium's coordinates (origin bottom left, unturned) to ours."""

    left: float
    bottom: float
    width: float
    height: float
    turn: int  # quarter turns clockwise

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of pdfium in points from the top left of the page as it is shown."""
        x0, x1 = left - self.left, right - self.left
        y0, y1 = bottom - self.bottom, top - self.bottom
        if self.turn == 0:
            return x0, self.height - y1, x1, self.height - y0
        if self.turn == _QUARTER:
            return y0, x0, y1, x1
        if self.turn == _HALF:
            return self.width - x1, y0, self.width - x0, y1
        return self.height - y1, self.width - x1, self.height - y0, self.width - x0
