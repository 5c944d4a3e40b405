"""Which rows of a table make one item: a box between ruling lines, a number at the left, or white space."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from parsers import numbers, page
from parsers.form import figures, lexicon
from parsers.form.figures import Cells
from parsers.form.tables import Section
from parsers.numbers import Mark
from parsers.page import Row

_BLANK = 1.7  # line heights of white space that end the last item of a page
_WIDER = 1.25  # times the white space between the rows of the table
_SENTENCE = 4  # words
_FIGURES = frozenset({"number", "quantity", "unit", "unit_price", "amount", "gtin"})  # no sentence stands under these
_ACROSS = 3  # columns
_TERMS = frozenset(
    "terms termsandcondition termsandconditions termscondition termsconditions conditions notes bedingungen"
    " hinweise".split()
)

Group = tuple[range, int]


def banded(
    section: Section, cells: Sequence[Cells], anchors: Sequence[int], mark: Mark, has_figures: Callable[[Cells], bool]
) -> list[Group] | None:
    """One item between each two ruling lines across the table, where the lines fall so; else None."""
    lines = _lines(section)
    if len(lines) < 2 or not section.rows:  # noqa: PLR2004 - a line above and a line below
        return None
    band = [bisect_right(lines, row.middle) for row in section.rows]
    in_band = [band[at] for at in anchors]
    if anchors and len(set(in_band)) < len(in_band):
        return None
    if anchors and len(anchors) > 1 and any(number in {0, len(lines)} for number in in_band[:-1]):
        return None
    groups: list[Group] = []
    for number in sorted(set(band)):
        rows = [at for at, here in enumerate(band) if here == number]
        anchor = next((at for at in anchors if band[at] == number), None)
        if anchor is None:
            whole = merged([cells[at] for at in rows])
            if number in {0, len(lines)} or not has_figures(whole):
                continue
            anchor = max(rows, key=lambda at: figures.strength(cells[at], section.grid.columns, mark))
        if number == len(lines):  # below the last line anything may follow: the close rows alone
            rows = close(section, rows, anchor)
        groups.append((range(rows[0], before_sums(section, rows, anchor)), anchor))
    return groups


def before_sums(section: Section, rows: Sequence[int], anchor: int) -> int:
    """One past the last row of an item: a tax or a charge may stand below it in the same box."""
    for at in rows:
        if at > anchor and _is_charge(section, section.rows[at]):
            return at
    return rows[-1] + 1


def _is_charge(section: Section, row: Row) -> bool:
    """A row that begins with the name of a sum and ends with a figure."""
    last = row.words[-1].text
    if not any(c.isdigit() for c in last) or len(row.words) > 12:  # noqa: PLR2004 - prose
        return False
    for phrase in section.sheet.phrases(row):
        keys = [lexicon.key(word.text) for word in phrase.words[:4]]
        if any("".join(keys[:end]) in lexicon.SUMS for end in range(1, len(keys) + 1)):
            return True
    return False


def merged(rows: Sequence[Cells]) -> Cells:
    """The words of several rows, column by column."""
    whole: Cells = {}
    for cells in rows:
        for at, words in cells.items():
            whole[at] = whole.get(at, ()) + words
    return whole


def _lines(section: Section) -> list[float]:
    """Heights at which ruling lines cross most of the table, from top to bottom."""
    if not section.rows:
        return []
    cols = section.grid.columns
    left = min(word.x0 for column in cols for word in column.words) if section.head else cols[0].x1 - 20
    right = max(word.x1 for column in cols for word in column.words) if section.head else cols[-1].x0 + 20
    top, bottom = section.rows[0].top - 30, section.rows[-1].bottom + 30
    spans: dict[int, float] = {}
    for rule in section.levels:
        if top <= rule.top <= bottom:
            width = min(rule.x1, right) - max(rule.x0, left)
            if width > 0:
                spans[round(rule.top)] = spans.get(round(rule.top), 0.0) + width
    heights: list[float] = []
    for height in sorted(spans):
        reach = spans[height] + spans.get(height + 1, 0.0) * 0.5
        if reach >= 0.7 * (right - left) and (not heights or height - heights[-1] > 2):  # noqa: PLR2004 - one double line
            heights.append(float(height))
    return heights


def grouped(section: Section, cells: Sequence[Cells], anchors: Sequence[int]) -> list[Group]:
    """Each row between two rows of figures goes to the nearer item; numbered rows begin their own."""
    if not anchors:
        return []
    starts = _starts(section, cells, anchors)
    groups: list[Group] = []
    for nth, anchor in enumerate(anchors):
        begin = starts[nth]
        if nth + 1 < len(anchors):
            end = starts[nth + 1]
        else:
            rows = close(section, range(begin, len(section.rows)), anchor)
            end = before_sums(section, rows, anchor)
        groups.append((range(begin, end), anchor))
    return groups


def _starts(section: Section, cells: Sequence[Cells], anchors: Sequence[int]) -> list[int]:
    numbered = _numbered(section, cells, anchors)
    if numbered:
        return numbered
    rows = section.rows
    is_led = _leads(cells, anchors, section)
    first = anchors[0]
    while first > 0 and _is_pulled_down(rows, first - 1, anchors[0]):
        first -= 1
    starts = [first]
    for before, after in pairwise(anchors):
        gaps = {at: rows[at].middle - rows[at - 1].middle for at in range(before + 1, after + 1)}
        if is_led and len(gaps) > 1:
            del gaps[before + 1]  # a number leads the item: what stands below it is not the next one's
        even = min(gaps.values())
        # The widest white space between two items parts them, if it is wider than the others; else the item goes
        # on to the next row of figures, unless its figures stand in the middle of its words.
        widest = max(gaps, key=lambda at: gaps[at])
        # (A gap just below the row of figures may be a subtitle of the same item: only a wide one counts.)
        if gaps[widest] > (1.6 if widest == before + 1 else 1.25) * even:
            starts.append(widest)
        else:
            starts.append(after)
    return starts


def _leads(cells: Sequence[Cells], anchors: Sequence[int], section: Section) -> bool:
    """Each row of figures begins with a line number that counts on."""
    at = next((i for i, column in enumerate(section.grid.columns) if column.role == "number"), None)
    texts = [cells[row].get(at, ()) for row in anchors] if at is not None else []
    counted = [int(text) for words in texts if len(words) == 1 and (text := words[0].text.rstrip(".")).isdigit()]
    return bool(counted) and len(counted) == len(anchors) and counted == sorted(set(counted))


def _is_pulled_down(rows: Sequence[Row], at: int, anchor: int) -> bool:
    """A row just above the first figures that belongs to them: words only, close, with words below them as well."""
    row, below = rows[at], rows[at + 1]
    gap = below.middle - row.middle
    is_close = gap < 0.95 * max(row.height, below.height)
    return is_close and anchor - at <= 3 and not any(w.text.endswith(":") for w in row.words)  # noqa: PLR2004


def _numbered(section: Section, cells: Sequence[Cells], anchors: Sequence[int]) -> list[int] | None:
    """The rows that carry a line number, where each item has exactly one, above its row of figures."""
    cols = section.grid.columns
    at = next((i for i, column in enumerate(cols) if column.role == "number"), None)
    at = at if at is not None else 0
    numbered = [
        index
        for index, row in enumerate(cells)
        if index <= anchors[-1] and len(row.get(at, ())) == 1 and row[at][0].text.rstrip(".").isdigit()
    ]
    if len(numbered) != len(anchors) or all(a == b for a, b in zip(numbered, anchors, strict=True)):
        return None
    bounds = [-1, *anchors]
    inside = all(bounds[n] < row <= bounds[n + 1] for n, row in enumerate(numbered))
    return numbered if inside else None


def close(section: Section, rows: Sequence[int], anchor: int) -> list[int]:
    """The rows of an item up to the first wide white space after the row of figures."""
    kept = [at for at in rows if at <= anchor]
    for at in rows:
        if at <= anchor:
            continue
        row, above = section.rows[at], section.rows[at - 1]
        if row.top - above.bottom > _BLANK * max(row.height, 6) or _is_foot(row) or _runs_across(section, row):
            break
        if _is_sum_like(row) and (_stands_off(section, at, anchor) or _repeats(row, section.rows[anchor])):
            break
        kept.append(at)
    return kept


def _is_sum_like(row: Row) -> bool:
    """A label of words alone that ends in a colon, and one figure with decimals behind it."""
    ends = [at for at, word in enumerate(row.words) if word.text.endswith(":")]
    if len(ends) != 1 or any(numbers.has_digit(word.text) for word in row.words[: ends[0]]):
        return False
    said = page.say(row.words[ends[0] + 1 :])
    return any((one := numbers.figure(said, mark)) is not None and one.value % 1 for mark in Mark)


def _stands_off(section: Section, at: int, anchor: int) -> bool:
    """More white space above the row than between any two rows of the table above it."""
    gaps = [below.top - above.bottom for above, below in pairwise(section.rows[: anchor + 1])]
    return bool(gaps) and section.rows[at].top - section.rows[at - 1].bottom > _WIDER * max(*gaps, 1.0)


def _repeats(row: Row, anchor: Row) -> bool:
    """The row ends with a figure of the row of figures: what an only line comes to, said again."""
    return row.words[-1].text in {word.text for word in anchor.words}


def _runs_across(section: Section, row: Row) -> bool:
    """One sentence over several columns, from the left edge of the table: it belongs to none of them."""
    if len(row.words) < _SENTENCE or len(section.sheet.phrases(row)) > 1:
        return False
    places = [section.grid.place(word) for word in row.words]
    roles = [section.grid.columns[at].role for at in places]
    if not section.grid.edges or row.words[0].x0 >= section.grid.edges[0]:
        return False
    is_prose = roles[0] in _FIGURES and not any(map(str.isdigit, row.text))
    return is_prose or (len({*places}) >= _ACROSS and bool({*roles} - {"description", "variant", None}))


def _is_foot(row: Row) -> bool:
    """A row that cannot belong to an item: prose, a label of the form, the number of the page."""
    words = [word.text for word in row.words]
    if len(words) > 25:  # noqa: PLR2004 - prose
        return True
    first = lexicon.key(words[0])
    if (
        words[0].endswith(":")
        and first in lexicon.FIELDS
        and lexicon.FIELDS[first] not in {"requested_date", "reference"}
    ):
        return True
    return first in {"page", "seite", "pagina", "continued"} or lexicon.key(row.text) in _TERMS
