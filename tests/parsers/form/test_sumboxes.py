"""Boxes of sums whose figures do not stand right of their labels."""

from collections.abc import Sequence

import pytest

from parsers.form import body, tables
from parsers.page import Page, Word

Placed = tuple[str, float, float]
HEADS: Sequence[Placed] = (
    ("Code", 40, 100),
    ("Description", 120, 100),
    ("Qty", 300, 100),
    ("Price", 380, 100),
    ("Amount", 480, 100),
)
LINES: Sequence[Placed] = (
    ("RNG-114", 40, 116), ("Ring", 120, 116), ("12", 300, 116), ("9.80", 380, 116), ("117.60", 480, 116),
    ("EAR-203", 40, 132), ("Hoops", 120, 132), ("5", 300, 132), ("4.00", 380, 132), ("20.00", 480, 132),
)  # fmt: skip
BEFORE: Sequence[Placed] = (
    ("137.60", 300, 180), ("Subtotal", 360, 180), ("27.52", 300, 196), ("VAT", 360, 196), ("165.12", 300, 212),
    ("Total", 360, 212),
)  # fmt: skip
BELOW: Sequence[Placed] = (
    ("Subtotal", 100, 180), ("VAT", 300, 180), ("Total", 480, 180), ("137.60", 100, 194), ("27.52", 300, 194),
    ("165.12", 480, 194),
)  # fmt: skip
ANOTHER_PITCH: Sequence[Placed] = (
    ("Subtotal", 300, 180), ("VAT", 300, 194), ("Total", 300, 208), ("137.60", 480, 187), ("27.52", 480, 203),
    ("165.12", 480, 219),
)  # fmt: skip


@pytest.mark.parametrize("box", [BEFORE, BELOW, ANOTHER_PITCH])
def test_figures_are_found_where_their_box_has_them(box: Sequence[Placed]) -> None:
    sheet = _sheet(*HEADS, *LINES, *box)

    whole, _ = body.read([sheet], tables.sections([sheet]), None, "file")

    said = {role: str(value) for role, value in whole.totals.values.items()}
    assert said == {"subtotal": "137.60", "tax": "27.52", "total": "165.12"}
    assert whole.totals.is_proven


def test_one_label_over_its_figure_ends_the_table() -> None:
    sheet = _sheet(*HEADS, *LINES, ("Total", 480, 170), ("137.60", 480, 184))

    whole, _ = body.read([sheet], tables.sections([sheet]), None, "file")

    assert str(whole.totals.values["total"]) == "137.60"
    assert len(whole.lines.read) == 2


def _sheet(*placed: Placed) -> Page:
    return Page(1, 595, 842, tuple(Word(text, x, top, x + 5.0 * len(text), top + 10) for text, x, top in placed))


def test_groups_of_digits_that_stand_apart_are_one_figure_where_the_sums_prove_it() -> None:
    line = (("RNG-114", 40, 116), ("Ring", 120, 116), ("100", 300, 116), ("82.50", 380, 116), ("8250.00", 480, 116))
    box = (("Subtotal", 300, 170), ("8", 440, 170), ("250.00", 480, 170), ("Freight", 300, 184), ("12.00", 480, 184))
    sheet = _sheet(*HEADS, *line, *box, ("Total", 300, 198), ("8", 440, 198), ("262.00", 480, 198))

    whole, _ = body.read([sheet], tables.sections([sheet]), None, "file")

    assert str(whole.totals.values["total"]) == "8262.00"
    assert whole.totals.is_proven


def test_a_tax_above_the_total_ends_the_table() -> None:
    sheet = _sheet(
        *HEADS, *LINES, ("VAT 20%", 380, 148), ("27.52", 480, 148), ("Total", 380, 164), ("165.12", 480, 164)
    )

    whole, _ = body.read([sheet], tables.sections([sheet]), None, "file")

    assert str(whole.totals.values["tax"]) == "27.52"
    assert whole.lines.read[-1].line.description == "Hoops"
