"""What a label of a sum means: by its whole wording where that is known, else by its words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.form import lexicon
from parsers.form.currency import CODES
from parsers.form.wordings.sumwords import WORDS

LONGEST = 9  # words in a label of a sum at most
_KIND = {lexicon.key(word): kind for kind, words in reversed(WORDS.items()) for word in words.split()}
_RATE = re.compile(r"%?\d+%?|%")  # "VAT 15 %", "KDV %10", "消費税10%"
_CODES = frozenset(code.casefold() for code in CODES)
_LINKS = frozenset({"of", "the", "for", "to", "in", "and", "und", "et", "de", "per", "as", "is", "at"})
_EACH = frozenset({"each"})  # "item total" heads a column
_LEAST, _TWO = 2, 2


def of(keys: Sequence[str]) -> str | None:
    """The sum that these words (as `lexicon.key` gives them) name together, if every one of them is known."""
    return _of(tuple(keys))


@lru_cache(maxsize=16_384)
def _of(keys: tuple[str, ...]) -> str | None:
    bare = tuple(key for key in (_RATE.sub("", key) for key in keys) if key)
    while len(bare) > 1 and bare[-1] in _CODES:
        bare = bare[:-1]
    known = lexicon.SUMS.get("".join(keys)) or lexicon.SUMS.get("".join(bare))
    return known or _by_words(bare) or _twice(bare)


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
