"""The rows of a line table that nobody knows: its headings cut apart, and its figures."""

from itertools import pairwise

from parsers import numbers
from parsers.numbers import Mark
from parsers.page import Page, Row, Word

_WIDER = 1.35  # times the usual space between words: two headings, not one


def pieces(sheet: Page, row: Row) -> list[tuple[Word, ...]]:
    """The headings of a row: words that stand no farther apart than words of one heading do."""
    found: list[tuple[Word, ...]] = []
    for phrase in sheet.phrases(row):
        found.append(phrase.words[:1])
        for before, word in pairwise(phrase.words):
            if word.x0 - before.x1 > _WIDER * sheet.space:
                found.append((word,))
            else:
                found[-1] += (word,)
    return found


def figures(row: Row) -> list[Word]:
    """The words of a row that are numbers and nothing else."""
    return [word for word in row.words if any(numbers.value(word.text, mark) is not None for mark in Mark)]
