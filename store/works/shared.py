"""A worker at the shared queue: Procrastinate fetches, beats and listens, the ledger says what became of it."""

import asyncio
import contextlib
import datetime as dt
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import procrastinate
import psycopg
import sqlalchemy as sa
from procrastinate import exceptions, jobs, retry, worker

from store.works import ledger
from store.works.attempt import Bench, attempt
from store.works.procrastinate import QUEUE, TASK

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a worker says that it lives, after how much silence its jobs go to others, and how often it polls.

    New jobs are told by NOTIFY at once; the polling finds those whose time has come.
    """

    beat: timedelta = timedelta(seconds=5)
    silence: timedelta = timedelta(seconds=15)
    poll: timedelta = timedelta(milliseconds=500)
    reconnect: timedelta = timedelta(seconds=1)
    tidy: timedelta = timedelta(hours=1)


class _LaterError(Exception):
    """Tells Procrastinate when the job is due again."""

    def __init__(self, at: dt.datetime) -> None:
        super().__init__(f"tried again at {at}")
        self.at = at


class _AsTold(retry.BaseRetryStrategy):
    """The ledger has decided; where it could not be written, the job comes back, and the ledger decides then."""

    def get_retry_decision(self, *, exception: BaseException, job: jobs.Job) -> retry.RetryDecision:
        del job
        if isinstance(exception, _LaterError):
            return retry.RetryDecision(retry_at=exception.at)
        return retry.RetryDecision(retry_in={"seconds": 1})


class Shared:
    """Work at the shared queue with so many threads."""

    def __init__(self, bench: Bench, *, threads: int, pace: Pace) -> None:
        self._bench, self._threads, self._pace = bench, threads, pace
        self._tries = 0
        self._only_one = False
        self._current: worker.Worker | None = None
        self._in_hand: set[int] = set()
        self._dropped: set[tuple[int, int]] = set()
        # Its retries are our ordinary life, not news at every one.
        logging.getLogger("procrastinate").setLevel(logging.ERROR)

    def once(self) -> bool:
        """Try the oldest due job; False where none was due."""
        self._only_one = True
        try:
            return self.drain() > 0
        finally:
            self._only_one = False

    def drain(self) -> int:
        """Work until nothing is due; how many tries that took."""
        self._tries = 0
        asyncio.run(self._work(None, threads=1))
        return self._tries

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop; the jobs in hand are finished first. A database that is away is waited for."""
        while not stop.is_set():
            try:
                asyncio.run(self._work(stop, threads=self._threads))
            except (exceptions.ConnectorException, psycopg.Error, sa.exc.SQLAlchemyError, OSError):
                log.exception("PostgreSQL is away; the worker asks again")
            stop.wait(0 if stop.is_set() else self._pace.reconnect.total_seconds())

    def _app(self) -> procrastinate.App:
        conninfo = self._bench.store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        connector = procrastinate.PsycopgConnector(conninfo=conninfo, min_size=1, max_size=4)
        app = procrastinate.App(connector=connector)
        app.task(name=TASK, queue=QUEUE, retry=_AsTold())(self._try)
        return app

    def _try(self, job: int) -> None:
        """One job of the queue; runs in a thread of its own."""
        self._tries += 1
        if self._only_one and self._current:
            self._current.stop()  # type: ignore[no-untyped-call]  # Procrastinate leaves it untyped
        self._in_hand.add(job)
        try:
            with self._bench.store.unit() as books:
                claim = ledger.claim_one(books.session, job, owner=self._bench.owner, now=self._bench.clock())
            # None: it had ended; only the queue's own note of that was lost.
            again = attempt(self._bench, claim) if claim else None
        finally:
            self._in_hand.discard(job)
        if again:
            raise _LaterError(again)

    async def _work(self, stop: threading.Event | None, *, threads: int) -> None:
        # A thread for each job that Procrastinate fetches: none may be fetched and then wait.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(threads + 4))
        async with self._app().open_async() as app:
            self._current = worker.Worker(
                app,
                queues=[QUEUE],
                name=self._bench.owner,
                concurrency=threads,
                wait=stop is not None,
                fetch_job_polling_interval=self._pace.poll.total_seconds(),
                listen_notify=stop is not None,
                delete_jobs=jobs.DeleteJobCondition.ALWAYS,  # the ledger remembers
                install_signal_handlers=False,
                update_heartbeat_interval=self._pace.beat.total_seconds(),
                stalled_worker_timeout=self._pace.silence.total_seconds(),
            )
            await asyncio.to_thread(self._take_over)
            sides = [] if stop is None else [self._watch(stop), self._sweep()]
            tasks = [asyncio.create_task(side) for side in sides]
            try:
                await self._current.run()  # type: ignore[no-untyped-call]  # Procrastinate leaves it untyped
            finally:
                for task in tasks:
                    task.cancel()
                    with contextlib.suppress(asyncio.CancelledError):
                        await task

    async def _watch(self, stop: threading.Event) -> None:
        while not stop.is_set():  # noqa: ASYNC110 - the event belongs to threads, not to this loop
            await asyncio.sleep(0.05)
        if self._current:
            self._current.stop()  # type: ignore[no-untyped-call]  # Procrastinate leaves it untyped

    async def _sweep(self) -> None:
        """Take over the jobs of workers that fell silent, for as long as this one lives, and keep the table small."""
        tidied: dt.datetime | None = None
        while True:
            await asyncio.sleep(self._pace.silence.total_seconds() / 3)
            try:
                await asyncio.to_thread(self._take_over)
                await asyncio.to_thread(self._pick_up)
                if tidied is None or self._bench.clock() - tidied >= self._pace.tidy:
                    await asyncio.to_thread(self._bench.tidy)
                    tidied = self._bench.clock()
            except sa.exc.SQLAlchemyError:
                log.exception("Stalled jobs could not be looked for; the next sweep follows")

    def _take_over(self) -> None:
        """Queue again what silent workers hold; what we hold ourselves is in hand, however late our heartbeat is.

        One statement, so that a job which a living worker fetched in the meantime is never queued under its feet.
        """
        stalled = sa.text(
            """
            SELECT procrastinate_retry_job_v2(stalled.id, now(), NULL, NULL, NULL) FROM (
                SELECT job.id FROM procrastinate_jobs job
                WHERE job.status = 'doing' AND job.queue_name = :queue
                AND job.worker_id IS DISTINCT FROM CAST(:me AS bigint) AND NOT EXISTS (
                    SELECT 1 FROM procrastinate_workers w
                    WHERE w.id = job.worker_id AND w.last_heartbeat >= now() - :silence)
                FOR UPDATE OF job SKIP LOCKED
            ) stalled
            """
        ).bindparams(
            sa.bindparam("silence", self._pace.silence, sa.Interval),
            queue=QUEUE,
            me=self._current.worker_id if self._current else None,
        )
        with self._bench.store.unit() as books:
            books.session.execute(stalled)

    def _pick_up(self) -> None:
        """Queue again what this worker fetched and let fall.

        Where the connection breaks just as Procrastinate notes the end of a job, the queue believes for ever that
        a living worker is at it. Such a job is seen in two sweeps, at the same attempt, and in nobody's hand.
        """
        mine = sa.text(
            "SELECT id, attempts, (args->>'job')::bigint AS job FROM procrastinate_jobs"
            " WHERE status = 'doing' AND worker_id = :me"
        ).bindparams(me=self._current.worker_id if self._current else None)
        again = sa.text(
            "SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL) FROM procrastinate_jobs"
            " WHERE id = :id AND attempts = :attempts AND status = 'doing'"
        )
        with self._bench.store.unit() as books:
            fallen = {(row.id, row.attempts) for row in books.session.execute(mine) if row.job not in self._in_hand}
            for id_, attempts in fallen & self._dropped:
                books.session.execute(again.bindparams(id=id_, attempts=attempts))
        self._dropped = fallen
