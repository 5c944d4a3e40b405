"""What failed for good is set aside, and a person is told in one card."""

from collections.abc import Mapping

from bot import office
from bot.flows import give_up
from store import inbox, outbox, work, worker
from store.columns import JSON
from tests.bot import build


def cards(desk: office.Office) -> list[str]:
    with desk.store.look() as books:
        waiting = books.outbox.standing(outbox.State.WAITING)
    return [str(item.body["text"]) for item in waiting if item.kind is outbox.Kind.CARD]


def test_a_mail_that_breaks_the_reader_again_and_again_gets_its_own_card(desk: office.Office) -> None:
    number = build.receive(desk, build.note("Hello"))

    def broken(_: Mapping[str, JSON]) -> None:
        raise ZeroDivisionError("the reader broke")

    failing = worker.Worker(
        desk.store,
        {"open": broken},
        owner="tests",
        clock=desk.now,
        chance=lambda: 0.5,
        set_aside=lambda books, job, why: give_up.tell_person(desk, books, job, why),
        patience=worker.Patience(failures=2),
    )
    failing.drain()
    build.clock(desk).forward(3600)
    failing.drain()

    kept = build.message(desk, number)
    assert (kept.state, kept.reason) == (inbox.State.NEEDS_PERSON, "the reader broke")
    assert cards(desk) == [f"A mail from {build.ANA.email} needs a person: the reader broke"]


def test_anything_else_gets_a_card_that_says_what_was_given_up(desk: office.Office) -> None:
    with desk.store.unit() as books:
        give_up.tell_person(desk, books, work.Job("chase", {"number": "SO-1"}), "The <!channel> is away.")

    (told,) = cards(desk)
    assert told == "Something was given up: The desk could not remind a buyer."
    with desk.store.look() as books:
        (item,) = books.outbox.standing(outbox.State.WAITING)
    assert "&lt;!channel&gt; is away." in str(item.body["blocks"])


def test_a_mail_that_was_gone_on_with_is_not_asked_about_again(desk: office.Office) -> None:
    kept = build.open_up(desk, build.note("See you at the fair."))

    with desk.store.unit() as books:
        give_up.tell_person(desk, books, work.Job("open", {"mail": kept.id}), "It broke at the very end.")

    assert build.message(desk, kept.id).reason == "No order was found in this mail."
    assert "Something was given up: The desk could not open a mail." in cards(desk)
