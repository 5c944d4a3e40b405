"""Rows of an order form that order nothing: a product and its price, and the place of its quantity left empty."""

from collections.abc import Iterator, Sequence

from parsers import numbers
from parsers.form import figures
from parsers.form.columns import Column
from parsers.form.figures import Cells
from parsers.form.tables import Section
from parsers.numbers import Mark
from parsers.page import Row, Word

_PRICES = frozenset({"unit_price", "list_price"})
_NOTHING = frozenset({"-", "–", "—", "x", "nil", "none"})


def rows(found: Sequence[Section], mark: Mark) -> Iterator[Row]:
    """The rows of all tables that order nothing, each in a table where others order something."""
    for section in found:
        for at in places(section, [figures.cells_of(row, section) for row in section.rows], mark):
            yield section.rows[at]


def places(section: Section, cells: Sequence[Cells], mark: Mark) -> list[int]:
    """Which rows of a table order nothing; none where no row of the same make orders something."""
    cols = section.grid.columns
    if section.lower or not {"sku", "quantity"} <= {column.role for column in cols}:
        return []
    offered = [at for at, row in enumerate(cells) if _is_offered(row, cols, mark)]
    idle = [at for at in offered if _counts_nothing(cells[at], cols, mark)]
    return idle if len(idle) < len(offered) else []


def _is_offered(cells: Cells, cols: Sequence[Column], mark: Mark) -> bool:
    """A code and a price stand in their columns."""
    by_role = {cols[at].role: words for at, words in cells.items()}
    price = next((by_role[role] for role in _PRICES if role in by_role), ())
    return _is_coded(by_role.get("sku", ())) and figures.cell_figure(_text(price), mark) is not None


def _is_coded(words: Sequence[Word]) -> bool:
    return len(words) == 1 and numbers.has_digit(words[0].text) and not words[0].text.rstrip(".").isdigit()


def _counts_nothing(cells: Cells, cols: Sequence[Column], mark: Mark) -> bool:
    """Where quantities and amounts stand, there is nothing, a dash or a nought."""
    return all(
        _text(words).casefold() in _NOTHING or numbers.value(_text(words), mark) == 0
        for at, words in cells.items()
        if cols[at].role in {"quantity", "size", "amount"}
    )


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
