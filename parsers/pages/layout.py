"""Rows of cells laid out as a page, for documents that state a table and no places (text, HTML, spreadsheets)."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from parsers.page import Page, Rule, Word
from parsers.pages import ruling

CHAR = 6.0  # points across: every letter is as wide as every other
LINE = 12.0  # points down
GLYPH = 10.0  # height of a letter
GUTTER = 2  # letters of white space between two columns
MARGIN = 36.0
MOST_ROWS = 20_000
WIDEST = 400  # letters in a line, at most


class Box(NamedTuple):
    """Words and rules with places relative to their own top left corner, and the room they take."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> "Box":
        """The same box moved to the right and down."""
        words = tuple(Word(w.text, w.x0 + x, w.top + y, w.x1 + x, w.bottom + y) for w in self.words)
        rules = tuple(Rule(r.x0 + x, r.top + y, r.x1 + x, r.bottom + y) for r in self.rules)
        return Box(words, rules, self.width, self.height)


def text(line: str, x: float = 0.0, y: float = 0.0) -> list[Word]:
    """The words of a line of letters of one width, or two."""
    words: list[Word] = []
    start = None
    places = _places(line)
    for at, letter in enumerate(f"{line} "):
        if letter.isspace():
            if start is not None:
                words.append(Word(line[start:at], x + places[start] * CHAR, y, x + places[at] * CHAR, y + GLYPH))
            start = None
        elif start is None:
            start = at
    return words


def _places(line: str) -> Sequence[int]:
    """Where each letter begins, and where the last one ends, in letters of the usual width."""
    return range(len(line) + 1) if line.isascii() else [0, *accumulate(map(_wide, line))]


@lru_cache(maxsize=16_384)
def _wide(letter: str) -> int:
    """Letters of Chinese, Japanese and Korean are as wide as two (UAX #11); an accent of its own takes no room."""
    return 0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in {"W", "F"})


def paragraph(lines: Sequence[str]) -> Box:
    """Lines under one another."""
    words = [word for at, line in enumerate(lines) for word in text(line, 0.0, at * LINE)]
    width = max((_places(line)[-1] for line in lines), default=0) * CHAR
    return Box(tuple(words), (), width, len(lines) * LINE)


def wrapped(texts: Sequence[str]) -> list[str]:
    """Lines with single spaces, without the empty ones, cut where they would be too wide."""
    lines: list[str] = []
    for line in texts:
        rest, at = " ".join(line.split()), 0
        while len(rest) - at > WIDEST:
            cut = rest.rfind(" ", at, at + WIDEST)
            cut = cut if cut > at else at + WIDEST
            lines.append(rest[at:cut])
            at = cut + 1 if rest[cut] == " " else cut
        if at < len(rest):
            lines.append(rest[at:])
    return lines


def stack(boxes: Sequence[Box]) -> Box:
    """Boxes under one another."""
    y = 0.0
    words: list[Word] = []
    rules: list[Rule] = []
    for box in boxes:
        moved = box.at(0.0, y)
        words.extend(moved.words)
        rules.extend(moved.rules)
        y += box.height
    return Box(tuple(words), tuple(rules), max((box.width for box in boxes), default=0.0), y)


def table(rows: Sequence[Sequence[tuple[Box, int]]], *, is_ruled: bool, is_parted: bool = False) -> Box:
    """Boxes in rows and columns, each with the number of columns it reaches over.

    `is_ruled`: a line stands between all cells; `is_parted`: only between those side by side.
    """
    widths = _widths(rows)
    lefts = [0.0]
    for width in widths:
        lefts.append(lefts[-1] + width)
    words: list[Word] = []
    rules: list[Rule] = []
    y = 0.0
    for row in rows:
        height = max((box.height for box, _ in row), default=LINE) or LINE
        column = 0
        for box, span in row:
            moved = box.at(lefts[min(column, len(widths))], y)
            words.extend(moved.words)
            rules.extend(moved.rules)
            column += span
            if (is_ruled or is_parted) and column < len(widths):
                edge = lefts[column] - CHAR * GUTTER / 2
                rules.append(Rule(edge, y - 1, edge, y + height - 1))
        y += height
        if is_ruled:
            rules.append(Rule(0.0, y - 1, lefts[-1], y - 1))
    return Box(tuple(words), tuple(rules), lefts[-1], y)


def _widths(rows: Sequence[Sequence[tuple[Box, int]]]) -> list[float]:
    count = max((sum(span for _, span in row) for row in rows), default=0)
    widths = [0.0] * count
    for wide in (False, True):
        for row in rows:
            column = 0
            for box, span in row:
                need = box.width + CHAR * GUTTER
                if not wide and span == 1:
                    widths[column] = max(widths[column], need)
                elif wide and span > 1:
                    lack = need - sum(widths[column : column + span])
                    if lack > 0:
                        widths[min(column + span, count) - 1] += lack
                column += span
    return widths


def page(box: Box, number: int = 1) -> Page:
    """One page as large as its box."""
    moved = box.at(MARGIN, MARGIN)
    rules = ruling.merged(np.array(moved.rules).reshape(-1, 4))
    return Page(number, box.width + 2 * MARGIN, box.height + 2 * MARGIN, moved.words, rules)
