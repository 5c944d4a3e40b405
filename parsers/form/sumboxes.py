"""Where a whole box of sums may have its figures, if not where each label by itself has one."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from parsers import numbers
from parsers.form import sumplaces
from parsers.form.sumlabels import Named
from parsers.form.sumplaces import Found, whole
from parsers.numbers import Mark
from parsers.page import Phrase

_LEAST = 2  # labels of a box
_FIRST_GROUP, _GROUP = re.compile(r"\D?\d{1,3}"), re.compile(r"\d{3}(?!\d)")


def ways(named: Sequence[Named], mark: Mark) -> Iterator[list[Found | None]]:
    """For each label its figure, in every way in which at least two of them have one."""
    for way in (_before, _wide, _in_order):
        figures = way(named, mark)
        if sum(1 for one in figures if one) >= _LEAST:
            yield figures


def _before(named: Sequence[Named], mark: Mark) -> list[Found | None]:
    """The figures stand left of their labels."""
    return [_left(one, mark) for one in named]


def _left(named: Named, mark: Mark) -> Found | None:
    phrases = named.sheet.phrases(named.row)
    before = [phrase for phrase in phrases if phrase.words[-1].x1 < named.words[0].x0]
    return whole(before[-1], mark) if before else None


def _wide(named: Sequence[Named], mark: Mark) -> list[Found | None]:
    """The groups of a figure stand as far from each other as two figures do: "102   942,83"."""
    return [_last_groups(one, mark) for one in named]


def _last_groups(named: Named, mark: Mark) -> Found | None:
    words = named.row.words[named.end : named.until]
    for at, word in enumerate(words):
        if _FIRST_GROUP.fullmatch(word.text) and at + 1 < len(words) and _GROUP.match(words[at + 1].text):
            number = numbers.value(" ".join(part.text for part in words[at:]), mark)
            if number is not None:
                return Found(number, words[at:])
    return sumplaces.figure(named, mark)


def _in_order(named: Sequence[Named], mark: Mark) -> list[Found | None]:
    """A column of labels and one of as many figures, whose rows do not stand level."""
    figures: list[Found | None] = []
    for _, box in groupby(named, key=lambda one: one.sheet.number):
        labels = list(box)
        found = _column(labels, mark)
        figures.extend(found if len(found) == len(labels) else [None] * len(labels))
    return figures


def _column(labels: Sequence[Named], mark: Mark) -> list[Found]:
    """The figures right of all of these labels, from top to bottom, as far as the labels reach and two rows more."""
    first, last = labels[0].row, labels[-1].row
    edge = max(one.words[-1].x1 for one in labels)
    sheet, reach = labels[0].sheet, 2 * last.height
    near = [row for row in sheet.rows if first.top - reach < row.top < last.bottom + reach]
    found = [_figure(phrase, edge, mark) for row in near for phrase in sheet.phrases(row)]
    return [one for one in found if one]


def _figure(phrase: Phrase, edge: float, mark: Mark) -> Found | None:
    is_right = phrase.words[0].x0 > edge and any(numbers.has_digit(word.text) for word in phrase.words)
    return whole(phrase, mark) if is_right else None
