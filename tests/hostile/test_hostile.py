"""Every kind of hostile file through the real reading room: one sentence, within its limits, and the next is read."""

import re
from collections.abc import Iterator

import pytest

from bot import reading_room
from desk.reading import Reading
from parsers import readers
from tests.hostile import listing
from tests.hostile.kinds import KINDS, Kind


@pytest.fixture(scope="module")
def room() -> Iterator[reading_room.ReadingRoom]:
    """As a desk's own, with less patience: READ_SECONDS is 30, READ_MEMORY_MB 2048."""
    with reading_room.ReadingRoom(seconds=30, memory_mb=2048) as opened:
        yield opened


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_hostile_file_ends_in_a_sentence_and_the_next_one_is_read(room: reading_room.ReadingRoom, kind: Kind) -> None:
    sentences = said(room, kind.make())

    assert re.search(kind.says, " ".join(sentences))
    assert all(sentence.endswith((".", "?")) and "\n" not in sentence for sentence in sentences)
    assert room.ask(readers.of_file, b"Hello.", name="a.txt")[0].orders == ()


def test_there_are_many_kinds() -> None:
    assert len(KINDS) >= 24
    assert all(kind.why.endswith(".") for kind in KINDS.values())


def test_the_page_of_hostile_files_is_current() -> None:
    assert listing.PAGE.read_text(encoding="utf-8") == listing.page(), "Run `python -m tests.hostile`."


def said(room: reading_room.ReadingRoom, data: bytes) -> list[str]:
    """What a person is told; an order, if one is found in it, is never gone on with alone."""
    try:
        reading: Reading = room.ask(readers.of_file, data, name="order")[0]
    except reading_room.TooHardError as hard:
        return [str(hard)]
    assert not reading.touchless
    return [reading.error] if reading.error else [doubt.why for doubt in reading.doubts]
