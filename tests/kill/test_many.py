"""Many hands on one PostgreSQL: two workers, two listeners and an ear in Slack do each thing once between them."""

import random
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.kill import audit, buyers, rest, street
from tests.kill.conftest import KILLS
from tests.kill.report import Tell

# The long form goes with the long kill test.
MAILS = 500 if KILLS >= 50 else 60
PARTS = ("work", "work", "listen", "listen", "slack")


@pytest.mark.kill
@pytest.mark.long
@pytest.mark.timeout(120 + 4 * MAILS)
def test_two_workers_and_two_listeners_make_one_order_of_each_mail(
    postgres_url: str, tmp_path: Path, seed: int, tell: Tell
) -> None:
    with street.open_street(postgres_url, tmp_path) as on, ExitStack() as stack:
        people = buyers.Buyers(on, random.Random(seed))
        for _ in range(MAILS // 2):
            people.order()
        began = time.monotonic()
        hands = [stack.enter_context(on.desk(part)) for part in PARTS]
        for _ in range(MAILS - MAILS // 2):
            people.order()
        rest.wait_until_quiet(on, people, share=0)
        seconds = time.monotonic() - began
        codes = [(street.stop(hand), hand.returncode)[1] for hand in hands]
        found = audit.audit(on, written=people.mailed, riddles=people.riddles, approved=people.approved)

        tell(f"two workers, two listeners: {found}; {seconds:.0f} s", {"seconds": round(seconds)})
        assert found.findings == [], on.log()
        assert (found.orders, codes) == (MAILS, [0] * len(PARTS))
