"""Whether the text of a PDF page is all that can be seen of it: a layer of text may lack something, or lie."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from pypdfium2 import raw

from parsers.form import lexicon
from parsers.page import Word
from parsers.pages import pdfium
from parsers.pages.pdfium import Handle
from parsers.pages.place import Boxes

LARGE = 0.2  # of the page: a picture that may be more than a logo
_WHOLE = 0.8  # of the page
_MOST_THINGS = 5000
_ODD = 0.05  # of the characters: private ones, unknown ones
_STRANGE = 0.3  # of the words: spelled as no language does
_ENOUGH = 12  # words, to tell
_MANY = 25
_ALIKE = 0.5
_VOWEL = re.compile(r"[aeiouyæøœäöüıаеиоуыэюяіїєαεηιουωאויعاوي]", re.IGNORECASE)
# Indian and Thai letters, Hangul, kana, Chinese characters: of what these spell, vowels tell nothing.
_WITHOUT_VOWELS = re.compile(r"[\u0900-\u1dff\u2e80-\ud7ff\uf900-\ufaff]")
_PLAIN_VOWELS = frozenset("aeiouyAEIOUY")
_BROKEN = re.compile(r"[A-Za-z][^\w\s'’/.,:&()+@-]+[A-Za-z]|\d[a-z]+\d[a-z]|[a-z][A-Z]+[a-z]+[A-Z]")


def covered(page: Any, whole: float) -> frozenset[Handle]:
    """The text over which a picture is laid that fills (nearly) the `whole` page, in square points."""
    things, kinds = pdfium.objects(page, _MOST_THINGS)
    last = 0
    for at, kind in enumerate(kinds):
        if kind == raw.FPDF_PAGEOBJ_IMAGE and not pdfium.is_clear(things[at]):
            left, bottom, right, top = pdfium.bounds([things[at]])[0].tolist()
            last = at if (right - left) * (top - bottom) > _WHOLE * whole else last
    texts = zip(things[:last], kinds[:last], strict=True)
    return frozenset(thing for thing, kind in texts if kind == raw.FPDF_PAGEOBJ_TEXT)


def shared(pictures: Boxes, whole: float) -> float:
    """How much of the `whole` page, in square points, its largest picture fills."""
    wide, high = pictures[:, 2] - pictures[:, 0], pictures[:, 3] - pictures[:, 1]
    return float((wide * high).max(initial=0) / max(1.0, whole))


def is_strange(words: Sequence[Word]) -> bool:
    """These words are spelled as no language spells: what the font draws may be something else."""
    letters = "".join(word.text for word in words)
    if not (letters.isascii() and letters.isprintable()):
        odd = sum(1 for one in letters if unicodedata.category(one) in {"Co", "Cn", "Cc"} or one == "\ufffd")
        if odd > _ODD * len(letters):
            return True
    told = [word.text for word in words if len(word.text) >= 4 and any(map(str.isalpha, word.text))]  # noqa: PLR2004
    if len(told) < _ENOUGH:
        return False
    plain = [text for text in told if text.isalpha()]
    if any(_is_known(text) for text in plain if _WITHOUT_VOWELS.search(text)):
        plain = [text for text in plain if not _WITHOUT_VOWELS.search(text)]
    strange = sum(1 for text in plain if not _has_vowel(text))
    strange += sum(1 for text in told if _BROKEN.search(text))
    return strange > _STRANGE * len(told)


def _is_known(text: str) -> bool:
    """A wording of orders that a font with its letters confused would not spell by chance."""
    key = lexicon.key(text)
    return any(key in table for table in (lexicon.TITLES, lexicon.PARTIES_AND_FIELDS, lexicon.COLUMNS, lexicon.SUMS))


def _has_vowel(text: str) -> bool:
    if text.isascii():
        return not _PLAIN_VOWELS.isdisjoint(text)
    return bool(_VOWEL.search(unicodedata.normalize("NFD", text)))


def says_nothing(words: Sequence[Word]) -> bool:
    """Many words in Latin letters, and none of them is one that orders and letters about orders are made of."""
    latin = [word.text for word in words if word.text[:1].isascii() and any(one.isalpha() for one in word.text)]
    if len(latin) < _MANY or 2 * len(latin) < len(words):
        return False
    return not any(lexicon.key(text) in lexicon.HEADING_WORDS for text in latin)


def agrees(words: Sequence[Word], seen: Sequence[Word]) -> bool:
    """The layer of text says what was recognised in the picture of the page."""
    said = {word.text.casefold() for word in words}
    told = [word.text.casefold() for word in seen if len(word.text) >= 4]  # noqa: PLR2004 - short words agree by chance
    return sum(1 for text in told if text in said) >= _ALIKE * len(told)
