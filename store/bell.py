"""A bell between the threads of one process: something new stands in the books."""

import threading


class Bell:
    """Rung after a commit; who waits for it wakes at once, others of other processes poll."""

    def __init__(self) -> None:
        self._rung = 0
        self._changed = threading.Condition()

    @property
    def rung(self) -> int:
        """How often it was rung so far: read this before looking into the books."""
        with self._changed:
            return self._rung

    def ring(self) -> None:
        """Wake everybody."""
        with self._changed:
            self._rung += 1
            self._changed.notify_all()

    def wait(self, heard: int, seconds: float) -> None:
        """Wait until it is rung more often than `heard`, but no longer than this."""
        with self._changed:
            self._changed.wait_for(lambda: self._rung > heard, timeout=seconds)
