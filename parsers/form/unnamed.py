"""Figures in a box of sums whose labels nobody knows; arithmetic may say which sums they are."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from desk.reading import Evidence
from parsers import numbers, page
from parsers.form import sumplaces
from parsers.form.currency import CODES, NAMES
from parsers.form.sums import Sum
from parsers.numbers import Mark
from parsers.page import Page, Phrase, Row, Word

_ALIGNED = 4  # points between the edges of figures of one column
_NEXT = 2.2  # line heights between two rows of a box
_MOST_WORDS = 6  # of a label
# Below the table; or without a label, or in a row that was taken for one of an item: only what the lines come to.
OUTSIDE, INSIDE = "unnamed", "unnamed inside"


def find(
    pages: Sequence[Page], skip: AbstractSet[tuple[int, float]], known: Sequence[Sum], mark: Mark, part: str
) -> list[Sum]:
    """The figures beside sums that are known: in rows above, between and below them, or in the row of their figures."""
    return [
        one
        for sheet in pages
        if (own := [one for one in known if one.place[0] == sheet.number])
        for one in (*_stacked(sheet, skip, own, mark, part), *_level(sheet, own, mark, part))
    ]


def _stacked(
    sheet: Page, skip: AbstractSet[tuple[int, float]], known: Sequence[Sum], mark: Mark, part: str
) -> Iterator[Sum]:
    """Rows of a label and one figure that stands under, or over, those of the sums."""
    places = {one.place[1] for one in known}
    edges = [(one.evidence.box[0], one.evidence.box[2]) for one in known if one.evidence.box]
    reached = [at for at, row in enumerate(sheet.rows) if row.top in places]
    seen = set(reached)
    while reached:
        at = reached.pop()
        for near in (at - 1, at + 1):
            if near in seen or not 0 <= near < len(sheet.rows) or not _is_next(sheet.rows[at], sheet.rows[near]):
                continue
            row = sheet.rows[near]
            role = INSIDE if (row.page, row.top) in skip or _is_figure(row.words, 0) else OUTSIDE
            one = _labelled(sheet, row, edges, mark, part, role=role)
            if one:
                seen.add(near)
                reached.append(near)
                yield one


def _is_next(row: Row, other: Row) -> bool:
    return abs(row.middle - other.middle) < _NEXT * max(row.height, other.height)


def _labelled(
    sheet: Page, row: Row, edges: Sequence[tuple[float, float]], mark: Mark, part: str, *, role: str
) -> Sum | None:
    """Words without a figure, or none, and behind them one that stands as those of the sums do."""
    first = next((at for at, word in enumerate(row.words) if _is_figure(row.words, at)), len(row.words))
    label, last = row.words[:first], Phrase(row.words[first:], page.say(row.words[first:]))
    found = sumplaces.whole(last, mark) if last.words else None
    if found is None or len(label) > _MOST_WORDS:
        return None
    x0, _, x1, _ = last.box
    if not any(abs(x1 - right) < _ALIGNED or abs(x0 - left) < _ALIGNED for left, right in edges):
        return None
    shown = Evidence(part, sheet.number, last.text, last.box)
    return Sum(role, found.value, 0, shown, page.say(label), (), (row.page, row.top))


def _is_figure(words: Sequence[Word], at: int) -> bool:
    """A figure that is no rate, or the sign of money that stands before it."""
    text, after = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    if text in NAMES or text in CODES:
        return numbers.has_digit(after)
    return numbers.has_digit(text) and "%" not in text and not after.startswith(("%", "(%"))


def _level(sheet: Page, known: Sequence[Sum], mark: Mark, part: str) -> Iterator[Sum]:
    """Figures in a row of figures that stand below a row of labels."""
    boxes = {one.evidence.box for one in known}
    tops = {box[1] for one in known if (box := one.evidence.box) and box[1] > one.place[1] + (box[3] - box[1]) / 2}
    for row in sheet.rows:
        inside = [phrase for phrase in sheet.phrases(row) if phrase.box not in boxes]
        if not any(row.top - 1 < top < row.bottom for top in tops) or len(inside) == len(sheet.phrases(row)):
            continue
        for phrase in inside:
            if found := sumplaces.whole(phrase, mark):
                shown = Evidence(part, sheet.number, phrase.text, phrase.box)
                yield Sum(OUTSIDE, found.value, 0, shown, "", (), (row.page, row.top))
