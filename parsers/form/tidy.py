"""Words parted where a document glues a label to its value: "Date:02.09.2026", "PO:4500", "No.728978"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.page import Page, Word

_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:]*:)(?P<value>[^:/].*|[-–].+)$")
_NUMBER = re.compile(r"^(?P<label>(?:no|nr|num|n°|nº|№|#)[.:°#]*)(?P<value>[A-Z]{0,4}\d[\w./-]{3,})$", re.IGNORECASE)


def tidy(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with glued words parted; each part keeps its share of the box."""
    return tuple(_tidy(sheet) for sheet in pages)


def _tidy(sheet: Page) -> Page:
    if not any(":" in word[0] or word[0][:1] in "Nn#№" for word in sheet.words):
        return sheet
    words = tuple(part for word in sheet.words for part in _parts(word))
    return replace(sheet, words=words) if len(words) > len(sheet.words) else sheet


def _parts(word: Word) -> Iterator[Word]:
    text = word[0]
    if ":" not in text and text[:1] not in "Nn#№":
        yield word
        return
    found = _LABEL.match(text) or _NUMBER.match(text)
    if found is None:
        yield word
        return
    at = found.end("label")
    edge = word.x0 + (word.x1 - word.x0) * at / len(text)
    yield Word(text[:at], word.x0, word.top, edge - 0.1, word.bottom)
    yield Word(text[at:], edge, word.top, word.x1, word.bottom)
