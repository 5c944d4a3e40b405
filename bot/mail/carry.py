"""Carry a letter: hand it in, keep a copy in Sent, and never send again what is there already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from enum import StrEnum

from bot import wires
from bot.mail import door, imap, smtp


class Copies(StrEnum):
    """Who puts a copy of each letter into the Sent folder. Gmail and Microsoft 365 do so themselves."""

    OURS = "ours"
    THE_SERVERS = "the servers"
    NOBODYS = "nobodys"


@dataclass(frozen=True, slots=True)
class Carried:
    """The letter is on its way; `found` says that it was so before this attempt.

    `refused` are recipients that the server would not take; `uncopied` is why the copy in Sent is missing.
    """

    refused: dict[str, smtp.Refusal] = field(default_factory=dict)
    found: bool = False
    uncopied: str | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """The way out: where letters are handed in, and the mailbox whose Sent folder holds the copies."""

    outgoing: door.Server
    login: door.Login
    mailbox: door.Server | None
    copies: Copies = Copies.OURS
    sent: str | None = None
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    def carry(self, raw: bytes, *, sender: str, recipients: Sequence[str], maybe_sent: bool = False) -> Carried:
        """Send the letter once. `maybe_sent`: an attempt before this one ended with nobody knowing.

        Then Sent is asked first, by the letter's own Message-ID. A letter that is not there is sent again with the
        same bytes, so that the other side sees one letter even if both arrive. Raises what smtp.send raises.
        """
        name = message_id(raw)
        if maybe_sent and self.is_in_sent(name):
            return Carried(found=True)
        sent = smtp.send(raw, sender=sender, recipients=recipients, server=self.outgoing, login=self.login)
        return Carried(refused=sent.refused, uncopied=self._copy(raw))

    def is_in_sent(self, name: str) -> bool:
        """Does the Sent folder hold a letter with this Message-ID?"""
        if self.mailbox is None or self.copies is Copies.NOBODYS:
            return False
        with imap.Mailbox(self.mailbox, self.login, sent=self.sent) as box:
            return box.find_sent(name)

    def _copy(self, raw: bytes) -> str | None:
        """Put the copy there; why not, where that fails: the letter is gone out all the same."""
        if self.mailbox is None or self.copies is not Copies.OURS:
            return None
        try:
            with imap.Mailbox(self.mailbox, self.login, sent=self.sent) as box:
                box.append_sent(raw, at=self.clock())
        except (wires.TryLaterError, wires.NeverAgainError) as failed:
            return str(failed)
        return None


def message_id(raw: bytes) -> str:
    """The letter's own Message-ID with its angle brackets; wires.NeverAgainError where it has none."""
    head = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n"
    found = message_from_bytes(head, policy=policy.compat32).get("Message-ID")
    if not found or not str(found).strip():
        raise wires.NeverAgainError("A letter without a Message-ID cannot be looked for, and is not sent.")
    return str(found).strip()
