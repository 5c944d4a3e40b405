"""Print that falls more at one end of a page than at the other, as in a photograph taken aslant: set level."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import cv2
import numpy as np

from parsers.pages.picture import Grey

_LONG = 4  # times as long as high: a line of print whose fall can be told
_ENOUGH = 8  # such lines
_FAR = 0.008  # further from what all lines say than that: not believed
_FELT = 0.014  # inches: less than that parts no row


class Fall(NamedTuple):
    """How far a line falls for each dot: in the middle of the page, and more for each dot down and across."""

    middle: tuple[float, float]
    here: float
    down: float
    across: float

    def at(self, x: Any, y: Any) -> Any:
        """By how many dots the line that is at the height `y` in the middle has fallen at `x`."""
        aside = x - self.middle[0]
        return aside * (self.here + self.down * (y - self.middle[1])) + self.across / 2 * aside**2


def fall(corners: Sequence[Any], page: Grey, fineness: float) -> Fall | None:
    """How the lines of print with these corners fall; None where they are level, or too few to tell."""
    boxes = np.array([one for one in corners if _is_long(one)], dtype=float).reshape(-1, 4, 2)
    middle = (page.shape[1] / 2, page.shape[0] / 2)
    wide = (boxes[:, 1] + boxes[:, 2] - boxes[:, 0] - boxes[:, 3])[:, 0] / 2
    slopes = (boxes[:, 1] + boxes[:, 2] - boxes[:, 0] - boxes[:, 3])[:, 1] / 2 / wide
    places = boxes.mean(axis=1) - middle
    given = np.stack([np.ones(len(boxes)), places[:, 1], places[:, 0]], axis=1)
    kept = np.ones(len(boxes), bool)
    found = np.zeros(3)
    for _ in range(2):
        if kept.sum() < _ENOUGH:
            return None
        found = np.linalg.lstsq(given[kept] * wide[kept, None], slopes[kept] * wide[kept], rcond=None)[0]
        kept = np.abs(given @ found - slopes) <= _FAR
    told = Fall(middle, *found.tolist())
    most = np.abs(told.at(boxes[:, :, 0], boxes[:, :, 1])).max(initial=0)
    return told if most > _FELT * fineness else None


def _is_long(corners: Any) -> bool:
    return bool(np.ptp(corners[:, 0]) > _LONG * np.linalg.norm(corners[3] - corners[0]))


def levelled(page: Grey, told: Fall) -> Grey:
    """The same page with its lines level."""
    high, wide = page.shape
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    fallen = (y + told.at(x, y)).astype(np.float32)
    return cv2.remap(page, x, fallen, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)


def moved(corners: Any, told: Fall) -> Any:
    """Where these corners of a line are on the page with its lines level."""
    x, y = corners[:, 0], corners[:, 1]
    aside = x - told.middle[0]
    level = (y - told.at(x, 0.0)) / (1 + told.down * aside)
    return np.stack([x, level], axis=1).astype(np.float32)
