"""The kill test: a desk is killed again and again while mail comes in; nothing is lost, nothing is said twice."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.kill import audit, buyers, moments, report, rest, street
from tests.kill.conftest import KILLS

# While so much is open, no new mail comes: what is killed shall be at work on many things, not buried under them.
ENOUGH = 30


@pytest.mark.kill
@pytest.mark.timeout(120 + 20 * KILLS)
def test_a_desk_killed_at_any_moment_loses_nothing_and_says_nothing_twice(
    url: str, tmp_path: Path, seed: int, tell: report.Tell
) -> None:
    chance = random.Random(seed)
    with street.open_street(url, tmp_path) as on:
        people = buyers.Buyers(on, chance)
        deaths = Counter(_life(on, people, chance) for _ in range(KILLS))
        with on.desk() as last:
            rest.wait_until_quiet(on, people)
            seconds = street.stop(last)
        found = audit.audit(on, written=people.mailed, riddles=people.riddles, approved=people.approved)

        tell(f"{on.store.dialect}: {KILLS} kills, {found}", {str(moment): times for moment, times in deaths.items()})
        assert found.findings == [], f"{on.log()}\n{found}"
        assert (last.returncode, seconds < 5) == (0, True), f"stopped in {seconds:.1f} s with {last.returncode}"


def _life(on: street.Street, people: buyers.Buyers, chance: random.Random) -> moments.Moment:
    """One desk, from its start to its death; mail comes before it and while it lives."""
    later = [time.monotonic(), *(time.monotonic() + chance.uniform(0, 4) for _ in range(chance.randint(0, 2)))]
    looked = time.monotonic()

    def meanwhile() -> None:
        nonlocal looked
        if later and time.monotonic() >= min(later):
            later.remove(min(later))
            if on.backlog() < ENOUGH:
                people.write()
        if time.monotonic() - looked > 0.5:
            people.answer()
            looked = time.monotonic()

    with on.desk() as process:
        return moments.Trap(on, chance).hunt(process, meanwhile)
