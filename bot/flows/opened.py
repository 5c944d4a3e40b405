"""A mail that was kept and has been looked at: what every flow about a mail begins with."""

from dataclasses import dataclass

from parsers import readers
from store import inbox


@dataclass(frozen=True, slots=True)
class Opened:
    """The mail in our books, its raw bytes, and what a look at it told."""

    kept: inbox.Message
    raw: bytes
    seen: readers.Look

    @property
    def unbelieved(self) -> str:
        """Why its sender cannot be believed; "" where they can."""
        return "" if self.seen.belief.is_believed else self.seen.belief.why
