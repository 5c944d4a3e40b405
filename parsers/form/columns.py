"""The headings of a line table and the columns they stand over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from parsers import numbers, page
from parsers.form import lexicon, meanings, pieces, sizes, storeys
from parsers.page import Page, Row, Word

# What finding a heading of this role says for a row being the head of a line table.
_WEIGHT = {
    "quantity": 2.0, "unit_price": 2.0, "amount": 1.6, "description": 1.6, "sku": 1.4, "number": 0.8, "unit": 0.8,
    "gtin": 0.8, "size": 2.0, "variant": 0.6, "buyer_sku": 0.8, "discount": 0.6, "requested_date": 0.6, "tax": 0.4,
    "price_per": 0.4,
}  # fmt: skip
_LEAST = 3.2
_MOST_ROWS = 5  # rows of words that one head may have
_EACH_SIDE = 3
_FEW_DIGITS = 0.2
_MOST_WORDS = 60
_STRANGE = 1.2
_JOINED = 1.5
_MOST_TRIES = 80  # rows of a page that look like a head and are none
_MOST_HEADS = 60  # heads of a page
_BEGINNINGS = lexicon.beginnings(lexicon.COLUMNS)


@dataclass(frozen=True)
class Column:
    """One column: its heading as printed, what it means (None: unknown), and from where to where it reaches."""

    heading: str
    role: str | None
    x0: float
    x1: float
    words: tuple[Word, ...] = ()
    is_exact: bool = True
    has_code: bool = False  # "Item code & description": both stand in it
    is_ruled: bool = False  # ruling lines stand on both sides of it

    @cached_property
    def name(self) -> str:
        """What tells this column from the others on each page of the table."""
        return lexicon.key(self.heading) or f"@{round(self.x0)}"


@dataclass(frozen=True)
class Head:
    """The head of a line table on one page: columns from left to right, first and last row (row numbers)."""

    columns: tuple[Column, ...]
    first: int
    last: int
    score: float
    lower: tuple[Column, ...] = ()  # what stands in the second row of each item, where the head has two storeys

    @property
    def roles(self) -> set[str]:
        """What the columns are known to mean."""
        return {column.role for column in (*self.columns, *self.lower) if column.role}


class _Cut:
    """The rows of a page cut into pieces, and the heads that were tried of them: neighbours try the same ones."""

    def __init__(self, sheet: Page) -> None:
        self.sheet = sheet
        self._rows: dict[int, list[pieces.Piece]] = {}
        self._heads: dict[tuple[int, int], Head] = {}

    def row(self, at: int) -> list[pieces.Piece]:
        """The pieces of a row."""
        if at not in self._rows:
            self._rows[at] = list(pieces.cut(self.sheet, at))
        return self._rows[at]

    def head(self, first: int, last: int) -> Head:
        """These rows as a head."""
        if (first, last) not in self._heads:
            self._heads[first, last] = _head(self, first, last)
        return self._heads[first, last]


def heads(sheet: Page) -> list[Head]:
    """Every row (or few rows) of a page that reads like the head of a line table, from top to bottom."""
    rows = sheet.rows
    found: list[Head] = []
    after = 0
    cut = _Cut(sheet)
    vain = 0
    for index, row in enumerate(rows):
        if index < after or not _may_head(sheet, row):
            continue
        best = _best(cut, index, after)
        if best is None:
            vain += 1
            if vain > _MOST_TRIES:
                break
            continue
        best = _without_rows_above(cut, best)
        after = best.last + 1
        before = found[-1] if found else None
        if before and best.first == before.last + 1 and _is_close(rows[before.last], rows[best.first]):
            # The same headings in a second language, or a second row of them: one head.
            found[-1] = replace(before, last=best.last)
        elif len(found) < _MOST_HEADS:
            found.append(best)
    return found


def _without_rows_above(cut: _Cut, best: Head) -> Head:
    """The head without its first rows, where it is clearly better without them: a row of facts just above."""
    for at in range(best.first + 1, best.last + 1):
        less = cut.head(at, best.last)
        above = [piece for row in range(best.first, at) for piece in cut.row(row)]
        roles = [role for piece in above if (role := meanings.role_of(page.say(piece.words))[0])]
        if len([role for role in roles if role != "ignore"]) > 1:
            return best
        if _is_table(less) and less.score > best.score + 0.3 * (at - best.first) + 0.3:
            return less
    return best


def _may_head(sheet: Page, row: Row) -> bool:
    """Two phrases or more that are headings, hardly any figures."""
    words = row.words
    if len(words) < 2 or len(words) > _MOST_WORDS:  # noqa: PLR2004 - a table has two columns at least
        return False
    if lexicon.HEADING_WORDS.isdisjoint(row.keys):
        return False
    whole = sum(1 for phrase in sheet.phrases(row) if _starts_heading(phrase.words))
    if not whole:
        return False
    scale = sizes.run([word.text for word in words])
    words = (*words[: scale.start], *words[scale.stop :])
    with_digits = sum(1 for word in words if numbers.has_digit(word.text))
    if with_digits > max(1, _FEW_DIGITS * len(words)):
        return False
    if not words or ((with_digits or scale) and lexicon.key(words[0].text) in lexicon.SUMS):
        return False  # "Total Qty & Value 59"
    if sum(1 for word in words if lexicon.key(word.text) in lexicon.HEADING_WORDS) * 3 < len(words):
        return False
    return whole >= 2 or (whole == 1 and len(words) <= 4)  # noqa: PLR2004 - a narrow table


def _starts_heading(words: Sequence[Word]) -> bool:
    key = ""
    for word in words[: lexicon.LONGEST]:
        key += lexicon.key(word[0])
        if key in lexicon.COLUMNS:
            return True
        if key and key not in _BEGINNINGS:
            return False
    return False


def _best(cut: _Cut, index: int, floor: int) -> Head | None:
    """The best head that has this row in it, growing up and down while the rows stay close and wordy."""
    sheet, rows = cut.sheet, cut.sheet.rows
    tries: list[Head] = []
    for first in range(index, max(floor, index - _EACH_SIDE) - 1, -1):
        if first < index and not (_is_near(rows[first], rows[first + 1]) and _is_open(sheet, first)):
            break
        for last in range(index, min(len(rows), index + _EACH_SIDE + 1)):
            if last > index and not (_is_near(rows[last - 1], rows[last]) and _is_open(sheet, last - 1)):
                break
            if last - first >= _MOST_ROWS:
                break
            tries.append(cut.head(first, last))
    best = max(tries, key=lambda head: head.score, default=None)
    return best if best and best.score >= _LEAST and _is_table(best) else None


def _is_open(sheet: Page, at: int) -> bool:
    """No ruling line across the whole of a row parts it from the next one."""
    above, below = sheet.rows[at], sheet.rows[at + 1]
    left = min(above.words[0].x0, below.words[0].x0)
    right = max(above.words[-1].x1, below.words[-1].x1)
    crossed = sum(
        max(0.0, min(rule.x1, right) - max(rule.x0, left))
        for rule in sheet.levels
        if above.middle < rule.top < below.middle
    )
    return crossed < 0.9 * (right - left)


def _is_close(above: Row, below: Row) -> bool:
    return below.top - above.bottom < 0.8 * max(above.height, below.height)


def _is_near(above: Row, below: Row) -> bool:
    digits = [word for row in (above, below) for word in row.words if word.text[:1].isdigit()]
    return _is_close(above, below) and len(digits) <= 2  # noqa: PLR2004 - "1st", "(18%)"


def _is_table(head: Head) -> bool:
    roles = head.roles
    if "quantity" in roles or "size" in roles:
        return bool(roles & {"description", "sku", "unit_price", "amount", "gtin", "buyer_sku", "variant"})
    return "description" in roles and bool(roles & {"unit_price", "amount"})


def _head(cut: "_Cut", first: int, last: int) -> Head:
    sheet = cut.sheet
    every = [piece for at in range(first, last + 1) for piece in cut.row(at)]
    groups = pieces.stack(every)
    second = storeys.boundary(groups, sheet.rows[last + 1 : last + 8]) if last > first else None
    lower: list[Column] = []
    if second is not None and _has_storeys(every, second):
        groups = pieces.stack([piece for piece in every if piece.row < second])
        lower = [_column(group) for group in pieces.stack([piece for piece in every if piece.row >= second])]
    columns = _sized([_column(group) for group in groups])
    lower = [column for column in lower if column.role]
    score = 0.0
    seen: set[str] = set()
    for column in (*columns, *lower):
        if column.role is None:
            score -= sum(_STRANGE if _is_strange(word.text) else 0.35 for word in column.words)
        elif column.role not in seen:
            score += _WEIGHT.get(column.role, 0.3) * (1 if column.is_exact else 0.6)
            seen.add(column.role)
        if any(word.text.endswith(":") for word in column.words):
            score -= _STRANGE
    # A heading of two rows that is one wording ("Code" over "of customs") is surely meant so.
    score += _JOINED * sum(1 for column in columns if column.is_exact and column.role and _is_stacked(column))
    score -= 0.3 * (last - first)
    return Head(tuple(columns), first, last, score, _reaching(columns, lower))


def _is_stacked(column: Column) -> bool:
    return max(word.top for word in column.words) > column.words[0].bottom - 1


def _has_storeys(every: Sequence[pieces.Piece], second: int) -> bool:
    """The upper rows are most of a head, and the lower ones are none by themselves."""
    known = [(piece.row, role) for piece in every if (role := meanings.role_of(page.say(piece.words))[0])]
    above = [role for row, role in known if row < second and role != "ignore"]
    below = {role for row, role in known if row >= second}
    is_whole = "quantity" in below and below & {"unit_price", "amount"} and below & {"description", "sku"}
    return len(above) > 1 and bool({"description", "sku", "number"} & {*above}) and not is_whole


def _reaching(columns: Sequence[Column], lower: Sequence[Column]) -> tuple[Column, ...]:
    """The lower storey, with the headings of the upper one that reach down to it."""
    if not lower:
        return ()
    down = storeys.overlaid([column.words for column in columns], [column.words for column in lower])
    return tuple(sorted((*lower, *(columns[at] for at in down)), key=lambda column: column.x0))


def _sized(columns: list[Column]) -> list[Column]:
    """A run of headings that are sizes: the quantities of one product stand under them."""
    scale = sizes.run([column.heading for column in columns])
    return [replace(column, role="size") if at in scale else column for at, column in enumerate(columns)]


def _is_strange(text: str) -> bool:
    """No heading looks like this: a value, or a label with its colon."""
    return text.endswith(":") or text.startswith(":") or sum(c.isdigit() for c in text) > 1


def _column(group: list[pieces.Piece]) -> Column:
    words = tuple(word for piece in sorted(group, key=lambda piece: piece.row) for word in piece.words)
    heading = " ".join(page.say(piece.words) for piece in sorted(group, key=lambda piece: piece.row))
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    if meanings.is_both(heading):
        return Column(heading, "description", x0, x1, words, has_code=True)
    role, is_exact = meanings.role_of(heading)
    return Column(heading, role, x0, x1, words, is_exact)
