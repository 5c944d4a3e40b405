"""What a buyer's answer does, and what it must not do: only a believed, plain yes to this version agrees an order."""

import random
from datetime import timedelta

import pytest

from bot.demo import stage
from desk import policy, thread
from desk.orders import State
from playground.mail import verdict
from playground.samples import replies, world
from store import inbox
from tests.journeys import build
from tests.journeys.build import Scene


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("not approved, the earrings are too many", "said no"),
        ("approved but make it 250", "asks for a change"),
        ("Which carrier do you use?", "has a question"),
    ],
)
def test_anything_but_a_plain_yes_goes_to_a_person_with_its_words(scene: Scene, words: str, told: str) -> None:
    truth = scene.truth()
    order, confirmation = scene.agreed_with(truth)

    scene.answer(confirmation, words, sender=truth.contact)

    scene.becomes(order, State.ANSWERED)
    assert told in scene.diary(order, f"“{words}”")
    scene.order_card(order, "[Ask again]", "[Cancel order]")
    scene.said_once(order, confirmation=1, acknowledgement=0)


def test_after_another_answer_a_later_yes_counts_only_when_somebody_asked_again(quick_scene: Scene) -> None:
    scene = quick_scene
    truth = scene.truth()
    order, confirmation = scene.agreed_with(truth)
    scene.answer(confirmation, "approved but make it 250", sender=truth.contact)
    scene.becomes(order, State.ANSWERED)

    scene.answer(confirmation, "approved", sender=truth.contact)
    scene.diary(order, "The buyer had answered something else before this yes")
    scene.press("ben", scene.order_card(order, "[Ask again]"), "Ask again")
    scene.becomes(order, State.AWAITING_APPROVAL)
    second = scene.wait(lambda: scene.letters(order, "confirmation")[1:], "a second confirmation")[0]
    scene.answer(second, "approved", sender=truth.contact)

    scene.becomes(order, State.AGREED)
    scene.said_once(order, confirmation=2, acknowledgement=1)


def test_a_note_that_the_buyer_is_away_is_filed_and_moves_nothing(scene: Scene) -> None:
    truth = scene.truth()
    order, confirmation = scene.agreed_with(truth)
    raw = replies.out_of_office(confirmation, sender=truth.contact, at=scene.on.desk.now(), chance=scene.chance)

    scene.post(raw)

    assert scene.kept(raw, inbox.State.FILED).order_number == order.number
    scene.diary(order, "A mail was filed here and changed nothing")
    assert scene.now(order).state is State.AWAITING_APPROVAL
    scene.said_once(order, confirmation=1, acknowledgement=0)


def test_a_confirmation_that_comes_back_is_shown_on_the_card(scene: Scene) -> None:
    order, confirmation = scene.agreed_with(scene.truth())
    raw = replies.bounce(confirmation, at=scene.on.desk.now(), chance=scene.chance)

    scene.on.mail.deliver(raw, to=world.SELLER.email, trust=verdict.Trust.NONE)

    scene.order_card(order, "Not delivered.", "mailbox unknown")
    scene.diary(order, "Our confirmation did not reach")
    assert scene.now(order).state is State.AWAITING_APPROVAL
    scene.said_once(order, confirmation=1)


def test_a_stranger_cannot_approve_even_with_the_letter_in_hand(scene: Scene) -> None:
    order, confirmation = scene.agreed_with(scene.truth())
    stranger = world.buyer("ALDERST").contacts[0]

    scene.answer(confirmation, "approved", sender=stranger)

    assert f"{stranger.email} is a stranger to Melrose" in scene.diary(order, "was not counted")
    assert scene.now(order).state is State.AWAITING_APPROVAL
    scene.said_once(order, confirmation=1, acknowledgement=0)


def test_a_colleague_of_the_buyer_may_approve(quick_scene: Scene) -> None:
    scene = quick_scene
    order, confirmation = scene.agreed_with(scene.truth())
    colleague = world.buyer("MELROSE").contacts[1]

    scene.answer(confirmation, "approved", sender=colleague, client=replies.Client.APPLE)

    assert scene.becomes(order, State.AGREED).approved_by == colleague.email


def test_a_forged_sender_approves_nothing(scene: Scene) -> None:
    truth = scene.truth()
    order, confirmation = scene.agreed_with(truth)
    raw = replies.forged(
        confirmation, "approved", pretending=truth.contact, at=scene.on.desk.now(), chance=scene.chance
    )

    scene.post(raw, login=False)

    assert "DMARC" in scene.diary(order, "was not counted")
    assert scene.now(order).state is State.AWAITING_APPROVAL
    scene.said_once(order, confirmation=1, acknowledgement=0)


def test_an_answer_without_its_thread_is_known_by_the_address_it_went_to(scene: Scene) -> None:
    truth = scene.truth()
    order, confirmation = scene.agreed_with(truth)

    scene.answer(confirmation, "approved", sender=truth.contact, threaded=False)

    scene.becomes(order, State.AGREED)


def test_an_answer_that_only_names_the_order_in_its_subject_goes_to_a_person(scene: Scene) -> None:
    truth = scene.truth()
    order, _ = scene.agreed_with(truth)

    scene.post(scene.note(truth.contact, f"Re: [{order.number}] our order", "approved"))

    scene.diary(order, "The mail does not show which version of the order it answers.")
    assert scene.now(order).state is State.AWAITING_APPROVAL


def test_an_answer_to_an_older_version_goes_to_a_person(scene: Scene) -> None:
    strange = build.with_line(scene.truth(), sku="ZQ-0002", description="Garden gnome, green hat", gtin="")
    scene.post(raw := scene.pdf(strange))
    order = scene.order(raw, State.NEEDS_LOOK)
    scene.asks("ben", f"settle {order.number} 1=RNG-115@{strange.lines[0].unit_price}")
    scene.asks("ben", f"take {order.number}")
    scene.becomes(order, State.AWAITING_APPROVAL)
    local, _, domain = world.SELLER.email.partition("@")
    older = thread.token(thread.Thread(order.number, 1), secret=scene.on.desk.secret)

    scene.post(scene.note(strange.contact, "Re: our order", "approved", to=f"{local}+{older}@{domain}"))

    scene.diary(order, "It answers version 1; the current one is 2.")
    assert scene.now(order).state is State.AWAITING_APPROVAL


def test_a_silent_buyer_is_reminded_as_often_as_the_policy_says_and_then_left_alone() -> None:
    soon = policy.Reminders(after=timedelta(seconds=1), most=1)
    rules = stage.rules()
    impatient = policy.Policy(seller=rules.seller, channels=rules.channels, reminders=soon)
    with stage.open_stage(gap=timedelta(milliseconds=1), policies=impatient) as on:
        scene = Scene(on, random.Random(7))
        truth = scene.truth()
        order, _ = scene.agreed_with(truth)

        reminder = on.letter(order.contact, order.number, "reminder")
        scene.diary(order, "The buyer was reminded (1 time so far)")
        scene.answer(reminder, "approved", sender=truth.contact)

        scene.becomes(order, State.AGREED)
        scene.said_once(order, confirmation=1, reminder=1, acknowledgement=1)
