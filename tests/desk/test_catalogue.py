"""What a buyer pays, and how near a price must be."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import catalogue
from tests import build

STEPS = build.product(
    price="4.50",
    tiers=(
        build.price_tier(price="4.20", from_quantity=100),
        build.price_tier(price="4.00", from_quantity=500),
        build.price_tier(price="4.10", tier="gold", from_quantity=50),
        build.price_tier(price="3.80", tier="gold", from_quantity=1000),
    ),
)


@pytest.mark.parametrize(
    ("tier", "quantity", "price"),
    [
        ("", "99", "4.50"),
        ("", "100", "4.20"),
        ("", "499.5", "4.20"),
        ("", "500", "4.00"),
        ("gold", "49", "4.50"),
        ("gold", "50", "4.10"),
        ("gold", "500", "4.10"),  # the buyer's own list comes first, even where everybody's is lower
        ("gold", "1000", "3.80"),
        ("silver", "500", "4.00"),  # a list that the product does not know: everybody's
    ],
)
def test_the_price_is_that_of_the_highest_step_reached(tier: str, quantity: str, price: str) -> None:
    assert catalogue.price_for(STEPS, tier=tier, quantity=Decimal(quantity)) == Decimal(price)


def test_a_price_of_nothing_is_a_price() -> None:
    sample = build.product(price="4.50", tiers=(build.price_tier(price=0, tier="samples"),))
    assert catalogue.price_for(sample, tier="samples", quantity=Decimal(1)) == 0


@given(st.permutations(STEPS.tiers), st.integers(1, 2000), st.sampled_from(["", "gold"]))
def test_the_order_in_which_steps_are_listed_means_nothing(
    tiers: list[catalogue.PriceTier], quantity: int, tier: str
) -> None:
    shuffled = build.product(price="4.50", tiers=tiers)
    price = catalogue.price_for(shuffled, tier=tier, quantity=Decimal(quantity))
    assert price == catalogue.price_for(STEPS, tier=tier, quantity=Decimal(quantity))


@pytest.mark.parametrize(
    ("asked", "share", "each", "near"),
    [
        ("10.00", "0", "0", True),
        ("10.01", "0", "0", False),
        ("10.20", "0.02", "0", True),  # exactly the tolerance
        ("10.21", "0.02", "0", False),
        ("9.80", "0.02", "0", True),
        ("9.79", "0.02", "0", False),
        ("10.50", "0.02", "0.50", True),  # the greater of the two
        ("10.51", "0.02", "0.50", False),
        ("10.20", "0.02", "0.01", True),
    ],
)
def test_a_price_agrees_within_the_greater_tolerance(asked: str, share: str, each: str, near: bool) -> None:  # noqa: FBT001  (a column)
    tolerance = catalogue.Tolerance(Decimal(share), Decimal(each))
    assert catalogue.agrees(Decimal(asked), Decimal("10.00"), tolerance) is near
