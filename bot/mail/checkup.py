"""What a doctor asks a mailbox before the first order: can it be opened, and what is it able to do."""

import re
from collections import Counter
from dataclasses import dataclass
from email import message_from_bytes, policy

from bot.mail import door, imap

_LATEST = 30  # mails whose headers are looked at


@dataclass(frozen=True, slots=True)
class Findings:
    """An open mailbox: whether it pushes, keeps our keyword, where sent mail lies, how many mails it holds.

    `authserv_ids`: the names under which servers wrote the topmost Authentication-Results of the latest mails
    (RFC 8601), the most frequent first; ours is nearly always the first of them.
    """

    pushes: bool
    keeps_keywords: bool
    sent_folder: str
    uidnext: int
    authserv_ids: tuple[tuple[str, int], ...]


def mailbox(server: door.Server, login: door.Login, *, folder: str, sent: str | None = None) -> Findings:
    """Open the mailbox and look, changing nothing but a missing Sent folder; raises what imap.Mailbox raises."""
    with imap.Mailbox(server, login, sent=sent) as box:
        opened = box.select(folder)
        names = _authserv_ids(box, opened)
        return Findings(box.can_idle, opened.keeps_keywords, box.sent_folder(), opened.uidnext, names)


def authserv_id(header: bytes) -> str | None:
    """Who wrote the topmost Authentication-Results: the first word; where a verdict stands there, Microsoft 365 did."""
    value = message_from_bytes(header, policy=policy.compat32).get("Authentication-Results")
    if value is None:
        return None
    first = re.sub(r"\([^()]*\)", " ", str(value)).partition(";")[0].split()
    if not first:
        return None
    return "microsoft" if "=" in first[0] else first[0].strip('"').lower()


def _authserv_ids(box: imap.Mailbox, folder: imap.Folder) -> tuple[tuple[str, int], ...]:
    latest = list(box.arrived(max(folder.uidnext - 1 - 10 * _LATEST, 0)))[-_LATEST:]
    headers = (box.fetch_header(mail.uid) for mail in latest)
    return tuple(Counter(name for header in headers if header and (name := authserv_id(header))).most_common())
