"""An order form lists what may be ordered; only rows with a quantity order something."""

import pytest

from tests.parsers.form import build

ORDERED = ("EAR-203", "Gold hoops", "5", "4.00", "20.00")
LAST = ("NCK-301", "Locket", "2", "30.00", "60.00")


@pytest.mark.parametrize("nothing", [("", ""), ("-", "-"), ("0", "0.00"), ("0", "")])
def test_rows_without_a_quantity_order_nothing(nothing: tuple[str, str]) -> None:
    quantity, amount = nothing
    idle = [("RNG-114", "Gold ring", quantity, "9.80", amount), ("RNG-120", "Pearl studs", quantity, "7.60", amount)]

    reading = build.read(build.paper((idle[0], ORDERED, idle[1], LAST), sums=(("Total", "80.00"),)))

    assert [line.sku for line in build.only(reading).lines] == ["EAR-203", "NCK-301"]
    assert "lines" not in build.fields_in_doubt(reading)


def test_where_the_total_says_that_more_is_ordered_the_row_is_asked_about() -> None:
    idle = ("RNG-114", "Gold ring", "", "9.80", "")

    reading = build.read(build.paper((ORDERED, idle, LAST), sums=(("Total", "99.60"),)))

    assert "lines" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_a_form_that_nobody_filled_in_drops_no_row() -> None:
    rows = [(code, words, "", "9.80", "") for code, words in (("RNG-114", "Gold ring"), ("EAR-203", "Gold hoops"))]

    reading = build.read(build.paper(rows, sums=()))

    assert not reading.touchless
