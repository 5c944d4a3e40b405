"""Procrastinate's own tables follow the version of it that is installed."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from store import engine, tables, upgrade
from store.works import procrastinate
from tests.peers import postgres

NEWEST_BUT_ONE = "03.03.99"


@pytest.fixture
def older_url() -> Iterator[str]:
    """Books as an earlier Procrastinate left them: its migrations up to 3.3, one after the other."""
    try:
        url = postgres.empty()
    except postgres.MissingError as missing:
        if postgres.is_required():
            raise
        pytest.skip(str(missing))
    upgrade.upgrade(url)
    books = engine.connect(url)
    with books.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
        older = {name: sql for name, sql in procrastinate.steps().items() if name < NEWEST_BUT_ONE}
        for sql in older.values():
            connection.exec_driver_sql(sql.replace("%", "%%"))
        tables.marks.create(connection)
        mark = {"name": procrastinate.SCHEMA_MARK, "value": max(older)}
        connection.execute(sa.insert(tables.marks).values(mark))
    books.dispose()
    yield url
    postgres.drop(url)


def test_an_older_schema_is_brought_to_the_installed_version(older_url: str) -> None:
    books = engine.connect(older_url)
    newer = sa.text("SELECT to_regproc('procrastinate_retry_job_v2') IS NOT NULL")
    with books.begin() as connection:
        before = connection.scalar(newer)
        procrastinate.apply_schema(connection)
        after = connection.scalar(newer)
        mark = connection.scalar(sa.select(tables.marks.c.value))
    books.dispose()

    assert (before, after) == (False, True)
    assert mark == max(procrastinate.steps())
