from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import numbers
from parsers.numbers import Mark

MONEY = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


def by_threes(whole: str, sign: str) -> str:
    return f"{int(whole):,}".replace(",", sign)


def by_lakhs(whole: str) -> str:
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, at - 2) : at] for at in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])


@given(
    MONEY,
    st.sampled_from([(",", Mark.POINT), ("'", Mark.POINT), (" ", Mark.POINT), (".", Mark.COMMA), (" ", Mark.COMMA)]),
)
def test_a_figure_is_read_back_in_every_convention(amount: Decimal, how: tuple[str, Mark]) -> None:
    grouping, mark = how
    whole, cents = f"{amount:.2f}".split(".")

    printed = by_threes(whole, grouping) + mark.value + cents

    assert numbers.value(printed, mark) == amount


@given(MONEY)
def test_lakhs_are_read_back(amount: Decimal) -> None:
    whole, cents = f"{amount:.2f}".split(".")

    assert numbers.value(f"{by_lakhs(whole)}.{cents}", Mark.POINT) == amount


@given(MONEY)
def test_western_and_arabic_digits_say_the_same(amount: Decimal) -> None:
    plain = f"{amount:.2f}"

    arabic = plain.translate({ord(str(digit)): "٠١٢٣٤٥٦٧٨٩"[digit] for digit in range(10)})

    assert numbers.value(arabic, Mark.POINT) == amount


@given(MONEY.filter(bool), st.sampled_from(["{}-", "-{}", "({})", "(-){}", "- {}"]))
def test_a_minus_may_stand_anywhere(amount: Decimal, dress: str) -> None:
    assert numbers.value(dress.format(f"{amount:.2f}"), Mark.POINT) == -amount


@pytest.mark.parametrize(
    ("text", "mark", "wanted"),
    [
        ("1,250/-", Mark.POINT, "1250"),
        ("Rs. 98,057.00", Mark.POINT, "98057"),
        ("€ 12,50", Mark.COMMA, "12.5"),
        ("2,39,308.80", Mark.POINT, "239308.8"),
        ("1'234.56", Mark.POINT, "1234.56"),
        (".50", Mark.POINT, "0.5"),
    ],
)
def test_money_is_read_as_it_is_dressed(text: str, mark: Mark, wanted: str) -> None:
    assert numbers.value(text, mark) == Decimal(wanted)


@pytest.mark.parametrize(
    "text", ["1.2.3", "12/3", "1,23,4", "12,34", "0,075", "63mm", "A4", "", "1 23", "--", "1.234.56"]
)
def test_what_is_no_figure_of_the_convention_is_refused(text: str) -> None:
    assert numbers.value(text, Mark.POINT) is None


def test_a_comma_that_starts_decimals_is_no_thousands() -> None:
    assert numbers.value("0.075", Mark.COMMA) is None
    assert numbers.value("0.075", Mark.POINT) == Decimal("0.075")


@pytest.mark.parametrize(
    ("cell", "value", "beside"),
    [
        ("500 EA", "500", "EA"),
        ("NR 30", "30", "NR"),
        ("4.61/Ea", "4.61", "Ea"),
        ("1.55 USD", "1.55", ""),
        ("10 Num", "10", "Num"),
    ],
)
def test_a_cell_gives_its_number_and_its_unit(cell: str, value: str, beside: str) -> None:
    found = numbers.figure(cell, Mark.POINT)

    assert found is not None
    assert (found.value, found.before + found.after) == (Decimal(value), beside)


@pytest.mark.parametrize("cell", ["1 10", "12 mm 4", "2/7-2022", "ABC"])
def test_a_cell_with_two_numbers_or_none_gives_none(cell: str) -> None:
    assert numbers.figure(cell, Mark.POINT) is None


def test_only_figures_that_one_convention_allows_vote() -> None:
    counted = numbers.votes(["1.234,56", "2,50", "1.250", "12", "no figure", "A.B"])

    assert counted == {Mark.POINT: 0, Mark.COMMA: 2}


def test_an_open_figure_is_two_numbers() -> None:
    assert numbers.is_open("1.250")
    assert not numbers.is_open("1.25")
    assert not numbers.is_open("1250")


def test_a_number_is_written_without_exponent() -> None:
    assert numbers.plain(Decimal("1E+3")) == "1000"
    assert numbers.plain(Decimal("0.0750")) == "0.075"
    assert numbers.plain(Decimal("0.00")) == "0"
