"""Words of a PDF page that are printed where nobody sees them: off the page, too small to read, or painted over."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parsers.pages.pdfium import Handle
from parsers.pages.place import Boxes, Place
from parsers.pages.strokes import Drawing

SMALLEST = 1.0  # point
_EDGE = 1.0  # points that a word's middle may lie off the page
_REACH = 0.5  # points that a word may stick out of what covers it
_SCALE = 2.0  # of 72 dots an inch, when a page is painted to be looked at
_INK = 24  # of 255: darker or lighter than this against its ground, something is seen


def on_page(boxes: Boxes, place: Place) -> NDArray[np.bool_]:
    """Which words stand on the page as it is shown, large enough to be read."""
    wide, high = (place.width, place.height) if place.turn % 2 == 0 else (place.height, place.width)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    is_on = (x > -_EDGE) & (x < wide + _EDGE) & (y > -_EDGE) & (y < high + _EDGE)
    found: NDArray[np.bool_] = is_on & (boxes[:, 3] - boxes[:, 1] >= SMALLEST)
    return found


def uncovered(boxes: Boxes, text: Callable[[int], Handle | None], drawing: Drawing) -> NDArray[np.bool_]:
    """Which words are still seen: of those that lie under an area painted later, the page itself is asked."""
    areas = drawing.areas()
    seen = np.ones(len(boxes), np.bool_)
    suspects = np.flatnonzero(_within(boxes, areas.boxes).any(axis=1)).tolist() if areas.things else []
    if not suspects:
        return seen
    order = drawing.order()
    painted = [order.get(thing, ()) for thing in areas.things]
    covers = _within(boxes[suspects], areas.boxes)
    later = [
        at
        for at, under in zip(suspects, covers, strict=True)
        if any(painted[area] > order.get(text(at) or 0, painted[area]) for area in np.flatnonzero(under).tolist())
    ]
    if later:
        seen[later] = _inked(drawing.page, drawing.place, boxes[later])
    return seen


def _within(words: Boxes, areas: Boxes) -> NDArray[np.bool_]:
    """For each word and each area, whether the one lies wholly in the other."""
    x0, top, x1, bottom = np.ascontiguousarray(words.T)[:, :, None]
    left, upper, right, lower = areas.T[:, None, :]
    across = (x0 >= left - _REACH) & (x1 <= right + _REACH)
    inside: NDArray[np.bool_] = across & (top >= upper - _REACH) & (bottom <= lower + _REACH)
    return inside


def _inked(page: Any, place: Place, boxes: Boxes) -> NDArray[np.bool_]:
    """Whether anything can be made out in each box when the page is painted."""
    painted = page.render(scale=_SCALE, grayscale=True).to_numpy()
    sight = np.rot90(painted.reshape(painted.shape[:2]), -(place.turn - page.get_rotation() // 90))
    found = []
    for x0, top, x1, bottom in (boxes * _SCALE).round().astype(int).clip(0).tolist():
        dots = sight[top : bottom + 1, x0 : x1 + 1]
        found.append(bool(dots.size) and int(dots.max()) - int(dots.min()) >= _INK)
    return np.array(found, np.bool_)
