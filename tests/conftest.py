"""Fixtures of the whole house: a store, on every database that this machine has."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import unit, upgrade
from tests.peers import postgres


@pytest.fixture(scope="session")
def pristine_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with today's tables, to be copied."""
    file = tmp_path_factory.mktemp("pristine") / "books.db"
    upgrade.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(pristine_sqlite: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(pristine_sqlite, tmp_path / 'books.db')}"


@pytest.fixture
def postgres_url() -> Iterator[str]:
    try:
        url = postgres.fresh()
    except postgres.MissingError as missing:
        if postgres.is_required():
            raise
        pytest.skip(str(missing))
    yield url
    postgres.done_with(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """A database with today's tables and nothing in them, on each engine in turn."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    made: str = request.getfixturevalue(name)
    return made


@pytest.fixture
def store(url: str) -> Iterator[unit.Store]:
    opened = unit.open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[unit.Store]:
    opened = unit.open_store(sqlite_url)
    yield opened
    opened.close()
