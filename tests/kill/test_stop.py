"""A desk that is told to stop finishes what it has in hand and goes, quickly and with a clean conscience."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store import outbox, work
from tests.kill import buyers, street


def until(true: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never became true"
        time.sleep(0.01)


def opened(on: street.Street) -> float:
    """How many seconds it took until the desk said that it is open."""
    began = time.monotonic()
    until(lambda: "The desk is open." in on.log())
    return time.monotonic() - began


def allowed(opened_in: float) -> float:
    """Five seconds, on a machine that is not too busy to open the desk in as many."""
    return max(5.0, opened_in)


def carried(on: street.Street) -> int:
    with on.store.look() as books:
        return books.outbox.counts()[outbox.State.CARRIED]


@pytest.mark.kill
def test_a_desk_told_to_stop_in_the_middle_goes_within_five_seconds_and_leaves_nothing_half_done(
    url: str, tmp_path: Path, seed: int
) -> None:
    with street.open_street(url, tmp_path, SLACK_GAP_SECONDS="1") as on:
        people = buyers.Buyers(on, random.Random(seed))
        for _ in range(4):
            people.write()
        with on.desk() as desk:
            opened_in = opened(on)
            until(lambda: carried(on) >= 2)
            seconds = street.stop(desk)

        assert (desk.returncode, seconds < allowed(opened_in)) == (0, True), (
            f"{desk.returncode} after {seconds:.1f} s\n{on.log()}"
        )
        with on.store.look() as books:
            said, jobs = books.outbox.counts(), books.work.counts()
        assert (said[outbox.State.CARRYING], said[outbox.State.UNKNOWN], jobs[work.State.RUNNING]) == (0, 0, 0)


@pytest.mark.kill
@pytest.mark.parametrize("command", ["listen", "work", "slack"])
def test_each_part_of_the_desk_stops_as_quickly(sqlite_url: str, tmp_path: Path, command: str) -> None:
    with street.open_street(sqlite_url, tmp_path) as on, on.desk(command) as desk:
        opened_in = opened(on)
        seconds = street.stop(desk)

        assert (desk.returncode, seconds < allowed(opened_in)) == (0, True), (
            f"{desk.returncode} after {seconds:.1f} s\n{on.log()}"
        )
