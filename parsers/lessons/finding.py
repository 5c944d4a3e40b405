"""Where a value stands on the pages, in whichever convention it is written, and what stands before and above it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from parsers import dates, numbers, page
from parsers.form import lexicon
from parsers.form.currency import CODES
from parsers.numbers import Mark
from parsers.page import Page, Row, Word

_MOST_WORDS = 12  # of a value
_MOST_DATE = 6  # words of a date
_BELOW = 3.2  # heights between a label and the value under it
_MOST_GROUPS = 3  # words of a figure
_DASHES = frozenset("-–—")
_SHORT = 2  # digits that a label may hold
_OFTEN = 3
_SIGN = 3  # letters of a sign of currency
_RATE = re.compile(r"^\(?[\d.,]*\d ?%\)?:?$|^\(?%\)?:?$")
_FAR = 0.5  # share of the width between a label and the value right of it


class Place(NamedTuple):
    """Some words of a row (`start` to `end`), on a page."""

    sheet: Page
    at: int
    start: int
    end: int

    @property
    def row(self) -> Row:
        """The row in which they stand."""
        return self.sheet.rows[self.at]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words."""
        return self.row.words[self.start : self.end]


def values(pages: Sequence[Page], value: str | Decimal | date) -> Iterator[Place]:
    """Every place of a value: a figure or a date under either convention, words by their key."""
    for sheet in pages:
        for at, row in enumerate(sheet.rows):
            match value:
                case date():
                    spans = _dates(row, value)
                case Decimal():
                    spans = _figures(row, value)
                case _:
                    spans = _words(row, lexicon.key(value))
            yield from (Place(sheet, at, start, end) for start, end in spans)


def wording(pages: Sequence[Page], words: str) -> Iterator[Place]:
    """Every place of these words, whatever case and signs they are written with."""
    for sheet in pages:
        for at, row in enumerate(sheet.rows):
            yield from (Place(sheet, at, start, end) for start, end in _words(row, lexicon.key(words)))


def _words(row: Row, key: str) -> Iterator[tuple[int, int]]:
    if not key:
        return
    keys = [lexicon.key(word.text) for word in row.words]
    for start, first in enumerate(keys):
        if not first or not key.startswith(first):
            continue
        said = ""
        for end in range(start, min(len(keys), start + _MOST_WORDS)):
            said += keys[end]
            if said == key:
                # A colon that stands by itself belongs to the label before it.
                stop = end + 1
                while stop < len(keys) and _ends(row.words[stop].text) and not lexicon.key(row.words[stop].text):
                    stop += 1
                yield start, stop
                break
            if not key.startswith(said):
                break


def _figures(row: Row, value: Decimal) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(row.words):
        if is_figure(word.text, value):
            yield at, at + 1
            continue
        # Groups of thousands may be words of their own: "£2 445,48".
        for end in range(at + 2, min(at + _MOST_GROUPS, len(row.words)) + 1):
            is_one = word.text[-1:].isdigit() and row.words[end - 1].text[:1].isdigit()
            is_apart = any(is_figure(one.text, value) for one in row.words[at:end])  # "$15.97 348.400" are two figures
            if is_one and not is_apart and is_figure(page.say(row.words[at:end]), value):
                yield at, end
                break


def is_figure(text: str, value: Decimal) -> bool:
    """The text is this number under one of the two conventions, perhaps with its unit or currency."""
    return any(found == value for found in _values(text))


def _values(text: str) -> list[Decimal]:
    return [found.value for mark in Mark if (found := numbers.figure(text, mark)) is not None]


def _dates(row: Row, value: date) -> Iterator[tuple[int, int]]:
    text = row.text
    if not any(value in {hit.day_first, hit.month_first} for hit in dates.find(text)):
        return
    for size in range(1, _MOST_DATE + 1):
        for start in range(len(row.words) - size + 1):
            hits = dates.find(page.say(row.words[start : start + size]))
            if len(hits) == 1 and value in {hits[0].day_first, hits[0].month_first}:
                yield start, start + size
                return


# -- what names a value --------------------------------------------------------------------------------------------


def before(place: Place) -> Place | None:
    """The words just left of a value that may be its label: of one phrase, and no value themselves."""
    words = place.row.words
    start = place.start
    # "VAT 20 % EUR 12.50": the code belongs to the sum, the rate to this order alone.
    while start > 0 and (is_currency(words[start - 1].text, place.sheet) or _RATE.match(words[start - 1].text)):
        start -= 1
    if start == 0:
        return None
    end = start
    # A sum may stand at the far side of its row.
    far = place.sheet.width * (1 if len(place.sheet.phrases(place.row)) == 2 else _FAR)  # noqa: PLR2004 - label, value
    while start > 0 and end - start < lexicon.LONGEST:
        word, after = words[start - 1], words[start]
        is_ended = any(lexicon.key(one.text) for one in words[start:end]) and _ends(word.text)
        is_count = (
            _is_count(words[start - 1 : end]) or word.text.rstrip(":").endswith("%") or _is_last(words, start - 1)
        )
        if is_ended or (_has_digit(word.text) and not is_count):
            break
        gap = after.x0 - word.x1
        if gap > (far if start == end else page.PHRASE_GAP * after.height + 1):
            break
        start -= 1
    return _label(Place(place.sheet, place.at, start, end))


def _is_count(words: Sequence[Word]) -> bool:
    """A figure that is part of a label ("Field 2:"): short, and a colon or a dash ends the label."""
    return len(lexicon.key(words[0].text)) <= _SHORT and any(_ends(word.text) for word in words)


def _is_last(words: Sequence[Word], at: int) -> bool:
    """A short figure that ends a label of its own ("Field 2"): a word close before it, and white space behind it."""
    if at == 0 or at + 1 == len(words) or not words[at].text.isdigit() or len(words[at].text) > _SHORT:
        return False
    gap = page.PHRASE_GAP * words[at].height
    is_joined = words[at - 1].text[-1:].isalpha() and words[at].x0 - words[at - 1].x1 < gap
    return is_joined and words[at + 1].x0 - words[at].x1 >= gap


def _ends(text: str) -> bool:
    return text.rstrip("".join(_DASHES)).endswith(":") or text in _DASHES


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def above(place: Place) -> Place | None:
    """The phrase over a value that may be its label, in its column and without a digit."""
    x0, top, x1, bottom = page.box(place.words)
    height = max(bottom - top, 6)
    for at in range(place.at - 1, -1, -1):
        row = place.sheet.rows[at]
        if top - row.bottom > _BELOW * height:
            return None
        for phrase in place.sheet.phrases(row):
            if phrase.words[-1].x1 > x0 - 2 and phrase.words[0].x0 < x1 + 2:
                if _is_valued(phrase.words) or lexicon.key(phrase.text) in lexicon.TITLES:
                    return None
                start = row.words.index(phrase.words[0])
                return _label(Place(place.sheet, at, start, start + len(phrase.words)))
    return None


def _is_valued(words: Sequence[Word]) -> bool:
    """A digit stands in the phrase, other than a short figure that ends it ("Field 2")."""
    *before, last = words
    is_name = before and before[-1].text[-1:].isalpha() and last.text.isdigit() and len(last.text) <= _SHORT
    return any(_has_digit(word.text) for word in before) or (_has_digit(last.text) and not is_name)


def is_currency(text: str, sheet: Page) -> bool:
    """A code of currency, a sign of one, or a few letters that stand before figures all over the page ("Rs.")."""
    bare = text.strip("().:+-–−")  # "-USD 12.00" as well
    if bare in CODES or (0 < len(bare) <= _SIGN and unicodedata.category(bare[-1]) == "Sc"):  # "R$", "US$"
        return True
    if not bare.isalpha() or len(bare) > _SHORT + 1 or _ends(text):
        return False
    pairs = (pair for row in sheet.rows for pair in pairwise(row.words))
    return sum(1 for word, after in pairs if word.text == text and after.text[:1].isdigit()) >= _OFTEN


def _label(place: Place) -> Place | None:
    """It, unless it holds no letters, or is a sentence or an address."""
    is_one = any(c.isalpha() for c in said(place)[:1]) and len(place.words) <= lexicon.LONGEST
    is_address = any("@" in word.text or "://" in word.text for word in place.words)
    return place if is_one and not is_address else None


def said(place: Place) -> str:
    """The words as printed, without the colon."""
    return page.say(place.words).strip(" :#–-")


def has_colon(place: Place) -> bool:
    """A colon ends the words, or a dash."""
    return _ends(place.words[-1].text)
