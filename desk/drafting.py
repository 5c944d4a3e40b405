"""From what a document says to what we would promise: version 1 of an order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desk import catalogue, money, parties, reading, versions


@dataclass(frozen=True, slots=True)
class Draft:
    """A version made from a reading, and the product that each of its lines was matched to (None: not yet)."""

    version: versions.Version
    products: tuple[catalogue.Product | None, ...]


def draft(
    read: reading.Order,
    products: Sequence[catalogue.Product | None],
    *,
    buyer: parties.Buyer | None,
    currency: str,
) -> Draft:
    """What the document asks for, in the document's own figures; ours stand in only where it prints none.

    `products` has one entry a line; `currency` is the seller's, used where neither document nor buyer names one.
    """
    coin = read.currency or (buyer.currency if buyer else "") or currency
    tier = buyer.tier if buyer else ""
    lines = tuple(
        _line(place, line, product, tier=tier, currency=coin)
        for place, (line, product) in enumerate(zip(read.lines, products, strict=True), start=1)
    )
    return Draft(_sums(read, lines, coin, buyer), tuple(products))


def settled(
    version: versions.Version,
    position: int,
    product: catalogue.Product,
    *,
    tier: str,
    price: Decimal | None = None,
) -> versions.Version:
    """The next version, in which a line is about this product; its price is the one given, printed, or our own."""
    lines = tuple(
        _settled(line, product, tier=tier, price=price, currency=version.currency)
        if line.position == position
        else line
        for line in version.lines
    )
    return replace(retotalled(version, lines), number=version.number + 1)


def retotalled(version: versions.Version, lines: tuple[versions.Line, ...]) -> versions.Version:
    """The version with other lines; subtotal and total follow them, discount, tax and freight stay."""
    subtotal = money.total((line.amount for line in lines if line.amount), version.currency)
    total = subtotal - version.discount + version.tax + version.shipping
    return replace(version, lines=lines, subtotal=subtotal, total=total)


def _line(
    place: int, line: reading.Line, product: catalogue.Product | None, *, tier: str, currency: str
) -> versions.Line:
    quantity = line.quantity if line.quantity is not None else Decimal(0)
    price, per = _price(line, product, tier=tier, quantity=quantity, currency=currency)
    return versions.Line(
        position=place,
        sku=product.sku if product else "",
        description=line.description or (product.description if product else ""),
        quantity=quantity,
        unit=line.unit or (product.unit if product else "EA"),
        price=price,
        per=per,
        amount=_amount(line, quantity, price, per, currency),
        buyer_sku=line.buyer_sku or (line.sku if line.sku and (not product or line.sku != product.sku) else "") or "",
        requested_date=line.requested_date,
    )


def _price(
    line: reading.Line, product: catalogue.Product | None, *, tier: str, quantity: Decimal, currency: str
) -> tuple[Decimal | None, Decimal]:
    if line.unit_price is not None:
        return line.unit_price, line.price_per or Decimal(1)
    if line.amount is None and product and product.currency == currency:
        return catalogue.price_for(product, tier=tier, quantity=quantity), product.per
    return None, Decimal(1)


def _amount(
    line: reading.Line, quantity: Decimal, price: Decimal | None, per: Decimal, currency: str
) -> money.Money | None:
    if line.amount is not None:
        return money.rounded(line.amount, currency)
    return money.extended(quantity, price, per, currency) if price is not None else None


def _settled(
    line: versions.Line, product: catalogue.Product, *, tier: str, price: Decimal | None, currency: str
) -> versions.Line:
    matched = replace(line, sku=product.sku, description=line.description or product.description)
    if price is None and line.price is not None:
        return matched
    if price is None and line.amount is None and product.currency == currency:  # a printed amount is not ours to change
        price = catalogue.price_for(product, tier=tier, quantity=line.quantity)
    if price is None:
        return matched
    amount = money.extended(line.quantity, price, product.per, currency)
    return replace(matched, price=price, per=product.per, amount=amount)


def _sums(
    read: reading.Order, lines: tuple[versions.Line, ...], currency: str, buyer: parties.Buyer | None
) -> versions.Version:
    subtotal = money.total((line.amount for line in lines if line.amount), currency)
    discount, tax, shipping = (
        money.rounded(sum_ or Decimal(0), currency) for sum_ in (read.discount, read.tax, read.shipping)
    )
    return versions.Version(
        number=1,
        currency=currency,
        lines=lines,
        subtotal=subtotal,
        discount=discount,
        tax=tax,
        shipping=shipping,
        total=subtotal - discount + tax + shipping,
        order_date=read.order_date,
        requested_date=read.requested_date,
        cancel_date=read.cancel_date,
        payment_terms=read.payment_terms or (buyer.payment_terms if buyer else ""),
        shipping_terms=read.shipping_terms or "",
        ship_to=_where(read.ship_to),
        bill_to=_where(read.bill_to),
        instructions=read.instructions or "",
    )


def _where(party: reading.Party | None) -> str:
    return ", ".join(part for part in (party.name, party.address) if part) if party else ""
