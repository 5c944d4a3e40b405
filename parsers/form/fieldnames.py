"""Labels of an order's number and dates that their values follow at once, as in "Buyer's order 4711".

Where a label is all of a phrase or ends in a colon, `building` understands it as a whole; here its end must be found.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache

from parsers.form import building, lexicon
from parsers.form.wordings import building as words_

LONGEST = 6  # words in such a label at most

Senses = frozenset[str]
_FILLING: Senses = frozenset()
_OURS = frozenset(lexicon.key(word) for word in words_.OURS.split())
_TITLED = frozenset(lexicon.key(word) for word in words_.TITLED.split())
_OF_NUMBERS = frozenset({"order", "number"})
_OF_WISHES = frozenset({"order", "delivery", "date", "until"})
_OF_ORIGIN = frozenset({"order", "document", "making", "date"})


def longest(keys: Sequence[str]) -> tuple[int, str] | None:
    """How many words the label has that begins here, and the field that it names; `keys` are those of the words."""
    most = 0
    while most < min(len(keys), LONGEST) and _parts(keys[most]):
        most += 1
    for end in range(most, 0, -1):
        name = meaning(tuple(keys[:end]))
        if name is not None:
            return end, name
    return None


@lru_cache(maxsize=8192)
def meaning(keys: tuple[str, ...]) -> str | None:
    """The field that a label of these words names; None where a word says something else as well."""
    words = [part for key in keys for part in _parts(key)]
    if not words or not all(map(_parts, keys)) or (not words[0] and keys[0] not in _OURS and len(words) < 3):  # noqa: PLR2004
        return None
    said = [word for word in words if word]
    if not said:
        return None
    is_cut = not words[-1]  # "Order of": more must follow
    if _names_number(keys, said) and not is_cut:
        return "po_number"
    if _names_wish(said, is_cut=is_cut):
        return "requested_date"
    return "order_date" if _names_origin(said) and not is_cut else None


def is_title(keys: Sequence[str]) -> bool:
    """These words call a paper a buyer's order: "Nákupní objednávka", "Zamówienie do dostawcy"."""
    if len(keys) < 2 or not keys[0] or not keys[-1]:  # noqa: PLR2004 - one word alone is in the lexicon
        return False
    is_order = ["order" in word for key in keys if key not in _TITLED for word in _parts(key)]
    return bool(is_order) and all(key in _TITLED or _parts(key) for key in keys) and _is_called(keys, is_order)


def _is_called(keys: Sequence[str], is_order: Sequence[bool]) -> bool:
    return all(is_order) and any(key in _TITLED for key in keys)


def _names_number(keys: Sequence[str], words: Sequence[Senses]) -> bool:
    """The number stands first or last, once: "Buyer's order no.", "Numéro de commande", "Ns. ordine"."""
    if not _all(words, _OF_NUMBERS) or not _says(words, "order") or (keys[0] == "no" and keys[1:2] == ("order",)):
        return False
    at = [place for place, senses in enumerate(words) if "number" in senses]
    if not at:
        return len(keys) == 2 and keys[0] in _OURS  # noqa: PLR2004 - "our order"
    return at == [*range(at[0], at[-1] + 1)] and (at[0] == 0 or at[-1] == len(words) - 1)


def _names_wish(words: Sequence[Senses], *, is_cut: bool) -> bool:
    """A day of delivery, "In-hands date", "PO delivery date"; behind an order's own date begins another label."""
    if not _all(words, _OF_WISHES) or not _says(words, "delivery"):
        return False
    times = sum("delivery" in word for word in words)
    is_until = "until" in words[-1] and not _says(words, "order")
    if not (_says(words, "date") and not is_cut) and not is_until and (times < 2 or is_cut):  # noqa: PLR2004 - "Entrega solicitada"
        return False
    first = next(at for at, senses in enumerate(words) if "delivery" in senses)
    orders = [at for at, senses in enumerate(words) if "order" in senses and "delivery" not in senses]
    between = words[orders[0] : first] if orders else ()
    return all(at < first for at in orders) and not any("date" in senses for senses in between)


def _names_origin(words: Sequence[Senses]) -> bool:
    """The date stands first or last: "PO date", "Date of issue", "Belegdatum"."""
    is_dated = "date" in words[0] or "date" in words[-1]
    return is_dated and _all(words, _OF_ORIGIN) and _says(words, "order", "document", "making")


def _parts(key: str) -> tuple[Senses, ...]:
    """What each part of a word may mean, nothing for a filling; no part at all where the word is unknown."""
    found = building.parts(key)
    if found is None or not key:
        return ()
    return tuple(map(frozenset, found)) or (_FILLING,)


def _says(words: Sequence[Senses], *names: str) -> bool:
    return any(one.intersection(names) for one in words)


def _all(words: Sequence[Senses], names: Collection[str]) -> bool:
    return all(one.intersection(names) for one in words)
