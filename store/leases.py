"""Who alone may do a thing for now, on any machine: two listeners never fight over one mailbox."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store import rows
from store.tables import leases


class Shelf:
    """The leases as a unit of the books sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, name: str, *, owner: str, now: datetime, until: datetime) -> bool:
        """Take the lease, or keep one's own for longer; False while somebody else has it."""
        values = {"name": name, "owner": owner, "until": until}
        if self._session.scalar(rows.insert_once(self._session, leases, values)) is not None:
            return True
        free = sa.or_(leases.c.owner == owner, leases.c.until <= now)
        taken = sa.update(leases).where(leases.c.name == name, free).values(values).returning(leases.c.name)
        return self._session.scalar(taken) is not None

    def give_back(self, name: str, *, owner: str) -> None:
        """Let it go at once; somebody else's is left alone."""
        self._session.execute(sa.delete(leases).where(leases.c.name == name, leases.c.owner == owner))

    def reserve(self, name: str, *, now: datetime, gap: timedelta) -> datetime:
        """The next moment that nobody has, `gap` after the one before; whoever asks next gets a later one."""
        rows.hold(self._session, f"lease {name}")
        taken = self._session.scalar(sa.select(leases.c.until).where(leases.c.name == name))
        turn = max(now, taken) if taken else now
        rows.upsert(self._session, leases, {"name": name, "owner": "", "until": turn + gap})
        return turn

    def holder(self, name: str, *, now: datetime) -> str | None:
        """Who has it now."""
        held = sa.select(leases.c.owner).where(leases.c.name == name, leases.c.until > now)
        return self._session.scalar(held)
