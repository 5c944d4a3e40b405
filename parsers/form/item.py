"""One item of a line table: the words of each column, and the figure that a column states."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from parsers import numbers
from parsers.form import figures
from parsers.form.columns import Column
from parsers.form.context import Above
from parsers.form.figures import Cells
from parsers.numbers import Figure, Mark
from parsers.page import Row, Word

SIZES = -1  # stands for all columns of sizes together


def _is_close(words: Sequence[Word]) -> bool:
    """Two figures side by side are one only with the space of a thousand between them."""
    return not any(
        after.top < before.middle and after.x0 - before.x1 > before.height
        for before, after in pairwise(words)
        if numbers.has_digit(before.text) and numbers.has_digit(after.text)
    )


def _is_one_under_another(words: Sequence[Word]) -> bool:
    """Each figure stands in a row of its own: digits that a narrow cell broke, not two figures side by side."""
    digits = [word for word in words if numbers.has_digit(word.text)]
    return all(after.top > before.middle for before, after in pairwise(digits))


@dataclass(frozen=True)
class Item:
    """One item as it stands: the words of each column (by column index), and the rows they were found in."""

    page: int
    columns: tuple[Column, ...]
    cells: Cells
    anchor: Cells
    rows: tuple[Row, ...] = field(default=())
    above: Above = field(default_factory=Above)
    roles: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # role -> columns of that role

    def of(self, role: str) -> tuple[int, ...]:
        """The columns of a role, from left to right."""
        return self.roles.get(role, ())

    def figure(self, at: int, mark: Mark) -> Figure | None:
        """The number in a column: in the row of figures, else in all rows, wrapped digits put together."""
        if (at, mark) not in self._figures:
            self._figures[at, mark] = self.sized(mark) if at == SIZES else self._figure(at, mark)
        return self._figures[at, mark]

    @cached_property
    def _figures(self) -> dict[tuple[int, Mark], Figure | None]:
        return {}

    def _figure(self, at: int, mark: Mark) -> Figure | None:
        for words, glue in ((self.anchor.get(at), " "), (self.cells.get(at), " "), (self.cells.get(at), "")):
            if not words:
                continue
            if len(words) == 1:
                found = figures.cell_figure(words[0][0], mark)
            elif _is_close(words) if glue else _is_one_under_another(words):
                found = figures.cell_figure(glue.join([word[0] for word in words]), mark)
            else:
                continue
            if found is not None:
                return found
        return None

    def sized(self, mark: Mark) -> Figure | None:
        """The sum of the quantities under sizes."""
        counted = [found.value for _, found in self.sizes(mark)]
        return Figure(sum(counted, Decimal(0)), "", "", "") if counted else None

    def sizes(self, mark: Mark) -> list[tuple[int, Figure]]:
        """The columns of sizes that hold a quantity."""
        found = ((at, self.figure(at, mark)) for at in self.of("size"))
        return [(at, figure) for at, figure in found if figure is not None]
