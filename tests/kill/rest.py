"""Waiting for the desk: until it is open, and until everything is kept, opened, said and carried."""

import time

from tests.kill import buyers, street

# A desk that does nothing for so many seconds although something is open has got stuck.
PATIENCE = 30.0


def wait_until_open(on: street.Street, *, before: int) -> None:
    """Until a desk has opened that was started when there had been `before` openings."""
    until = time.monotonic() + PATIENCE
    while on.openings() <= before:
        assert time.monotonic() < until, f"The desk did not open within {PATIENCE:g} s.\n{on.log()}"
        time.sleep(0.05)


def wait_until_quiet(on: street.Street, people: buyers.Buyers, *, share: float = 0.6) -> None:
    """Until everything is said and done, the answers to a `share` of the last letters too."""
    done, until = -1, 0.0
    while not (on.is_quiet() and _all_kept(on, people) and not people.answer(share=share)):
        if on.done() != done:
            done, until = on.done(), time.monotonic() + PATIENCE
        assert time.monotonic() < until, f"The desk stood still for {PATIENCE:g} s.\n{on.log()}"
        time.sleep(0.3)


def _all_kept(on: street.Street, people: buyers.Buyers) -> bool:
    with on.store.look() as books:
        return len(books.inbox.named(people.mailed, limit=100_000)) >= len(people.mailed)
