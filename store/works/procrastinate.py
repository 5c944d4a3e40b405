"""The shared queue on PostgreSQL: Procrastinate drives the jobs that stand in the ledger."""

import datetime as dt
from functools import cache
from importlib import resources
from typing import Any

import procrastinate
import sqlalchemy as sa
from procrastinate import schema, sync_psycopg_connector
from sqlalchemy.orm import Session

from store.tables import marks

QUEUE = "desk"
TASK = "countersign.job"
SCHEMA_MARK = "procrastinate schema"


@cache
def _speaker() -> procrastinate.App:
    """Says jobs through the caller's own connection; it never opens one."""
    return procrastinate.App(connector=sync_psycopg_connector.SyncPsycopgConnector())


def enqueue(session: Session, job: int, *, run_at: dt.datetime | None) -> None:
    """Queue the job with this id of the ledger, in the session's own transaction."""
    connection = session.connection().connection.driver_connection
    deferrer = _speaker().configure_task(TASK, queue=QUEUE, connection=connection, schedule_at=run_at)
    deferrer.defer(job=job)


def apply_schema(connection: sa.Connection) -> None:
    """Bring Procrastinate's own tables to the version that is installed."""
    there = connection.scalar(sa.text("SELECT to_regclass('procrastinate_jobs')"))
    known = steps()
    reached = connection.scalar(sa.select(marks.c.value).where(marks.c.name == SCHEMA_MARK))
    if there is None:
        _run(connection, schema.SchemaManager.get_schema())
    for name, sql in known.items():
        if there is not None and reached is not None and name > reached:
            _run(connection, sql)
    connection.execute(sa.delete(marks).where(marks.c.name == SCHEMA_MARK))
    connection.execute(sa.insert(marks).values(name=SCHEMA_MARK, value=max([*known, reached or ""])))


def _run(connection: sa.Connection, sql: str) -> None:
    driver: Any = connection.connection.driver_connection
    driver.execute(sql)


def steps() -> dict[str, str]:
    """Procrastinate's migrations by file name; their names sort in the order in which they apply."""
    folder = resources.files("procrastinate.sql") / "migrations"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return {file.name: file.read_text(encoding="utf-8") for file in files}
