"""The journal: facts in one chain, each sealed with the hash of the one before, never changed, never removed."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk import events
from store import plain
from store.columns import JSON, canonical
from store.tables import journal

START = "0" * 64
# Any constant number that no other advisory lock of ours uses.
CHAIN_LOCK = 0x6A6F7572


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact as it stands in the chain; `subject` is an order's number, or says which mail or job it is about."""

    seq: int
    at: datetime
    subject: str
    name: str
    body: dict[str, Any]
    hash: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain holds: how many entries do, the hash of the last of them, and what is wrong behind it.

    A chain cut off at its end still holds: compare `count` and `head` with what was noted elsewhere.
    """

    count: int
    head: str
    broken: str = ""


class Shelf:
    """The journal as a unit of the books sees it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pending: list[tuple[datetime, str, str, JSON]] = []

    def write(self, facts: Iterable[events.Fact]) -> None:
        """Facts about orders, in the order in which they happened."""
        for fact in facts:
            body = plain.plain(fact)
            assert isinstance(body, dict)
            rest = {name: value for name, value in body.items() if name not in {"number", "at"}}
            self.note(type(fact).__name__, subject=fact.number, at=fact.at, body=rest)

    def note(self, name: str, *, subject: str, at: datetime, body: JSON) -> None:
        """Anything else worth keeping for ever: a mail was kept, a catalogue was imported."""
        self._pending.append((at.astimezone(UTC), subject, name, body))

    def settle(self) -> None:
        """Chain what was written so far; the unit does so itself, last before its commit."""
        if not self._pending:
            return
        if self._session.get_bind().dialect.name == "postgresql":
            self._session.execute(sa.select(sa.func.pg_advisory_xact_lock(CHAIN_LOCK)))
        seq, head = self._head()
        for at, subject, name, body in self._pending:
            seq += 1
            sealed = _seal([seq, _stamp(at), subject, name, body, head])
            self._session.execute(
                sa.insert(journal).values(
                    seq=seq, at=at, subject=subject, name=name, body=body, prev_hash=head, hash=sealed
                )
            )
            head = sealed
        self._pending.clear()

    def history(self, subject: str) -> tuple[Entry, ...]:
        """Everything that happened to it, oldest first."""
        self.settle()
        asked = sa.select(journal).where(journal.c.subject == subject).order_by(journal.c.seq)
        return tuple(_entry(row) for row in self._session.execute(asked))

    def tail(self, *, limit: int = 50) -> tuple[Entry, ...]:
        """The latest entries about anything, newest first."""
        self.settle()
        asked = sa.select(journal).order_by(journal.c.seq.desc()).limit(limit)
        return tuple(_entry(row) for row in self._session.execute(asked))

    def verify(self) -> Verdict:
        """Walk the whole chain and say how far it holds."""
        self.settle()
        count, head = 0, START
        whole = sa.select(journal).order_by(journal.c.seq).execution_options(yield_per=1000)
        with self._session.execute(whole) as rows:
            for row in rows:
                wrong = _wrong(row, count + 1, head)
                if wrong:
                    return Verdict(count, head, wrong)
                count, head = row.seq, row.hash
        return Verdict(count, head)

    def _head(self) -> tuple[int, str]:
        asked = sa.select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)
        last = self._session.execute(asked).one_or_none()
        return (last.seq, last.hash) if last else (0, START)


def fact(entry: Entry) -> events.Fact | None:
    """The fact as the rules said it; None for a note that is none of theirs."""
    kind = getattr(events, entry.name, None)
    if not (isinstance(kind, type) and issubclass(kind, events.Event)):
        return None
    made: events.Fact = plain.back(kind, entry.body | {"number": entry.subject, "at": entry.at.isoformat()})
    return made


def _entry(row: sa.Row[Any]) -> Entry:
    return Entry(row.seq, row.at, row.subject, row.name, row.body, row.hash)


def _wrong(row: sa.Row[Any], expected: int, head: str) -> str:
    if row.seq != expected:
        return f"Entry {expected} is missing; the next one is {row.seq}."
    if row.prev_hash != head:
        return f"Entry {row.seq} does not follow the one before it."
    if row.hash != _seal([row.seq, _stamp(row.at), row.subject, row.name, row.body, head]):
        return f"Entry {row.seq} ({row.name} of {row.subject}) was changed after it was written."
    return ""


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")


def _seal(content: list[JSON]) -> str:
    """SHA-256 over everything that an entry says, its place and the hash before it included."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()
