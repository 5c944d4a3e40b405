"""Which of two figures of a date is the day: by the other dates, the week, the country, the language of the paper."""

from collections.abc import Sequence
from typing import NamedTuple

from parsers import dates
from parsers.dates import Order
from parsers.form import country, lexicon, tables
from parsers.page import Page, Row

_MOST_PAGES = 60
_SHORTEST = 6  # letters of a date
_HEAD = 60  # rows in which the addresses stand
_ALONE = frozenset({"del", "vom", "data"})  # too short to show a language


class Days(NamedTuple):
    """The order of day and month (None: nothing settles it), and whether the dates contradict one another."""

    order: Order | None
    is_mixed: bool


def days(pages: Sequence[Page], sections: Sequence[tables.Section], *, known: Order | None = None) -> Days:
    """What the dates themselves prove; else what is known of this layout, or what the countries write whose addresses
    stand above the lines.

    Dates that prove another order than the one known contradict it.
    """
    found = [one for text in _dated(pages) for one in dates.find(text)]
    proven = {one.proves for one in found if one.proves}
    if len(proven) == 1:
        order = proven.pop()
        return Days(order, is_mixed=known not in {None, order})
    if proven or not any(one.is_open for one in found):
        return Days(None, bool(proven))
    if known is not None:
        return Days(known, is_mixed=False)
    return Days(_by_place(pages, tables.top(pages, sections)), is_mixed=False)


def _dated(pages: Sequence[Page]) -> list[str]:
    """Words that may be dates, each with the word before it, which may name the day of the week."""
    return [
        f"{row.words[at - 1].text if at else ''} {word.text}"
        for sheet in pages[:_MOST_PAGES]
        for row in sheet.rows
        for at, word in enumerate(row.words)
        if len(word[0]) >= _SHORTEST and word[0][0].isdigit()
    ]


def _by_place(pages: Sequence[Page], top: float) -> Order | None:
    rows = [row for sheet in pages[:1] for row in sheet.rows[:_HEAD] if row.top < top]
    named = country.all_of(row.text for row in rows)
    order = country.days(named)
    is_abroad = any(_speaks(sheet, row) for sheet in pages[:1] for row in rows)
    if order is Order.MONTH_FIRST:
        return None if is_abroad else order
    return order or (Order.DAY_FIRST if is_abroad and not named else None)


def _speaks(sheet: Page, row: Row) -> bool:
    """A label of the date in a language that writes the day first."""
    return any(lexicon.key(phrase.text.split(":")[0]) in lexicon.ABROAD - _ALONE for phrase in sheet.phrases(row))
