"""The port for work: a job said in the caller's own transaction is done once that commits, and only then."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from store.works import ledger, procrastinate
from store.works.ledger import Entry, Job, State

__all__ = ["Entry", "Job", "Shelf", "State", "defer"]


def defer(session: Session, job: Job, *, key: str, run_at: datetime | None = None) -> bool:
    """Have the job done, not before `run_at`; saying the same key twice says it once, also after it is done.

    The job stands in the caller's transaction: rolled back, it was never said. False where the key was known.
    """
    new = ledger.write_down(session, job, key=key, run_at=run_at)
    if new is None:
        return False
    if session.get_bind().dialect.name == "postgresql":
        procrastinate.enqueue(session, new, run_at=run_at)
    return True


class Shelf:
    """The work as a unit of the books sees it."""

    def __init__(self, session: Session, said: Callable[[], None]) -> None:
        self._session, self._said = session, said

    def defer(self, job: Job, *, key: str, run_at: datetime | None = None) -> bool:
        """Have the job done after this unit commits; see `defer` of this room."""
        new = defer(self._session, job, key=key, run_at=run_at)
        if new:
            self._said()
        return new

    def counts(self) -> dict[State, int]:
        """How many jobs stand in each state."""
        return ledger.counts(self._session)

    def standing(self, state: State, *, limit: int = 100) -> tuple[Entry, ...]:
        """The jobs in this state, oldest first."""
        return ledger.entries(self._session, state, limit=limit)

    def again(self, job: int) -> bool:
        """A person asks for a job that was set aside to be tried anew; False where it is not set aside."""
        if not ledger.again(self._session, job):
            return False
        if self._session.get_bind().dialect.name == "postgresql":
            procrastinate.enqueue(self._session, job, run_at=None)
        self._said()
        return True

    def forget_done(self, *, before: datetime) -> None:
        """Drop what was done before then; from then on its key is new again."""
        ledger.forget_done(self._session, before=before)
