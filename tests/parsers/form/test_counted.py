"""Quantities that stand in a row of their own below price and amount."""

import pytest

from parsers.form import counted, figures, tables
from parsers.form.item import Item
from parsers.numbers import Mark
from parsers.pages import text

HEADS = "Line   Part number   Description                    Quantity   UOM     Unit price   Amount"
FIRST = "1      RNG-114       Gold ring                                         9.80         117.60"
BELOW = "                     Shipment to the address        {}         Each"


@pytest.mark.parametrize(("printed", "told"), [("12", {"12", "Each"}), ("13", set()), ("  ", set())])
def test_the_row_below_says_how_many_where_that_leads_to_the_amount(printed: str, told: set[str]) -> None:
    sheets = text.pages("\n".join((HEADS, FIRST, BELOW.format(printed))).encode())
    section = tables.sections(sheets)[0]
    cells = figures.cells_of(section.rows[0], section)
    item = Item(1, section.grid.columns, cells, cells, section.rows[:1])

    found = counted.below(item, section, range(1, len(section.rows)), Mark.POINT)

    assert {word.text for at, words in found.cells.items() if at not in cells for word in words} == told
    assert len(found.rows) == (2 if told else 1)
