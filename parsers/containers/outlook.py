"""A mail that Outlook saved (.msg, MS-OXMSG) as the mail that it was: header, words, files, mails within."""

import io
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from typing import Any

import olefile
from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.domain import constants
from oxmsg.properties import Properties
from oxmsg.recipient import Recipient
from oxmsg.storage import Storage

from parsers import errors, headers
from parsers.containers.held import Budget, File

KINDS = frozenset({"application/vnd.ms-outlook"})

_HEAD_WITHIN = 24  # bytes before the properties of a message within another (2.4.1.2); 32 in the outermost
_WITHIN = "__substg1.0_3701000D"
_SHARED = 3  # times: streams that share sectors can add up to far more than the file
_DEEPEST = 5
# What a reader asks of a header; the rest (Received and so on) was true of another journey.
_KEPT = ("Message-ID", "In-Reply-To", "References", "Subject", "From", "To", "Cc", "Date", "Auto-Submitted")
_BREAKS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def files(data: bytes, name: str, budget: Budget) -> Iterator[File]:
    """The one mail that it is, in the form in which mail travels (RFC 5322)."""
    budget.spend(name, len(data), len(data))
    try:
        top = _storage(data, name)
        mail = _mail(top, Message(top).properties, depth=0).as_bytes()
    except (errors.UnreadableError, MemoryError):
        raise
    except Exception as broken:  # a file of Outlook's can be wrong in as many ways as its reader has lines
        raise errors.UnreadableError(
            f"{name} is a damaged Outlook file. Ask the sender to send the mail itself, or the order as a PDF."
        ) from broken
    yield File(name.rpartition("/")[2], mail)


def _storage(data: bytes, name: str) -> Storage:
    with olefile.OleFileIO(io.BytesIO(data)) as held:
        if sum(entry.size for entry in held.direntries if entry is not None) > _SHARED * len(data):
            raise errors.UnreadableError(f"{name} unpacks to far more than any order needs. A person must look.")
        return Storage.from_ole(held)


def _mail(held: Storage, told: Properties, *, depth: int) -> EmailMessage:
    mail = EmailMessage(policy=SMTP.clone(utf8=True))
    for field, value in _header(held, told).items():
        if value:
            mail[field] = _BREAKS.sub(" ", value)
    html, plain = _html(told), told.str_prop_value(constants.PID_BODY) or ""
    mail.set_content(plain.replace("\r\n", "\n"), cte="base64")
    if html:
        mail.add_alternative(html, subtype="html", cte="base64")
    for came in held.iter_attachment_storages():
        _attach(mail, came, depth=depth)
    return mail


def _header(held: Storage, told: Properties) -> dict[str, str]:
    """As it travelled; where Outlook kept no header (a mail never sent), as its properties say."""
    text = told.str_prop_value(constants.PID_TRANSPORT_MESSAGE_HEADERS) or ""
    travelled = headers.fields(text.encode("utf-8", "replace"))
    found = {field: headers.words(next(iter(travelled.get(field.lower(), ())), "")) for field in _KEPT}
    return {
        **found,
        "Subject": found["Subject"] or told.str_prop_value(constants.PID_SUBJECT) or "",
        "From": found["From"] or _sender(told),
        "To": found["To"] or ", ".join(_recipients(held)),
        "Date": found["Date"] or _sent(told),
    }


def _sender(told: Properties) -> str:
    name = told.str_prop_value(constants.PID_SENDER_NAME) or ""
    for place in (constants.PID_SENDER_SMTP_ADDRESS, constants.PID_SENDER_EMAIL_ADDRESS):
        address = told.str_prop_value(place) or ""
        if "@" in address:  # inside a house Outlook keeps its own kind of address
            return formataddr((name, address))
    return name


def _recipients(held: Storage) -> Iterator[str]:
    for one in held.iter_recipient_storages():
        who = Recipient(one)
        if "@" in who.email_address:
            yield formataddr((who.name, who.email_address))


def _sent(told: Properties) -> str:
    at = told.date_prop_value(constants.PID_CLIENT_SUBMIT_TIME)
    return format_datetime(at) if at else ""


def _html(told: Properties) -> str:
    raw = told.binary_prop_value(constants.PID_HTML)
    if raw:
        return raw.decode(told.body_encoding, "replace")
    return told.str_prop_value(constants.PID_BODY_HTML) or ""


def _attach(mail: EmailMessage, came: Storage, *, depth: int) -> None:
    inner = next((one for one in came.storages if one.name == _WITHIN), None)
    if inner is not None and any(one.name == "__properties_version1.0" for one in inner.streams):
        if depth < _DEEPEST:
            mail.add_attachment(_mail(inner, Properties(inner, _HEAD_WITHIN), depth=depth + 1))
        return
    file = Attachment(came)
    name = _clean(file.file_name or file.properties.str_prop_value(constants.PID_ATTACH_FILENAME))
    is_inline = bool(file.properties.str_prop_value(constants.PID_ATTACH_CONTENT_ID))
    mail.add_attachment(
        file.file_bytes or b"",
        maintype="application",
        subtype="octet-stream",
        filename=name,
        disposition="inline" if is_inline else "attachment",
    )


def _clean(name: Any) -> str:
    return _BREAKS.sub(" ", str(name or "")).strip() or "file"
