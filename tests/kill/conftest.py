"""What each test of this room has: a seed that is told when it fails, and a way to tell what came out."""

import os
import random
from collections.abc import Mapping

import pytest

from tests.kill import report

# How often a desk is killed: `make test` says 6, `make check` 50.
KILLS = int(os.environ.get("KILLS", "6"))


@pytest.fixture
def seed() -> int:
    """The number behind all chance of a test; KILL_SEED repeats one."""
    chosen = int(os.environ.get("KILL_SEED", "0")) or random.SystemRandom().getrandbits(32)
    print(f"KILL_SEED={chosen}")  # noqa: T201 - pytest shows it where the test fails
    return chosen


@pytest.fixture
def tell(capfd: pytest.CaptureFixture[str]) -> report.Tell:
    """Says one line past pytest's ear, so that it stands on the terminal of a run that passes, too."""

    def aloud(line: str, facts: Mapping[str, int]) -> None:
        with capfd.disabled():
            report.tell(line, facts)

    return aloud
