"""Small things that loops must not forget: how far a sweep came, when a reminder last went."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store import rows
from store.columns import JSON
from store.tables import marks


class Shelf:
    """The marks as a unit of the books sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, name: str, default: JSON = None) -> Any:
        """What was noted under this name."""
        row = self._session.execute(sa.select(marks.c.value).where(marks.c.name == name)).one_or_none()
        return default if row is None else row.value

    def put(self, name: str, value: JSON) -> None:
        """Note it."""
        rows.upsert(self._session, marks, {"name": name, "value": value})
