"""Who wrote a paper, where no label says so: its letterhead, its opening sentence, its signature."""

import re
import statistics
from collections.abc import Sequence

from parsers import numbers
from parsers.form import blocks, labels
from parsers.form.blocks import Block
from parsers.form.fields import Labelled
from parsers.form.labels import Label
from parsers.page import Page, Phrase, Word

_QUOTES = "[\"“”'‘’]"
_DEFINED = re.compile(
    rf"^(?P<name>.{{3,70}}?)\s*\((?:the |hereinafter[^\"“”']*)?{_QUOTES}(?:buyer|purchaser){_QUOTES}\)", re.IGNORECASE
)
_SIGNED = re.compile(r"^for(?: and on behalf of)?\s*[,:]?\s*(?:m/s\.?\s*)?(?P<name>[A-Z].*)?$", re.IGNORECASE)
_SIGNS = re.compile(r"authori[sz]ed|signator|signature", re.IGNORECASE)
_POSTAL = re.compile(r"\d{4}")
_MOST_NAME = 8  # words
_UNDER_SIGNED = 9  # rows
_HEAD_ROWS = 18
_LEAST_WORTH = 0.35


def name(found: Labelled, pages: Sequence[Page], taken: set[Word], top: float) -> Block | None:
    """The line above the table that reads most like the name of whoever wrote this paper."""
    if not pages:
        return None
    sheet = pages[0]
    usual = statistics.median(word.height for word in sheet.words) if sheet.words else 1.0
    under = {value.words[0] for one in _parties(found) if (value := labels.below(one, found.known))}
    tries: list[tuple[float, int, Phrase]] = []
    for at, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        if row.top >= top:
            break
        was_label = False
        for phrase in sheet.phrases(row):
            is_label = (sheet.number, at, row.words.index(phrase.words[0])) in found.known
            is_value, was_label = was_label, is_label
            if is_label or is_value or phrase.words[0] in taken | under or not _may_head(phrase.text):
                continue
            worth = 1.0 - at * 0.1 + min(3.0, phrase.words[0].height / usual) - 1
            worth += 0.7 if blocks.COMPANY.search(phrase.text) else 0.0
            address = blocks.following(sheet, at, phrase.words[0].x0, phrase.words, found)
            worth += 0.4 if any(_has_digit(line) for line in address) else 0.0
            tries.append((worth, at, phrase))
    if not tries:
        return None
    worth, at, phrase = max(tries, key=lambda one: one[0])
    if worth < _LEAST_WORTH:
        return None
    return Block(None, [phrase.words, *blocks.following(sheet, at, phrase.words[0].x0, phrase.words, found)], sheet)


def _has_digit(words: Sequence[Word]) -> bool:
    return any(numbers.has_digit(word.text) for word in words)


def _parties(found: Labelled) -> list[Label]:
    return [one for name, every in found.by_name.items() if name.startswith("party_") for one in every]


def _may_head(text: str) -> bool:
    return blocks.may_name(text) and not blocks.is_address(text) and not _POSTAL.match(text)


def defined(pages: Sequence[Page]) -> Block | None:
    """The name that the opening sentence calls the buyer: 'Somebody Ltd ("Buyer") agrees to purchase'."""
    for sheet in pages[:1]:
        for row in sheet.rows:
            found = _DEFINED.match(row.text)
            if found and blocks.may_name(found["name"]):
                return Block(None, [row.words[: len(found["name"].split())]], sheet)
    return None


def signed(pages: Sequence[Page], top: float) -> Block | None:
    """The name behind "For" above the place of a signature, below the head of the lines."""
    for nth, sheet in enumerate(pages[:4]):
        for at, row in enumerate(sheet.rows):
            if nth == 0 and row.top < top:
                continue
            for phrase in sheet.phrases(row):
                words = _signer(sheet, at, phrase)
                if words and blocks.may_name(" ".join(word.text for word in words)):
                    return Block(None, [words], sheet)
    return None


def _signer(sheet: Page, at: int, phrase: Phrase) -> tuple[Word, ...]:
    """The words of the name after "For", in the same row or in the next one."""
    found = _SIGNED.match(phrase.text)
    if not found or len(phrase.words) > _MOST_NAME:
        return ()
    below = sheet.rows[at + 1 : at + 1 + _UNDER_SIGNED]
    if found["name"]:
        words = phrase.words[-len(found["name"].split()) :]
        is_signed = any(_SIGNS.search(row.text) for row in below) or blocks.COMPANY.search(found["name"])
        is_capital = all(word.text[:1].isupper() or word.text[:1] in "&(" for word in words)
        is_name = is_signed and is_capital and "," not in found["name"][:-1]
        return words if is_name else ()
    if len(phrase.words) != 1 or not phrase.text.endswith(","):
        return ()
    under = [p for row in below[:1] for p in sheet.phrases(row) if abs(p.words[0].x0 - phrase.words[0].x0) < _NEAR]
    return under[0].words if under and len(under[0].words) <= _MOST_NAME else ()


_NEAR = 40  # points
