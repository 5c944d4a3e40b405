import dataclasses
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.reading import Kind
from parsers import document
from playground.samples import exact, papers, truths
from tests.parsers.structured import build

Writer = Callable[[truths.Truth], bytes]
WRITERS: list[Writer] = [exact.as_x12, exact.as_edifact, exact.as_ubl, exact.as_cxml, exact.as_orderx]
SEEDS = st.integers(0, 10_000)


@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_an_order_in_an_exact_format_is_read_as_it_was_meant(write: Writer, seed: int) -> None:
    truth = truths.order(seed)

    read = document.read(write(truth), name="order")

    assert build.says(build.only(read), truth)
    assert read.kind is Kind.PURCHASE_ORDER
    assert read.doubts == ()
    assert read.touchless


@settings(max_examples=60, deadline=None)
@given(
    seed=SEEDS,
    apart=st.sampled_from("*|^+\x1d\t"),
    joint=st.sampled_from(">:\\\x1f"),
    end=st.sampled_from("~!\n\x1e\x85\r"),
)
def test_the_delimiters_of_x12_may_be_any(seed: int, apart: str, joint: str, end: str) -> None:
    truth = truths.order(seed)

    read = document.read(exact.as_x12(truth, signs=exact.Signs(apart, joint, end)), name="order")

    assert build.says(build.only(read), truth)
    assert read.touchless


@settings(max_examples=60, deadline=None)
@given(
    seed=SEEDS,
    signs=st.permutations("+:'?*|;!^~").map(lambda s: exact.Signs(s[0], s[1], s[2], s[3])),
    mark=st.sampled_from(".,"),
    syntax=st.sampled_from(["UNOA", "UNOC", "UNOW", "UNOY"]),
    version=st.sampled_from(["D:96A", "D:01B"]),
)
def test_the_service_characters_of_edifact_may_be_any(
    seed: int, signs: exact.Signs, mark: str, syntax: str, version: str
) -> None:
    truth = truths.order(seed)
    signs = exact.Signs(signs.apart, signs.joint, signs.end, signs.release, mark)

    read = document.read(exact.as_edifact(truth, signs=signs, syntax=syntax, version=version), name="order")

    assert build.says(build.only(read), truth)
    assert read.touchless


@pytest.mark.parametrize("write", WRITERS)
def test_every_field_shows_the_segment_or_element_it_stands_in(write: Writer) -> None:
    data = write(truths.order(3, count=4))

    order = build.only(document.read(data, name="order", part="order.edi"))

    assert build.unproven(order) == []
    assert {shown.part for shown in order.evidence.values()} == {"order.edi"}
    text = " ".join(data.decode().split())
    assert all(shown.text in text for path, shown in order.evidence.items() if path.endswith(("quantity", "po_number")))


@pytest.mark.parametrize("write", WRITERS)
def test_a_total_that_the_lines_disprove_is_a_doubt(write: Writer) -> None:
    truth = truths.order(11, count=3)
    wrong = truths.misadded(truth)
    data = write(wrong).replace(f"{truth.subtotal}</Money></Total>".encode(), f"{wrong.total}</Money></Total>".encode())

    read = document.read(data, name="order")

    assert not read.touchless
    assert any(doubt.field in {"total", "subtotal"} for doubt in read.doubts)


@pytest.mark.parametrize("write", WRITERS)
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, name=st.sampled_from(["quantity", "unit_price"]), off=st.sampled_from(["0.01", "1", "-0.01", "90"]))
def test_a_figure_that_changed_on_the_way_is_never_touchless(write: Writer, seed: int, name: str, off: str) -> None:
    truth = truths.order(seed)
    first, *rest = truth.lines
    changed = dataclasses.replace(first, **{name: getattr(first, name) + Decimal(off)})

    read = document.read(write(dataclasses.replace(truth, lines=(changed, *rest))), name="order")

    assert not read.touchless
    assert read.doubts


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (exact.as_x12(truths.order(5), code="860", purpose="04"), Kind.ORDER_CHANGE),
        (exact.as_x12(truths.order(5), code="860", purpose="01"), Kind.ORDER_CANCELLATION),
        (exact.as_x12(truths.order(5), purpose="01"), Kind.ORDER_CANCELLATION),
        (exact.as_edifact(truths.order(5), kind="ORDCHG"), Kind.ORDER_CHANGE),
        (exact.as_ubl(truths.order(5), kind="OrderChange"), Kind.ORDER_CHANGE),
        (exact.as_ubl(truths.order(5), kind="OrderCancellation"), Kind.ORDER_CANCELLATION),
        (exact.as_cxml(truths.order(5), kind="update"), Kind.ORDER_CHANGE),
        (exact.as_cxml(truths.order(5), kind="delete"), Kind.ORDER_CANCELLATION),
        (exact.as_orderx(truths.order(5), code="230"), Kind.ORDER_CHANGE),
    ],
)
def test_a_change_or_cancellation_names_its_order_and_is_never_touchless(data: bytes, kind: Kind) -> None:
    read = document.read(data, name="order")

    assert read.kind is kind
    assert build.only(read).po_number == truths.order(5).po_number
    assert not read.touchless


@pytest.mark.parametrize("write", WRITERS)
def test_our_own_name_as_the_buyer_is_a_doubt(write: Writer) -> None:
    truth = truths.order(8)

    read = document.read(write(truth), name="order", ours=(truth.buyer.name.upper(),))

    assert "which is ourselves" in build.doubts(read)
    assert not read.touchless


def test_what_is_in_no_exact_format_is_read_from_its_pages() -> None:
    truth = truths.order(67, count=3)

    read = document.read(papers.as_text(truth).encode(), name="order")

    assert build.only(read).po_number == truth.po_number
