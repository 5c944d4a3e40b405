"""What an order by chance says: its lines and sums, which add up, as a buyer's system works them out."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from playground.orders import goods
from playground.orders.figures import rounded
from playground.orders.goods import Ware
from playground.orders.look import Look

SIZES = (("S", "M", "L", "XL"), ("36", "37", "38", "39", "40"), ("XS", "S", "M", "L", "XL", "XXL"), ("4Y", "6Y", "8Y"))
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Item:
    """One line. `price` is what `amount` is made of, for `per` units; `listed` and `discount` (per cent) lead to it."""

    ware: Ware
    quantity: Decimal
    price: Decimal | None
    per: int = 1
    listed: Decimal | None = None
    discount: Decimal | None = None
    amount: Decimal | None = None
    rate: Decimal = Decimal(0)
    tax: Decimal = Decimal(0)
    due: date | None = None
    colour: str = ""
    sizes: tuple[tuple[str, int], ...] = ()
    free: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A whole order; sums are None where its form has none."""

    number: str
    day: date
    due: date | None
    items: tuple[Item, ...]
    subtotal: Decimal | None = None
    discount: Decimal | None = None
    discount_rate: int = 0
    tax: Decimal | None = None
    rate: Decimal = Decimal(0)
    shipping: Decimal | None = None
    round_off: Decimal | None = None
    total: Decimal | None = None


def any_order(look: Look, chance: random.Random, *, most: int = 60) -> Order:
    """An order of this buyer."""
    day = date(2026, 1, 5) + timedelta(days=chance.randint(0, 330))
    due = day + timedelta(days=chance.randint(6, 75))
    count = min(most, chance.choice((1, 2, 3, 4, 5, 6, 8, 11, 15, 24, 60)))
    items = _matrix(look, chance) if look.matrix != "none" else _items(look, chance, count, due)
    order = Order(goods.coded(look.number_shape, chance), day, due, items)
    return _summed(order, look, chance) if look.priced else order


def _items(look: Look, chance: random.Random, count: int, due: date) -> tuple[Item, ...]:
    wares = goods.any_wares(
        count, look.language, look.sku_shape, chance,
        places=look.place.places, long=look.long_words, prices=look.figures.price_places,
    )  # fmt: skip
    rate = chance.choice(look.place.tax_rates)
    items = [_item(ware, look, chance, rate, due) for ware in wares]
    if look.free_goods:
        at = chance.randrange(len(items))
        nothing = Decimal(0)
        given = Item(
            items[at].ware, Decimal(chance.randint(1, 9)), nothing, amount=nothing, rate=rate, due=due, free=True
        )
        items.append(given)
    return tuple(items)


def _item(ware: Ware, look: Look, chance: random.Random, rate: Decimal, due: date) -> Item:
    quantity = _quantity(ware.unit, chance)
    own = due + timedelta(days=chance.choice((0, 0, 7, 14)))
    if not look.priced:
        return Item(ware, quantity, None, due=own)
    per = chance.choice((1, 100, 1000)) if "price_per" in look.columns else 1
    listed = discount = None
    price = ware.price
    if "list_price" in look.columns:
        listed, discount = ware.price, Decimal(chance.choice((5, 10, 12, 20, 25, 40)))
        price = rounded(listed * (HUNDRED - discount) / HUNDRED, look.figures.price_places)
    if per > 1:
        quantity *= 50
    amount = rounded(price * quantity / per, look.place.places)
    tax = rounded(amount * rate / HUNDRED, look.place.places)
    return Item(ware, quantity, price, per, listed, discount, amount, rate, tax, own)


def _matrix(look: Look, chance: random.Random) -> tuple[Item, ...]:
    """Styles in colours, each with its quantities by size."""
    sizes = chance.choice(SIZES)
    colours = goods.COLOURS.get(look.language, goods.COLOURS["en"])
    wares = goods.any_wares(
        chance.randint(1, 4), look.language, look.sku_shape, chance,
        places=look.place.places, long=False, prices=look.figures.price_places,
    )  # fmt: skip
    rows = [(ware, colour) for ware in wares for colour in chance.sample(colours, chance.randint(1, 3))]
    return tuple(_matrix_row(ware, colour, sizes, look, chance) for ware, colour in rows)


def _matrix_row(ware: Ware, colour: str, sizes: tuple[str, ...], look: Look, chance: random.Random) -> Item:
    split = [(size, chance.choice((0, 6, 12, 12, 18, 24, 30))) for size in sizes]
    if not any(count for _, count in split):
        split[0] = (sizes[0], 12)
    quantity = Decimal(sum(count for _, count in split))
    amount = rounded(ware.price * quantity, look.place.places)
    return Item(ware, quantity, ware.price, amount=amount, colour=colour, sizes=tuple(split))


def _quantity(unit: str, chance: random.Random) -> Decimal:
    if unit in {"KG", "M"}:
        return (
            Decimal(chance.choice((chance.randint(1, 400), chance.randint(10, 9_000) / 10)))
            .quantize(Decimal("0.1"))
            .normalize()
            + 0
        )
    return Decimal(chance.choice((chance.randint(1, 20), chance.randint(1, 50) * 12, chance.randint(10, 3_000))))


def _summed(order: Order, look: Look, chance: random.Random) -> Order:
    places = look.place.places
    subtotal = sum((item.amount for item in order.items if item.amount is not None), Decimal(0))
    cut = chance.choice((2, 3, 5, 10)) if look.discounted else 0
    discount = rounded(subtotal * cut / HUNDRED, places) if cut else None
    shipping = _freight(look, chance)
    base = subtotal - (discount or 0) + (shipping or 0)
    rate = order.items[0].rate or chance.choice(look.place.tax_rates)
    tax = _tax(order, look, base, rate)
    total = base + (tax or 0)
    round_off = rounded(total, 0) - total if look.rounds_off else None
    return replace(
        order, subtotal=subtotal, discount=discount, discount_rate=cut, tax=tax, rate=rate, shipping=shipping,
        round_off=round_off, total=total + (round_off or 0),
    )  # fmt: skip


def _freight(look: Look, chance: random.Random) -> Decimal | None:
    if not look.freighted:
        return rounded(Decimal(0), look.place.places) if look.noughts else None
    return rounded(Decimal(chance.randint(500, 9000) * (1 if look.place.places else 100)).scaleb(-2), look.place.places)


def _tax(order: Order, look: Look, base: Decimal, rate: Decimal) -> Decimal | None:
    """By line where the lines show it, else on what stands above."""
    if "tax_amount" in look.columns:
        return sum((item.tax for item in order.items), Decimal(0))
    if not look.taxed or not rate:
        return rounded(Decimal(0), look.place.places) if look.noughts else None
    return rounded(base * rate / HUNDRED, look.place.places)
