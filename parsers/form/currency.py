"""The currency of an order: a code or a sign that is one currency's alone, else a guess."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import iso4217

from desk.reading import Evidence
from parsers import numbers, page
from parsers.form.fields import Labelled, evidence
from parsers.page import Page, Word

CODES = frozenset(currency.code for currency in iso4217.Currency)
# Beside a figure any three capitals may stand (ALL, CUP, PEN, CVE): only codes that are money and nothing else count.
_COMMON = frozenset(
    "USD EUR GBP JPY CNY CHF CAD AUD NZD INR HKD SGD SEK NOK DKK PLN CZK HUF RON BGN ILS AED SAR QAR KWD BHD OMR JOD"
    " EGP ZAR BRL MXN CLP ARS KRW TWD THB MYR IDR PHP VND LKR BDT PKR NGN KES GHS UAH ISK".split()
)
_SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "Rs": "INR", "Rs.": "INR", "KD": "KWD", "zł": "PLN", "R$": "BRL", "US$": "USD",
    "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "₩": "KRW", "₪": "ILS",
    "₺": "TRY", "Kč": "CZK", "RMB": "CNY", "SFr.": "CHF", "Fr.": "CHF", "euro": "EUR", "euros": "EUR",
}  # fmt: skip
_MANY = {"$": ("USD", "CAD", "AUD"), "¥": ("JPY", "CNY"), "kr": ("SEK", "NOK", "DKK"), "kr.": ("DKK", "SEK", "NOK")}
_SAID = re.compile(
    r"\b(?:(us dollars?|u\.s\. dollars?)|(indian rupees)|(pounds? sterling)|(swiss francs?)|(euros?))\b", re.IGNORECASE
)
_SAID_CODES = ("USD", "INR", "GBP", "CHF", "EUR")
_CODE = re.compile(r"(?<![A-Za-z])([A-Z]{3}|US\$|US \$|[$€£₹¥₩₪₺])(?![A-Za-z])")


_HINT = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[$€£¥₹₩₪₺]|Rs|KD|kr|zł|Kč|Fr\.|euro")
_LONGEST = 20  # letters of a figure with its sign
_FIRST, _LAST = 5, 3  # pages of a long document that are looked at


class Currency(NamedTuple):
    """The code, where it stands, and the other codes it might be (empty: it is sure)."""

    code: str | None
    evidence: Evidence | None
    guesses: tuple[str, ...] = ()


def find(
    found: Labelled,
    pages: Sequence[Page],
    headings: Iterable[tuple[Word, Page]],
    part: str,
    buyers: Sequence[str] = (),
) -> Currency:
    """The currency that a label names, else the one beside the figures; `buyers` are the addresses of the buyer."""
    for value in found.values("currency"):
        for word in value.words[:4]:
            code = _SIGNS.get(word.text) or word.text.strip("().,:").upper()
            if code in CODES:
                return Currency(code, evidence((word,), value.label.sheet, part))
    counted, where = _beside(pages, part)
    _in_headings(headings, part, counted, where)
    sure = [code for code, _ in counted.most_common() if code in CODES]
    if sure:
        return Currency(sure[0], where[sure[0]], tuple(sure) if len(sure) > 1 else ())
    if not counted:
        return _by_country(pages)
    many = next((sign for sign, _ in counted.most_common() if sign in _MANY), None)
    if many == "$" and _is_american(buyers, pages):
        return Currency("USD", where[many])
    if many:
        return Currency(_MANY[many][0], where[many], _MANY[many])
    return Currency(None, None)


_COUNTRIES = (
    ("USD", re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b|\bU\.?S\.?A\b|\bUnited States\b")),
    ("INR", re.compile(r"\bIndia\b|\bGSTIN?\b|\bRupees\b|\bLakhs?\b", re.IGNORECASE)),
    ("GBP", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bUnited Kingdom\b")),
    ("CHF", re.compile(r"\bSchweiz\b|\bSuisse\b|\bSwitzerland\b|\bCH-\d{4}\b")),
    ("EUR", re.compile(
        r"\b(?:GmbH|S\.?r\.?l\.?|S\.?p\.?A\.?|SARL|B\.V\.|Deutschland|Germany|France|Italia|Italy|España|Spain|"
        r"Nederland|Netherlands|Österreich|Austria|Portugal|Lda|Oy|Finland|Belgium|Ireland)(?![a-z])"
    )),
)  # fmt: skip


def _in_headings(
    headings: Iterable[tuple[Word, Page]], part: str, counted: Counter[str], where: dict[str, Evidence]
) -> None:
    """Count the codes and signs in the heads of the tables: each speaks for a whole column."""
    for word, sheet in headings:
        for match in _CODE.finditer(word.text.strip("()[].,")):
            code = "USD" if match[1] in {"US$", "US $"} else _SIGNS.get(match[1], match[1])
            if code in _COMMON or code in _MANY:
                counted[code] += 3
                where.setdefault(code, evidence((word,), sheet, part))


_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA"
    " RI SC SD TN TX UT VT VA WA WV WI WY DC"
).replace(" ", "|")
_AMERICAN = re.compile(rf"\b(?:{_STATES}),? +\d{{5}}(?:-\d{{4}})?(?!\d)")
# What another country that calls its money dollars, or writes "$" for pesos, prints on an order.
_OTHER_DOLLARS = re.compile(
    r"\b(?:Canada|Canadian|Australian?|New Zealand|Hong Kong|Singapore|Taiwan|"
    r"M[eé]xico|Mexicano|Chile|Colombia|Argentina|"
    r"Uruguay|Bermuda|Jamaica|Bahamas|Barbados|Dominicana|Fiji|Namibia|pesos?|ABN|HST|PST|QST|TPS|TVQ|RFC|NIT|RUT|CUIT|"
    r"CAD|AUD|NZD|HKD|SGD|MXN|CLP|COP|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d)\b",
    re.IGNORECASE,
)


def _is_american(buyers: Sequence[str], pages: Sequence[Page]) -> bool:
    """The buyer's address has a state and a ZIP code, and no other country of dollars is named anywhere."""
    is_at_home = any(_AMERICAN.search(address) for address in buyers)
    return is_at_home and not any(_OTHER_DOLLARS.search(row.text) for sheet in pages for row in sheet.rows)


def _by_country(pages: Sequence[Page]) -> Currency:
    """Where no currency is printed, that of the addresses is a guess."""
    for code, country in _COUNTRIES:
        for row in pages[0].rows if pages else ():
            if country.search(row.text):
                return Currency(code, None, (code,))
    return Currency(None, None)


def _beside(pages: Sequence[Page], part: str) -> tuple[Counter[str], dict[str, Evidence]]:
    """Codes and signs that stand beside numbers."""
    counted: Counter[str] = Counter()
    where: dict[str, Evidence] = {}
    for sheet in pages if len(pages) <= _FIRST + _LAST else (*pages[:_FIRST], *pages[-_LAST:]):
        for row in sheet.rows:
            for at, word in enumerate(row.words):
                sign = _sign(word.text)
                if sign is None:
                    continue
                near = [row.words[i].text for i in (at - 1, at + 1) if 0 <= i < len(row.words)]
                if word.text != sign or any(_is_figure(text) for text in near):
                    counted[sign] += 1
                    where.setdefault(sign, evidence((word,), sheet, part))
            said = _SAID.search(page.say(row.words)) if len(row.words) > 2 else None  # noqa: PLR2004
            if said:
                code = _SAID_CODES[next(i for i, group in enumerate(said.groups()) if group)]
                counted[code] += 2
                where.setdefault(code, evidence(row.words, sheet, part))
    return counted, where


@lru_cache(maxsize=16_384)
def _sign(text: str) -> str | None:
    """The code or sign of a word: "EUR", "€12.00", "$", "USD:"."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    bare = text.strip("().:,")
    if bare in _COMMON or bare in _MANY:
        return bare
    if bare in _SIGNS or text in _SIGNS:
        return _SIGNS.get(bare) or _SIGNS[text]
    return _glued(text) if any(c.isdigit() for c in text) else None


def _glued(text: str) -> str | None:
    """The sign that stands at a figure without white space."""
    for sign in (*_SIGNS, *_MANY):
        if (text.startswith(sign) or text.endswith(sign)) and _is_figure(text.replace(sign, "")):
            return _SIGNS.get(sign, sign)
    return text[:3] if text[:3] in _COMMON and _is_figure(text[3:]) else None


def _is_figure(text: str) -> bool:
    return text[:1] not in "-+" and any(numbers.value(text, mark) is not None for mark in numbers.Mark)
