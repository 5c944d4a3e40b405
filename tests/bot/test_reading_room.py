"""A hostile file can only hurt the child that reads it."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from bot import reading_room
from desk.reading import Kind
from parsers import readers
from playground.samples import papers
from tests.bot import build, hostile


def test_a_document_is_read_in_another_process(room: reading_room.ReadingRoom) -> None:
    read, _ = room.ask(readers.of_file, papers.draw_pdf(build.truth()), name="order.pdf")

    assert (read.kind, read.orders[0].po_number) == (Kind.PURCHASE_ORDER, "4500118")
    assert room.ask(os.getpid) != os.getpid()


def test_each_way_to_fail_is_a_sentence_and_the_next_question_is_answered() -> None:
    with reading_room.ReadingRoom(seconds=1.5, memory_mb=900) as room:
        with pytest.raises(reading_room.TooHardError, match=r"could not be read within 900 MB of memory\."):
            room.ask(hostile.hoard, 2_000)
        assert room.ask(hostile.hoard, 1) == 1_000_000

        with pytest.raises(reading_room.TooHardError, match=r"broke down on it\."):
            room.ask(hostile.die)
        assert room.ask(hostile.hoard, 1) == 1_000_000

        with pytest.raises(ValueError, match="an odd file"):
            room.ask(hostile.stumble)
        assert room.ask(hostile.hoard, 1) == 1_000_000

        began = time.monotonic()
        with pytest.raises(reading_room.TooHardError, match=r"could not be read within 1\.5 seconds\."):
            room.ask(time.sleep, 60)
        assert time.monotonic() - began < 15
        assert room.ask(hostile.hoard, 1) == 1_000_000


def test_a_child_that_dies_while_it_rests_is_replaced() -> None:
    with reading_room.ReadingRoom(seconds=30, memory_mb=900) as room:
        for _ in range(3):
            os.kill(room.ask(os.getpid), signal.SIGKILL)
            time.sleep(0.5)  # it is found out before anything is asked
            assert room.ask(hostile.hoard, 1) == 1_000_000


def test_a_closed_room_says_so_rather_than_blame_the_file() -> None:
    room = reading_room.ReadingRoom(seconds=30, memory_mb=900)
    room.close()

    with pytest.raises(Exception) as closed:  # noqa: PT011 - whatever it is, it is not the file's fault
        room.ask(hostile.hoard, 1)
    assert not isinstance(closed.value, reading_room.TooHardError)


@pytest.mark.parametrize(
    ("deed", "refused"),
    [
        (hostile.call_home, PermissionError),
        (hostile.look_up, PermissionError),
        (hostile.start_a_program, PermissionError),
        (hostile.split_in_two, PermissionError),
        (hostile.fill_the_disk, OSError),
        (hostile.open_everything, reading_room.TooHardError),
    ],
)
def test_a_reader_reaches_no_network_no_program_and_no_more_files_than_it_needs(
    room: reading_room.ReadingRoom, deed: Callable[[], None], refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        room.ask(deed)
    assert room.ask(hostile.hoard, 1) == 1_000_000

    assert room.ask(hostile.hoard, 1) == 1_000_000
