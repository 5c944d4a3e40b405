"""Values parted by a sign (CSV): whether a text is such a table, by which sign, and its rows."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from parsers import errors

MOST_ROWS = 20_000
_SIGNS = ";\t|,^"
_LOOKED_AT = 60  # lines with something in them
_LINE = 20_000  # letters of a line that are looked at
_COLUMNS = 3
_SHARE = 0.6  # of the lines have a cell parted off
_LONGEST = 100_000  # letters in a cell
_SAID = re.compile(r"\s*sep=(.)\s*\r?\n")  # a line for Excel that names the sign
_WIDE_GAP = re.compile(r"\S {2,}\S")


def sign(whole: str) -> str | None:
    """The sign that parts the cells of this text; None where it is no table of this kind."""
    said = _SAID.match(whole)
    if said:
        return said[1]
    lines = _first_lines(whole)
    scores = {one: _score(lines, one) for one in _SIGNS}
    best = max(scores, key=lambda one: scores[one])
    return best if scores[best] > 0 else None


def rows(whole: str, parted_by: str) -> list[list[str]]:
    """The rows of such a text, quotes undone. Raises UnreadableError where a cell has no end."""
    said = _SAID.match(whole)
    lines = whole[said.end() if said else 0 :].splitlines(keepends=True)
    csv.field_size_limit(_LONGEST)
    try:
        return list(islice(csv.reader(lines, delimiter=parted_by), MOST_ROWS))
    except csv.Error as broken:
        raise errors.UnreadableError(
            "The table is damaged: a quote in it is never closed. Ask the sender for it again."
        ) from broken


def _first_lines(whole: str) -> list[str]:
    return list(islice(_written(whole), _LOOKED_AT))


def _written(whole: str) -> Iterator[str]:
    at = 0
    while at < len(whole):
        end = whole.find("\n", at)
        end = len(whole) if end < 0 else end
        line = whole[at : min(end, at + _LINE)].rstrip("\r")
        if line.strip():
            yield line
        at = end + 1


def _score(lines: Sequence[str], one: str) -> float:
    """How many lines in a row have one number of columns, three or more; nothing where too few have any."""
    if one == "," and _is_prose(lines):
        return 0.0
    try:
        counts = [len(row) for row in csv.reader(lines, delimiter=one)]
    except csv.Error:
        return 0.0
    wide, _ = max(Counter(counts).items(), key=lambda pair: (pair[0] >= _COLUMNS, pair[1], pair[0]), default=(0, 0))
    parted = sum(count > 1 for count in counts)
    if wide < _COLUMNS or parted < _SHARE * len(counts):
        return 0.0
    longest = run = 0
    for count in counts:
        run = run + 1 if count == wide else 0
        longest = max(longest, run)
    return longest + wide / 1_000 if longest > 1 else 0.0


def _is_prose(lines: Sequence[str]) -> bool:
    """A comma before a space is one of a sentence; wide gaps part the columns of a typed table, commas its decimals."""
    commas = sum(line.count(",") for line in lines)
    spaced = sum(line.count(", ") for line in lines)
    gaps = sum(bool(_WIDE_GAP.search(line)) for line in lines)
    return spaced > commas / 2 or gaps > len(lines) * 0.3
