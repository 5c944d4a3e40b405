"""A page of a PDF of which a picture is a part: what the picture says beside the words, or in place of them."""

from dataclasses import replace
from typing import Any

import numpy as np

from parsers.page import Page, Word
from parsers.pages import belief, picture, scan
from parsers.pages.picture import Picture

_DARK = 150  # of 255
_PRINT = 0.0008  # of the page: that much dark beside the words is print
_SAME_PLACE = 0.4  # of a recognised word that a word of the text covers


def of(sheet: Any, page: Page, turns: int, *, is_doubted: bool) -> Page:
    """The same page with what is recognised in its picture; `page` itself where the picture says nothing more.

    `turns` are the quarter turns, clockwise, by which the page is read otherwise than it is shown.
    """
    shown = picture.drawn(sheet, turns)
    if not page.words:
        return scan.page(shown, page.number)
    if is_doubted:
        seen = scan.page(shown, page.number, is_placed=True)
        return page if belief.agrees(page.words, seen.words) else replace(seen, rules=page.rules)
    if not has_more(shown, page.words):
        return page
    seen = scan.page(shown, page.number, is_placed=True)
    more = tuple(one for one in seen.seen if not _stands_in(one.word, page.words))
    return replace(page, words=(*page.words, *(one.word for one in more)), rules=(*page.rules, *seen.rules), seen=more)


def has_more(shown: Picture, words: tuple[Word, ...]) -> bool:
    """There is print on the page beside its words."""
    dark = shown.dots < _DARK
    scale = shown.fineness / 72
    for word in words:
        x0, top, x1, bottom = (round(edge * scale) for edge in word[1:])
        dark[max(0, top - 2) : bottom + 2, max(0, x0 - 2) : x1 + 2] = False
    return bool(np.mean(dark) > _PRINT)


def _stands_in(word: Word, words: tuple[Word, ...]) -> bool:
    area = max(1e-6, (word.x1 - word.x0) * word.height)
    covered = sum(
        max(0.0, min(word.x1, one.x1) - max(word.x0, one.x0))
        * max(0.0, min(word.bottom, one.bottom) - max(word.top, one.top))
        for one in words
    )
    return covered > _SAME_PLACE * area
