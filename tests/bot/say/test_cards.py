import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.say import cards
from desk import orders, reading
from desk.orders import State
from playground.slack import blocks as slack
from tests import build
from tests.bot.say import build as say

BUTTONS = {
    State.NEEDS_LOOK: ["order.take", "order.set_aside"],
    State.AWAITING_DECISION: [],
    State.AWAITING_APPROVAL: ["order.ask_again"],
    State.ANSWERED: ["order.ask_again", "order.cancel"],
    State.AGREED: [],
    State.DECLINED: [],
    State.CANCELLED: [],
    State.SET_ASIDE: ["order.take_up"],
}


def _card(order: orders.Order) -> cards.Card:
    proven = replace(order, proofs=("3 lines add up to the printed total",))
    return cards.card(proven, rules=say.RULES, notes=["A new ship-to."])


def _approval(order: orders.Order) -> cards.Card:
    return cards.approval_card(replace(order, decided_at=say.STAMP.at), rules=say.RULES)


def _person(text: str) -> cards.Card:
    return cards.person_card(
        mail=7, why=text or "?", sender=text, subject=text, received_at=say.STAMP.at, rules=say.RULES
    )


def _pressed(card: cards.Card) -> list[dict[str, Any]]:
    return [one for block in card.blocks if block["type"] == "actions" for one in block["elements"]]


def _words(card: cards.Card) -> str:
    return json.dumps(card.blocks, ensure_ascii=False)


@pytest.mark.parametrize("state", list(State))
def test_a_card_has_the_buttons_of_its_state(state: State) -> None:
    assert [one["action_id"] for one in _pressed(_card(say.order(state)))] == BUTTONS[state]


@pytest.mark.parametrize("state", list(State))
def test_a_card_says_its_state_its_total_and_what_is_next(state: State) -> None:
    told = _words(_card(say.order(state)))

    assert state in told
    assert "GBP 1,581.33" in told
    assert "12 January 2026" in told
    assert any(word in told for word in ("*Next:*", "*Agreed:*", "*Declined*", "*Cancelled*", "*Set aside:*"))


def test_a_button_names_the_order_and_the_version_that_was_seen() -> None:
    assert {one["value"] for one in _pressed(_card(say.order(State.ANSWERED)))} == {"SO-10021:2"}


def test_an_order_with_an_open_line_cannot_be_taken_as_read() -> None:
    open_line = build.version(lines=[build.line(sku="", price=None)])

    card = _card(say.order(State.NEEDS_LOOK, version=open_line))

    assert [one["action_id"] for one in _pressed(card)] == ["order.set_aside"]
    assert "`/po settle SO-10021 1=SKU@price`" in _words(card)
    assert "*product not settled* Gold hoop earrings, 20 mm *price not settled*" in _words(card)


def test_doubts_are_told_with_their_guesses_while_they_stand() -> None:
    assert "• Which hoops are meant? Perhaps: HOOP-30 or HOOP-40." in _words(_card(say.order(State.NEEDS_LOOK)))
    assert "Which hoops" not in _words(_card(say.order(State.AGREED)))


def test_a_card_shows_eight_lines_and_counts_the_others() -> None:
    lines = [build.line(position=at, sku=f"S-{at}") for at in range(1, 13)]

    told = _words(_card(say.order(version=build.version(lines=lines))))

    assert "S-8 " in told
    assert "S-9 " not in told
    assert "_and 4 more_" in told


def test_a_card_says_what_proves_the_order() -> None:
    assert "✓ 3 lines add up to the printed total · A new ship-to." in _words(_card(say.order()))


def test_a_letter_that_did_not_arrive_shows_on_the_card() -> None:
    told = _words(_card(replace(say.order(), reason="The confirmation to ana was not delivered: no such user")))

    assert "*Not delivered.* The confirmation to ana was not delivered: no such user" in told


def test_a_decision_that_is_awaited_has_its_two_buttons() -> None:
    waiting = replace(say.order(State.AWAITING_DECISION), tier="manager", approvers=(build.MANAGER, "Dora"))

    card = _approval(waiting)

    assert [one["action_id"] for one in _pressed(card)] == ["order.approve", "order.reject"]
    assert f"<@{build.MANAGER}> or Dora decides (tier “manager”)" in _words(card)


@pytest.mark.parametrize(
    ("state", "verdict"),
    [
        (State.AWAITING_APPROVAL, "Approved by <@U0MANAGER> on 9 January 2026 at 14:03 GMT."),
        (State.AGREED, "Approved by <@U0MANAGER> on 9 January 2026 at 14:03 GMT."),
        (State.DECLINED, "Rejected by <@U0MANAGER> on 9 January 2026 at 14:03 GMT: “We do not ship there.”"),
    ],
)
def test_a_decided_card_is_locked_and_names_who_decided(state: State, verdict: str) -> None:
    card = _approval(replace(say.order(state), decided_by=build.MANAGER))

    assert _pressed(card) == []
    assert verdict in _words(card)


def test_a_decision_that_nobody_needs_any_more_is_locked_too() -> None:
    card = _approval(say.order(State.CANCELLED))

    assert _pressed(card) == []
    assert "No decision is needed any more: the order is cancelled." in _words(card)


def test_a_mail_without_an_order_says_why_and_can_be_set_aside() -> None:
    card = _person("The PDF is encrypted.")

    assert [(one["action_id"], one["value"]) for one in _pressed(card)] == [("mail.set_aside", "7")]
    assert "The PDF is encrypted." in _words(card)


def test_a_mail_set_aside_has_no_button_and_names_who_did_it() -> None:
    card = cards.person_card(
        mail=7, why="?", sender="a", subject="b", received_at=say.STAMP.at, rules=say.RULES, set_aside_by=build.CLERK
    )

    assert _pressed(card) == []
    assert "Set aside by <@U0CLERK>." in _words(card)


def _must_fit(text: str) -> None:
    one = say.harmed(text)
    doubts = tuple(reading.Doubt("x", text or "?", (text, text, text, text)) for _ in range(30))
    full = replace(
        one,
        state=State.NEEDS_LOOK,
        doubts=doubts,
        tier=text,
        approvers=(text,) * 30,
        taken_by=text,
        version=replace(one.version, lines=one.version.lines * 2_000),
    )
    asked = replace(full, state=State.AWAITING_DECISION)
    shown = [
        cards.card(replace(full, proofs=(text,) * 9), rules=say.RULES, notes=[text] * 9),
        cards.card(asked, rules=say.RULES),
        cards.approval_card(asked, rules=say.RULES),
        cards.approval_card(replace(full, state=State.DECLINED, decided_by=text), rules=say.RULES),
        _person(text),
    ]
    for card in shown:
        assert slack.check(card.blocks, surface=slack.Surface.MESSAGE) == []
        assert len(_words(card)) < slack.ALL_CHARACTERS
        assert 0 < len(card.text) <= 3_000
        assert "<!" not in card.text + _words(card)
        assert "@here" not in card.text + _words(card)
        assert "\\u202e" not in json.dumps(card.blocks)


@pytest.mark.parametrize("text", [*say.HARM, "&<>" * 300, "<@U0MANAGER>" * 40, "\n" * 50])
def test_hostile_words_stay_words_and_within_slacks_limits(text: str) -> None:
    _must_fit(text)
    assert "<@U0MANAGER>" not in _words(_person(text))


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=300))
def test_no_text_at_all_breaks_a_card(text: str) -> None:
    _must_fit(text)


def test_slack_makes_nothing_of_what_looks_like_a_link() -> None:
    marked = [
        block["text"]
        for block in _person("see http://evil.example").blocks
        if block["type"] == "section" and "text" in block
    ]

    assert marked
    assert all(text["verbatim"] for text in marked)
