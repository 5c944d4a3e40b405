"""A mail is kept before anything else happens to it: raw bytes and the job to open them, in one transaction."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import office
from bot.mail import arrival
from parsers import mail
from store import inbox, unit, work
from store.columns import JSON

# Enough of the head for who writes and under which id, however large the mail is.
_HEAD = 256 * 1024


class Books:
    """What the listener needs remembered, in the store."""

    def __init__(self, desk: office.Office) -> None:
        self._desk = desk

    def keep(self, arrived: arrival.Arrival) -> bool:
        """Kept for good, and put to work, before the answer; False where it was kept before."""
        seat = inbox.Seat(arrived.mailbox, arrived.folder, arrived.uidvalidity, arrived.uid)
        return keep(
            self._desk,
            arrived.raw,
            seat=seat,
            size=arrived.size,
            received_at=arrived.received_at,
            parked=arrived.parked or "",
        )

    def mark(self, mailbox: str, folder: str) -> tuple[int, int] | None:
        """UIDVALIDITY and the UID up to which everything is done."""
        with self._desk.store.look() as books:
            known = books.marks.get(_mark(mailbox, folder))
        return (int(known[0]), int(known[1])) if known else None

    def set_mark(self, mailbox: str, folder: str, uidvalidity: int, uid: int) -> None:
        """Remember it."""
        with self._desk.store.unit() as books:
            books.marks.put(_mark(mailbox, folder), [uidvalidity, uid])

    def known(self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> set[int]:
        """Which of these were kept already."""
        with self._desk.store.look() as books:
            return set(uids) - set(books.inbox.unseen(mailbox, folder, uidvalidity, uids))

    def lease(self, name: str, owner: str, now: datetime, ttl: timedelta) -> bool:
        """Take or renew the lease."""
        with self._desk.store.unit() as books:
            return books.leases.take(name, owner=owner, now=now, until=now + ttl)

    def release(self, name: str, owner: str) -> None:
        """Give it back."""
        with self._desk.store.unit() as books:
            books.leases.give_back(name, owner=owner)


def keep(
    desk: office.Office, raw: bytes, *, seat: inbox.Seat, size: int, received_at: datetime, parked: str = ""
) -> bool:
    """Keep one mail, from whichever door; False where the same mail was kept before.

    `parked` is the sentence that says why `raw` is its head alone, "" where it is the whole mail.
    """
    head = mail.read(raw[:_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n")
    arrived = inbox.Arrival(
        raw=raw,
        size=size,
        received_at=received_at,
        message_id=head.message_id or "",
        sender=head.sender.email,
        subject=head.subject,
    )
    with desk.store.unit() as books:
        kept = books.inbox.keep(arrived, seat=seat, at=desk.now())
        if kept.is_new:
            _put_to_work(desk, books, kept.message, parked)
    return kept.is_new


def _put_to_work(desk: office.Office, books: unit.Unit, message: inbox.Message, parked: str) -> None:
    facts: dict[str, JSON] = {
        "sender": message.sender,
        "subject": message.subject,
        "digest": message.digest,
        "size": message.size,
    }
    books.journal.note("MailKept", subject=f"mail:{message.id}", at=desk.now(), body=facts)
    args: dict[str, JSON] = {"mail": message.id} | ({"parked": parked} if parked else {})
    books.work.defer(work.Job("open", args), key=f"open:{message.id}")


def _mark(mailbox: str, folder: str) -> str:
    return f"sweep {mailbox}/{folder}"
