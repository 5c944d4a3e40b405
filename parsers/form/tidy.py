"""Words parted where a document glues a label to its value: "Date:02.09.2026", "PO:4500", "No.728978"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from parsers.page import Page, Word

_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:]*:)(?P<value>[^:/].*|[-–].+)$")
_NUMBER = re.compile(r"^(?P<label>(?:no|nr|num|n°|nº|№|#)[.:°#]*)(?P<value>[A-Z]{0,4}\d[\w./-]{3,})$", re.IGNORECASE)

_STARTS = frozenset("Nn#№")


def tidy(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with glued words parted; each part keeps its share of the box."""
    return tuple(_tidy(sheet) for sheet in pages)


def _tidy(sheet: Page) -> Page:
    glued = {at: found for at, word in enumerate(sheet.words) if (found := _glued(word[0]))}
    if not glued:
        return sheet
    words: list[Word] = []
    begun = 0
    for at, found in glued.items():
        words += (*sheet.words[begun:at], *_parts(sheet.words[at], found))
        begun = at + 1
    return replace(sheet, words=(*words, *sheet.words[begun:]))


@lru_cache(maxsize=16_384)
def _glued(text: str) -> re.Match[str] | None:
    if ":" not in text and text[:1] not in _STARTS:
        return None
    return _LABEL.match(text) or _NUMBER.match(text)


def _parts(word: Word, found: re.Match[str]) -> Iterator[Word]:
    text = word[0]
    at = found.end("label")
    edge = word.x0 + (word.x1 - word.x0) * at / len(text)
    yield Word(text[:at], word.x0, word.top, edge - 0.1, word.bottom)
    yield Word(text[at:], edge, word.top, word.x1, word.bottom)
