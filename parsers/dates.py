"""Printed dates, and the order of day and month that a document keeps to."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Order(StrEnum):
    """Which of the first two numbers of 03/04/2026 is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class Found(NamedTuple):
    """A date in a text: the characters, where they start and end, and what they say under either order.

    `proves` is the order that only this date's figures allow (25/03/2026 proves day first), if any.
    """

    text: str
    start: int
    end: int
    day_first: date | None
    month_first: date | None
    proves: Order | None = None

    @property
    def is_open(self) -> bool:
        """The order of day and month changes what it says."""
        return self.day_first != self.month_first and None not in (self.day_first, self.month_first)

    def under(self, order: Order | None) -> date | None:
        """What it says under this order; without one, only where the order does not matter."""
        if self.is_open:
            if order is None:
                return None
            return self.day_first if order is Order.DAY_FIRST else self.month_first
        return self.day_first or self.month_first


_MONTHS = (
    "january januar janvier enero gennaio januari janeiro jan gen ene sty jaenner",
    "february februar fevrier febrero febbraio februari fevereiro feb fev fevr lut",
    "march maerz marz mars marzo maart marco mar mrz mrt",
    "april avril abril aprile apr avr abr kwi",
    "may mai mayo maggio mei maio mag maj",
    "june juni juin junio giugno junho jun giu cze",
    "july juli juillet julio luglio julho jul lug juil lip",
    "august aout agosto augustus aug ago sie",
    "september septembre septiembre settembre setembro sep sept set wrz",
    "october oktober octobre octubre ottobre outubro oct okt ott out paz",
    "november novembre noviembre novembro nov lis",
    "december dezember decembre diciembre dicembre dezembro dec dez dic des gru",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_YEAR = r"(?P<y>(?:19|20)\d\d|\d\d)"
_SHAPES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?<![\d.,/-])(?P<a>\d{{1,2}})(?P<s>[-/.]) ?(?P<b>\d{{1,2}})(?P=s) ?{_YEAR}(?![\d.,/-]*\d)"),
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª)?[-/. ,]{0,2}(?:de |di )?(?P<n>[^\W\d_]{3,10})\.?[-/. ,']{1,2}"
        rf"(?:de |del )?{_YEAR}(?!\d)"
    ),
    re.compile(
        r"(?<![^\W\d_])(?P<n>[^\W\d_]{3,10})\.?[ -](?P<d>\d{1,2})(?:st|nd|rd|th)?(?:, ?| |-)(?P<y>(?:19|20)\d\d)(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<y>20\d\d)[-/ ](?P<n>[^\W\d_]{3,10})[-/ ](?P<d>\d{1,2})(?!\d)"),
)


def find(text: str) -> list[Found]:
    """Every date in a text, from left to right."""
    return list(_find(text))


@lru_cache(maxsize=8192)
def _find(text: str) -> tuple[Found, ...]:
    taken: list[Found] = []
    for shape in _SHAPES:
        for match in shape.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            found = _read(match)
            if found:
                taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.start))


def _read(match: re.Match[str]) -> Found | None:
    parts = match.groupdict()
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)  # noqa: PLR2004 - "26" is 2026
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        by_day, by_month = _day(year, second, first), _day(year, first, second)
        if parts["s"] == "." and by_day:  # points part the figures of a date only where the day stands first
            by_month = by_day
        proves = None
        if parts["s"] != "." and (by_day is None) != (by_month is None):
            proves = Order.MONTH_FIRST if by_day is None else Order.DAY_FIRST
        return _found(match, by_day, by_month, proves)
    month = int(parts["m"]) if parts.get("m") else _MONTH.get(_bare(parts["n"]))
    said = _day(year, month, int(parts["d"])) if month else None
    return _found(match, said, said, None)


def _found(
    match: re.Match[str], day_first: date | None, month_first: date | None, proves: Order | None
) -> Found | None:
    if day_first is None and month_first is None:
        return None
    return Found(match.group(), match.start(), match.end(), day_first, month_first, proves)


def _bare(name: str) -> str:
    spelled = name.casefold().replace("ä", "ae") if name.casefold().startswith(("mär", "jän")) else name.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", spelled) if c.isalpha())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def order(texts: Iterable[str]) -> tuple[Order | None, bool]:
    """The order that the dates of a document prove, and whether they contradict one another."""
    proven = {found.proves for text in texts for found in find(text) if found.proves}
    return (next(iter(proven)), False) if len(proven) == 1 else (None, len(proven) > 1)
