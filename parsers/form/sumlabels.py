"""Where the labels of sums stand, outside of the items."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from parsers import numbers, page
from parsers.form import lexicon, phrasing, sumnames
from parsers.page import Page, Row, Word

_PROSE = 40  # words of a row that is no row of a form


class Named(NamedTuple):
    """Words that name a sum: which, by what key, and the words of its row from `start` to before `end`."""

    role: str
    key: str
    sheet: Page
    at: int  # its row
    start: int
    end: int
    until: int  # where the next label of the row starts, or the row ends

    @property
    def row(self) -> Row:
        """The row that it stands in."""
        return self.sheet.rows[self.at]

    @property
    def words(self) -> tuple[Word, ...]:
        """The label itself."""
        return self.row.words[self.start : self.end]

    @property
    def is_turned(self) -> bool:
        """It is read from right to left, and so is what it names."""
        return page.is_right_to_left(self.words)

    @property
    def is_last(self) -> bool:
        """No other label follows it in its row."""
        return self.until == len(self.row.words)


class Labels:
    """The labels of sums on some pages; each row is looked at once, and only where somebody asks."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self._known: dict[tuple[int, int], tuple[Named, ...]] = {}

    def outside(self, skip: AbstractSet[tuple[int, float]]) -> list[Named]:
        """Every label that stands in no row of `skip` (page and top)."""
        return [
            named
            for nth, sheet in enumerate(self.pages)
            for at, row in enumerate(sheet.rows)
            if (row.page, row.top) not in skip and len(row.words) <= _PROSE
            for named in self._in_row(nth, at)
        ]

    def _in_row(self, nth: int, at: int) -> tuple[Named, ...]:
        if (nth, at) not in self._known:
            self._known[nth, at] = tuple(in_row(self.pages[nth], at))
        return self._known[nth, at]


def in_row(sheet: Page, at: int) -> Iterator[Named]:
    """The labels of sums in one row."""
    row = sheet.rows[at]
    hits = list(_hits(row, sheet))
    for nth, (start, end, role, key) in enumerate(hits, start=1):
        until = hits[nth][0] if nth < len(hits) else len(row.words)
        yield Named(role, key, sheet, at, start, end, until)


def _hits(row: Row, sheet: Page) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, role and key of each label of a sum in a row."""
    begins = 0
    for phrase in sheet.phrases(row):
        words = phrase.words
        turned = page.is_right_to_left(words)
        said = words[::-1] if turned else words
        index, first = 0, phrasing.behind_count(said)
        while index < len(said):
            hit = _longest(said, index)
            if hit is None:
                index += 1
                continue
            end, role, key = hit
            if index in {0, first} or _follows(said, index, end):
                start = begins + (len(words) - end if turned else index)
                yield start, start + end - index, role, key
            index = end
        begins += len(words)


def _follows(said: Sequence[Word], index: int, end: int) -> bool:
    """A label behind a letter ("A TOTAL"), or one of two words behind the figure of another: "210 Total cost 12"."""
    if index == 1 and len(said[0].text) <= 2:  # noqa: PLR2004
        return True
    return end - index > 1 and numbers.has_digit(said[index - 1].text) and _is_plain_figure(said, index - 1)


def _longest(words: Sequence[Word], index: int) -> tuple[int, str, str] | None:
    keys = [lexicon.key(word.text) for word in words[index : index + sumnames.LONGEST]]
    if not keys[0]:
        return None
    stop = next((at for at in range(len(keys)) if _is_plain_figure(words, index + at)), len(keys))
    for end in range(stop, 0, -1):
        if keys[end - 1] and (role := sumnames.of([key for key in keys[:end] if key])):
            return index + end, role, "".join(keys[:end])
    return None


def _is_plain_figure(words: Sequence[Word], at: int) -> bool:
    """A figure that is no rate: the value, where the label has ended."""
    text, after = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    return numbers.has_digit(text) and "%" not in text and not after.startswith(("%", "(%"))
