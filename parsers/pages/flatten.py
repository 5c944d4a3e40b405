"""A picture of a page made flat: the sheet cut out of a photograph, lit evenly, set straight."""

import math
from typing import Any

import cv2
import numpy as np

from parsers.pages.picture import Grey, Picture

_SMALL = 700  # dots of the longer side when the sheet is looked for
_SHARE = (0.25, 0.97)  # of the photograph that its sheet covers
_DARKER = 35  # of 255: what lies around the sheet is darker than it
_SAMPLES = 40  # places of each side of a sheet that are looked at
_BESIDE = 6  # dots of the smaller picture to either side of its edge
_ROUND = 0.06  # of its area: how far a sheet may be from four straight sides
_MOST_LEAN = 9.0  # degrees that a sheet lies askew
_LEAST_LEAN = 0.06
_LIGHT = 236  # of 255: what paper is made
_DARK = 128  # of 255: darker than that is no paper
_SOLID = 0.035  # inches: thicker than a ruling line or a stroke of print
_BAND = (0.1, 0.4)  # inches, high and wide: the least field that print stands in
_FILLED = 0.6  # of a dark field that is dark: letters in it are light


def flat(shown: Picture) -> Picture:
    """The page itself, cut out, straight and evenly lit."""
    even = evenly(_sheet(shown.dots))
    lean = _lean(even)
    return Picture(_turned(even, lean) if abs(lean) >= _LEAST_LEAN else even, shown.fineness)


def quarter(shown: Picture, turns: int) -> Picture:
    """The same page turned by quarters, against the clock."""
    return Picture(np.ascontiguousarray(np.rot90(shown.dots, turns)), shown.fineness)


def evenly(dots: Grey) -> Grey:
    """Paper made white everywhere: each dot against the lightest around it, so that shadows and shades go."""
    high, wide = dots.shape
    scale = 1 / max(1.0, min(high, wide) / 400)
    small = cv2.resize(dots, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (13, 13)))
    ground = cv2.resize(cv2.GaussianBlur(ground, (9, 9), 0), (wide, high), interpolation=cv2.INTER_LINEAR)
    # Where the ground itself is dark, light letters may stand on it: it is not made white.
    return cv2.divide(dots, np.maximum(ground, 100), scale=_LIGHT).astype(np.uint8)


def unshaded(shown: Picture) -> Picture:
    """Dark fields, such as a row of headings, made light, and the light print in them dark."""
    dark = (shown.dots < _DARK).astype(np.uint8)
    least = max(3, round(_SOLID * shown.fineness))
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((least, least), np.uint8))
    around = max(3, round(_BAND[0] * shown.fineness)) | 1
    whole = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((around, around), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(whole, connectivity=8)
    dots = shown.dots.copy()
    for x, y, wide, high, _ in boxes[1:].tolist():
        field = dots[y : y + high, x : x + wide]
        is_large = high >= _BAND[0] * shown.fineness and wide >= _BAND[1] * shown.fineness
        if is_large and dark[y : y + high, x : x + wide].mean() >= _FILLED:
            turned = 255.0 - field
            field[:] = np.minimum(turned * (_LIGHT / max(1.0, float(np.median(turned)))), 255).astype(np.uint8)
    return Picture(dots, shown.fineness)


def _sheet(dots: Grey) -> Grey:
    """The sheet of paper in a photograph, seen from straight above; the picture as it is where it shows no edges."""
    corners = _corners(dots)
    if corners is None:
        return dots
    top = max(math.dist(corners[0], corners[1]), math.dist(corners[3], corners[2]))
    side = max(math.dist(corners[0], corners[3]), math.dist(corners[1], corners[2]))
    wide, high = round(top), round(side)
    goal = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, goal)
    return cv2.warpPerspective(
        dots, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    ).astype(np.uint8)


def _corners(dots: Grey) -> Any:
    """Top left, top right, bottom right, bottom left of a lighter sheet on something darker."""
    scale = _SMALL / max(dots.shape)
    small = cv2.resize(dots, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (7, 7), 0)
    _, light = cv2.threshold(soft, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    light = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea)) if outlines else None
    if hull is None or not _SHARE[0] <= cv2.contourArea(hull) / small.size <= _SHARE[1]:
        return None
    four = _four(hull)
    if four is None or not (_is_lighter(small, four) and _is_edged(small, four)):
        return None
    by_sum, by_difference = four.sum(axis=1), four[:, 0] - four[:, 1]
    ordered = [four[by_sum.argmin()], four[by_difference.argmax()], four[by_sum.argmax()], four[by_difference.argmin()]]
    return np.array(ordered, dtype=np.float32) / scale


def _four(hull: Any) -> Any:
    around = cv2.arcLength(hull, closed=True)
    for slack in (0.01, 0.02, 0.03, 0.05):
        found = cv2.approxPolyDP(hull, slack * around, closed=True)
        if len(found) == 4:  # noqa: PLR2004 - a sheet has four corners
            is_whole = cv2.contourArea(found) >= (1 - _ROUND) * cv2.contourArea(hull)
            return found.reshape(4, 2).astype(np.float32) if is_whole else None
    return None


def _is_lighter(small: Any, four: Any) -> bool:
    inside = np.zeros_like(small)
    cv2.fillConvexPoly(inside, four.astype(np.int32), 1)
    around = small[inside == 0]
    return bool(around.size) and float(np.median(small[inside == 1])) - float(np.median(around)) >= _DARKER


def _is_edged(small: Any, four: Any) -> bool:
    """Each side is an edge of paper: light at once on one side of it. A shadow across the sheet darkens by degrees."""
    middle = four.mean(axis=0)
    limits = np.array([small.shape[1] - 1, small.shape[0] - 1])
    for at in range(4):
        along = np.linspace(four[at], four[(at + 1) % 4], _SAMPLES)[2:-2]
        off = along.mean(axis=0) - middle
        step = off / max(1.0, float(np.linalg.norm(off))) * _BESIDE
        outer = along + step
        is_within = ((outer >= 0) & (outer <= limits)).all(axis=1)
        if is_within.mean() < 0.5:  # noqa: PLR2004 - half of it: this side is an edge of the picture itself
            continue
        x, y = outer[is_within].astype(int).T
        u, v = (along - step)[is_within].clip(0, limits).astype(int).T
        if float(np.median(small[v, u].astype(int) - small[y, x])) < _DARKER:
            return False
    return True


def _lean(even: Grey) -> float:
    """Degrees by which lines of print and ruling fall to the right: where the rows of dots differ most sharply."""
    scale = min(1.0, 900 / max(even.shape))
    small = cv2.resize(even, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = 255 - np.minimum(small, 255)
    ink[ink < 50] = 0  # noqa: PLR2004 - speckle and shade
    coarse = max(np.arange(-_MOST_LEAN, _MOST_LEAN + 0.1, 0.5), key=lambda angle: _sharpness(ink, float(angle)))
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, 0.05), key=lambda angle: _sharpness(ink, float(angle)))
    return float(fine)


def _sharpness(ink: Grey, degrees: float) -> float:
    rows = _turned(ink, degrees, paper=0).sum(axis=1, dtype=np.float64)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def _turned(dots: Grey, degrees: float, paper: int = 255) -> Grey:
    high, wide = dots.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    border = cv2.BORDER_CONSTANT if paper == 0 else cv2.BORDER_REPLICATE
    return cv2.warpAffine(
        dots, matrix, (wide, high), flags=cv2.INTER_LINEAR, borderMode=border, borderValue=(paper,)
    ).astype(np.uint8)
