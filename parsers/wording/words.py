"""Plain words: a wording cut into the few forms that count, and how far one word explains another."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

_TOKEN = re.compile(r"\d+/\d+|\d+(?:[.,]\d+)?|[^\W\d_]+")
# Words that tell no product from another.
SMALL = frozenset(
    "a an and the of for with in on to at or by our your my some those these this that please pls x per "
    "und der die das den dem des mit von fur zu je ein eine bitte "
    "et le la les de du des un une pour avec en y el los las con para il lo gli di da e".split()
)
# Units and packs: they say how a thing is counted or measured, not which thing it is.
UNITS = frozenset(
    "ea each pc pce piece pr pair set st stk stuck box bx carton ctn case cs pack pk pkt dozen dz unit size sz "
    "gr grosse taille mm cm ml cl g kg mg in inch oz lb ft".split()
)
# A figure before one of these is a size or a weight, and so belongs to the thing itself.
MEASURES = frozenset("mm cm m ml cl l g kg mg in inch oz lb ft".split())
MOST = 40
LONGEST = 400
FUZZY_FROM = 4
FUZZY_LEAST = 75.0
ABBREVIATION = 0.85
LEAST_PREFIX = 3


def fold(text: str) -> str:
    """One case, no accents: "Größe" is "grosse"."""
    apart = unicodedata.normalize("NFKD", text[:LONGEST].casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def split(text: str) -> tuple[str, ...]:
    """The words and numbers of a wording, folded and in the singular: "Hoops, 20mm" is hoop, 20, mm."""
    return tuple(stem(token) for token in _TOKEN.findall(fold(text)))[:MOST]


def stem(word: str) -> str:
    """A word in the singular, roughly, as English and its neighbours build plurals; a number with a point."""
    if word[0].isdigit():
        return word.replace(",", ".")
    if len(word) <= LEAST_PREFIX or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > LEAST_PREFIX + 1:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses", "zes")):
        return word[:-2]
    return word.removesuffix("s")


def is_number(word: str) -> bool:
    """A figure, such as a size."""
    return word[0].isdigit()


def counts(word: str) -> bool:
    """Does this word help to tell one product from another?"""
    return word not in SMALL and word not in UNITS and not is_number(word)


def measures(asked: Sequence[str]) -> frozenset[str]:
    """The figures of a wording that stand before a measure: the 20 of "20 mm", not the 6 of "box of 6"."""
    return frozenset(one for one, after in pairwise(asked) if is_number(one) and after in MEASURES)


def likeness(asked: str, ours: str) -> float:
    """How far our word explains the one that was asked for: 1 the same, 0 not at all.

    An abbreviation begins alike and leaves letters out ("slvr", "neckl"); a slip of the fingers keeps most letters.
    """
    if asked == ours:
        return 1.0
    if is_number(asked) or is_number(ours):
        return 0.0
    if _shortens(asked, ours) or _shortens(ours, asked):
        return ABBREVIATION
    if min(len(asked), len(ours)) < FUZZY_FROM:
        return 0.0
    return fuzz.ratio(asked, ours, score_cutoff=FUZZY_LEAST) / 100


def _shortens(short: str, whole: str) -> bool:
    if len(short) < 2 or len(short) >= len(whole) or short[0] != whole[0]:  # noqa: PLR2004 - one letter shortens nothing
        return False
    if whole.startswith(short):
        return len(short) >= LEAST_PREFIX
    if not set(short[1:]).isdisjoint("aeiou"):
        return False
    rest = iter(whole)
    return all(letter in rest for letter in short)
