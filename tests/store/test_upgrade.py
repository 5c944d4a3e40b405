"""The tables: made by migrations, the same as the models, safe to make twice at once."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import autogenerate, migration
from sqlalchemy import exc

from store import engine, tables, unit, upgrade
from tests.peers import postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    try:
        url = postgres.empty()
    except postgres.MissingError as missing:
        if postgres.is_required():
            raise
        pytest.skip(str(missing))
    yield url
    postgres.drop(url)


def test_a_new_database_is_brought_to_the_newest_revision(bare_url: str) -> None:
    assert upgrade.current(bare_url) is None

    assert upgrade.upgrade(bare_url) == upgrade.head()

    assert upgrade.is_current(bare_url)


def test_upgrading_what_is_new_already_keeps_what_stands(store: unit.Store) -> None:
    with store.unit() as books:
        books.marks.put("here", "yes")

    upgrade.upgrade(store.url)

    with store.look() as books:
        assert books.marks.get("here") == "yes"


def test_processes_that_upgrade_at_once_wait_for_each_other(bare_url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=upgrade.upgrade, args=(bare_url,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=30)

    assert [process.exitcode for process in processes] == [0, 0]
    assert upgrade.is_current(bare_url)


def test_the_migrations_make_the_tables_that_the_models_say(url: str) -> None:
    books = engine.connect(url)
    ours = set(tables.METADATA.tables)
    with books.connect() as connection:
        context = migration.MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or name in ours,
            },
        )
        difference = autogenerate.compare_metadata(context, tables.METADATA)
    books.dispose()

    assert difference == []


def fill(store: unit.Store) -> None:
    """A row in each table that is kept for ever."""
    with store.unit() as books:
        books.blobs.put(b"words", media_type="text/plain")
        say = books.session.execute
        at = "2026-03-02 09:00:00+00:00" if store.dialect == "postgresql" else "2026-03-02 09:00:00.000000"
        say(
            sa.text(
                "INSERT INTO orders (number, state, version, seal, currency, total, buyer_id, buyer_name, contact,"
                " po_number, po_key, subject, thread, touchless, doubts, proofs, taken_by, tier, approvers, decided_by,"
                " reason, taken_at, approved_by, reminders) VALUES ('SO-1', 'agreed', 1, '', 'GBP', 0, '', '', '',"
                f" '', '', '', '', true, '[]', '[]', '', '', '[]', '', '', '{at}', '', 0)"
            )
        )
        say(sa.text("INSERT INTO order_versions (number, version, seal, body) VALUES ('SO-1', 1, '', '{}')"))
        say(
            sa.text(
                "INSERT INTO order_lines (number, version, position, sku, buyer_sku, description, quantity, unit, per)"
                " VALUES ('SO-1', 1, 1, 'GH-20', '', 'hoops', '10', 'EA', '1')"
            )
        )
        say(
            sa.text(
                "INSERT INTO journal (seq, at, subject, name, body, prev_hash, hash)"
                f" VALUES (1, '{at}', 'SO-1', 'Noted', '{{}}', '', '')"
            )
        )


@pytest.mark.parametrize("table", tables.FOR_EVER)
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_is_kept_for_ever_is_neither_changed_nor_removed(store: unit.Store, table: str, change: str) -> None:
    fill(store)
    column = {"blobs": "name", "journal": "name", "order_versions": "seal", "order_lines": "sku"}[table]

    with pytest.raises(exc.DBAPIError, match=f"{table} is kept for ever"), store.unit() as books:
        books.session.execute(sa.text(change.format(table, column, "'changed'")))


def test_an_sqlite_file_writes_ahead_checks_references_and_syncs_fully(sqlite_store: unit.Store) -> None:
    with sqlite_store.look() as books:
        said = [
            books.session.scalar(sa.text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys", "synchronous")
        ]

    assert said == ["wal", 1, 2]


def test_another_program_cannot_change_the_journal_of_an_sqlite_file(sqlite_store: unit.Store) -> None:
    fill(sqlite_store)
    other = sqlite3.connect(sqlite_store.engine.url.database or "")
    with pytest.raises(sqlite3.IntegrityError, match="journal is kept for ever"):
        other.execute("DELETE FROM journal")
    other.close()


@pytest.mark.parametrize(
    "url", ["postgres://ann@db/books", "postgresql://ann@db/books", "postgresql+psycopg://ann@db/books"]
)
def test_postgresql_goes_by_each_of_its_names(url: str) -> None:
    assert engine.connect(url).url.render_as_string() == "postgresql+psycopg://ann@db/books"


@pytest.mark.parametrize("url", ["mysql://root@localhost/books", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused_in_a_sentence(url: str) -> None:
    with pytest.raises(ValueError, match=r"Countersign keeps its books|The books need a file"):
        engine.connect(url)


def test_two_threads_may_upgrade_two_databases_at_once(tmp_path: Path) -> None:
    urls = [f"sqlite:///{tmp_path / name}.db" for name in "abcd"]
    with ThreadPoolExecutor(4) as together:
        assert list(together.map(upgrade.upgrade, urls)) == [upgrade.head()] * 4
