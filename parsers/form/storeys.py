"""Heads of two storeys: the second row of headings names what stands in the second row of each item."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers import dates
from parsers.form import meanings, tokens
from parsers.form.pieces import Piece
from parsers.page import Row, Word, say

_LOOK_BELOW = 6  # rows below a head that show how its items stand
_MANY = 3  # columns
_NEAR = 1.6  # line heights from the first row of an item to its second
_LONGEST_UNIT = 12
_BAR_CODE = 8  # digits at least


class Clash(NamedTuple):
    """Two headings over one another that mean two things."""

    upper: Piece
    lower: Piece
    roles: tuple[str, str]


def boundary(groups: Sequence[Sequence[Piece]], below: Sequence[Row]) -> int | None:
    """The row in which the second storey of a head begins; None for a head of one storey.

    Headings over one another that are no heading together are a sign; that the items below stand in two rows, each
    fitting its heading, is the proof.
    """
    clashes = [clash for group in groups for clash in _clashes(group)]
    rows = [row for row in below[:_LOOK_BELOW] if any(c.isalnum() for c in row.text)]
    if not clashes or len(rows) < 2:  # noqa: PLR2004 - an item of two rows
        return None
    alone = [group[0] for group in groups if len(group) == 1]
    fit = [_fits_two(clash, rows, alone) for clash in clashes]
    if not any(fit) or sum(fit) * 2 < len(fit):
        return None
    return min(clash.lower.row for clash, fits in zip(clashes, fit, strict=True) if fits)


def _clashes(group: Sequence[Piece]) -> Iterator[Clash]:
    stacked = sorted(group, key=lambda piece: piece.row)
    if len(stacked) < 2 or meanings.role_of(" ".join(say(piece.words) for piece in stacked))[1]:  # noqa: PLR2004
        return
    known = [(piece, role) for piece in stacked if (role := meanings.role_of(say(piece.words))[0])]
    for (upper, first), (lower, second) in pairwise(known):
        if first != second:
            yield Clash(upper, lower, (first, second))


def _fits_two(clash: Clash, rows: Sequence[Row], alone: Sequence[Piece]) -> bool:
    """An item's first row has what the upper heading says below it, its second what the lower one says."""
    for row, after in pairwise(rows):
        if _are_alike(row, after, alone):
            continue
        first, second = _under(row, clash.upper, clash.lower), _under(after, clash.lower, clash.upper)
        is_near = after.middle - row.middle < _NEAR * max(row.height, after.height)
        if first and second and is_near:
            return _fits(clash.roles[0], first) and _fits(clash.roles[1], second)
    return False


def _are_alike(row: Row, after: Row, alone: Sequence[Piece]) -> bool:
    """Both rows are filled under most headings that have none below them: two items of one row each."""
    both = sum(1 for piece in alone if _under(row, piece, piece) and _under(after, piece, piece))
    return both >= _MANY and both * 3 > len(alone) * 2


def _under(row: Row, own: Piece, other: Piece) -> str:
    x0, x1 = min(own.x0, other.x0), max(own.x1, other.x1)
    return " ".join(word.text for word in row.words if word.x1 > x0 - 1 and word.x0 < x1 + 1)


def _fits(role: str, text: str) -> bool:
    """Something that may stand under a heading of this role."""
    first = text.split(maxsplit=1)[0]
    match role:
        case "quantity" | "unit_price" | "amount" | "list_price" | "discount" | "tax" | "price_per":
            return any(word.lstrip("$€£-+(")[:1].isdigit() for word in text.split()) and not dates.find(text)
        case "sku" | "buyer_sku":
            return tokens.is_code(first)
        case "gtin":
            return first.isdigit() and len(first) >= _BAR_CODE
        case "unit":
            return first.isalpha() and len(first) <= _LONGEST_UNIT
        case "requested_date":
            return bool(dates.find(text))
        case _:
            return any(c.isalnum() for c in text)


def overlaid(upper: Sequence[Sequence[Word]], lower: Sequence[Sequence[Word]]) -> list[int]:
    """The headings of the upper storey that reach down: none of the lower one stands below them."""
    return [
        at
        for at, words in enumerate(upper)
        if not any(_shared(words, others) > 0.3 * min(_width(words), _width(others)) for others in lower)
    ]


def _shared(one: Sequence[Word], other: Sequence[Word]) -> float:
    return min(_right(one), _right(other)) - max(one[0].x0, other[0].x0)


def _width(words: Sequence[Word]) -> float:
    return max(0.1, _right(words) - words[0].x0)


def _right(words: Sequence[Word]) -> float:
    return max(word.x1 for word in words)
