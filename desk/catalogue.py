"""Products and what each buyer pays for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desk import errors


@dataclass(frozen=True, slots=True)
class PriceTier:
    """A price that holds from a quantity up, for one price list ("" is everybody's); per `Product.per` units."""

    price: Decimal
    tier: str = ""
    from_quantity: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Product:
    """Something we sell. Prices are in major units of `currency`, for `per` units; `multiple` is the pack size."""

    sku: str
    description: str
    price: Decimal
    currency: str
    gtin: str = ""
    unit: str = "EA"
    per: Decimal = Decimal(1)
    minimum: Decimal = Decimal(1)
    multiple: Decimal = Decimal(1)
    tiers: tuple[PriceTier, ...] = ()

    def __post_init__(self) -> None:
        if self.per <= 0 or self.multiple <= 0:
            raise errors.DeskError(
                f"{self.sku} is priced per {self.per} and packed by {self.multiple}; both must be more than nothing."
            )


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a buyer's price may stray from ours: the greater of a share (0.02 is 2 %) and a sum a unit."""

    share: Decimal = Decimal(0)
    sum: Decimal = Decimal(0)


def price_for(product: Product, *, tier: str, quantity: Decimal) -> Decimal:
    """The agreed price: the buyer's own list first, then everybody's, at the highest step that the quantity reaches."""
    for listed in (tier, ""):
        price = _best(product.tiers, listed, quantity)
        if price is not None:  # a price of 0 is one: a free sample
            return price
    return product.price


def agrees(asked: Decimal, ours: Decimal, tolerance: Tolerance) -> bool:
    """The buyer's price is ours, or near enough."""
    return abs(asked - ours) <= max(ours * tolerance.share, tolerance.sum)


def _best(steps: Iterable[PriceTier], tier: str, quantity: Decimal) -> Decimal | None:
    reached = [step for step in steps if step.tier == tier and step.from_quantity <= quantity]
    return max(reached, key=lambda step: step.from_quantity).price if reached else None
