from decimal import Decimal

import pytest

from bench import exact, raw
from playground.samples import exact as samples
from playground.samples import papers, truths

TRUTH = truths.order(7, count=3)
WRITERS = [samples.as_x12, samples.as_edifact, samples.as_ubl, samples.as_cxml, samples.as_orderx]


@pytest.mark.parametrize("write", WRITERS)
def test_plain_splitting_counts_what_was_written(write: exact.Writer) -> None:
    found = raw.count(write(TRUTH))

    assert found is not None
    assert (found.orders, found.items) == (1, 3)
    assert found.quantity == sum(line.quantity for line in TRUTH.lines)
    assert found.goods == sum((line.quantity * (line.unit_price or Decimal(0)) for line in TRUTH.lines), Decimal(0))


def test_every_order_of_our_own_is_read_wholly_and_no_damaged_one_is_taken() -> None:
    verdicts = [exact.judge(name, data, is_damaged=is_damaged) for name, data, is_damaged in exact.own(seeds=3)]

    assert [one.name for one in verdicts if not one.is_right] == []


def test_an_invoice_beside_an_order_is_counted_as_another_paper() -> None:
    found = raw.count(samples.as_x12(TRUTH).replace(b"ST*850", b"ST*810"))

    assert found is not None
    assert (found.orders, found.others) == (0, ("X12 810",))


def test_a_count_that_differs_from_the_reading_is_told() -> None:
    told = exact.judge("order", samples.as_x12(TRUTH))
    assert told.is_right

    more = raw.Count("X12", 2, 9, Decimal(1), None)

    assert list(exact.differences(more, told.read)) == [
        "2 orders in the file, 1 read",
        "9 items in the file, 3 read",
        f"1 units in the file, {sum(line.quantity for line in TRUTH.lines)} read",
    ]


def test_what_is_in_no_exact_format_is_not_counted() -> None:
    assert raw.count(papers.as_text(TRUTH).encode()) is None
    assert raw.count(papers.draw_pdf(TRUTH)) is None
