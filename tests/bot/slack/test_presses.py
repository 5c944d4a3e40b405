"""Buttons and the modal: rights at the press, the version that was shown, and the first decision wins."""

from dataclasses import replace

import pytest
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse

from bot.demo import stage
from bot.slack import app
from desk import orders
from desk.orders import State
from store import inbox
from tests import build as cast
from tests.bot import build as desks
from tests.bot.slack import build
from tests.bot.slack.build import Workplace

MANAGERS = (stage.MANAGER, stage.SECOND_MANAGER)


def waiting(at: Workplace, *, taken_by: str = "") -> orders.Order:
    """An order that waits for a manager."""
    return at.order(state=State.AWAITING_DECISION, tier="manager", approvers=MANAGERS, taken_by=taken_by)


def fill(at: Workplace, who: str, reason: str) -> dict[str, str]:
    """The modal that opened is filled in and sent; what is said under its field."""
    assert at.slack.wait_for(lambda: at.slack.modal(who), build.PATIENCE)
    return at.slack.fill_modal(who, {"reason": reason}).errors


def test_a_manager_approves(listening: Workplace) -> None:
    order = waiting(listening)

    listening.press("mira", order, "Approve", asked=True)

    assert listening.becomes(order, State.AWAITING_APPROVAL).decided_by == stage.MANAGER
    listening.carry()
    locked = listening.card(f"ask:{order.number}", stage.APPROVALS)
    assert f"Approved by @{stage.MANAGER}" in listening.read(locked)
    assert "[Approve]" not in listening.read(locked)


@pytest.mark.parametrize("button", ["Approve", "Reject"])
def test_whoever_is_no_approver_is_told_so_alone(listening: Workplace, button: str) -> None:
    order = waiting(listening)

    listening.press("otto", order, button, asked=True)

    told = listening.told("otto", f"may not decide on {order.number}")
    assert f"@{stage.OUTSIDER}" in told
    assert listening.slack.modal("otto") is None
    assert listening.now(order).state is State.AWAITING_DECISION


def test_whoever_took_the_order_may_not_approve_it(listening: Workplace) -> None:
    order = waiting(listening, taken_by=stage.MANAGER)

    listening.press("mira", order, "Approve", asked=True)

    listening.told("mira", f"may not decide on {order.number}: whoever took an order may not approve it")
    assert listening.now(order).state is State.AWAITING_DECISION


def test_the_second_presser_is_told_who_was_first(listening: Workplace) -> None:
    order = waiting(listening)
    seen = listening.card(f"ask:{order.number}", stage.APPROVALS)
    listening.slack.press("mira", seen, "Approve")
    listening.becomes(order, State.AWAITING_APPROVAL)

    listening.slack.press("max", seen, "Approve")

    listening.told("max", f"Order {order.number} was already approved by @{stage.MANAGER}")


def test_a_rejection_takes_its_reason_from_the_modal(listening: Workplace) -> None:
    order = waiting(listening)

    listening.press("max", order, "Reject", asked=True)
    errors = fill(listening, "max", "Not before spring <!channel>")

    assert errors == {}
    declined = listening.becomes(order, State.DECLINED)
    assert (declined.decided_by, declined.reason) == (stage.SECOND_MANAGER, "Not before spring <!channel>")
    listening.carry()
    assert "<!channel>" not in str(listening.card(f"order:{order.number}").blocks)


@pytest.mark.parametrize("reason", ["", "   ", "no"])
def test_a_rejection_without_a_reason_is_refused_in_the_modal(listening: Workplace, reason: str) -> None:
    order = waiting(listening)

    listening.press("mira", order, "Reject", asked=True)
    errors = fill(listening, "mira", reason)

    assert "reason" in errors
    assert listening.now(order).state is State.AWAITING_DECISION
    listening.slack.close_modal("mira")


def test_a_modal_that_comes_too_late_says_who_was_first(listening: Workplace) -> None:
    order = waiting(listening)
    listening.press("mira", order, "Reject", asked=True)
    listening.slack.wait_for(lambda: listening.slack.modal("mira"), build.PATIENCE)
    listening.press("max", order, "Approve", asked=True)
    listening.becomes(order, State.AWAITING_APPROVAL)

    errors = fill(listening, "mira", "too expensive")

    assert "was already approved by" in errors["reason"]
    listening.slack.close_modal("mira")


def test_a_card_of_an_older_version_decides_nothing(listening: Workplace) -> None:
    order = waiting(listening)
    seen = listening.card(f"ask:{order.number}", stage.APPROVALS)
    with listening.desk.store.unit() as books:
        books.orders.keep(replace(listening.now(order), version=cast.version(number=2)))

    listening.slack.press("mira", seen, "Approve")

    listening.told("mira", f"Order {order.number} is at version 2 by now")
    assert listening.now(order).state is State.AWAITING_DECISION


@pytest.mark.parametrize(
    ("state", "button", "after"),
    [
        (State.NEEDS_LOOK, "Take as read", State.AWAITING_APPROVAL),
        (State.NEEDS_LOOK, "Set aside", State.SET_ASIDE),
        (State.SET_ASIDE, "Take up again", State.NEEDS_LOOK),
        (State.AWAITING_APPROVAL, "Send again", State.AWAITING_APPROVAL),
        (State.ANSWERED, "Ask again", State.AWAITING_APPROVAL),
        (State.ANSWERED, "Cancel order", State.CANCELLED),
    ],
)
def test_each_button_does_what_it_says(listening: Workplace, state: State, button: str, after: State) -> None:
    order = listening.order(state=state)

    listening.press("ben", order, button)

    listening.until(lambda: bool(desks.facts(listening.desk, order.number)))
    assert listening.now(order).state is after


def test_a_button_on_an_old_card_says_why_it_does_nothing(listening: Workplace) -> None:
    order = listening.order(state=State.NEEDS_LOOK)
    seen = listening.card(f"order:{order.number}")
    listening.slack.press("ben", seen, "Set aside")
    listening.becomes(order, State.SET_ASIDE)

    listening.slack.press("mira", seen, "Take as read")

    listening.told("mira", f"Order {order.number} is set aside; it cannot become taken as read.")


def test_a_mail_is_set_aside_by_its_button(listening: Workplace) -> None:
    kept = desks.open_up(listening.desk, desks.note("See you at the fair.", seed=4711))
    listening.carry()

    listening.slack.press("ben", listening.card(f"mail:{kept.id}"), "Set aside")

    assert listening.slack.wait_for(lambda: desks.message(listening.desk, kept.id).state is inbox.State.SET_ASIDE, 5.0)


def test_every_button_on_any_card_has_a_listener(listening: Workplace) -> None:
    for state in State:
        order = listening.order(state=state, tier="manager", approvers=MANAGERS)
        for message in (
            listening.card(f"order:{order.number}"),
            listening.card(f"ask:{order.number}", stage.APPROVALS),
        ):
            for action in actions(message.blocks):
                assert is_heard(listening, action), f"nobody hears {action} on a card that is {state}"
    assert is_heard(listening, "mail.set_aside")
    assert not is_heard(listening, "order.fly")


def actions(blocks: tuple[dict[str, object], ...]) -> list[str]:
    found = [block["elements"] for block in blocks if block["type"] == "actions"]
    return [element["action_id"] for elements in found for element in elements]  # type: ignore[attr-defined]


def is_heard(at: Workplace, action: str) -> bool:
    """Some listener of the app matches a press of this button."""
    heard = app.build(at.desk, app.client(at.slack.token, base_url=at.slack.base_url))
    body = {"type": "block_actions", "actions": [{"action_id": action, "block_id": "b", "type": "button"}]}
    request = BoltRequest(body=body, mode="socket_mode")
    return any(it.matches(req=request, resp=BoltResponse(status=404)) for it in heard._listeners)
