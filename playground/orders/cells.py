"""The table of an order: its columns and headings, and every cell of every row in the form's words."""

import random
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from playground.orders import dice
from playground.orders.look import Look
from playground.orders.order import Item, Order
from playground.orders.paper import NUMERIC, Align, Column, Row
from playground.orders.tongues import VOCABULARIES

# Fewer are not sent in two deliveries.
FEW = 30


def columns(order: Order, look: Look) -> tuple[Column, ...]:
    """The columns of this form; a matrix has one for each size."""
    if look.matrix == "none":
        return tuple(Column(key, heading(key, look), _align(key, look)) for key in look.columns)
    sizes = [size for size, _ in order.items[0].sizes]
    word = look.words
    return (
        Column("sku", word["style"]),
        Column("description", word["description"]),
        Column("colour", word["colour"]),
        *(Column(f"size {size}", size, "right") for size in sizes),
        Column("quantity", word["size_quantity"], "right"),
        Column("unit_price", word["unit_price"], "right"),
        Column("amount", heading("amount", look), "right"),
    )


def heading(key: str, look: Look) -> str:
    """What a column is called; sums may name the currency."""
    named = look.words[key]
    return f"{named} ({look.place.currency})" if key == "amount" and look.currency_in == "heading" else named


def money(figure: Decimal, look: Look, *, total: bool = False, price: bool = False) -> str:
    """A sum or a price, with the currency's sign where the form prints one."""
    plain = look.figures.price(figure) if price else look.figures.sum(figure)
    sign = look.sign
    if look.signed == "none" or (look.signed == "total" and not total):
        return plain
    if look.signed == "after" or (sign.startswith(" ") and look.signed != "column"):
        return f"{plain} {sign.strip()}"
    gap = " " if look.signed == "column" else ""
    return f"{sign}{gap}{plain}" if figure >= 0 else f"-{sign}{gap}{plain[1:]}"


def rows(order: Order, look: Look, chance: random.Random) -> Iterator[Row]:
    """Every row between the headings and the sums."""
    keys = [column.key for column in columns(order, look)]
    so_far = Decimal(0)
    sections = _sections(order, look)
    group = Decimal(0)
    for place, item in enumerate(order.items):
        if place in sections:
            if place:
                yield _sum_row(keys, look, group)
            yield _words_row("section", keys, chance.choice(_choices("sections", look)))
            group = Decimal(0)
        if look.comments and dice.happens(chance, 0.2):
            yield _words_row("comment", keys, _comment(order, look, chance))
        so_far += item.amount or 0
        group += item.amount or 0
        row = _item_row(item, place, keys, look)
        yield Row("item", row, money(so_far, look), tuple(_raw(item, key, look) for key in keys))
        yield from _subs(item, keys, look, chance)
    if sections:
        yield _sum_row(keys, look, group)
    yield from (Row("blank", tuple("" for _ in keys)) for _ in range(look.blanks))
    if look.totals_row and look.matrix == "none":
        yield _totals_row(order, keys, look)


def _sections(order: Order, look: Look) -> frozenset[int]:
    """Before which items a section begins."""
    if not look.sections or len(order.items) < 4:  # noqa: PLR2004 - too few to part
        return frozenset()
    return frozenset({0, len(order.items) // 2})


def _choices(key: str, look: Look) -> tuple[str, ...]:
    own = VOCABULARIES[look.language][key]
    return own if look.words[key] in own else (look.words[key],)


def _comment(order: Order, look: Look, chance: random.Random) -> str:
    return chance.choice(_choices("comments", look)).format(day=look.figures.date(order.day))


def _words_row(kind: str, keys: list[str], words: str) -> Row:
    at = keys.index("description")
    assert kind in {"section", "comment"}
    return Row(
        "section" if kind == "section" else "comment", tuple(words if place == at else "" for place in range(len(keys)))
    )


def _sum_row(keys: list[str], look: Look, group: Decimal) -> Row:
    cells = {"description": look.words["section_total"], "amount": money(group, look)}
    return Row("subtotal", tuple(cells.get(key, "") for key in keys))


def _totals_row(order: Order, keys: list[str], look: Look) -> Row:
    """What the columns come to: how many, and how much."""
    count = sum((item.quantity for item in order.items), Decimal(0))
    cells = {"description": look.words["subtotal"], "quantity": look.figures.quantity(count)}
    if order.subtotal is not None:
        cells["amount"] = money(order.subtotal, look)
    return Row("subtotal", tuple(cells.get(key, "") for key in keys))


def _item_row(item: Item, place: int, keys: list[str], look: Look) -> tuple[str, ...]:
    return tuple(_cell(item, place, key, look) for key in keys)


def _cell(item: Item, place: int, key: str, look: Look) -> str:
    if key.startswith("size "):
        count = dict(item.sizes)[key.removeprefix("size ")]
        return str(count) if count else ""
    if key in _SUMS:
        figure = getattr(item, _SUMS[key])
        each = f"/{look.words[item.ware.unit]}" if look.each and key == "unit_price" else ""
        return "" if figure is None else money(figure, look, price=key != "amount") + each
    if key in _CODES:
        return str(getattr(item.ware, key))
    return _plain_cell(item, place, key, look)


_SUMS = {"unit_price": "price", "list_price": "listed", "amount": "amount"}
_CODES = frozenset({"sku", "buyer_sku", "gtin", "hsn", "pack"})
_ORIGINS = ("DE", "IT", "PT", "CN", "IN", "PL")


def _plain_cell(item: Item, place: int, key: str, look: Look) -> str:
    figures, ware = look.figures, item.ware
    words = {
        "number": lambda: _number(place, look),
        "description": lambda: _described(item, look),
        "quantity": lambda: figures.quantity(item.quantity) + (f" {look.words[ware.unit]}" if look.counted else ""),
        "unit": lambda: look.words[ware.unit],
        "discount": lambda: _percent(item.discount, look) if item.discount else "",
        "price_per": lambda: str(item.per),
        "tax_rate": lambda: _percent(item.rate, look),
        "tax_amount": lambda: figures.sum(item.tax),
        "delivery": lambda: figures.date(item.due) if item.due else "",
        "weight": lambda: figures.number(ware.weight, 2),
        "origin": lambda: _ORIGINS[ware.pack % len(_ORIGINS)],
        "colour": lambda: item.colour,
    }
    return words[key]()


def _number(place: int, look: Look) -> str:
    number = (place + 1) * look.numbering
    return f"{number:05}" if look.numbering > 1 and len(look.buyer.name) % 2 else str(number)


def _percent(rate: Decimal, look: Look) -> str:
    places = max(0, -int(rate.normalize().as_tuple().exponent))
    return look.figures.number(rate, places) + ("%" if len(look.buyer.name) % 3 == 0 else "")


def _described(item: Item, look: Look) -> str:
    words = item.ware.description + (f" ({look.words['free']})" if item.free else "")
    if look.detail == "code_inside" and not item.sizes:
        return f"{item.ware.sku}{_joint(look)}{words}"
    if look.detail == "code_below" and not item.sizes:
        return f"{words}\n{look.words['sku']}: {item.ware.sku}"
    return words


def _joint(look: Look) -> str:
    """What stands between code and words: a mere space only after a code that no one takes for a word."""
    joint = (" - ", "\n", " ", ": ")[len(look.vendor.name) % 4]
    plain = " " in look.sku_shape or "9" not in look.sku_shape
    return " - " if joint == " " and plain else joint


def _subs(item: Item, keys: list[str], look: Look, chance: random.Random) -> Iterator[Row]:
    if item.sizes:
        return
    if look.detail == "subs" and dice.happens(chance, 0.7):
        words = chance.choice(_choices("subs", look)).format(
            code=item.ware.buyer_sku, hsn=item.ware.hsn, pack=item.ware.pack,
            day=look.figures.date(item.due) if item.due else "",
        )  # fmt: skip
        yield _sub(keys, words)
    if look.detail == "ratio" and item.quantity == item.quantity.to_integral_value():
        yield _sub(keys, "S:2  M:4  L:4  XL:2  = 12")
    if look.detail == "stores" and item.quantity >= FEW and not item.sizes:
        yield from (_sub(keys, words) for words in _shared_out(item, look))
    if look.detail == "schedule" and item.due is not None:
        yield from (_sub(keys, words) for words in _scheduled(item, look))


def _scheduled(item: Item, look: Look) -> Iterator[str]:
    """One delivery, or two that make up the quantity."""
    assert item.due is not None
    parts = [item.quantity]
    if item.quantity >= FEW and item.quantity == item.quantity.to_integral_value():
        first = item.quantity // 3
        parts = [first, item.quantity - first]
    for place, part in enumerate(parts):
        yield look.words["schedule"].format(
            day=look.figures.date(item.due + timedelta(days=14 * place)),
            quantity=look.figures.quantity(part),
            unit=look.words[item.ware.unit],
        )


def _shared_out(item: Item, look: Look) -> Iterator[str]:
    """How much of it goes to which place."""
    first = item.quantity // 2
    for place, part in enumerate((first, item.quantity - first)):
        yield f"{look.words['ship_to']} {look.buyer.name} {place + 1}: {look.figures.quantity(part)}"


def _sub(keys: list[str], words: str) -> Row:
    at = keys.index("description")
    return Row("sub", tuple(words if place == at else "" for place in range(len(keys))))


def _raw(item: Item, key: str, look: Look) -> Decimal | None:
    """The figure of a cell, for forms that keep figures as figures."""
    if (key == "quantity" and look.counted) or (key == "unit_price" and look.each):
        return None
    known = {
        "quantity": item.quantity,
        "unit_price": item.price,
        "amount": item.amount,
        "list_price": item.listed,
        "tax_amount": item.tax,
    }
    return known.get(key)


def _align(key: str, look: Look) -> Align:
    if key not in NUMERIC:
        return "left"
    match look.align:
        case "left":
            return "left"
        case "centre":
            return "centre"
        case "decimal" if key in {"unit_price", "amount", "quantity"}:
            return "decimal"
        case _:
            return "right"
