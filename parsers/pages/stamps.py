"""Stamps over print: what is drawn round a large field in a paler ink than the print is taken off the page."""

from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from parsers.page import Seen
from parsers.pages.picture import Grey

UNSURE = 0.6  # certainty: enough for a figure that arithmetic confirms, and for nothing else
_LARGE = (0.6, 3.2)  # inches, wide and high: no letter is, and no table
_STRAIGHT = 0.35  # inches: a rim is round or leans, the frame of a box is neither
_HOLLOW = 0.25  # of its field: a stamp's rim and words; what fills more of it is a picture
_INK = 45  # of 255: darker than paper
_PALER = 60  # of 255: than print
_DARK = 10  # of a hundred dots of ink so many are as dark as print, at least
_NEAR = 5  # dots: the edge of a letter is pale, too
_BRIDGE = 0.04  # inches: where print crosses a rim


def removed(page: Grey, fineness: float) -> Grey:
    """The page without its stamps; the same page where it has none, or none that is paler than its print."""
    paper = int(np.median(page))
    ink = page[page < paper - _INK]
    if not ink.size:
        return page
    least = int(np.percentile(ink, _DARK)) + _PALER
    near = cv2.dilate((page < least).astype(np.uint8), np.ones((_NEAR, _NEAR), np.uint8))
    pale = ((page >= least) & (page < paper - _INK) & (near == 0)).astype(np.uint8)
    bridge = max(3, round(_BRIDGE * fineness))
    _, names, boxes, _ = cv2.connectedComponentsWithStats(cv2.dilate(pale, np.ones((bridge, bridge), np.uint8)))
    straight = _straight(pale, fineness)
    large = [
        at
        for at, box in enumerate(boxes.tolist())
        if at and _is_stamp(box, fineness) and straight[names == at].mean() < pale[names == at].mean() / 2
    ]
    if not large:
        return page
    rim = pale * np.isin(names, large).astype(np.uint8)
    clean = page.copy()
    clean[(cv2.dilate(rim, np.ones((_NEAR, _NEAR), np.uint8)) > 0) & (page >= least)] = paper
    return clean


def doubted(seen: Iterable[Seen], changed: NDArray[np.bool_], scale: float) -> Iterator[Seen]:
    """The same words, unsure where a stamp was taken off: a stroke may be gone with it.

    `changed` are the dots that were taken off, each of `scale` points.
    """
    for one in seen:
        x0, top, x1, bottom = (max(0, round(edge / scale)) for edge in one.word[1:])
        is_touched = changed[top : bottom + 1, x0 : x1 + 1].any()
        yield one._replace(certainties=tuple(min(sure, UNSURE) for sure in one.certainties)) if is_touched else one


def _is_stamp(box: Sequence[int], fineness: float) -> bool:
    _, _, wide, high, area = box
    is_fit = _LARGE[0] * fineness <= min(wide, high) and max(wide, high) <= _LARGE[1] * fineness
    return is_fit and area <= _HOLLOW * wide * high


def _straight(pale: Grey, fineness: float) -> Grey:
    """What lies in long level or upright runs."""
    length = round(_STRAIGHT * fineness)
    level = cv2.morphologyEx(pale, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    upright = cv2.morphologyEx(pale, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return cv2.bitwise_or(level, upright).astype(np.uint8)
