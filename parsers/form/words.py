"""Words that stand at the labels of a field, best first."""

import re
from collections.abc import Iterator

from parsers import numbers
from parsers.form import currency, fields, lexicon, payment
from parsers.form.labels import Value

# What goes on in the middle of a sentence is no value: "Payment is made 45 days after ...".
_PROSE = re.compile(r"(?:is|are|was|will|shall|has|have|may|must|of|the|and|or|to|by)\b")


def _is_label(text: str) -> bool:
    """These words are a label themselves, or nothing."""
    known = lexicon.key(text)
    return not known or known in lexicon.PARTIES_AND_FIELDS or known in lexicon.COLUMNS or text.endswith(("/", ":"))


def texts(found: fields.Labelled, name: str, part: str, *, longest: int = 120) -> list[fields.Candidate[str]]:
    """Words that stand at the labels of a field, best first."""
    candidates: list[fields.Candidate[str]] = []
    for value in _values(found, name):
        text = value.text.strip(" :-–")
        if not text or len(text) > longest or text.startswith(("http", "www")) or _PROSE.match(text):
            continue
        if _is_label(text) and not (name == "payment_terms" and payment.is_whole(text)):
            continue
        strength = 2.0 + min(len(value.label.key), 20) / 6
        strength *= 1.0 if value.is_right else 0.8
        strength *= 1.3 if value.label.has_colon else 1.0
        strength *= 0.8 ** (value.label.sheet.number - 1)
        if name == "shipping_terms" and not _says_how(text):
            continue
        if name == "payment_terms":
            strength *= _of_payment(value, text)
        if strength:
            candidates.append(fields.Candidate(text, strength, fields.evidence(value.words, value.label.sheet, part)))
    return fields.ranked(candidates, lexicon.key)


def _says_how(text: str) -> bool:
    """Terms of delivery are words: no figure, no currency, no headings of a table."""
    words = [key for word in text.split() if (key := lexicon.key(word)) and not numbers.has_digit(word)]
    is_money = len(words) == 1 and len(words[0]) == _CODE and words[0].upper() in currency.CODES
    is_headed = any(lexicon.COLUMNS.get(word) in _FIGURES and len(word) > _CODE for word in words[:1])
    return any(len(word) > 1 for word in words) and not is_money and not is_headed


_CODE = 3  # letters
_FIGURES = frozenset({"quantity", "unit_price", "amount"})


def _values(found: fields.Labelled, name: str) -> Iterator[Value]:
    """What stands at the labels; terms of payment are known by their words where they stand beside their column."""
    values = list(found.values(name))
    if name == "shipping_terms":  # what stands behind a colon is the value, even where it says nothing
        told = {value.label for value in values if value.is_right and value.label.has_colon}
        values = [value for value in values if value.is_right or value.label not in told]
    yield from values
    if name == "payment_terms" and not any(payment.is_whole(value.text) for value in values):
        for label in found.by_name.get(name, []):
            words = payment.astray(label)
            if words:
                yield Value(label, words, is_right=False)


def _of_payment(value: Value, text: str) -> float:
    """How much these words read like terms of payment; nothing where they cannot be any."""
    is_named = value.is_right and value.label.has_colon
    if not payment.may_be(text, is_named=is_named):
        return 0.0
    return payment.weight(value.label.key, text) * (1.0 if payment.is_said(text) else _UNKNOWN)


_UNKNOWN = 0.3
