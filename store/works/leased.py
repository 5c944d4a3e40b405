"""The embedded engine: a worker claims rows of the jobs table for a while, and keeps its claims warm."""

import logging
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exc

from store.works import ledger
from store.works.attempt import Bench, attempt

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often to look for work of other processes, how long a claim lives without its owner, when to tidy up."""

    poll: timedelta = timedelta(milliseconds=250)
    lease: timedelta = timedelta(seconds=15)
    tidy: timedelta = timedelta(hours=1)


class Leased:
    """Work at the table with so many threads."""

    def __init__(self, bench: Bench, *, threads: int, pace: Pace) -> None:
        self._bench, self._threads, self._pace = bench, threads, pace
        self._held: set[int] = set()
        self._guard = threading.Lock()

    def once(self) -> bool:
        """Try the oldest due job; False where none was due."""
        claim = self._claim()
        if claim is None:
            return False
        with self._guard:
            self._held.add(claim.id)
        try:
            attempt(self._bench, claim)
        finally:
            with self._guard:
                self._held.discard(claim.id)
        return True

    def drain(self) -> int:
        """Work until nothing is due; how many tries that took."""
        tries = 0
        while self.once():
            tries += 1
        return tries

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop; the jobs in hand are finished first."""
        ended = threading.Event()
        heart = threading.Thread(target=self._beat, args=(ended,), name="heartbeat", daemon=True)
        hands = [threading.Thread(target=self._serve, args=(stop,), name=f"work-{n}") for n in range(self._threads)]
        for thread in (heart, *hands):
            thread.start()
        for thread in hands:
            thread.join()
        ended.set()
        heart.join()

    def _claim(self) -> ledger.Claim | None:
        with self._bench.store.look() as books:  # an idle worker takes no write lock
            if books.session.scalar(ledger.next_due(self._bench.clock())) is None:
                return None
        with self._bench.store.unit() as books:
            books.session.connection()  # waits for the write lock: the lease begins when we have it
            now = self._bench.clock()
            with self._guard:
                held = set(self._held)  # a heartbeat that came late leaves them to others, not to ourselves
            until = now + self._pace.lease
            return ledger.claim_due(books.session, owner=self._bench.owner, now=now, until=until, but=held)

    def _serve(self, stop: threading.Event) -> None:
        bell = self._bench.store.bell
        while not stop.is_set():
            heard = bell.rung
            try:
                worked = self.once()
            except exc.SQLAlchemyError:
                log.exception("The store is busy or away; the worker goes on")
                worked = False
            if not worked:
                bell.wait(heard, self._pace.poll.total_seconds())

    def _beat(self, ended: threading.Event) -> None:
        """Keep the claims of living threads warm, three times within each lease, and the table small."""
        tidied: datetime | None = None
        while not ended.wait(self._pace.lease.total_seconds() / 3):
            try:
                self._renew()
                if tidied is None or self._bench.clock() - tidied >= self._pace.tidy:
                    self._bench.tidy()
                    tidied = self._bench.clock()
            except exc.SQLAlchemyError:
                log.exception("The heartbeat could not be written; the next one follows")

    def _renew(self) -> None:
        with self._guard:
            held = set(self._held)
        if not held:
            return
        with self._bench.store.unit() as books:
            books.session.connection()
            until = self._bench.clock() + self._pace.lease
            ledger.renew(books.session, held, owner=self._bench.owner, until=until)
