"""Orders that nobody drew by hand are read, or honestly doubted."""

from functools import cache

import pytest

from bench import made
from playground.orders import __main__ as orders
from playground.orders import making

pytestmark = pytest.mark.slow

ORDERS = 60
# Of sixty orders at least so many are read right; a reader that reads fewer than it did has lost something.
FLOOR = 48


@cache
def marks() -> tuple[made.Mark, ...]:
    return tuple(made.marks(orders.series(26, ORDERS)))


def test_no_order_is_silently_wrong() -> None:
    assert [mark.name for mark in marks() if mark.touchless and mark.wrong] == []


def test_most_orders_are_read_right() -> None:
    assert sum(not mark.wrong for mark in marks()) >= FLOOR


def test_some_orders_prove_themselves() -> None:
    assert sum(mark.touchless for mark in marks()) >= ORDERS // 5


def test_what_orders_nothing_is_never_touchless() -> None:
    read = [made.reading_of(one) for one in orders.series_of_decoys(26, 24)]

    assert not [one for one in read if one.kind in made.ORDERING and one.touchless]


def test_a_wrong_reading_is_told_from_a_right_one() -> None:
    truth = making.make(26_00_001, form="html").truth
    told = {"orders": [{**truth, "lines": [{**line, "buyer_sku": None, "gtin": None} for line in truth["lines"]]}]}  # type: ignore[attr-defined]

    assert list(made.misread(truth, told)) == []
    told["orders"][0]["total"] = "0.01"
    assert [wrong.split("=")[0] for wrong in made.misread(truth, told)] == ["total"]
