"""Where the figure of a sum stands: beside its label, in the column under it, below it, or above it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from parsers import numbers, page
from parsers.form import sumlabels
from parsers.form.currency import CODES, NAMES
from parsers.form.sumlabels import Named
from parsers.numbers import Mark
from parsers.page import Phrase, Word

_FEW = 3  # words of a row that holds a figure and nothing else
_CLOSE = 2.6  # heights of white space between a label and its value at most
_GROUPED = 1.5  # spaces between the groups of one figure, at most
_HEADS, _NEXT = 3, 2.5
_UNIT = 5  # letters of a unit that may stand behind a count: "11 Num Rs. 98,057.00"
_LITTLE = frozenset(
    "excl incl tax vat net gross amount total the and per inr payable order value price qty usd eur dollars"
    " umsatzsteuer mwst ust ttc iva btw inc tva auf von sur di van".split()
)


class Found(NamedTuple):
    """A figure, and the words that say it."""

    value: Decimal
    words: tuple[Word, ...]


def figure(named: Named, mark: Mark) -> Found | None:
    """The figure that a label of a sum names."""
    if (right := _right(beside(named), mark, named.sheet.space)) or _says_otherwise(named):
        return right
    return _in_column(named, mark) or _below(named, mark) or _above(named, mark)


def _says_otherwise(named: Named) -> bool:
    """Words follow the label in its phrase: "Freight: extra at actual" has its value, and it is no figure below."""
    words = beside(named)
    rest = [word for word in words if word.text.strip(":-–.")]
    is_led = bool(rest) and words[0].text.startswith((":", "："))
    is_near = bool(rest) and 0 <= rest[0].x0 - named.words[-1].x1 < _CLOSE * named.row.height
    return (is_led or is_near) and not all(_may_stand_between(word.text) for word in rest[:2])


def beside(named: Named) -> tuple[Word, ...]:
    """The words that follow a label, and those right of it that stand a little higher or lower."""
    words = named.row.words
    if named.is_turned:
        return words[: named.start][::-1]
    return (*words[named.end : named.until], *(_level(named) if named.is_last else ()))


def _level(named: Named) -> list[Word]:
    """Figures right of a label that stand a little higher or lower than it, in rows of their own."""
    label, rows = named.words[-1], named.sheet.rows
    around = [rows[i] for i in (named.at - 1, named.at + 1) if 0 <= i < len(rows)]
    near = [row for row in around if abs(row.middle - label.middle) < 0.7 * label.height and len(row.words) <= _FEW]
    figures = [row for row in near if all(numbers.has_digit(word.text) for word in row.words)]
    return sorted((word for row in figures for word in row.words if word.x0 > label.x1), key=lambda word: word.x0)


def others(named: Named, own: Found, mark: Mark) -> Iterator[Found]:
    """The other figures of a row of sums: "Total  147,995.00  13,319.55  13,319.55  174,634.10".

    Where the row has one label, those on its other side too.
    """
    is_alone = named.is_last and next(sumlabels.in_row(named.sheet, named.at)).start == named.start
    before = named.row.words[: named.start] if is_alone and not named.is_turned else ()
    for words in (beside(named), before):
        yield from _figures(words, own, mark, named.sheet.space)


def _figures(words: Sequence[Word], own: Found, mark: Mark, space: float) -> Iterator[Found]:
    at = 0
    while at < len(words):
        end = next((end for end in range(len(words), at, -1) if _is_one(words[at:end], space)), at + 1)
        number = numbers.value(" ".join(word.text for word in words[at:end]), mark)
        if number is not None and not set(words[at:end]) & set(own.words):
            yield Found(number, tuple(words[at:end]))
        at = end


def _is_one(words: Sequence[Word], space: float) -> bool:
    """One word, or groups of three digits that stand close: "1 779,40"."""
    return len(words) == 1 or all(
        after.x0 - before.x1 < _GROUPED * space and before.text.isdigit() and after.text[:3].isdigit()
        for before, after in pairwise(words)
    )


def _right(words: Sequence[Word], mark: Mark, space: float) -> Found | None:
    """The last plain number right of a label; rates and counts before it are passed over."""
    best: Found | None = None
    for at, word in enumerate(words):
        if not _may_stand_between(word.text) and not (best and len(word.text) <= _UNIT):
            break
        after = words[at + 1].text if at + 1 < len(words) else ""
        if word.text.endswith("%") or after.startswith(("%", "(%")):
            continue
        where = _grouped(words, at, space)
        number = numbers.value(" ".join(part.text for part in where), mark)
        if number is None:
            where, number = (word,), numbers.value(word.text, mark)
        if number is not None:
            best = Found(number, where)
    return best


def _grouped(words: Sequence[Word], at: int, space: float) -> tuple[Word, ...]:
    """The groups of digits that make one figure: "1 779,40" is two words."""
    first = at
    while first > 0 and words[first].text[:3].isdigit() and words[first - 1].text.lstrip("-+€$£").isdigit():
        is_near = 0 < words[first].x0 - words[first - 1].x1 < _GROUPED * space
        if not is_near or len(words[first - 1].text.lstrip("-+€$£")) > 3:  # noqa: PLR2004 - a group of thousands
            break
        first -= 1
    return tuple(words[first : at + 1])


def _may_stand_between(text: str) -> bool:
    """Between the label of a sum and its figure stand figures, signs, codes of currency and little words alone."""
    letters = "".join(c for c in text if c.isalpha())
    is_money = letters.upper() in CODES or text.strip("():") in NAMES
    return len(letters) <= 2 or is_money or letters.lower() in _LITTLE or numbers.has_digit(text)  # noqa: PLR2004


def _in_column(named: Named, mark: Mark) -> Found | None:
    """The figure under the label in a row of headings, each of which has one figure in the row below."""
    sheet, row = named.sheet, named.row
    heads = sheet.phrases(row)
    if len(heads) < _HEADS or named.at + 1 >= len(sheet.rows):
        return None
    under = sheet.rows[named.at + 1]
    figures = [found for phrase in sheet.phrases(under) if (found := whole(phrase, mark))]
    if len(figures) != len(heads) or under.top - row.bottom > _NEXT * row.height:
        return None
    nth = sum(1 for head in heads if row.words.index(head.words[-1]) < named.start)
    return figures[nth]


def whole(phrase: Phrase, mark: Mark) -> Found | None:
    """A phrase that is a figure and nothing else."""
    number = numbers.value(phrase.text, mark)
    return None if number is None else Found(number, phrase.words)


def _below(named: Named, mark: Mark) -> Found | None:
    """The number under a label, where sums stand in a table of their own."""
    x0, top, x1, bottom = page.box(named.words)
    height = max(bottom - top, 6)
    for row in named.sheet.rows[named.at + 1 : named.at + 4]:
        if row.top - bottom > _NEXT * height:
            return None
        for phrase in named.sheet.phrases(row):
            words = phrase.words
            if words[-1].x1 > x0 - 20 and words[0].x0 < x1 + 20 and (found := whole(phrase, mark)):
                return found
    return None


def _above(named: Named, mark: Mark) -> Found | None:
    """A figure alone in the row just above, right of a label that its cell pushed down."""
    if named.at == 0:
        return None
    row, (x0, top, _, bottom) = named.sheet.rows[named.at - 1], page.box(named.words)
    is_close = top - row.bottom < 0.6 * (bottom - top) and row.words[0].x0 > x0
    number = numbers.value(row.text, mark) if is_close else None
    return None if number is None else Found(number, row.words)
