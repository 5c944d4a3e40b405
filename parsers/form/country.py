"""Which countries a paper's addresses, tax numbers and legal forms show, and what follows for its money and dates."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from parsers import dates
from parsers.form.wordings.countries import COUNTRIES, Country
from parsers.numbers import Mark

_COMMA = frozenset(
    "DE AT BE NL LU FR ES PT IT GR DK SE NO FI IS PL CZ SK HU RO BG HR SI RS BA EE LV LT UA RU BY KZ TR BR AR CL CO UY"
    " PY VE EC BO CR ID VN MA TN DZ".split()
)
_FIRST = {"d": dates.Order.DAY_FIRST, "m": dates.Order.MONTH_FIRST}
_LONGEST = 400  # letters of a row that are looked at
_WORDS = re.compile(r"[^\W\d_]+")
_NO_WORDS = re.compile(r"\\[A-Za-z]|\[[^]]*\]|\(\?<?[:!=]")  # what is no letter of the text in a pattern
_IDEOGRAMS = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\u3200-\u32ff]")


class _Sought(NamedTuple):
    code: str
    pattern: re.Pattern[str]
    words: frozenset[str]  # a text with none of these words shows this country by figures at most
    has_figures: bool


@lru_cache(maxsize=4096)
def of(text: str) -> frozenset[str]:
    """The countries (two letters each) that a text shows by a name, a number or a form that nothing else looks like."""
    text = text[:_LONGEST]
    words = {word.casefold() for word in _WORDS.findall(text)}
    is_asian = not text.isascii() and bool(_IDEOGRAMS.search(text))  # without white space between words
    figures = any(c.isdigit() for c in text)
    return frozenset(
        one.code
        for one in _sought()
        if (is_asian or (figures and one.has_figures) or not one.words.isdisjoint(words)) and one.pattern.search(text)
    )


@cache
def _sought() -> tuple[_Sought, ...]:
    return tuple(_one(code, country) for code, country in COUNTRIES.items())


def _one(code: str, country: Country) -> _Sought:
    edge = "" if country.first == "y" else r"(?<![^\W\d_])"
    names = rf"{edge}(?:{country.names}|{_capital(country.names)})(?![^\W\d_])"
    whole = f"{names}|{country.signs}" if country.signs else names
    words = {word.casefold() for word in _WORDS.findall(_NO_WORDS.sub(" ", f"{country.names}|{country.signs}"))}
    has_figures = any(not _WORDS.search(_NO_WORDS.sub(" ", sign)) for sign in country.signs.split("|") if sign)
    return _Sought(code, re.compile(whole), frozenset(words), has_figures)


def _capital(names: str) -> str:
    """The names in capitals; what a pattern spells with a backslash stays."""
    return re.sub(r"(?<!\\)[^\W\d_]", lambda letter: letter.group().upper(), names)


def all_of(texts: Iterable[str]) -> frozenset[str]:
    """The countries of several texts."""
    return frozenset(code for text in texts for code in of(text))


def days(codes: Iterable[str]) -> dates.Order | None:
    """What all these countries write first in 03/04/2026; None where they differ, waver, or there are none."""
    said = {COUNTRIES[code].first for code in codes}
    return _FIRST.get(said.pop()) if len(said) == 1 else None


def money(codes: Iterable[str]) -> str | None:
    """The one currency of all these countries; None where they have several, or there are none."""
    said = {COUNTRIES[code].money for code in codes}
    return said.pop() if len(said) == 1 else None


def mark(codes: Iterable[str]) -> Mark | None:
    """What all these countries write before decimals; None where they differ, or there are none."""
    said = {Mark.COMMA if code in _COMMA else Mark.POINT for code in codes}
    return said.pop() if len(said) == 1 else None
