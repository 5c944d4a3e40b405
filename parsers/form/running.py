"""Rows of a line table that say what the rows above them come to: by arithmetic, in whatever words."""

from decimal import Decimal
from typing import NamedTuple

from parsers import numbers
from parsers.form.grid import Grid
from parsers.numbers import Mark
from parsers.page import Row

_LEAST = 2  # rows with an amount that a sum is of


class Sums:
    """What the figures of a table have come to, from its first row and from its last sum, by number convention."""

    def __init__(self) -> None:
        self._all = {mark: _Sum() for mark in Mark}
        self._part = {mark: _Sum() for mark in Mark}

    def states(self, row: Row, grid: Grid) -> bool:
        """The row has no price, and adds up the rows above it; one that does not is added to them."""
        cells = _cells(row, grid)
        is_priced = any(map(numbers.has_digit, cells.get("unit_price", "")))
        found = False
        for mark in Mark:
            amount = numbers.value(cells.get("amount", ""), mark)
            if amount is None:
                continue
            counted = numbers.figure(cells.get("quantity", ""), mark)
            quantity = counted.value if counted else None
            if not is_priced and any(above.is_said(amount, quantity) for above in (self._all[mark], self._part[mark])):
                self._part[mark] = _Sum()
                found = True
            else:
                self._all[mark] = self._all[mark].with_row(amount, quantity)
                self._part[mark] = self._part[mark].with_row(amount, quantity)
        return found


class _Sum(NamedTuple):
    """So many rows, and what they come to."""

    rows: int = 0
    amount: Decimal = Decimal(0)
    quantity: Decimal = Decimal(0)

    def with_row(self, amount: Decimal, quantity: Decimal | None) -> "_Sum":
        """With one row more."""
        return _Sum(self.rows + 1, self.amount + amount, self.quantity + (quantity or 0))

    def is_said(self, amount: Decimal, quantity: Decimal | None) -> bool:
        """The amount is that of the rows, and the quantity, where one is stated, is theirs."""
        return self.rows >= _LEAST and self.amount == amount and quantity in {None, self.quantity}


def _cells(row: Row, grid: Grid) -> dict[str, str]:
    """What stands in the columns of figures, by what they mean."""
    found: dict[str, str] = {}
    for word in row.words:
        role = grid.columns[grid.place(word)].role
        if role in {"amount", "quantity", "unit_price"}:
            found[role] = f"{found[role]} {word.text}" if role in found else word.text
    return found
