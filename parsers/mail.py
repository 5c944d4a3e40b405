"""A mail as the desk knows it: raw bytes in, who, when, what was written and every file out."""

import html as markup_escape
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from parsers import addresses, charset, errors, flowed, headers, magic, markup, mime
from parsers.containers import signed

Address = addresses.Address

MOST_LETTERS = 1_000_000
MOST_MAILS_DEEP = 6
NOBODY = Address("", "")

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
_ENDINGS = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "text/calendar": ".ics",
    "message/rfc822": ".eml",
    "application/xml": ".xml",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "application/zip": ".zip",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A file that came along: safe name, media type by content, bytes, and its place ("2", "3/1.2": in mail 3).

    `declared` is the media type that the sender claimed; `inline` says that the letter shows it (a logo).
    """

    name: str
    media_type: str
    data: bytes
    path: str
    declared: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """One message. Ids keep their angle brackets; `sender` is the first From (without address: NOBODY-like).

    `text` is the plain body, or the words of the HTML where `has_plain` is False. `headers` goes from the name
    in lower case to the raw values, topmost first. `return_path` is "" for a null one and None where none is
    told. `troubles` are sentences about what could not be opened.
    """

    message_id: str | None
    in_reply_to: str | None
    references: tuple[str, ...]
    subject: str
    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    delivered_to: tuple[Address, ...]
    return_path: str | None
    date: datetime | None
    text: str
    html: str | None
    parts: tuple[Part, ...]
    headers: headers.Fields
    media_type: str = "text/plain"
    has_plain: bool = True
    troubles: tuple[str, ...] = ()

    def first(self, name: str) -> str:
        """The topmost value of a header field, unfolded; empty where there is none."""
        values = self.headers.get(name.lower())
        return values[0] if values else ""


@dataclass(slots=True)
class _Body:
    """The written pieces in order, each as (plain, HTML), and the files."""

    pieces: list[tuple[str | None, str | None]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def read(raw: bytes) -> Mail:
    """Read a message. Never raises, whatever the bytes; the time is bounded by their number."""
    budget = mime.Budget()
    # A line "From ana@… Mon Jan …" above the header is a mailbox file's, not the message's.
    if raw.startswith((b"From ", b">From ")):
        raw = raw.partition(b"\n")[2]
    top = mime.open_up(raw, budget)
    body = _Body()
    _sort(top, body, budget, prefix="", is_body=True, mails_deep=0)
    text, html = _written(body.pieces)
    has_plain = all(plain is not None for plain, _ in body.pieces)
    return replace(_mail(top, text, html, tuple(body.parts), tuple(budget.troubles)), has_plain=has_plain)


def _mail(top: mime.Node, text: str, html: str | None, parts: tuple[Part, ...], troubles: tuple[str, ...]) -> Mail:
    found = top.fields
    people = {name: addresses.read(found.get(name, ())) for name in ("from", "reply-to", "to", "cc")}
    answered = headers.ids(found.get("in-reply-to", ()))
    own = headers.ids(found.get("message-id", ()))
    return Mail(
        message_id=own[0] if own else None,
        in_reply_to=answered[0] if answered else None,
        references=headers.ids(found.get("references", ())),
        subject=headers.words(next(iter(found.get("subject", ())), ""))[:2_000],
        sender=people["from"][0] if people["from"] else NOBODY,
        reply_to=people["reply-to"],
        to=people["to"],
        cc=people["cc"],
        delivered_to=_delivered_to(found),
        return_path=_return_path(found),
        date=headers.moment(found.get("date", ())),
        text=text,
        html=html,
        parts=parts,
        headers=found,
        media_type=top.kind,
        troubles=troubles,
    )


def _delivered_to(found: headers.Fields) -> tuple[Address, ...]:
    names = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to")
    return tuple(dict.fromkeys(who for name in names for who in addresses.read(found.get(name, ()))))


def _return_path(found: headers.Fields) -> str | None:
    for value in found.get("return-path", ()):
        if value.replace(" ", "") == "<>":
            return ""
        who = addresses.read((value,))
        return who[0].email if who else None
    return None


def _sort(node: mime.Node, body: _Body, budget: mime.Budget, *, prefix: str, is_body: bool, mails_deep: int) -> None:
    """Tell what was written from what came along, part by part."""
    if not node.children:
        _sort_leaf(node, body, budget, prefix=prefix, is_body=is_body, mails_deep=mails_deep)
        return
    if node.kind == "multipart/alternative" and is_body:
        _sort_alternatives(node, body, budget, prefix=prefix, mails_deep=mails_deep)
        return
    # RFC 1847, 6522 and 2387: a signed mail, a report and a page with its pictures speak in their first part.
    only_first = node.kind in ("multipart/signed", "multipart/report", "multipart/related")
    for place, child in enumerate(node.children):
        speaks = is_body and (place == 0 or not only_first)
        _sort(child, body, budget, prefix=prefix, is_body=speaks, mails_deep=mails_deep)


def _sort_alternatives(node: mime.Node, body: _Body, budget: mime.Budget, *, prefix: str, mails_deep: int) -> None:
    """The same words in several forms are one piece (RFC 2046, 5.1.4)."""
    inner = _Body()
    for child in node.children:
        _sort(child, inner, budget, prefix=prefix, is_body=True, mails_deep=mails_deep)
    plain = [plain for plain, _ in inner.pieces if plain is not None]
    rich = [rich for _, rich in inner.pieces if rich is not None]
    body.parts += inner.parts
    if plain or rich:
        body.pieces.append(("\n".join(plain) if plain else None, "\n".join(rich) if rich else None))


def _sort_leaf(
    node: mime.Node, body: _Body, budget: mime.Budget, *, prefix: str, is_body: bool, mails_deep: int
) -> None:
    data = node.data
    kind = magic.media_type(data, node.kind)
    if (
        is_body
        and kind in signed.KINDS
        and _sort_signed(node, data, body, budget, prefix=prefix, mails_deep=mails_deep)
    ):
        return
    if is_body and _is_written(node, kind):
        text = charset.decode(data, node.parameters.get("charset"))[:MOST_LETTERS]
        body.pieces.append(_piece(text.replace("\r\n", "\n").replace("\0", ""), node))
        return
    if not data.strip() and not node.name:
        return
    path = f"{prefix}{node.path or '1'}"
    inline = node.disposition == "inline" or bool(node.fields.get("content-id"))
    name = _safe(node.name) or f"part-{path.replace('/', '-')}{_ENDINGS.get(kind, '')}"
    body.parts.append(Part(name, kind, data, path, node.kind, inline))
    if kind == "message/rfc822" or node.kind in ("message/rfc822", "message/global"):
        _open_mail(data, body, budget, path=path, mails_deep=mails_deep)


def _sort_signed(
    node: mime.Node, data: bytes, body: _Body, budget: mime.Budget, *, prefix: str, mails_deep: int
) -> bool:
    """A letter that is signed as a whole (RFC 8551, 3.5.2) is what was signed; no file of that name is one."""
    if node.kind not in signed.KINDS or mails_deep >= MOST_MAILS_DEEP:
        return False
    try:
        inner = signed.content(data, node.name or "The letter")
    except errors.UnreadableError as closed:
        budget.tell(str(closed))
        return False
    if not inner or not budget.spend(len(inner)):
        return False
    top = mime.open_up(inner, budget, path=node.path)
    _sort(top, body, budget, prefix=prefix, is_body=True, mails_deep=mails_deep + 1)
    return True


def _open_mail(data: bytes, body: _Body, budget: mime.Budget, *, path: str, mails_deep: int) -> None:
    """A mail within a mail: each of its parts, its words too, is a part of ours."""
    if mails_deep >= MOST_MAILS_DEEP:
        budget.tell(f"Mails lie in mails more than {MOST_MAILS_DEEP} deep; the inner ones stay closed.")
        return
    if not budget.spend(len(data)):
        return
    inner = mime.open_up(data, budget)
    _sort(inner, body, budget, prefix=f"{path}/", is_body=False, mails_deep=mails_deep + 1)


def _is_written(node: mime.Node, kind: str) -> bool:
    """Words of the letter itself: text that is no attachment and carries no file name."""
    if node.disposition == "attachment" or (node.name and node.disposition != "inline"):
        return False
    if node.kind not in ("text/plain", "text/html", "text/enriched", "application/xhtml+xml"):
        return False
    return kind.startswith("text/") or kind in ("application/x-empty", "application/xml", "message/rfc822")


def _piece(text: str, node: mime.Node) -> tuple[str | None, str | None]:
    if node.kind in ("text/html", "application/xhtml+xml"):
        return None, text
    if node.parameters.get("format", "").lower() == "flowed":
        text = flowed.unwrap(text, without_space=node.parameters.get("delsp", "").lower() == "yes")
    return text, None


def _written(pieces: list[tuple[str | None, str | None]]) -> tuple[str, str | None]:
    """One text and one HTML of all pieces; a piece that lacks one form is put into it."""
    text = "\n".join(markup.text(rich or "") if plain is None else plain for plain, rich in pieces)
    if not any(rich is not None for _, rich in pieces):
        return text[:MOST_LETTERS], None
    html = "\n".join(_as_html(plain or "") if rich is None else rich for plain, rich in pieces)
    return text[:MOST_LETTERS], html[:MOST_LETTERS]


def _as_html(plain: str) -> str:
    return "<div>" + markup_escape.escape(plain).replace("\n", "<br>\n") + "</div>"


def _safe(name: str) -> str:
    """A name without folders, control or direction signs; 120 letters, the ending kept."""
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    clean = " ".join(_UNSAFE.sub("", base).split()).strip(". ")
    if len(clean) <= 120:  # noqa: PLR2004 - a length that every file system takes, in bytes too for most names
        return clean
    stem, dot, ending = clean.rpartition(".")
    return clean[:120] if len(ending) > 10 or not dot else stem[: 119 - len(ending)] + dot + ending  # noqa: PLR2004


def mails_within(mail: Mail) -> Iterator[Part]:
    """Every message that came along as a file (forwarded as an attachment, or returned by a mail server)."""
    return (part for part in mail.parts if part.media_type == "message/rfc822" or part.declared == "message/rfc822")
