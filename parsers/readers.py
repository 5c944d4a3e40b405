"""Who is asked about a mail, in what order: it is looked at, then its documents are read, or its answer heard."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk import reading
from parsers import bounce, document, magic, mail, reply, sender, triage
from parsers.mail import Address, Mail, Part

# A file of one of these kinds may be an order; pictures, calendars and cards of a signature are not asked.
MAY_BE_ORDER = (
    "application/pdf",
    "application/vnd",
    "application/msword",
    "application/xml",
    "application/edi",
    "application/octet-stream",
    "application/x-empty",
    "application/zip",
    "text/csv",
    "text/html",
    "text/plain",
    "text/xml",
    "image/tiff",
    "image/jpeg",
    "image/png",
)
MOST_EXCERPT = 500

Belief = sender.Belief


@dataclass(frozen=True, slots=True)
class Look:
    """What the desk needs to know of a mail before it reads on.

    `places` are all the strings in which a thread's token may stand: addresses it went to, then the ids it answers.
    """

    sorted: triage.Sorted
    sender: Address
    subject: str
    message_id: str
    addressed: tuple[str, ...]
    answers: tuple[str, ...]
    belief: Belief
    bounce: bounce.Bounce | None
    excerpt: str
    troubles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file that came with a mail: safe name, media type by content, bytes."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """What the documents of a mail say, and the files worth keeping within reach."""

    reading: reading.Reading
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """The new words of a reply, what they mean, what decided it, and files that came along and may matter."""

    text: str
    intent: reading.Intent
    why: str
    files: tuple[File, ...]


def look(raw: bytes, *, authserv_id: str, own_addresses: Sequence[str], own_marks: Sequence[str] = ()) -> Look:
    """Who writes, what kind of mail it is, and what it answers. Never raises for what stands in the mail."""
    seen = mail.read(raw)
    return Look(
        sorted=triage.sort(seen, own_addresses=own_addresses, own_marks=own_marks),
        sender=seen.sender,
        subject=seen.subject,
        message_id=seen.message_id or "",
        addressed=tuple(dict.fromkeys(who.email for who in (*seen.to, *seen.cc, *seen.delivered_to))),
        answers=tuple(dict.fromkeys((*filter(None, (seen.in_reply_to,)), *reversed(seen.references)))),
        belief=sender.believe(seen, authserv_id=authserv_id),
        bounce=bounce.bounced(seen),
        excerpt=" ".join(seen.text.split())[:MOST_EXCERPT],
        troubles=seen.troubles,
    )


def documents(raw: bytes, *, ours: tuple[str, ...] = ()) -> Found:
    """The orders in a mail: those of its files, or, where no file holds one, that of its words."""
    seen = mail.read(raw)
    files = [part for part in seen.parts if _may_be_order(part)]
    read = [document.read(part.data, name=part.name, part=part.name, ours=ours) for part in files]
    kept = tuple(File(part.name, part.media_type, part.data) for part in files)
    return Found(_together(read, _words(seen, ours)), kept)


def listen(raw: bytes, *, letters: Sequence[bytes] = ()) -> Heard:
    """The new words of a reply, against the letters of ours in its thread (newest first), and what they mean."""
    seen = mail.read(raw)
    words = reply.new_words(seen, sent=[_letter(letter) for letter in letters])
    meant = reply.meaning(words)
    files = tuple(File(part.name, part.media_type, part.data) for part in seen.parts if _may_be_order(part))
    return Heard(words.text, meant.intent, meant.why, files)


def of_mail(raw: bytes, *, ours: tuple[str, ...] = (), letters: Sequence[bytes] = ()) -> reading.Reading:
    """A mail by itself, as `countersign read` tells it: without a store, a thread or a mail server's verdict."""
    seen = mail.read(raw)
    kind = triage.kind(seen)
    if kind in {reading.Kind.BOUNCE, reading.Kind.AUTO_REPLY}:
        return reading.Reading(kind)
    found = documents(raw, ours=ours).reading
    if found.orders and found.kind is not reading.Kind.OTHER:
        return found
    if kind is reading.Kind.REPLY:
        heard = listen(raw, letters=letters)
        return reading.Reading(kind, intent=heard.intent, text=heard.text)
    return found


def _letter(raw: bytes) -> reply.Letter:
    sent = mail.read(raw)
    return reply.Letter(sent.text, sent.html, sent.subject)


def of_file(data: bytes, *, name: str, ours: tuple[str, ...] = ()) -> tuple[reading.Reading, float]:
    """Any file by itself, told by its bytes: a mail, or one document; and the seconds that it took."""
    began = time.perf_counter()
    is_mail = magic.media_type(data, "application/octet-stream") == "message/rfc822"
    read = of_mail(data, ours=ours) if is_mail else document.read(data, name=name, ours=ours)
    return read, time.perf_counter() - began


def _may_be_order(part: Part) -> bool:
    if part.inline and part.media_type.startswith("image/"):
        return False
    return part.media_type.startswith(MAY_BE_ORDER) and "/" not in part.path


def _words(seen: Mail, ours: tuple[str, ...]) -> reading.Reading:
    """The letter's own words, its HTML first where that lays out a table."""
    if seen.html and "<table" in seen.html.lower():
        laid_out = document.read(seen.html.encode(), name="letter.html", part="letter", ours=ours)
        if laid_out.orders:
            return laid_out
    if not seen.text.strip():
        return reading.Reading(reading.Kind.OTHER)
    return document.read(seen.text.encode(), name="letter.txt", part="letter", ours=ours)


def _together(files: Sequence[reading.Reading], words: reading.Reading) -> reading.Reading:
    """One reading of a mail: the orders of its files; what could not be read is a doubt, never passed over."""
    with_orders = [one for one in files if one.orders and one.kind is reading.Kind.PURCHASE_ORDER]
    unreadable = tuple(reading.Doubt("file", one.error) for one in files if one.error)
    if not with_orders:
        return _without_order(files, words, unreadable)
    orders = _distinct([order for one in with_orders for order in one.orders])
    doubts = (*(doubt for one in with_orders for doubt in one.doubts), *unreadable, *_same_number(orders))
    return reading.Reading(
        kind=reading.Kind.PURCHASE_ORDER,
        orders=orders,
        doubts=doubts,
        touchless=all(one.touchless for one in with_orders) and not doubts,
    )


def _without_order(
    files: Sequence[reading.Reading], words: reading.Reading, unreadable: tuple[reading.Doubt, ...]
) -> reading.Reading:
    if unreadable and not words.orders:
        return reading.Reading(reading.Kind.OTHER, doubts=unreadable, error=unreadable[0].why)
    if words.orders and not files:
        return words
    if words.orders:
        why = "The letter itself reads like an order, and it came with a file that does not."
        return replace(words, doubts=(*words.doubts, *unreadable, reading.Doubt("file", why)), touchless=False)
    telling = [one for one in files if one.kind is not reading.Kind.OTHER]
    return telling[0] if telling else words


def _distinct(orders: Sequence[reading.Order]) -> tuple[reading.Order, ...]:
    """The same order in two files (PDF and sheet) is one; two orders under one number stay two, for a person."""
    kept: list[reading.Order] = []
    for order in orders:
        twin = next((one for one in kept if _says_the_same(one, order)), None)
        if twin is None:
            kept.append(order)
    return tuple(kept)


def _same_number(orders: Sequence[reading.Order]) -> tuple[reading.Doubt, ...]:
    """Two different orders under one number: whichever the buyer means, a person must ask."""
    counted = Counter(order.po_number for order in orders if order.po_number)
    return tuple(
        reading.Doubt(
            "po_number", f"{count} different orders in this mail bear the number {number}; only one can stand."
        )
        for number, count in counted.items()
        if count > 1
    )


def _says_the_same(one: reading.Order, other: reading.Order) -> bool:
    if one.po_number != other.po_number or one.total != other.total:
        return False
    return [(line.quantity, line.sku) for line in one.lines] == [(line.quantity, line.sku) for line in other.lines]
