"""Numbers and dates as people of many countries write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import get_month_names

# Thousands mark and decimal mark.
MARKS: Mapping[str, tuple[str, str]] = {
    "comma_point": (",", "."),
    "none_point": ("", "."),
    "point_comma": (".", ","),
    "space_comma": (" ", ","),
    "nbsp_comma": ("\xa0", ","),
    "none_comma": ("", ","),
    "apostrophe_point": ("'", "."),
    "lakh_point": (",", "."),
}
_LAKH = 2


@dataclass(frozen=True, slots=True)
class Figures:
    """One document's way with numbers and dates.

    `day` is made of d, dd, m, mm, mon, month, yy, yyyy and the marks between them; `places` are those of a sum of
    money, `price_places` those of a price. `tail` follows a sum ("/-"), where its pence are nought.
    """

    marks: str
    day: str
    language: str
    places: int = 2
    price_places: int = 2
    quantity_places: int = 0
    tail: str = ""

    def number(self, figure: Decimal, places: int) -> str:
        """A number with so many places."""
        thousands, point = MARKS[self.marks]
        whole, _, rest = f"{abs(figure):.{places}f}".partition(".")
        grouped = _grouped(whole, thousands, step=_LAKH if self.marks == "lakh_point" else 3)
        return ("-" if figure < 0 else "") + grouped + (point + rest if rest else "")

    def sum(self, figure: Decimal) -> str:
        """A sum of money."""
        if self.tail and figure == figure.to_integral_value():
            return self.number(figure, 0) + self.tail
        return self.number(figure, self.places)

    def price(self, figure: Decimal) -> str:
        """The price of one unit, with every place that it has."""
        own = -int(figure.normalize().as_tuple().exponent)
        return self.number(figure, max(self.price_places, own))

    def quantity(self, figure: Decimal) -> str:
        """How many."""
        own = max(0, -int(figure.normalize().as_tuple().exponent))
        return self.number(figure, max(self.quantity_places, own))

    def date(self, day: date) -> str:
        """A day."""
        wanted = {
            "month": get_month_names("wide", locale=self.language)[day.month],
            "yyyy": f"{day.year}",
            "mon": get_month_names("abbreviated", locale=self.language)[day.month].strip("."),
            "dd": f"{day.day:02}",
            "mm": f"{day.month:02}",
            "yy": f"{day.year % 100:02}",
            "d": f"{day.day}",
            "m": f"{day.month}",
        }
        out, rest = "", self.day
        while rest:
            key = next((key for key in wanted if rest.startswith(key)), None)
            out, rest = (out + wanted[key], rest[len(key) :]) if key else (out + rest[0], rest[1:])
        return out


def rounded(figure: Decimal, places: int) -> Decimal:
    """To so many places, half up as a till does it."""
    return figure.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _grouped(whole: str, mark: str, *, step: int) -> str:
    """The digits of a whole number in threes; in India in twos before the last three."""
    if not mark or len(whole) <= 3:  # noqa: PLR2004 - thousands begin after three digits
        return whole
    head, groups = whole[:-3], [whole[-3:]]
    while head:
        groups.insert(0, head[-step:])
        head = head[:-step]
    return mark.join(groups)
