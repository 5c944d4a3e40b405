"""Printed dates, and the order of day and month that a document keeps to."""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from parsers import months, numbers


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


_YEAR = r"(?P<y>(?:19|20)\d\d|25[5-9]\d|\d\d)"
_NAME = r"(?P<n>[^\W\d_]{2,13})"
_FIRST = r"(?:st|nd|rd|th|er|\.?[ºª°])?(?: day of)?"
_SHAPES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.]) ?(?P<m>\d{1,2})(?P=s) ?(?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?<![\d.,/-])(?P<a>\d{{1,2}})(?P<s>[-/.]) ?(?P<b>\d{{1,2}})(?P=s) ?{_YEAR}(?![\d.,/-]*\d)"),
    re.compile(r"(?<![\d.,/-])(?P<a>\d{1,2}) (?P<s>[-/.]) (?P<b>\d{1,2}) (?P=s) (?P<y>20\d\d)(?![\d.,/-]*\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}}){_FIRST}[-/. ,]{{0,2}}(?:de |di |d'|ב-?)?{_NAME}\.?[-/. ,']{{1,2}}"
        rf"(?:de |del |of )?{_YEAR}(?!\d)"
    ),
    re.compile(rf"(?<![^\W\d_]){_NAME}\.?[ -](?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:, ?| |-)(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<y>20\d\d)(?:[-/ ]|\. ?){_NAME}\.?[-/ ](?P<d>\d{{1,2}})(?!\d)"),
    # 2026年4月1日 · 令和8年4月1日 · 民國115年4月1日 · 2026년 4월 1일
    re.compile(
        r"(?P<era>令和|平成|昭和|民國|民国)? ?(?P<y>(?<!\d)\d{1,4}|元) ?[年년] ?(?P<m>\d{1,2}) ?[月월]"
        r" ?(?P<d>\d{1,2}) ?[日일]"
    ),
    re.compile(r"(?<![^\W_])(?P<era>[RH])(?P<y>\d{1,2})(?P<s>[./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"),
)
# The year before the first of an era: the first year of Reiwa is 2019.
_ERAS = {"令和": 2018, "R": 2018, "平成": 1988, "H": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_COMPACT = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_BUDDHIST = 543  # years that the calendar of Thailand is ahead
_THAI = re.compile(r"[\u0e00-\u0e7f]|\bB\.?E\.")
_LEAST_DIGITS = 2
_WIDE = {ord(wide): str(digit) for digit, wide in enumerate("０１２３４５６７８９")} | {ord("／"): "/", ord("．"): "."}


def find(text: str) -> list[Found]:
    """Every date in a text, from left to right."""
    return list(_find(text))


def alone(text: str) -> date | None:
    """The date that eight digits beside a label of a date are: 20260403."""
    digits = numbers.western(text).strip()
    return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if _COMPACT.fullmatch(digits) else None


@lru_cache(maxsize=8192)
def _find(text: str) -> tuple[Found, ...]:
    if sum(c.isdigit() for c in text) < _LEAST_DIGITS:
        return ()
    plain = text if text.isascii() else numbers.western(text).translate(_WIDE)
    taken: list[Found] = []
    for shape in _SHAPES:
        for match in shape.finditer(plain):
            if any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            found = _read(match)
            if found:
                taken.append(found._replace(text=text[found.start : found.end]))
    return tuple(sorted(taken, key=lambda found: found.start))


def _read(match: re.Match[str]) -> Found | None:
    parts = match.groupdict()
    year = _year(parts["y"], parts.get("era"), match.string)
    if year is None:
        return None
    if parts.get("a"):
        return _in_figures(match, year)
    month = int(parts["m"]) if parts.get("m") else _named(months.bare(parts["n"]), parts["y"])
    said = _day(year, month, int(parts["d"])) if month else None
    return _found(match, said, said, None)


def _named(name: str, year: str) -> int | None:
    """The month of a name; "12 set 20" and "5 LED 24" are counts of goods unless a whole year follows."""
    return None if name in months.WORDS and len(year) == 2 else months.MONTH.get(name)  # noqa: PLR2004


def _in_figures(match: re.Match[str], year: int) -> Found | None:
    first, second = int(match["a"]), int(match["b"])
    by_day, by_month = _day(year, second, first), _day(year, first, second)
    if match["s"] == "." and by_day:  # points part the figures of a date only where the day stands first
        by_month = by_day
    proves = None
    if match["s"] != "." and (by_day is None) != (by_month is None):
        proves = Order.MONTH_FIRST if by_day is None else Order.DAY_FIRST
    elif by_day and by_month and by_day != by_month:
        proves = _by_weekday(match, by_day, by_month)
        by_day = None if proves is Order.MONTH_FIRST else by_day
        by_month = None if proves is Order.DAY_FIRST else by_month
    return _found(match, by_day, by_month, proves)


def _by_weekday(match: re.Match[str], by_day: date, by_month: date) -> Order | None:
    """The order under which the date falls on the day of the week named before it: "Fri 03/04/2026"."""
    before = match.string[: match.start()].split()[-1:]
    weekday = months.WEEKDAY.get(months.bare(before[0])) if before else None
    if weekday is None or by_day.weekday() == by_month.weekday():
        return None
    fits = {by_day.weekday(): Order.DAY_FIRST, by_month.weekday(): Order.MONTH_FIRST}
    return fits.get(weekday)


def _year(text: str, era: str | None, whole: str) -> int | None:
    """The year of our count, from the year of an era, from two digits, or from the Buddhist count where Thai stands."""
    if era:
        return _ERAS[era] + (1 if text == "元" else int(text))
    if not text.isdigit():
        return None
    year = int(text) + (2000 if len(text) == 2 else 0)  # noqa: PLR2004 - "26" is 2026
    if year > 2500:  # noqa: PLR2004 - nobody orders that far ahead
        return year - _BUDDHIST if _THAI.search(whole) else None
    return year if len(text) in {2, 4} else None


def _found(
    match: re.Match[str], day_first: date | None, month_first: date | None, proves: Order | None
) -> Found | None:
    if day_first is None and month_first is None:
        return None
    return Found(match.group(), match.start(), match.end(), day_first, month_first, proves)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def order(texts: Iterable[str]) -> tuple[Order | None, bool]:
    """The order that the dates of a document prove, and whether they contradict one another."""
    proven = {found.proves for text in texts for found in find(text) if found.proves}
    return (next(iter(proven)), False) if len(proven) == 1 else (None, len(proven) > 1)
