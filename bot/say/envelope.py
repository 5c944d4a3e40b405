"""The mail around a letter: who, when, in which thread, and how it is known again as ours."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import errors as mail_errors
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from typing import ClassVar, Literal

from bot.say import plain
from desk import errors, policy

ORDER = "X-Countersign-Order"
LETTER = "X-Countersign-Letter"

# RFC 5321, 4.5.3.1.1: a local part has at most 64 octets. RFC 5322, 2.1.1: a line has at most 998.
_LONGEST_LOCAL = 64
_LONGEST_ID = 900
_MOST_IDS = 20
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]+>")
_UNIQUE = re.compile(r"[A-Za-z0-9]{8,64}")


class BadAddressError(errors.DeskError):
    """A letter cannot go to this address."""

    def __init__(self, address: str) -> None:
        shown = plain.one_line(address, 100)
        super().__init__(f"{shown!r} is no mail address that we can write to; expected one such as ana@example.com.")
        self.address = address


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes one posting of a letter its own: an aware time, and a part of its Message-ID that no other has.

    `unique` is 8 to 64 letters and digits; the same stamp on the same letter gives the same bytes.
    """

    at: datetime
    unique: str

    def __post_init__(self) -> None:
        if not _UNIQUE.fullmatch(self.unique):
            raise ValueError(f"{self.unique!r} is no unique part; give 8 to 64 letters and digits.")
        if self.at.tzinfo is None:
            raise ValueError("A letter's time must be aware.")


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose letters these are; `secret` signs their threads; `plus`: the mailbox takes plus-addresses (RFC 5233)."""

    seller: policy.Seller
    secret: bytes
    plus: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says, in its three forms."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it goes out: RFC 5322 bytes with CRLF; `message_id` with its angle brackets."""

    kind: str
    to: str
    subject: str
    raw: bytes
    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Everything around the words. `token` signs the thread, "" where there is no order yet.

    `thread` holds the ids of the mails before this one, oldest first. `answers` is true where a program's mail could
    have caused this letter (RFC 3834: auto-replied), else it goes out of our own accord.
    """

    kind: str
    to: str
    sender: Sender
    stamp: Stamp
    token: str = ""
    order: str = ""
    thread: Sequence[str] = ()
    answers: bool = False


def sealed(envelope: Envelope, words: Words) -> Letter:
    """The letter in its envelope. Raises BadAddressError for an address that nobody can write to."""
    mail = EmailMessage(policy=_POLICY)
    to = address(envelope.to)
    ours = address(envelope.sender.seller.mailbox, plain.one_line(envelope.sender.seller.name, 120))
    subject = plain.one_line(words.subject, 250)
    message_id = f"<{envelope.token or envelope.kind.replace('_', '-')}.{envelope.stamp.unique}@{ours.domain}>"
    mail["Date"] = envelope.stamp.at
    mail["From"] = ours
    mail["To"] = to
    mail["Reply-To"] = _reply_to(ours, envelope)
    mail["Subject"] = subject
    mail["Message-ID"] = message_id
    for name, value in _headers(envelope).items():
        mail[name] = value
    _fill(mail, words, message_id)
    return Letter(envelope.kind, to.addr_spec, subject, mail.as_bytes(), message_id)


def ids(text: str) -> tuple[str, ...]:
    """The message ids in a References, In-Reply-To or Message-ID header, in their order, each once."""
    return tuple(dict.fromkeys(one for one in _ID.findall(text) if len(one) <= _LONGEST_ID))


def address(spec: str, name: str = "") -> Address:
    """A mailbox that SMTP can carry without extensions; a domain in other letters is put in ASCII (RFC 5890)."""
    local, _, domain = spec.strip().rpartition("@")
    try:
        known = Address(name, addr_spec=f"{local}@{domain.encode('idna').decode()}")
    except (ValueError, IndexError, mail_errors.MessageError) as broken:
        raise BadAddressError(spec) from broken
    if not known.username or not known.domain or not known.addr_spec.isascii():
        raise BadAddressError(spec)
    return known


class _Ids(UnstructuredHeader, BaseHeader):
    """Message ids, folded between them. The library takes a long id for prose and encodes it (RFC 2047), after
    which no mail program finds the thread again.
    """

    max_count: ClassVar[Literal[1]] = 1

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {(policy.linesep + ' ').join(str(self).split())}{policy.linesep}"


_HEADERS = HeaderRegistry()
for _name in ("message-id", "in-reply-to", "references"):
    _HEADERS.map_to_type(_name, _Ids)
_POLICY = SMTP.clone(header_factory=_HEADERS)


def _headers(envelope: Envelope) -> dict[str, str]:
    headers = {}
    if envelope.thread:
        headers["In-Reply-To"] = envelope.thread[-1]
        headers["References"] = " ".join(_capped(envelope.thread))
    # RFC 3834, 5: so that no polite program answers us, and none of ours answers itself. Exchange heeds only its own
    # header; "All" would silence the bounces as well, and those we must hear.
    headers["Auto-Submitted"] = "auto-replied" if envelope.answers else "auto-generated"
    headers["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    headers[LETTER] = envelope.kind
    if envelope.order:
        headers[ORDER] = plain.one_line(envelope.order, 60)
    headers["Content-Language"] = "en"
    return headers


def _capped(thread: Sequence[str]) -> list[str]:
    # RFC 5537, 3.4.4: where References must be cut, the first and the last ones stay.
    return list(thread) if len(thread) <= _MOST_IDS else [thread[0], *thread[1 - _MOST_IDS :]]


def _reply_to(ours: Address, envelope: Envelope) -> Address:
    tagged = f"{ours.username}+{envelope.token}"
    if envelope.sender.plus and envelope.token and len(tagged) <= _LONGEST_LOCAL:
        return Address(ours.display_name, tagged, ours.domain)
    return ours


def _fill(mail: EmailMessage, words: Words, message_id: str) -> None:
    mail.set_content(words.text)
    mail.add_alternative(words.html, subtype="html")
    # Neither quoted-printable nor base64 can hold "=_"; made from the id, the boundary is the same each time.
    mail.set_boundary(f"=_{hashlib.sha256(message_id.encode()).hexdigest()[:32]}")
