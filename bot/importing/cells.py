"""One cell of a table as the thing that it should be, or what is wrong with it."""

import re
from decimal import Decimal

from desk import errors, money
from parsers import numbers
from parsers.wording import codes

_EMAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\".]{2,}")
_DOMAIN = re.compile(r"(?:[^\s@./]+\.)+[^\s@./]{2,}")
# Ten figures before the point: more is a typing slip or a bar code in the wrong column.
LARGEST = Decimal(10) ** 10


class BadCellError(errors.DeskError):
    """What is wrong with one cell, as the end of a sentence that starts with what the cell says."""


def number(cell: str | Decimal, mark: numbers.Mark | None) -> Decimal:
    """A figure; `mark` is the file's decimal sign, None where nothing in the file tells it."""
    found = cell if isinstance(cell, Decimal) else _figure(cell, mark)
    if found < 0:
        raise BadCellError("is less than nothing")
    if found >= LARGEST:
        raise BadCellError("is too large to be meant")
    return found


def positive(cell: str | Decimal, mark: numbers.Mark | None) -> Decimal:
    """A figure above nothing, such as a pack size."""
    found = number(cell, mark)
    if not found:
        raise BadCellError("is nothing, where at least something was expected")
    return found


def currency(text: str) -> str:
    """An ISO 4217 code."""
    code = text.upper()
    try:
        money.places(code)
    except errors.MoneyError as unknown:
        raise BadCellError("is no currency; write its three letters, such as GBP") from unknown
    return code


def gtin(cell: str | Decimal) -> str:
    """A GTIN of 8, 12, 13 or 14 digits; zeros that a spreadsheet dropped from its start are put back."""
    digits = re.sub(r"[\s\-]", "", str(cell))
    if not (digits.isascii() and digits.isdigit()):
        raise BadCellError("is no GTIN; 8, 12, 13 or 14 digits were expected")
    for length in sorted(codes.GTIN_LENGTHS):
        if len(digits) <= length and codes.gtin(digits.zfill(length)):
            return digits.zfill(length)
    if len(digits) in codes.GTIN_LENGTHS:
        raise BadCellError(f"has a wrong check digit; {codes.check_digit(digits[:-1])} was expected at its end")
    raise BadCellError(f"has {len(digits)} digits; a GTIN has 8, 12, 13 or 14")


def country(text: str) -> str:
    """The two letters of ISO 3166-1."""
    if not re.fullmatch(r"[A-Za-z]{2}", text):
        raise BadCellError("is no country code; write its two letters, such as GB")
    return text.upper()


def email(text: str) -> str:
    """An address, in lower case."""
    if not _EMAIL.fullmatch(text):
        raise BadCellError(f"holds {text!r}, which is no e-mail address")
    return text.lower()


def domain(text: str) -> str:
    """A mail domain, in lower case."""
    bare = text.lower().removeprefix("@")
    if not _DOMAIN.fullmatch(bare):
        raise BadCellError(f"holds {text!r}, which is no mail domain such as melrosefinch.example")
    return bare


def _figure(text: str, mark: numbers.Mark | None) -> Decimal:
    if mark is None and numbers.is_open(text):
        raise BadCellError("can be read in two ways; write it without a thousands sign")
    found = numbers.value(text, mark or numbers.Mark.POINT)
    if found is None:
        raise BadCellError("is no number; a figure such as 9.80 was expected")
    return found
