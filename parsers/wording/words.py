"""Plain words: a wording cut into the few forms that count, and how far one word explains another."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

_TOKEN = re.compile(r"\d+/\d+|\d+(?:[.,]\d+)?|[^\W\d_]+")
# Words that tell no product from another.
SMALL = frozenset(
    "a an and the of for with in on to at or by our your my some those these this that please pls x per".split()
)
# The same in other languages: small only where the catalogue itself uses them, for "mit" may be a mistyped mint.
FOREIGN = frozenset(
    "und der die das den dem des mit von fur zu je ein eine bitte "
    "et le la les de du des un une pour avec en y el los las con para il lo gli di da e".split()
)
# Units and packs: they say how a thing is counted or measured, not which thing it is.
UNITS = frozenset(
    "ea each pc pce piece pr pair set st stk stuck box bx carton ctn case cs pack pk pkt dozen dz unit size sz "
    "gr grosse taille mm cm ml cl g kg mg in inch oz lb ft".split()
)
# A figure beside one of these says how many come together, and nothing of the thing itself.
PACKS = frozenset("of x pack pk pkt box bx carton ctn case cs set dozen dz pc pce piece ea pr pair a".split())
# Sizes in two letters, too short to be told from a slip.
SIZES = {"sm": "small", "md": "medium", "lg": "large"}
MOST = 40
LONGEST = 400
FUZZY_FROM = 4
# One slip in four letters, two in eight.
FUZZY_LEAST = 0.74
ABBREVIATION = 0.85
SHORTEST = 3


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
    if len(word) <= SHORTEST or word.endswith(("ss", "us", "is")):
        return SIZES.get(word, word)
    if word.endswith("ies") and len(word) > SHORTEST + 1:
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


def packs(said: Sequence[str]) -> frozenset[str]:
    """The figures of a wording that count what comes together: the 6 of "box of 6", not the 20 of "20 mm"."""
    beside = pairwise(said)
    return frozenset(
        number for two in beside for number, other in (two, two[::-1]) if is_number(number) and other in PACKS
    )


def likeness(asked: str, ours: str) -> float:
    """How far our word explains the one that was asked for: 1 the same, 0 not at all.

    An abbreviation begins alike and leaves letters out ("slvr", "neckl"); a slip of the fingers keeps most letters.
    """
    if not counts(asked) or not counts(ours):
        return float(asked == ours)
    if _shortens(asked, ours) or _shortens(ours, asked):
        return ABBREVIATION
    return slip(asked, ours)


def slip(asked: str, ours: str) -> float:
    """How far one word is the other, mistyped: a letter wrong, lost, added, or two swapped."""
    if min(len(asked), len(ours)) < FUZZY_FROM:
        return float(asked == ours)
    return OSA.normalized_similarity(asked, ours, score_cutoff=FUZZY_LEAST)


def _shortens(short: str, whole: str) -> bool:
    if not SHORTEST <= len(short) < len(whole) or short[0] != whole[0]:
        return False
    if whole.startswith(short):
        return True
    if 2 * len(short) < len(whole) or not set(short[1:]).isdisjoint("aeiou"):
        return False
    rest = iter(whole)
    return all(letter in rest for letter in short)
