"""What stands under an item: delivery schedules, taxes and notes, and figures that may be a line that was missed."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from parsers import dates, numbers
from parsers.form import figures, lexicon, proof, solve
from parsers.form.item import Item
from parsers.form.tables import Section
from parsers.numbers import Mark
from parsers.page import Row, Word, phrases

_NEAR = 8  # points between the right edges of figures that stand under one another
_MOST_ROWS = 40  # rows looked at under one item

Place = tuple[int, float]  # page and top of a row


@dataclass(frozen=True)
class Stray:
    """A figure under the quantity, price or amount of an item, in another row than the item's own."""

    word: Word
    value: Decimal
    row: Row


def strays(item: Item, choice: solve.Choice, mark: Mark) -> Iterator[Stray]:
    """Figures in the rows of an item that none of its fields, nor a label beside them, explains."""
    if len(item.rows) < 2:  # noqa: PLR2004 - there is no other row
        return
    for at in (choice.quantity, choice.price, choice.amount):
        figure = item.figure(at, mark) if at is not None else None
        if at is None or figure is None:
            continue
        own = item.anchor.get(at, ())
        for word in item.cells.get(at, ()):
            is_other = own and abs(word.middle - own[0].middle) > word.height / 2
            other = numbers.value(word.text, mark) if is_other else None
            # (A nought that a narrow cell broke off behind the decimals: "26,400.0" and "0".)
            if other is None or (not other and proof.places(figure.value)):
                continue
            row = next((row for row in item.rows if word in row.words), None)
            if row is None or _is_said(row, word) or _restates(row, other, figure.value):
                continue
            if not (row is item.rows[-1] and len(row.words) == 1 and other == row.page):  # the number of the page
                yield Stray(word, other, row)


def _is_said(row: Row, word: Word) -> bool:
    """A label in the row says what the figure is: a tax, a charge, a code, a number of something else."""
    for phrase in phrases(row):
        if phrase.words[0].x0 > word.x0:
            break
        keys = [lexicon.key(part.text) for part in phrase.words[: lexicon.LONGEST]]
        for end in range(len(keys), 0, -1):
            key = "".join(keys[:end])
            if not keys[0] or len(key) < 3:  # noqa: PLR2004 - "st", "m"
                break
            if key in lexicon.SUMS or lexicon.COLUMNS.get(key) in {"sku", "buyer_sku", "gtin", "tax", "discount"}:
                return True
    return False


def _restates(row: Row, other: Decimal, own: Decimal) -> bool:
    """The row says the same figure once more, and at most a unit or a day with it."""
    rest = [word.text for word in row.words if numbers.has_digit(word.text)]
    return other == own and ((len(row.words) <= 2 and len(rest) == 1) or len(dates.find(row.text)) == 1)  # noqa: PLR2004


def names_charge(row: Row) -> bool:
    """A row that begins with the name of a tax, a discount, a rounding or a sum, and is no item."""
    first, *rest = phrases(row)
    # "Oak board | VAT 20% | 240 | 8.90" is no charge: what is said first names the row.
    for phrase in (first, *(() if any(map(str.isalpha, first.text)) else rest[:1])):
        words = phrase.words[1:] if phrase.words[0].text.isdigit() else phrase.words  # "3 GST : 18% extra"
        keys = [lexicon.key(word.text) for word in words[: lexicon.LONGEST]]
        for end in range(len(keys), 0, -1):
            key = "".join(keys[:end])
            if lexicon.SUMS.get(key) in {"tax", "discount", "rounding", "subtotal"} and len(key) > 2:  # noqa: PLR2004
                return True
    return False


def is_running(value: Decimal, amounts: Sequence[Decimal | None]) -> bool:
    """The figure is what some of the lines from the first on add up to: a sum without a label."""
    known = [amount for amount in amounts if amount is not None]
    return len(known) == len(amounts) > 1 and value in list(accumulate(known))[1:]


def left_over(
    found: Sequence[Section], read: Sequence[Item], mark: Mark, explained: AbstractSet[Place] = frozenset()
) -> list[Row]:
    """Rows of the tables that read like an item's (two key figures, or a quantity and words) and belong to none."""
    inside = {(row.page, row.top) for item in read for row in item.rows}
    tables = [one for one in found if one.head or any((row.page, row.top) in inside for row in one.rows)]
    return [
        row
        for section in tables
        for row in section.rows
        if (row.page, row.top) not in inside
        and (row.page, row.top) not in explained
        and not names_charge(row)
        and figures.may_be_item(figures.cells_of(row, section), section.grid.columns, mark)
    ]


# -- schedules -----------------------------------------------------------------------------------------------------


def schedules(
    found: Sequence[Section], items: Sequence[Item], quantities: Sequence[Decimal | None], mark: Mark
) -> Iterator[tuple[int, list[Row], dates.Found | None]]:
    """Dated rows under an item that add up to its quantity: which item, the rows, and the first of the days."""
    rows = [row for section in found for row in section.rows]
    anchors = {(item.page, words[0].top, words[0].x0): nth for nth, item in enumerate(items) if (words := _any(item))}
    under: dict[int, list[Row]] = {}
    current: int | None = None
    for row in rows:
        nth = next((anchors[key] for word in row.words if (key := (row.page, word.top, word.x0)) in anchors), None)
        if nth is not None:
            current = nth
        elif current is not None and dates.find(row.text) and len(under.get(current, ())) < _MOST_ROWS:
            under.setdefault(current, []).append(row)
    for nth, dated in under.items():
        quantity = quantities[nth]
        if quantity and _adds_up(dated, quantity, mark):
            yield nth, dated, next((day for row in dated for day in dates.find(row.text)), None)


def _any(item: Item) -> tuple[Word, ...]:
    return next((words for words in item.anchor.values() if words), ())


def _adds_up(rows: Sequence[Row], quantity: Decimal, mark: Mark) -> bool:
    """Figures under one another, one in each row, that come to the quantity."""
    figures = [
        [(word.x1, value) for word in row.words if (value := numbers.value(word.text, mark)) is not None]
        for row in rows
    ]
    for x1, _ in figures[0]:
        column = [next((value for at, value in row if abs(at - x1) < _NEAR), None) for row in figures]
        if None not in column and sum(value for value in column if value) == quantity:
            return True
    return False
