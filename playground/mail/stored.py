"""A mail as it lies in a mailbox of the house."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass(frozen=True, slots=True)
class Stored:
    r"""One mail: its UID, its bytes, its flags and keywords (`\Seen`, `$Handled`), and when it came."""

    uid: int
    raw: bytes
    flags: frozenset[str]
    received_at: datetime

    @property
    def message(self) -> EmailMessage:
        """The mail, parsed by the standard library."""
        return message_from_bytes(self.raw, policy=policy.default)

    @property
    def subject(self) -> str:
        """The subject, or an empty string."""
        return str(self.message.get("Subject", ""))
