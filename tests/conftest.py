"""Fixtures of the whole house: a store, on every database that this machine has; and which tests begin first."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import unit, upgrade
from tests.peers import postgres

SLOW = ("kill", "long", "slow")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long before the rest of each hand's share, so that no hand is waited for at the end."""
    slow = [item for item in items if any(item.get_closest_marker(mark) for mark in SLOW)]
    others = [item for item in items if item not in slow]
    hands = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    ordered: list[pytest.Item] = []
    for hand in range(hands):
        # pytest-xdist gives each an equal share of what the ones before it left.
        share = (len(items) - len(ordered)) // (hands - hand)
        mine = slow[hand::hands]
        rest = max(0, share - len(mine))
        ordered += [*mine, *others[:rest]]
        del others[:rest]
    items[:] = [*ordered, *others]


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
