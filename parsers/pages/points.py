"""Points that are commas and commas that are points: a speck apart, told by how the page writes its other figures."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from parsers.pages.lettering import Piece

# A figure whose last mark parts decimals: of three figures behind it nobody knows, and a date has two marks alike.
_FIGURE = re.compile(r"\D{0,4}?(?:\d{1,3}(?:(?P<thousands>[.,'])\d{3})*|\d+)(?P<mark>[.,])(?:\d\d?|\d{4,})\D{0,3}")
_MANY = 3  # figures
_TIMES = 3  # as many write one mark as the other
_OTHER = {".": ",", ",": "."}


def settled(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same words of one page; what was set right is no longer certain."""
    marks: Counter[str] = Counter()
    for piece in pieces:
        if found := _FIGURE.fullmatch(piece.text):
            # What parts thousands parts no decimals: "1.930.86" is a comma short.
            marks[_OTHER.get(found["thousands"] or "", found["mark"])] += _TIMES if found["thousands"] else 1
    (most, count), *_ = [*marks.most_common(1), ("", 0)]
    is_clear = count >= _MANY and count >= _TIMES * (marks.total() - count)
    for piece in pieces:
        found = _FIGURE.fullmatch(piece.text) if is_clear else None
        yield _set_right(piece, found.start("mark")) if found and found["mark"] != most else piece


def _set_right(piece: Piece, at: int) -> Piece:
    better = _OTHER[piece.text[at]]
    if better not in piece.others[at]:
        return piece
    sure = (*piece.certainties[:at], 0.0, *piece.certainties[at + 1 :])
    return piece._replace(text=f"{piece.text[:at]}{better}{piece.text[at + 1 :]}", certainties=sure)
