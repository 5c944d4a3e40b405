"""The items of a line table: which rows belong together, and what stands in which column of each."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parsers import dates, numbers
from parsers.form import lexicon
from parsers.form.columns import Column
from parsers.form.tables import Section
from parsers.numbers import Figure, Mark
from parsers.page import Row, Word

Cells = dict[int, tuple[Word, ...]]
_KEYS = ("quantity", "unit_price", "list_price", "amount")
_LONGEST_UNIT = 14
_BLANK = 1.7  # line heights of white space that end the last item of a page


@dataclass(frozen=True)
class Item:
    """One item as it stands: the words of each column (by column index), and the rows they were found in."""

    page: int
    columns: tuple[Column, ...]
    cells: Cells
    anchor: Cells
    rows: tuple[Row, ...] = field(default=())
    roles: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # role -> columns of that role

    def of(self, role: str) -> tuple[int, ...]:
        """The columns of a role, from left to right."""
        return self.roles.get(role, ())

    def figure(self, at: int, mark: Mark) -> Figure | None:
        """The number in a column: in the row of figures, else in all rows, wrapped digits put together."""
        for words, glue in ((self.anchor.get(at), " "), (self.cells.get(at), " "), (self.cells.get(at), "")):
            if words:
                found = cell_figure(glue.join(word.text for word in words), mark)
                if found is not None:
                    return found
        return None


def cell_figure(text: str, mark: Mark) -> Figure | None:
    """The one number of a cell; None for a date, a code or a sentence with a number in it."""
    found = numbers.figure(text, mark)
    if found is None or not (found.before or found.after):
        return found
    beside = found.before + found.after
    if len(beside) > _LONGEST_UNIT or any(c.isdigit() for c in beside) or dates.find(text):
        return None
    return found


def items(found: Sequence[Section], mark: Mark) -> list[Item]:
    """Every item of the sections, in reading order."""
    least, is_whole = _least(found, mark)
    taken: list[Item] = []
    for section in found:
        taken.extend(_items(section, mark, least, is_whole=is_whole))
    return taken


def left_over(found: Sequence[Section], read: Sequence[Item], mark: Mark) -> list[Row]:
    """Rows of the tables that read like an item's (two key figures, or a quantity and words) and belong to none."""
    inside = {(row.page, row.top) for item in read for row in item.rows}
    tables = [one for one in found if one.head or any((row.page, row.top) in inside for row in one.rows)]
    return [
        row
        for section in tables
        for row in section.rows
        if (row.page, row.top) not in inside and _may_be_item(_cells(row, section), section.grid.columns, mark)
    ]


def _may_be_item(cells: Cells, cols: Sequence[Column], mark: Mark) -> bool:
    strength = _strength(cells, cols, mark)
    if _repeats_head(cells, cols) or len(cells) > len(cols):
        return False
    return strength >= 2 or (strength == 1 and _has_quantity(cells, cols, mark) and _says_what(cells, cols))  # noqa: PLR2004


def _least(found: Sequence[Section], mark: Mark) -> tuple[int, bool]:
    """How many of quantity, price and amount a row must have to be the row of figures of an item.

    And whether there are rows with all three: then a row without a quantity is none.
    """
    best = 0
    for section in found:
        for row in section.rows[:60]:
            best = max(best, _strength(_cells(row, section), section.grid.columns, mark))
            if best >= 3:  # noqa: PLR2004 - quantity, price and amount
                return 2, True
    return min(best, 2), False


def _cells(row: Row, section: Section) -> Cells:
    place = section.grid.place
    cells: dict[int, list[Word]] = {}
    for word in row.words:
        cells.setdefault(place(word), []).append(word)
    return {at: tuple(words) for at, words in cells.items()}


def _strength(cells: Cells, cols: Sequence[Column], mark: Mark) -> int:
    """How many different key figures a row states."""
    roles: set[str] = set()
    has_quantity = any(column.role == "quantity" for column in cols)
    for at, words in cells.items():
        role = cols[at].role
        if role == "unit" and not has_quantity:
            role = "quantity"
        if role in _KEYS and cell_figure(" ".join(word[0] for word in words), mark) is not None:
            roles.add("unit_price" if role == "list_price" else role)
    return len(roles)


def _items(section: Section, mark: Mark, least: int, *, is_whole: bool) -> list[Item]:
    cols = section.grid.columns
    cells = [_cells(row, section) for row in section.rows]

    def has_figures(row: Cells) -> bool:
        return (
            _is_anchor(row, cols, mark, least, is_whole=is_whole)
            and (not is_whole or _has_quantity(row, cols, mark))
            and not _repeats_head(row, cols)
        )

    anchors = [at for at, row in enumerate(cells) if has_figures(row)]
    groups = _banded(section, cells, anchors, mark, has_figures)
    if groups is None:
        groups = _grouped(section, cells, anchors)
    return [_item(section, cells, group, anchor) for group, anchor in groups]


def _has_quantity(cells: Cells, cols: Sequence[Column], mark: Mark) -> bool:
    roles = {"quantity"} if any(column.role == "quantity" for column in cols) else {"quantity", "unit"}
    return any(
        cols[at].role in roles and cell_figure(" ".join(word[0] for word in words), mark) is not None
        for at, words in cells.items()
    )


def _says_what(cells: Cells, cols: Sequence[Column]) -> bool:
    """There are letters in a column of words: a delivery schedule under an item has none."""
    return any(
        any(c.isalpha() for word in words for c in word.text)
        for at, words in cells.items()
        if cols[at].role in {"description", "sku", "variant", None}
    )


def _is_anchor(cells: Cells, cols: Sequence[Column], mark: Mark, least: int, *, is_whole: bool) -> bool:
    strength = _strength(cells, cols, mark)
    if strength == 0:
        return False
    if strength >= least >= 2:  # noqa: PLR2004 - two figures that belong together
        return strength > 2 or not is_whole or _says_what(cells, cols)  # noqa: PLR2004
    by_role = {cols[at].role: words for at, words in cells.items()}
    quantity = by_role.get("quantity")
    if not quantity or cell_figure(" ".join(word.text for word in quantity), mark) is None:
        return False
    if least >= 2:  # noqa: PLR2004 - an unpriced line among priced ones must say what it is
        return _is_code(by_role.get("sku")) and bool(by_role.get("description"))
    return any(by_role.get(role) for role in ("sku", "description", "gtin", "number"))


def _is_code(words: Sequence[Word] | None) -> bool:
    return bool(words) and len(words or ()) <= 2 and any(c.isdigit() for word in words or () for c in word.text)  # noqa: PLR2004


def _repeats_head(cells: Cells, cols: Sequence[Column]) -> bool:
    same = sum(1 for at, words in cells.items() if lexicon.key("".join(word[0] for word in words)) == cols[at].name)
    return same >= 2  # noqa: PLR2004 - one word may be the same by chance


# -- which rows make one item --------------------------------------------------------------------------------------

Group = tuple[range, int]


def _banded(
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
            merged = _merged([cells[at] for at in rows])
            if number in {0, len(lines)} or not has_figures(merged):
                continue
            anchor = max(rows, key=lambda at: _strength(cells[at], section.grid.columns, mark))
        if number == len(lines):  # below the last line anything may follow: the close rows alone
            rows = _close(section, rows, anchor)
        groups.append((range(rows[0], _before_sums(section, rows, anchor)), anchor))
    return groups


def _before_sums(section: Section, rows: Sequence[int], anchor: int) -> int:
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


def _merged(rows: Sequence[Cells]) -> Cells:
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


def _grouped(section: Section, cells: Sequence[Cells], anchors: Sequence[int]) -> list[Group]:
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
            rows = _close(section, range(begin, len(section.rows)), anchor)
            end = _before_sums(section, rows, anchor)
        groups.append((range(begin, end), anchor))
    return groups


def _starts(section: Section, cells: Sequence[Cells], anchors: Sequence[int]) -> list[int]:
    numbered = _numbered(section, cells, anchors)
    if numbered:
        return numbered
    rows = section.rows
    first = anchors[0]
    while first > 0 and _is_pulled_down(rows, first - 1, anchors[0]):
        first -= 1
    starts = [first]
    for before, after in pairwise(anchors):
        gaps = {at: rows[at].middle - rows[at - 1].middle for at in range(before + 1, after + 1)}
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


def _close(section: Section, rows: Sequence[int], anchor: int) -> list[int]:
    """The rows up to the first wide white space after the row of figures."""
    kept = [at for at in rows if at <= anchor]
    for at in rows:
        if at <= anchor:
            continue
        row, above = section.rows[at], section.rows[at - 1]
        if row.top - above.bottom > _BLANK * max(row.height, 6) or _is_foot(row):
            break
        kept.append(at)
    return kept


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
    return first in {"page", "seite", "pagina", "continued"}


def _item(section: Section, cells: Sequence[Cells], group: range, anchor: int) -> Item:
    cols = section.grid.columns
    wordy = {at for at, column in enumerate(cols) if column.role in {"description", None, "sku", "variant"}}
    rows = [cells[at] if at == anchor else _spread(section, at, cells[at], wordy) for at in group]
    whole = _merged(rows)
    return Item(section.sheet.number, cols, whole, cells[anchor], tuple(section.rows[at] for at in group))


def _spread(section: Section, at: int, cells: Cells, wordy: set[int]) -> Cells:
    """In a row of words a phrase belongs whole to the column where it begins."""
    spread: Cells = {}
    for phrase in section.sheet.phrases(section.rows[at]):
        column = section.grid.place(phrase.words[0])
        if column in wordy and len(phrase.words) > 1:
            spread[column] = spread.get(column, ()) + phrase.words
        else:
            for word in phrase.words:
                here = section.grid.place(word)
                spread[here] = (*spread.get(here, ()), word)
    return spread or cells
