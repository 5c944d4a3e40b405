"""What every flow works with: the store, the seller's policy, the reading room, the clock and chance."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot import policy_file, reading_room
from bot.say import letters
from desk import policy
from parsers import wording
from store import unit


@dataclass(frozen=True, slots=True)
class Office:
    """`now` gives aware times in UTC, `chance` a string of 8 to 64 letters and digits that never comes again.

    `secret` signs threads; `authserv_id` is our mail server's name in Authentication-Results.
    """

    store: unit.Store
    rules: policy.Policy
    mailbox: policy_file.MailboxPolicy
    room: reading_room.ReadingRoom
    secret: bytes
    authserv_id: str
    now: Callable[[], datetime]
    chance: Callable[[], str]
    shelf: "Wordings" = field(default_factory=lambda: Wordings())  # noqa: PLW0108 - the class stands below

    @property
    def sender(self) -> letters.Sender:
        """Whose letters go out."""
        return letters.Sender(self.rules.seller, self.secret, plus=self.mailbox.plus_addresses)

    @property
    def ours(self) -> tuple[str, ...]:
        """The names that we go by on documents."""
        return (self.rules.seller.name, *self.rules.seller.also_known_as)

    def stamp(self) -> letters.Stamp:
        """The time and the chance of one letter."""
        return letters.Stamp(self.now(), self.chance())


class Wordings:
    """The catalogue as an index of wordings, made anew when the catalogue has changed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: tuple[int, wording.Index] | None = None

    def index(self, books: unit.Unit) -> wording.Index:
        """The index of the catalogue as it stands in these books."""
        edition = books.catalogue.edition()
        with self._lock:
            if self._made is None or self._made[0] != edition:
                self._made = (edition, wording.Index(books.catalogue.every()))
            return self._made[1]
