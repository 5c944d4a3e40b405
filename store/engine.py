"""The one way into a database: SQLite set up so that it survives a kill, or PostgreSQL."""

import re
import sqlite3
import time
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

BUSY_SECONDS = 30
WAL_TRIES = 50

# A connection opened with this option only looks: it takes no write lock, and may not write.
LOOK = "countersign_look"


def connect(url: str) -> sa.Engine:
    """An engine for `sqlite:///file.db` or `postgresql://…`; nothing is opened before it is used."""
    # Some hosts still hand out the short name, which SQLAlchemy no longer knows.
    address = sa.make_url(re.sub(r"^postgres://", "postgresql://", url))
    match address.get_backend_name():
        case "sqlite":
            return _sqlite(address)
        case "postgresql":
            return sa.create_engine(
                address.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=10, max_overflow=20
            )
        case other:
            raise ValueError(f"Countersign keeps its books in SQLite or PostgreSQL; DATABASE_URL names {other!r}.")


def _sqlite(address: sa.URL) -> sa.Engine:
    if not address.database or address.database == ":memory:":
        raise ValueError("The books need a file, such as sqlite:///countersign.db; memory is lost with the process.")
    engine = sa.create_engine(address, connect_args={"timeout": BUSY_SECONDS}, pool_size=10, max_overflow=40)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _: Any) -> None:
    # Python's sqlite3 begins transactions by itself, too late and of the wrong kind; we begin them in `_begin`.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    _use_wal(connection)
    # FULL: a mail is flagged on its server once we say that it is kept, so a power cut may not undo the commit.
    connection.execute("PRAGMA synchronous = FULL")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn on the write-ahead log; SQLite does not wait for its busy timeout here, so we do."""
    for left in reversed(range(WAL_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if not left:
                raise
            time.sleep(0.1)
        else:
            return


def _begin(connection: sa.Connection) -> None:
    """A writer takes the write lock at once: two that both read first could neither of them go on to write."""
    look = connection.get_execution_options().get(LOOK, False)
    connection.exec_driver_sql("BEGIN" if look else "BEGIN IMMEDIATE")
