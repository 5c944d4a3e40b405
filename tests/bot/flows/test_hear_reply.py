"""Who says what about which version, and what the rule makes of it."""

import random
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from bot import office
from bot.flows import decide
from desk import orders
from desk.orders import State
from playground.samples import mails, papers, replies, world
from store import inbox, outbox
from tests.bot import build

TOMAS = world.buyer("ALDERST").contacts[0]


def answer(
    desk: office.Office, order: orders.Order, words: str, *, sender: world.Contact = build.ANA, verdict: str = "pass"
) -> inbox.Message:
    raw = replies.reply(
        build.raw_letter(desk, order.number), words, sender=sender, at=build.NOON, chance=random.Random(5)
    )
    return build.open_up(desk, raw, verdict=verdict)


def doubted(desk: office.Office, number: str) -> list[str]:
    with desk.store.look() as books:
        return [str(entry.body["why"]) for entry in books.journal.history(number) if entry.name == "AnswerDoubted"]


def test_a_plain_yes_agrees_and_is_acknowledged(desk: office.Office) -> None:
    order = build.confirmed(desk)

    kept = answer(desk, order, "Approved, thanks.")

    agreed = build.order(desk, order.number)
    assert (agreed.state, agreed.approved_by) == (State.AGREED, build.ANA.email)
    assert (kept.state, kept.order_number) == (inbox.State.HANDLED, order.number)
    assert build.letters(desk, order.number) == ["confirmation", "acknowledgement"]
    assert "BuyerApproved" in build.facts(desk, order.number)


def test_a_yes_with_a_file_is_unclear_and_the_file_is_shown(desk: office.Office) -> None:
    order = build.confirmed(desk)
    raw = replies.reply(
        build.raw_letter(desk, order.number),
        "approved, see attached",
        sender=build.ANA,
        at=build.NOON,
        chance=random.Random(5),
    )
    with_file = message_from_bytes(raw, policy=policy.SMTP)
    assert isinstance(with_file, EmailMessage)
    mails.attach(with_file, papers.draw_pdf(build.truth()), "changed.pdf")

    build.open_up(desk, bytes(with_file))

    assert build.order(desk, order.number).state is State.ANSWERED
    names = [item.body["name"] for item in build.said(desk, f"order:{order.number}", outbox.Kind.FILE)]
    assert names[-1] == "changed.pdf"


def test_a_contact_who_may_not_approve_does_not(desk: office.Office) -> None:
    contacts = build.with_buyer(desk, "MELROSE").contacts
    build.with_buyer(desk, "MELROSE", contacts=tuple(replace(one, may_approve=False) for one in contacts))
    order = build.confirmed(desk)

    answer(desk, order, "approved")

    assert doubted(desk, order.number) == [
        f"{build.ANA.email} belongs to Melrose & Finch Ltd, but may not approve orders for it."
    ]
    assert build.order(desk, order.number).state is State.AWAITING_APPROVAL


def test_for_an_unknown_buyer_only_the_one_who_ordered_may_answer(desk: office.Office) -> None:
    walk_in = world.Contact("Wim Daal", "wim@daalwinkels.example")
    build.open_up(desk, build.note("Please.", ("order.pdf", papers.draw_pdf(build.truth())), sender=walk_in))
    (order,) = build.every(desk)
    decide.take_as_read(desk, order.number, by="ben")

    answer(desk, order, "approved", sender=build.ANA)
    still = build.order(desk, order.number).state
    answer(desk, order, "approved", sender=walk_in)

    assert still is State.AWAITING_APPROVAL
    assert doubted(desk, order.number) == [f"{build.ANA.email} is not who placed the order."]
    assert build.order(desk, order.number).state is State.AGREED


@pytest.mark.parametrize("verdict", ["fail", "none"])
def test_a_sender_who_is_not_believed_is_not_heard(desk: office.Office, verdict: str) -> None:
    order = build.confirmed(desk)

    answer(desk, order, "approved", verdict=verdict)

    assert len(doubted(desk, order.number)) == 1
    assert build.order(desk, order.number).state is State.AWAITING_APPROVAL
    assert build.letters(desk, order.number) == ["confirmation"]


def test_an_answer_after_the_end_is_shown_and_changes_nothing(desk: office.Office) -> None:
    order = build.confirmed(desk)
    decide.cancel(desk, order.number, by="ben", reason="the store closed")

    answer(desk, order, "approved")

    assert doubted(desk, order.number) == ["The order is cancelled; no answer was awaited."]
    assert build.order(desk, order.number).state is State.CANCELLED


def test_the_marks_of_two_orders_in_one_answer_are_not_believed(desk: office.Office) -> None:
    one, two = build.confirmed(desk), build.confirmed(desk, "4500119")
    letter = replies.opened(build.raw_letter(desk, one.number))
    other = replies.opened(build.raw_letter(desk, two.number))

    build.open_up(desk, build.note("approved", to=letter.reply_to, headers={"In-Reply-To": other.message_id}))

    assert doubted(desk, one.number) == ["The mail carries the marks of two orders."]
    assert {order.state for order in build.every(desk)} == {State.AWAITING_APPROVAL}


def test_an_automatic_answer_is_filed_with_its_order(desk: office.Office) -> None:
    order = build.confirmed(desk)
    raw = replies.out_of_office(
        build.raw_letter(desk, order.number), sender=build.ANA, at=build.NOON, chance=random.Random(5)
    )

    kept = build.open_up(desk, raw)

    assert (kept.state, kept.order_number) == (inbox.State.FILED, order.number)
    assert build.facts(desk, order.number)[-1] == "MailAttached"
    assert build.order(desk, order.number).state is State.AWAITING_APPROVAL


def test_a_stranger_is_named_as_one(desk: office.Office) -> None:
    order = build.confirmed(desk)

    answer(desk, order, "approved", sender=TOMAS)

    assert doubted(desk, order.number) == [f"{TOMAS.email} is a stranger to Melrose & Finch Ltd."]
