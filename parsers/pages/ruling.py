"""Ruling lines put together from the pieces in which they are drawn: a grid is often one small box after another."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from parsers.page import Rule
from parsers.pages.place import Boxes

SAME_LINE = 0.6  # points: pieces no farther to the side belong to one line
TOUCHING = 2.0  # points: pieces no farther apart go on
_FAR = 1e6  # points: no page is that large


def merged(pieces: Boxes) -> tuple[Rule, ...]:
    """One rule for each line that is as good as unbroken; uprights from left to right, then levels downwards."""
    if not len(pieces):
        return ()
    x0, top, x1, bottom = np.ascontiguousarray(pieces.T)
    is_level = bottom - top <= x1 - x0
    places = np.where(is_level, top + bottom, x0 + x1) / 2
    begins, ends = np.where(is_level, x0, top), np.where(is_level, x1, bottom)
    return tuple(
        Rule(begin, at, end, at) if level else Rule(at, begin, at, end)
        for level, at, begin, end in zip(*_lines(is_level, places, begins, ends), strict=True)
    )


def _lines(is_level: NDArray[np.bool_], places: Boxes, begins: Boxes, ends: Boxes) -> list[list[Any]]:
    """Of pieces that stand at these places and reach from here to there: the same of whole lines, column by column."""
    apart = places + _FAR * is_level
    order = np.argsort(apart, kind="stable")
    apart = apart[order]
    # Each line is moved far away from the others, so that one pass over all of them is enough.
    away = np.zeros(len(places))
    away[order[1:]] = _FAR * np.cumsum(apart[1:] - apart[:-1] > SAME_LINE)
    begun = begins + away
    order = np.argsort(begun, kind="stable")
    begun, reached = begun[order], np.maximum.accumulate((ends + away)[order])
    starts = np.flatnonzero(np.concatenate([[True], begun[1:] > reached[:-1] + TOUCHING]))
    lasts = np.concatenate([starts[1:] - 1, [len(places) - 1]])
    firsts = order[starts]
    columns = is_level[firsts], places[firsts], begins[firsts], reached[lasts] - away[firsts]
    return [column.tolist() for column in columns]
