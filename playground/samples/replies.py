"""Answers to a letter of ours as mail programs send them, and the answers that no person wrote."""

import html
import random
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum

from playground.samples import mails, world


class Client(StrEnum):
    """Whose habits the reply shows."""

    GMAIL = "gmail"
    OUTLOOK = "outlook"
    APPLE = "apple"
    TOP_POSTED = "top_posted"
    BOTTOM_QUOTED = "bottom_quoted"


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter that is answered, as a mail program shows it."""

    sender: str
    name: str
    reply_to: str
    to: str
    subject: str
    message_id: str
    references: str
    date: datetime
    text: str
    html: str


def opened(raw: bytes) -> Letter:
    """The raw letter, opened."""
    mail = message_from_bytes(raw, policy=SMTP)
    assert isinstance(mail, EmailMessage)
    sender = mail["From"].addresses[0]
    text = _content(mail, "plain")
    return Letter(
        sender=sender.addr_spec,
        name=sender.display_name or sender.addr_spec,
        reply_to=str((mail["Reply-To"] or mail["From"]).addresses[0].addr_spec),
        to=str(mail["To"]),
        subject=str(mail["Subject"] or ""),
        message_id=str(mail["Message-ID"] or "").strip(),
        references=" ".join(str(mail["References"] or "").split()),
        date=mail["Date"].datetime,
        text=text,
        html=_content(mail, "html") or f"<p>{'<br>'.join(html.escape(text).splitlines())}</p>",
    )


def reply(
    letter: bytes,
    words: str,
    client: Client = Client.GMAIL,
    *,
    sender: world.Contact,
    at: datetime,
    chance: random.Random,
    signature: str = "",
    threaded: bool = True,
) -> bytes:
    """The words as an answer to the letter, quoted as this client does.

    `threaded=False` loses In-Reply-To and References, as some gateways do; `signature` follows the words.
    """
    answered = opened(letter)
    mail = mails.begin(sender, _re(answered.subject), to=answered.reply_to, at=at, chance=chance)
    if threaded:
        _thread(mail, answered)
    said = words if not signature else f"{words}\n\n-- \n{signature}"
    mail.set_content(_text(client, said, answered))
    if client in _HTML:
        mail.add_alternative(_HTML[client](_paragraphs(said), answered), subtype="html")
    return mails.sealed(mail, chance)


def forged(letter: bytes, words: str, *, pretending: world.Contact, at: datetime, chance: random.Random) -> bytes:
    """An answer by a stranger who writes the buyer's address into From, and a verdict of his own into the headers."""
    answered = opened(letter)
    mail = mails.begin(pretending, _re(answered.subject), to=answered.reply_to, at=at, chance=chance)
    del mail["Message-ID"]
    mail["Message-ID"] = f"<{chance.getrandbits(80):020x}@cheap-relay.example>"
    claimed = pretending.email.partition("@")[2]
    mail["Authentication-Results"] = f"mx.cheap-relay.example; dmarc=pass header.from={claimed}"
    _thread(mail, answered)
    mail.set_content(_text(Client.TOP_POSTED, words, answered))
    return mails.sealed(mail, chance)


def out_of_office(letter: bytes, *, sender: world.Contact, at: datetime, chance: random.Random) -> bytes:
    """An automatic answer (RFC 3834) while the buyer is away."""
    answered = opened(letter)
    subject = f"Automatic reply: {answered.subject}"
    mail = mails.begin(sender, subject, to=answered.reply_to, at=at, chance=chance)
    _thread(mail, answered)
    mail["Auto-Submitted"] = "auto-replied"
    mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(
        "Thank you for your message. I am out of the office until Monday and will answer when I am back.\n"
        f"Anything that was approved before I left stays approved.\n\n{sender.name}\n"
    )
    return mails.sealed(mail, chance)


def bounce(letter: bytes, *, at: datetime, chance: random.Random) -> bytes:
    """A delivery report that nobody got the letter (RFC 3464 in RFC 6522), from the buyer's mail server."""
    answered = opened(letter)
    domain = answered.to.rpartition("@")[2].strip("> ")
    daemon = world.Contact("Mail Delivery System", f"MAILER-DAEMON@{domain}")
    mail = mails.begin(daemon, "Undelivered Mail Returned to Sender", to=answered.sender, at=at, chance=chance)
    mail["Auto-Submitted"] = "auto-replied"
    mail["Return-Path"] = "<>"
    mail["Content-Type"] = 'multipart/report; report-type="delivery-status"'
    told = EmailMessage(policy=SMTP)
    told.set_content(f"Your message could not be delivered to {answered.to}: the mailbox is unknown.\n")
    mail.attach(told)
    mail.attach(_status(answered.to, domain))
    original = EmailMessage(policy=SMTP)
    original.set_content(message_from_bytes(letter, policy=SMTP))
    mail.attach(original)
    return mails.sealed(mail, chance)


def _status(recipient: str, domain: str) -> EmailMessage:
    """The report for machines: a block for the server, a block for the recipient (RFC 3464, 2.1)."""
    whole, one = EmailMessage(policy=SMTP), EmailMessage(policy=SMTP)
    whole["Reporting-MTA"] = f"dns; mail.{domain}"
    one["Final-Recipient"] = f"rfc822; {recipient}"
    one["Action"] = "failed"
    one["Status"] = "5.1.1"
    one["Diagnostic-Code"] = "smtp; 550 5.1.1 mailbox unknown"
    report = EmailMessage(policy=SMTP)
    report["Content-Type"] = "message/delivery-status"
    report.set_payload([whole, one])
    return report


def _content(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    return str(part.get_content()).replace("\r\n", "\n") if part is not None else ""


def _re(subject: str) -> str:
    return subject if subject.lower().startswith("re:") else f"Re: {subject}"


def _thread(mail: EmailMessage, letter: Letter) -> None:
    """In-Reply-To and References (RFC 5322, 3.6.4)."""
    if letter.message_id:
        mail["In-Reply-To"] = letter.message_id
        mail["References"] = f"{letter.references} {letter.message_id}".strip()


def _text(client: Client, words: str, letter: Letter) -> str:
    quoted = "\n".join(f"> {line}".rstrip() for line in letter.text.splitlines())
    match client:
        case Client.GMAIL:
            when = f"{letter.date:%a, %-d %b %Y at %H:%M}"
            return f"{words}\n\nOn {when}, {letter.name} <{letter.sender}>\nwrote:\n\n{quoted}\n"
        case Client.APPLE:
            when = f"{letter.date:%-d %b %Y, at %H:%M}"
            return f"{words}\n\n> On {when}, {letter.name} <{letter.sender}> wrote:\n> \n{quoted}\n"
        case Client.OUTLOOK:
            return f"{words}\n\n{_outlook_head(letter)}\n\n{letter.text}"
        case Client.TOP_POSTED:
            return f"{words}\n\n-----Original Message-----\n{_outlook_head(letter)}\n\n{quoted}\n"
        case Client.BOTTOM_QUOTED:
            return f"On {letter.date:%Y-%m-%d %H:%M}, {letter.name} wrote:\n{quoted}\n\n{words}\n"


def _outlook_head(letter: Letter) -> str:
    sent = f"{letter.date:%A, %B %-d, %Y %-I:%M %p}"
    return f"From: {letter.name} <{letter.sender}>\nSent: {sent}\nTo: {letter.to}\nSubject: {letter.subject}"


def _paragraphs(words: str) -> list[str]:
    return [html.escape(line, quote=False) or "&nbsp;" for line in words.splitlines()]


def _gmail(words: list[str], letter: Letter) -> str:
    when = f"{letter.date:%a, %-d %b %Y at %H:%M}"
    who = f'{html.escape(letter.name)} &lt;<a href="mailto:{letter.sender}">{letter.sender}</a>&gt;'
    said = "".join(f"<div>{line}</div>" for line in words)
    return (
        f'<div dir="ltr">{said}</div><br><div class="gmail_quote gmail_quote_container">'
        f'<div dir="ltr" class="gmail_attr">On {when}, {who} wrote:<br></div>'
        '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
        f'rgb(204,204,204);padding-left:1ex">{letter.html}</blockquote></div>'
    )


def _outlook(words: list[str], letter: Letter) -> str:
    said = "".join(f'<p class="MsoNormal">{line}</p>' for line in words)
    head = "<br>".join(
        f"<b>{label}:</b>{html.escape(value)}"
        for label, _, value in (line.partition(":") for line in _outlook_head(letter).splitlines())
    )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="EN-GB">'
        f'<div class="WordSection1">{said}<p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
        f'<p class="MsoNormal">{head}</p></div></div>{letter.html}</div></body></html>'
    )


def _apple(words: list[str], letter: Letter) -> str:
    when = f"{letter.date:%-d %b %Y, at %H:%M}"
    who = f"{html.escape(letter.name)} &lt;{letter.sender}&gt;"
    said = "<br>".join(words)
    return (
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>'
        f'<body style="overflow-wrap: break-word;">{said}<br><div><br><blockquote type="cite">'
        f"<div>On {when}, {who} wrote:</div><br><div>{letter.html}</div></blockquote></div></body></html>"
    )


_HTML = {Client.GMAIL: _gmail, Client.OUTLOOK: _outlook, Client.APPLE: _apple}
