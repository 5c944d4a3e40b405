"""Who goes on with a mail, told by what it is and which order it belongs to."""

import time
from typing import Any

import pytest

from bot import office, reading_room
from bot.flows import open_mail
from desk import thread
from desk.orders import State
from parsers import readers
from playground.samples import world
from store import inbox, outbox
from tests.bot import build


def test_a_purchase_order_is_taken(desk: office.Office) -> None:
    kept = build.open_up(desk, build.pdf_mail(build.truth()))

    (order,) = build.every(desk)
    assert (order.po_number, order.state, order.mail) == ("4500118", State.AWAITING_APPROVAL, kept.id)
    assert (kept.state, kept.order_number) == (inbox.State.HANDLED, order.number)
    assert build.letters(desk, order.number) == ["confirmation"]


def test_opening_a_mail_again_changes_nothing(desk: office.Office) -> None:
    kept = build.open_up(desk, build.pdf_mail(build.truth()))
    with desk.store.look() as books:
        before = (books.outbox.counts(), books.journal.verify())

    open_mail.open_mail(desk, {"mail": kept.id})

    with desk.store.look() as books:
        assert (books.outbox.counts(), books.journal.verify()) == before
    assert len(build.every(desk)) == 1


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"List-Id": "<news.fernhollow.example>"}, "mailing list"),
        ({"Auto-Submitted": "auto-generated"}, "automatically"),
        ({"X-Countersign-Letter": "confirmation"}, "our own"),
    ],
)
def test_what_no_person_wrote_to_us_is_filed_without_a_card(
    desk: office.Office, headers: dict[str, str], why: str
) -> None:
    kept = build.open_up(desk, build.note("We will take 24 x RNG-114.", headers=headers))

    assert kept.state is inbox.State.FILED
    assert why in kept.reason
    assert build.every(desk) == ()
    assert build.said(desk, f"mail:{kept.id}", outbox.Kind.CARD) == []
    assert build.facts(desk, f"mail:{kept.id}") == ["MailKept", "MailFiled"]


def test_a_mail_without_an_order_becomes_a_card_with_the_mail_itself(desk: office.Office) -> None:
    kept = build.open_up(desk, build.note("See you at the fair."))

    assert kept.state is inbox.State.NEEDS_PERSON
    (card,) = build.said(desk, f"mail:{kept.id}", outbox.Kind.CARD)
    (file,) = build.said(desk, f"mail:{kept.id}", outbox.Kind.FILE)
    assert "No order was found in this mail." in card.body["text"]
    assert file.body["name"] == "letter.eml"


class Hanging(reading_room.ReadingRoom):
    """A room whose children hang over every mail."""

    def ask(self, *_: Any, **__: Any) -> Any:
        return super().ask(time.sleep, 60)


def test_what_cannot_be_read_within_the_limits_goes_to_a_person(desk: office.Office) -> None:
    number = build.receive(desk, build.pdf_mail(build.truth()))
    with Hanging(seconds=0.3, memory_mb=2048) as room:
        open_mail.open_mail(build.desk(desk.store, room, stocked=False), {"mail": number})

    kept = build.message(desk, number)
    assert (kept.state, kept.reason) == (inbox.State.NEEDS_PERSON, "It could not be read within 0.3 seconds.")
    (file,) = build.said(desk, f"mail:{number}", outbox.Kind.FILE)
    assert file.body["name"] == "letter.eml"


def look_up(desk: office.Office, raw: bytes) -> tuple[str, int | None, bool] | None:
    seen = readers.look(raw, authserv_id=desk.authserv_id, own_addresses=())
    with desk.store.look() as books:
        found = open_mail.find_thread(desk, books, seen)
    return (found.number, found.version, found.disagree) if found else None


def plus(desk: office.Office, number: str, version: int = 1) -> str:
    local, _, domain = world.SELLER.email.partition("@")
    return f"{local}+{thread.token(thread.Thread(number, version), secret=desk.secret)}@{domain}"


def test_a_thread_is_found_by_token_then_by_our_letter_then_by_the_subject(desk: office.Office) -> None:
    order = build.confirmed(desk)
    (letter,) = build.said(desk, f"letters:{order.number}", outbox.Kind.LETTER)
    with desk.store.unit() as books:
        books.outbox.carried(letter.id, at=desk.now(), external_id="<rewritten@relay.example>")

    by_address = look_up(desk, build.note("yes", to=plus(desk, order.number)))
    by_signed_id = look_up(desk, build.note("yes", headers={"In-Reply-To": str(letter.body["message_id"])}))
    by_known_id = look_up(desk, build.note("yes", headers={"In-Reply-To": "<rewritten@relay.example>"}))
    by_subject = look_up(desk, build.note("yes", subject=f"Re: [{order.number}] your order"))

    assert by_address == by_signed_id == (order.number, 1, False)
    assert by_known_id == by_subject == (order.number, None, False)


def test_two_tokens_of_two_orders_disagree(desk: office.Office) -> None:
    one, two = build.confirmed(desk), build.confirmed(desk, "4500119")

    found = look_up(desk, build.note("yes", to=f"{plus(desk, one.number)}, {plus(desk, two.number)}"))

    assert found == (one.number, 1, True)


def test_a_token_with_another_signature_leads_nowhere(desk: office.Office) -> None:
    order = build.confirmed(desk)
    forged = plus(desk, order.number).replace(".v1.", ".v2.")

    assert look_up(desk, build.note("yes", to=forged)) is None


def test_a_reference_to_an_order_that_never_was_leads_nowhere(desk: office.Office) -> None:
    assert look_up(desk, build.note("yes", subject="Re: [SO-99999]")) is None


def test_an_unknown_mail_number_is_nothing_to_do(desk: office.Office) -> None:
    open_mail.open_mail(desk, {"mail": 4711})

    assert build.every(desk) == ()
