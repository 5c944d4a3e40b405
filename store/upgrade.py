"""The tables brought to this program's version, whoever else is doing the same at the same time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command, config, migration, script
from sqlalchemy import event

from desk import errors
from store import engine
from store.works import procrastinate

# Alembic keeps the migration it is at in variables of its modules, so one process can do one at a time.
_TURN = threading.Lock()
# Any constant number that no other advisory lock of ours uses.
UPGRADE_LOCK = 0x75706772


def upgrade(url: str) -> str:
    """Create or update every table in one transaction; the revision that stands now. A second process waits."""
    with _TURN, _told(url), _alone(url) as connection:
        command.upgrade(_config(connection), "head")
        if connection.dialect.name == "postgresql":
            procrastinate.apply_schema(connection)
        else:
            _check_references(connection)
    return head()


def check(url: str) -> None:
    """Raise a sentence where the database cannot be opened, or is not at the revision that this program needs."""
    with _told(url):
        stands = current(url)
    if stands != head():
        what = "has no tables yet" if stands is None else f"is at revision {stands}, and this program needs {head()}"
        raise errors.DeskError(f"The database {what}: type `countersign db upgrade`.")


def current(url: str) -> str | None:
    """The revision that the database is at; None for one that was never upgraded."""
    books = engine.connect(url)
    try:
        with books.connect().execution_options(**{engine.LOOK: True}) as connection:
            return migration.MigrationContext.configure(connection).get_current_revision()
    finally:
        books.dispose()


@contextmanager
def _told(url: str) -> Iterator[None]:
    """What keeps a database from being opened, as a sentence; its password is left out."""
    try:
        yield
    except sa.exc.ArgumentError as wrong:
        raise errors.DeskError(
            "DATABASE_URL is no database URL; write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME."
        ) from wrong
    except (sa.exc.OperationalError, sqlite3.OperationalError) as closed:
        shown = sa.make_url(url).render_as_string(hide_password=True)
        why = str(getattr(closed, "orig", None) or closed).strip().splitlines()[0]
        raise errors.DeskError(f"The database {shown} cannot be opened: {why}. Check DATABASE_URL.") from closed


def head() -> str:
    """The revision that this program needs."""
    newest = script.ScriptDirectory.from_config(_config(None)).get_current_head()
    assert newest is not None
    return newest


def is_current(url: str) -> bool:
    """The database is at the revision that this program needs."""
    return current(url) == head()


@contextmanager
def _alone(url: str) -> Iterator[sa.Connection]:
    books = engine.connect(url)
    if books.dialect.name == "sqlite":
        event.listen(books, "connect", _without_references)
    try:
        with books.begin() as connection:
            if books.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(UPGRADE_LOCK)))
            yield connection
    finally:
        books.dispose()


def _without_references(connection: sqlite3.Connection, _: Any) -> None:
    # A table that batch mode copies is dropped for a moment; SQLite lets this be said only outside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")


def _check_references(connection: sa.Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"The upgrade would leave {len(broken)} rows that point at nothing; nothing was changed.")


def _config(connection: sa.Connection | None) -> config.Config:
    made = config.Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made
