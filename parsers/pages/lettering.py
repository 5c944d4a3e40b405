"""Characters of a line as recognised -> words with places: parted at spaces, and at white that no sentence leaves."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from parsers.pages.picture import Grey
from parsers.pages.recogniser import Letter

# White between two characters, as a share of the height of the print, that parts words.
_WIDE = 0.62
_WIDE_IN_WORDS = 0.36  # between two letters; figures stand further apart, most of all beside a point
_GLUED = re.compile(r"(?<=[a-z]{3})(?=\d{3})|(?<=[a-z]:)(?=\w)")
# "Bestel1-Nr.": a figure after small letters, and not followed by another figure, is a letter.
_IN_WORDS = re.compile(r"(?<=[a-z]{3})[10](?![\d.,]\d|\d)")
_BARS = frozenset("|¦")  # what is left of a ruling line: no order is written with them
_LETTERS = {"1": "l", "0": "o"}


class Piece(NamedTuple):
    """A word as recognised, from where to where in its line (dots), and how sure each of its characters is."""

    text: str
    x0: int
    x1: int
    certainties: tuple[float, ...]


def words(found: Sequence[Letter], line: Grey) -> Iterator[Piece]:
    """The words of one line."""
    ink = inked(line)
    height = _print_height(line)
    wide = line.shape[1]
    group: list[Letter] = []
    start = 0
    last: Letter | None = None
    spaced = False
    for letter in _without_bars(found):
        if letter.text == " ":
            spaced = True
            continue
        if last is not None:
            low, high = int(last.across * wide), int(letter.across * wide)
            cut, white = _whitest(ink, low, high)
            limit = _WIDE_IN_WORDS if last.text.isalpha() and letter.text.isalpha() else _WIDE
            glued = _GLUED.search("".join(one.text for one in group[-4:]) + letter.text)
            if spaced or white > limit * height or (glued and white > 0 and glued.start() == len(group[-4:])):
                yield from _piece(group, ink, start, cut)
                group, start = [], cut
        group.append(letter)
        last, spaced = letter, False
    yield from _piece(group, ink, start, wide)


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


def _piece(group: Sequence[Letter], ink: NDArray[np.bool_], start: int, end: int) -> Iterator[Piece]:
    # Wide digits and signs are put into plain ones; one character may become several.
    plain = [(sign, one.certainty) for one in group for sign in unicodedata.normalize("NFKC", one.text)]
    kept = [(sign, certainty) for sign, certainty in plain if not sign.isspace()]
    if not kept:
        return
    where = np.flatnonzero(ink[start:end])
    x0, x1 = (start + int(where[0]), start + int(where[-1]) + 1) if where.size else (start, max(end, start + 1))
    told = "".join(sign for sign, _ in kept)
    spelled = _IN_WORDS.sub(lambda sign: _LETTERS[sign.group()], told)
    # What was spelled anew is no longer certain, whatever the recogniser said.
    sure = (0.0 if sign != other else certainty for (sign, certainty), other in zip(kept, spelled, strict=True))
    yield Piece(spelled, x0, x1, tuple(sure))


def inked(line: Grey) -> NDArray[np.bool_]:
    """Which columns of dots have print in them."""
    dark = _dark(line)
    return np.asarray(dark.sum(axis=0) >= max(1, line.shape[0] // 24))


def _dark(line: Grey) -> NDArray[np.bool_]:
    _, dark = cv2.threshold(line, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    # Light print on dark: the rarer of the two is the print.
    return np.asarray(dark == 1) if dark.mean() <= 0.5 else np.asarray(dark == 0)  # noqa: PLR2004 - half


def _print_height(line: Grey) -> float:
    rows = np.flatnonzero(_dark(line).sum(axis=1) >= max(1, line.shape[1] // 200))
    return float(max(rows[-1] - rows[0] + 1, line.shape[0] // 3)) if rows.size else float(line.shape[0])


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
