"""How one buyer's orders look: place, wordings, conventions, columns, positions; drawn by chance, plain data."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from playground.orders import dice, goods, people, places
from playground.orders.figures import Figures
from playground.orders.people import Company
from playground.orders.places import Place
from playground.orders.tongues import VOCABULARIES
from playground.orders.unusual import strange_words

# Languages that no font of ours draws into a picture.
UNDRAWN: Final = frozenset({"ja", "zh"})


@dataclass(frozen=True, slots=True)
class Look:
    """One buyer's form. Every choice is drawn once, so that the next order of this buyer looks the same."""

    place: Place
    buyer: Company
    vendor: Company
    ship_to: Company
    words: Mapping[str, str]
    figures: Figures
    sku_shape: str
    number_shape: str
    columns: tuple[str, ...]
    # Where the currency stands: the sign used, and on which of the places it is printed.
    sign: str
    signed: str  # "none", "before", "after", "column", "total"
    currency_in: str  # "fact", "heading", "total", "none"
    # Facts and parties.
    facts: str  # "list", "right", "boxed", "strip", "inline"
    mark: str  # what stands between a label and its value
    number_in_title: bool
    joined_facts: bool
    has_contact: bool
    has_terms: bool
    has_due: bool
    has_shipping_terms: bool
    decoys: tuple[str, ...]  # other references among the facts
    letterhead: str  # "left", "right", "centre", "picture", "none"
    parties: str  # "row", "stack", "boxed", "foot", "split"
    party_label: str  # "above", "beside"
    roles: tuple[str, ...]
    # The table.
    table: str  # "grid", "rules", "zebra", "borderless", "outer"
    align: str  # of figures: "right", "left", "centre", "decimal"
    heading_rows: bool
    gap: float
    detail: str  # "plain", "subs", "schedule", "stores", "ratio", "code_below", "code_inside"
    comments: bool
    sections: bool
    carries: bool
    repeats: bool
    breaks_inside: bool
    numbering: int
    sums: str  # "right", "left", "table", "next", "spread"
    taxed: bool
    discounted: bool
    freighted: bool
    matrix: str  # "none", "sizes"
    free_goods: bool
    long_words: bool
    # Paper.
    paper: str
    landscape: bool
    rotated: bool
    font: str
    size: float
    margin: float
    write: str  # "plain", "words", "justified", "spaced", "double"
    watermark: bool
    stamp: bool
    has_notes: bool
    has_terms_page: bool
    running: str
    # Habits that come with some systems.
    timed: bool  # a time of day behind the order's date
    counted: bool  # the unit stands behind the quantity, in its cell
    each: bool  # the price says of what: 4.61/Ea
    blanks: int  # empty rows after the last item
    totals_row: bool  # a last row of the table adds up quantities and amounts
    halves: bool  # a tax in two equal parts
    rounds_off: bool
    noughts: bool  # sums of nothing are printed too
    legal: bool  # a line of small print at the foot of each page
    priced: bool = True
    unusual: bool = False

    @property
    def sum_mark(self) -> str:
        """What stands between a sum's label and its figure: never what might be its sign."""
        return "" if "-" in self.mark else self.mark

    @property
    def language(self) -> str:
        """The language of its labels."""
        return self.figures.language


def any_look(chance: random.Random, *, unusual: bool = False, drawn: bool = False) -> Look:
    """A form that nobody drew by hand; one that is `drawn` into a picture keeps to scripts that can be."""
    codes = [code for code, one in places.PLACES.items() if not (drawn and one.language in UNDRAWN)]
    heavy = [code for code in codes if code in {"GB", "US", "IN", "DE"}]
    place = places.PLACES[chance.choice((*codes, *heavy))]
    away = dice.happens(chance, 0.35)
    vendor_place = places.PLACES[chance.choice(codes)] if away else place
    buyer = people.any_company(place, chance, away=away)
    vendor = people.any_company(vendor_place, chance, away=away)
    while vendor.name.split()[0] == buyer.name.split()[0]:
        vendor = people.any_company(vendor_place, chance, away=away)
    figures = _figures(place, chance)
    priced = dice.happens(chance, 0.93)
    matrix = "sizes" if priced and dice.happens(chance, 0.06) else "none"
    detail = chance.choice(
        ("plain", "plain", "plain", "subs", "subs", "schedule", "stores", "ratio", "code_below", "code_inside")
    )
    columns = _columns(chance, priced=priced, detail=detail, places=place.places)
    signed = chance.choice(("none", "none", "none", "before", "before", "after", "column", "total"))
    return Look(
        place=place,
        buyer=buyer,
        vendor=vendor,
        ship_to=people.warehouse(buyer, place, chance) if dice.happens(chance, 0.7) else buyer,
        words=_words(figures.language, chance, unusual=unusual),
        figures=figures,
        sku_shape=chance.choice(goods.SKU_SHAPES),
        number_shape=chance.choice(goods.NUMBER_SHAPES),
        columns=columns,
        sign=chance.choice(place.signs),
        signed=signed,
        currency_in=chance.choice(("fact", "fact", "heading", "total", "none")),
        facts=chance.choice(("list", "list", "right", "right", "boxed", "strip", "inline")),
        mark=chance.choice((":", ":", ":", "", " :", ":-", " -", "...:")),
        number_in_title=dice.happens(chance, 0.12),
        joined_facts=dice.happens(chance, 0.06),
        has_contact=dice.happens(chance, 0.5),
        has_terms=dice.happens(chance, 0.7),
        has_due=dice.happens(chance, 0.7),
        has_shipping_terms=dice.happens(chance, 0.35),
        decoys=tuple(
            chance.sample(("vendor_number", "reference", "tax_id", "phone", "prepared"), chance.choice((0, 0, 1, 2, 3)))
        ),
        letterhead=chance.choice(("left", "left", "right", "centre", "picture", "none")),
        parties=chance.choice(("row", "row", "row", "stack", "boxed", "boxed", "foot", "split")),
        party_label=chance.choice(("above", "above", "above", "beside")),
        roles=_roles(chance),
        table=chance.choice(("grid", "grid", "rules", "zebra", "borderless", "borderless", "outer")),
        align=chance.choice(("right", "right", "right", "right", "left", "centre", "decimal")),
        heading_rows=dice.happens(chance, 0.15),
        gap=chance.choice((2.0, 4.0, 4.0, 6.0, 10.0)),
        detail=detail,
        comments=dice.happens(chance, 0.12),
        sections=priced and "amount" in columns and dice.happens(chance, 0.08),
        carries=priced and "amount" in columns and dice.happens(chance, 0.15),
        repeats=dice.happens(chance, 0.85),
        breaks_inside=dice.happens(chance, 0.3),
        numbering=chance.choice((1, 1, 1, 10, 10)),
        sums=chance.choice(("right", "right", "right", "left", "table", "table", "next", "spread")),
        taxed=dice.happens(chance, 0.55),
        discounted=dice.happens(chance, 0.1),
        freighted=dice.happens(chance, 0.2),
        matrix=matrix,
        free_goods=priced and dice.happens(chance, 0.06),
        long_words=dice.happens(chance, 0.25),
        paper="letter" if place.code in {"US", "CA", "MX"} else "A4",
        landscape=len(columns) > 9 or dice.happens(chance, 0.1),  # noqa: PLR2004 - an upright page holds nine columns
        rotated=dice.happens(chance, 0.04),
        font=chance.choice(("Helvetica", "Helvetica", "Helvetica", "Times", "Courier", "Vera", "Source", "Caladea")),
        size=chance.choice((7.0, 8.0, 8.0, 9.0, 9.0, 10.0)),
        margin=chance.choice((28.0, 36.0, 36.0, 48.0, 60.0)),
        write=chance.choice(("plain", "plain", "plain", "plain", "words", "justified", "spaced", "double")),
        watermark=dice.happens(chance, 0.08),
        stamp=dice.happens(chance, 0.08),
        has_notes=dice.happens(chance, 0.6),
        has_terms_page=dice.happens(chance, 0.12),
        running=chance.choice(("page", "page", "full", "none")),
        timed=dice.happens(chance, 0.06),
        counted="unit" not in columns and dice.happens(chance, 0.2),
        each=priced and matrix == "none" and dice.happens(chance, 0.03),
        blanks=chance.choice((0, 0, 0, 0, 0, 0, 0, 2, 6)),
        totals_row=priced and "amount" in columns and dice.happens(chance, 0.08),
        halves=place.code == "IN" and dice.happens(chance, 0.5),
        rounds_off=place.code == "IN" and dice.happens(chance, 0.3),
        noughts=dice.happens(chance, 0.06),
        legal=dice.happens(chance, 0.2),
        priced=priced,
        unusual=unusual,
    )


def _figures(place: Place, chance: random.Random) -> Figures:
    foreign = place.language != "en" and dice.happens(chance, 0.15)
    sheer = place.places
    return Figures(
        marks=chance.choice(place.marks),
        day=chance.choice(place.days),
        language="en" if foreign else place.language,
        places=sheer,
        price_places=sheer if sheer != 2 else chance.choice((2, 2, 2, 2, 2, 3, 4)),  # noqa: PLR2004 - pence
        quantity_places=chance.choice((0, 0, 0, 0, 0, 0, 2, 3)),
        tail="/-" if place.code == "IN" and dice.happens(chance, 0.2) else "",
    )


def _words(language: str, chance: random.Random, *, unusual: bool) -> Mapping[str, str]:
    chosen = {key: chance.choice(words) for key, words in VOCABULARIES[language].items()}
    if dice.happens(chance, 0.15):
        chosen = {key: word.upper() if key not in _KEPT and "{" not in word else word for key, word in chosen.items()}
    return {**chosen, **strange_words(chance)} if unusual else chosen


_KEPT = frozenset(
    {
        "shipping_value",
        "hello",
        "please",
        "thanks",
        "notes",
        "comments",
        "subs",
        "schedule",
        "EA",
        "BX",
        "KG",
        "M",
        "SET",
        "free",
    }
)


def _roles(chance: random.Random) -> tuple[str, ...]:
    """Who is named in blocks of their own; the vendor nearly always is."""
    roles = ["vendor", "ship_to"]
    if dice.happens(chance, 0.3):
        roles.append("bill_to")
    if dice.happens(chance, 0.2):
        roles.append("buyer")
    if dice.happens(chance, 0.15):
        roles.remove("ship_to")
    chance.shuffle(roles)
    return tuple(roles)


_ORDERS = tuple(
    tuple(order.split())
    for order in (
        (
            "number sku buyer_sku gtin description hsn origin weight delivery pack quantity unit list_price "
            "discount unit_price price_per amount tax_rate tax_amount"
        ),
        (
            "number description sku buyer_sku quantity unit unit_price price_per list_price discount amount "
            "delivery hsn gtin tax_rate tax_amount origin pack weight"
        ),
        (
            "quantity unit sku buyer_sku gtin description pack delivery list_price discount unit_price price_per "
            "tax_rate tax_amount amount hsn origin weight"
        ),
        (
            "number buyer_sku sku description delivery unit_price price_per quantity unit list_price discount "
            "tax_rate tax_amount amount weight gtin hsn origin pack"
        ),
        (
            "number quantity unit description sku buyer_sku gtin hsn tax_rate unit_price price_per list_price "
            "discount tax_amount amount delivery pack origin weight"
        ),
        (
            "sku gtin description number unit quantity pack unit_price price_per list_price discount amount "
            "tax_rate tax_amount delivery buyer_sku hsn origin weight"
        ),
    )
)


def _columns(chance: random.Random, *, priced: bool, detail: str, places: int) -> tuple[str, ...]:
    """Which columns there are, and in which order."""
    there = {"description", "quantity"}
    code = chance.choice(("sku", "sku", "sku", "sku", "both", "buyer_sku"))
    there |= {"sku", "buyer_sku"} if code == "both" else {code}
    if detail in {"code_below", "code_inside"}:
        there -= {"sku", "buyer_sku"}
    if priced:
        there |= {"unit_price", "amount"} if dice.happens(chance, 0.92) else {"unit_price"}
        if dice.happens(chance, 0.1):
            there |= {"list_price", "discount"}
        if dice.happens(chance, 0.08) and places == 2:  # noqa: PLR2004 - a price of a hundredth would need more
            there.add("price_per")
    rich = 0.75 if dice.happens(chance, 0.07) else 0.1
    there |= {key for key in ("gtin", "hsn", "origin", "weight", "pack") if dice.happens(chance, rich)}
    there |= {key for key, share in (("number", 0.65), ("unit", 0.6), ("delivery", 0.2)) if dice.happens(chance, share)}
    if priced and "amount" in there and dice.happens(chance, max(rich * 0.8, 0.12)):
        there |= {"tax_rate", "tax_amount"} if dice.happens(chance, 0.5) else {"tax_rate"}
    order = list(chance.choice(_ORDERS))
    if dice.happens(chance, 0.1):
        chance.shuffle(order)
    return tuple(key for key in order if key in there)
