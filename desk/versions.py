"""A version of an order: what exactly is offered and approved, sealed by its hash."""

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from desk import money


@dataclass(frozen=True, slots=True)
class Line:
    """One item that we promise. `price` is in major units for `per` units; `amount` is what the line costs.

    `sku` is ours, "" while no product was matched; `price` is None while nobody has named one.
    """

    position: int
    sku: str
    description: str
    quantity: Decimal
    unit: str
    price: Decimal | None
    amount: money.Money | None
    per: Decimal = Decimal(1)
    buyer_sku: str = ""
    requested_date: date | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What one confirmation shows. Text is as the buyer wrote it; `discount` is positive.

    Every sum is in `currency` (the seal names it once): a MoneyError where one is not.
    """

    number: int
    currency: str
    lines: tuple[Line, ...]
    total: money.Money
    subtotal: money.Money
    discount: money.Money
    tax: money.Money
    shipping: money.Money
    order_date: date | None = None
    requested_date: date | None = None
    cancel_date: date | None = None
    payment_terms: str = ""
    shipping_terms: str = ""
    ship_to: str = ""
    bill_to: str = ""
    instructions: str = ""

    def __post_init__(self) -> None:
        money.total((*self.sums, *(line.amount for line in self.lines if line.amount)), self.currency)

    @property
    def sums(self) -> tuple[money.Money, ...]:
        """Subtotal, discount, tax, shipping, total."""
        return self.subtotal, self.discount, self.tax, self.shipping, self.total

    @property
    def seal(self) -> str:
        """SHA-256 of everything the version says, in hex: what an approval binds to."""
        return hashlib.sha256(canonical(self).encode()).hexdigest()

    @property
    def is_complete(self) -> bool:
        """Every line has a product, a quantity above zero and a price: it can be offered."""
        return bool(self.lines) and all(
            line.sku and line.quantity > 0 and line.price is not None and line.amount is not None for line in self.lines
        )


def canonical(version: Version) -> str:
    """The version as JSON that is the same for the same version, whoever writes it."""
    return json.dumps(as_dict(version), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def as_dict(version: Version) -> dict[str, Any]:
    """Plain values: decimals and dates as text, sums as whole minor units."""
    return {
        field.name: [_plain(line) for line in version.lines]
        if field.name == "lines"
        else _value(getattr(version, field.name))
        for field in fields(version)
    }


def from_dict(body: dict[str, Any]) -> Version:
    """The other way; what `as_dict` wrote comes back equal."""
    currency = body["currency"]
    values = dict(body)
    values |= {name: money.Money(body[name], currency) for name in _SUMS}
    values |= {name: _day(body[name]) for name in _DAYS}
    values["lines"] = tuple(_line(line, currency) for line in body["lines"])
    return Version(**values)


_SUMS = ("total", "subtotal", "discount", "tax", "shipping")
_DAYS = ("order_date", "requested_date", "cancel_date")


def _plain(line: Line) -> dict[str, Any]:
    return {field.name: _value(getattr(line, field.name)) for field in fields(line)}


def _value(value: object) -> object:
    match value:
        case money.Money():
            return value.minor
        case Decimal():
            return _digits(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _digits(value: Decimal) -> str:
    """250 and 250.00 are one quantity, so one text and one seal; no digit is ever rounded away."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _line(body: dict[str, Any], currency: str) -> Line:
    return Line(
        position=body["position"],
        sku=body["sku"],
        description=body["description"],
        quantity=Decimal(body["quantity"]),
        unit=body["unit"],
        price=None if body["price"] is None else Decimal(body["price"]),
        amount=None if body["amount"] is None else money.Money(body["amount"], currency),
        per=Decimal(body["per"]),
        buyer_sku=body["buyer_sku"],
        requested_date=_day(body["requested_date"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
