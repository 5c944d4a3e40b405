"""Which fields of a reading rest on print that was not clear in the picture."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.reading import Evidence, Kind, Line, Order, Reading
from parsers.form import sight
from parsers.page import Page, Seen, Word

_LINE = Line(quantity=Decimal(24), sku="RNG-114", unit_price=Decimal("9.80"), amount=Decimal("235.20"))
_PLACES = (
    "po_number",
    "order_date",
    "lines.0.sku",
    "lines.0.quantity",
    "lines.0.unit_price",
    "lines.0.amount",
    "total",
)
_TEXTS = ("4500118", "2026-11-07", "RNG-114", "24", "9.80", "235.20", "235.20")


def _read(line: Line = _LINE, **texts: str) -> Reading:
    shown = dict(zip(_PLACES, _TEXTS, strict=True)) | texts
    order = Order(
        lines=(line,), po_number=shown["po_number"], order_date=date(2026, 11, 7), total=Decimal("235.20"),
        evidence={name: Evidence("file", 1, text, _box(name)) for name, text in shown.items()},
        proofs=("the lines add up to the printed sums",),
    )  # fmt: skip
    return Reading(Kind.PURCHASE_ORDER, (order,), touchless=True)


def _box(name: str) -> tuple[float, float, float, float]:
    top = 20.0 * _PLACES.index(name)
    return 50, top, 120, top + 10


def _page(read: Reading, **certainties: float) -> Page:
    """A page on which everything was recognised, clearly but for these fields."""
    named = {name.replace("_0_", ".0."): sure for name, sure in certainties.items()}
    seen = tuple(
        Seen(Word(shown.text, *_box(name)), (named.get(name, 0.999),) * len(shown.text))
        for name, shown in read.orders[0].evidence.items()
    )
    return Page(1, 600, 800, tuple(one.word for one in seen), seen=seen)


def _doubted(read: Reading, **certainties: float) -> set[str]:
    weighed = sight.weighed(read, [_page(read, **certainties)])
    assert weighed.touchless is not bool(weighed.doubts)
    return {doubt.field for doubt in weighed.doubts}


def test_a_clear_picture_leaves_a_reading_as_it_is() -> None:
    read = _read()

    assert sight.weighed(read, [_page(read)]) == read
    assert sight.weighed(read, [Page(1, 600, 800, ())]) == read


@pytest.mark.parametrize("name", ["po_number", "order_date"])
def test_a_number_or_a_date_that_is_not_clear_is_asked_about(name: str) -> None:
    assert _doubted(_read(), **{name: 0.9}) == {name}


def test_a_code_that_is_not_clear_is_asked_about() -> None:
    assert _doubted(_read(), lines_0_sku=0.9) == {"lines.0.sku"}


def test_a_double_among_letters_and_figures_must_be_clearer_than_other_characters() -> None:
    plain, double = _read(po_number="KT4470"), _read(po_number="4500118")

    assert _doubted(plain, po_number=0.97) == {"po_number"}
    assert _doubted(double, po_number=0.97) == set()


def test_figures_that_their_arithmetic_proves_need_not_be_clear() -> None:
    assert _doubted(_read(), lines_0_quantity=0.7, lines_0_amount=0.7, total=0.7) == set()
    assert _doubted(_read(), lines_0_quantity=0.3) == {"lines.0.quantity"}


def test_one_piece_proves_nothing_for_its_price_and_its_amount_are_one_figure() -> None:
    one = replace(_LINE, quantity=Decimal(1), unit_price=Decimal("235.20"))

    assert _doubted(_read(one), lines_0_unit_price=0.9) == {"lines.0.quantity"}


def test_sums_that_nothing_proves_must_be_clear() -> None:
    read = _read()
    unproven = replace(read, orders=(replace(read.orders[0], proofs=()),))

    assert _doubted(unproven, total=0.9) == {"total"}


def test_a_page_that_was_not_read_is_asked_about() -> None:
    weighed = sight.weighed(_read(), [Page(13, 0, 0, (), trouble="Page 13 was not read. What does it say?")])

    assert not weighed.touchless
    assert [doubt.field for doubt in weighed.doubts] == ["file"]
