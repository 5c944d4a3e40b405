"""A desk over a fresh store, and the reading room that all tests of a process share."""

from collections.abc import Iterator

import pytest

from bot import office, reading_room
from store import unit
from tests.bot import build


@pytest.fixture(scope="session")
def room() -> Iterator[reading_room.ReadingRoom]:
    with reading_room.ReadingRoom(seconds=20, memory_mb=2048) as opened:
        yield opened


@pytest.fixture
def desk(sqlite_store: unit.Store, room: reading_room.ReadingRoom) -> office.Office:
    return build.desk(sqlite_store, room)
