"""A mail is kept once, however often and from wherever it is shown."""

from dataclasses import replace
from datetime import timedelta

from bot import office
from bot.flows import keep_mail, open_mail
from bot.mail import arrival
from playground.samples import world
from store import inbox
from tests.bot import build

MAILBOX = world.SELLER.email


def arrived(raw: bytes, *, uid: int = 1, folder: str = "INBOX", parked: str | None = None) -> arrival.Arrival:
    return arrival.Arrival(MAILBOX, folder, 7, uid, len(raw), build.NOON, raw, parked)


def test_a_mail_is_kept_with_its_bytes_and_put_to_work(desk: office.Office) -> None:
    raw = build.note("Hello", subject="An order")

    assert keep_mail.Books(desk).keep(arrived(raw))

    with desk.store.look() as books:
        (kept,) = books.inbox.standing(inbox.State.KEPT)
        assert books.inbox.raw(kept.id) == raw
    assert (kept.sender, kept.subject) == (build.ANA.email, "An order")
    assert [entry.job.args for entry in build.jobs(desk, "open")] == [{"mail": kept.id}]
    assert build.facts(desk, f"mail:{kept.id}") == ["MailKept"]


def test_the_same_mail_under_another_uid_or_in_another_folder_is_one(desk: office.Office) -> None:
    books, raw = keep_mail.Books(desk), build.note("Hello")

    kept = [books.keep(arrived(raw)), books.keep(arrived(raw, uid=9)), books.keep(arrived(raw, folder="Archive"))]

    assert kept == [True, False, False]
    assert len(build.jobs(desk, "open")) == 1
    assert books.known(MAILBOX, "INBOX", 7, [1, 5, 9]) == {1, 9}


def test_a_mark_is_remembered_for_each_folder(desk: office.Office) -> None:
    books = keep_mail.Books(desk)
    books.set_mark(MAILBOX, "INBOX", 7, 41)

    assert books.mark(MAILBOX, "INBOX") == (7, 41)
    assert books.mark(MAILBOX, "Archive") is None


def test_one_listener_holds_the_lease_until_it_is_given_back_or_lapses(desk: office.Office) -> None:
    books, minute = keep_mail.Books(desk), timedelta(minutes=1)

    assert books.lease("ear", "ann", build.NOON, minute)
    assert not books.lease("ear", "bob", build.NOON, minute)
    assert books.lease("ear", "bob", build.NOON + 2 * minute, minute)
    books.release("ear", "bob")
    assert books.lease("ear", "ann", build.NOON, minute)


def test_a_parked_mail_goes_to_a_person_with_the_reason_it_was_parked_for(desk: office.Office) -> None:
    why = "A mail could not be taken in whole, several times over; it lies in the mailbox, untouched."
    head = build.note("Hello").partition(b"\n\n")[0] + b"\n\n"
    keep_mail.Books(desk).keep(replace(arrived(head, parked=why), size=200_000_000))
    (job,) = build.jobs(desk, "open")

    open_mail.open_mail(desk, job.job.args)

    with desk.store.look() as books:
        (kept,) = books.inbox.standing(inbox.State.NEEDS_PERSON)
    assert (kept.reason, kept.size) == (why, 200_000_000)


def test_a_mail_of_garbage_is_kept_too(desk: office.Office) -> None:
    raw = b"\xff\xfe\x00 no header at all"

    assert keep_mail.Books(desk).keep(arrived(raw))

    with desk.store.look() as books:
        (kept,) = books.inbox.standing(inbox.State.KEPT)
        assert books.inbox.raw(kept.id) == raw
