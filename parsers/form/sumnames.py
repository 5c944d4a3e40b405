"""What a label of a sum means: by its whole wording where that is known, else by its words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.form import lexicon
from parsers.form.currency import CODES
from parsers.form.wordings.sumwords import WORDS
from parsers.page import Word

LONGEST = 9  # words in a label of a sum at most
_KIND = {lexicon.key(word): kind for kind, words in reversed(WORDS.items()) for word in words.split()}
_RATE = re.compile(r"%?\d+%?|%")  # "VAT 15 %", "KDV %10", "消費税10%"
_CODES = frozenset(code.casefold() for code in CODES)
_LINKS = frozenset({"of", "the", "for", "to", "in", "and", "und", "et", "de", "per", "as", "is", "at"})
_EACH = frozenset({"each"})  # "item total" heads a column
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


def of(keys: Sequence[str]) -> str | None:
    """The sum that these words (as `lexicon.key` gives them) name together, if every one of them is known."""
    return _of(tuple(keys))


@lru_cache(maxsize=16_384)
def _of(keys: tuple[str, ...]) -> str | None:
    bare = tuple(key for key in (_RATE.sub("", key) for key in keys) if key)
    while len(bare) > 1 and bare[-1] in _CODES:
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


def _by_words(keys: tuple[str, ...]) -> str | None:
    said = {_KIND.get(key) for key in keys}
    if None in said or not keys or len(keys[0]) < _LEAST or keys[0] in _LINKS or (said & _EACH and len(keys) == _TWO):
        return None
    is_net, is_gross = "net" in said, "gross" in said
    match said:
        case _ if "discount" in said:
            return None if is_net or is_gross or "tax" in said else "discount"
        case _ if "freight" in said:
            return None if is_net or is_gross or "tax" in said else "shipping"
        case _ if "tax" in said and not is_net and not is_gross:
            return "tax"
        case _ if is_net and not is_gross:
            return "subtotal" if said & {"total", "money", "tax"} or "subtotal" in keys else None
        case _ if is_gross and not is_net:
            return "total" if said & {"total", "money"} else None
        case _:
            return "total" if "total" in said and not is_net else None
