"""How a PDF page is turned: from pdfium's coordinates to points from the top left of the page as it is read."""

from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]
Boxes = NDArray[np.floating[Any]]  # rows of four
Figure = TypeVar("Figure", float, NDArray[np.float64])
_QUARTER, _HALF = 1, 2


class Place(NamedTuple):
    """How a page is turned: from pdfium's coordinates (origin bottom left, unturned) to ours."""

    left: float
    bottom: float
    width: float
    height: float
    turn: int  # quarter turns clockwise

    def box(self, left: Figure, bottom: Figure, right: Figure, top: Figure) -> tuple[Figure, Figure, Figure, Figure]:
        """A box of pdfium in points from the top left of the page as it is shown: x0, top, x1, bottom."""
        x0, x1 = left - self.left, right - self.left
        y0, y1 = bottom - self.bottom, top - self.bottom
        if self.turn == 0:
            return x0, self.height - y1, x1, self.height - y0
        if self.turn == _QUARTER:
            return y0, x0, y1, x1
        if self.turn == _HALF:
            return self.width - x1, y0, self.width - x0, y1
        return self.height - y1, self.width - x1, self.height - y0, self.width - x0

    def boxes(self, found: Boxes) -> Boxes:
        """The same for many at once: rows of left, bottom, right, top become rows of x0, top, x1, bottom."""
        placed = np.empty((len(found), 4))
        for at, edge in enumerate(self.box(*found.T.astype(np.float64))):
            placed[:, at] = edge
        return placed
