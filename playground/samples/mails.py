"""Real mails (RFC 5322) from the invented buyers: new orders, vague wishes, strays."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from playground.samples import papers, truths, world

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
PDF = "application/pdf"


def begin(sender: world.Contact, subject: str, *, to: str, at: datetime, chance: random.Random) -> EmailMessage:
    """The headers of a new mail; its Message-ID comes from `chance`."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(sender.name, addr_spec=sender.email)
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{chance.getrandbits(80):020x}@{sender.email.partition('@')[2]}>"
    return mail


def sealed(mail: EmailMessage, chance: random.Random) -> bytes:
    """The mail as it goes over the wire; its boundaries come from `chance` too."""
    if mail["MIME-Version"] is None:
        mail["MIME-Version"] = "1.0"
    for part in mail.walk():
        if part.is_multipart() and part.get_content_maintype() == "multipart" and part.get_boundary() is None:
            part.set_boundary(f"=_{chance.getrandbits(64):016x}")
    return bytes(mail)


def attach(mail: EmailMessage, content: bytes, name: str, kind: str = PDF) -> None:
    """Put a file into a mail; `kind` is its media type."""
    main, _, sub = kind.partition("/")
    mail.add_attachment(content, maintype=main, subtype=sub, filename=name)


def order_attached(
    truth: truths.Truth,
    files: Sequence[tuple[str, bytes]],
    *,
    to: str = world.SELLER.email,
    at: datetime = NOON,
    chance: random.Random,
) -> bytes:
    """A new order: a short cover letter with files, (name, content), that hold it."""
    mail = begin(truth.contact, f"Purchase order {truth.po_number}", to=to, at=at, chance=chance)
    mail.set_content(
        f"Hello,\n\nplease find our order {truth.po_number} attached.\n\n"
        f"Kind regards\n{truth.contact.name}\n{truth.buyer.name}\n"
    )
    for name, content in files:
        attach(mail, content, name)
    return sealed(mail, chance)


def order_pdf(
    truth: truths.Truth,
    pdf: bytes | None = None,
    *,
    to: str = world.SELLER.email,
    at: datetime = NOON,
    chance: random.Random,
) -> bytes:
    """A new order with its PDF, the usual layout where none is given."""
    name = f"PO-{truth.po_number}.pdf"
    return order_attached(truth, [(name, pdf or papers.draw_pdf(truth))], to=to, at=at, chance=chance)


def order_in_body(
    truth: truths.Truth,
    words: str,
    html: str | None = None,
    *,
    subject: str | None = None,
    to: str = world.SELLER.email,
    at: datetime = NOON,
    chance: random.Random,
) -> bytes:
    """A new order in the mail itself: a text, and HTML beside it where given."""
    subject = subject if subject is not None else f"Order {truth.po_number}"
    mail = begin(truth.contact, subject, to=to, at=at, chance=chance)
    mail.set_content(words)
    if html is not None:
        mail.add_alternative(html, subtype="html")
    return sealed(mail, chance)


def vague(
    buyer: world.Buyer,
    words: str = "we will take 300 of the gold hoops",
    *,
    to: str = world.SELLER.email,
    at: datetime = NOON,
    chance: random.Random,
) -> bytes:
    """A wish in a sentence: no number, no price, no table."""
    contact = buyer.contacts[0]
    mail = begin(contact, "for the Christmas window", to=to, at=at, chance=chance)
    mail.set_content(f"Hi,\n\n{words}, please. Same address as last time.\n\nThanks\n{contact.first_name}\n")
    return sealed(mail, chance)


def newsletter(*, to: str = world.SELLER.email, at: datetime = NOON, chance: random.Random) -> bytes:
    """Somebody's advertising to a list (RFC 2369)."""
    sender = world.Contact("Fernhollow Craft Fairs", "news@fernhollow.example")
    mail = begin(sender, "Autumn news: 140 stalls and free parking", to=to, at=at, chance=chance)
    mail["List-Unsubscribe"] = "<https://fernhollow.example/leave>"
    mail["Precedence"] = "bulk"
    mail.set_content("Our winter fair opens on 28 November. Stands from 95.00 a day; book 2 and save 10 %.\n")
    return sealed(mail, chance)


def received(raw: bytes, *, server: str, verdict: str = "pass", at: datetime = NOON) -> bytes:
    """The mail as our own server keeps it: with its Received and Authentication-Results (RFC 8601) on top.

    `verdict` is what SPF, DKIM and DMARC came to for the domain of From: "pass", "fail" or "none".
    """
    sent_by = _domain(raw)
    stamp = (
        f"Authentication-Results: {server};\r\n spf={verdict} smtp.mailfrom={sent_by};\r\n"
        f" dkim={verdict} header.d={sent_by};\r\n dmarc={verdict} header.from={sent_by}\r\n"
        f"Received: from mail.{sent_by} (mail.{sent_by} [192.0.2.25]) by {server} with ESMTPS;\r\n"
        f" {format_datetime(at)}\r\n"
    )
    return stamp.encode("ascii") + raw


def _domain(raw: bytes) -> str:
    sender = message_from_bytes(raw, policy=SMTP)["From"]
    return str(sender.addresses[0].domain)
