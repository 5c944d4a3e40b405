"""A silent buyer is asked again, so often and no oftener; a dead address is not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk import approval, chasing, events, orders
from desk.orders import State
from desk.reading import Intent
from tests import build


def asked(order: orders.Order) -> orders.Order:
    """The same, with the question to the buyer sent."""
    return replace(order, confirmed_at=build.NOW)


def undelivered() -> orders.Step:
    return chasing.not_delivered(
        asked(build.order()), letter="confirmation", to=build.ANA, why="no such mailbox.", at=build.NOW
    )


@pytest.mark.parametrize(
    ("reminders", "count", "most", "due"),
    [(0, 1, 2, True), (1, 2, 2, True), (2, 3, 2, False), (1, 1, 2, False), (0, 2, 2, False), (0, 1, 0, False)],
)
def test_each_reminder_is_due_once_and_in_its_turn(reminders: int, count: int, most: int, due: bool) -> None:  # noqa: FBT001  (a column)
    order = replace(asked(build.order()), reminders=reminders)
    assert chasing.is_due(order, version=1, count=count, most=most, asked=build.NOW) is due


@pytest.mark.parametrize("state", [state for state in State if state is not State.AWAITING_APPROVAL])
def test_nobody_is_reminded_where_no_answer_is_awaited(state: State) -> None:
    assert not chasing.is_due(asked(build.order(state=state)), version=1, count=1, most=2, asked=build.NOW)


def test_nobody_is_reminded_of_a_version_that_no_longer_stands() -> None:
    assert not chasing.is_due(
        asked(build.order(version=build.version(number=2))), version=1, count=1, most=2, asked=build.NOW
    )


def test_a_reminder_is_counted_and_told() -> None:
    step = chasing.remind(asked(build.order()), at=build.NOW)
    assert step.order == replace(asked(build.order()), reminders=1)
    assert step.facts == (events.BuyerReminded(number="SO-10021", at=build.NOW, version=1, to=build.ANA, count=1),)
    assert not chasing.is_due(step.order, version=1, count=1, most=2, asked=build.NOW)


def test_a_letter_that_came_back_is_told_and_ends_the_reminders() -> None:
    step = undelivered()
    assert step.order.state is State.AWAITING_APPROVAL
    assert build.ANA in step.order.reason
    assert isinstance(step.facts[0], events.LetterRefused)
    assert not chasing.is_due(step.order, version=1, count=1, most=2, asked=build.NOW)


@pytest.mark.parametrize("state", [state for state in State if state is not State.AWAITING_APPROVAL])
def test_a_letter_that_came_back_later_is_told_and_changes_nothing(state: State) -> None:
    order = build.order(state=state)
    step = chasing.not_delivered(order, letter="acknowledgement", to=build.ANA, why="mailbox full.", at=build.NOW)
    assert step.order == order
    assert isinstance(step.facts[0], events.LetterRefused)


def test_asking_again_counts_the_reminders_from_the_start() -> None:
    later = build.NOW + timedelta(days=1)
    again = approval.ask_again(undelivered().order, by=build.CLERK, at=later).order
    assert chasing.is_due(again, version=1, count=1, most=2, asked=later)
    assert not chasing.is_due(again, version=1, count=1, most=2, asked=build.NOW)  # the reminder of the first asking


@pytest.mark.parametrize("intent", [Intent.APPROVE, Intent.QUESTION])
def test_a_buyer_who_answers_was_reached_after_all(intent: Intent) -> None:
    step = approval.hear(undelivered().order, build.answer(intent=intent), at=build.NOW)
    assert step.order.reason == ""
