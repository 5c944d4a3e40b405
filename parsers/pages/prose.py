"""Running text in a picture of a page, such as terms in small print: recognised by its beginning alone.

Recognising takes time by the length of the print, and a page of terms has five times that of an order.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from parsers.pages import lettering
from parsers.pages.picture import Grey

_MUCH = 45_000  # dots of print, at the height at which it is recognised: more than a full page of an order has
_HEIGHT = 48
_LONG = 18  # times as long as high: a line of sentences, not of a table
_GAP = 1.3  # of its height: sentences have no wider white in them, and rows of a table do
_BLOCK = 8  # lines of sentences under one another
_SHARE = 0.6
_NEAR = 2.6  # of its height: the next line of the same text stands no further down
_ASIDE = 3.0  # of its height: how far paragraphs of the same text are set in
_BEGINNING = 2  # lines of each block that are recognised


class Line(Protocol):
    """A line of print, and its picture."""

    @property
    def x0(self) -> float:
        """Its left edge, in dots."""

    @property
    def top(self) -> float:
        """Its upper edge."""

    @property
    def bottom(self) -> float:
        """Its lower edge."""

    @property
    def dots(self) -> Grey:
        """Its picture."""


def skipped(lines: Sequence[Line]) -> frozenset[int]:
    """Which of these lines (by number) go on in a block of sentences, where there is too much of it to read all."""
    if sum(_HEIGHT * line.dots.shape[1] / line.dots.shape[0] for line in lines) < _MUCH:
        return frozenset()
    left_out: set[int] = set()
    for block in _blocks(lines):
        sentences = [at for at in block if _is_sentence(lines[at].dots)]
        if len(sentences) >= max(_BLOCK, _SHARE * len(block)):
            left_out.update(sentences[_BEGINNING:])
    return frozenset(left_out)


def _blocks(lines: Sequence[Line]) -> list[list[int]]:
    """Lines that stand under one another at the same left edge."""
    blocks: list[list[int]] = []
    for at in sorted(range(len(lines)), key=lambda at: lines[at].top):
        line = lines[at]
        high = line.bottom - line.top
        for block in blocks:
            last = lines[block[-1]]
            if abs(last.x0 - line.x0) <= _ASIDE * high and 0 < line.top - last.top <= _NEAR * high:
                block.append(at)
                break
        else:
            blocks.append([at])
    return blocks


def _is_sentence(dots: Grey) -> bool:
    high, wide = dots.shape
    if wide < _LONG * high:
        return False
    where = np.flatnonzero(lettering.inked(dots))
    return bool(where.size > 1 and np.diff(where).max() <= _GAP * high)
