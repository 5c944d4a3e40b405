"""Single characters in a picture of a page: a quantity of 7 in a column of its own is easily taken for a speck."""

from collections.abc import Iterator, Sequence
from typing import Any

import cv2
import numpy as np

from parsers.pages.picture import Grey

_HEIGHT = (0.06, 0.2)  # inches: print of 6 to 20 points
_WIDTH = (0.012, 0.35)  # inches: a "1", and three figures
_MOST = 60  # of a page
_CLOSE = 0.03  # inches between the figures of one number
_INKED = (0.12, 0.85)  # of its box: a character, not a scratch and not a block
_CONTRAST = 70  # of 255: print differs so much from paper
_ROOM = 0.03  # inches left around it


def boxes(bare: Grey, fineness: float, known: Sequence[Any]) -> Iterator[Any]:
    """Corners, as those of lines, of what is as large as a few characters and stands in none of the `known` lines."""
    ink = ((int(np.median(bare)) - bare.astype(np.int16)) > _CONTRAST).astype(np.uint8)
    for corners in known:
        x0, top = np.floor(corners.min(axis=0)).astype(int).clip(0)
        x1, bottom = np.ceil(corners.max(axis=0)).astype(int)
        ink[top : bottom + 1, x0 : x1 + 1] = 0
    joined = cv2.dilate(ink, np.ones((3, max(3, round(_CLOSE * fineness))), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    kept = [one for one in found[1:].tolist() if _is_print(ink, one, fineness)]
    room = round(_ROOM * fineness)
    for x, y, wide, high, _ in kept if len(kept) <= _MOST else ():
        x0, top, x1, bottom = x - room, y - room, x + wide + room, y + high + room
        yield np.array([[x0, top], [x1, top], [x1, bottom], [x0, bottom]], dtype=np.float32)


def _is_print(ink: Any, box: Sequence[int], fineness: float) -> bool:
    x, y, wide, high, _ = box
    if not (_HEIGHT[0] <= high / fineness <= _HEIGHT[1] and _WIDTH[0] <= wide / fineness <= _WIDTH[1]):
        return False
    return bool(_INKED[0] <= ink[y : y + high, x : x + wide].mean() <= _INKED[1])
