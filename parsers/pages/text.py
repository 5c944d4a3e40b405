"""Plain text as pages: letters of one width, lines under one another, tables with bars or tabs laid out."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from parsers import charset, errors
from parsers.page import Page
from parsers.pages import layout
from parsers.pages.layout import Box

_RULER = re.compile(r"^[\s|+\-=_:*]{4,}$")
_WIDEST = 1000
_MOST_LINES = 20_000
_TAB = 8
_MANY = 3  # cells of a row of a table; two are a label and its value
_FEW = 4  # lines of words between two rows of a table
_Run = tuple[str | None, list[str]]


def pages(data: bytes) -> tuple[Page, ...]:
    """The pages of a text (parted by form feeds). Raises UnreadableError where there is none."""
    return of_text(decoded(data))


def decoded(data: bytes) -> str:
    """The text of some bytes that bear no label: by their mark, as UTF-8, else by the letters that they make."""
    return charset.guessed(data)


def of_text(text: str) -> tuple[Page, ...]:
    """The same for text that is already decoded."""
    sheets = [sheet for sheet in text.replace("\r\n", "\n").replace("\r", "\n").split("\f") if sheet.strip()]
    if not sheets:
        raise errors.UnreadableError("The text is empty. A person must look.")
    return tuple(layout.page(_sheet(sheet.split("\n")), number) for number, sheet in enumerate(sheets, 1))


def _sheet(lines: Sequence[str]) -> Box:
    boxes: list[Box] = []
    for mark, kept in _runs(lines[:_MOST_LINES]):
        if mark and len([line for line in kept if not _RULER.match(line)]) > 1:
            boxes.append(_table(kept, mark))
        else:
            boxes.append(layout.paragraph([_plain(line) for line in kept]))
    return layout.stack(boxes)


def _runs(lines: Sequence[str]) -> Iterator[_Run]:
    """Lines of one kind, as far as a table goes.

    Sums whose first cells are empty belong to the table above, over empty lines between; so does a line of words
    alone between two rows of it.
    """
    marked = zip(_marks(lines), lines, strict=True)
    runs = [(mark, [line for _, line in run]) for mark, run in groupby(marked, key=itemgetter(0))]
    at = 0
    while at < len(runs):
        mark, kept = runs[at]
        while mark and at + 2 < len(runs) and _goes_on(mark, kept, *runs[at + 1 : at + 3]):
            kept = [*kept, *runs[at + 1][1], *runs[at + 2][1]]
            at += 2
        yield mark, kept
        at += 1


def _goes_on(mark: str, kept: list[str], between: _Run, after: _Run) -> bool:
    if after[0] != mark:
        return False
    if all(not line.strip() for line in between[1]):
        return not _cells(after[1][0], mark)[0]
    is_one = _most_cells(kept, mark) == _most_cells(after[1], mark) >= _MANY
    return is_one and len(between[1]) <= _FEW and all(line.strip() for line in between[1])


def _most_cells(lines: Sequence[str], mark: str) -> int:
    return max((len(_cells(line, mark)) for line in lines if not _RULER.match(line)), default=0)


def _marks(lines: Sequence[str]) -> Iterator[str | None]:
    """The mark of each line; below a row of a table by tabs an indented line is a row whose first cells are empty."""
    above: str | None = None
    for line in lines:
        mark = _mark(line)
        above = "\t" if mark is None and above == "\t" and line.startswith("\t") and line.strip() else mark
        yield above


def _mark(line: str) -> str | None:
    """The sign that parts the cells of this line, if it has cells."""
    if line.count("|") > 1 or (line.count("|") == 1 and not line.strip().startswith("|")):
        return "|"
    if line.strip().count("\t"):
        return "\t"
    if _RULER.match(line) and "+" in line:
        return "|"
    return None


def _plain(line: str) -> str:
    clean = line.expandtabs(_TAB)[:_WIDEST]
    return "" if _RULER.match(clean) else clean


def _table(lines: Sequence[str], mark: str) -> Box:
    rows = [_cells(line, mark) for line in lines if not _RULER.match(line)]
    wide = max(map(len, rows))
    return layout.table([list(_boxes(row, wide)) for row in rows], is_ruled=True)


def _cells(line: str, mark: str) -> list[str]:
    inner = line.strip().strip("|") if mark == "|" else line.rstrip("\t")
    return [cell.strip() for cell in inner.split(mark)]


def _boxes(cells: Sequence[str], wide: int) -> Iterator[tuple[Box, int]]:
    """The cells of a row; words alone in a row reach over all its columns."""
    for cell in cells:
        yield layout.paragraph([cell[:_WIDEST]]), wide if len(cells) == 1 else 1
