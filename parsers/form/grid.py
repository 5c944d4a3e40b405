"""From headings to columns: how far each column reaches, by ruling lines or by the emptiest place between."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from parsers.form.columns import Column, Head
from parsers.page import Row, Rule, Word

_WIDEST = 2400  # points: no page is wider
_BESIDE = 1.5  # points
_FLUSH = 0.8  # share of the rows
_FILLED = 0.5  # share of the rows whose words fill their cell: one word cannot
_SIGNS = "$€£¥₹+-("  # before a figure
_MOST_ROWS = 400  # rows looked at to find the white space between columns


class Grid(NamedTuple):
    """Columns with the edges between them: edges[i] parts columns[i] from columns[i + 1]."""

    columns: tuple[Column, ...]
    edges: tuple[float, ...]

    def place(self, word: Word) -> int:
        """The column in which most of a word stands."""
        left, right = bisect_right(self.edges, word[1]), bisect_right(self.edges, word[3])
        if left == right:
            return left
        return bisect_right(self.edges, (word[1] + word[3]) / 2)


def grid(head: Head, rows: Sequence[Row], uprights: Sequence[Rule], *, alike: Sequence[Row] = ()) -> Grid:
    """Columns that reach as far as the words below allow: to a ruling line, else to the emptiest place between.

    `alike` are rows of another page whose table has the same head: few rows alone do not show where columns end.
    """
    columns = head.columns
    top = min(word.top for column in columns for word in column.words)
    foot = max((word.bottom for row in rows for word in row.words), default=_WIDEST)
    # A line that begins below the last row parts the columns of another table.
    below = [rule.x0 for rule in uprights if rule.bottom > top + 2 and rule.top < foot]
    full = [row for row in (*rows, *alike)[:_MOST_ROWS] if _is_full(row)]
    filled = _coverage(full)
    edges = [_edge(left, right, below, filled, full) for left, right in pairwise(columns)]
    ruled = [any(abs(edge - x) < 0.1 for x in below) for edge in edges]  # noqa: PLR2004 - the very line
    for at in range(1, len(edges)):
        edges[at] = max(edges[at], edges[at - 1])
    bounds = [columns[0].x0 - 200, *edges, columns[-1].x1 + 200]
    sides = [True, *ruled, True]
    placed = tuple(
        replace(c, x0=bounds[at], x1=bounds[at + 1], is_ruled=sides[at] and sides[at + 1] and bool(below))
        for at, c in enumerate(columns)
    )
    return Grid(placed, tuple(edges))


def _is_full(row: Row) -> bool:
    """A row of the table: two words at least begin with a figure."""
    return sum(1 for word in row.words if word.text.lstrip(_SIGNS)[:1].isdigit()) >= 2  # noqa: PLR2004


def _coverage(rows: Sequence[Row]) -> list[int]:
    """How many words of these rows lie over each point of the width."""
    steps = [0] * (_WIDEST + 1)
    for row in rows:
        for word in row.words:
            first, last = max(0, int(word.x0)), min(_WIDEST, int(word.x1 + 0.99))
            if first < last:
                steps[first] += 1
                steps[last] -= 1
    return list(accumulate(steps))[:_WIDEST]


def _edge(left: Column, right: Column, lines: Sequence[float], filled: list[int], rows: Sequence[Row]) -> float:
    low, high = left.x1 - 0.6 * (left.x1 - left.x0), right.x0 + 0.6 * (right.x1 - right.x0)
    between = [x for x in lines if left.x1 - 3 <= x <= right.x0 + 3]
    if between:
        return min(between, key=lambda x: abs(x - (left.x1 + right.x0) / 2))
    span = range(int(low), max(int(low) + 1, int(high) + 1))
    least = min(filled[min(x, _WIDEST - 1)] for x in span)
    runs: list[tuple[int, int]] = []
    for x in span:
        if filled[min(x, _WIDEST - 1)] <= least:
            if runs and runs[-1][1] == x:
                runs[-1] = (runs[-1][0], x + 1)
            else:
                runs.append((x, x + 1))
    gap = (left.x1 + right.x0) / 2

    def worth(run: tuple[int, int]) -> tuple[float, bool, float, float]:
        inside = min(run[1], right.x0 + 1) - max(run[0], left.x1 - 1)
        begins = abs(run[1] - right.x0) <= _BESIDE and _is_flush(rows, run[1])
        is_flush = len(runs) > 1 and (begins or (run == runs[-1] and _ends_flush(rows, run[0])))
        return (min(3.0, max(0.0, inside)), is_flush, run[1] - run[0], -abs((run[0] + run[1]) / 2 - gap))

    start, end = max(runs, key=worth)
    return (start + end) / 2


def _is_flush(rows: Sequence[Row], x: float) -> bool:
    """A word of most rows begins here: a column that is set flush left."""
    starts = sum(1 for row in rows if any(abs(word.x0 - x) <= _BESIDE for word in row.words))
    return len(rows) > 2 and starts >= _FLUSH * len(rows)  # noqa: PLR2004 - two may by chance


def _ends_flush(rows: Sequence[Row], x: float) -> bool:
    """The words of most rows end here, and not with the same sign in all: justified words fill their column."""
    last = [word.text for row in rows for word in row.words if abs(word.x1 - x) <= _BESIDE]
    return len(rows) > 2 and len(last) >= _FILLED * len(rows) and len({*last}) > 1  # noqa: PLR2004 - two may by chance
