"""Money is exact, in the places of its currency, and never mixed."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import errors, money
from tests import build

PLACES = {"GBP": 2, "EUR": 2, "USD": 2, "JPY": 0, "KRW": 0, "KWD": 3, "BHD": 3}

coins = st.sampled_from(sorted(PLACES))
minors = st.integers(-(10**12), 10**12)
pounds = st.builds(money.Money, minors, st.just("GBP"))
amounts = st.decimals(-(10**9), 10**9, places=6)


@pytest.mark.parametrize(("coin", "places"), PLACES.items())
def test_a_currency_has_its_own_places(coin: str, places: int) -> None:
    assert money.places(coin) == places


@pytest.mark.parametrize(
    ("coin", "minor", "amount", "said"),
    [
        ("GBP", 123456, "1234.56", "GBP 1,234.56"),
        ("JPY", 123456, "123456", "JPY 123,456"),
        ("KWD", 123456, "123.456", "KWD 123.456"),
        ("GBP", -5, "-0.05", "GBP -0.05"),
    ],
)
def test_a_sum_shows_every_place_of_its_currency(coin: str, minor: int, amount: str, said: str) -> None:
    whole = money.Money(minor, coin)
    assert str(whole.amount) == amount
    assert str(whole) == said


@pytest.mark.parametrize("coin", ["", "gbp", "GB", "POUNDS", "ZZZ", "XAU"])
def test_what_is_no_currency_to_sell_in_makes_no_money(coin: str) -> None:
    with pytest.raises(errors.MoneyError, match="ISO 4217"):
        money.Money(1, coin)


@pytest.mark.parametrize(
    ("amount", "coin", "minor"),
    [
        ("0.005", "GBP", 1),
        ("-0.005", "GBP", -1),
        ("0.0049", "GBP", 0),
        ("1.5", "JPY", 2),
        ("0.0005", "KWD", 1),
        ("2.675", "GBP", 268),
    ],
)
def test_halves_go_away_from_zero(amount: str, coin: str, minor: int) -> None:
    assert money.rounded(Decimal(amount), coin) == money.Money(minor, coin)


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "1e40"])
def test_what_is_no_sum_is_refused_in_a_sentence(amount: str) -> None:
    with pytest.raises(errors.MoneyError, match="is no sum of money"):
        money.rounded(Decimal(amount), "GBP")


def test_a_line_too_large_to_count_is_refused_in_a_sentence() -> None:
    with pytest.raises(errors.MoneyError, match="is no sum of money"):
        money.extended(Decimal("1e25"), Decimal("1e9"), Decimal(1), "GBP")


@pytest.mark.parametrize(("amount", "coin"), [("1.005", "GBP"), ("0.5", "JPY"), ("0.0001", "KWD")])
def test_a_sum_finer_than_its_currency_is_refused_not_rounded(amount: str, coin: str) -> None:
    with pytest.raises(errors.MoneyError, match="finer"):
        money.exact(Decimal(amount), coin)


@pytest.mark.parametrize(
    ("quantity", "price", "per", "coin", "amount"),
    [
        ("10", "4.50", "1", "GBP", "45.00"),
        ("250", "1.99", "100", "GBP", "4.98"),  # 4.975
        ("3", "0.0333", "1", "GBP", "0.10"),
        ("2.5", "7", "1", "JPY", "18"),  # 17.5
        ("12000", "3.255", "1000", "KWD", "39.060"),
    ],
)
def test_a_line_costs_quantity_times_price_for_so_many(
    quantity: str, price: str, per: str, coin: str, amount: str
) -> None:
    costs = money.extended(Decimal(quantity), Decimal(price), Decimal(per), coin)
    assert str(costs.amount) == amount


def test_two_currencies_are_never_added_taken_away_or_compared() -> None:
    pound, euro = money.Money(100, "GBP"), money.Money(100, "EUR")
    for mix in (
        lambda: pound + euro,
        lambda: pound - euro,
        lambda: pound < euro,
        lambda: pound <= euro,
        lambda: pound > euro,
        lambda: pound >= euro,
        lambda: money.total([pound, euro], "GBP"),
        lambda: money.total([pound], "EUR"),
    ):
        with pytest.raises(errors.MoneyError, match="cannot be added or compared"):
            mix()
    assert pound != euro


def test_nothing_together_is_zero_of_the_currency() -> None:
    assert money.total([], "KWD") == money.Money(0, "KWD")


@given(pounds, pounds, pounds)
def test_it_does_not_matter_which_sums_are_added_first(a: money.Money, b: money.Money, c: money.Money) -> None:
    assert (a + b) + c == a + (b + c) == money.total([c, b, a], "GBP")
    assert a + b - b == a


@given(pounds, pounds)
def test_sums_are_ordered_as_their_amounts_are(a: money.Money, b: money.Money) -> None:
    assert (a < b) == (a.amount < b.amount)
    assert (a <= b) == (a.amount <= b.amount)


@given(minors, coins)
def test_what_a_currency_can_hold_comes_back_unrounded(minor: int, coin: str) -> None:
    whole = money.Money(minor, coin)
    assert money.exact(whole.amount, coin) == money.rounded(whole.amount, coin) == whole
    assert -whole.amount.as_tuple().exponent == PLACES[coin]  # type: ignore[operator]  # never NaN, so an int


@given(amounts, coins)
def test_rounding_moves_a_sum_by_at_most_half_of_the_smallest_coin(amount: Decimal, coin: str) -> None:
    smallest = Decimal(1).scaleb(-PLACES[coin])
    near = money.rounded(amount, coin)
    assert abs(near.amount - amount) <= smallest / 2
    assert near.amount == amount.quantize(smallest, rounding=ROUND_HALF_UP)


@given(st.integers(0, 10**6), minors, coins)
def test_whole_quantities_at_a_price_the_currency_holds_cost_exactly_that(count: int, minor: int, coin: str) -> None:
    each = money.Money(minor, coin)
    costs = money.extended(Decimal(count), each.amount, Decimal(1), coin)
    assert costs.minor == count * minor


def test_the_makers_pounds_are_exact() -> None:
    assert build.gbp("45.00") == money.Money(4500, "GBP")


def test_a_sum_larger_than_the_books_can_keep_is_refused_in_a_sentence() -> None:
    most = money.Money(money.MOST, "GBP")

    with pytest.raises(errors.MoneyError, match="is no sum of money"):
        most + money.Money(1, "GBP")
