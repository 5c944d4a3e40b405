"""An order as a workbook: facts in cells anywhere, items under their headings, figures kept as figures."""

import random
from decimal import Decimal

from playground.orders import dice
from playground.orders.look import Look
from playground.orders.paper import Paper, Row
from playground.samples.workbook import Cell, area, book

Grid = list[list[Cell]]


def write(paper: Paper, look: Look, chance: random.Random) -> bytes:
    """The bytes of the workbook."""
    shift = chance.choice((0, 0, 1, 2))
    # A figure without its sign must not leave the paper without a currency.
    raw = dice.happens(chance, 0.75) and (look.signed == "none" or look.currency_in in {"fact", "heading", "total"})
    rows: Grid = [[None]] * chance.choice((0, 0, 1, 3))
    rows.append([paper.title])
    rows.extend([line] for line in paper.letterhead)
    rows.append([])
    rows += _facts(paper, look, chance)
    rows += _blocks(paper, chance)
    rows += [[], [column.heading for column in paper.columns]]
    rows += [_row(row, raw=raw) for row in paper.rows]
    rows += _sums(paper, chance, raw=raw)
    rows.append([])
    rows.extend([note] for note in paper.notes)
    shifted = [[*[None] * shift, *row] for row in rows]
    sheets: dict[str, Grid] = {"Sheet1": shifted}
    if paper.terms:
        sheets["Terms"] = [[clause] for clause in paper.terms]
    return book(sheets, merged=_merged(shifted, len(paper.columns), shift, chance))


def _merged(rows: Grid, wide: int, shift: int, chance: random.Random) -> list[str]:
    """Titles, comments and notes over several columns, as people make them look well."""
    alone = [at for at, row in enumerate(rows, start=1) if sum(cell is not None for cell in row) == 1]
    if wide < 3 or not dice.happens(chance, 0.4):  # noqa: PLR2004 - too narrow to join anything
        return []
    return [area(at, shift, shift + wide - 1) for at in alone if len(rows[at - 1]) == shift + 1]


def _facts(paper: Paper, look: Look, chance: random.Random) -> Grid:
    """Label and value in two cells, in one, over each other, or two pairs to a row."""
    mark = look.mark
    match chance.choice(("two", "two", "one", "over", "pairs")):
        case "one":
            return [[f"{label}{mark or ':'} {value}"] for label, value in paper.facts]
        case "over":
            return [[label for label, _ in paper.facts], [value for _, value in paper.facts]]
        case "pairs":
            flat = [[label + mark, value] for label, value in paper.facts]
            return [[cell for pair in flat[at : at + 2] for cell in (*pair, None)] for at in range(0, len(flat), 2)]
        case _:
            gap: list[Cell] = [None] * chance.choice((0, 0, 1))
            return [[label + mark, *gap, value] for label, value in paper.facts]


def _blocks(paper: Paper, chance: random.Random) -> Grid:
    """Parties side by side, or below each other."""
    if dice.happens(chance, 0.5):
        return [[cell] for block in paper.blocks for cell in (None, block.label, *block.lines)]
    deep = max((len(block.lines) for block in paper.blocks), default=0)
    columns = [[block.label, *block.lines, *[None] * (deep - len(block.lines))] for block in paper.blocks]
    rows: Grid = [[]]
    for cells in zip(*columns, strict=True):
        rows.append([part for cell in cells for part in (cell, None, None)])
    return rows


def _row(row: Row, *, raw: bool) -> list[Cell]:
    if not row.raw or not raw:
        return [cell or None for cell in row.cells]
    return [figure if figure is not None else cell or None for cell, figure in zip(row.cells, row.raw, strict=True)]


def _sums(paper: Paper, chance: random.Random, *, raw: bool) -> Grid:
    """Below the amounts, or in the first two columns."""
    at = next((place for place, column in enumerate(paper.columns) if column.key == "amount"), len(paper.columns) - 1)
    before: list[Cell] = [None] * (max(0, at - 1) if dice.happens(chance, 0.75) else 0)
    figures: tuple[Decimal | str, ...] = (
        paper.raw_sums if raw and paper.raw_sums else tuple(value for _, value in paper.sums)
    )
    return [[*before, label, figure] for (label, _), figure in zip(paper.sums, figures, strict=True)]
