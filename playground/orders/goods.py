"""Goods that are ordered: what they are called in each language, how they are coded, counted and priced."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from playground.orders import dice
from playground.orders.tongues import wares
from playground.samples.world import check_digit


@dataclass(frozen=True, slots=True)
class Ware:
    """One thing: `unit` is a key of the vocabularies (EA, BX, KG, M, SET)."""

    sku: str
    buyer_sku: str
    gtin: str
    description: str
    unit: str
    price: Decimal
    hsn: str
    pack: int
    weight: Decimal


Shapes = tuple[str, ...]

# 9 is any digit, A any capital; what else stands there stays.
SKU_SHAPES: Shapes = (
    "AAA-999", "999999", "AA9999", "99-9999", "A99.999", "9999A", "AAAA99A", "999.999.99", "AA-999/9", "99999999",
    "AAA 9999", "9A-AA999-99",
    "AAAAA", "A-9999-A", "99999-999", "AA99AA99", "999 999 999", "AA_9999",
)  # fmt: skip
NUMBER_SHAPES: Shapes = (
    "4599999999", "PO-99999", "99999", "PO9999999", "B-2026-9999", "P99999A", "26/9999", "A99-9999", "999999",
    "PO/26-27/0999",
    "4100999999", "BE-999.999",
    "2026-99-999", "EK999999", "AAA/PO/9999", "9999-99",
)  # fmt: skip

COLOURS: Mapping[str, tuple[str, ...]] = {
    "en": ("Navy", "Ecru", "Forest", "Rust", "Black"),
    "de": ("Marine", "Natur", "Tanne", "Rost", "Schwarz"),
    "fr": ("Marine", "Écru", "Sapin", "Rouille", "Noir"),
}
_UNITS = ("EA", "EA", "EA", "EA", "BX", "SET", "KG", "M")


def coded(shape: str, chance: random.Random) -> str:
    """A code of this shape."""
    first = True
    out = ""
    for mark in shape:
        if mark == "9":
            out += chance.choice("123456789" if first else "0123456789")
            first = False
        else:
            out += chance.choice("ABCDEFGHKLMNPRSTVWX") if mark == "A" else mark
    return out


def described(language: str, chance: random.Random, *, long: bool = False) -> str:
    """What a thing is called; a long one tells more than one row can hold."""
    things, looks = (part.split(";") for part in wares.WARES[language].split("|"))
    words = [chance.choice(things), *chance.sample(looks, 3 if long else chance.choice((0, 1, 1, 2)))]
    return ("" if language in {"ja", "zh"} else ", " if dice.happens(chance, 0.5) else " ").join(words)


def any_wares(
    count: int, language: str, shape: str, chance: random.Random, *, places: int, long: bool, prices: int
) -> list[Ware]:
    """So many things, each with a code of its own; `places` are the currency's, `prices` those of a price."""
    codes: dict[str, None] = {}
    while len(codes) < count:
        codes[coded(shape, chance)] = None
    own = chance.choice(("MF-9999", "7099999", "AA.999", "99-99"))
    return [_ware(sku, own, language, chance, places=places, long=long, prices=prices) for sku in codes]


def _ware(sku: str, own: str, language: str, chance: random.Random, *, places: int, long: bool, prices: int) -> Ware:
    stem = "29" + "".join(chance.choice("0123456789") for _ in range(10))
    scale = {0: 100, 2: 1, 3: 1}[places]
    cents = chance.choice((chance.randint(20, 2_000), chance.randint(500, 20_000), chance.randint(20, 400)))
    price = Decimal(cents * scale).scaleb(-2)
    if prices > 2 or places > 2:  # noqa: PLR2004 - more than pence
        price += Decimal(chance.randint(0, 10 ** (prices - 2) - 1)).scaleb(-prices)
    return Ware(
        sku=sku,
        buyer_sku=coded(own, chance),
        gtin=stem + check_digit(stem),
        description=described(language, chance, long=long),
        unit=chance.choice(_UNITS),
        price=price.quantize(Decimal(1)) if places == 0 else price,
        hsn=coded("99999999", chance),
        pack=chance.choice((6, 10, 12, 20, 24)),
        weight=Decimal(chance.randint(5, 900)).scaleb(-2),
    )
