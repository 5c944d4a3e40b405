"""Figures and days as exact formats write them: one spelling each, anything else is an error and never a guess."""

import re
from datetime import date
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(?:\d{1,24}(?:\.\d{0,12})?|\.\d{1,12})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*|Z|[+-]\d\d:\d\d)?", re.DOTALL)
_CENTURY = 70  # two figures from here on are of the last century: no older order is sent


class BadValueError(ValueError):
    """Text that is not the figure or the day that its format promises: what it says, and what was expected."""


def number(text: str, *, mark: str = ".") -> Decimal:
    """A plain decimal such as 1250.5; `mark` starts its decimals. No grouping, no exponent."""
    plain = text.strip().replace(mark, ".") if mark != "." else text.strip()
    if not _NUMBER.fullmatch(plain) or (mark != "." and "." in text):
        raise BadValueError(f"“{text[:40]}” is no number; a plain decimal such as 1250{mark}5 was expected")
    return Decimal(plain)


def implied(text: str, places: int) -> Decimal:
    """A whole number with its decimals implied (X12 type N2: 1250 is 12.50)."""
    if not re.fullmatch(r"-?\d{1,24}", text.strip()):
        raise BadValueError(f"“{text[:40]}” is no whole number; {places} decimals are implied here (1250 is 12.50)")
    return Decimal(text.strip()).scaleb(-places)


def count(text: str) -> int:
    """A whole number from 0."""
    if not re.fullmatch(r"\d{1,12}", text.strip()):
        raise BadValueError(f"“{text[:40]}” is no count; a whole number was expected")
    return int(text)


def compact(text: str) -> date:
    """CCYYMMDD, or YYMMDD of older versions; a time may follow the eight figures."""
    if not re.fullmatch(r"\d{6}|\d{8}(?:\d{2}|\d{4}|\d{6})?", text.strip(), re.ASCII):
        raise BadValueError(f"“{text[:40]}” is no date; eight figures such as 20261102 were expected")
    figures = text.strip()
    if len(figures) == 6:  # noqa: PLR2004 - YYMMDD
        figures = ("19" if int(figures[:2]) >= _CENTURY else "20") + figures
    return _day(figures[:4], figures[4:6], figures[6:8], text)


def iso(text: str) -> date:
    """2026-11-02, with or without a time (ISO 8601, xs:date and xs:dateTime); the day as its writer counts it."""
    found = _ISO.fullmatch(text.strip())
    if not found:
        raise BadValueError(f"“{text[:40]}” is no date; one such as 2026-11-02 was expected")
    return _day(found[1], found[2], found[3], text)


def coded(text: str, code: str, mark: str = "") -> date:
    """A day in one of the formats of UN/EDIFACT 2379: 102, 203, 204, 101, 2, 4, 718 (the first day of a period)."""
    figures = text.strip().replace(mark, "") if mark else text.strip()
    match code:
        case "" | "102" | "203" | "204" | "205" | "101" | "201" | "303" | "304":
            # 205, 303 and 304 end in a time zone: only their day counts.
            return compact(figures[:8] if code in {"205", "303", "304"} else _short(figures, code))
        case "718" | "711" | "719":
            return compact(figures.replace("-", "")[:8])
        case "2" | "4":  # DDMMYY, DDMMCCYY
            return compact(figures[4:] + figures[2:4] + figures[:2])
        case _:
            raise BadValueError(f"dates in format {code[:10]} are not read; format 102 (CCYYMMDD) was expected")


def _short(figures: str, code: str) -> str:
    return figures[:6] if code in {"101", "201"} else figures


def _day(year: str, month: str, day: str, text: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError as wrong:
        raise BadValueError(f"“{text[:40]}” is no day of any calendar; one such as 20261102 was expected") from wrong


def gtin_holds(text: str) -> bool:
    """The last figure of a GTIN is the check digit of the others (GS1 General Specifications, 7.9)."""
    if not re.fullmatch(r"\d{8}|\d{12,14}", text, re.ASCII):
        return False
    weighted = sum(int(figure) * (3 if at % 2 == 0 else 1) for at, figure in enumerate(reversed(text[:-1])))
    return -weighted % 10 == int(text[-1])
