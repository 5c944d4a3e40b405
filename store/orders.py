"""Orders as they stand, every version they ever had, and the words by which people look for them."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk import errors, orders, reading, versions
from store import plain, rows, words
from store.tables import counters, order_lines, order_versions, order_words
from store.tables import orders as table

# Fields of an order that stand in its row as they are.
_SAME = tuple(
    field.name
    for field in fields(orders.Order)
    if field.name not in {"state", "version", "mail", "doubts", "proofs", "approvers"}
)


# An order's row with the body of its current version.
_WHOLE = sa.select(table, order_versions.c.body).join(
    order_versions,
    sa.and_(order_versions.c.number == table.c.number, order_versions.c.version == table.c.version),
)
_NEWEST_FIRST = (table.c.taken_at.desc(), table.c.number.desc())

# So many orders of a state are counted; whoever has more knows that they are many.
MOST_COUNTED = 1000


class ChangedError(errors.DeskError):
    """A version of an order would say something else than when it was kept."""

    def __init__(self, number: str, version: int) -> None:
        super().__init__(f"Version {version} of order {number} was kept and may not change; make a new version.")
        self.number, self.version = number, version


class Shelf:
    """The orders as a unit of the books sees them. In a writing unit an order that is got is held until the commit."""

    def __init__(self, session: Session, *, writing: bool) -> None:
        self._session, self._writing = session, writing

    def next_number(self, prefix: str, *, first: int) -> str:
        """A number of ours that nobody else has: SO-10001, SO-10002, …; rolled back, it is given again."""
        return f"{prefix}{rows.count_up(self._session, counters, f'order {prefix}', start=first)}"

    def keep(self, order: orders.Order) -> None:
        """The order as it now is; its version is kept for ever, so it must not differ from one of the same number."""
        before = self._words_of(order.number)
        rows.upsert(self._session, table, _row(order))
        self._keep_version(order.number, order.version)
        now = words.of_order(order)
        if now != before:
            self._keep_words(order.number, now - before, before - now)

    def get(self, number: str) -> orders.Order | None:
        """The order with this number of ours; while we write, nobody else moves it before we commit."""
        asked = _WHOLE.where(table.c.number == number)
        held = asked.with_for_update(of=table) if self._writing else asked
        found = self._session.execute(held).one_or_none()
        return _order(found) if found else None

    def of_po(self, buyer_id: str, po_number: str) -> tuple[orders.Order, ...]:
        """The buyer's orders under this number of theirs, however it is written, newest first.

        While we write, a second mail with the same number waits for our commit, so that it sees what we made of ours.
        """
        wanted = words.po_key(po_number)
        if self._writing:
            rows.hold(self._session, f"po {buyer_id} {wanted}")
        return self._many(sa.and_(table.c.buyer_id == buyer_id, table.c.po_key == wanted), 50)

    def of_mail(self, mail: int) -> tuple[orders.Order, ...]:
        """What was taken from this mail."""
        return self._many(table.c.mail == mail, 1000)

    def of_thread(self, message_ids: Iterable[str]) -> tuple[orders.Order, ...]:
        """Orders that began with one of these Message-IDs."""
        return self._many(table.c.thread.in_([name for name in message_ids if name]), 50)

    def called(self, text: str) -> tuple[orders.Order, ...]:
        """What a person means by a number: ours, with or without its prefix, or a buyer's, newest first."""
        exact = self._many(table.c.number == text.strip().upper(), 1)
        if exact:
            return exact
        key = words.po_key(text)
        ours = sa.select(order_words.c.number).where(order_words.c.word == f"#{key}")
        theirs = sa.select(table.c.number).where(table.c.po_key == key)
        # Not "or": PostgreSQL would read every order to answer that.
        return self._many(table.c.number.in_(sa.union(ours, theirs)), 50) if key else ()

    def find(self, text: str, *, limit: int = 20, few: int = 1000) -> tuple[orders.Order, ...]:
        """Orders in which every one of these words begins a word (number, buyer, contact, products), newest first.

        `few` is how many orders can be gone through while a person waits.
        """
        terms = words.asked(text)
        if not terms:
            return ()
        counted = {term: self._count(term, most=few) for term in terms}
        rarest = min(terms, key=counted.__getitem__)
        if counted[rarest] == few:
            # Every word is common, so most often enough of the newest orders have them all.
            for recent in (few, 10 * few):
                found = self._among_newest(recent, terms, limit)
                if len(found) == limit:
                    return found
        return self._many(_all(rarest, terms), limit)

    def standing(self, state: orders.State, *, limit: int = 100) -> tuple[orders.Order, ...]:
        """Orders in this state, newest first."""
        return self._many(table.c.state == state, limit)

    def latest(self, *, limit: int = 20) -> tuple[orders.Order, ...]:
        """The newest orders in any state."""
        return self._many(sa.true(), limit)

    def open(self, *, limit: int = 100) -> tuple[orders.Order, ...]:
        """Orders that somebody still has to do something about, newest first."""
        each = [order for state in sorted(orders.OPEN) for order in self.standing(state, limit=limit)]
        return tuple(sorted(each, key=lambda order: (order.taken_at, order.number), reverse=True)[:limit])

    def silent(self, *, since: datetime, limit: int = 100) -> tuple[orders.Order, ...]:
        """Orders that were confirmed before then and still wait for the buyer's answer."""
        waits = table.c.state == orders.State.AWAITING_APPROVAL
        return self._many(sa.and_(waits, table.c.confirmed_at <= since), limit)

    def counts(self, *, most: int = MOST_COUNTED) -> dict[orders.State, int]:
        """How many orders stand in each state; nobody waits for more than `most` of a state to be counted."""
        few = (sa.select(table.c.state).where(table.c.state == state).limit(most).subquery() for state in orders.State)
        each = sa.union_all(*(sa.select(one.c.state) for one in few)).subquery()
        found = self._session.execute(sa.select(each.c.state, sa.func.count()).group_by(each.c.state))
        return dict.fromkeys(orders.State, 0) | {orders.State(state): count for state, count in found}

    def all_versions(self, number: str) -> tuple[versions.Version, ...]:
        """Every version of the order, oldest first."""
        asked = sa.select(order_versions).where(order_versions.c.number == number).order_by(order_versions.c.version)
        return tuple(versions.from_dict(row.body) for row in self._session.execute(asked))

    def _keep_version(self, number: str, version: versions.Version) -> None:
        of = order_versions.c
        asked = sa.select(of.seal).where(of.number == number, of.version == version.number)
        seal = self._session.scalar(asked)
        if seal == version.seal:
            return
        if seal is not None:
            raise ChangedError(number, version.number)
        key = {"number": number, "version": version.number}
        body = {"seal": version.seal, "body": versions.as_dict(version)}
        self._session.execute(sa.insert(order_versions).values(key | body))
        if version.lines:
            self._session.execute(sa.insert(order_lines), [key | _line(line) for line in version.lines])

    def _words_of(self, number: str) -> frozenset[str]:
        return frozenset(self._session.scalars(sa.select(order_words.c.word).where(order_words.c.number == number)))

    def _keep_words(self, number: str, new: frozenset[str], gone: frozenset[str]) -> None:
        if gone:
            stale = sa.and_(order_words.c.number == number, order_words.c.word.in_(gone))
            self._session.execute(sa.delete(order_words).where(stale))
        if new:
            self._session.execute(sa.insert(order_words), [{"word": word, "number": number} for word in sorted(new)])

    def _count(self, term: str, *, most: int) -> int:
        """How many words of orders begin so, counted no further than it matters."""
        some = sa.select(sa.literal(1)).select_from(order_words).where(_begins(term)).limit(most).subquery()
        return self._session.scalar(sa.select(sa.func.count()).select_from(some)) or 0

    def _among_newest(self, many: int, terms: Iterable[str], limit: int) -> tuple[orders.Order, ...]:
        # Numbers first, whole orders after: PostgreSQL takes a word for rare, and would begin with all that have it.
        newest = sa.select(table.c.number, table.c.taken_at).order_by(*_NEWEST_FIRST).limit(many).subquery()
        having = sa.select(newest.c.number).where(*(_has(term, newest.c.number) for term in terms))
        numbers = having.order_by(newest.c.taken_at.desc(), newest.c.number.desc()).limit(limit)
        return self._many(table.c.number.in_(self._session.scalars(numbers).all()), limit)

    def _many(self, wanted: sa.ColumnElement[bool], limit: int) -> tuple[orders.Order, ...]:
        asked = _WHOLE.where(wanted).order_by(*_NEWEST_FIRST).limit(limit)
        return tuple(_order(row) for row in self._session.execute(asked))


def _begins(term: str) -> sa.ColumnElement[bool]:
    return sa.and_(order_words.c.word >= term, order_words.c.word < term + words.LAST)


def _has(term: str, number: sa.ColumnElement[str] = table.c.number) -> sa.ColumnElement[bool]:
    return sa.exists().where(order_words.c.number == number, _begins(term))


def _all(rarest: str, terms: Iterable[str]) -> sa.ColumnElement[bool]:
    """Every term, starting from the one that leaves the fewest orders to go through."""
    these = table.c.number.in_(sa.select(order_words.c.number).where(_begins(rarest)))
    return sa.and_(these, *(_has(term) for term in terms if term != rarest))


def _row(order: orders.Order) -> dict[str, object]:
    other = {
        "state": order.state,
        "version": order.version.number,
        "seal": order.version.seal,
        "currency": order.version.currency,
        "total": order.version.total.minor,
        "po_key": words.po_key(order.po_number),
        "mail": order.mail or None,
        "doubts": plain.plain(order.doubts),
        "proofs": plain.plain(order.proofs),
        "approvers": plain.plain(order.approvers),
    }
    return {name: getattr(order, name) for name in _SAME} | other


def _order(row: sa.Row[Any]) -> orders.Order:
    return orders.Order(
        **{name: getattr(row, name) for name in _SAME},
        state=orders.State(row.state),
        version=versions.from_dict(row.body),
        mail=row.mail or 0,
        doubts=plain.back(tuple[reading.Doubt, ...], row.doubts),
        proofs=tuple(row.proofs),
        approvers=tuple(row.approvers),
    )


def _line(line: versions.Line) -> dict[str, object]:
    same = ("position", "sku", "buyer_sku", "description", "quantity", "unit", "price", "per")
    amount = None if line.amount is None else line.amount.minor
    return {name: getattr(line, name) for name in same} | {"amount": amount}
