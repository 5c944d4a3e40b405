"""Where a value stands: in the box of a piece of evidence, and beside or below which label."""

from collections.abc import Iterator, Sequence

from desk.reading import Evidence
from parsers import page
from parsers.form import lexicon, sumnames
from parsers.lessons import finding, known
from parsers.lessons.finding import Place
from parsers.page import Page

_EDGE = 4  # points by which two left edges may differ
_NEAR = 3  # points by which a row may stand off from where a line was read


def labelled(place: Place, field: str) -> tuple[Place, Place | None, bool]:
    """The place, the label that stands before it or above it, and whether it stands above."""
    left, over = finding.before(place), finding.above(place)
    if left is None or over is None:
        return place, left or over, left is None and over is not None
    is_above = says(over, field) > says(left, field) or (
        says(over, field) == says(left, field) and _is_stacked(over, place)
    )
    return (place, over, True) if is_above else (place, left, False)


def is_sum(words: str) -> bool:
    """Everybody knows these words for the name of a sum."""
    return sumnames.of([key for key in map(lexicon.key, words.split()) if key]) is not None


def says(label: Place, field: str) -> int:
    """How plainly these words are a label: of this field, of any, by their colon."""
    words = finding.said(label)
    if known.names(words, field):
        return 3
    return 2 if lexicon.key(words) in lexicon.PARTIES_AND_FIELDS else int(finding.has_colon(label))


def _is_stacked(over: Place, place: Place) -> bool:
    """A row of labels stands over a row of values: three or more, each at the left edge of its own."""
    above, below = over.sheet.phrases(over.row), place.sheet.phrases(place.row)
    edges = [phrase.words[0].x0 for phrase in above]
    level = sum(1 for phrase in below if any(abs(phrase.words[0].x0 - x) < _EDGE for x in edges))
    return len(below) > 2 and level == len(below)  # noqa: PLR2004 - a label and its value are two


def strength(place: Place, label: Place | None, field: str, *, is_below: bool) -> float:
    """How strongly a place and its label speak for a field."""
    if label is None:
        return 0.0
    weight = 2.0 if known.names(finding.said(label), field) else 0.0
    weight += 1.0 if finding.has_colon(label) else 0.0
    weight += 0.5 if is_below else 1.0
    # Sums stand below the lines, the head at the top.
    turn = 1 if field in known.SUMS else -1
    return weight + turn * 0.01 * (place.sheet.number + place.words[0].top / max(place.sheet.height, 1))


def labels_in(words: Sequence[page.Word], field: str) -> Iterator[Sequence[page.Word]]:
    """The longest label of a field that each part of a phrase begins with."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + lexicon.LONGEST), at, -1)
        end = next((end for end in ends if known.names(page.say(words[at:end]), field)), None)
        if end is not None and (at == 0 or words[end - 1].text.endswith(":")):
            yield words[at:end]
        at = end or at + 1


def is_level(where: Evidence, row: page.Row) -> bool:
    """The row stands at the height of the evidence."""
    return where.box is not None and where.box[1] - _NEAR <= row.middle <= where.box[3] + _NEAR


def is_at(where: Evidence, place: Place) -> bool:
    """The place and the evidence share room on one page."""
    if where.box is None or where.page != place.sheet.number:
        return False
    x0, top, x1, bottom = page.box(place.words)
    return where.box[0] < x1 and x0 < where.box[2] and where.box[1] < bottom and top < where.box[3]


def at(pages: Sequence[Page], where: Evidence) -> Iterator[Place]:
    """The words in the box of a piece of evidence."""
    for sheet in pages:
        for at, row in enumerate(sheet.rows):
            if sheet.number == where.page and where.box is not None and is_level(where, row):
                for start, word in enumerate(row.words):
                    if where.box[0] - 1 <= word.centre <= where.box[2] + 1:
                        yield Place(sheet, at, start, start + 1)
