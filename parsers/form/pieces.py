"""The words of a head, cut into headings and stacked where a heading has several rows."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from parsers import numbers, page
from parsers.form import lexicon, meanings, sizes
from parsers.page import Page, Row, Word

_LOOK_BELOW = 5  # rows below a head that show where its columns are
_TWO = 2
_PARTED = 1.7  # times the usual space: surely two headings
_WIDER = 1.2  # times the usual space between words: two headings, not one


class Piece(NamedTuple):
    """Words of one row that are a heading, or a row of one, and where they begin and end."""

    words: tuple[Word, ...]
    row: int
    x0: float
    x1: float


def cut(sheet: Page, at: int) -> Iterator[Piece]:
    """The headings of a row, from left to right."""
    yield from _completed(_pieces(sheet, at), sheet, at)


def _completed(found: Iterator[Piece], sheet: Page, at: int) -> Iterator[Piece]:
    """Headings whose last word stands apart, as in justified cells, with that word: "PU      HT"."""
    row, below = sheet.rows[at], sheet.rows[at + 1 : at + 1 + _LOOK_BELOW]
    lines = [rule.x0 for rule in sheet.uprights if rule.top - 3 <= row.middle <= rule.bottom + 3]
    before: Piece | None = None
    for piece in found:
        is_one = before and (_completes(before, piece) or _stand_over_one(before, piece, below))
        is_one = is_one and before and not _go_on_apart(before, piece, below[:1])
        if before and is_one and not any(before.x1 <= x <= piece.x0 for x in lines):
            before = Piece(before.words + piece.words, piece.row, before.x0, piece.x1)
            continue
        if before:
            yield before
        before = piece
    if before:
        yield before


def _completes(before: Piece, piece: Piece) -> bool:
    """The second is no heading by itself, and both together are one."""
    is_near = piece.x0 - before.x1 < 4 * (before.words[0].bottom - before.words[0].top)
    words = before.words + piece.words
    if not is_near or len(piece.words) > 1 or (_role(piece.words) and _role(before.words)):
        return False
    if _role(before.words):  # "Cantidad" stands by itself beside "P.", which may begin the next heading
        return "".join(lexicon.key(word.text) for word in words) in lexicon.COLUMNS
    return meanings.is_heading(words)


def _go_on_apart(before: Piece, piece: Piece, below: Sequence[Row]) -> bool:
    """Under each stands a heading of its own: "Our" and "Item" over "code" and "code"."""
    under = {word for row in below for word in row.words for one in (before, piece) if _is_below(word, one)}
    is_each = all(any(_is_below(word, one) for word in under) for one in (before, piece))
    return is_each and len(under) > 1 and all(_role((word,)) and not numbers.has_digit(word[0]) for word in under)


def _is_below(word: Word, piece: Piece) -> bool:
    return word.x0 < piece.x1 and word.x1 > piece.x0


def _stand_over_one(before: Piece, piece: Piece, below: Sequence[Row]) -> bool:
    """Both together mean something, and under both stands one figure, row for row: a heading set to full width."""
    if meanings.role_of(page.say(before.words + piece.words))[0] is None:
        return False
    rows = [row for row in _fullest(below) if sum(numbers.has_digit(word.text) for word in row.words) > 1]
    over = [row for row in rows if any(_is_over_both(word, before, piece) for word in row.words)]
    return len(over) == len(rows) > 0


def _is_over_both(word: Word, before: Piece, piece: Piece) -> bool:
    return word.x0 < before.x1 - 1 and word.x1 > (piece.x0 + piece.x1) / 2 and numbers.has_digit(word.text)


def _pieces(sheet: Page, at: int) -> Iterator[Piece]:
    space, below = sheet.space, sheet.rows[at + 1 : at + 1 + _LOOK_BELOW]
    row = sheet.rows[at]
    scale = {row.words[place] for place in sizes.run([word.text for word in row.words])}
    for phrase in sheet.phrases(row):
        pieces: list[tuple[Word, ...]] = []
        for words in (words for part in _apart(phrase.words, scale, space) for words in _split(part, space, below)):
            if pieces and _is_again(pieces[-1], words, space, below):
                pieces[-1] += words  # the same heading in a second language
            else:
                pieces.append(words)
        yield from (Piece(words, at, words[0].x0, max(word.x1 for word in words)) for words in pieces)


def _is_again(before: tuple[Word, ...], words: tuple[Word, ...], space: float, below: Sequence[Row]) -> bool:
    """The same as the heading before it, and no figures of its own stand below it."""
    role = _role(words)
    rows = [row for row in _fullest(below) if any(numbers.has_digit(word.text) for word in row.words)]
    is_apart = bool(rows) and all(_are_apart(row, (before, words), space) for row in rows)
    return role is not None and role == _role(before) and not is_apart


def _role(words: Sequence[Word]) -> str | None:
    return meanings.role_of(page.say(words))[0]


def _apart(words: tuple[Word, ...], scale: set[Word], space: float) -> Iterator[tuple[Word, ...]]:
    """Each size of a scale is a heading of its own, however close the next one stands."""
    if not scale.intersection(words):
        yield from _loose(words, space)
        return
    for is_size, part in groupby(words, key=lambda word: word in scale):
        if is_size:
            yield from ((word,) for word in part)
        else:
            yield from _loose(tuple(part), space)


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
    if len(words) == 1 or meanings.is_heading(words):
        at = _between_figures(words, space, below)
        yield from (words[:at], words[at:]) if at else (words,)
        return
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    is_bilingual = any(word.text == "/" for word in words[1:-1])  # "No d'article / Item no." says "no" twice
    repeats = len({lexicon.key(word.text) for word in words}) < len(words)  # "Price Price per" are two headings
    if (
        max(gaps) <= _WIDER * space
        and (is_bilingual or not repeats)
        and meanings.role_of(page.say(words))[0]
        and not _stands_over_two(words, below)
    ):
        yield words
        return
    if page.is_right_to_left(words):
        words = words[::-1]
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + lexicon.LONGEST), start, -1):
            if meanings.is_heading(words[start:end]):
                break
        else:
            yield words[start:] if start == 0 else (words[start],)
            if start == 0:
                return
            start += 1
            continue
        while end < len(words) and (meanings.is_aside(words[end].text) or _is_linked(words, start, end)):
            end += 1
        yield tuple(sorted(words[start:end], key=lambda word: word.x0))
        start = end


def _stands_over_two(words: tuple[Word, ...], below: Sequence[Row]) -> bool:
    """The words are two known headings or more, and below each of them stands a word of its own."""
    for at in range(1, len(words)):
        parts = words[:at], words[at:]
        if not all(map(meanings.is_heading, parts)):
            if len(words) == _TWO or not _stands_over_two(parts[1], below):
                continue
            if not meanings.is_heading(parts[0]):
                continue
        filled = [row for row in _fullest(below) if any(_is_under(word, words) for word in row.words)]
        both = [row for row in filled if all(any(_is_under(word, part) for word in row.words) for part in parts)]
        apart = [row for row in both if not any(all(_is_under(w, part) for part in parts) for w in row.words)]
        if len(apart) * 2 > len(filled) > 0:
            return True
    return False


def _between_figures(words: tuple[Word, ...], space: float, below: Sequence[Row]) -> int:
    """Where to part two known headings that are one as well ("Pack Qty"): each full row has a figure under both."""
    for at in range(1, len(words)):
        parts = words[:at], words[at:]
        roles = {_role(part) for part in parts}
        rows = [row for row in _fullest(below) if any(numbers.has_digit(word.text) for word in row.words)]
        if None not in roles and len(roles) == _TWO and rows and all(_are_apart(row, parts, space) for row in rows):
            return at
    return 0


def _are_apart(row: Row, parts: Sequence[tuple[Word, ...]], space: float) -> bool:
    under = [[word for word in row.words if numbers.has_digit(word.text) and _is_under(word, part)] for part in parts]
    if not all(under) or under[0][-1] is under[1][0]:
        return False
    return under[1][0].x0 - under[0][-1].x1 > _TWO * space


def _fullest(rows: Sequence[Row]) -> list[Row]:
    """Rows of items rather than of the notes between them: those with about as many words as the longest."""
    most = max((len(row.words) for row in rows), default=0)
    return [row for row in rows if len(row.words) * _TWO >= most]


def _is_under(word: Word, part: Sequence[Word]) -> bool:
    return word.x1 > part[0].x0 - 1 and word.x0 < part[-1].x1 + 1


def _is_linked(words: Sequence[Word], start: int, end: int) -> bool:
    """A heading that ends in a link goes on: "Item Code &" goes on with "Description"."""
    if words[end].text in {"&", "/", "+"}:
        return end + 1 < len(words)
    is_open = end > start and words[end - 1].text.endswith(("&", "/", "+"))
    return is_open and meanings.is_both(" ".join(word.text for word in words[start : end + 1]))


def _shared_out(piece: Piece, others: Sequence[Piece]) -> list[Piece]:
    """Two headings in one, where the row above says so: "Item" over "Line number" is "Line" and "Item number"."""
    for at in range(1, len(piece.words)):
        left, right = piece.words[:at], piece.words[at:]
        for other in others:
            is_over = other.row == piece.row - 1 and other.x0 < right[-1].x1 and other.x1 > right[0].x0
            if is_over and other.x0 > left[-1].x1 - 1 and _is_known(left) and _is_known(other.words + right):
                return [_piece(left, piece.row), _piece(right, piece.row)]
    return [piece]


def _piece(words: tuple[Word, ...], row: int) -> Piece:
    return Piece(words, row, words[0].x0, max(word.x1 for word in words))


def _is_known(words: Sequence[Word]) -> bool:
    return meanings.is_heading(words)


def stack(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stand over one another make one heading, unless a row has two pieces there (a spanning title)."""
    groups: list[list[Piece]] = []
    pieces = [part for piece in pieces for part in _shared_out(piece, pieces)]
    widest_last = sorted(pieces, key=lambda piece: (piece.x1 - piece.x0, piece.row))
    for piece in widest_last:
        over = [group for group in groups if _overlap(piece, group) > 0.3]  # noqa: PLR2004 - share of the narrower
        if len(over) == 1 and all(other.row != piece.row for other in over[0]):
            over[0].append(piece)
        elif not over:
            groups.append([piece])
    return sorted(groups, key=lambda group: min(piece.x0 for piece in group))


def _overlap(piece: Piece, group: list[Piece]) -> float:
    x0, x1 = min([other[2] for other in group]), max([other[3] for other in group])
    _, _, begin, end = piece
    shared = min(end, x1) - max(begin, x0)
    return shared / max(0.1, min(end - begin, x1 - x0)) if shared > 0 else 0.0
