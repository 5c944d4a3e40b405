"""How a document looks: its language, conventions, columns, table style and type; a layout is plain data."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from playground.samples import words

Table = Literal["grid", "borderless", "zebra", "rules"]
Header = Literal["stacked", "two_columns", "boxed"]

PLAIN_COLUMNS = ("number", "sku", "description", "quantity", "unit", "unit_price", "amount")
# Thousands mark and decimal mark.
CONVENTIONS: Mapping[str, tuple[str, str]] = {"english": (",", "."), "german": (".", ","), "french": ("\xa0", ",")}
SIGNS: Mapping[str, str] = {"GBP": "£", "USD": "$", "EUR": "€"}


@dataclass(frozen=True, slots=True)
class Layout:
    """One look. `day` is a strftime pattern; `margin`, `size` and `leading` are points.

    `signed` prints the currency's sign before each sum; otherwise the currency stands in the header alone.
    """

    name: str
    language: str = "en"
    numbers: str = "english"
    day: str = "%d %B %Y"
    header: Header = "stacked"
    table: Table = "grid"
    columns: tuple[str, ...] = PLAIN_COLUMNS
    paper: Literal["A4", "letter"] = "A4"
    font: Literal["Helvetica", "Times", "Courier"] = "Helvetica"
    size: float = 9.0
    margin: float = 48.0
    signed: bool = False
    vendor_first: bool = False
    wording: Mapping[str, str] = field(default_factory=dict)

    def word(self, key: str) -> str:
        """What this layout calls a thing."""
        return self.wording.get(key) or words.usual(self.language)[key]

    def figure(self, number: Decimal, places: int = 2) -> str:
        """A number in the layout's convention: 1,234.56 or 1.234,56."""
        thousands, point = CONVENTIONS[self.numbers]
        plain = f"{number:,.{places}f}"
        return plain.translate({ord(","): thousands, ord("."): point})

    def sum(self, number: Decimal, currency: str) -> str:
        """A sum of money, with its sign where the layout prints one."""
        sign = SIGNS.get(currency, "") if self.signed else ""
        return sign + self.figure(number)

    def date(self, day: date) -> str:
        """A date as the layout prints it; month names are English."""
        return day.strftime(self.day)


LAYOUTS: Mapping[str, Layout] = {
    one.name: one
    for one in (
        Layout("grid"),
        Layout("borderless", table="borderless", day="%d/%m/%Y", font="Times", size=10),
        Layout(
            "two_columns",
            header="two_columns",
            table="rules",
            day="%Y-%m-%d",
            signed=True,
            columns=("sku", "description", "unit_price", "quantity", "amount"),
        ),
        Layout(
            "boxed",
            header="boxed",
            table="grid",
            paper="letter",
            day="%d-%b-%Y",
            columns=("quantity", "unit", "sku", "gtin", "description", "unit_price", "amount"),
            size=8,
        ),
        Layout(
            "german",
            language="de",
            numbers="german",
            day="%d.%m.%Y",
            header="two_columns",
            table="rules",
            columns=("number", "sku", "buyer_sku", "description", "quantity", "unit", "unit_price", "amount"),
        ),
        Layout("french", language="fr", numbers="french", day="%d/%m/%Y", table="grid", vendor_first=True),
        Layout("zebra", table="zebra", header="stacked", day="%B %d, %Y", signed=True, paper="letter"),
        Layout("typewriter", table="borderless", font="Courier", size=8, header="stacked", day="%d-%b-%Y"),
    )
}

_DAYS = {
    "en": ("%d %B %Y", "%Y-%m-%d", "%d-%b-%Y", "%B %d, %Y", "%d/%m/%Y"),
    "de": ("%d.%m.%Y", "%Y-%m-%d"),
    "fr": ("%d/%m/%Y", "%d.%m.%Y"),
}
_COLUMNS = (
    PLAIN_COLUMNS,
    ("sku", "description", "quantity", "unit_price", "amount"),
    ("quantity", "unit", "sku", "description", "unit_price", "amount"),
    ("number", "description", "sku", "quantity", "unit_price", "amount"),
    ("number", "sku", "gtin", "description", "quantity", "unit", "unit_price", "amount"),
    ("number", "buyer_sku", "sku", "description", "unit_price", "quantity", "amount"),
)
_NUMBERS = {"en": "english", "de": "german", "fr": "french"}


def any_layout(chance: random.Random) -> Layout:
    """A layout that nobody drew by hand, the same for the same chance."""
    language = chance.choice(("en", "en", "en", "de", "fr"))
    return Layout(
        name="any",
        language=language,
        numbers=_NUMBERS[language],
        day=chance.choice(_DAYS[language]),
        header=chance.choice(("stacked", "two_columns", "boxed")),
        table=chance.choice(("grid", "borderless", "zebra", "rules")),
        columns=chance.choice(_COLUMNS),
        paper=chance.choice(("A4", "letter")),
        font=chance.choice(("Helvetica", "Times", "Courier")),
        size=chance.choice((7.5, 8.0, 9.0)),
        margin=chance.choice((36.0, 48.0, 60.0)),
        signed=chance.choice((True, False, False)),
        vendor_first=chance.choice((True, False, False)),
        wording=words.any_of(language, chance),
    )
