"""Items whose quantity stands in a row of its own below them: one shipment each, with price and amount above it."""

from collections.abc import Sequence
from dataclasses import replace

from parsers.form import figures, proof
from parsers.form.columns import Column
from parsers.form.figures import Cells
from parsers.form.item import Item
from parsers.form.proof import Proof
from parsers.form.tables import Section
from parsers.numbers import Mark

_FAR = 2  # rows below an item


def below(item: Item, section: Section, rows: range, mark: Mark) -> Item:
    """The item with the quantity and the unit of the first row below it whose quantity x price is its amount."""
    price, amount = (_column(section.grid.columns, role) for role in ("unit_price", "amount"))
    quantity, unit = (_column(section.grid.columns, role) for role in ("quantity", "unit"))
    if None in (price, amount, quantity) or item.cells.get(quantity or 0):
        return item
    cost, whole = item.figure(price or 0, mark), item.figure(amount or 0, mark)
    for at in rows[:_FAR]:
        cells = figures.cells_of(section.rows[at], section)
        count = figures.cell_figure(_text(cells, quantity), mark)
        if cost and whole and count and proof.line(count.value, cost.value, whole.value) is Proof.EXACT:
            told = {column: words for column in (quantity, unit) if column is not None and (words := cells.get(column))}
            more = tuple(section.rows[row] for row in rows[: _FAR + at - rows.start])
            return replace(item, cells={**item.cells, **told}, anchor={**item.anchor, **told}, rows=(*item.rows, *more))
    return item


def _column(columns: Sequence[Column], role: str) -> int | None:
    """The one column of a role."""
    found = [at for at, column in enumerate(columns) if column.role == role]
    return found[0] if len(found) == 1 else None


def _text(cells: Cells, at: int | None) -> str:
    return " ".join(word.text for word in cells.get(at if at is not None else -1, ()))
