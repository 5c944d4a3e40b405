"""Exact money: totals in whole minor units of their currency, and the one place that rounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache

import iso4217

from desk import errors

# As many minor units as a database keeps in one column (64 bits), and far more than anybody owes.
MOST = 2**63 - 1


@cache
def places(currency: str) -> int:
    """How many decimal places the currency has, by ISO 4217: GBP 2, JPY 0, KWD 3."""
    try:
        known = iso4217.Currency(currency)
    except ValueError as unknown:
        raise errors.MoneyError(f"{currency!r} is no currency of ISO 4217; write a code such as GBP.") from unknown
    if known.exponent is None:
        raise errors.MoneyError(f"{currency} has no minor unit (ISO 4217 lists none); prices cannot be in it.")
    return int(known.exponent)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole minor units (pence, fils, yen) of an ISO 4217 currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        places(self.currency)
        if abs(self.minor) > MOST:
            raise errors.MoneyError(f"{self.amount:.6g} is no sum of money; look at the figures of the document.")

    @property
    def amount(self) -> Decimal:
        """The sum in major units, with exactly the places of its currency."""
        return Decimal(self.minor).scaleb(-places(self.currency))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:,}"

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise errors.MoneyError(f"{self.currency} and {other.currency} cannot be added or compared.")
        return other.minor


def rounded(amount: Decimal, currency: str) -> Money:
    """The sum nearest to `amount` (major units) that the currency can hold; halves go away from zero.

    MoneyError for what is no number, or is more than a sum can be.
    """
    try:
        minor = int(amount.scaleb(places(currency)).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    except (InvalidOperation, ValueError) as beyond:  # too many digits; NaN
        raise errors.MoneyError(f"{amount:.6g} is no sum of money; look at the figures of the document.") from beyond
    return Money(minor, currency)


def exact(amount: Decimal, currency: str) -> Money:
    """`amount` (major units) as Money; a sum finer than the currency holds is refused, never rounded."""
    money = rounded(amount, currency)
    if money.amount != amount:
        raise errors.MoneyError(f"{amount} is finer than {currency} can hold ({places(currency)} places).")
    return money


def total(sums: Iterable[Money], currency: str) -> Money:
    """All of them together; zero for none."""
    whole = Money(0, currency)
    for one in sums:
        whole = whole + one
    return whole


def extended(quantity: Decimal, price: Decimal, per: Decimal, currency: str) -> Money:
    """What a line costs: quantity x price, the price being for `per` units (1, 100, 1,000)."""
    return rounded(quantity * price / per, currency)
