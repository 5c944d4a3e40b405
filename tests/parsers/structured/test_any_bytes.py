import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.reading import Kind
from parsers.structured import exact as formats
from playground.samples import exact, truths

Writer = Callable[[truths.Truth], bytes]
WRITERS: list[Writer] = [exact.as_x12, exact.as_edifact, exact.as_ubl, exact.as_cxml, exact.as_orderx]
TRUTH = truths.order(5, count=4)
FIGURES = [(line.quantity, line.unit_price) for line in TRUTH.lines]
BOUND = 2.0  # seconds


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([b"", b"ISA*", b"UNA", b"UNB+", b"<?xml ", b"<cXML>", b"ST*850*"]), st.binary(max_size=400))
def test_any_bytes_end_in_a_reading_or_in_none(start: bytes, rest: bytes) -> None:
    read = formats.read(start + rest)

    assert read is None or read.error is not None or read.kind is not Kind.PURCHASE_ORDER or read.orders


@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_message_hurt_anywhere_is_read_refused_or_in_doubt_and_never_raises(
    write: Writer, data: st.DataObject
) -> None:
    whole = write(TRUTH)
    at = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(at, min(len(whole), at + 60)))
    put = data.draw(st.binary(max_size=12))
    began = time.process_time()

    read = formats.read(whole[:at] + put + whole[end:])

    assert time.process_time() - began < BOUND
    assert read is None or read.error is None or read.error.endswith((".", ")", "?"))
    if read and read.touchless:
        (order,) = read.orders
        assert [(line.quantity, line.unit_price) for line in order.lines] == FIGURES
        assert (order.subtotal or order.total) in {TRUTH.subtotal, TRUTH.total}


@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_message_cut_off_is_never_touchless(write: Writer, data: st.DataObject) -> None:
    whole = write(TRUTH).rstrip(b"\n")
    cut = whole[: data.draw(st.integers(1, len(whole) - 2))]

    read = formats.read(cut)

    assert read is None or not read.touchless


@pytest.mark.parametrize(
    "data",
    [
        exact.as_x12(TRUTH) + b"*" * 500_000,
        exact.as_x12(TRUTH).replace(b"PID", b"PID*" + b"~\n" * 200_000 + b"PID", 1),
        exact.as_edifact(TRUTH) + b"?" * 500_000,
        exact.as_edifact(TRUTH).replace(b"IMD", b"IMD" + b"+:" * 200_000, 1),
        exact.as_ubl(TRUTH).replace(b"</Order>", b"<a/>" * 500_000 + b"</Order>"),
        exact.as_cxml(TRUTH).replace(b"<Name>", b"<Name>" + b"x" * 2_000_000, 1),
    ],
    ids=["x12 stars", "x12 ends", "edifact releases", "edifact components", "xml elements", "xml text"],
)
def test_a_message_made_to_cost_much_ends_soon(data: bytes) -> None:
    began = time.process_time()

    formats.read(data)

    assert time.process_time() - began < 5


@pytest.mark.parametrize("write", WRITERS)
def test_an_order_of_2000_lines_is_read_within_bounds(write: Writer) -> None:
    truth = truths.order(9, count=2000)
    data = write(truth)
    began = time.process_time()

    read = formats.read(data)

    assert read is not None
    assert len(read.orders[0].lines) == 2000
    assert read.touchless
    assert time.process_time() - began < 5
