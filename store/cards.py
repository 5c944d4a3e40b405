"""Where each card stands in Slack, and what it shows."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store import rows
from store.tables import cards


@dataclass(frozen=True, slots=True)
class Card:
    """A card by our own key: its channel's id, its time stamp (Slack's name for a message), a digest of its content."""

    key: str
    channel: str
    ts: str
    digest: str = ""


class Shelf:
    """The cards as a unit of the books sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, card: Card) -> None:
        """The card stands there, or shows something new."""
        values = {"key": card.key, "channel": card.channel, "ts": card.ts, "digest": card.digest}
        rows.upsert(self._session, cards, values)

    def get(self, key: str) -> Card | None:
        """The card with this key, once it was posted."""
        return self._one(cards.c.key == key)

    def at(self, channel: str, ts: str) -> Card | None:
        """The card that stands there."""
        return self._one(sa.and_(cards.c.channel == channel, cards.c.ts == ts))

    def _one(self, wanted: sa.ColumnElement[bool]) -> Card | None:
        row = self._session.execute(sa.select(cards).where(wanted)).one_or_none()
        return Card(*row) if row else None
