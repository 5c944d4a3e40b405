"""Which words beside figures are a currency."""

import pytest

from tests.parsers.form import build


@pytest.mark.parametrize(("code", "currency"), [("RMB 8874", "GBP"), ("TL.678", "GBP"), ("RNG-114", "GBP")])
def test_the_letters_of_a_code_are_no_currency(code: str, currency: str) -> None:
    order = build.only(build.read(build.paper(((code, "Gold ring", "12", "9.80", "117.60"),))))

    assert order.currency == currency


def test_lira_beside_sums_are_the_currency() -> None:
    rows = (("RNG-114", "Gold ring", "12", "9,80 TRY", "117,60 TRY"),)

    order = build.only(build.read(build.paper(rows, facts=("PO number: 4500118",), sums=(("Total", "117,60 TRY"),))))

    assert order.currency == "TRY"


def test_a_sign_of_letters_and_a_dollar_shows_how_figures_are_written() -> None:
    rows = (("RNG-114", "Gold ring", "1,738", "US$2.80", "US$4866.40"),)

    reading = build.read(build.paper(rows, sums=(("Total", "US$4866.40"),)))

    assert build.only(reading).lines[0].quantity == 1738
    assert "lines" not in build.fields_in_doubt(reading)
