"""Workers in processes of their own, killed without a word or told to stop."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from store import tables, unit, work

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def worker(store: unit.Store, folder: Path, owner: str) -> "Iterator[subprocess.Popen[bytes]]":
    process = subprocess.Popen([sys.executable, "-m", "tests.store.hand", store.url, folder, owner], cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never became true"
        time.sleep(0.02)


def say(store: unit.Store, *keys: str, name: str = "note", seconds: float = 0) -> None:
    with store.unit() as books:
        for key in keys:
            books.work.defer(work.Job(name, {"key": key, "seconds": seconds}), key=key)


def done(store: unit.Store, state: work.State = work.State.DONE) -> int:
    with store.look() as books:
        return books.work.counts()[state]


def lines(folder: Path, key: str) -> list[str]:
    file = folder / key
    return [line.split()[0] for line in file.read_text().splitlines()] if file.exists() else []


def until_gone(store: unit.Store, ann: "subprocess.Popen[bytes]") -> None:
    """The worker is dead, or its job was set aside."""
    until(lambda: ann.poll() is not None or done(store, work.State.SET_ASIDE) == 1)


def until_more(store: unit.Store, diary: Path, total: int) -> None:
    """Another job was begun, or none is left."""
    began = len(list(diary.iterdir()))
    until(lambda: len(list(diary.iterdir())) > began or done(store) == total)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    folder = tmp_path / "diary"
    folder.mkdir()
    return folder


@pytest.mark.kill
def test_a_job_whose_worker_was_killed_is_done_by_the_next(store: unit.Store, diary: Path) -> None:
    say(store, "long", seconds=30)
    with worker(store, diary, "ann") as ann:
        until(lambda: lines(diary, "long") == ["begins"])
        ann.kill()
    with store.unit() as books:  # the next try may be short
        books.session.execute(sa.update(tables.jobs).values(args={"key": "long"}))
    with worker(store, diary, "bob"):
        until(lambda: done(store) == 1)

    assert lines(diary, "long") == ["begins", "begins", "ends"]


@pytest.mark.kill
def test_a_job_that_kills_its_worker_every_time_is_set_aside(store: unit.Store, diary: Path) -> None:
    say(store, "deadly", name="vanish")
    lives = 0
    while not done(store, work.State.SET_ASIDE) and lives < 6:
        lives += 1
        with worker(store, diary, f"ann-{lives}") as ann:
            until_gone(store, ann)
        if lives == 1:  # from the first on it might be in the dying worker's other hand as often as the deadly one
            say(store, "harmless")
    with worker(store, diary, "bob"):
        until(lambda: done(store) == 1)

    assert (done(store, work.State.SET_ASIDE), done(store)) == (1, 1)
    with store.look() as books:
        (entry,) = books.work.standing(work.State.SET_ASIDE)
    assert "died" in entry.reason


@pytest.mark.kill
def test_workers_killed_again_and_again_lose_nothing_and_leave_nothing_undone(store: unit.Store, diary: Path) -> None:
    keys = [f"k{n}" for n in range(30)]
    say(store, *keys, seconds=0.05)
    for n in range(3):
        with worker(store, diary, f"ann-{n}") as ann:
            until_more(store, diary, len(keys))
            time.sleep(random.uniform(0, 0.15))
            ann.kill()
    with worker(store, diary, "bob"):
        until(lambda: done(store) == len(keys))

    assert all(lines(diary, key)[-1] == "ends" for key in keys)
    repeated = [key for key in keys if lines(diary, key) != ["begins", "ends"]]
    assert len(repeated) <= 3 * 2  # two threads were at work at each kill


@pytest.mark.kill
def test_a_worker_told_to_stop_ends_its_job_and_goes(store: unit.Store, diary: Path) -> None:
    say(store, "a", "b", "c", "d", seconds=1)
    with worker(store, diary, "ann") as ann:
        until(lambda: len(list(diary.iterdir())) == 2)
        ann.send_signal(signal.SIGTERM)
        assert ann.wait(timeout=10) == 0

    assert done(store) == 2
    assert done(store, work.State.WAITING) == 2
