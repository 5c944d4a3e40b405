"""Orders whose items stand in a list, without a table."""

from decimal import Decimal

import pytest

from desk.reading import Kind
from tests.parsers.form import build

HEAD = "PURCHASE ORDER\n\nThe Wicker Basket Ltd\n12 High Street\n\nPO number: 4500118\nOrder date: 14 March 2026\n"
TWO = [("RNG-114", Decimal(12), Decimal("9.80")), ("EAR-203", Decimal(5), Decimal("4.00"))]


def paper(*lines: str, total: str = "GBP 137.60") -> str:
    return "\n".join([HEAD, *lines, "", f"Total: {total}", "Kind regards", "Ana"])


@pytest.mark.parametrize(
    "lines",
    [
        ("12 x RNG-114 @ 9.80", "5 x EAR-203 @ 4.00"),
        ("- 12 x RNG-114 Gold ring @ 9.80", "- 5 x EAR-203 Gold hoops @ 4.00"),
        ("RNG-114 x 12 @ 9.80", "EAR-203 x 5 @ 4.00"),
        ("RNG-114 - Ring M8 x 40 - 12 pcs - 9.80", "EAR-203 - Gold hoops, large - 5 pcs - 4.00"),
        ("* 12 pcs RNG-114 Ring M8 x 40, 9.80", "* 5 Kutu EAR-203 Gold hoops, 4.00"),
        ("12 x RNG-114 Gold ring, thin @ £9.80 each = £117.60", "5 x EAR-203 Gold hoops @ £4.00 each = £20.00"),
        ("- 12 x RNG-114 Gold ring, brushed and", "packed singly @ 9.80", "- 5 x EAR-203 Gold hoops @ 4.00"),
    ],
    ids=["bare", "bullets", "code first", "dashes", "units", "amounts", "wrapped"],
)
def test_the_items_of_a_list_that_leads_to_its_total_are_sure(lines: tuple[str, ...]) -> None:
    reading = build.read(paper(*lines))

    assert [(one.sku, one.quantity, one.unit_price) for one in build.only(reading).lines] == TWO
    assert reading.touchless


def test_the_total_says_which_of_two_figures_is_the_code() -> None:
    reading = build.read(paper("516731 x 2,072 @ 1.00", "516999 x 8 @ 2.00", total="GBP 2,088.00"))

    assert [(one.sku, one.quantity) for one in build.only(reading).lines] == [
        ("516731", Decimal(2072)), ("516999", Decimal(8)),
    ]  # fmt: skip


def test_a_list_that_does_not_lead_to_its_total_is_a_question() -> None:
    reading = build.read(paper("12 x RNG-114 @ 9.80", "5 x EAR-203 @ 4.00", total="GBP 157.60"))

    assert len(build.only(reading).lines) == 2
    assert "total" in build.fields_in_doubt(reading)


def test_a_price_before_the_count_is_no_count() -> None:
    reading = build.read(paper("RNG-114 - Gold ring - 9.80 EUR - 12", "EAR-203 - Gold hoops - 4.00 EUR - 5"))

    assert not reading.touchless


def test_words_that_are_no_code_are_what_is_ordered() -> None:
    reading = build.read(paper("12 x Gold ring @ 9.80", "5 x Gold hoops @ 4.00"))

    assert [(one.sku, one.description) for one in build.only(reading).lines] == [
        (None, "Gold ring"), (None, "Gold hoops"),
    ]  # fmt: skip


def test_codes_unlike_one_another_before_words_are_a_question() -> None:
    reading = build.read(paper("12 x RNG-114 Gold ring @ 9.80", "5 x 6204 Gold hoops @ 4.00"))

    assert "lines.0.sku" in build.fields_in_doubt(reading)


def test_a_letter_that_says_nowhere_that_it_orders_is_read_as_words() -> None:
    reading = build.read("Hi Ben,\n\n12 x RNG-114 @ 9.80\n5 x EAR-203 @ 4.00\n\nThanks, Ana")

    assert reading.kind in {Kind.PURCHASE_ORDER, Kind.INQUIRY, Kind.OTHER}
    assert not reading.touchless


def test_a_postcode_in_the_head_does_not_make_a_proven_list_mere_words() -> None:
    lines = ("Larkspur Flats, TX 39583", "", "- 12 x RNG-114 @ US$9.80", "- 5 x EAR-203 @ US$4.00")

    reading = build.read(paper(*lines, total="US$137.60"))

    assert [(one.sku, one.quantity, one.unit_price) for one in build.only(reading).lines] == TWO
