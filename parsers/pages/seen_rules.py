"""Ruling lines in a picture of a page."""

from typing import Any, NamedTuple

import cv2
import numpy as np

from parsers.page import Rule
from parsers.pages.picture import Grey

_LEVEL = 0.7  # inches: shorter than this may be letters that touch
_UPRIGHT = 0.45  # no letter is as high
_THICK = 0.06  # inches: anything thicker is a filled area
_CONTRAST = 14  # of 255: how much darker a line is than what lies around it
_MOST = 3000


class Ruled(NamedTuple):
    """Ruling lines in dots, and the page without them."""

    rules: tuple[Rule, ...]
    bare: Grey


def ruled(even: Grey, fineness: float) -> Ruled:
    """The ruling lines of an evenly lit, straight page."""
    around = max(15, round(fineness * 0.15)) | 1
    ink = cv2.adaptiveThreshold(even, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, _CONTRAST)
    level = _long(ink, fineness, is_level=True)
    upright = _long(ink, fineness, is_level=False)
    rules = [*_rules(level, is_level=True), *_rules(upright, is_level=False)]
    bare = even.copy()
    bare[cv2.dilate(cv2.bitwise_or(level, upright), np.ones((3, 3), np.uint8)) > 0] = int(np.median(even))
    return Ruled(tuple(rules[:_MOST]), bare)


def _long(ink: Any, fineness: float, *, is_level: bool) -> Any:
    """The dots that lie in straight runs; a hair of skew is bridged by thickening across the run first."""
    length = round((_LEVEL if is_level else _UPRIGHT) * fineness)
    across, run = ((3, 1), (1, length)) if is_level else ((1, 3), (length, 1))
    thick = cv2.dilate(ink, np.ones(across, np.uint8))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(run, np.uint8))
    most = max(3, round(_THICK * fineness))
    fat = cv2.morphologyEx(runs, cv2.MORPH_OPEN, np.ones((most + 2, most + 2), np.uint8))
    thin = cv2.subtract(runs, cv2.dilate(fat, np.ones((5, 5), np.uint8)))
    return cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones(run, np.uint8))


def _rules(mask: Any, *, is_level: bool) -> list[Rule]:
    _, _, boxes, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = []
    for x, y, wide, high, _ in boxes[1:].tolist():
        if is_level and high <= wide / 4:
            found.append(Rule(float(x), y + high / 2, float(x + wide), y + high / 2))
        elif not is_level and wide <= high / 4:
            found.append(Rule(x + wide / 2, float(y), x + wide / 2, float(y + high)))
    return found
