"""What the house shall do wrong, so that a test can see what its guest makes of it."""

from collections import defaultdict, deque
from collections.abc import Callable
from enum import StrEnum


class Break(StrEnum):
    """A connection that ends at the worst moment."""

    BEFORE_TAKEN = "the connection ends after the final dot, and the mail was not taken"
    AFTER_TAKEN = "the connection ends after the final dot, and the mail was taken"


class Faults:
    """Mishaps that wait to happen; each happens once, in the order they were asked for.

    Two of them last until they are taken back. `deaf`: clients that idle are told nothing. `frozen`: a client sees
    the folder as it was when it opened it, whatever it asks. `between` is called for each mail that was handed in,
    after it was taken and before anybody is told so.
    """

    def __init__(self) -> None:
        self.deaf = self.frozen = False
        self.between: Callable[[], None] = lambda: None
        self._recipients: dict[str, deque[str]] = defaultdict(deque)
        self._data: deque[Break | str] = deque()

    def refuse_recipient(self, address: str, reply: str, *, times: int = 1) -> None:
        """Answer RCPT for `address` with `reply` (such as "550 5.1.1 Nobody here"), `times` times."""
        self._recipients[address.lower()].extend([reply] * times)

    def refuse_mail(self, reply: str, *, times: int = 1) -> None:
        """Answer the final dot with `reply` (such as "451 4.3.0 Try later"), `times` times."""
        self._data.extend([reply] * times)

    def break_off(self, moment: Break, *, times: int = 1) -> None:
        """End the connection instead of answering the final dot, `times` times."""
        self._data.extend([moment] * times)

    def for_recipient(self, address: str) -> str | None:
        """The reply that this recipient gets now, if a mishap waits for it."""
        waiting = self._recipients[address.lower()]
        return waiting.popleft() if waiting else None

    def for_mail(self) -> Break | str | None:
        """What happens to this mail at its final dot, if a mishap waits for it."""
        return self._data.popleft() if self._data else None
