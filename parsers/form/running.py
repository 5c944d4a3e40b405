"""Rows of a line table that say what the rows above them come to: by arithmetic, in whatever words."""

from collections.abc import Sequence
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
        self._all: dict[Mark, list[_Row]] = {mark: [] for mark in Mark}
        self._part: dict[Mark, list[_Row]] = {mark: [] for mark in Mark}

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
            here = _Row(amount, counted.value if counted else None)
            if not is_priced and any(_adds_up(here, above) for above in (self._all[mark], self._part[mark])):
                self._part[mark] = []
                found = True
            else:
                self._all[mark].append(here)
                self._part[mark].append(here)
        return found


class _Row(NamedTuple):
    amount: Decimal
    quantity: Decimal | None


def _adds_up(here: _Row, above: Sequence[_Row]) -> bool:
    """The amount is that of the rows above, and the quantity, where one is stated, is theirs."""
    if len(above) < _LEAST or sum(one.amount for one in above) != here.amount:
        return False
    return here.quantity is None or sum(one.quantity or Decimal(0) for one in above) == here.quantity


def _cells(row: Row, grid: Grid) -> dict[str, str]:
    """What stands in the columns of figures, by what they mean."""
    found: dict[str, str] = {}
    for word in row.words:
        role = grid.columns[grid.place(word)].role
        if role in {"amount", "quantity", "unit_price"}:
            found[role] = f"{found[role]} {word.text}" if role in found else word.text
    return found
