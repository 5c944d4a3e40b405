"""An order is taken once it came in, and goes on by itself only where nothing speaks against it."""

from decimal import Decimal

import pytest

from desk import approval, errors, events, judging, orders, policy, reading, taking
from desk.orders import State
from tests import build

ORIGIN = taking.Origin(mail=7, contact=build.ANA, subject="PO 4500118", thread="<1@fernhill.example>")
ABOVE_FORTY = build.tier(above=40)


def taken(case: judging.Case, rules: policy.Policy | None = None) -> orders.Step:
    return taking.take(case, rules or build.rules(), number="SO-10021", origin=ORIGIN, at=build.NOW)


def settle(order: orders.Order, position: int = 1, price: str | None = None) -> orders.Step:
    each = None if price is None else Decimal(price)
    said = taking.Settled(position, build.HOOPS, each)
    return taking.settle(order, said, build.rules(), tier="", by=build.CLERK, at=build.NOW)


def test_a_clean_order_is_offered_at_once() -> None:
    step = taken(build.case())
    assert step.order.state is State.AWAITING_APPROVAL
    assert step.order.touchless
    assert [type(fact) for fact in step.facts] == [events.OrderTaken, events.ConfirmationAsked]


def test_a_clean_order_above_a_threshold_waits_for_the_manager() -> None:
    step = taken(build.case(), build.rules(tiers=[ABOVE_FORTY]))
    assert step.order.state is State.AWAITING_DECISION
    assert step.order.approvers == ABOVE_FORTY.approvers
    assert [type(fact) for fact in step.facts] == [events.OrderTaken, events.DecisionAsked]


def test_an_order_in_doubt_waits_for_a_look_whatever_its_sum() -> None:
    step = taken(build.case(buyer=None), build.rules(tiers=[ABOVE_FORTY]))
    assert (step.order.state, step.order.touchless) == (State.NEEDS_LOOK, False)
    assert [doubt.field for doubt in step.order.doubts] == ["buyer"]
    assert step.facts[1:] == (events.DoubtsRaised(number="SO-10021", at=build.NOW, doubts=step.order.doubts),)


def test_the_first_fact_tells_what_came_in() -> None:
    step = taken(build.case())
    assert step.facts[0] == events.OrderTaken(
        number="SO-10021",
        at=build.NOW,
        mail=7,
        po_number="4500118",
        buyer="Fernhill Gifts",
        total="GBP 45.00",
        seal=step.order.version.seal,
        touchless=True,
    )


def test_an_order_remembers_where_it_came_from() -> None:
    order = taken(build.case()).order
    assert (order.mail, order.contact, order.subject, order.thread) == (
        ORIGIN.mail,
        ORIGIN.contact,
        ORIGIN.subject,
        ORIGIN.thread,
    )
    assert (order.buyer_id, order.buyer_name) == ("fernhill", "Fernhill Gifts")


def test_an_order_of_a_stranger_carries_the_address_it_came_from() -> None:
    order = taken(build.case(buyer=None)).order
    assert (order.buyer_id, order.buyer_name) == ("", build.ANA)


def test_a_settled_line_closes_its_doubt_and_makes_a_new_version() -> None:
    order = taken(build.case(products=[None], buyer=None)).order
    step = settle(order)
    assert step.order.version.number == 2
    assert step.order.version.lines[0].sku == "GH-20"
    assert [doubt.field for doubt in step.order.doubts] == ["buyer"]
    assert step.facts == (
        events.LineSettled(number="SO-10021", at=build.NOW, by=build.CLERK, position=1, what="GH-20"),
    )


def test_a_price_that_a_person_names_closes_the_doubt_of_it() -> None:
    stated = build.read_order(lines=[build.read_line(unit_price="3.00")])
    order = taken(build.case(stated=stated)).order
    assert [doubt.field for doubt in settle(order).order.doubts] == ["lines.0.unit_price"]
    step = settle(order, price="4.50")
    assert step.order.doubts == ()
    assert step.order.version.total == build.gbp("45.00")


def test_a_settled_order_is_offered_only_once_a_person_takes_it() -> None:
    settled = settle(taken(build.case(products=[None])).order).order
    assert settled.state is State.NEEDS_LOOK
    step = approval.take_as_read(settled, None, by=build.CLERK, at=build.NOW)
    assert isinstance(step.facts[1], events.ConfirmationAsked)
    assert step.facts[1].version == 2


def test_a_line_that_is_not_there_cannot_be_settled() -> None:
    with pytest.raises(errors.UnknownError, match="line of SO-10021"):
        settle(taken(build.case(products=[None])).order, position=2)


@pytest.mark.parametrize("state", [state for state in State if state is not State.NEEDS_LOOK])
def test_what_was_offered_or_ended_is_not_settled_any_more(state: State) -> None:
    with pytest.raises(errors.WrongStateError):
        settle(build.order(state=state))


def test_two_versions_promise_the_same_whatever_their_numbers() -> None:
    assert taking.is_same(build.version(number=1), build.version(number=3))
    assert not taking.is_same(build.version(), build.version(lines=[build.line(quantity=11)]))


def test_the_readers_doubts_stay_with_the_order() -> None:
    doubt = reading.Doubt("po_number", "Two numbers might be the order's.", ("4500118", "118"))
    assert taken(build.case(doubts=[doubt], touchless=False)).order.doubts == (doubt,)


def test_a_printed_price_is_judged_again_once_the_product_is_known() -> None:
    cheap = build.read_line(unit_price="1.00", amount="10.00")
    order = taken(build.case(stated=build.read_order(lines=[cheap]), products=[None])).order
    left = settle(order).order.doubts
    assert [doubt.field for doubt in left] == ["lines.0.unit_price"]
    assert left[0].guesses == ("1.00", "4.50")


def test_a_price_below_nothing_is_refused() -> None:
    with pytest.raises(errors.MoneyError, match="below nothing"):
        settle(taken(build.case(products=[None])).order, price="-1")
