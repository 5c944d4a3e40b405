"""Words of a house: labels that stand in no list, for what a reader can only learn from a correction."""

import random
from collections.abc import Mapping

_STEMS = (
    "Zettel",
    "Bordero",
    "Kladde",
    "Mandat",
    "Lauf",
    "Ruf",
    "Fiche",
    "Blatt",
    "Merk",
    "Vello",
    "Tranche",
    "Skript",
    "Quint",
    "Faden",
    "Karte",
    "Marke",
)
_TAILS = ("", "-K", " 2", " A", "zeichen", "wert", "-Mk.", " int.", "zahl", " XR")
# What is called by a word of the house: some facts, some columns.
_FACTS = ("po_number", "order_date", "requested_date", "payment_terms")
_COLUMNS = ("sku", "quantity", "unit_price", "amount")
_SUMS = ("total", "subtotal")


def strange_words(chance: random.Random) -> Mapping[str, str]:
    """Two or three labels, of the facts and of the table, that nobody else uses."""
    keys = [
        *chance.sample(_FACTS, chance.choice((1, 1, 2))),
        *chance.sample((*_COLUMNS, *_SUMS), chance.choice((1, 1, 2))),
    ]
    stems = chance.sample(_STEMS, len(keys))
    return {key: stem + chance.choice(_TAILS) for key, stem in zip(keys, stems, strict=True)}
