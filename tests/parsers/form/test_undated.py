"""The day of an order that no label names."""

import pytest

from desk.reading import Reading
from tests.parsers.form import build

PRICED = ("Currency: GBP",)


def read(*head: str) -> Reading:
    return build.read(build.paper(title="\n".join(head), facts=PRICED))


@pytest.mark.parametrize(
    "head",
    [
        ("PURCHASE ORDER No 4500118 of 14 March 2026",),
        ("BESTELLUNG Nr. 4500118 vom 14.03.2026",),
        ("PURCHASE ORDER", "PO number: 4500118", "14 March 2026"),
        ("PURCHASE ORDER", "14 March 2026", "PO number: 4500118"),
        ("York, 14 March 2026", "", "PURCHASE ORDER", "PO number: 4500118"),
        ("14 March 2026", "", "PO number: 4500118", "", "Dear Ben,", "", "PURCHASE ORDER"),
    ],
)
def test_the_place_of_a_day_says_that_it_is_the_orders(head: tuple[str, ...]) -> None:
    reading = read(*head)

    assert f"{build.only(reading).order_date}" == "2026-03-14"
    assert reading.touchless


@pytest.mark.parametrize(
    "head",
    [
        ("PURCHASE ORDER", "PO number: 4500118", "", "", "14 March 2026"),
        ("PURCHASE ORDER", "PO number: 4500118", "14 March 2026 10:47"),
        ("PURCHASE ORDER", "PO number: 4500118", "Rev 14 March 2026"),
        ("PURCHASE ORDER", "PO number: 4500118", "Deliver by: 14 March 2026"),
        ("York, 14 March 2026", "", "PURCHASE ORDER", "PO number: 4500118", "21 March 2026"),
        ("PURCHASE ORDER 4500118 revised 14 March 2026", "PO number: 4500118"),
        ("14 March 2026", "", "PURCHASE ORDER", "PO number: 4500118"),
    ],
)
def test_any_other_day_without_a_label_is_asked_about(head: tuple[str, ...]) -> None:
    assert "order_date" in build.fields_in_doubt(read(*head))


@pytest.mark.parametrize("date", ["Order date: the 14th inst. 2026", "Order date: see 47"])
def test_a_label_of_the_orders_day_that_no_date_is_read_at_lets_no_other_day_stand_for_it(date: str) -> None:
    reading = read("PURCHASE ORDER", "PO number: 4500118", "21 March 2026", date)

    assert "order_date" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_a_day_that_another_label_names_is_not_the_orders() -> None:
    reading = read("PURCHASE ORDER", "Order no.  4500118", "In-hands    21 March 2026", "Delivery date: 21 March 2026")

    assert "order_date" in build.fields_in_doubt(reading)


def test_the_days_of_the_lines_are_no_guess_for_the_orders() -> None:
    heads = ("Item code", "Description", "Delivery date", "Quantity", "Unit price", "Amount")
    rows = (("RNG-114", "Gold ring", "3 May 2026", "12", "9.80", "117.60"),)

    reading = build.read(
        build.paper(rows, facts=("PO number: 4500118", *PRICED), heads=heads, sums=(("Total", "117.60"),))
    )

    doubt = next(doubt for doubt in reading.doubts if doubt.field == "order_date")
    assert doubt.guesses == ()
    assert build.only(reading).order_date is None
