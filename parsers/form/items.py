"""The items of a line table: what stands in which column of each."""

from collections.abc import Sequence
from dataclasses import replace

from parsers.form import context, counted, figures, pairs, spans, unordered
from parsers.form.figures import Cells
from parsers.form.item import Item
from parsers.form.tables import Section
from parsers.numbers import Mark

_PROSE = 10  # words in one stretch


def items(found: Sequence[Section], mark: Mark) -> list[Item]:
    """Every item of the sections, in reading order."""
    least, is_whole = figures.least(found, mark)
    above = context.of(found)
    return [
        replace(item, above=above[at]) if any(above.get(at, ())) else item
        for at, section in enumerate(found)
        for item in (
            pairs.items(section, section.lower, mark)
            if section.lower
            else _items(section, mark, least, is_whole=is_whole)
        )
    ]


def _items(section: Section, mark: Mark, least: int, *, is_whole: bool) -> list[Item]:
    cols = section.grid.columns
    cells = [figures.cells_of(row, section) for row in section.rows]
    idle = set(unordered.places(section, cells, mark))
    if idle:
        section = replace(section, rows=tuple(row for at, row in enumerate(section.rows) if at not in idle))
        cells = [row for at, row in enumerate(cells) if at not in idle]

    def has_figures(row: Cells) -> bool:
        return (
            figures.is_anchor(row, cols, mark, least, is_whole=is_whole)
            and (not is_whole or figures.has_quantity(row, cols, mark))
            and not figures.repeats_head(row, cols)
        )

    anchors = [at for at, row in enumerate(cells) if has_figures(row) and not _is_prose(section, at)]
    groups = spans.banded(section, cells, anchors, mark, has_figures)
    if groups is None:
        groups = spans.grouped(section, cells, anchors)
    if not groups:
        return []
    ends = [*(group.start for group, _ in groups[1:]), len(section.rows)]
    return [
        counted.below(_item(section, cells, group, anchor), section, range(group.stop, end), mark)
        for (group, anchor), end in zip(groups, ends, strict=True)
    ]


def _is_prose(section: Section, at: int) -> bool:
    """Many words and no white space among them, as cells have: a condition below the table may name figures."""
    row = section.rows[at]
    return len(row.words) >= _PROSE and len(section.sheet.phrases(row)) == 1


def _item(section: Section, cells: Sequence[Cells], group: range, anchor: int) -> Item:
    cols = section.grid.columns
    wordy = {at for at, column in enumerate(cols) if column.role in {"description", None, "sku", "variant"}}
    rows = [cells[at] if at == anchor else _spread(section, at, cells[at], wordy) for at in group]
    whole = spans.merged(rows)
    return Item(section.sheet.number, cols, whole, cells[anchor], tuple(section.rows[at] for at in group))


def _spread(section: Section, at: int, cells: Cells, wordy: set[int]) -> Cells:
    """In a row of words a phrase belongs whole to the column where it begins."""
    spread: Cells = {}
    for phrase in section.sheet.phrases(section.rows[at]):
        column = section.grid.place(phrase.words[0])
        if column in wordy and len(phrase.words) > 1:
            spread[column] = spread.get(column, ()) + phrase.words
        else:
            for word in phrase.words:
                here = section.grid.place(word)
                spread[here] = (*spread.get(here, ()), word)
    return spread or cells
