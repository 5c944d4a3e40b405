"""What stands on a page like a title: the kind of document that it names, and how much it looks like one."""

import statistics
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from desk.reading import Kind
from parsers import numbers, page
from parsers.form import lexicon
from parsers.page import Page, Phrase, Row

HEAD = 18  # rows of a page in which a title stands
_TOP = 4  # rows at the very top
_LONGEST = 9  # words; more are a sentence
_LARGE = 1.2  # times the usual height of letters
_LABELLED = 2.0  # how much less a label tells than a title
_TOLD_BY_LABELS = frozenset({
    *lexicon.ORDER_KINDS, Kind.SUPPLIER_INVOICE, Kind.SUPPLIER_ACKNOWLEDGEMENT, Kind.SHIP_NOTICE, Kind.REMITTANCE,
})  # fmt: skip
_NUMBERING = frozenset(
    {"no", "nr", "n", "#", "number", "num", "numero", "nummer", "page", "original", "copy", "rev", "store", "local"}
)


class Title(NamedTuple):
    """A phrase that names a kind of document; `is_noun` where only its head noun is known ("Open order report")."""

    kind: Kind
    key: str
    row: int
    top: float
    weight: float
    is_whole: bool
    is_noun: bool = False


def find(sheet: Page, skip: Collection[tuple[int, float]] = ()) -> list[Title]:
    """The titles of a page, from top to bottom, outside of the rows to skip."""
    heights = [word.height for word in sheet.words]
    usual = statistics.median(heights) if heights else 1.0
    found: list[Title] = []
    for at, row in enumerate(sheet.rows):
        if (row.page, row.top) not in skip:
            found.extend(_in_row(sheet, row, at, usual))
    return found


def _in_row(sheet: Page, row: Row, at: int, usual: float) -> Iterator[Title]:
    phrases = sheet.phrases(row)
    labels = sum(1 for phrase in phrases if lexicon.key(phrase.text) in lexicon.PARTIES_AND_FIELDS)
    if labels > 1 and labels * 2 >= len(phrases):
        return  # "Purchase order | Date | Terms": heads of boxes
    for nth, phrase in enumerate(phrases):
        after = phrases[nth + 1].text if nth + 1 < len(phrases) else ""
        named = _named(phrase)
        large = phrase.words[0].height / usual
        if named is None and at < HEAD and (large >= _LARGE or (at < _TOP and len(phrases) == 1)):
            named = _by_noun(phrase)
        if named is None:
            continue
        weight = large + (1.0 + 0.6 * (1 - at / HEAD) if at < HEAD else 0.0) + (0.5 if named.is_whole else 0.0)
        weight += 0.01 * len(named.key)
        if _is_label(phrase, named, after):
            if named.kind not in _TOLD_BY_LABELS:
                continue  # "Contract  C4711", "Quote no  118" stand on orders as well
            weight -= _LABELLED
        elif phrase.words[-1].text.endswith(":"):
            weight -= 1.5
        yield named._replace(row=at, top=row.top, weight=weight)


def _is_label(phrase: Phrase, named: Title, after: str) -> bool:
    """A label with its value: "Invoice  INV-9", "PO number: 4500118"; the title of an order may bear its number."""
    if named.kind in lexicon.ORDER_KINDS:
        if named.key in lexicon.UNSURE:  # "Requisition no. R-1" stands on the orders that follow from it
            return not named.is_whole or any(c.isdigit() for c in after)
        return not named.is_whole and named.key in lexicon.SHARED and any(":" in word.text for word in phrase.words)
    return any(c.isdigit() for c in after) or (not named.is_whole and any(":" in word.text for word in phrase.words))


def _named(phrase: Phrase) -> Title | None:
    """A phrase that is a known title, perhaps with a number or a day behind it."""
    if len(phrase.words) > _LONGEST:
        return None
    keys = _keys(phrase)
    for end in range(min(len(keys), lexicon.LONGEST), 0, -1):
        key = "".join(keys[:end])
        kind = lexicon.TITLES.get(key)
        if kind is None:
            continue
        rest = [one for one in keys[end:] if one]
        if not rest:
            return Title(kind, key, 0, 0.0, 0.0, is_whole=True)
        if all(numbers.has_digit(one) or one in _NUMBERING for one in rest):
            return Title(kind, key, 0, 0.0, 0.0, is_whole=False)
        # "Purchase order for spare parts" is a sentence's start; shorter titles may still fit.
    return None


def _by_noun(phrase: Phrase) -> Title | None:
    """The noun that says what a heading of several words is about; none where it begins like an order's title."""
    keys = [key for key in _keys(phrase) if key and not numbers.has_digit(key)]
    if not keys or len(phrase.words) > _LONGEST - 2 or phrase.words[-1].text.endswith((":", ".", ",")):
        return None
    begins = any(
        lexicon.TITLES.get("".join(keys[:end])) is Kind.PURCHASE_ORDER and "".join(keys[:end]) not in lexicon.SHARED
        for end in range(1, len(keys))
    )
    if begins or not (keys[-1] in lexicon.NOUNS_LAST or keys[0] in lexicon.NOUNS_FIRST):
        return None
    return Title(Kind.OTHER, "".join(keys), 0, 0.0, 0.0, is_whole=False, is_noun=True)


def _keys(phrase: Phrase) -> list[str]:
    words: Sequence[page.Word] = phrase.words[::-1] if page.is_right_to_left(phrase.words) else phrase.words
    return [lexicon.key(word.text) for word in words]
