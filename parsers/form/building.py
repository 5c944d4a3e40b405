"""Labels that no list holds, understood by the words they are built of: "Abruf-Nr.", "Fecha de emisión del pedido"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product

from parsers.form import lexicon
from parsers.form.wordings import building

MOST = 6  # words of such a label
_SHORTEST = 2  # letters of a part of a word
# What is said of which thing -> a wording that the lists hold. "other" beside a thing makes it another's.
MEANINGS: dict[tuple[str, str], str] = {
    ("number", "order"): "order number",
    ("number", "document"): "document number",
    ("number", "order document"): "order number",
    ("date", ""): "date",
    ("date", "order"): "order date",
    ("date", "document"): "document date",
    ("date", "making"): "issue date",
    ("date", "order making"): "order date",
    ("date", "document making"): "issue date",
    ("date", "order document"): "order date",
    ("date", "delivery"): "delivery date",
    ("date", "order delivery"): "delivery date",
    ("until", "delivery"): "deliver by",
    ("date until", "delivery"): "deliver by",
    ("date", "cancelling"): "cancel date",
    ("date", "order cancelling"): "cancel date",
    ("date", "delivery cancelling"): "latest delivery date",
    ("date", "other"): "print date",
    ("date", "order other"): "print date",
    ("date", "document other"): "print date",
    ("", "document currency"): "currency",
    ("", "order currency"): "currency",
    ("", "currency"): "currency",
    ("date", "payment"): "payment due date",
    ("date", "invoice"): "invoice date",
    ("date", "delivery payment"): "payment due date",
    ("terms", "payment"): "payment terms",
    ("terms", "order payment"): "payment terms",
    ("terms", "delivery"): "delivery terms",
    ("address", "delivery"): "delivery address",
    ("address", "order delivery"): "delivery address",
    ("address", "invoice"): "invoice address",
}
# The same thing said twice: "Expected arrival", and in two languages "Payment / الدفع".
TWICE = {"delivery": "delivery date", "payment": "payment terms", "number": "number"}
_JOINTS = re.compile(r"[-/.\s]+")


@lru_cache(maxsize=16_384)
def meaning(texts: tuple[str, ...]) -> str | None:
    """The key of a listed wording that these words amount to; None where one of them is unknown."""
    read_as: list[tuple[str, ...]] = []
    for word in _apart(texts):
        found = parts(word)
        if found is None:
            return None
        read_as.extend(found)
    for read in product(*read_as) if len(read_as) <= MOST + 2 else ():
        said = MEANINGS.get((_names(read, building.SAYS), _names(read, building.THINGS)))
        if said is None and len(read) > 1 and len(set(read)) == 1:
            said = TWICE.get(read[0])
        if said:
            return lexicon.key(said)
    return None


def _names(read: Sequence[str], table: Mapping[str, str]) -> str:
    return " ".join(name for name in table if name in read)


def _apart(texts: Sequence[str]) -> Iterator[str]:
    """The keys of the words of a label, those joined by hyphens, strokes and points apart: "Abruf-Nr." is two."""
    for text in texts:
        for part in _JOINTS.split(text):
            if key := lexicon.key(part):
                yield key


@lru_cache(maxsize=16_384)
def parts(word: str) -> tuple[tuple[str, ...], ...] | None:
    """What each part of a word may stand for, fillings apart; None where some part of it is unknown."""
    known = _known()
    if word in known:
        return known[word]
    for end in range(len(word) - 1, 0, -1):
        if not (_may_part(word[:end]) and _may_part(word[end:])) or word[:end] not in known:
            continue
        rest = parts(word[end:])
        if rest is not None:
            return known[word[:end]] + rest
    return None


def _may_part(piece: str) -> bool:
    """Chinese, Japanese and Korean words are short; a part of another word has two letters and more."""
    return len(piece) >= _SHORTEST or piece > "\u2e80"


@cache
def _known() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Each word -> what it may stand for; nothing for a filling."""
    senses: dict[str, dict[str, None]] = defaultdict(dict)
    for table in (building.SAYS, building.THINGS):
        for name, row in table.items():
            for word in row.split():
                senses[lexicon.key(word)][name] = None
    found: dict[str, tuple[tuple[str, ...], ...]] = {lexicon.key(word): () for word in building.FILLING.split()}
    return found | {word: (tuple(names),) for word, names in senses.items()}
