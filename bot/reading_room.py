"""Reading happens in a child process with limits, no network and no programs: a hostile file hurts itself alone."""

import errno
import multiprocessing
import os
import resource
import sys
import threading
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self, TypeVar

import pebble

from desk import errors

_T = TypeVar("_T")
# A child is replaced now and then, so that a leak in a library never grows for long.
MOST_TASKS = 500
MOST_OPEN = 256  # files; a reader needs a dozen, the libraries that it loads some more
MOST_WRITTEN = 16  # MB in any one file; readers write none
_SPENT = 24  # how a child ends that has no file left to open
_TRIES = 3  # with fresh children each
_MB = 1024 * 1024
# What Python does with the world beyond memory and files, by the names under which it announces it (PEP 578).
_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system",
    "pty.spawn", "os.kill", "ftplib.", "http.client.", "smtplib.", "urllib.",
)  # fmt: skip


class TooHardError(errors.DeskError):
    """The mail or file could not be read within the limits; a person must look."""


class _ClosedError(Exception):
    """The pool takes no more questions."""


class ReadingRoom:
    """Children that read, `seats` of them; each question may take `seconds` and `memory_mb` megabytes."""

    def __init__(self, *, seconds: float, memory_mb: int, seats: int = 1) -> None:
        self._seconds, self._memory_mb, self._seats = seconds, memory_mb, seats
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["parsers.readers"])
        self._renewing, self._is_closed = threading.Lock(), False
        self._pool = self._opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Send everybody home; what is being read now is given up."""
        self._is_closed = True
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
        self._pool.join()

    def warm_up(self, read: Callable[..., object], *given: Any, **named: Any) -> None:
        """Start the children and have them load what `read` needs, so that the first mail need not wait for that."""
        for _ in range(self._seats):
            self._pool.schedule(read, args=given, kwargs=named, timeout=self._seconds)

    def _opened(self) -> pebble.ProcessPool:
        return pebble.ProcessPool(
            max_workers=self._seats,
            max_tasks=MOST_TASKS,
            initializer=_limit,
            initargs=(self._memory_mb * _MB,),
            context=self._context,
        )

    def _renew(self, broken: pebble.ProcessPool) -> None:
        """New children in place of those of a broken pool: pebble gives up all of it where one dies while it rests.

        (A library's threads may end a child badly when it goes home after its last task.)
        """
        with self._renewing:
            if self._pool is broken and not self._is_closed:
                broken.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
                self._pool = self._opened()

    def ask(self, read: Callable[..., _T], *given: Any, **named: Any) -> _T:
        """What `read` (a function of a room in parsers) answers; TooHardError where it dies or takes too long."""
        for _ in range(_TRIES):
            pool = self._pool
            try:
                return self._asked(pool, read, *given, **named)
            except (BrokenProcessPool, _ClosedError):
                if self._is_closed:
                    raise
                self._renew(pool)
        raise TooHardError("The program that reads documents broke down.")

    def _asked(self, pool: pebble.ProcessPool, read: Callable[..., _T], *given: Any, **named: Any) -> _T:
        try:
            asked = pool.schedule(_answer, args=(read, given, named), timeout=self._seconds)
        except RuntimeError as closed:  # pebble says no more of a pool that broke or was stopped
            raise _ClosedError from closed
        try:
            answer: _T = asked.result()
        except TimeoutError as late:
            raise TooHardError(f"It could not be read within {self._seconds:g} seconds.") from late
        except MemoryError as full:
            raise TooHardError(f"It could not be read within {self._memory_mb} MB of memory.") from full
        except pebble.ProcessExpired as died:
            raise TooHardError("The program that reads documents broke down on it.") from died
        return answer


def _answer(read: Callable[..., _T], given: tuple[Any, ...], named: dict[str, Any]) -> _T:
    """In the child: one question. A child that has no file left to open can answer nothing more, and goes."""
    try:
        return read(*given, **named)
    except OSError as failed:
        if failed.errno == errno.EMFILE:
            os._exit(_SPENT)
        raise


def _limit(most: int) -> None:
    """In the child, before it reads anything."""
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN * _MB, MOST_WRITTEN * _MB))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_OPEN, MOST_OPEN))
    sys.addaudithook(_refuse)


def _refuse(event: str, _given: tuple[object, ...]) -> None:
    """No connection is opened and no program started from here on; a hook cannot be taken away again."""
    if event.startswith(_REFUSED):
        raise PermissionError(f"A reader may not do this: {event}")
