"""Servers that break off, fall silent or talk nonsense, one script each."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot import wires
from bot.mail import door, smtp
from tests.bot.mail import build
from tests.bot.mail.build import BUYER, SELLER

UP_TO_DATA = ["220 hello", "250 hello", "250 sender ok", "250 recipient ok", "354 go on"]


@contextmanager
def _says(lines: list[str], *, then_waits: bool = False) -> Iterator[door.Server]:
    """A server that answers each command with the next line, and then ends the connection or falls silent."""
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def serve() -> None:
        line, _ = listening.accept()
        with line, line.makefile("rb") as heard, contextlib.suppress(OSError):
            for reply in lines:
                line.sendall(reply.encode() + b"\r\n")
                _hear(heard.readline, whole_letter=reply.startswith("354"))
            over.wait(5 if then_waits else 0)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        port = listening.getsockname()[1]
        yield door.Server("127.0.0.1", port, door.Security.PLAIN, timeout=2, verdict_timeout=0.2)
    finally:
        over.set()
        thread.join()
        listening.close()


def _hear(readline: object, *, whole_letter: bool) -> None:
    assert callable(readline)
    heard = readline()
    while whole_letter and heard not in {b".\r\n", b""}:
        heard = readline()


def _send(server: door.Server, to: str = BUYER, login: door.Login | None = None) -> smtp.Sent:
    return smtp.send(build.mail(), sender=SELLER, recipients=[to], server=server, login=login)


def test_a_server_that_falls_silent_after_the_final_dot_leaves_nobody_knowing() -> None:
    with _says(UP_TO_DATA, then_waits=True) as server, pytest.raises(wires.UnknownOutcomeError):
        _send(server)


def test_nonsense_after_the_final_dot_leaves_nobody_knowing() -> None:
    with _says([*UP_TO_DATA, "hm, well"]) as server, pytest.raises(wires.UnknownOutcomeError):
        _send(server)


@pytest.mark.parametrize("known", range(1, 5))
def test_a_connection_that_ends_before_the_letter_is_handed_in_is_tried_later(known: int) -> None:
    with _says(UP_TO_DATA[:known]) as server, pytest.raises(wires.TryLaterError):
        _send(server)


@pytest.mark.parametrize(
    ("script", "error"),
    [
        (["421 busy"], wires.TryLaterError),
        (["554 go away"], wires.NeverAgainError),
        ([*UP_TO_DATA[:2], "452 no room"], wires.TryLaterError),
        ([*UP_TO_DATA[:2], "550 5.7.1 you may not send as this"], wires.NeverAgainError),
        ([*UP_TO_DATA[:4], "451 not now"], wires.TryLaterError),
        ([*UP_TO_DATA[:4], "554 no valid recipients"], wires.NeverAgainError),
        ([*UP_TO_DATA, "421 closing"], wires.TryLaterError),
    ],
)
def test_a_definite_answer_is_taken_at_its_word(script: list[str], error: type[Exception]) -> None:
    with _says(script) as server, pytest.raises(error):
        _send(server)


def test_a_letter_that_was_taken_stays_taken_when_the_goodbye_fails() -> None:
    with _says([*UP_TO_DATA, "250 taken"]) as server:
        assert _send(server).reply == "taken"


def test_a_login_that_is_not_possible_now_is_tried_later() -> None:
    script = ["220 hello", "250-hello\r\n250 AUTH PLAIN", "454 4.7.0 temporary failure"]
    with _says(script) as server, pytest.raises(wires.TryLaterError, match="takes no login"):
        _send(server, login=door.Login(SELLER, build.PASSWORD))


def test_a_server_that_offers_no_login_is_told_so() -> None:
    with _says(UP_TO_DATA) as server, pytest.raises(wires.NeverAgainError, match="offers no login"):
        _send(server, login=door.Login(SELLER, build.PASSWORD))


def test_an_address_in_another_alphabet_needs_a_server_that_takes_it() -> None:
    with _says(UP_TO_DATA) as server, pytest.raises(wires.NeverAgainError, match="ASCII only"):
        _send(server, to="añа@buyer.example")
