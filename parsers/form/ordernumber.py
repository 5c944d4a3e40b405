"""The buyer's number of an order: what stands at its labels, behind its title or at a reference, best first."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers import dates, numbers, page
from parsers.form import joined, lexicon
from parsers.form.fields import Candidate, Labelled, evidence, ranked
from parsers.form.labels import Label, Value
from parsers.page import Page, Word

# Latin, Greek and Cyrillic letters; a word in Chinese characters with a figure is a date more often than a number.
_NUMBER = re.compile(r"^(?=.*\d)[A-Za-z0-9#\u0370-\u052f][\w./\-#&]*$")
_SENTENCE = 8  # words: what follows is prose
_PHONE = re.compile(r"^(?:[+(].*|\d{3}[-.]\d{3}[-.]\d{4})$")


# "Order no." may be anybody's number; "purchase order" and "PO" are the buyer's.
_STRONG = (
    "purchaseorder",
    "po",
    "customerpo",
    "bestell",
    "commande",
    "ordendecompra",
    "pedido",
    "ordine",
    "inkoop",
    "bestel",
)


_NAMES_ITSELF = re.compile(r"PO[-#]?\d{4}[\d-]*$")  # "Number: PO617624" says whose number it is
_NAMED = 2.2


def po_numbers(found: Labelled, pages: Sequence[Page], part: str) -> list[Candidate[str]]:
    """What may be the buyer's number of the order, best first."""
    candidates = list(_numbers(found, pages, part, (("po_number", 6.0), ("po_number_title", 3.0), ("number", 3.0))))
    if not candidates:  # a letter may call it nothing but "Ref:"; whether it is that, a person is asked
        candidates = [
            replace(one, weight=_REFERENCE)
            for one in _numbers(found, pages, part, (("reference", _REFERENCE),))
            if "/" in one.value or "-" in one.value
        ]
    return ranked(candidates, lambda text: lexicon.key(text).removeprefix("po"))


_REFERENCE = 1.0
_OWN_REFERENCES = frozenset(
    map(lexicon.key, ("ref", "ref no", "our ref", "our reference", "reference", "reference no", "unser zeichen",
        "notre reference", "nuestra referencia", "ns rif", "onze referentie", "vår beteckning", "referencja"))
)  # fmt: skip


def _numbers(
    found: Labelled, pages: Sequence[Page], part: str, names: Sequence[tuple[str, float]]
) -> Iterator[Candidate[str]]:
    for name, weight in names:
        settled: set[Label] = set()
        behind_titles = joined.titled(pages[0]) if name == "po_number_title" and pages else ()
        for value in itertools.chain(found.values(name), behind_titles):
            number = None if value.label in settled else read(value)
            if number is None or (name == "reference" and value.label.key not in _OWN_REFERENCES):
                continue
            settled.add(value.label)  # what stands right of a label is its value; what stands below is another's
            text, words, is_whole = number
            strength = weight * (1.25 if value.label.key.startswith(_STRONG) else 1.0)
            strength *= 1.0 if value.is_right else 0.8
            strength *= 1.1 if value.label.has_colon else 1.0
            strength *= _NAMED if _NAMES_ITSELF.match(text) else 1.0
            strength *= 0.96 ** (value.label.sheet.number - 1)
            strength *= 1.15 if value.label.row < 25 and value.label.sheet.number == 1 else 1.0  # noqa: PLR2004 - the head
            if name == "number":
                strength *= max(_of_title(value.label, pages), _on_each_page(value.label, text, pages))
            shown = evidence(words, value.label.sheet, part)
            yield Candidate(text, strength, shown, is_whole=is_whole)


def number_of(value: Value) -> str | None:
    """The number of an order that stands at a label, if one does."""
    found = read(value)
    return found[0] if found else None


def read(value: Value) -> tuple[str, tuple[Word, ...], bool] | None:
    """The number, its words, and whether nothing that might belong to it follows."""
    words = [word for word in value.words if word.text.strip(":-–—#.")]
    words = words[1:] if len(words) > 1 and words[0].text in _IS else words
    taken = _number_words(words) if words else []
    if not taken:
        return None
    beside = _stacked(value, taken)
    is_piece = not any(word.text.isupper() and word.text.isalpha() for word in beside)
    beside = [word for word in beside if not word.text.isalpha()]  # a word alone is the label of what stands below it
    if len(taken) == 1 and beside and (taken[0].text.endswith(("-", "/", "_")) or len(beside) > 1):
        taken = sorted([*taken, *beside], key=lambda word: word.top)
        text = "".join(word.text for word in taken)
        return (text, tuple(taken), True) if _NUMBER.match(text) and not dates.find(text) else None
    text = " ".join(word.text for word in taken).strip(":#–—-., ")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    plain = text.replace(" ", "")
    is_money = (
        "." in plain
        and not plain[:2].isalpha()
        and numbers.value(plain, numbers.Mark.POINT) is not None
        and not plain.replace(".", "").isdigit()
    )
    if dates.find(text) or len(plain) < 2 or len(plain) > 40 or is_money or _PHONE.match(text):  # noqa: PLR2004
        return None
    if not _NUMBER.match(plain):
        return None
    rest = " ".join(word.text for word in words[words.index(taken[-1]) + 1 :])
    is_whole = not _has_digit(rest) or bool(dates.find(rest)) or len(words) > _SENTENCE
    return text, tuple(taken), is_whole and is_piece


def _stacked(value: Value, taken: Sequence[Word]) -> list[Word]:
    """Words straight above and below a number in a narrow cell that may have broken it: "03A_KE", "LM/26-", "27"."""
    sheet, at = value.label.sheet, value.label.row
    if not value.is_right:
        return []
    own = taken[0]
    return [
        word
        for row in (sheet.rows[i] for i in (at - 1, at + 1) if 0 <= i < len(sheet.rows))
        for word in row.words
        if abs(word.middle - own.middle) < _STACKED * own.height
        and abs(word.centre - own.centre) < own.height
        and len(row.words) <= _FEW
        and not any(other.x0 < own.x0 and other is not word for other in row.words)
    ]


_STACKED, _FEW = 1.5, 2


def _number_words(words: Sequence[Word]) -> list[Word]:
    """The words of a number: one, or a short prefix or a few groups of digits with it."""
    texts = [word.text for word in words]
    if _has_digit(texts[0]):
        taken = 1
        while (
            len(texts[0]) <= _GROUP and taken < min(len(texts), 4) and _is_group(texts[0]) and _is_group(texts[taken])
        ):
            taken += 1
        return list(words[:taken])  # without the type of order that may follow: "1433978 OP"
    if len(texts) > 1 and len(texts[0]) <= 5 and texts[0].isupper() and _has_digit(texts[1]):  # noqa: PLR2004
        return list(words[:2])
    if len(texts) > 1 and not texts[0].strip("-–—:.#") and _has_digit(texts[1]):
        return list(words[1:2])
    return []


_IS = frozenset({"is", "ist", "est", "es", "è", "é", "är", "er", "on"})  # "Our PO number is 4711"
_GROUP = 3  # digits of a group: "200 000 819"


def _is_group(text: str) -> bool:
    return text.isdigit() and len(text) == _GROUP


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _of_title(label: Label, pages: Sequence[Page]) -> float:
    """How far a bare "No." is the title's: straight under it or beside it, near it, or "Document no." of an order."""
    rows = label.sheet.rows if label.sheet.number == pages[0].number else ()
    if label.key.startswith(_DOCUMENT):
        return 1.0 if any(_titles(label.sheet, row) for row in rows[:_HEAD_ROWS]) else _FAR
    near = rows[max(0, label.row - 3) : label.row + 2]
    if not any(_titles(label.sheet, row) for row in near):
        return _FAR
    for row in reversed(rows[max(0, label.row - 3) : label.row + 1]):
        if any(phrase.words[-1].x1 > label.words[0].x0 - _ASIDE for phrase in _titles(label.sheet, row)):
            return 1.0
        over = [p for p in label.sheet.phrases(row) if p.words[0].x0 <= label.words[-1].x1 <= p.words[-1].x1 + _ASIDE]
        if over and label.words[0] not in over[0].words:
            return _NEAR
    return _NEAR


def _on_each_page(label: Label, number: str, pages: Sequence[Page]) -> float:
    """The head of every page but those of terms repeats the number beside its label, under the title of an order."""
    heads = [sheet.rows[:_TOP_ROWS] for sheet in pages if any(_titles(sheet, row) for row in sheet.rows[:_TOP_ROWS])]
    said = f"{page.say(label.words)} {number}"
    is_everywhere = all(any(said in row.text for row in rows) for rows in heads)
    return 1.0 if len(heads) > 1 and is_everywhere else 0.0


_FAR, _NEAR, _ASIDE = 0.2, 0.5, 40.0
_DOCUMENT = ("document", "doc")
_HEAD_ROWS, _TOP_ROWS = 25, 14


def _titles(sheet: Page, row: page.Row) -> list[page.Phrase]:
    """The phrases of a row that call the paper an order, in one language or in two."""
    return [
        phrase
        for phrase in sheet.phrases(row)
        if any(
            lexicon.TITLES.get(lexicon.key(part)) in lexicon.ORDER_KINDS
            for part in (phrase.text, *phrase.text.split("/"))
        )
    ]
