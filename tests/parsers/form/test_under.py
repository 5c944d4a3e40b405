"""What stands under an item: what explains itself, and what may be a line that was missed."""

from datetime import date
from decimal import Decimal

import pytest

from tests.parsers.form import build

HEADS = ("Item code", "Description", "Quantity", "Unit price", "Amount")
ITEM = ("RNG-114", "Gold ring", "540", "5.75", "3,105.00")
SUMS = (("Total", "3,105.00"),)


def test_a_schedule_that_adds_up_says_when() -> None:
    under = (("", "1   10/01/2027", "300", "", ""), ("", "2   25/01/2027", "240", "", ""))

    reading = build.read(build.paper((ITEM, *under), heads=HEADS, sums=SUMS))

    order = build.only(reading)
    assert [(one.quantity, one.requested_date) for one in order.lines] == [(Decimal(540), date(2027, 1, 10))]
    assert reading.touchless


def test_a_schedule_that_does_not_add_up_is_asked_about() -> None:
    under = (("", "1   10/01/2027", "300", "", ""), ("", "2   25/01/2027", "250", "", ""))

    reading = build.read(build.paper((ITEM, *under), heads=HEADS, sums=SUMS))

    assert not reading.touchless


def test_a_tax_under_an_item_is_told_by_its_name() -> None:
    reading = build.read(build.paper((ITEM, ("", "CGST 9% SGST 9%", "", "", "558.90")), heads=HEADS, sums=SUMS))

    assert [one.quantity for one in build.only(reading).lines] == [540]
    assert "lines.0.quantity" not in build.fields_in_doubt(reading)


@pytest.mark.parametrize("row", [("", "and", "12", "", ""), ("", "", "", "", "99.00"), ("", "in red", "7", "", "")])
def test_a_figure_under_an_item_that_nothing_explains_must_not_pass(row: tuple[str, ...]) -> None:
    assert not build.read(build.paper((ITEM, row), heads=HEADS, sums=SUMS)).touchless


def test_the_sum_of_the_lines_needs_no_label() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("EAR-203", "Hoops", "5", "4.00", "20.00"))

    reading = build.read(build.paper((*rows, ("", "", "", "", "137.60")), heads=HEADS))

    assert [one.quantity for one in build.only(reading).lines] == [12, 5]
    assert reading.touchless


def test_lines_without_amounts_are_proven_by_the_total_they_come_to() -> None:
    heads = ("Item code", "Description", "Quantity", "Unit price")
    rows = (("RNG-114", "Gold ring", "12", "9.80"), ("EAR-203", "Hoops", "5", "4.00"))

    assert build.read(build.paper(rows, heads=heads)).touchless
    assert not build.read(build.paper(rows, heads=heads, sums=(("Total", "137.70"),))).touchless
    assert not build.read(build.paper(rows[:1], heads=heads)).touchless
