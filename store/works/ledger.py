"""The jobs as rows: what was asked, who is at it, and what became of it, the same on both engines."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store import rows
from store.columns import JSON
from store.tables import jobs


class State(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do: the name of its handler and the arguments, as JSON."""

    name: str
    args: Mapping[str, JSON]


@dataclass(frozen=True, slots=True)
class Claim:
    """One try at one job, held by one owner; `attempts` counts this try, `failures` those that went wrong."""

    id: int
    key: str
    job: Job
    owner: str
    attempts: int
    failures: int
    began_at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """A job as the books show it to a person."""

    id: int
    key: str
    job: Job
    state: State
    attempts: int
    reason: str
    run_at: datetime | None
    ended_at: datetime | None


def write_down(session: Session, job: Job, *, key: str, run_at: datetime | None) -> int | None:
    """The new job's id, or None where this key was ever said before."""
    values = {"key": key, "name": job.name, "args": job.args, "state": State.WAITING, "run_at": run_at}
    new: int | None = session.scalar(rows.insert_once(session, jobs, values))
    return new


def next_due(now: datetime) -> sa.Select[tuple[int]]:
    """The oldest job that may be tried now: one that waits, or one whose owner let the lease run out."""
    return sa.select(jobs.c.id).where(_due(now)).order_by(jobs.c.id).limit(1)


def claim_due(
    session: Session, *, owner: str, now: datetime, until: datetime, but: Collection[int] = ()
) -> Claim | None:
    """Take the oldest due job until `until`, by compare-and-swap; none of `but`, which the owner has in hand."""
    free = next_due(now).where(jobs.c.id.not_in(but))
    wanted = sa.and_(jobs.c.id == free.scalar_subquery(), _due(now))
    return _claim(session, wanted, owner=owner, now=now, until=until)


def claim_one(session: Session, job: int, *, owner: str, now: datetime) -> Claim | None:
    """Take this job, whoever had it (the caller knows that they are gone); None where it has ended."""
    wanted = sa.and_(jobs.c.id == job, jobs.c.state.in_([State.WAITING, State.RUNNING]))
    return _claim(session, wanted, owner=owner, now=now, until=None)


def renew(session: Session, ids: set[int], *, owner: str, until: datetime) -> None:
    """The owner still lives: its jobs stay its own until then."""
    held = sa.and_(jobs.c.id.in_(ids), jobs.c.owner == owner, jobs.c.state == State.RUNNING)
    session.execute(sa.update(jobs).where(held).values(leased_until=until))


def done(session: Session, claim: Claim, *, now: datetime) -> bool:
    """The job is done; False where the claim was lost to somebody else."""
    return _end(session, claim, state=State.DONE, ended_at=now, reason="")


def put_off(session: Session, claim: Claim, *, until: datetime, why: str, failed: bool) -> bool:
    """Try again at `until`; a wire that was away is no failure of the job."""
    failures = claim.failures + int(failed)
    return _end(session, claim, state=State.WAITING, run_at=until, reason=why, failures=failures)


def set_aside(session: Session, claim: Claim, *, why: str, now: datetime) -> bool:
    """Nobody tries this job again until a person says so."""
    return _end(session, claim, state=State.SET_ASIDE, ended_at=now, reason=why)


def again(session: Session, job: int) -> bool:
    """A person asks for a job that was set aside to be tried anew; False where it is not set aside."""
    fresh = {"state": State.WAITING, "run_at": None, "attempts": 0, "failures": 0, "began_at": None, "ended_at": None}
    aside = sa.and_(jobs.c.id == job, jobs.c.state == State.SET_ASIDE)
    return session.scalar(sa.update(jobs).where(aside).values(fresh).returning(jobs.c.id)) is not None


def entries(session: Session, state: State, *, limit: int) -> tuple[Entry, ...]:
    """The jobs in this state, oldest first."""
    found = session.execute(sa.select(jobs).where(jobs.c.state == state).order_by(jobs.c.id).limit(limit))
    return tuple(
        Entry(
            id=row.id,
            key=row.key,
            job=Job(row.name, row.args),
            state=State(row.state),
            attempts=row.attempts,
            reason=row.reason,
            run_at=row.run_at,
            ended_at=row.ended_at,
        )
        for row in found
    )


def counts(session: Session) -> dict[State, int]:
    """How many jobs stand in each state; a state without jobs is zero."""
    found = session.execute(sa.select(jobs.c.state, sa.func.count()).group_by(jobs.c.state))
    return dict.fromkeys(State, 0) | {State(state): count for state, count in found}


def forget_done(session: Session, *, before: datetime) -> None:
    """Drop what was done before then; from then on its key is new again."""
    session.execute(sa.delete(jobs).where(jobs.c.state == State.DONE, jobs.c.ended_at < before))


def _due(now: datetime) -> sa.ColumnElement[bool]:
    ripe = sa.or_(jobs.c.run_at.is_(None), jobs.c.run_at <= now)
    waits = sa.and_(jobs.c.state == State.WAITING, ripe)
    orphaned = sa.and_(jobs.c.state == State.RUNNING, jobs.c.leased_until < now)
    return sa.or_(waits, orphaned)


def _claim(
    session: Session, wanted: sa.ColumnElement[bool], *, owner: str, now: datetime, until: datetime | None
) -> Claim | None:
    # A job that is found running was dropped by a process that died over it: that is a failure, and a job that
    # kills its worker every time must come to an end like any other.
    crashed = sa.case((jobs.c.state == State.RUNNING, 1), else_=0)
    taken = (
        sa.update(jobs)
        .where(wanted)
        .values(
            state=State.RUNNING,
            owner=owner,
            leased_until=until,
            attempts=jobs.c.attempts + 1,
            failures=jobs.c.failures + crashed,
            began_at=sa.func.coalesce(jobs.c.began_at, sa.bindparam("began", now, jobs.c.began_at.type)),
        )
        .returning(*jobs.c)
    )
    row = session.execute(taken).one_or_none()
    if row is None:
        return None
    job = Job(row.name, row.args)
    return Claim(row.id, row.key, job, owner, row.attempts, row.failures, row.began_at)


def _end(session: Session, claim: Claim, **values: object) -> bool:
    """Fenced by owner: whoever lost the claim may not say what became of the job."""
    held = sa.and_(
        jobs.c.id == claim.id,
        jobs.c.owner == claim.owner,
        jobs.c.attempts == claim.attempts,
        jobs.c.state == State.RUNNING,
    )
    freed = {"owner": "", "leased_until": None}
    ended = sa.update(jobs).where(held).values(freed | values).returning(jobs.c.id)
    return session.scalar(ended) is not None
