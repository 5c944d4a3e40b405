"""Where the words of a recognised line begin and end, up and down: alike for "on" and "Ag", as in a file of text."""

import unicodedata
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

# Of the size of the type: how far ink reaches above the line that letters stand on, and below it.
_TALL, _LOW, _ACCENTED, _HANGING = 0.73, 0.53, 0.93, 0.21
_ABOVE, _BELOW = 0.8, 0.2  # of the size: the box of a word, whatever its letters
_SMALL_LETTERS = frozenset("acemnorsuvwxzæœıαεικνορσυχωагвдезиклмнопрстхчшщъыьэюя")
_DOTTED = frozenset("ij")
_DESCENDERS = frozenset("gjpqyQ;,()[]{}@çşţțąęųÇŞ")
_SIGNS = frozenset("-–—_~=.,:;+*'`\"“”„·•°^<>«»")  # tell nothing of the size
_SLIGHT = 0.16  # of the height so far: white below a dot or an accent
_PLAUSIBLE = (0.5, 1.12)  # of the height that was cut out: the size of the type
_USUAL = 0.78
_SLIM = frozenset("iljtfrI.,:;'!|")
_ENOUGH = 3
_SPACED = 1.7  # times as far apart as most: a space is between
_ALIKE = 0.93
_INKED = 2  # dots of a row that are more than a speck


def band(dark: NDArray[np.bool_], text: str) -> tuple[float, float]:
    """The upper and the lower edge (rows of dots) of words of this text, whose print is `dark`."""
    high = dark.shape[0]
    told = [sign for sign in text if not (sign.isspace() or sign in _SIGNS)]
    runs = _runs(dark.sum(axis=1) >= min(_INKED, dark.shape[1]))
    if told and runs:
        up, down = _reach(told)
        top, bottom = _ink(runs, dark, with_marks=any(_is_marked(sign) for sign in told))
        size = (bottom - top) / (up + down)
        if _PLAUSIBLE[0] * high <= size <= _PLAUSIBLE[1] * high:
            stands = bottom - down * size
            return stands - _ABOVE * size, stands + _BELOW * size
    middle = high / 2
    return middle - _USUAL * high / 2, middle + _USUAL * high / 2


def is_typed(lines: Iterable[tuple[str, Sequence[float]]]) -> bool:
    """A page of these lines is written as by a typewriter: slim letters take as much room as others.

    Of each line its characters without the spaces, and where across it each stands.
    """
    shares = [share for text, places in lines if (share := _slimness(text, places)) is not None]
    return len(shares) >= _ENOUGH and float(np.median(shares)) >= _ALIKE


def _slimness(text: str, places: Sequence[float]) -> float | None:
    """The room that slim letters take, as a share of that of others; None where there are too few to tell."""
    apart = np.diff(places)
    slim = np.array([sign in _SLIM for sign in text], bool)
    is_near = apart <= _SPACED * np.median(apart) if apart.size else np.zeros(0, bool)
    beside, others = apart[is_near & (slim[1:] | slim[:-1])], apart[is_near & ~(slim[1:] | slim[:-1])]
    if min(beside.size, others.size) < _ENOUGH:
        return None
    return float(beside.mean() / max(1e-6, float(others.mean())))


def _reach(told: Sequence[str]) -> tuple[float, float]:
    """How far these letters reach up and down."""
    down = _HANGING if any(sign in _DESCENDERS for sign in told) else 0.0
    if any(sign.isupper() and _is_marked(sign) for sign in told):
        return _ACCENTED, down
    is_low = all(sign in _SMALL_LETTERS for sign in told)
    return _LOW if is_low else _TALL, down


def _is_marked(sign: str) -> bool:
    """With a dot or an accent above."""
    return sign in _DOTTED or len(unicodedata.normalize("NFD", sign)) > 1


def _runs(inked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inked, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _ink(runs: Sequence[tuple[int, int]], dark: NDArray[np.bool_], *, with_marks: bool) -> tuple[int, int]:
    """The rows of the line itself; what was cut out with it of the lines above and below is not its own."""
    at = max(range(len(runs)), key=lambda at: dark[runs[at][0] : runs[at][1]].sum())
    top, bottom = runs[at]
    if with_marks and at > 0 and runs[at - 1][0] > 0 and top - runs[at - 1][1] <= _SLIGHT * (bottom - top):
        top = runs[at - 1][0]
    return top, bottom
