"""The headings of a line table and the columns they stand over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from parsers import page
from parsers.form import lexicon
from parsers.page import Page, Row, Word

# What finding a heading of this role says for a row being the head of a line table.
_WEIGHT = {
    "quantity": 2.0, "unit_price": 2.0, "amount": 1.6, "description": 1.6, "sku": 1.4, "number": 0.8, "unit": 0.8,
    "gtin": 0.8, "buyer_sku": 0.8, "discount": 0.6, "requested_date": 0.6, "tax": 0.4, "price_per": 0.4,
}  # fmt: skip
_LEAST = 3.2
_MOST_ROWS = 5  # rows of words that one head may have
_EACH_SIDE = 3
_FEW_DIGITS = 0.2
_MOST_WORDS = 60
_STRANGE = 1.2
_LOOK_BELOW = 5  # rows below a head that show where its columns are
_TWO = 2
_MOST_TRIES = 80  # rows of a page that look like a head and are none
_MOST_HEADS = 60  # heads of a page
_PARTED = 1.7  # times the usual space: surely two headings
_WIDER = 1.2  # times the usual space between words: two headings, not one


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

    @property
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

    @property
    def roles(self) -> set[str]:
        """What the columns are known to mean."""
        return {column.role for column in self.columns if column.role}


class _Piece(NamedTuple):
    words: tuple[Word, ...]
    row: int

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)


def heads(sheet: Page) -> list[Head]:
    """Every row (or few rows) of a page that reads like the head of a line table, from top to bottom."""
    rows = sheet.rows
    found: list[Head] = []
    after = 0
    cut: dict[int, list[_Piece]] = {}
    vain = 0
    for index, row in enumerate(rows):
        if index < after or not _may_head(sheet, row):
            continue
        best = _best(sheet, index, after, cut)
        if best is None:
            vain += 1
            if vain > _MOST_TRIES:
                break
            continue
        after = best.last + 1
        before = found[-1] if found else None
        if before and best.first == before.last + 1 and _is_close(rows[before.last], rows[best.first]):
            # The same headings in a second language, or a second row of them: one head.
            found[-1] = replace(before, last=best.last)
        elif len(found) < _MOST_HEADS:
            found.append(best)
    return found


def _may_head(sheet: Page, row: Row) -> bool:
    """Two phrases or more that are headings, hardly any figures."""
    words = row.words
    if len(words) < 2 or len(words) > _MOST_WORDS:  # noqa: PLR2004 - a table has two columns at least
        return False
    with_digits = sum(1 for word in words if any(c.isdigit() for c in word.text))
    if with_digits > max(1, _FEW_DIGITS * len(words)):
        return False
    if with_digits and lexicon.key(words[0].text) in lexicon.SUMS:
        return False  # "Total Qty & Value 59"
    if sum(1 for word in words if lexicon.key(word.text) in lexicon.HEADING_WORDS) * 3 < len(words):
        return False
    whole = sum(1 for phrase in sheet.phrases(row) if _starts_heading(phrase.words))
    return whole >= 2 or (whole == 1 and len(words) <= 4)  # noqa: PLR2004 - a narrow table


def _starts_heading(words: Sequence[Word]) -> bool:
    keys = [lexicon.key(word.text) for word in words[: lexicon.LONGEST]]
    return any("".join(keys[:end]) in lexicon.COLUMNS for end in range(1, len(keys) + 1))


def _best(sheet: Page, index: int, floor: int, cut: dict[int, list[_Piece]]) -> Head | None:
    """The best head that has this row in it, growing up and down while the rows stay close and wordy."""
    rows = sheet.rows
    tries: list[Head] = []
    for first in range(index, max(floor, index - _EACH_SIDE) - 1, -1):
        if first < index and not (_is_near(rows[first], rows[first + 1]) and _is_open(sheet, first)):
            break
        for last in range(index, min(len(rows), index + _EACH_SIDE + 1)):
            if last > index and not (_is_near(rows[last - 1], rows[last]) and _is_open(sheet, last - 1)):
                break
            if last - first >= _MOST_ROWS:
                break
            head = _head(sheet, first, last, cut)
            if head:
                tries.append(head)
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
    if "quantity" in roles:
        return bool(roles & {"description", "sku", "unit_price", "amount", "gtin", "buyer_sku"})
    return "description" in roles and bool(roles & {"unit_price", "amount"})


def _head(sheet: Page, first: int, last: int, cut: dict[int, list[_Piece]]) -> Head | None:
    for at in range(first, last + 1):
        if at not in cut:
            cut[at] = list(_pieces(sheet, at))
    pieces = [piece for at in range(first, last + 1) for piece in cut[at]]
    groups = _stack(pieces)
    columns = [_column(group) for group in groups]
    score = 0.0
    seen: set[str] = set()
    for column in columns:
        if column.role is None:
            score -= sum(_STRANGE if _is_strange(word.text) else 0.35 for word in column.words)
        elif column.role not in seen:
            score += _WEIGHT.get(column.role, 0.3) * (1 if column.is_exact else 0.6)
            seen.add(column.role)
        if any(word.text.endswith(":") for word in column.words):
            score -= _STRANGE
    score -= 0.3 * (last - first)
    return Head(tuple(columns), first, last, score)


def _is_strange(text: str) -> bool:
    """No heading looks like this: a value, or a label with its colon."""
    return text.endswith(":") or text.startswith(":") or sum(c.isdigit() for c in text) > 1


def _pieces(sheet: Page, at: int) -> Iterator[_Piece]:
    space, below = sheet.space, sheet.rows[at + 1 : at + 1 + _LOOK_BELOW]
    for phrase in sheet.phrases(sheet.rows[at]):
        pieces: list[tuple[Word, ...]] = []
        for words in (words for part in _loose(phrase.words, space) for words in _split(part, space, below)):
            if pieces and (role := role_of(page.say(words))[0]) and role == role_of(page.say(pieces[-1]))[0]:
                pieces[-1] += words  # the same heading in a second language
            else:
                pieces.append(words)
        yield from (_Piece(words, at) for words in pieces)


def _loose(words: tuple[Word, ...], space: float) -> Iterator[tuple[Word, ...]]:
    """Headings that stand close, yet clearly farther apart than the words of one heading."""
    start = 0
    for at in range(1, len(words)):
        if words[at].x0 - words[at - 1].x1 > _PARTED * space:
            yield words[start:at]
            start = at
    yield words[start:]


def _split(words: tuple[Word, ...], space: float, below: Sequence[Row]) -> Iterator[tuple[Word, ...]]:
    """A phrase that is several headings close together ("UoM Unit Price") is cut into them.

    Words no farther apart than words usually are on the page stay one heading ("IGST Rate").
    """
    if len(words) == 1 or "".join(lexicon.key(word.text) for word in words) in lexicon.COLUMNS:
        yield words
        return
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    if max(gaps) <= _WIDER * space and role_of(page.say(words))[0] and not _stands_over_two(words, below):
        yield words
        return
    if page.is_right_to_left(words):
        words = words[::-1]
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + lexicon.LONGEST), start, -1):
            if "".join(lexicon.key(word.text) for word in words[start:end]) in lexicon.COLUMNS:
                break
        else:
            yield words[start:] if start == 0 else (words[start],)
            if start == 0:
                return
            start += 1
            continue
        while end < len(words) and (_is_aside(words[end].text) or _is_linked(words, start, end)):
            end += 1
        yield tuple(sorted(words[start:end], key=lambda word: word.x0))
        start = end


def _stands_over_two(words: tuple[Word, ...], below: Sequence[Row]) -> bool:
    """The words are two known headings or more, and below each of them stands a word of its own."""
    for at in range(1, len(words)):
        parts = words[:at], words[at:]
        if not all("".join(lexicon.key(word.text) for word in part) in lexicon.COLUMNS for part in parts):
            if len(words) == _TWO or not _stands_over_two(parts[1], below):
                continue
            if "".join(lexicon.key(word.text) for word in parts[0]) not in lexicon.COLUMNS:
                continue
        filled = [row for row in below if any(_is_under(word, words) for word in row.words)]
        both = [row for row in filled if all(any(_is_under(word, part) for word in row.words) for part in parts)]
        apart = [row for row in both if not any(all(_is_under(w, part) for part in parts) for w in row.words)]
        if len(apart) * 2 > len(filled) > 0:
            return True
    return False


def _is_under(word: Word, part: Sequence[Word]) -> bool:
    return word.x1 > part[0].x0 - 1 and word.x0 < part[-1].x1 + 1


def _is_linked(words: Sequence[Word], start: int, end: int) -> bool:
    """A heading that ends in a link goes on: "Item Code &" goes on with "Description"."""
    if words[end].text in {"&", "/", "+"}:
        return end + 1 < len(words)
    before = words[end - 1].text
    return (
        end > start and before.endswith(("&", "/", "+")) and _is_both(" ".join(w.text for w in words[start : end + 1]))
    )


def _is_aside(text: str) -> bool:
    """A unit or currency behind a heading: "(USD)", "INR", "[EUR]"."""
    return text[:1] in "([" or lexicon.key(text) in _CURRENCIES or text in {"%", "€", "$", "£"}


def _stack(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces that stand over one another make one heading, unless a row has two pieces there (a spanning title)."""
    groups: list[list[_Piece]] = []
    widest_last = sorted(pieces, key=lambda piece: (piece.x1 - piece.x0, piece.row))
    for piece in widest_last:
        over = [group for group in groups if _overlap(piece, group) > 0.3]  # noqa: PLR2004 - share of the narrower
        if len(over) == 1 and all(other.row != piece.row for other in over[0]):
            over[0].append(piece)
        elif not over:
            groups.append([piece])
    return sorted(groups, key=lambda group: min(piece.x0 for piece in group))


def _overlap(piece: _Piece, group: list[_Piece]) -> float:
    x0, x1 = min(other.x0 for other in group), max(other.x1 for other in group)
    shared = min(piece.x1, x1) - max(piece.x0, x0)
    return shared / max(0.1, min(piece.x1 - piece.x0, x1 - x0))


def _column(group: list[_Piece]) -> Column:
    words = tuple(word for piece in sorted(group, key=lambda piece: piece.row) for word in piece.words)
    heading = " ".join(page.say(piece.words) for piece in sorted(group, key=lambda piece: piece.row))
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    if _is_both(heading):
        return Column(heading, "description", x0, x1, words, has_code=True)
    role, is_exact = role_of(heading)
    return Column(heading, role, x0, x1, words, is_exact)


def _is_both(heading: str) -> bool:
    """A heading that names a code and a description: "Item code & description", "Matl/Desc"."""
    sides = [lexicon.COLUMNS.get(lexicon.key(side)) for side in _AND.split(heading)]
    return len(sides) == 2 and "sku" in sides and "description" in sides  # noqa: PLR2004 - two sides


_AND = re.compile(r"[/&+,|]|\band\b|\bund\b|\bet\b|\by\b")


@lru_cache(maxsize=8192)
def role_of(heading: str) -> tuple[str | None, bool]:
    """What a heading means, and whether the whole of it says so rather than a part."""
    whole = lexicon.COLUMNS.get(lexicon.key(heading.replace("/", " per "))) if "/" in heading else None
    whole = whole or lexicon.COLUMNS.get(lexicon.key(heading))
    if whole:
        return whole, True
    if any(lexicon.key(part) in _BAR_CODES for part in _parts(heading)):
        return "gtin", True
    keys = [key for key in (lexicon.key(part) for part in _parts(heading)) if key and key not in _CURRENCIES]
    joined = lexicon.COLUMNS.get("".join(keys))
    if joined:
        return joined, True
    best: tuple[int, int, str] | None = None
    for start in range(len(keys)):
        for end in range(min(len(keys), start + lexicon.LONGEST), start, -1):
            key = "".join(keys[start:end])
            role = lexicon.COLUMNS.get(key)
            if role and (best is None or len(key) > best[0]) and len(key) > 1:
                best = (len(key), start, role)
    if best and best[0] * 2 >= sum(map(len, keys)) * 0.6:
        return best[2], False
    return None, False


_CURRENCIES = frozenset("usd eur gbp inr chf cad aud kwd jpy cny in us rs aed sar".split())


_BAR_CODES = frozenset({"ean", "gtin", "upc", "ean13", "gtin13", "barcode", "eancode"})


def _parts(heading: str) -> list[str]:
    """The words of a heading without what stands in brackets and without signs of currency."""
    kept, depth = [], 0
    for word in heading.replace("/", " / ").replace("(", " ( ").replace(")", " ) ").split():
        depth += (word == "(") - (word == ")")
        if depth <= 0 and word not in {"(", ")", "/", "&"}:
            kept.append(word)
    return kept
