"""Characters of a line as recognised -> words with places: parted at spaces, and at white that no sentence leaves."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from parsers.pages import spelling, stature
from parsers.pages.picture import Grey
from parsers.pages.recogniser import Letter

# White between two characters, as a share of the height of the print, that parts words.
_WIDE = 0.62  # beside a point or a figure 1, which stand in much white of their own
_WIDE_IN_WORDS = 0.36  # between two letters
_WIDE_IN_CODES = 0.45  # between figures, and between a figure and a letter
_WIDE_BESIDE_STROKE = 0.2
_SLIM = frozenset("1Il|!")
_CAPITAL = 0.73  # of the height of a word's box: the height of print
_GLUED = re.compile(r"(?<=[a-z]{3})(?=\d{3})|(?<=[a-z]:)(?=\w)")
_DATE = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)")  # one word, however wide it is printed
_BARS = frozenset("|¦")  # what is left of a ruling line: no order is written with them


class Piece(NamedTuple):
    """A word as recognised, where it stands in its line (dots), how sure each character is, and what else it may be."""

    text: str
    x0: int
    top: float
    x1: int
    bottom: float
    certainties: tuple[float, ...]
    others: tuple[tuple[str, ...], ...] = ()


class _Print(NamedTuple):
    """The print of a line: which columns of dots have ink in them, and between which rows its words stand."""

    ink: NDArray[np.bool_]
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Of its capitals and figures."""
        return _CAPITAL * (self.bottom - self.top)


def words(found: Sequence[Letter], line: Grey) -> Iterator[Piece]:
    """The words of one line."""
    dots = _dark(line)
    letters = list(_without_bars(found))
    kept = [letter for letter in letters if letter.text != " "]
    shown = _Print(_columns(dots), *stature.band(dots, "".join(one.text for one in kept)))
    gaps = list(_gaps(letters, shown))
    dates = _DATE.finditer("".join(one.text[0] for one in kept))
    within = {at for date in dates for at in range(date.start() + 1, date.end())}
    start = begun = 0
    for at, gap in enumerate(gaps, 1):
        if (
            gap.is_space
            or (at not in within and _parts(gaps, at - 1, shown.height))
            or _is_seam(kept[begun : at + 1], gap)
        ):
            yield from _piece(kept[begun:at], shown, start, gap.cut)
            start, begun = gap.cut, at
    yield from _piece(kept[begun:], shown, start, line.shape[1])


class _Gap(NamedTuple):
    """What lies between two characters: the middle of the longest run of white, its length, and whether a space is."""

    left: str
    right: str
    cut: int
    white: int
    is_space: bool


def _gaps(letters: Sequence[Letter], shown: _Print) -> Iterator[_Gap]:
    last: Letter | None = None
    spaced = False
    for letter in letters:
        if letter.text == " ":
            spaced = True
            continue
        if last is not None:
            low, high = (int(one.across * shown.ink.size) for one in (last, letter))
            yield _Gap(last.text, letter.text, *_whitest(shown.ink, low, high), spaced)
        last, spaced = letter, False


def _parts(gaps: Sequence[_Gap], at: int, height: float) -> bool:
    """Two words, one before and one after this gap; a stroke that stands off on one side stands off on both."""
    gap = gaps[at]
    if gap.white > _limit(gap.left, gap.right) * height:
        return True
    beside = gaps[at - 1 : at] if gap.left == "/" else gaps[at + 1 : at + 2] if gap.right == "/" else ()
    return any(one.is_space or one.white > _WIDE_BESIDE_STROKE * height for one in beside)


def _is_seam(group: Sequence[Letter], gap: _Gap) -> bool:
    """Two things are glued here: a word, and a number after it."""
    last = group[-5:]
    glued = _GLUED.search("".join(one.text for one in last))
    return glued is not None and gap.white > 0 and glued.start() == len(last) - 1


def _limit(left: str, right: str) -> float:
    """The white between two characters that parts words, as a share of the height of the print."""
    if left.isalpha() and right.isalpha():
        return _WIDE_IN_WORDS
    if "/" in (left, right):
        return _WIDE_BESIDE_STROKE
    return _WIDE_IN_CODES if (left + right).isalnum() and _SLIM.isdisjoint((left, right)) else _WIDE


def _without_bars(found: Sequence[Letter]) -> Iterator[Letter]:
    """Bars part words as spaces do; a figure beside one is not certain, for the bar may have been a 1."""
    for at, letter in enumerate(found):
        beside = (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
        if letter.text in _BARS:
            yield Letter(" ", letter.across, letter.certainty)
        elif letter.text.isdigit() and any(one.text in _BARS for one in beside):
            yield letter._replace(certainty=0.0)
        else:
            yield letter


def _piece(group: Sequence[Letter], shown: _Print, start: int, end: int) -> Iterator[Piece]:
    # Wide digits and signs are put into plain ones; one character may become several.
    plain = [one._replace(text=sign) for one in group for sign in unicodedata.normalize("NFKC", one.text)]
    kept = spelling.spelled([one for one in plain if not one.text.isspace()])
    if not kept:
        return
    where = np.flatnonzero(shown.ink[start:end])
    x0, x1 = (start + int(where[0]), start + int(where[-1]) + 1) if where.size else (start, max(end, start + 1))
    told = "".join(one.text for one in kept)
    sure, others = tuple(one.certainty for one in kept), tuple(one.others for one in kept)
    yield Piece(told, x0, shown.top, x1, shown.bottom, sure, others)


def inked(line: Grey) -> NDArray[np.bool_]:
    """Which columns of dots have print in them."""
    return _columns(_dark(line))


def _columns(dots: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.asarray(dots.sum(axis=0) >= max(1, dots.shape[0] // 24))


def _dark(line: Grey) -> NDArray[np.bool_]:
    _, dark = cv2.threshold(line, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    # Light print on dark: the rarer of the two is the print.
    return np.asarray(dark == 1) if dark.mean() <= 0.5 else np.asarray(dark == 0)  # noqa: PLR2004 - half


def _whitest(ink: NDArray[np.bool_], low: int, high: int) -> tuple[int, int]:
    """The middle of the longest white run between two places, and its length."""
    best, length, begun = (low + high) // 2, 0, low
    for at in range(low, high + 1):
        if at < high and at < ink.size and not ink[at]:
            continue
        if at - begun > length:
            best, length = (begun + at) // 2, at - begun
        begun = at + 1
    return best, length
