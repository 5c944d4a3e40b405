"""Doubts that a paper settles by itself, and those that it leaves."""

import pytest

from tests.parsers.form import build

ROWS = (("RNG-114", "Gold ring", "12", "$9.80", "$117.60"), ("EAR-203", "Gold hoops", "5", "$4.00", "$20.00"))
FACTS = ("PO number: 4500118", "Order date: 14 March 2026")


@pytest.mark.parametrize(
    ("address", "is_sure"),
    [
        (("Bill to: Sage Vale Inc", "         Portland, OR 97201"), True),
        (("Bill to: Sage Vale Inc", "         Halifax, NS B3H 4R2"), False),
        (("Bill to: Sage Vale Inc", "         Portland, OR 97201", "Ship to: Sage Vale Canada"), False),
        (("Supplier: Brightwell Rings", "          Portland, OR 97201"), False),
        ((), False),
    ],
)
def test_a_dollar_is_americas_where_the_buyer_is_and_no_other_dollar_is_near(
    address: tuple[str, ...], *, is_sure: bool
) -> None:
    reading = build.read(build.paper(ROWS, facts=(*FACTS, *address), sums=(("Total", "$137.60"),)))

    assert build.only(reading).currency == "USD"
    assert ("currency" not in build.fields_in_doubt(reading)) is is_sure


@pytest.mark.parametrize(("number", "is_sure"), [("PO617624", True), ("617624", False)])
def test_a_bare_number_that_calls_itself_a_po_is_the_orders(number: str, *, is_sure: bool) -> None:
    facts = (f"Number: {number}", "Order date: 14 March 2026", "Currency: GBP")

    reading = build.read(build.paper(facts=facts))

    assert build.only(reading).po_number == number
    assert ("po_number" not in build.fields_in_doubt(reading)) is is_sure


def test_words_under_a_code_are_no_piece_of_it() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("plain gold band", "", "", "", ""))

    reading = build.read(build.paper(rows, sums=(("Total", "117.60"),)))

    assert build.only(reading).lines[0].sku == "RNG-114"
    assert reading.touchless


def test_a_piece_under_a_code_is_doubted_or_joined() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("B7", "", "", "", ""))

    reading = build.read(build.paper(rows, sums=(("Total", "117.60"),)))

    assert not reading.touchless or build.only(reading).lines[0].sku == "RNG-114B7"


def test_a_nought_below_figures_that_agree_is_no_line() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.60"), ("", "", "", "", "0"))

    assert build.read(build.paper(rows, sums=(("Total", "117.60"),))).touchless


def test_noughts_below_two_figures_may_be_their_last_digits() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.00", "108"), ("", "", "0", "", "0"))

    assert not build.read(build.paper(rows, sums=(("Total", "108.00"),))).touchless


def test_a_nought_behind_decimals_changes_nothing() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9.80", "117.6"), ("", "", "", "0", "0"))

    assert build.read(build.paper(rows, sums=(("Total", "117.60"),))).touchless
