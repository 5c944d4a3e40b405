"""A table in plain text that stands straight in a fixed-width font and keeps within 78 columns."""

import unicodedata
from collections.abc import Iterable, Sequence

from bot.say import plain

# RFC 5322, 2.1.1: a line should have at most 78 characters.
WIDTH = 78
_GAP = "  "
_INDENT = "   "
_WIDE = frozenset("WF")


def width(text: str) -> int:
    """How many columns the text takes: a Chinese character takes two, an accent on top of a letter none."""
    return sum(_columns(one) for one in text)


def wrapped(text: str, room: int) -> list[str]:
    """The text on lines of at most `room` columns, broken between words where it can be, within a word where not."""
    rows, row = [], ""
    for word in text.split():
        joined = f"{row} {word}" if row else word
        if width(joined) <= room:
            row = joined
            continue
        if row:
            rows.append(row)
        *full, row = _pieces(word, room)
        rows.extend(full)
    return [*rows, row] if row else rows


def table(heads: Sequence[str], rows: Iterable[Sequence[Sequence[str]]]) -> list[str]:
    """Rows under heads; a cell is a list of paragraphs. The first column takes what the others, set right, leave.

    What follows its first paragraph is indented, so that no outside text stands at the start of a line, where "-- "
    would begin a signature and ">" a quotation.
    """
    cells = [list(row) for row in rows]
    rest = [
        max([width(head), *(width(line) for row in cells for line in row[1 + at])]) for at, head in enumerate(heads[1:])
    ]
    first = WIDTH - sum(rest) - len(rest) * len(_GAP)
    out = [_row([heads[0]], [[head] for head in heads[1:]], first, rest)[0]]
    out.append(_GAP.join("-" * room for room in (first, *rest)))
    for row in cells:
        out.extend(_row(_hung(row[0], first), row[1:], first, rest))
    return [line.rstrip() for line in out]


def sums(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Labels and figures at the right edge, as under a column of amounts."""
    return [f"{label}{_GAP}{figure:>{20}}".rjust(WIDTH) for label, figure in rows]


def named(rows: Iterable[tuple[str, Sequence[str]]], *, room: int = 22) -> list[str]:
    """A label, and beside it its lines."""
    out: list[str] = []
    for label, values in rows:
        told = [line for value in values for line in wrapped(value, WIDTH - room)] or [""]
        out.append(f"{label + ':':<{room}}{told[0]}".rstrip())
        out.extend(f"{'':<{room}}{line}" for line in told[1:])
    return out


def bullets(things: Iterable[str]) -> list[str]:
    """Each thing behind a dash; empty ones are left out."""
    told = [wrapped(thing, WIDTH - 2) for thing in things if thing]
    return [f"{'- ' if at == 0 else '  '}{line}" for rows in told for at, line in enumerate(rows)]


def paragraph(text: str) -> str:
    """Running text on lines of at most 78 columns."""
    return "\n".join(wrapped(text, WIDTH))


def headline(text: str) -> str:
    """The text, underlined."""
    return f"{text}\n{'-' * width(text)}"


def _row(first: Sequence[str], rest: Sequence[Sequence[str]], room: int, rooms: Sequence[int]) -> list[str]:
    high = max(len(first), *(len(cell) for cell in rest))
    return [
        _GAP.join(
            [
                _padded(_at(first, row), room),
                *(_set_right(_at(cell, row), r) for cell, r in zip(rest, rooms, strict=True)),
            ]
        )
        for row in range(high)
    ]


def _hung(paragraphs: Sequence[str], room: int) -> list[str]:
    told = [line for paragraph in paragraphs for line in wrapped(paragraph, room - len(_INDENT))]
    return told[:1] + [_INDENT + line for line in told[1:]]


def _at(cell: Sequence[str], row: int) -> str:
    return cell[row] if row < len(cell) else ""


def _padded(text: str, room: int) -> str:
    return plain.isolated(text) + " " * (room - width(text))


def _set_right(text: str, room: int) -> str:
    return " " * (room - width(text)) + plain.isolated(text)


def _pieces(word: str, room: int) -> list[str]:
    pieces, piece = [], ""
    for one in word:
        if piece and width(piece + one) > room:
            pieces.append(piece)
            piece = ""
        piece += one
    return [*pieces, piece]


def _columns(one: str) -> int:
    if unicodedata.combining(one) or unicodedata.category(one) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(one) in _WIDE else 1
