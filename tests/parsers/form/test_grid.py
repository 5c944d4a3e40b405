"""Where the columns of a table end: words set to full width, few rows on a page, headings that stand close."""

from collections.abc import Sequence
from decimal import Decimal

from parsers.form import grid, meanings
from parsers.form.columns import Column, Head
from parsers.page import Row, Word
from tests.parsers.form import build

WORDS, PRICE = Column("Item", "description", 50, 90), Column("Price", "unit_price", 390, 410)
HEAD = Head(
    tuple(c.__class__(c.heading, c.role, c.x0, c.x1, (Word(c.heading, c.x0, 90, c.x1, 100),)) for c in (WORDS, PRICE)),
    0,
    0,
    5.0,
)


def row(top: float, *words: tuple[str, float, float]) -> Row:
    """Words with where they begin and end."""
    return Row(tuple(Word(text, x0, top, x1, top + 10) for text, x0, x1 in words), top, top + 10, 1)


def price_of(rows: Sequence[Row], at: int = 0, alike: Sequence[Row] = ()) -> list[str]:
    """What stands under the price in one of the rows."""
    whole = grid.grid(HEAD, rows, (), alike=alike)
    return [word.text for word in rows[at].words if whole.place(word) == 1]


def test_words_set_to_full_width_stay_in_their_column() -> None:
    rows = [
        row(110, ("1", 30, 36), ("Hex", 50, 70), ("M8,", 210, 230), ("large", 360, 380), ("8.40", 391, 410)),
        row(130, ("2", 30, 36), ("Tea", 50, 70), ("towel", 355, 380), ("18.60", 388, 410)),
        row(150, ("3", 30, 36), ("Candle", 50, 80), ("brass", 352, 380), ("1.10", 391, 410)),
        row(170, ("4", 30, 36), ("Bowl", 50, 75), ("7.25", 391, 410)),
    ]  # fmt: skip

    assert price_of(rows) == ["8.40"]


def test_a_code_before_the_words_is_no_column_of_its_own() -> None:
    rows = [
        row(110 + 20 * at, ("170.634", 50, 100), (words, 106, 160 + 9 * at), (figure, 390 - 5 * at, 410))
        for at, (words, figure) in enumerate((("Clock", "8.40"), ("Gasket", "18.60"), ("Lamp", "118.10")))
    ]

    assert [price_of(rows, at) for at in range(3)] == [["8.40"], ["18.60"], ["118.10"]]


def test_one_row_on_the_last_page_is_parted_like_those_before_it() -> None:
    before = [row(110 + 20 * at, ("1", 50, 56), ("Long words here", 60, 340), ("8.40", 350, 410)) for at in range(3)]
    last = [row(110, ("2", 50, 56), ("Lamp", 60, 90), ("144.95", 350, 400), ("5", 404, 410))]

    assert price_of(last, alike=before) == ["144.95", "5"]


def test_two_figures_under_two_headings_that_stand_close_are_two_columns() -> None:
    text = (
        "PURCHASE ORDER\nPO number: 4500118\nOrder date: 14 March 2026\nCurrency: GBP\n\n"
        "Item no.   Description    Pack Qty     Price    Amount\n"
        "RNG-114    Gold ring      20   12      9.80     117.60\n"
        "EAR-203    Gold hoops     10   5       4.00      20.00\n\n"
        "                                       Total    137.60\n"
    )

    assert [line.quantity for line in build.only(build.read(text)).lines] == [12, 5]


def test_two_prices_side_by_side_are_not_one_heading_said_twice() -> None:
    heads = ("Item no.", "Description", "Qty", "Price each", "Base price", "Less %", "Total")
    rows = (("RNG-114", "Gold ring", "12", "9.80", "12.25", "20", "117.60"),)

    line = build.only(build.read(build.paper(rows, heads=heads, sums=(("Total", "117.60"),)))).lines[0]

    assert (line.quantity, line.amount) == (Decimal(12), Decimal("117.60"))
    assert line.unit_price in {Decimal("9.80"), Decimal("12.25")}


def test_headings_in_capitals_without_dots_are_turkish_all_the_same() -> None:
    assert meanings.role_of("SIPARIŞ MIKTARI") == meanings.role_of("Sipariş Miktarı") == ("quantity", True)
