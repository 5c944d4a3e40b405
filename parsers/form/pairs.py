"""Items of two rows under a head of two storeys."""

from collections.abc import Sequence
from dataclasses import replace

from parsers.form import figures, spans
from parsers.form.columns import Column
from parsers.form.figures import Cells
from parsers.form.grid import Grid
from parsers.form.item import Item
from parsers.form.tables import Section
from parsers.numbers import Mark
from parsers.page import Row, Word

_APART = 2.2  # line heights: the rows of an item stand closer


def items(section: Section, lower: Grid, mark: Mark) -> list[Item]:
    """The items of a section whose head has two storeys."""
    columns, index = _columns(section.grid, lower)
    upper_cells = [figures.cells_of(row, section) for row in section.rows]
    lower_cells = [_placed(row, lower, index) for row in section.rows]
    is_low = any(column.role == "quantity" for column in columns[len(section.grid.columns) :])
    anchors = [
        at
        for at in range(len(section.rows))
        if figures.strength((lower_cells if is_low else upper_cells)[at], columns, mark) >= 2  # noqa: PLR2004
        and not figures.repeats_head(upper_cells[at], section.grid.columns)
    ]
    starts = [max(0, at - 1) if is_low else at for at in anchors]
    found: list[Item] = []
    for nth, start in enumerate(starts):
        end = starts[nth + 1] if nth + 1 < len(starts) else len(section.rows)
        last = anchors[nth] if is_low else min(start + 1, end - 1)
        rows = spans.close(section, range(start, end), last)
        rows = [at for at in rows if at < spans.before_sums(section, rows, last)]
        anchor = upper_cells[start]
        if last != start and _is_near(section, start, last):
            anchor = _joined(upper_cells[start], lower_cells[last], columns, mark)
        rest = [_words(section, at, columns) for at in rows if at > last]
        item_rows = tuple(section.rows[at] for at in rows)
        found.append(Item(section.sheet.number, columns, spans.merged([anchor, *rest]), anchor, item_rows))
    return found


def _joined(upper: Cells, lower: Cells, columns: Sequence[Column], mark: Mark) -> Cells:
    """Both rows of an item; under a heading that reaches down the figure stands in one of them."""
    whole = dict(upper)
    for at, words in lower.items():
        both = (upper.get(at, ()), words)
        figured = [cell for cell in both if cell and _is_figure(cell, mark)]
        is_key = columns[at].role in {"quantity", "unit_price", "amount", "unit"}
        whole[at] = figured[0] if is_key and figured else both[0] + both[1]
    return whole


def _is_figure(words: Sequence[Word], mark: Mark) -> bool:
    return figures.cell_figure(" ".join(word.text for word in words), mark) is not None


def _columns(upper: Grid, lower: Grid) -> tuple[tuple[Column, ...], dict[int, int]]:
    """All columns of both storeys, and where each of the lower storey stands among them."""
    columns = list(upper.columns)
    index: dict[int, int] = {}
    for at, column in enumerate(lower.columns):
        same = next((i for i, other in enumerate(upper.columns) if other.words == column.words), None)
        if same is None:
            same = len(columns)
            columns.append(replace(column, is_ruled=False))
        index[at] = same
    return tuple(columns), index


def _placed(row: Row, lower: Grid, index: dict[int, int]) -> Cells:
    cells: Cells = {}
    for word in row.words:
        at = index[lower.place(word)]
        cells[at] = (*cells.get(at, ()), word)
    return cells


def _is_near(section: Section, first: int, last: int) -> bool:
    rows = section.rows
    return rows[last].middle - rows[first].middle < _APART * max(rows[first].height, rows[last].height)


def _words(section: Section, at: int, columns: Sequence[Column]) -> Cells:
    """A further row of an item: words go on with the description, unless they begin with a label."""
    row = section.rows[at]
    is_label = any(word.text.endswith(":") for word in row.words[:4])
    wordy = [i for i, column in enumerate(columns) if column.role == "description"]
    place = max(wordy, key=lambda i: columns[i].x1 - columns[i].x0, default=None)
    if place is None or is_label or not any(c.isalpha() for c in row.words[0].text):
        return figures.cells_of(row, section) if not is_label else {}
    return {place: row.words}
