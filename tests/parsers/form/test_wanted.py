"""The days on which goods are wanted."""

from datetime import date

import pytest

from tests.parsers.form import build

SCHEDULED = """
Item      Description               Qty   Price   Amount
RNG-114   Gold ring                  12    9.80   117.60
EAR-203   Gold hoops                  5    4.00    20.00
          Delivery 15 April 2027: 5

Total 137.60
"""


@pytest.mark.parametrize(
    ("fact", "wanted"), [("Required by: 1 April 2027", date(2027, 4, 1)), ("Terms: Net 30", date(2027, 4, 15))]
)
def test_the_day_of_the_whole_order_comes_before_the_days_of_its_lines(fact: str, wanted: date) -> None:
    head = "PURCHASE ORDER\n\nMelrose & Finch Ltd\n\nPO number: 4711\nOrder date: 12 March 2027"

    assert build.only(build.read(f"{head}\n{fact}\n{SCHEDULED}")).requested_date == wanted


@pytest.mark.parametrize(
    ("said", "guesses"),
    [
        ("Liefertermin: KW 32", ("2026-08-03", "2026-08-07")),
        ("Delivery date: week 32/2027", ("2027-08-09", "2027-08-13")),
        ("Delivery date: week 5", ("2027-02-01", "2027-02-05")),
    ],
)
def test_a_week_is_asked_about_with_its_first_and_its_last_day(said: str, guesses: tuple[str, ...]) -> None:
    facts = ("PO number: 4500118", "Order date: 14 March 2026", said, "Currency: GBP")

    reading = build.read(build.paper(facts=facts))

    doubt = next(doubt for doubt in reading.doubts if doubt.field == "requested_date")
    assert doubt.guesses == guesses
    assert build.only(reading).requested_date is None


@pytest.mark.parametrize(
    "said", ["Delivery date: 6 weeks after receipt of order", "Delivery: week commencing 6 April 2026"]
)
def test_a_term_and_a_day_are_no_week(said: str) -> None:
    facts = ("PO number: 4500118", "Order date: 14 March 2026", said, "Currency: GBP")

    assert "requested_date" not in build.fields_in_doubt(build.read(build.paper(facts=facts)))
