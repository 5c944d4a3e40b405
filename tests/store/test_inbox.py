"""Mail is kept first, and once, however often a server shows it."""

import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from store import inbox, unit
from tests import build

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SEAT = inbox.Seat("orders@harbourhoop.example", "INBOX", uidvalidity=7, uid=12)


def arrival(
    raw: bytes = b"Subject: PO 4500118\r\n\r\nten hoops", message_id: str = "<a@fernhill.example>"
) -> inbox.Arrival:
    return inbox.Arrival(raw, len(raw), AT, message_id, sender=build.ANA, subject="PO 4500118")


def keep(store: unit.Store, mail: inbox.Arrival, seat: inbox.Seat = SEAT) -> inbox.Kept:
    with store.unit() as books:
        return books.inbox.keep(mail, seat=seat, at=AT)


def test_a_mail_is_kept_with_its_bytes(store: unit.Store) -> None:
    kept = keep(store, arrival())

    assert kept.is_new
    assert kept.message.state is inbox.State.KEPT
    with store.look() as books:
        assert books.inbox.raw(kept.message.id) == arrival().raw
        assert books.inbox.get(kept.message.id) == kept.message


@pytest.mark.parametrize(
    "seat",
    [
        SEAT,
        replace(SEAT, uid=99),
        replace(SEAT, uidvalidity=8, uid=1),
        replace(SEAT, folder="Handled", uid=3),
    ],
)
def test_the_same_mail_seen_again_is_no_second_row(store: unit.Store, seat: inbox.Seat) -> None:
    first = keep(store, arrival())

    again = keep(store, arrival(), seat)

    assert again == inbox.Kept(first.message, is_new=False)
    with store.look() as books:
        assert set(books.inbox.seats(first.message.id)) == {SEAT, seat}


def test_another_mail_under_the_same_message_id_is_kept_too(store: unit.Store) -> None:
    keep(store, arrival())

    other = keep(store, arrival(raw=b"Subject: other"), replace(SEAT, uid=13))

    assert other.is_new


def test_a_uid_that_a_careless_server_gives_to_another_mail_does_not_hide_it(store: unit.Store) -> None:
    keep(store, arrival())

    other = keep(store, arrival(raw=b"Subject: other", message_id="<b@fernhill.example>"))

    assert other.is_new


def test_mails_without_a_message_id_are_told_apart_by_their_bytes(store: unit.Store) -> None:
    first = keep(store, arrival(message_id=""))
    second = keep(store, arrival(raw=b"other", message_id=""), replace(SEAT, uid=13))

    assert (first.is_new, second.is_new) == (True, True)


def test_two_listeners_that_keep_one_mail_at_once_keep_it_once(store: unit.Store) -> None:
    other = unit.open_store(store.url)
    kept: list[inbox.Kept] = []
    start = threading.Barrier(4)

    def listen(on: unit.Store, uid: int) -> None:
        start.wait()
        kept.append(keep(on, arrival(), replace(SEAT, uid=uid)))

    threads = [threading.Thread(target=listen, args=(on, n)) for n, on in enumerate((store, other, store, other), 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()

    assert sorted(one.is_new for one in kept) == [False, False, False, True]
    assert len({one.message.id for one in kept}) == 1


def test_the_unseen_are_those_that_were_never_kept_there(store: unit.Store) -> None:
    keep(store, arrival())

    with store.look() as books:
        assert books.inbox.unseen(SEAT.mailbox, "INBOX", 7, [14, 12, 13]) == (13, 14)
        assert books.inbox.unseen(SEAT.mailbox, "INBOX", 8, [12]) == (12,)
        assert books.inbox.newest(SEAT.mailbox, "INBOX", 7) == 12
        assert books.inbox.newest(SEAT.mailbox, "INBOX", 8) == 0


def test_what_became_of_a_mail_is_noted(store: unit.Store) -> None:
    mail = keep(store, arrival()).message.id

    with store.unit() as books:
        books.inbox.settle(mail, inbox.State.HANDLED, order_number="SO-10021")
        books.inbox.settle(mail, inbox.State.NEEDS_PERSON, reason="The total is missing.")

    with store.look() as books:
        (found,) = books.inbox.standing(inbox.State.NEEDS_PERSON)
        assert (found.reason, found.order_number) == ("The total is missing.", "SO-10021")
        assert books.inbox.of_order("SO-10021") == (found,)
        assert books.inbox.standing(inbox.State.KEPT) == ()


def test_a_mail_is_found_by_its_message_id(store: unit.Store) -> None:
    mail = keep(store, arrival()).message

    with store.look() as books:
        assert books.inbox.named(["<x@y.example>", "<a@fernhill.example>"]) == (mail,)
        assert books.inbox.named(["", "<x@y.example>"]) == ()


def test_a_time_without_a_zone_is_refused(store: unit.Store) -> None:
    naive = replace(arrival(), received_at=datetime(2026, 3, 2, 9, 0))  # noqa: DTZ001 - that is the point

    with pytest.raises(Exception, match="has no time zone"):
        keep(store, naive)
