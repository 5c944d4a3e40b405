"""What a label of a sum means: by its whole wording where that is known, else by its words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.form import lexicon
from parsers.form.currency import CODES, NAMES
from parsers.form.wordings.sumwords import WORDS
from parsers.page import Word

LONGEST = 9  # words in a label of a sum at most
_KIND = {lexicon.key(word): kind for kind, words in reversed(WORDS.items()) for word in words.split()}
_RATE = re.compile(r"%?\d+%?|%")  # "VAT 15 %", "KDV %10", "消費税10%"
_MONEY = frozenset(lexicon.key(word) for word in (*CODES, *NAMES))
_LINKS = frozenset({"of", "the", "for", "to", "in", "and", "und", "et", "de", "per", "as", "is", "at"})
_EACH = frozenset({"each"})  # "item total" heads a column
_SUB = frozenset({"subtotal", "subtotale", "subtotaal"})
_CHARGE = {frozenset({"tax"}): "tax", frozenset({"freight"}): "shipping", frozenset({"discount"}): "discount"}
_LEAST, _TWO = 2, 2
_NONE = re.compile(r"0+%?|%0+|0+[.,]0+%?")  # "Yhteensä (alv 0 %)": the goods, at no tax
# Alone these say what a sum is only beside other sums: "Net 30" is a term, "Gross 12 kg" a weight.
BARE: dict[str, str] = {
    **dict.fromkeys(("net", "neto", "nette", "netta", "neta", "καθαρή", "нетто", "netto"), "subtotal"),
    **dict.fromkeys(("gross", "brutto", "bruto", "brut", "lordo", "bruttó", "брутто"), "total"),
}
_CENTS = re.compile(r"[.,]\d{2}\W*$")
_MOST = 4  # words of a row that states a bare sum: "Net EUR 137.60"


def is_bare(row: Sequence[Word]) -> bool:
    """A row that says "Net", "Gross" or the like, and a figure with cents, and nothing else."""
    return (
        lexicon.key(row[0].text) in BARE
        and len(row) <= _MOST
        and bool(_CENTS.search(row[-1].text))
        and all(len(word.text) <= 1 or word.text.upper() in CODES for word in row[1:-1])
    )


@lru_cache(maxsize=16_384)
def may_start(key: str) -> bool:
    """A label of a sum may begin with this word: a quick no for most."""
    return key[:3] in lexicon.SUM_STARTS or key in _KIND or _parts(key) != (key,)


def says_tax(text: str) -> bool:
    """A word for a tax: "VAT", "MwSt.", "GST"."""
    return _KIND.get(lexicon.key(text)) == "tax"


def of(keys: Sequence[str]) -> str | None:
    """The sum that these words (as `lexicon.key` gives them) name together, if every one of them is known."""
    return _of(tuple(keys))


@lru_cache(maxsize=16_384)
def _of(keys: tuple[str, ...]) -> str | None:
    bare = tuple(key for key in (_RATE.sub("", key) for key in keys) if key)
    while len(bare) > 1 and bare[-1] in _MONEY:
        bare = bare[:-1]
    known = lexicon.SUMS.get("".join(keys)) or lexicon.SUMS.get("".join(bare))
    return known or BARE.get("".join(bare)) or _untaxed(keys, bare) or _by_words(bare) or _twice(bare)


def _untaxed(keys: tuple[str, ...], bare: tuple[str, ...]) -> str | None:
    """A total whose label says that the rate of tax is nought."""
    said = [_KIND.get(key) for key in bare]
    is_nought = any(_NONE.fullmatch(key) for key in keys)
    return "total" if is_nought and said[:1] == ["total"] and set(said) == {"total", "tax"} else None


def _twice(keys: tuple[str, ...]) -> str | None:
    """What a label in two languages says in both: "Sous-total / Subtotal"."""
    for at in range(1, len(keys)):
        first = lexicon.SUMS.get("".join(keys[:at])) or _by_words(keys[:at])
        if first and first == (lexicon.SUMS.get("".join(keys[at:])) or _by_words(keys[at:])):
            return first
    return None


def _by_words(written: tuple[str, ...]) -> str | None:
    keys = tuple(part for key in written for part in _parts(key))
    said = {_KIND.get(key) for key in keys}
    if None in said or not keys or len(keys[0]) < _LEAST or keys[0] in _LINKS or (said & _EACH and len(keys) == _TWO):
        return None
    if keys[0] in _SUB and (charge := _CHARGE.get(frozenset(_KIND.get(key, "") for key in keys[1:]))):
        return charge  # "Subtotal Freight"
    is_net, is_gross = "net" in said, "gross" in said
    match said:
        case _ if "discount" in said:
            return None if is_net or is_gross or "tax" in said else "discount"
        case _ if "freight" in said:
            return None if is_net or is_gross or "tax" in said else "shipping"
        case _ if "tax" in said and not is_net and not is_gross:
            return "tax"
        case _ if is_net and not is_gross:
            is_whole = any(lexicon.SUMS.get(key) == "subtotal" for key in keys)
            return "subtotal" if is_whole or said & {"total", "money", "tax"} else None
        case _ if is_gross and not is_net:
            return "total" if said & {"total", "money"} else None
        case _:
            return "total" if "total" in said and not is_net else None


@lru_cache(maxsize=16_384)
def _parts(key: str) -> tuple[str, ...]:
    """The known words a compound is made of ("Goederen|bedrag", "Auftrag|s|summe"), else the word itself."""
    if key in _KIND or len(key) > _LONGEST_WORD:
        return (key,)
    least = 1 if _IDEOGRAPHS.match(key) else _LEAST_PART
    ways: list[tuple[str, ...] | None] = [()]  # the fewest known words that make up the first letters, or None
    for end in range(1, len(key) + 1):
        known = [
            (*before, part)
            for start in range(max(0, end - _LONGEST_PART), end)
            if (before := ways[start]) is not None and (part := _part(key[start:end], least, is_first=start == 0))
        ]
        ways.append(min(known, key=len, default=None))
    return ways[-1] or (key,)


def _part(letters: str, least: int, *, is_first: bool) -> str | None:
    """A known word; German may put an s before it."""
    if len(letters) >= least and letters in _KIND:
        return letters
    bare = letters[1:] if letters.startswith("s") and not is_first else ""
    return bare if len(bare) >= least and bare in _KIND else None


_LONGEST_WORD, _LONGEST_PART, _LEAST_PART = 40, 16, 3
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
