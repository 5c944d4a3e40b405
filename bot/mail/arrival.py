"""What the listener hands over, what it needs remembered, and what it has to tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail as it lay in the mailbox; `size` in bytes as the server counts them, `received_at` aware.

    `raw` is the whole mail, unless `parked` says why it is the header alone: then a person must look at the mail
    in the mailbox, where it stays untouched.
    """

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    size: int
    received_at: datetime
    raw: bytes
    parked: str | None = None


class Books(Protocol):
    """What must be remembered about mailboxes, beyond this process and this machine."""

    def keep(self, arrival: Arrival) -> bool:
        """Keep it and put it to work, for good, before the answer; False where it was kept before.

        The same mail may come again under another UID: its digest and Message-ID decide.
        """

    def mark(self, mailbox: str, folder: str) -> tuple[int, int] | None:
        """UIDVALIDITY and the UID up to which everything is done; None for a folder never read."""

    def set_mark(self, mailbox: str, folder: str, uidvalidity: int, uid: int) -> None:
        """Remember the mark."""

    def known(self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> set[int]:
        """Which of these UIDs (at most a few hundred) were kept already."""

    def lease(self, name: str, owner: str, now: datetime, ttl: timedelta) -> bool:
        """Take or renew the lease until `now + ttl`; False while another owner has it."""

    def release(self, name: str, owner: str) -> None:
        """Give the lease back, if it is this owner's."""


class What(StrEnum):
    """What can happen at a mailbox."""

    CONNECTED = "connected"
    KEPT = "kept"
    SEEN_BEFORE = "seen before"
    PARKED = "parked"
    STUCK = "stuck"
    UNMARKED = "unmarked"
    RENUMBERED = "renumbered"
    DEAF = "deaf"
    LOST = "lost"
    REFUSED = "refused"
    WAITING = "waiting"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, told in a sentence, with the figures a log would want."""

    what: What
    text: str
    facts: Mapping[str, object] = field(default_factory=dict)
