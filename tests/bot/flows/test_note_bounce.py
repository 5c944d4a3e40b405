"""A letter of ours came back: the order says so, and a mere delay does not."""

import random

from bot import office
from desk.orders import State
from playground.samples import replies
from store import inbox
from tests.bot import build


def returned(desk: office.Office, number: str) -> bytes:
    letter = build.raw_letter(desk, number)
    return replies.bounce(letter, at=build.NOON, chance=random.Random(3))


def test_the_order_says_which_letter_came_back_and_why(desk: office.Office) -> None:
    order = build.confirmed(desk)
    with desk.store.unit() as books:
        for item in books.outbox.of_stream(f"letters:{order.number}"):
            books.outbox.carried(item.id, at=desk.now(), external_id=str(item.body["message_id"]))

    kept = build.open_up(desk, returned(desk, order.number), verdict="none")

    now = build.order(desk, order.number)
    assert (kept.state, kept.order_number) == (inbox.State.HANDLED, order.number)
    assert now.state is State.AWAITING_APPROVAL
    assert now.reason.startswith(f"The confirmation to {build.ANA.email} was not delivered:")
    assert build.facts(desk, order.number)[-1] == "LetterRefused"


def test_a_delay_is_only_filed_with_its_order(desk: office.Office) -> None:
    order = build.confirmed(desk)
    late = returned(desk, order.number).replace(b"Action: failed", b"Action: delayed").replace(b"5.1.1", b"4.4.1")

    build.open_up(desk, late.replace(b"550 ", b"450 "), verdict="none")

    assert build.order(desk, order.number).reason == ""
    assert "LetterRefused" not in build.facts(desk, order.number)


def test_a_report_about_a_letter_that_is_not_ours_is_filed(desk: office.Office) -> None:
    strange = replies.bounce(build.note("A letter of somebody else's."), at=build.NOON, chance=random.Random(3))

    kept = build.open_up(desk, strange, verdict="none")

    assert (kept.state, kept.reason) == (inbox.State.FILED, "A delivery report.")
