"""Words with places: the one shape that every unstructured document takes.

Points of 1/72 inch, origin at the top left, pages counted from 1.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from parsers.form import lexicon

# Two words belong to one phrase while the gap between them is below this share of their height.
PHRASE_GAP = 0.75
# Two words stand in one row while their middles differ by less than this share of the smaller height.
SAME_ROW = 0.36
# Points, and times the usual height: taller words are a watermark across the page.
_TALL, _TIMES = 36, 3


class Word(NamedTuple):
    """Printed characters without white space between them, and the box they fill."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half way across."""
        return (self.x0 + self.x1) / 2

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Rule(NamedTuple):
    """A drawn line: upright where x0 == x1, level where top == bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        """It parts columns; a level one parts rows."""
        return self.bottom - self.top > self.x1 - self.x0


@dataclass(frozen=True)
class Row:
    """Words that stand on one line of a page, from left to right."""

    words: tuple[Word, ...]
    top: float
    bottom: float
    page: int

    @cached_property
    def text(self) -> str:
        """The words in the order of speech, with one space between."""
        return say(self.words)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What wordings compare of its words."""
        return frozenset([lexicon.key(word[0]) for word in self.words])

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Seen(NamedTuple):
    """A word recognised in a picture, and how sure each of its characters is (0 to 1)."""

    word: Word
    certainties: tuple[float, ...]

    @property
    def certainty(self) -> float:
        """Of its least sure character."""
        return min(self.certainties, default=0.0)


@dataclass(frozen=True)
class Page:
    """One page: its words as they were found, and its ruling lines.

    `seen` are those of its words that were recognised in a picture; `trouble` is a question about what was not read.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    seen: tuple[Seen, ...] = ()
    trouble: str | None = None

    def __hash__(self) -> int:
        """Few pages are looked up by what they are; to go through all of their words for it takes long."""
        return hash((self.number, self.width, len(self.words)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The words in reading rows, from top to bottom."""
        return tuple(_rows(self.words, self.number))

    @cached_property
    def space(self) -> float:
        """The usual white space between two words of a sentence on this page."""
        return _space(self.rows)

    @cached_property
    def usual(self) -> float:
        """How high most letters of this page are."""
        return median([word[4] - word[2] for word in self.words]) if self.words else 1.0

    def phrases(self, row: Row) -> list["Phrase"]:
        """A row of this page cut where the gap is wide or a ruling line passes between."""
        key = (row.top, row.words[0][1])
        found = self._phrases.get(key)
        if found is None:
            found = self._phrases[key] = phrases(row, self.uprights)
        return found

    @cached_property
    def _phrases(self) -> dict[tuple[float, float], list["Phrase"]]:
        return {}

    @cached_property
    def uprights(self) -> tuple[Rule, ...]:
        """Ruling lines that part columns."""
        return tuple(rule for rule in self.rules if rule.is_upright)

    @cached_property
    def levels(self) -> tuple[Rule, ...]:
        """Ruling lines that part rows."""
        return tuple(rule for rule in self.rules if not rule.is_upright)


def _space(rows: Sequence[Row]) -> float:
    gaps = sorted(
        gap
        for row in rows[:80]
        for left, right in pairwise(row.words)
        if 0 < (gap := right[1] - left[3]) < PHRASE_GAP * (left[4] - left[2])
    )
    return gaps[len(gaps) // 2] if gaps else 3.0


class Phrase(NamedTuple):
    """Words that stand close together in one row, and what they say in the order of speech."""

    words: tuple[Word, ...]
    text: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom."""
        return box(self.words)


_LATIN = re.compile(r"[A-Za-z]")
_ARABIC_OR_HEBREW = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def is_right_to_left(words: Sequence[Word]) -> bool:
    """At least half of the words that are no figures are written in Arabic or Hebrew letters."""
    return not "".join([word[0] for word in words]).isascii() and _is_turned(words)


def _is_turned(words: Sequence[Word]) -> bool:
    turned = sum(1 for word in words if _ARABIC_OR_HEBREW.search(word.text))
    return turned > 0 and 2 * turned >= sum(1 for word in words if any(c.isalpha() for c in word.text))


def say(words: Sequence[Word]) -> str:
    """Words of one row in the order in which they are said, with one space between."""
    said = " ".join([word[0] for word in words])
    if said.isascii() or not _is_turned(words):
        return said
    return " ".join([word[0] for word in _said(words)])


def _said(words: Sequence[Word]) -> Iterator[Word]:
    """From right to left, but for the words in Latin letters among them, which keep their order."""
    for is_turned, run in groupby(reversed(words), key=lambda word: not _LATIN.search(word[0])):
        kept = [*run]
        yield from kept if is_turned else kept[::-1]


def box(words: Sequence[Word]) -> tuple[float, float, float, float]:
    """The smallest box around some words (at least one), rounded to a hundredth of a point."""
    if len(words) == 1:
        _, x0, top, x1, bottom = words[0]
        return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)
    _, lefts, tops, rights, bottoms = zip(*words, strict=True)
    return round(min(lefts), 2), round(min(tops), 2), round(max(rights), 2), round(max(bottoms), 2)


def _rows(words: Sequence[Word], number: int) -> Iterable[Row]:
    """The rows of words; a watermark as tall as several rows is a row of its own and holds none of them together."""
    tall = [word for word in words if word[4] - word[2] > _TALL]
    if tall:
        others = sorted(word[4] - word[2] for word in words)
        least = max(_TALL, _TIMES * others[len(others) // 2])
        marks = [word for word in tall if word[4] - word[2] > least]
        plain = [word for word in words if word[4] - word[2] <= least]
        return sorted([*_joined(plain, number), *_joined(marks, number)], key=lambda row: row.top + row.bottom)
    return _joined(words, number)


def _joined(words: Iterable[Word], number: int) -> Iterator[Row]:
    ordered = sorted(words, key=lambda word: (word[2] + word[4], word[1]))
    taken: list[Word] = []
    middle = reach = 0.0
    for word in ordered:
        here = (word[2] + word[4]) / 2
        if taken and here - middle >= reach:
            yield _row(taken, number)
            taken = []
        if not taken:
            middle, reach = here, max(1.0, SAME_ROW * (word[4] - word[2]))
        taken.append(word)
    if taken:
        yield _row(taken, number)


def _row(words: list[Word], number: int) -> Row:
    words.sort(key=itemgetter(1))
    return Row(tuple(words), min([w[2] for w in words]), max([w[4] for w in words]), number)


def phrases(row: Row, uprights: Sequence[Rule] = ()) -> list[Phrase]:
    """A row cut where the gap is wide or a ruling line passes between."""
    words, middle = row.words, row.middle
    lines = sorted([rule[0] for rule in uprights if rule[1] - 3 <= middle <= rule[3] + 3])
    cuts = [at for at in range(1, len(words)) if _parts(words[at - 1], words[at], lines)]
    parts = [words[start:end] for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True)]
    return [Phrase(part, say(part)) for part in parts]


def _parts(left: Word, right: Word, lines: Sequence[float]) -> bool:
    """`lines`: where ruling lines stand, from left to right."""
    _, _, top, end, bottom = left
    _, begin, other_top, _, other_bottom = right
    gap = begin - end
    if gap > PHRASE_GAP * min(bottom - top, other_bottom - other_top) + 1:
        return True
    if gap <= 0 or not lines:
        return False
    at = bisect_left(lines, end - 1)
    return at < len(lines) and lines[at] <= begin + 1
