"""What people corrected and what was learned from it, for each buyer, with who taught it and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk.lessons import Lesson, Rule, What
from store import plain
from store.tables import lessons


@dataclass(frozen=True, slots=True)
class Kept:
    """One correction as it was said, with the rule that it taught (None: it changed an order and taught nothing)."""

    id: int
    buyer: str
    order_number: str
    said: str
    rule: Rule | None
    taught_by: str
    taught_at: datetime
    undone_by: str = ""
    undone_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """It teaches something, and nobody took it back."""
        return self.rule is not None and self.undone_at is None


class Shelf:
    """The lessons as a unit of the books sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(
        self, said: str, rules: Iterable[Rule], *, buyer: str, order_number: str, by: str, at: datetime
    ) -> tuple[Kept, ...]:
        """One correction, a row for each rule that it teaches, or one without a rule."""
        kept = [self._put(said, rule, buyer=buyer, order_number=order_number, by=by, at=at) for rule in rules]
        return tuple(kept) or (self._put(said, None, buyer=buyer, order_number=order_number, by=by, at=at),)

    def get(self, lesson: int) -> Kept | None:
        """The lesson with this number."""
        found = self._many(lessons.c.id == lesson)
        return found[0] if found else None

    def of_buyer(self, buyer: str) -> tuple[Kept, ...]:
        """Everything that was learned about a buyer and stands, in the order in which it was taught."""
        return tuple(one for one in self._many(lessons.c.buyer == buyer, lessons.c.buyer != "") if one.stands)

    def every(self) -> tuple[Kept, ...]:
        """Everything that was ever taught, undone lessons included, in that order."""
        return tuple(one for one in self._many() if one.rule is not None)

    def for_reading(self, buyer: str) -> tuple[Lesson, ...]:
        """What reading this buyer's documents is told."""
        kept = ((one, one.rule) for one in self.of_buyer(buyer))
        return tuple(
            Lesson(rule, one.taught_by, one.taught_at, one.id)
            for one, rule in kept
            if rule is not None and rule.what not in {What.PART, What.SENDER}
        )

    def of_order(self, number: str) -> tuple[str, ...]:
        """What people corrected of this order, in the order in which they said it."""
        return tuple(dict.fromkeys(one.said for one in self._many(lessons.c.order_number == number)))

    def of_sender(self, email: str) -> tuple[str, ...]:
        """The buyers whose mails those of this address are, by what people taught."""
        found = self._many(lessons.c.sender == email.lower())
        return tuple(dict.fromkeys(one.buyer for one in found if one.stands and email))

    def undo(self, lesson: int, *, by: str, at: datetime) -> bool:
        """Take it back; False where there is none that stands."""
        stands = sa.and_(lessons.c.id == lesson, lessons.c.undone_at.is_(None), lessons.c.rule.is_not(None))
        undone = sa.update(lessons).where(stands).values(undone_by=by, undone_at=at).returning(lessons.c.id)
        return self._session.scalar(undone) is not None

    def _put(self, said: str, rule: Rule | None, *, buyer: str, order_number: str, by: str, at: datetime) -> Kept:
        values = {"buyer": buyer, "order_number": order_number, "said": said, "taught_by": by, "taught_at": at}
        sender = rule.words.lower() if rule is not None and rule.what is What.SENDER else ""
        new = sa.insert(lessons).values(**values, rule=plain.plain(rule), sender=sender).returning(lessons.c.id)
        number = self._session.scalars(new).one()
        return Kept(number, buyer, order_number, said, rule, by, at)

    def _many(self, *wanted: sa.ColumnElement[bool]) -> tuple[Kept, ...]:
        found = self._session.execute(sa.select(lessons).where(*wanted).order_by(lessons.c.id))
        return tuple(_kept(row) for row in found)


def _kept(row: sa.Row[Any]) -> Kept:
    rule: Rule | None = plain.back(Rule, row.rule) if row.rule is not None else None
    return Kept(
        row.id, row.buyer, row.order_number, row.said, rule, row.taught_by, row.taught_at, row.undone_by, row.undone_at
    )
