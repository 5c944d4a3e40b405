"""A version comes back from its plain form equal, and its seal covers everything that matters."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import errors, money, versions
from tests import build

COINS = st.sampled_from(["GBP", "JPY", "KWD"])
DAYS = st.none() | st.dates()
TEXT = st.text(max_size=12)
FIGURES = st.decimals(-(10**12), 10**12, places=6) | st.decimals(0, 10**6, places=2)


@st.composite
def lines(draw: st.DrawFn, currency: str) -> versions.Line:
    return versions.Line(
        position=draw(st.integers(1, 2000)),
        sku=draw(TEXT),
        description=draw(TEXT),
        quantity=draw(FIGURES),
        unit=draw(TEXT),
        price=draw(st.none() | FIGURES),
        amount=draw(st.none() | sums(currency)),
        per=Decimal(draw(st.sampled_from([1, 10, 100, 1000]))),
        buyer_sku=draw(TEXT),
        requested_date=draw(DAYS),
    )


def sums(currency: str) -> st.SearchStrategy[money.Money]:
    return st.builds(money.Money, st.integers(-(10**15), 10**15), st.just(currency))


@st.composite
def any_version(draw: st.DrawFn) -> versions.Version:
    currency = draw(COINS)
    charge = sums(currency)
    return versions.Version(
        number=draw(st.integers(1, 999)),
        currency=currency,
        lines=tuple(draw(st.lists(lines(currency), max_size=4))),
        total=draw(charge),
        subtotal=draw(charge),
        discount=draw(charge),
        tax=draw(charge),
        shipping=draw(charge),
        order_date=draw(DAYS),
        requested_date=draw(DAYS),
        cancel_date=draw(DAYS),
        **{name: draw(TEXT) for name in ("payment_terms", "shipping_terms", "ship_to", "bill_to", "instructions")},
    )


@given(any_version())
def test_a_version_comes_back_equal_from_its_plain_values(version: versions.Version) -> None:
    back = versions.from_dict(versions.as_dict(version))
    assert back == version
    assert back.seal == version.seal


@given(any_version())
def test_a_version_comes_back_equal_from_its_json(version: versions.Version) -> None:
    written = versions.canonical(version)
    back = versions.from_dict(json.loads(written))
    assert back == version
    assert versions.canonical(back) == written


def test_the_plain_values_hold_no_float_and_nothing_that_json_would_change() -> None:
    plain = versions.as_dict(build.version(lines=[build.line(quantity="2.50", price="0.075", per=100)], tax="1.20"))
    assert plain["tax"] == 120
    assert plain["lines"][0]["quantity"] == "2.5"
    assert plain["lines"][0]["price"] == "0.075"
    assert json.loads(json.dumps(plain)) == plain


def _other(value: Any) -> Any:
    """Something of the same type that says something else."""
    match value:
        case str():
            return value + "x"
        case int():
            return value + 1
        case Decimal():
            return value + Decimal("0.01")
        case money.Money():
            return money.Money(value.minor + 1, value.currency)
        case date():
            return value + timedelta(days=1)
        case _:
            raise AssertionError(f"No other value is known for {value!r}.")


DAY = date(2026, 3, 9)
FULL_LINE = build.line(buyer_sku="F-77", requested_date=DAY)
FULL = build.version(
    lines=[FULL_LINE, build.line(position=2)],
    order_date=DAY,
    requested_date=DAY,
    cancel_date=DAY,
    instructions="No plastic.",
)


@pytest.mark.parametrize(
    "name", [one.name for one in fields(versions.Version) if one.name not in {"lines", "currency"}]
)
def test_the_seal_changes_with_every_field(name: str) -> None:
    changed = replace(FULL, **{name: _other(getattr(FULL, name))})
    assert changed.seal != FULL.seal


@pytest.mark.parametrize("name", [one.name for one in fields(versions.Line)])
def test_the_seal_changes_with_every_field_of_a_line(name: str) -> None:
    changed = replace(FULL_LINE, **{name: _other(getattr(FULL_LINE, name))})
    assert replace(FULL, lines=(changed, FULL.lines[1])).seal != FULL.seal


@pytest.mark.parametrize("name", ["order_date", "requested_date", "cancel_date"])
def test_a_day_that_is_no_longer_named_changes_the_seal(name: str) -> None:
    unnamed: dict[str, Any] = {name: None}
    assert replace(FULL, **unnamed).seal != FULL.seal


@pytest.mark.parametrize(
    "change",
    [
        lambda had: had[::-1],
        lambda had: had[:1],
        lambda had: (*had, had[0]),
        lambda had: (replace(had[0], price=None), had[1]),
        lambda had: (replace(had[0], amount=None), had[1]),
    ],
    ids=["turned round", "one fewer", "one more", "no price", "no amount"],
)
def test_the_seal_changes_with_the_lines(
    change: Callable[[tuple[versions.Line, ...]], tuple[versions.Line, ...]],
) -> None:
    assert replace(FULL, lines=change(FULL.lines)).seal != FULL.seal


def test_the_currency_is_sealed() -> None:
    pounds, euros = (build.version(lines=[build.line(currency=coin)], currency=coin) for coin in ("GBP", "EUR"))
    assert pounds.seal != euros.seal


@pytest.mark.parametrize(("one", "other"), [("250", "250.00"), ("250", "2.5E+2"), ("0", "0.00"), ("1000", "1E+3")])
def test_the_same_quantity_written_otherwise_has_the_same_seal(one: str, other: str) -> None:
    first, second = (build.version(lines=[build.line(quantity=wrote)]) for wrote in (one, other))
    assert first == second
    assert first.seal == second.seal


@given(any_version(), any_version())
def test_two_versions_share_a_seal_only_where_they_are_equal(one: versions.Version, other: versions.Version) -> None:
    assert (one.seal == other.seal) == (one == other)


def test_a_seal_is_sha_256_in_hex() -> None:
    assert len(build.version().seal) == 64
    assert int(build.version().seal, 16) >= 0


@pytest.mark.parametrize("name", ["total", "subtotal", "discount", "tax", "shipping"])
def test_a_sum_in_another_currency_makes_no_version(name: str) -> None:
    foreign: dict[str, Any] = {name: money.Money(100, "EUR")}
    with pytest.raises(errors.MoneyError, match="GBP and EUR"):
        replace(FULL, **foreign)


def test_a_line_in_another_currency_makes_no_version() -> None:
    with pytest.raises(errors.MoneyError, match="GBP and EUR"):
        build.version(lines=[build.line(amount=money.Money(100, "EUR"))])


def test_a_version_is_complete_where_every_line_has_product_quantity_and_price() -> None:
    assert build.version().is_complete


@pytest.mark.parametrize(
    "lacking",
    [
        build.line(position=2, sku=""),
        build.line(position=2, price=None),
        build.line(position=2, price=None, amount=build.gbp("45.00")),
        replace(build.line(position=2), amount=None),
        build.line(position=2, quantity=0),
        build.line(position=2, quantity=-3),
    ],
    ids=["no product", "no price", "an amount alone", "no amount", "none of it", "fewer than none"],
)
def test_one_line_that_lacks_something_makes_it_incomplete(lacking: versions.Line) -> None:
    assert not build.version(lines=[build.line(), lacking]).is_complete


def test_a_version_without_lines_is_not_complete() -> None:
    assert not build.version(lines=[]).is_complete
