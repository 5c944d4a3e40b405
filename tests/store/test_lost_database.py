"""PostgreSQL goes away under a worker, and comes back."""

import threading
import time
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from store import unit, work
from tests.store import build


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_worker_whose_connections_were_cut_goes_on(store: unit.Store) -> None:
    seen: list[object] = []
    stop = threading.Event()
    ann = threading.Thread(target=build.hand(store, {"note": seen.append}).run, args=(stop,))
    ann.start()
    _say(store, "before")
    _until(lambda: _done(store) == 1)

    with store.unit() as books:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        books.session.execute(sa.text(f"{others} AND pid <> pg_backend_pid()"))
    _say(store, "after")
    _until(lambda: _done(store) == 2)
    stop.set()
    ann.join(timeout=10)

    assert not ann.is_alive()
    assert seen == [{"key": "before"}, {"key": "after"}]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_job_whose_end_the_queue_never_heard_of_does_not_stay_in_it(store: unit.Store) -> None:
    """As when the connection breaks just as the end is noted: the queue believes that a living worker is at it."""
    seen: list[object] = []
    stop = threading.Event()
    hand = build.hand(store, {"note": seen.append})
    ann = threading.Thread(target=hand.run, args=(stop,))
    ann.start()
    _say(store, "first")
    _until(lambda: _done(store) == 1)
    with store.unit() as books:
        books.session.execute(
            sa.text(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, worker_id)"
                " SELECT 'desk', 'countersign.job', json_build_object('job', (SELECT id FROM jobs))::jsonb, 'doing',"
                " (SELECT max(id) FROM procrastinate_workers)"
            )
        )

    _until(lambda: _queued(store) == 0)
    stop.set()
    ann.join(timeout=10)

    assert seen == [{"key": "first"}]


def _queued(store: unit.Store) -> int:
    with store.look() as books:
        return books.session.scalar(sa.text("SELECT count(*) FROM procrastinate_jobs")) or 0


def _say(store: unit.Store, key: str) -> None:
    with store.unit() as books:
        books.work.defer(work.Job("note", {"key": key}), key=key)


def _done(store: unit.Store) -> int:
    with store.look() as books:
        return books.work.counts()[work.State.DONE]


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "the worker did not come back"
        time.sleep(0.02)
