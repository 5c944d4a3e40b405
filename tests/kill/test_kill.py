"""The kill test: a desk is killed again and again while mail comes in; nothing is lost, nothing is said twice."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.kill import audit, buyers, moments, report, rest, street
from tests.kill.conftest import KILLS

# While so much is open no new mail comes: a desk shall be killed at work on many things, not buried under them.
LIVELY = 8


@pytest.mark.kill
@pytest.mark.timeout(120 + 20 * KILLS)
def test_a_desk_killed_at_any_moment_loses_nothing_and_says_nothing_twice(
    url: str, tmp_path: Path, seed: int, tell: report.Tell
) -> None:
    chance = random.Random(seed)
    with street.open_street(url, tmp_path) as on:
        people = buyers.Buyers(on, chance)
        deaths = Counter(_life(on, people, chance) for _ in range(KILLS))
        openings = on.openings()
        with on.desk() as last:
            rest.wait_until_open(on, before=openings)
            rest.wait_until_quiet(on, people)
            street.stop(last)
        found = audit.audit(on, written=people.mailed, riddles=people.riddles, approved=people.approved)

        tell(f"{on.store.dialect}: {KILLS} kills, {found}", {str(moment): times for moment, times in deaths.items()})
        assert found.findings == [], f"{on.log()}\n{found}"
        assert last.returncode == 0


def _life(on: street.Street, people: buyers.Buyers, chance: random.Random) -> moments.Moment:
    """One desk, from its start to its death; mail comes before it and while it lives."""
    if on.backlog() < LIVELY:
        people.write()

    def meanwhile() -> None:
        people.answer()
        if on.backlog() < LIVELY and chance.random() < 0.15:
            people.write()

    with on.desk() as process:
        return moments.Trap(on, chance).hunt(process, meanwhile)
