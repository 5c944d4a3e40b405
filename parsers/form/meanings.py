"""What the heading of a column means."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from parsers.form import abbreviations, lexicon
from parsers.page import Word

_AND = re.compile(r"[/&+,|]|\band\b|\bund\b|\bet\b|\by\b")
_CURRENCIES = frozenset("usd eur gbp inr chf cad aud kwd jpy cny in us rs aed sar".split())
_PRICED = re.compile(r"^(?:[€$£¥₹]|eur|usd|gbp)\s*(?:/|per\b|je\b|par\b)\s*\w+$", re.IGNORECASE)
_MEASURED = re.compile(r"^(?:m²|m2|m³|m3|sqm|kgs?|lbs?|cbm|gewicht|weight)\b", re.IGNORECASE)
# Words that say that a code, a number or a name is the buyer's own.
_OURS = frozenset(
    lexicon.key(word)
    for word in (
        "our buyer's buyers unsere unser unsre interne internes ons onze interno interna nuestro nuestra notre nostro"
        " nostra nosso nossa vår vårt vores nasz nasze náš naše bizim 当社 弊社 我方 我司 cliente kunden"
    ).split()
)
_MOST_BESIDE = 8  # letters of words that nobody knows beside the name of a bar code
_BAR_CODES = frozenset({"ean", "gtin", "upc", "ean13", "gtin13", "barcode", "eancode"})


def is_both(heading: str) -> bool:
    """A heading that names a code and a description: "Item code & description", "Matl/Desc"."""
    sides = [lexicon.COLUMNS.get(lexicon.key(side)) for side in _AND.split(heading)]
    # ("Desc" alone may be a discount; beside a code it is a description.)
    return len(sides) == 2 and "sku" in sides and bool({"description", "discount"} & {*sides})  # noqa: PLR2004


@lru_cache(maxsize=8192)
def role_of(heading: str) -> tuple[str | None, bool]:
    """What a heading means, and whether the whole of it says so rather than a part."""
    whole = lexicon.COLUMNS.get(lexicon.key(heading.replace("/", " per "))) if "/" in heading else None
    whole = whole or lexicon.COLUMNS.get(lexicon.key(heading)) or _by_sign(heading)
    if whole:
        return whole, True
    keys = [key for key in (lexicon.key(part) for part in _parts(heading)) if key and key not in _CURRENCIES]
    joined = lexicon.COLUMNS.get("".join(keys)) or abbreviations.role_of(heading)
    if joined:
        return joined, True
    together = _together(keys)
    if together:
        return together, True
    best: tuple[int, int, str] | None = None
    for start in range(len(keys)):
        for end in range(min(len(keys), start + lexicon.LONGEST), start, -1):
            key = "".join(keys[start:end])
            role = lexicon.COLUMNS.get(key)
            if role and (best is None or len(key) > best[0]) and len(key) > 1:
                best = (len(key), start, role)
    if best is None and "." in heading.strip("."):
        return role_of(heading.replace(".", " "))  # "SUPP.ART.NO"
    if best and best[0] * 2 >= sum(map(len, keys)) * 0.6:
        return best[2], False
    return _by_ending(keys), False


def is_heading(words: Iterable[Word]) -> bool:
    """Words that are one known heading, spelled out or shortened, or one that says whose code it is."""
    texts = [word.text for word in words]
    keys = [key for text in texts if (key := lexicon.key(text))]
    is_known = "".join(keys) in lexicon.COLUMNS or abbreviations.role_of(" ".join(texts)) is not None
    return is_known or (len(keys) > 1 and keys[0] in _OURS and _is_own("".join(keys[1:])))


def _by_ending(keys: Sequence[str]) -> str | None:
    """One long word means what its last part means: "Einkaufsnettopreis", 商品单价."""
    if len(keys) != 1:
        return None
    whole = keys[0]
    ends = (whole[at:] for at in range(1, len(whole)))
    return next((role for end in ends if (role := lexicon.ENDINGS.get(end))), None)


def _together(keys: list[str]) -> str | None:
    """What a word beside another heading makes of it: "our" + code, a total + count, an amount + tax."""
    for at in (1, len(keys) - 1):
        first, second = "".join(keys[:at]), "".join(keys[at:])
        if not first or not second:
            continue
        if _is_ours(first, second):
            return "buyer_sku"
        roles = {lexicon.COLUMNS.get(first), lexicon.COLUMNS.get(second)}
        if roles in ({"amount", "quantity"}, {"amount", "tax"}):
            return min(roles - {"amount"}, key=str)
    return None


def _is_ours(first: str, second: str) -> bool:
    """A code with a word before or behind it that says that it is the buyer's own."""
    return (first in _OURS and _is_own(second)) or (second in _OURS and lexicon.COLUMNS.get(first) == "sku")


def _is_own(key: str) -> bool:
    """A code, a number, or an article: with "our" before it, the buyer's code."""
    return lexicon.COLUMNS.get(key) in {"sku", "number"}


def _by_sign(heading: str) -> str | None:
    """Headings known by a part of them: "€/box", "kg total", "EAN (13)"."""
    if _PRICED.match(heading.strip()):
        return "unit_price"
    if _MEASURED.match(heading):
        return "ignore"
    keys = [lexicon.key(part) for part in _parts(heading)]
    others = "".join(key for key in keys if key not in _BAR_CODES)
    if len(others) == sum(map(len, keys)):
        return None
    said = lexicon.COLUMNS.get(others)
    if said is None and len(others) > _MOST_BESIDE:
        return None  # a line of an address above the heading
    return said if said not in {None, "sku"} else "gtin"  # "Material Description UPC" is words, "Código EAN" a bar code


def _parts(heading: str) -> list[str]:
    """The words of a heading without what stands in brackets and without signs of currency."""
    kept, depth = [], 0
    for word in heading.replace("/", " / ").replace("(", " ( ").replace(")", " ) ").split():
        depth += (word == "(") - (word == ")")
        if depth <= 0 and word not in {"(", ")", "/", "&"}:
            kept.append(word)
    return kept


def is_aside(text: str) -> bool:
    """A unit or currency behind a heading: "(USD)", "INR", "[EUR]"."""
    return text[:1] in "([" or lexicon.key(text) in _CURRENCIES or text in {"%", "€", "$", "£"}
