"""One transaction with every shelf in reach: all of it is kept, or none."""

import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store import (
    bell,
    blobs,
    cards,
    catalogue,
    engine,
    inbox,
    journal,
    leases,
    lessons,
    marks,
    orders,
    outbox,
    parties,
    work,
)


class Unit:
    """The books, open for one transaction; made by `Store.unit` and `Store.look`."""

    def __init__(self, session: Session, *, writing: bool) -> None:
        self.session, self.writing = session, writing
        self.deferred = False

    @cached_property
    def orders(self) -> orders.Shelf:
        """Orders, with every version they had."""
        return orders.Shelf(self.session, writing=self.writing)

    @cached_property
    def parties(self) -> parties.Shelf:
        """Buyers and their contacts."""
        return parties.Shelf(self.session)

    @cached_property
    def catalogue(self) -> catalogue.Shelf:
        """Products, prices, and what buyers call them."""
        return catalogue.Shelf(self.session)

    @cached_property
    def inbox(self) -> inbox.Shelf:
        """Mail that came in."""
        return inbox.Shelf(self.session, self.blobs)

    @cached_property
    def outbox(self) -> outbox.Shelf:
        """Letters, cards, posts and files that go out."""
        return outbox.Shelf(self.session, self.blobs, self.work)

    @cached_property
    def cards(self) -> cards.Shelf:
        """Where each card stands in Slack."""
        return cards.Shelf(self.session)

    @cached_property
    def blobs(self) -> blobs.Shelf:
        """Raw mail and files."""
        return blobs.Shelf(self.session)

    @cached_property
    def leases(self) -> leases.Shelf:
        """Who alone may do a thing for now."""
        return leases.Shelf(self.session)

    @cached_property
    def lessons(self) -> lessons.Shelf:
        """What people corrected, and what was learned from it."""
        return lessons.Shelf(self.session)

    @cached_property
    def marks(self) -> marks.Shelf:
        """Small things that loops must not forget."""
        return marks.Shelf(self.session)

    @cached_property
    def journal(self) -> journal.Shelf:
        """Facts, in one chain."""
        return journal.Shelf(self.session)

    @cached_property
    def work(self) -> work.Shelf:
        """Jobs to be done after the commit."""
        return work.Shelf(self.session, self._say)

    def _say(self) -> None:
        self.deferred = True


class Store:
    """What the desk remembers, behind one database URL; safe for many threads and many processes."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = engine.connect(url)
        self.bell = bell.Bell()
        # SQLite has one writer: threads that queue here wake at once, those that poll its lock sleep too long.
        self._turn = _Turn() if self.dialect == "sqlite" else None

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """A transaction that commits on a clean exit and is rolled back on any error; units do not nest on SQLite."""
        if self._turn is None:
            books = yield from self._write()
        else:
            with self._turn:
                books = yield from self._write()
        if books.deferred:
            self.bell.ring()

    @contextmanager
    def look(self) -> Iterator[Unit]:
        """One consistent look that locks nobody out and may not write."""
        options: dict[str, object] = {engine.LOOK: True}
        if self.dialect == "postgresql":
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self.engine.connect().execution_options(**options) as connection:
            if self.dialect == "sqlite":
                connection.execute(sa.text("PRAGMA query_only = ON"))
            try:
                with Session(connection) as session:
                    yield Unit(session, writing=False)
            finally:
                if self.dialect == "sqlite":
                    connection.execute(sa.text("PRAGMA query_only = OFF"))

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()

    def _write(self) -> Generator[Unit, None, Unit]:
        with Session(self.engine) as session, session.begin():
            books = Unit(session, writing=True)
            yield books
            books.outbox.settle()
            # Last, because every other writer waits from here to the commit.
            books.journal.settle()
        return books


class _Turn:
    """One writer at a time in this process; asking twice in one thread would wait for oneself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holder: int | None = None

    def __enter__(self) -> None:
        if self._holder == threading.get_ident():
            raise RuntimeError("This thread already has a unit of the books open; use that one.")
        self._lock.acquire()
        self._holder = threading.get_ident()

    def __exit__(self, *_: object) -> None:
        self._holder = None
        self._lock.release()


def open_store(url: str) -> Store:
    """The store behind a database URL; call `upgrade.upgrade(url)` first where it may be new."""
    return Store(url)
