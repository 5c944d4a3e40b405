"""The currency of an order: a code or a sign that is one currency's alone, else a guess."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import iso4217

from desk.reading import Evidence
from parsers import numbers
from parsers.form import country
from parsers.form.fields import Labelled, evidence
from parsers.form.wordings.countries import COUNTRIES
from parsers.page import Page, Word

# What money was called once, or is called beside its code.
_OLD = {"MXP": "MXN", "NTD": "TWD", "RMB": "CNY", "DHS": "AED", "DHM": "AED", "STG": "GBP", "UKP": "GBP", "NIS": "ILS"}
CODES = frozenset(currency.code for currency in iso4217.Currency) | _OLD.keys()
# Beside a figure any three capitals may stand (ALL, CUP, PEN, CVE): only codes that are money and nothing else count.
_COMMON = frozenset(
    "USD EUR GBP JPY CNY CHF CAD AUD NZD INR HKD SGD SEK NOK DKK PLN CZK HUF RON BGN ILS AED SAR QAR KWD BHD OMR JOD"
    " EGP ZAR BRL MXN CLP ARS KRW TWD THB MYR IDR PHP VND LKR BDT PKR NGN KES GHS UAH ISK RUB UYU COP PYG TTD DOP CRC"
    " GTQ KZT RSD TND XOF XAF TZS UGX MUR NPR MKD BAM KHR LAK MVR JMD BBD BSD BMD FJD TRY PEN".split()
)
_SIGNS = {
    "€": "EUR", "£": "GBP", "₹": "INR", "KD": "KWD", "K.D.": "KWD", "zł": "PLN", "R$": "BRL", "US$": "USD",
    "U$S": "USD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "₩": "KRW", "₪": "ILS", "₺": "TRY", "TL": "TRY", "Kč": "CZK",
    "SFr.": "CHF", "Fr.": "CHF", "euro": "EUR", "euros": "EUR", "฿": "THB", "₫": "VND", "₦": "NGN",
    "₱": "PHP", "₽": "RUB", "руб": "RUB", "₴": "UAH", "৳": "BDT", "円": "JPY", "원": "KRW", "RM": "MYR", "Rp": "IDR",
}  # fmt: skip
# Signs that are the money of several countries, each with the likeliest first.
_MANY = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "TWD"),
    "¥": ("JPY", "CNY"), "元": ("CNY", "TWD"), "kr": ("SEK", "NOK", "DKK", "ISK"), "kr.": ("DKK", "SEK", "NOK"),
    "R": ("ZAR",), "Rs": ("INR", "PKR", "LKR", "NPR", "MUR"), "Rs.": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "₨": ("PKR", "INR", "LKR"), "pesos": ("MXN", "COP", "CLP", "ARS", "PHP"), "dinar": ("KWD", "BHD", "JOD", "IQD"),
    "riyal": ("SAR", "QAR", "OMR"),
}  # fmt: skip
_ELSEWHERE = frozenset({"Rs", "Rs."})  # the other countries with this sign name themselves
# Only beside a figure with a sign in it: "RM 12" is a room, "RMB 8874" a code.
_LETTERS = frozenset({"R", "TL", "RM", "Rp", "元", "K.D.", "KD", "RMB", "TRY", "PEN"})
NAMES = frozenset({*_SIGNS, *_MANY})  # what money is called beside its code: "RMB", "TL", "Rs."
# What sums are said in, in words.
_WORDS = (
    ("USD", r"u\.?s\.? ?dollars?|united states dollars?|dólares americanos"),
    ("CAD", r"canadian dollars?"), ("AUD", r"australian dollars?"), ("SGD", r"singapore dollars?"),
    ("INR", r"indian rupees"), ("Rs", r"rupees"), ("GBP", r"pounds? sterling|gb pounds?"),
    ("CHF", r"swiss francs?|schweizer franken"),
    ("EUR", r"euros?(?![- ]?(?:pal|box|size|plug|norm|hole|bin|lock|style))"),
    ("JPY", r"japanese yen|yen"), ("CNY", r"renminbi|chinese yuan|yuan"), ("PLN", r"zlot(?:y|ych)|złotych|złote"),
    ("SEK", r"swedish kron(?:or|a)|kronor"), ("NOK", r"norwegian kroner|norske kroner"),
    ("DKK", r"danish kroner|danske kroner"), ("AED", r"(?:uae )?dirhams?"), ("BRL", r"reais"), ("MYR", r"ringgit"),
    ("THB", r"baht"), ("ILS", r"(?:new )?shekels?|ש\"ח|שקל"), ("TRY", r"turkish lira|türk lirası"),
    ("RUB", r"рубл(?:ей|я|ь)"), ("KWD", r"kuwaiti dinars?|دينار كويتي|د\.ك"), ("SAR", r"saudi riyals?|ريال سعودي"),
    ("MXN", r"mexican pesos|pesos mexicanos"), ("$", r"dollars"), ("pesos", r"pesos"), ("dinar", r"dinars?|دينار"),
    ("riyal", r"riyals?|ريال"),
)  # fmt: skip
_SAID = re.compile("|".join(rf"(?<![^\W\d_])({words})(?![^\W\d_])" for _, words in _WORDS), re.IGNORECASE)
_MAY_SAY = re.compile(
    r"dollar|rupee|pound|franc|franken|euro|yen|yuan|renminbi|z[lł]ot|kron|dirham|reais|ringgit|baht|shek|שקל|ש\"ח|lira"
    r"|рубл|dinar|دينار|د\.ك|riyal|ريال|peso|dólar",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![A-Za-z])([A-Z]{3}|US\$|US \$|[$€£₹¥₩₪₺฿₫₦₱₽₴])(?![A-Za-z])")


_HINT = re.compile(
    r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[$€£¥₹₩₪₺฿₫₦₱₽₴৳₨円元원]|Rs|(?<![A-Za-z])R(?![A-Za-z])|KD|K\.D|kr|zł|Kč|F[rt]|euro|руб|TL|RM|Rp"
)
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
    *,
    is_taxed: bool = False,
) -> Currency:
    """The currency that a label names, else the one beside the figures; `buyers` are the addresses of the buyer.

    `is_taxed`: a tax is part of the total, so that the goods are sold in the buyer's own country.

    Without a code, a sign or a word for money anywhere, two parties of one currency pay each other in it.
    """
    for value in found.values("currency"):
        for word in value.words[:4]:
            code = _SIGNS.get(word.text) or word.text.strip("().,:").upper()
            if code in CODES:
                return Currency(_OLD.get(code, code), evidence((word,), value.label.sheet, part))
    counted, weak, where = _beside(pages, part)
    _in_headings(headings, part, counted, where)
    if not counted and weak:
        code, near = weak.most_common(1)[0][0], _by_country(buyers, pages).code
        return Currency(code, where[code], () if near == code else tuple(filter(None, (code, near))))
    if "R" in counted and "ZA" not in _named(pages):
        del counted["R"]  # a letter as any other
    sure = [code for code, _ in counted.most_common() if code in CODES]
    if sure:
        foreign = [_MANY[one][0] for one in counted if one in _MANY and not set(_MANY[one]) & set(sure)]
        return Currency(sure[0], where[sure[0]], (*sure, *foreign) if len(sure) + len(foreign) > 1 else ())
    sign = next((sign for sign, _ in counted.most_common()), None)
    if sign is None:
        return _by_country(buyers, pages)
    certain = _of_country(sign, buyers, pages, is_taxed=is_taxed)
    likely = certain or _likely(sign, pages)
    rivals = [_MANY[other][0] for other in counted if likely not in _MANY[other]]
    if certain and not rivals:
        return Currency(certain, where[sign])
    return Currency(likely, where[sign], tuple(dict.fromkeys((likely, *rivals, *_MANY[sign]))))


def _of_country(sign: str, buyers: Sequence[str], pages: Sequence[Page], *, is_taxed: bool) -> str | None:
    """The one currency under this sign that the buyer's country has, if no other that shares it is named anywhere."""
    own = {country.money((code,)) for code in country.all_of(buyers)} & set(_MANY[sign])
    named = {country.money((code,)) for code in _named(pages)} & set(_MANY[sign])
    if sign in _ELSEWHERE:
        own = own or named or {_MANY[sign][0]}
    # Where other countries write "$", they may buy in dollars of the United States, though not with a tax of their own.
    is_foreign = sign == "$" and (own != {"USD"} or _names_other_dollars(pages))
    is_foreign = is_foreign and not (is_taxed and "USD" not in own | named)
    return own.pop() if len(own) == 1 and named <= own and not is_foreign else None


def _names_other_dollars(pages: Sequence[Page]) -> bool:
    return any(_OTHER_DOLLARS.search(row.text) for sheet in pages for row in sheet.rows)


def _by_country(buyers: Sequence[str], pages: Sequence[Page]) -> Currency:
    """The money of the one country that the paper names; a guess where it names several."""
    own, named = country.all_of(buyers), _named(pages)
    code = country.money(own | named)
    if code:
        return Currency(code, None)
    guesses = tuple(dict.fromkeys(COUNTRIES[one].money for one in (*sorted(own), *sorted(named))))
    return Currency(guesses[0] if guesses else None, None, guesses)


def _likely(sign: str, pages: Sequence[Page]) -> str:
    """The currency under a sign whose country the paper names, else the one most often meant."""
    named = {country.money((code,)) for code in _named(pages)}
    return next((code for code in _MANY[sign] if code in named), _MANY[sign][0])


def _named(pages: Sequence[Page]) -> frozenset[str]:
    return country.all_of(row.text for sheet in pages[:1] for row in sheet.rows)


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
        sign = word.text.strip("()[]:,")
        if sign in _MANY and len(sign) > 1:  # "Rate in Rs."
            counted[sign] += 3
            where.setdefault(sign, evidence((word,), sheet, part))


# What another country that calls its money dollars, or writes "$" for pesos, prints on an order.
_OTHER_DOLLARS = re.compile(
    r"\b(?:Canada|Canadian|Australian?|New Zealand|Hong Kong|Singapore|Taiwan|"
    r"M[eé]xico|Mexicano|Chile|Colombia|Argentina|"
    r"Uruguay|Bermuda|Jamaica|Bahamas|Barbados|Dominicana|Fiji|Namibia|pesos?|ABN|HST|PST|QST|TPS|TVQ|RFC|NIT|RUT|CUIT|"
    r"CAD|AUD|NZD|HKD|SGD|MXN|CLP|COP|[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d)\b",
    re.IGNORECASE,
)


def _beside(pages: Sequence[Page], part: str) -> tuple[Counter[str], Counter[str], dict[str, Evidence]]:
    """Codes and signs that stand beside numbers; apart, codes beside nothing but digits: "SEK 6837" may be an item."""
    counted: Counter[str] = Counter()
    weak: Counter[str] = Counter()
    where: dict[str, Evidence] = {}
    for sheet in pages if len(pages) <= _FIRST + _LAST else (*pages[:_FIRST], *pages[-_LAST:]):
        for row in sheet.rows:
            for at, word in enumerate(row.words):
                sign = _sign(word.text)
                if sign is None:
                    continue
                is_signed = at + 1 < len(row.words) and row.words[at + 1].text in _MANY  # "MXN $ 12.00"
                after = at + 1 + is_signed
                near = [row.words[i].text for i in (at - 1, after) if 0 <= i < len(row.words)]
                if _speaks_of_money(word.text, near):
                    (weak if _may_be_item(word.text, near) else counted)[sign] += 1
                    where.setdefault(sign, evidence((word,), sheet, part))
            text = row.text if len(row.words) > 2 else ""  # noqa: PLR2004 - a sum in words
            said = _SAID.search(text) if _MAY_SAY.search(text) else None
            if said:
                code = _WORDS[next(i for i, group in enumerate(said.groups()) if group)][0]
                counted[code] += 2
                where.setdefault(code, evidence(row.words, sheet, part))
    return counted, weak, where


def _may_be_item(text: str, near: Sequence[str]) -> bool:
    """Three letters beside digits alone, four or more of them, as the code of an item may be written in two parts."""
    figures = [other for other in near if _is_figure(other)]
    return text in CODES and bool(figures) and all(one.isdigit() and len(one) >= len(text) + 1 for one in figures)


def _speaks_of_money(text: str, near: Sequence[str]) -> bool:
    """A sign at a figure, in brackets or before a colon; letters that are a word too need a figure beside them."""
    if text in _LETTERS or text.strip("().:,") in _LETTERS:
        return any(_is_figure(other) and not other.isdigit() for other in near)
    if text.isalpha() or text in _MANY:
        return any(_is_figure(other) for other in near)
    return True


def named_in(words: Sequence[Word]) -> set[str]:
    """The codes and signs of currency in some words, each as a code where it is one currency's alone."""
    return {sign for word in words if (sign := _sign(word.text)) is not None}


@lru_cache(maxsize=16_384)
def is_sign(text: str) -> bool:
    """A code or a sign of money and nothing else: "EUR", "€", "zł"."""
    return text in _COMMON or text in _SIGNS or text in _MANY


def _sign(text: str) -> str | None:
    """The code or sign of a word: "EUR", "€12.00", "$", "USD:"."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    bare = text.strip("().:,")
    if bare in _COMMON or bare in _MANY or text in _MANY:
        return bare if bare in _COMMON or bare in _MANY else text
    if bare.upper() in _OLD:
        return _OLD[bare.upper()]
    if bare in _SIGNS or text in _SIGNS:
        return _SIGNS.get(bare) or _SIGNS[text]
    return _glued(text) if any(c.isdigit() for c in text) else None


def _glued(text: str) -> str | None:
    """The sign that stands at a figure without white space."""
    for sign in (*_SIGNS, *_MANY):
        rest = text.replace(sign, "") if text.startswith(sign) or text.endswith(sign) else ""
        is_code = sign.isascii() and sign.isalpha() and (rest.isdigit() or rest.startswith("."))  # "TL.430"
        if _is_figure(rest) and not is_code:
            return _SIGNS.get(sign, sign)
    is_money = text[:3] in _COMMON and _is_figure(text[3:]) and not text[3:].isdigit()
    return text[:3] if is_money else None  # ("PHP004471" is a number)


def _is_figure(text: str) -> bool:
    return text[:1] not in "-+" and any(numbers.value(text, mark) is not None for mark in numbers.Mark)
