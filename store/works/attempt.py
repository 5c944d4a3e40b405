"""One try at one job: its handler runs, and what becomes of the job is written down."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from store import unit
from store.columns import JSON
from store.works import ledger

log = logging.getLogger(__name__)

Handler = Callable[[Mapping[str, JSON]], None]
SetAside = Callable[[unit.Unit, ledger.Job, str], None]


@dataclass(frozen=True, slots=True)
class Patience:
    """How a job is tried again: `failures` at most, waiting `first`, then twice as long each time, up to `longest`.

    An error that carries `after` (a wire is away or busy) is no failure: it is tried for as long as `away`.
    """

    failures: int = 8
    first: timedelta = timedelta(seconds=2)
    longest: timedelta = timedelta(minutes=15)
    away: timedelta = timedelta(days=2)

    def delay(self, attempts: int, chance: float) -> timedelta:
        """How long to wait after so many attempts; `chance` (0 to 1) spreads it by a quarter either way."""
        doubled: timedelta = self.first * 2 ** min(attempts - 1, 30)
        return min(doubled, self.longest) * (0.75 + chance / 2)


def _say_nothing(_: unit.Unit, job: ledger.Job, reason: str) -> None:
    log.error("Job %s was set aside: %s", job.name, reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a worker works with. `chance` gives 0 to 1, `never_again` are errors that no retry can mend.

    `set_aside` is called in the transaction that sets a job aside, so that its card stands or falls with it.
    What was done is remembered for `keep_done`: that long its key cannot be said again.
    """

    store: unit.Store
    handlers: Mapping[str, Handler]
    owner: str
    clock: Callable[[], datetime]
    chance: Callable[[], float]
    never_again: tuple[type[Exception], ...] = ()
    set_aside: SetAside = _say_nothing
    patience: Patience = field(default_factory=Patience)
    keep_done: timedelta = timedelta(days=30)

    def tidy(self) -> None:
        """Forget what was done long ago."""
        with self.store.unit() as books:
            ledger.forget_done(books.session, before=self.clock() - self.keep_done)


def attempt(bench: Bench, claim: ledger.Claim) -> datetime | None:
    """Run the handler; the time of the next try, or None where the job has come to its end."""
    if claim.failures >= bench.patience.failures:
        _give_up(bench, claim, f"The worker died {claim.failures} times while it was at this job.")
        return None
    try:
        _handler(bench, claim.job.name)(claim.job.args)
    except bench.never_again as refusal:
        _give_up(bench, claim, _sentence(refusal))
    except Exception as trouble:  # noqa: BLE001 - whatever a handler raises, the queue goes on
        return _after(bench, claim, trouble)
    else:
        with bench.store.unit() as books:
            ledger.done(books.session, claim, now=bench.clock())
    return None


def _handler(bench: Bench, name: str) -> Handler:
    try:
        return bench.handlers[name]
    except KeyError:
        # Tried again like any failure: in a rolling upgrade a newer worker may know it.
        raise LookupError(f"No handler of this worker is called {name!r}.") from None


def _after(bench: Bench, claim: ledger.Claim, trouble: Exception) -> datetime | None:
    away = hasattr(trouble, "after")
    now = bench.clock()
    if away and now - claim.began_at >= bench.patience.away:
        _give_up(bench, claim, f"It was tried for {bench.patience.away}: {_sentence(trouble)}")
        return None
    if not away and claim.failures + 1 >= bench.patience.failures:
        log.error("Job %s failed for good", claim.key, exc_info=trouble)
        _give_up(bench, claim, _sentence(trouble))
        return None
    asked: float | None = getattr(trouble, "after", None)
    wait = bench.patience.delay(claim.attempts, bench.chance()) if asked is None else timedelta(seconds=asked)
    # A wire that is away is everyday business; anything else is a fault that somebody should see.
    level = logging.INFO if away else logging.WARNING
    log.log(level, "Job %s is tried again in %s: %s", claim.key, wait, _sentence(trouble), exc_info=not away)
    with bench.store.unit() as books:
        ledger.put_off(books.session, claim, until=now + wait, why=_sentence(trouble), failed=not away)
    return now + wait


def _give_up(bench: Bench, claim: ledger.Claim, why: str) -> None:
    """Set the job aside and say so in one transaction; where the saying fails, it is set aside all the same."""
    try:
        with bench.store.unit() as books:
            if ledger.set_aside(books.session, claim, why=why, now=bench.clock()):
                bench.set_aside(books, claim.job, why)
    except Exception:
        log.exception("Job %s was set aside, and nobody could be told: %s", claim.key, why)
        with bench.store.unit() as books:
            ledger.set_aside(books.session, claim, why=why, now=bench.clock())


def _sentence(trouble: Exception) -> str:
    return str(trouble) or type(trouble).__name__
