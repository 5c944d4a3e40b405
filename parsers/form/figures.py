"""The rows of figures in a table: what each of its columns states, and whether an item stands there."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers import dates, numbers
from parsers.form import lexicon
from parsers.form.columns import Column
from parsers.form.tables import Section
from parsers.numbers import Figure, Mark
from parsers.page import Row, Word

Cells = dict[int, tuple[Word, ...]]
_KEYS = ("quantity", "unit_price", "list_price", "amount")
_LONGEST_UNIT = 14
_PER_UNIT = re.compile(r"^(.*\d(?:[.,]\d+| ))\s*/\s*(?=\S)(?:10{0,3})?\s*(?:[^\W\d]{1,8}\.?)?$")
_LONGEST_COUNT = 9  # digits in a row: more are an account or a bar code


@lru_cache(maxsize=16_384)
def cell_figure(text: str, mark: Mark) -> Figure | None:
    """The one number of a cell; None for a date, a code or a sentence with a number in it."""
    per = _PER_UNIT.match(text)  # "0,385 / 1 ST": the price of so many
    found = numbers.figure(per[1] if per else text, mark)
    if found is None or not (found.before or found.after):
        return found
    beside = found.before + found.after
    if len(beside) > _LONGEST_UNIT or numbers.has_digit(beside) or dates.find(text):
        return None
    return found


def _is_money(text: str) -> bool:
    return any(sign in text for sign in "$€£¥₹")


@lru_cache(maxsize=16_384)
def _states(text: str, mark: Mark) -> bool:
    """The cell holds a number, and no account or bar code."""
    found = cell_figure(text, mark)
    return found is not None and (not found.text.isdigit() or len(found.text) <= _LONGEST_COUNT)


def may_be_item(cells: Cells, cols: Sequence[Column], mark: Mark) -> bool:
    """A row states two key figures, or a quantity and words."""
    stated = strength(cells, cols, mark)
    if repeats_head(cells, cols) or len(cells) > len(cols):
        return False
    return stated >= 2 or (stated == 1 and has_quantity(cells, cols, mark) and _says_what(cells, cols))  # noqa: PLR2004


def least(found: Sequence[Section], mark: Mark) -> tuple[int, bool]:
    """How many of quantity, price and amount a row must have to be the row of figures of an item.

    And whether there are rows with all three: then a row without a quantity is none.
    """
    best = 0
    for section in found:
        if section.lower:
            continue  # the figures of an item may stand in two rows
        for row in section.rows[:60]:
            best = max(best, strength(cells_of(row, section), section.grid.columns, mark))
            if best >= 3:  # noqa: PLR2004 - quantity, price and amount
                return 2, True
    return min(best, 2), False


def cells_of(row: Row, section: Section) -> Cells:
    """The words of a row by the column (index) they stand in."""
    place = section.grid.place
    cells: dict[int, list[Word]] = {}
    for word in row.words:
        cells.setdefault(place(word), []).append(word)
    return {at: tuple(words) for at, words in cells.items()}


def strength(cells: Cells, cols: Sequence[Column], mark: Mark) -> int:
    """How many different key figures a row states."""
    roles: set[str] = set()
    has_quantity = any(column.role == "quantity" for column in cols)
    for at, words in cells.items():
        role = cols[at].role
        if role == "size" or (role == "unit" and not has_quantity):
            role = "quantity"
        text = " ".join(word[0] for word in words)
        if role in _KEYS and _states(text, mark) and not (role == "quantity" and _is_money(text)):
            roles.add("unit_price" if role == "list_price" else role)
    return len(roles)


def has_quantity(cells: Cells, cols: Sequence[Column], mark: Mark) -> bool:
    """There is a figure in a column of quantities, or of units where there is none."""
    roles = (
        {"quantity", "size"} if any(column.role in {"quantity", "size"} for column in cols) else {"quantity", "unit"}
    )
    return any(
        cols[at].role in roles and _states(" ".join(word[0] for word in words), mark) for at, words in cells.items()
    )


def _says_what(cells: Cells, cols: Sequence[Column]) -> bool:
    """There are letters in a column of words: a delivery schedule under an item has none."""
    return any(
        any(c.isalpha() for word in words for c in word.text)
        for at, words in cells.items()
        if cols[at].role in {"description", "sku", "variant", None}
    )


def is_anchor(cells: Cells, cols: Sequence[Column], mark: Mark, least: int, *, is_whole: bool) -> bool:
    """The row states enough (`least` key figures) to be the row of figures of an item."""
    stated = strength(cells, cols, mark)
    if stated == 0:
        return False
    if stated >= least >= 2:  # noqa: PLR2004 - two figures that belong together
        return stated > 2 or not is_whole or _says_what(cells, cols)  # noqa: PLR2004
    by_role = {cols[at].role: words for at, words in cells.items()}
    quantity = by_role.get("quantity")
    if not quantity or cell_figure(" ".join(word.text for word in quantity), mark) is None:
        return False
    if least >= 2:  # noqa: PLR2004 - an unpriced line among priced ones must say what it is
        return _is_code(by_role.get("sku")) and bool(by_role.get("description"))
    return any(by_role.get(role) for role in ("sku", "description", "gtin", "number"))


def _is_code(words: Sequence[Word] | None) -> bool:
    if not words or len(words) > 2 or words[0].text.rstrip(".)").isdigit() != words[0].text.isdigit():  # noqa: PLR2004
        return False  # "18. SHIPPING" is a box of a form
    return any(numbers.has_digit(word.text) for word in words)


def repeats_head(cells: Cells, cols: Sequence[Column]) -> bool:
    """The head of the table, printed once more."""
    same = sum(1 for at, words in cells.items() if lexicon.key("".join(word[0] for word in words)) == cols[at].name)
    return same >= 2  # noqa: PLR2004 - one word may be the same by chance
