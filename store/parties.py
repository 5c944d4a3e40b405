"""Buyers, their contacts and their mail domains."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from desk import parties
from store import rows
from store.tables import buyer_domains, buyers, contacts


class Shelf:
    """The buyers as a unit of the books sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, buyer: parties.Buyer) -> None:
        """Put the buyer in, or make what stands say the same, contacts and domains included."""
        of = buyer.id
        fields = ("id", "name", "currency", "country", "payment_terms", "tier")
        rows.upsert(self._session, buyers, {name: getattr(buyer, name) for name in fields})
        self._replace(contacts, of, (_contact(of, n, one) for n, one in enumerate(buyer.contacts)))
        self._replace(buyer_domains, of, (_domain(of, n, one) for n, one in enumerate(buyer.domains)))

    def get(self, buyer: str) -> parties.Buyer | None:
        """The buyer with this id."""
        found = self._many(buyers.c.id == buyer)
        return found[0] if found else None

    def of_address(self, email: str) -> tuple[parties.Buyer, ...]:
        """Whoever this address may belong to: those who list it as a contact, else those whose own domain it is."""
        email = email.lower()
        listed = sa.select(contacts.c.buyer).where(contacts.c.email == email)
        found = self._many(buyers.c.id.in_(listed))
        host = parties.domain(email)
        if found or host in parties.FREEMAIL:
            return found
        return self._many(buyers.c.id.in_(sa.select(buyer_domains.c.buyer).where(buyer_domains.c.domain == host)))

    def every(self) -> tuple[parties.Buyer, ...]:
        """All of them, by id."""
        return self._many(sa.true())

    def count(self) -> int:
        """How many there are."""
        return self._session.scalar(sa.select(sa.func.count()).select_from(buyers)) or 0

    def _replace(self, table: sa.Table, buyer: str, values: Iterable[dict[str, object]]) -> None:
        self._session.execute(sa.delete(table).where(table.c.buyer == buyer))
        new = list(values)
        if new:
            self._session.execute(sa.insert(table), new)

    def _many(self, wanted: sa.ColumnElement[bool]) -> tuple[parties.Buyer, ...]:
        found = self._session.execute(sa.select(buyers).where(wanted).order_by(buyers.c.id)).all()
        ids = sa.select(buyers.c.id).where(wanted)
        people = self._of(contacts, ids)
        domains = self._of(buyer_domains, ids)
        return tuple(_buyer(row, people.get(row.id, []), domains.get(row.id, [])) for row in found)

    def _of(self, table: sa.Table, ids: sa.Select[Any]) -> dict[str, list[sa.Row[Any]]]:
        asked = sa.select(table).where(table.c.buyer.in_(ids)).order_by(table.c.buyer, table.c.position)
        grouped: dict[str, list[sa.Row[Any]]] = {}
        for row in self._session.execute(asked):
            grouped.setdefault(row.buyer, []).append(row)
        return grouped


def _contact(buyer: str, position: int, one: parties.Contact) -> dict[str, object]:
    return {
        "buyer": buyer,
        "email": one.email.lower(),
        "position": position,
        "name": one.name,
        "may_approve": one.may_approve,
    }


def _domain(buyer: str, position: int, name: str) -> dict[str, object]:
    return {"buyer": buyer, "domain": name.lower(), "position": position}


def _buyer(row: sa.Row[Any], people: list[sa.Row[Any]], domains: list[sa.Row[Any]]) -> parties.Buyer:
    return parties.Buyer(
        **row._asdict(),
        contacts=tuple(parties.Contact(one.email, one.name, one.may_approve) for one in people),
        domains=tuple(one.domain for one in domains),
    )
