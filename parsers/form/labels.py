"""Labels of a form, and the values that stand right of them or below."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from parsers import numbers, page
from parsers.form import lexicon, phrasing
from parsers.page import Page, Phrase, Row, Word

_BELOW = 3.2  # row heights in which a value may stand under its label
_CELLS = 2  # edges between a label and the cell of its value
_FAR = 0.5  # share of the page's width between a label and a value right of it
_GAP = 2.6  # heights of white space that end a value


class Label(NamedTuple):
    """Words that name a field: which, how strongly, where."""

    name: str
    words: tuple[Word, ...]
    sheet: Page
    row: int
    start: int  # first word in the row
    end: int  # one past the last
    has_colon: bool
    key: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom."""
        return page.box(self.words)


class Value(NamedTuple):
    """Words that may be a field's value, and how they stand to the label."""

    label: Label
    words: tuple[Word, ...]
    is_right: bool

    @property
    def text(self) -> str:
        """The words in the order of speech, without the colon that a label left."""
        return page.say(self.words).strip(" :#–").removeprefix("-").strip()


def find(sheet: Page, table: Mapping[str, str], skip: set[tuple[int, float]]) -> list[Label]:
    """The labels of a page that a table of wordings knows, outside of some rows."""
    found: list[Label] = []
    for at, row in enumerate(sheet.rows):
        here = _in_row(sheet, at, row, table)
        if (row.page, row.top) not in skip:
            found.extend(here)
        elif row.words[-1].text.endswith(":") and all(phrase.text.endswith(":") for phrase in sheet.phrases(row)):
            found.extend(label for label in here if label.name.startswith("party_"))  # parties at the foot of a table
    tall = list(_in_two_rows(sheet, found, table)) if table is lexicon.PARTIES_AND_FIELDS else []
    inside = {id(word) for one in tall for word in one.words}
    return [one for one in found if not inside.intersection(map(id, one.words))] + tall


def _in_two_rows(sheet: Page, found: Sequence[Label], table: Mapping[str, str]) -> Iterator[Label]:
    """Labels that a narrow cell breaks, over their values: "Order", "date", "3 May"; "Our order no. / P.O.", "date"."""
    for at in sorted({one.row for one in found}):
        rows = sheet.rows[at : at + 3]
        if len(rows) < 3 or any(row.top - above.bottom > row.height for above, row in pairwise(rows)):  # noqa: PLR2004
            continue
        upper, lower, under = map(sheet.phrases, rows)
        if any(numbers.has_digit(phrase.text) for phrase in (*upper, *lower)):
            continue  # a value stands beside a label: each row is one of its own
        begins = 0
        for second in lower:
            first = next((one for one in upper if _is_in_line(one, second)), None)
            has_value = any(_is_in_line(one, second) and numbers.has_digit(one.text) for one in under)
            if first and has_value and ":" not in first.text:
                said, cut = (*first.words, *second.words), len(first.words)
                for start, end, name, key in phrasing.in_phrase(said, table):
                    if start < cut < end and name in _IN_CELLS:
                        words = said[start:end]
                        has_colon = phrasing.has_colon(said, end)
                        yield Label(name, words, sheet, at + 1, begins, begins + end - cut, has_colon, key)
            begins += len(second.words)


# What stands over its value in a cell of its own; parties stand over blocks.
_IN_CELLS = frozenset({"po_number", "order_date", "requested_date", "cancel_date", "other_date"})


def _is_in_line(one: Phrase, other: Phrase) -> bool:
    return abs(one.words[0].x0 - other.words[0].x0) < _ALIGNED


def _in_row(sheet: Page, at: int, row: Row, table: Mapping[str, str]) -> Iterator[Label]:
    begins = 0
    for phrase in sheet.phrases(row):
        words = phrase.words
        turned = not phrase.text.isascii() and page.is_right_to_left(words)
        for start, end, name, key in phrasing.in_phrase(words[::-1] if turned else words, table):
            said = (words[::-1] if turned else words)[start:end]
            first = begins + (len(words) - end if turned else start)
            has_colon = phrasing.has_colon(words[::-1] if turned else words, end)
            yield Label(name, tuple(said), sheet, at, first, first + len(said), has_colon, key)
        begins += len(words)


def right(label: Label, known: AbstractSet[tuple[int, int, int]]) -> Value | None:
    """The words right of a label, to the next label or wide white space; left of it where that is how it reads."""
    row = label.sheet.rows[label.row]
    is_turned = page.is_right_to_left(label.words)
    if not is_turned or _is_in_two_scripts(label.words):
        words = _run(row.words[label.end :], label, known, row)
        if words or not is_turned:
            return Value(label, words, is_right=True) if words else None
    words = _run(tuple(reversed(row.words[: label.start])), label, known, row)
    return Value(label, tuple(sorted(words, key=lambda word: word.x0)), is_right=True) if words else None


def _is_in_two_scripts(words: Sequence[Word]) -> bool:
    """A label that says the same in Latin letters stands in a form that reads from left to right, as a rule."""
    return any(c.isascii() and c.isalpha() for word in words for c in word.text)


def _run(words: Sequence[Word], label: Label, known: AbstractSet[tuple[int, int, int]], row: Row) -> tuple[Word, ...]:
    taken: list[Word] = []
    before = label.words[-1]
    for word in words:
        place = row.words.index(word)
        if (label.sheet.number, label.row, place) in known:
            break
        gap = max(word.x0 - before.x1, before.x0 - word.x1)
        limit = _GAP * row.height if taken else _FAR * label.sheet.width
        if not taken and gap > limit and _are_neighbours(label.sheet, before, word):
            limit = gap
        if gap > limit or (taken and _is_ruled(label.sheet, before, word)):
            break
        if not (word.text.strip(":-–#.") == "" and not taken):
            taken.append(word)
        before = word
    return tuple(taken)


def continued(value: Value, known: AbstractSet[tuple[int, int, int]]) -> Value:
    """The value with the phrase straight below it, where its column is too narrow for it and no label stands there."""
    sheet, at = value.label.sheet, value.label.row + 1
    first, left = value.words[0], min(value.words[0].x0, value.label.words[0].x0)
    if at >= len(sheet.rows) or sheet.rows[at].top - first.bottom > first.height:
        return value
    begins = 0
    for phrase in sheet.phrases(sheet.rows[at]):
        is_label = (sheet.number, at, begins) in known
        begins += len(phrase.words)
        if abs(phrase.words[0].x0 - first.x0) < _ALIGNED and not is_label:
            return value._replace(words=(*value.words, *phrase.words))
        if phrase.words[-1].x1 > left:
            break
    return value


_ALIGNED = 2.0


def _are_neighbours(sheet: Page, left: Word, right_: Word) -> bool:
    """The words stand in cells beside each other, or with an empty one between: however wide those are."""
    edges = {
        round(rule.x0)
        for rule in sheet.uprights
        if left.x1 - 1 <= rule.x0 <= right_.x0 + 1 and rule.top <= right_.middle <= rule.bottom
    }
    return 1 <= len(edges) <= _CELLS


def _is_ruled(sheet: Page, left: Word, right_: Word) -> bool:
    low, high = min(left.x1, right_.x1) - 1, max(left.x0, right_.x0) + 1
    return any(low <= rule.x0 <= high and rule.top <= right_.middle <= rule.bottom for rule in sheet.uprights)


def below(label: Label, known: AbstractSet[tuple[int, int, int]]) -> Value | None:
    """The phrase that stands under a label, in its column."""
    x0, top, x1, bottom = label.box
    sheet = label.sheet
    height = max(bottom - top, 6)
    for at in range(label.row + 1, len(sheet.rows)):
        row = sheet.rows[at]
        if row.top - bottom > _BELOW * height:
            return None
        under = [
            phrase for phrase in sheet.phrases(row) if phrase.words[-1].x1 > x0 - 2 and phrase.words[0].x0 < x1 + 2
        ]
        if not under:
            continue
        words = under[0].words
        place = row.words.index(words[0])
        if (sheet.number, at, place) in known:
            return None
        return Value(label, words, is_right=False)
    return None


def places(found: Sequence[Label]) -> set[tuple[int, int, int]]:
    """Page, row and word number of every word that is part of a label."""
    return {(one.sheet.number, one.row, at) for one in found for at in range(one.start, one.end)}
