"""Printed figures and the convention they are written in: which sign starts the decimals.

1,234.56 · 1.234,56 · 1 234,56 · 1'234.56 · 2,39,308.80 · 1,250/- · 12.50- · (12.50) · Arabic digits.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Mark(StrEnum):
    """The sign before the decimals, in the whole of a document."""

    POINT = "."
    COMMA = ","


class Figure(NamedTuple):
    """A number, the characters that say it, and what stands before and after it in its cell."""

    value: Decimal
    text: str
    before: str
    after: str


_LONGEST = 80  # letters of a cell with a figure in it
_DIGITS = {ord(a): str(i) for i, a in enumerate("٠١٢٣٤٥٦٧٨٩")} | {ord(a): str(i) for i, a in enumerate("۰۱۲۳۴۵۶۷۸۹")}
_DIGITS |= {ord("٫"): ".", ord("٬"): ",", 0x2212: "-", 0x00A0: " ", 0x202F: " ", 0x2009: " ", 0x2019: "'"}

_SPACED = r"[1-9]\d{0,2}(?:[ ']\d{3})+"
_WHOLE = {
    # Thousands by three, Indian lakhs by two and then three, or no grouping at all.
    Mark.POINT: rf"(?:[1-9]\d{{0,2}}(?:,\d{{3}})+|[1-9]\d?(?:,\d{{2}})+,\d{{3}}|{_SPACED}|\d+)",
    Mark.COMMA: rf"(?:[1-9]\d{{0,2}}(?:\.\d{{3}})+|{_SPACED}|\d+)",
}
_STRICT = {
    mark: re.compile(rf"(?:{whole}(?:{re.escape(mark)}\d{{1,6}})?|{re.escape(mark)}\d{{1,6}})")
    for mark, whole in _WHOLE.items()
}
_CURRENCY = (
    r"(?:[A-Z]{3}|US ?\$|[A-Z]{1,2}\$|[$€£¥₹₩₪₺₽₴₫₱฿₦₨৳]|Rs\.?|INR\.?|KD|K\.D\.|kr\.?|zł|S?Fr\.?|R\$|Kč|TL|RM|Rp\.?"
    r"|Ft|[Ll]ei|лв\.?|руб\.?|円|元|圆|원|euros?)"
)
_DRESS = re.compile(
    rf"^(?P<open>\(?)\s*(?P<sign>[-+]|\(-\))?\s*(?:{_CURRENCY})?\s*(?P<inner>[-+]?)\s*"
    rf"(?P<core>[\d.,'][\d.,' ]*?)\s*(?:/-|,-|\.-|=)?\s*(?P<minus>-?)\s*(?:{_CURRENCY})?\s*(?P<close>\)?)$"
)
_TOKEN = re.compile(r"\d[\d.,']*\d|\d")
_CELL = re.compile(r"(?<![\w.,/])[-+(]?(?:[$€£¥₹] ?)?\d[\d.,']*(?: \d{3}(?![\w]))*(?:[.,]\d+)?(?:/-)?-?\)?")


@lru_cache(maxsize=65_536)
def has_digit(text: str) -> bool:
    """There is a digit in it, of any writing."""
    return any(map(str.isdecimal, text))  # the raised 2 of "m²" counts nothing


def western(text: str) -> str:
    """The same text with western digits, signs and spaces."""
    return text if text.isascii() else text.translate(_DIGITS)


@lru_cache(maxsize=65_536)
def value(text: str, mark: Mark) -> Decimal | None:
    """The number that this text is and nothing else than; None where it is none under this convention."""
    if len(text) > _LONGEST:
        return None
    found = _DRESS.match(western(text).strip())
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    core = found["core"].strip()
    if not _STRICT[mark].fullmatch(core):
        return None
    other = "," if mark is Mark.POINT else "."
    plain = core.replace(other, "").replace(" ", "").replace("'", "").replace(mark, ".")
    is_negative = bool(found["open"]) or "-" in (found["sign"] or "") + found["inner"] + found["minus"]
    return -Decimal(plain) if is_negative else Decimal(plain)


@lru_cache(maxsize=65_536)
def figure(text: str, mark: Mark) -> Figure | None:
    """The one number of a cell, with its unit or currency beside: "500 EA", "NR 30", "4.61/Ea", "1.55 USD".

    None where there is no number or more than one.
    """
    if len(text) > _LONGEST:
        return None
    clean = western(text).strip()
    if (whole := value(clean, mark)) is not None:
        return Figure(whole, text, "", "")
    found = list(_CELL.finditer(clean))
    if len(found) != 1:
        return None
    hit = found[0]
    number = value(hit.group().strip(), mark)
    after = clean[hit.end() :].strip(" /")
    if number is None or after[:1].isdigit():
        return None
    return Figure(number, hit.group(), clean[: hit.start()].strip(), after)


def votes(texts: Iterable[str]) -> dict[Mark, int]:
    """How many of these words can be numbers under one convention alone."""
    counted = {Mark.POINT: 0, Mark.COMMA: 0}
    for text in texts:
        if "." not in text and "," not in text:
            continue
        clean = western(text).rpartition("$")[2].strip("()-+$€£₹ ") or western(text).strip("()-+$€£₹ ")  # "US$49.83"
        if not clean or not (clean[0].isdigit() or clean[0] in ".,"):
            continue
        point, comma = value(clean, Mark.POINT), value(clean, Mark.COMMA)
        if (point is None) != (comma is None):
            counted[Mark.POINT if comma is None else Mark.COMMA] += 1
    return counted


def is_open(text: str) -> bool:
    """This word is two different numbers under the two conventions: "1.234", "12,500"."""
    point, comma = value(text, Mark.POINT), value(text, Mark.COMMA)
    return point is not None and comma is not None and point != comma


def plain(number: Decimal) -> str:
    """Digits with a point and no exponent or needless noughts: "1250", "0.075"."""
    whole = number.normalize()
    return f"{whole:f}" if whole else "0"
