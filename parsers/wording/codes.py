"""Article codes: when two of them are the same, when one is almost another, and whether a GTIN checks."""

import re
from collections.abc import Sequence

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


def near(code: str, known: Sequence[str], limit: int = 5) -> list[int]:
    """Where in `known` (normal codes) stands what `code` may have been meant for, nearest first.

    One slip (a letter wrong, lost, added, or two swapped) in a short code, two in a long one; or the same code but
    for look-alikes such as O and 0.
    """
    slips = 1 if len(code) < LONG else 2
    found = process.extract(code, known, scorer=OSA.distance, score_cutoff=slips, limit=limit)
    hits = [place for _, _, place in found]
    if not hits:
        seen = code.translate(_LOOKALIKES)
        hits = [place for place, other in enumerate(known) if other.translate(_LOOKALIKES) == seen][:limit]
    return hits
