"""What a person of ours decides, and what the rules refuse them."""

from decimal import Decimal

import pytest

from bot import office
from bot.demo import stage
from bot.flows import decide
from desk import errors, orders
from desk.orders import State
from store import outbox
from tests import build as cast
from tests.bot import build

LARGE = (("THR-815", 200), ("CLK-920", 60))


def above_the_threshold(desk: office.Office) -> orders.Order:
    build.open_up(desk, build.pdf_mail(build.truth("PO-77120", wanted=LARGE, buyer="HERON")))
    (order,) = build.every(desk)
    assert order.state is State.AWAITING_DECISION
    return order


def test_a_managers_yes_asks_the_buyer(desk: office.Office) -> None:
    order = above_the_threshold(desk)

    decide.approve(desk, order.number, by=stage.MANAGER, version=1)

    now = build.order(desk, order.number)
    assert (now.state, now.decided_by) == (State.AWAITING_APPROVAL, stage.MANAGER)
    assert build.letters(desk, order.number) == ["confirmation"]


def test_a_press_on_a_card_of_another_version_is_refused(desk: office.Office) -> None:
    order = above_the_threshold(desk)

    with pytest.raises(errors.WrongStateError, match="at version 1 by now"):
        decide.approve(desk, order.number, by=stage.MANAGER, version=2)

    assert build.order(desk, order.number).state is State.AWAITING_DECISION


def test_the_second_decision_is_told_who_was_first(desk: office.Office) -> None:
    order = above_the_threshold(desk)
    decide.decline(desk, order.number, by=stage.MANAGER, reason="too much", version=1)

    with pytest.raises(errors.AlreadyDecidedError, match=f"already declined by {stage.MANAGER}"):
        decide.approve(desk, order.number, by=stage.SECOND_MANAGER, version=1)

    assert build.letters(desk, order.number) == ["declined"]


def test_whoever_took_an_order_as_read_may_not_approve_it(desk: office.Office) -> None:
    build.open_up(desk, build.pdf_mail(build.truth("PO-77120", wanted=LARGE, buyer="HERON")), verdict="fail")
    (order,) = build.every(desk)
    decide.take_as_read(desk, order.number, by=stage.MANAGER)

    with pytest.raises(errors.NotAllowedError, match="whoever took an order may not approve it"):
        decide.approve(desk, order.number, by=stage.MANAGER)

    decide.approve(desk, order.number, by=stage.SECOND_MANAGER)
    assert build.order(desk, order.number).decided_by == stage.SECOND_MANAGER


def test_a_product_that_is_settled_is_remembered_for_this_buyers_next_order(desk: office.Office) -> None:
    build.open_up(desk, build.note("Please send us on PO 4500777:\n\n24 x MF-9999 @ 7.84\n"))
    (order,) = build.every(desk)

    decide.settle(desk, order.number, 1, "RNG-115", price=Decimal("7.84"), by="ben")
    build.open_up(desk, build.note("Please send us on PO 4500778:\n\n24 x MF-9999 @ 7.84\n", seed=2))

    assert [order.version.lines[0].sku for order in build.every(desk)] == ["RNG-115", "RNG-115"]


@pytest.mark.parametrize(
    ("line", "sku", "why"),
    [(1, "NOPE-1", "There is no product 'NOPE-1'"), (7, "RNG-115", "There is no line of .* '7'")],
)
def test_settling_names_what_there_is_not(desk: office.Office, line: int, sku: str, why: str) -> None:
    order = build.take(desk, state=State.NEEDS_LOOK)

    with pytest.raises(errors.UnknownError, match=why):
        decide.settle(desk, order.number, line, sku, price=None, by="ben")


def test_a_sku_may_be_written_loosely_but_never_chosen_among_two(desk: office.Office) -> None:
    twins = [cast.product(sku=sku, description="Twin") for sku in ("TW-IN1", "TWIN-1")]
    with desk.store.unit() as books:
        books.catalogue.keep_all(twins)
    order = build.take(desk, state=State.NEEDS_LOOK, version=cast.version(lines=[cast.line(sku="")]))

    with pytest.raises(errors.UnknownError, match="It might be TW-IN1 or TWIN-1"):
        decide.settle(desk, order.number, 1, "twin1", price=Decimal(1), by="ben")
    settled = decide.settle(desk, order.number, 1, "rng115", price=Decimal(1), by="ben")

    assert settled.version.lines[0].sku == "RNG-115"


def test_an_order_that_was_set_aside_is_taken_up_again(desk: office.Office) -> None:
    order = build.take(desk, state=State.NEEDS_LOOK)

    decide.set_aside(desk, order.number, by="ben")
    again = decide.take_up_again(desk, order.number, by="ben")

    assert again.state is State.NEEDS_LOOK
    assert build.facts(desk, order.number) == ["SetAside", "TakenUpAgain"]


def test_a_buyer_who_was_never_asked_is_not_told_of_the_end(desk: office.Office) -> None:
    order = build.take(desk, state=State.NEEDS_LOOK)

    decide.cancel(desk, order.number, by="ben", reason="a test order")

    assert build.letters(desk, order.number) == []
    assert build.said(desk, f"order:{order.number}", outbox.Kind.POST)


def test_an_unknown_order_is_a_sentence(desk: office.Office) -> None:
    with pytest.raises(errors.UnknownError, match="There is no order 'SO-1'"):
        decide.take_as_read(desk, "SO-1", by="ben")


def test_what_is_refused_leaves_nothing_behind(desk: office.Office) -> None:
    order = build.take(desk, state=State.AGREED)
    with desk.store.look() as books:
        before = books.outbox.counts()

    with pytest.raises(errors.WrongStateError):
        decide.ask_again(desk, order.number, by="ben")

    with desk.store.look() as books:
        assert books.outbox.counts() == before
    assert build.facts(desk, order.number) == []
