"""Size matrices: one line for each size, and what must not be taken for one."""

from decimal import Decimal

import pytest

from parsers.form import sizes
from tests.parsers.form import build

HEADS = ("Style", "Name", "Colour", "S", "M", "L", "XL", "Qty", "Price", "Total")
OAT = ("FW-210", "Cardigan", "Oat", "4", "8", "8", "4", "24", "32.00", "768.00")
MOSS = ("FW-210", "Cardigan", "Moss", "2", "", "6", "2", "10", "32.00", "320.00")
SUMS = (("Total", "1,088.00"),)


def test_each_size_of_a_row_is_a_line() -> None:
    reading = build.read(build.paper((OAT, MOSS), heads=HEADS, sums=SUMS))

    lines = build.only(reading).lines
    assert [(line.sku, line.variant, line.quantity) for line in lines] == [
        ("FW-210", "Oat S", Decimal(4)), ("FW-210", "Oat M", Decimal(8)), ("FW-210", "Oat L", Decimal(8)),
        ("FW-210", "Oat XL", Decimal(4)), ("FW-210", "Moss S", Decimal(2)), ("FW-210", "Moss L", Decimal(6)),
        ("FW-210", "Moss XL", Decimal(2)),
    ]  # fmt: skip
    assert {line.unit_price for line in lines} == {Decimal("32.00")}
    assert reading.touchless


def test_sizes_that_do_not_come_to_the_quantity_are_asked_about() -> None:
    broken = ("FW-210", "Cardigan", "Oat", "4", "8", "7", "4", "24", "32.00", "768.00")

    reading = build.read(build.paper((broken, MOSS), heads=HEADS, sums=SUMS))

    assert "lines.0.quantity" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_a_size_that_cannot_be_read_must_not_pass() -> None:
    smudged = ("FW-210", "Cardigan", "Oat", "4", "8", "8", "4?", "20", "32.00", "640.00")

    assert not build.read(build.paper((smudged,), heads=HEADS, sums=(("Total", "640.00"),))).touchless


def test_the_sizes_alone_say_how_many() -> None:
    heads = ("Style", "Name", "Colour", "36", "37", "38", "39", "Price", "Amount")
    row = ("SH-10", "Sandal", "Tan", "1", "2", "2", "1", "20.00", "120.00")

    reading = build.read(build.paper((row,), heads=heads, sums=(("Total", "120.00"),)))

    assert [(line.variant, line.quantity) for line in build.only(reading).lines] == [
        ("Tan 36", Decimal(1)), ("Tan 37", Decimal(2)), ("Tan 38", Decimal(2)), ("Tan 39", Decimal(1)),
    ]  # fmt: skip


STYLES = """PURCHASE ORDER
The Wicker Basket Ltd
PO number: 4500118
Order date: 14 March 2026
Currency: GBP

TR-7701 Jacket women
Color     XS     S     M     Units     Price     Total
Ember     3      6     6     15        40.00     600.00

TR-7720 Base layer
Color     XS     S     M     Units     Price     Total
White     1      2     2     5         12.00     60.00

                                       Total     660.00
"""


def test_a_style_above_its_colours_gives_each_line_its_code() -> None:
    reading = build.read(STYLES)

    lines = build.only(reading).lines
    assert [line.sku for line in lines] == ["TR-7701"] * 3 + ["TR-7720"] * 3
    assert [line.description for line in lines[::3]] == ["Jacket women", "Base layer"]
    assert reading.touchless


def test_words_above_a_table_of_products_are_no_code_of_theirs() -> None:
    text = build.paper(facts=("PO number: 4500118", "Order date: 14 March 2026", "Currency: GBP", "RNG-9999 Rings"))

    assert [line.sku for line in build.only(build.read(text)).lines] == ["RNG-114", "EAR-203"]


@pytest.mark.parametrize(
    ("headings", "scale"),
    [
        (("Style", "XS", "S", "M", "Qty"), range(1, 4)),
        (("Style", "36", "38", "40", "Qty"), range(1, 4)),
        (("Age", "3-4Y", "5-6Y", "Qty"), range(1, 3)),
        (("Code", "Qty", "Price"), range(0)),
        (("A", "38", "36", "40"), range(0)),
        (("12", "5"), range(0)),
        (("M", "Qty"), range(0)),
    ],
)
def test_a_scale_of_sizes_rises(headings: tuple[str, ...], scale: range) -> None:
    assert sizes.run(headings) == scale
