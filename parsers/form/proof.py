"""Arithmetic that a document can prove its figures by."""

from decimal import Decimal
from enum import IntEnum
from itertools import combinations, product
from typing import NamedTuple

CENT = Decimal("0.01")
HALF = Decimal("0.5")
_ONE = Decimal(1)


class Proof(IntEnum):
    """How far quantity, price and amount agree."""

    NONE = 0
    NEARLY = 1  # the price was rounded for printing, the amount was not
    EXACT = 2


def places(number: Decimal) -> int:
    """Decimals that a number is printed with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def step(number: Decimal) -> Decimal:
    """Half of the last printed place: what rounding may have taken or added."""
    return HALF.scaleb(-places(number))


def line(
    quantity: Decimal,
    price: Decimal,
    amount: Decimal,
    *,
    per: Decimal = Decimal(1),
    discount: Decimal | None = None,
) -> Proof:
    """Whether quantity x price / per (less a discount in percent) is the amount."""
    if per <= 0:
        return Proof.NONE
    whole = quantity * price if per == 1 else quantity * price / per
    rate = 1 - discount / 100 if discount is not None else _ONE
    off = abs((whole * rate if discount else whole) - amount)
    if not off or off <= step(amount) + CENT / 10:
        return Proof.EXACT
    slack = abs(quantity) / per * step(price) * abs(rate) + step(amount)
    if discount:
        slack += abs(whole) / 100 * step(discount)
    return Proof.NEARLY if off <= min(slack, abs(amount) / 50) else Proof.NONE


class Parts(NamedTuple):
    """What may stand between the goods and the total, as printed."""

    taxes: list[Decimal]
    freights: list[Decimal]
    discounts: list[Decimal]
    rounding: list[Decimal]


def total(goods: Decimal, parts: Parts, wanted: Decimal) -> tuple[Decimal, Decimal, Decimal] | None:
    """Tax, freight and discount that lead from the goods to the total, or None where no choice of them does.

    All of what is printed is tried first, then ever smaller choices; a printed rounding may be added.
    """
    slack = CENT + step(wanted) * (0 if places(wanted) else 1)
    rounded = [Decimal(0), *parts.rounding, *(-amount for amount in parts.rounding)]
    for way in product(_sums(parts.taxes), _sums(parts.freights), _sums(parts.discounts)):
        tax, freight, discount = way
        reached = goods + tax + freight - discount
        if any(abs(reached + amount - wanted) <= slack for amount in rounded):
            return tax, freight, discount
    return None


def _sums(amounts: list[Decimal]) -> list[Decimal]:
    few = amounts[:6]
    sums: list[Decimal] = []
    for size in range(len(few), -1, -1):
        for chosen in combinations(few, size):
            here = sum(chosen, Decimal(0))
            if here not in sums:
                sums.append(here)
    return sums
