"""What a sample order says, before anybody draws it: the truth that a reading of it is measured against."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from playground.samples import world

VAT = Decimal("0.20")
TODAY = date(2026, 11, 2)


@dataclass(frozen=True, slots=True)
class TruthLine:
    """One item: quantity in `unit`, price for one unit, amount in whole pence."""

    sku: str
    description: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    amount: Decimal
    gtin: str
    buyer_sku: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """An order as its buyer means it; None was not printed."""

    po_number: str
    order_date: date
    requested_date: date | None
    buyer: world.Buyer
    vendor_name: str
    currency: str
    payment_terms: str
    lines: tuple[TruthLine, ...]
    subtotal: Decimal
    tax: Decimal | None
    shipping: Decimal | None
    total: Decimal

    @property
    def sums(self) -> tuple[tuple[str, Decimal], ...]:
        """What is printed below the items, by name, in order."""
        named = (("subtotal", self.subtotal), ("tax", self.tax), ("shipping", self.shipping), ("total", self.total))
        return tuple((name, figure) for name, figure in named if figure is not None)

    @property
    def contact(self) -> world.Contact:
        """Who places the order."""
        return self.buyer.contacts[0]

    @property
    def ship_to(self) -> str:
        """Where the goods go, on one line."""
        return ", ".join(self.buyer.ship_to)


def order_of(
    buyer: world.Buyer,
    wanted: Sequence[tuple[str, int]],
    *,
    po_number: str,
    order_date: date = TODAY,
    requested_date: date | None = None,
    taxed: bool = False,
    shipping: Decimal | None = None,
    prices: Mapping[str, Decimal] | None = None,
) -> Truth:
    """Exactly this order: (SKU, quantity) pairs at the buyer's agreed prices, or at `prices` where they differ."""
    lines = tuple(_line(buyer, sku, quantity, prices or {}) for sku, quantity in wanted)
    return _summed(
        Truth(
            po_number=po_number,
            order_date=order_date,
            requested_date=requested_date,
            buyer=buyer,
            vendor_name=world.SELLER.name,
            currency=world.SELLER.currency,
            payment_terms=buyer.payment_terms,
            lines=lines,
            subtotal=Decimal(0),
            tax=Decimal(0) if taxed else None,
            shipping=shipping,
            total=Decimal(0),
        )
    )


def order(
    seed: int | random.Random, *, buyer: world.Buyer | None = None, count: int | None = None, today: date = TODAY
) -> Truth:
    """An order like a buyer's, the same for the same seed: `count` lines (else 1 to 9) in whole packs."""
    chance = seed if isinstance(seed, random.Random) else random.Random(seed)  # noqa: S311 - samples must repeat, not surprise
    buyer = buyer or chance.choice(world.BUYERS)
    count = count or chance.randint(1, 9)
    products = chance.sample(world.PRODUCTS, count) if count <= len(world.PRODUCTS) else None
    products = products or chance.choices(world.PRODUCTS, k=count)
    home = buyer.country == "GB"
    return order_of(
        buyer,
        [(p.sku, p.pack * chance.choice((1, 1, 2, 3, 5, 10))) for p in products],
        po_number=f"{buyer.prefix}{chance.randint(10_000, 99_999)}",
        order_date=today - timedelta(days=chance.randint(0, 20)),
        requested_date=today + timedelta(days=chance.randint(7, 60)) if _mostly(chance) else None,
        taxed=home and _mostly(chance),
        shipping=Decimal(chance.randint(5, 60)) + Decimal("0.50") if not _mostly(chance) else None,
    )


def truth_json(truth: Truth) -> dict[str, object]:
    """The truth as a file beside the document holds it: dates ISO 8601, figures as text, null not printed."""
    return {
        "po_number": truth.po_number,
        "order_date": truth.order_date.isoformat(),
        "requested_date": truth.requested_date.isoformat() if truth.requested_date else None,
        "buyer_name": truth.buyer.name,
        "vendor_name": truth.vendor_name,
        "ship_to": truth.ship_to,
        "currency": truth.currency,
        "payment_terms": truth.payment_terms,
        "lines": [
            {
                "sku": line.sku,
                "description": line.description,
                "quantity": str(line.quantity),
                "unit": line.unit,
                "unit_price": str(line.unit_price),
                "amount": str(line.amount),
            }
            for line in truth.lines
        ],
        "subtotal": str(truth.subtotal),
        "tax": _text(truth.tax),
        "shipping": _text(truth.shipping),
        "total": str(truth.total),
    }


def misadded(truth: Truth, by: Decimal = Decimal("10.00")) -> Truth:
    """The same order with a total that its own lines disprove."""
    return replace(truth, total=truth.total + by)


def with_lines(truth: Truth, lines: Sequence[TruthLine]) -> Truth:
    """The same order with other lines, summed again."""
    return _summed(replace(truth, lines=tuple(lines)))


def _line(buyer: world.Buyer, sku: str, quantity: int, prices: Mapping[str, Decimal]) -> TruthLine:
    product = world.product(sku)
    price = prices.get(sku, product.price(buyer.tier))
    theirs = {ours: number for number, ours in buyer.part_numbers}
    amount = (price * quantity).quantize(world.PENNY)
    return TruthLine(
        sku=sku,
        description=product.description,
        quantity=Decimal(quantity),
        unit=product.unit,
        unit_price=price,
        amount=amount,
        gtin=product.gtin,
        buyer_sku=theirs.get(sku),
    )


def _summed(truth: Truth) -> Truth:
    subtotal = sum((line.amount for line in truth.lines), Decimal("0.00"))
    tax = None if truth.tax is None else (subtotal * VAT).quantize(world.PENNY)
    total = subtotal + (tax or 0) + (truth.shipping or 0)
    return replace(truth, subtotal=subtotal, tax=tax, total=total)


def _mostly(chance: random.Random) -> bool:
    """Two times in three."""
    return chance.choice((True, True, False))


def _text(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)
