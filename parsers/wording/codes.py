"""Article codes: when two of them are the same, when one is almost another, and whether a GTIN checks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

# GS1 General Specifications, 3.3: GTIN-8, GTIN-12, GTIN-13 and GTIN-14 are one number with leading zeros.
GTIN_LENGTHS = frozenset({8, 12, 13, 14})
# What a hand, a printer or a scanner takes for one another.
_LOOKALIKES = str.maketrans("oilsbz", "011582")
_BESIDE = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
# From this length on, two slips in one code are believable.
LONG = 6
SHORTEST = 5


def normal(code: str) -> str:
    """Letters and digits in one case: "rng 114" and "RNG-114" are the same code."""
    return _BESIDE.sub("", code).casefold()


def gtin(code: str | None) -> str | None:
    """The code as a GTIN of 14 digits, or None where its length or its check digit says that it is none."""
    digits = re.sub(r"[\s\-.]", "", code or "")
    if not digits.isascii() or not digits.isdigit() or len(digits) not in GTIN_LENGTHS:
        return None
    return digits.zfill(14) if check_digit(digits[:-1]) == digits[-1] else None


def printed_gtin(own: str | None, *others: str | None) -> str | None:
    """The GTIN in its own column, else one in another's: there 8 digits are more likely an article number."""
    long = (gtin(code) for code in others if code and len(normal(code)) > min(GTIN_LENGTHS))
    return gtin(own) or next((code for code in long if code), None)


def is_pack(gtin: str) -> bool:
    """A GTIN-14 that begins with 1 to 8 is that of a pack of articles (GS1 General Specifications, 2.1.6)."""
    return gtin[0] in "12345678"


def article(gtin: str) -> str:
    """What a GTIN of 14 digits shares with those of the article's packs: all but the first and the last."""
    return gtin[1:-1]


def is_code(word: str) -> bool:
    """Letters and digits together, long enough that it is no size such as A5."""
    plain = normal(word)
    return len(plain) >= SHORTEST and bool(_LETTER.search(plain) and _DIGIT.search(plain))


def check_digit(digits: str) -> str:
    """The last digit of a GTIN, from the others (GS1 General Specifications, 7.9)."""
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def shape(code: str) -> str:
    """The pattern of a normal code: "rng114" is "aaa999"."""
    return _DIGIT.sub("9", _LETTER.sub("a", code))


class Known:
    """All our codes, in their normal form, each at its place in the catalogue."""

    def __init__(self, codes: Iterable[str]) -> None:
        self._normal = tuple(normal(code) for code in codes)
        self._exact, self._seen = _places(self._normal), _places(map(_look, self._normal))
        self._shapes = frozenset(map(shape, self._normal))

    def same(self, code: str) -> Sequence[int]:
        """Places of the codes that are this one but for case, spaces and signs."""
        return self._exact.get(normal(code), ())

    def near(self, code: str, limit: int) -> Sequence[int]:
        """Places of what `code` may have been meant for, nearest first.

        One slip (a letter wrong, lost, added, or two swapped) in a short code, two in a long one; or the same code
        but for look-alikes such as O and 0.
        """
        plain = normal(code)
        slips = 1 if len(plain) < LONG else 2
        found = process.extract(plain, self._normal, scorer=OSA.distance, score_cutoff=slips, limit=limit)
        return [place for _, _, place in found] or self._seen.get(_look(plain), ())[:limit]

    def has_shape_of(self, code: str) -> bool:
        """Is it built like one of ours, letter for letter and figure for figure?"""
        return shape(normal(code)) in self._shapes


def _look(plain: str) -> str:
    return plain.translate(_LOOKALIKES)


def _places(keys: Iterable[str]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        if key:
            places[key].append(place)
    return places
