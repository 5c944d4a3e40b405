"""Mail that came in: kept first, handled once, however often a server shows it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store import blobs, rows
from store.tables import messages, sightings


class State(StrEnum):
    """Where a mail stands."""

    KEPT = "kept"
    HANDLED = "handled"
    FILED = "filed"
    NEEDS_PERSON = "needs a person"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a server shows a mail. A UID means something only together with its folder's UIDVALIDITY (RFC 3501)."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A mail as the listener fetched it. `size` is the server's figure; `raw` may be the head alone of a huge one."""

    raw: bytes
    size: int
    received_at: datetime
    message_id: str = ""
    sender: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail that we have; `digest` is the SHA-256 of its raw bytes, and finds them among the blobs."""

    id: int
    mailbox: str
    message_id: str
    digest: str
    size: int
    received_at: datetime
    kept_at: datetime
    sender: str
    subject: str
    state: State
    reason: str
    order_number: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The mail as it stands in the books, and whether it was new to them."""

    message: Message
    is_new: bool


class Shelf:
    """The inbox as a unit of the books sees it."""

    def __init__(self, session: Session, files: blobs.Shelf) -> None:
        self._session, self._blobs = session, files

    def keep(self, arrival: Arrival, *, seat: Seat, at: datetime) -> Kept:
        """Keep a mail and where it was seen; the same mail under a new UID or in another folder is the same row."""
        known = self._at(seat)
        if known is not None and known.digest == hashlib.sha256(arrival.raw).hexdigest():
            return Kept(known, is_new=False)
        kept = self._keep(arrival, mailbox=seat.mailbox, at=at)
        rows.upsert(self._session, sightings, _seat(seat) | {"message": kept.message.id})
        return kept

    def get(self, message: int) -> Message | None:
        """The mail with this number of ours."""
        return self._one(messages.c.id == message)

    def raw(self, message: int) -> bytes | None:
        """The mail's raw bytes, as they were fetched."""
        known = self.get(message)
        blob = self._blobs.get(known.digest) if known else None
        return blob.data if blob else None

    def unseen(self, mailbox: str, folder: str, uidvalidity: int, uids: Iterable[int]) -> tuple[int, ...]:
        """Those of the UIDs that were never kept, ascending."""
        here = self._here(mailbox, folder, uidvalidity)
        seen = set(self._session.scalars(sa.select(sightings.c.uid).where(here)))
        return tuple(sorted(set(uids) - seen))

    def newest(self, mailbox: str, folder: str, uidvalidity: int) -> int:
        """The highest UID that was kept; 0 for none."""
        here = self._here(mailbox, folder, uidvalidity)
        return self._session.scalar(sa.select(sa.func.max(sightings.c.uid)).where(here)) or 0

    def seats(self, message: int) -> tuple[Seat, ...]:
        """Everywhere the mail was seen."""
        asked = sa.select(sightings).where(sightings.c.message == message).order_by(sightings.c.uid)
        return tuple(Seat(row.mailbox, row.folder, row.uidvalidity, row.uid) for row in self._session.execute(asked))

    def settle(self, message: int, state: State, *, reason: str = "", order_number: str = "") -> None:
        """Say what became of the mail; an order number that is known stays unless another is given."""
        values: dict[str, str] = {"state": state, "reason": reason}
        if order_number:
            values["order_number"] = order_number
        self._session.execute(sa.update(messages).where(messages.c.id == message).values(values))

    def handle(self, message: int, state: State, *, reason: str = "", order_number: str = "") -> bool:
        """Go on with a mail that was only kept so far; False where somebody else did, who then says what follows."""
        values = {"state": state, "reason": reason, "order_number": order_number}
        kept = sa.and_(messages.c.id == message, messages.c.state == State.KEPT)
        moved = sa.update(messages).where(kept).values(values).returning(messages.c.id)
        return self._session.scalar(moved) is not None

    def standing(self, state: State, *, limit: int = 100) -> tuple[Message, ...]:
        """Mail in this state, oldest first."""
        return self._many(messages.c.state == state, limit)

    def of_order(self, number: str, *, limit: int = 100) -> tuple[Message, ...]:
        """Mail that belongs to an order, oldest first."""
        return self._many(messages.c.order_number == number, limit)

    def named(self, message_ids: Iterable[str], *, limit: int = 100) -> tuple[Message, ...]:
        """Mail with one of these Message-IDs (as an In-Reply-To or References names them), oldest first."""
        return self._many(messages.c.message_id.in_([name for name in message_ids if name]), limit)

    def _keep(self, arrival: Arrival, *, mailbox: str, at: datetime) -> Kept:
        digest = self._blobs.put(arrival.raw, media_type="message/rfc822")
        key = {"mailbox": mailbox, "message_id": arrival.message_id, "digest": digest}
        rest = {
            "size": arrival.size,
            "received_at": arrival.received_at,
            "kept_at": at,
            "sender": arrival.sender,
            "subject": arrival.subject,
            "state": State.KEPT,
        }
        new = self._session.scalar(rows.insert_once(self._session, messages, key | rest))
        message = self._one(sa.and_(*(messages.c[name] == value for name, value in key.items())))
        assert message is not None
        return Kept(message, is_new=new is not None)

    def _at(self, seat: Seat) -> Message | None:
        there = sa.and_(*(sightings.c[name] == value for name, value in _seat(seat).items()))
        seen = self._session.scalar(sa.select(sightings.c.message).where(there))
        return None if seen is None else self.get(seen)

    def _here(self, mailbox: str, folder: str, uidvalidity: int) -> sa.ColumnElement[bool]:
        of = sightings.c
        return sa.and_(of.mailbox == mailbox, of.folder == folder, of.uidvalidity == uidvalidity)

    def _one(self, wanted: sa.ColumnElement[bool]) -> Message | None:
        row = self._session.execute(sa.select(messages).where(wanted)).one_or_none()
        return _message(row) if row else None

    def _many(self, wanted: sa.ColumnElement[bool], limit: int) -> tuple[Message, ...]:
        asked = sa.select(messages).where(wanted).order_by(messages.c.id).limit(limit)
        return tuple(_message(row) for row in self._session.execute(asked))


def _seat(seat: Seat) -> dict[str, object]:
    return {"mailbox": seat.mailbox, "folder": seat.folder, "uidvalidity": seat.uidvalidity, "uid": seat.uid}


def _message(row: sa.Row[Any]) -> Message:
    return Message(**(row._asdict() | {"state": State(row.state)}))
