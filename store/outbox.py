"""What waits to be carried: letters, cards, posts and files, each said once and carried in its turn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk import errors
from store import blobs, rows, work
from store.columns import JSON
from store.tables import outbox

# The job that carries one item: its handler gets {"item": id}.
CARRY = "carry"
TURN_SECONDS = 1.0


class Kind(StrEnum):
    """What is carried."""

    LETTER = "letter"
    CARD = "card"
    POST = "post"
    FILE = "file"


class State(StrEnum):
    """Where an item stands. UNKNOWN: it may have been taken; look for it before sending it again."""

    WAITING = "waiting"
    CARRYING = "carrying"
    CARRIED = "carried"
    UNKNOWN = "unknown"
    REFUSED = "refused"


OPEN = (State.WAITING, State.CARRYING, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something to say. `key` says it once; within one `stream` (a card, a thread) things are carried in order.

    `body` is what the carrier needs, as JSON; `raw` are a letter's or a file's bytes.
    """

    key: str
    stream: str
    kind: Kind
    body: JSON
    order_number: str = ""
    raw: bytes | None = None
    media_type: str = "message/rfc822"


@dataclass(frozen=True, slots=True)
class Item:
    """A parcel in the books; `raw` is its bytes' SHA-256, `external_id` a Message-ID or Slack's channel and ts."""

    id: int
    key: str
    stream: str
    kind: Kind
    order_number: str
    body: Any
    raw: str | None
    state: State
    attempts: int
    put_at: datetime
    next_at: datetime
    carried_at: datetime | None
    external_id: str
    why: str


class NotItsTurnError(errors.DeskError):
    """Something older in the same stream is not carried yet; `after` is how many seconds to wait."""

    def __init__(self, item: int, before: int) -> None:
        super().__init__(f"Item {item} waits until item {before} of its stream is carried.")
        self.after = TURN_SECONDS


class Shelf:
    """The outbox as a unit of the books sees it."""

    def __init__(self, session: Session, files: blobs.Shelf, jobs: work.Shelf) -> None:
        self._session, self._blobs, self._work = session, files, jobs
        self._touched: set[str] = set()

    def put(self, parcel: Parcel, *, at: datetime, not_before: datetime | None = None) -> Item:
        """Put it in and have it carried; the same key again changes nothing and gives back what stands.

        Only the first open item of a stream has a job: each that is finished gives the next one its turn.
        """
        raw = None if parcel.raw is None else self._blobs.put(parcel.raw, media_type=parcel.media_type)
        values = {
            "key": parcel.key,
            "stream": parcel.stream,
            "kind": parcel.kind,
            "order_number": parcel.order_number,
            "body": parcel.body,
            "raw": raw,
            "state": State.WAITING,
            "put_at": at,
            "next_at": not_before or at,
        }
        new = self._session.scalar(rows.insert_once(self._session, outbox, values))
        if new is not None:
            self._touched.add(parcel.stream)
        item = self._one(outbox.c.key == parcel.key)
        assert item is not None
        return item

    def get(self, item: int) -> Item | None:
        """The item with this number."""
        return self._one(outbox.c.id == item)

    def keyed(self, key: str) -> Item | None:
        """The item that was said under this key."""
        return self._one(outbox.c.key == key)

    def raw(self, item: Item) -> bytes | None:
        """Its bytes, exactly as they were said."""
        blob = self._blobs.get(item.raw) if item.raw else None
        return blob.data if blob else None

    def take(self, item: int) -> Item | None:
        """Take it in hand; None where it is finished. Only its own job may take it, so nobody else has it in hand.

        Found CARRYING, it was dropped by a carrier that died over it: like one that is UNKNOWN it comes back as
        UNKNOWN, and must be looked for before it is sent again. NotItsTurnError while an older one is open.
        """
        found = self._session.execute(sa.select(outbox).where(outbox.c.id == item).with_for_update()).one_or_none()
        if found is None or found.state not in OPEN:
            return None
        self._in_turn(found)
        doubtful = found.state in {State.CARRYING, State.UNKNOWN}
        self._set(item, state=State.CARRYING, attempts=found.attempts + 1)
        taken = self.get(item)
        return _item(found, state=State.UNKNOWN, attempts=found.attempts + 1) if doubtful else taken

    def is_followed(self, item: Item) -> bool:
        """Another item of the same kind waits behind it in its stream: of a card, only the last need be seen."""
        behind = sa.and_(outbox.c.stream == item.stream, outbox.c.kind == item.kind, outbox.c.id > item.id)
        return self._session.scalar(sa.select(sa.exists().where(behind, outbox.c.state == State.WAITING))) or False

    def carried(self, item: int, *, at: datetime, external_id: str = "") -> None:
        """The other side has it; the next in its stream is carried."""
        self._finish(item, state=State.CARRIED, carried_at=at, external_id=external_id, why="")

    def later(self, item: int, *, next_at: datetime, why: str) -> None:
        """It was not taken, for sure; it is tried again."""
        self._set(item, state=State.WAITING, next_at=next_at, why=why)

    def unknown(self, item: int, *, next_at: datetime, why: str) -> None:
        """Nobody knows whether it was taken."""
        self._set(item, state=State.UNKNOWN, next_at=next_at, why=why)

    def refused(self, item: int, *, why: str) -> None:
        """The other side will never take it, or a person gave it up; what follows in its stream goes on."""
        self._finish(item, state=State.REFUSED, why=why)

    def again(self, item: int) -> bool:
        """A person asks for one that was refused; it may have been taken after all, so it is looked for first."""
        refused = sa.and_(outbox.c.id == item, outbox.c.state == State.REFUSED)
        reopened = sa.update(outbox).where(refused).values(state=State.UNKNOWN).returning(outbox.c.id)
        return self._session.scalar(reopened) is not None

    def of_order(self, number: str) -> tuple[Item, ...]:
        """Everything said about an order, oldest first."""
        return self._many(outbox.c.order_number == number, 1000)

    def of_stream(self, stream: str) -> tuple[Item, ...]:
        """Everything said in one stream, oldest first."""
        return self._many(outbox.c.stream == stream, 1000)

    def standing(self, state: State, *, limit: int = 100) -> tuple[Item, ...]:
        """Items in this state, oldest first."""
        return self._many(outbox.c.state == state, limit)

    def sent_as(self, external_ids: Iterable[str]) -> tuple[Item, ...]:
        """Items that went out under one of these Message-IDs or Slack places."""
        return self._many(outbox.c.external_id.in_([name for name in external_ids if name]), 100)

    def counts(self) -> dict[State, int]:
        """How many items stand in each state."""
        found = self._session.execute(sa.select(outbox.c.state, sa.func.count()).group_by(outbox.c.state))
        return dict.fromkeys(State, 0) | {State(state): count for state, count in found}

    def _finish(self, item: int, **values: object) -> None:
        self._set(item, **values)
        self._touched.update(self._session.scalars(sa.select(outbox.c.stream).where(outbox.c.id == item)))

    def settle(self) -> None:
        """Give turns in every stream that was touched; the unit does so itself, late in its transaction.

        Who puts into a stream and who carries from it wait for each other here, so that neither misses the other:
        late and in one order, so that two who touch the same streams never wait in a circle.
        """
        for stream in sorted(self._touched):
            rows.hold(self._session, f"outbox {stream}")
            self._give_turn(stream)
        self._touched.clear()

    def _give_turn(self, stream: str) -> None:
        """Have the first open item of the stream carried; saying so twice says it once."""
        of_stream = sa.and_(outbox.c.stream == stream, outbox.c.state.in_(OPEN))
        asked = (
            sa.select(outbox.c.id, outbox.c.next_at, outbox.c.put_at).where(of_stream).order_by(outbox.c.id).limit(1)
        )
        first = self._session.execute(asked).one_or_none()
        if first is not None:
            run_at = first.next_at if first.next_at > first.put_at else None
            self._work.defer(work.Job(CARRY, {"item": first.id}), key=f"{CARRY}:{first.id}", run_at=run_at)

    def _in_turn(self, row: sa.Row[Any]) -> None:
        earlier = sa.and_(outbox.c.stream == row.stream, outbox.c.state.in_(OPEN), outbox.c.id < row.id)
        before = self._session.scalar(sa.select(sa.func.min(outbox.c.id)).where(earlier))
        if before is not None:
            raise NotItsTurnError(row.id, before)

    def _set(self, item: int, **values: object) -> None:
        self._session.execute(sa.update(outbox).where(outbox.c.id == item).values(values))

    def _one(self, wanted: sa.ColumnElement[bool]) -> Item | None:
        row = self._session.execute(sa.select(outbox).where(wanted)).one_or_none()
        return _item(row) if row else None

    def _many(self, wanted: sa.ColumnElement[bool], limit: int) -> tuple[Item, ...]:
        asked = sa.select(outbox).where(wanted).order_by(outbox.c.id).limit(limit)
        return tuple(_item(row) for row in self._session.execute(asked))


def _item(row: sa.Row[Any], **other: object) -> Item:
    values = row._asdict() | other
    return Item(**(values | {"state": State(values["state"]), "kind": Kind(row.kind)}))
