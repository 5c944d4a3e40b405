"""Putting rows in where they may stand already, in words that both databases know."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

Values = Mapping[str, object]


def insert_once(session: Session, table: sa.Table, values: Values | Sequence[Values]) -> ReturningInsert[Any]:
    """An INSERT that does nothing, and returns nothing, where any unique key is taken."""
    made = _insert(session, table).values(values).on_conflict_do_nothing()
    inserting: ReturningInsert[Any] = made.returning(*table.primary_key.columns)
    return inserting


def upsert(session: Session, table: sa.Table, values: Values) -> None:
    """Put the row in, or make the one with its primary key say the same."""
    upsert_all(session, table, [values])


def upsert_all(session: Session, table: sa.Table, many: Sequence[Values]) -> None:
    """Many rows at once; all of them name the same columns."""
    if not many:
        return
    key = [column.name for column in table.primary_key.columns]
    insert = _insert(session, table)
    rest = {name: insert.excluded[name] for name in many[0] if name not in key}
    session.execute(insert.on_conflict_do_update(index_elements=key, set_=rest), many)


def hold(session: Session, name: str) -> None:
    """Whoever asks for the same name waits for our commit; SQLite has one writer, so there nobody else could ask."""
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))


def count_up(session: Session, table: sa.Table, name: str, *, start: int) -> int:
    """The next number of a counter, `start` the first time; whoever asks next waits for our commit."""
    value = table.c.value
    counted = (
        _insert(session, table)
        .values(name=name, value=start)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value + 1})
        .returning(value)
    )
    return int(session.scalars(counted).one())


def _insert(session: Session, table: sa.Table) -> Any:
    # The two dialects' inserts are the same but for their type.
    return sqlite.insert(table) if session.get_bind().dialect.name == "sqlite" else postgresql.insert(table)
