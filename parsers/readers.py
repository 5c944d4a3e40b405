"""Who is asked about a mail, in what order: it is looked at, then its documents are read, or its answer heard."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desk import reading
from desk.lessons import Lesson
from parsers import bounce, document, magic, mail, reply, sender, several, triage, wishes
from parsers.containers import held, opening
from parsers.mail import Address, Mail, Part

# A file of one of these kinds may be an order; pictures, calendars and cards of a signature are not asked.
MAY_BE_ORDER = (
    "application/pdf",
    "application/vnd",
    "application/msword",
    "application/xml",
    "application/edi",
    "application/octet-stream",
    "application/zip",
    "application/gzip",
    "application/ms-tnef",
    "application/pkcs7-mime",
    "application/x-",
    "application/rtf",
    "message/rfc822",
    "text/csv",
    "text/html",
    "text/plain",
    "text/xml",
    "image/tiff",
    "image/jpeg",
    "image/png",
)
MOST_EXCERPT = 500
_ORDERS = frozenset({reading.Kind.PURCHASE_ORDER, reading.Kind.ORDER_CHANGE, reading.Kind.ORDER_CANCELLATION})

_MAILS = ("message/rfc822", "message/global")

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


class Known(NamedTuple):
    """What is known before a mail is read: our own names, and what was taught about its sender's layouts."""

    ours: tuple[str, ...]
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file that came with a mail, or in a container that came: safe name, media type by content, bytes."""

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


def documents(raw: bytes, *, ours: tuple[str, ...] = (), lessons: Sequence[Lesson] = ()) -> Found:
    """The orders in a mail: those of its files, or, where no file holds one, that of its words.

    `lessons` are what was taught about the layouts of whoever sent it.
    """
    return _documents(mail.read(raw), Known(ours, tuple(lessons)), held.Budget())


def _documents(seen: Mail, known: Known, budget: held.Budget, *, under: str = "", depth: int = 0) -> Found:
    """The same, with what opening may still cost; `under` is the path of a mail that lies in a container."""
    read: list[reading.Reading] = []
    kept: list[File] = []
    for part in filter(_may_be_order, seen.parts):
        kept.append(File(part.name, part.media_type, part.data))
        for leaf in opening.leaves(
            part.data, path=under + part.name, media_type=_kind(part), budget=budget, depth=depth
        ):
            read.append(_leaf(leaf, known, budget))
            if read[-1].orders and leaf.path != under + part.name:
                kept.append(File(leaf.path.rpartition("/")[2], leaf.media_type, leaf.data))
    words = _words(seen, known, part=f"{under}letter")
    return Found(_as_wished(seen, read, _together(read, words)), tuple(kept))


def _as_wished(seen: Mail, files: Sequence[reading.Reading], found: reading.Reading) -> reading.Reading:
    """A new mail that asks to change or to cancel an order is no new order, whatever its words or files read like."""
    wish = None if triage.kind(seen) is not None else wishes.of(seen)
    return found if wish is None else wishes.apply(wish, found, is_letter=not any(one.orders for one in files))


def _kind(part: Part) -> str:
    """By its bytes; what was sent as a mail is one, whatever it begins with."""
    return "message/rfc822" if part.declared in _MAILS else part.media_type


def _leaf(leaf: opening.Leaf, known: Known, budget: held.Budget) -> reading.Reading:
    """What one file says; a mail says what its own files and words say."""
    if leaf.trouble:
        return reading.Reading(reading.Kind.OTHER, error=leaf.trouble)
    if not leaf.media_type.startswith(MAY_BE_ORDER):
        return reading.Reading(reading.Kind.OTHER)
    if leaf.media_type != "message/rfc822":
        return _named(
            document.read(leaf.data, name=leaf.path, part=leaf.path, ours=known.ours, lessons=known.lessons), leaf.path
        )
    if leaf.depth >= held.MOST_DEEP:
        why = f"{leaf.path} is a mail that lies too deep in others. Ask the sender for the order itself."
        return reading.Reading(reading.Kind.OTHER, error=why)
    seen = mail.read(leaf.data)
    kind = triage.kind(seen)
    if kind in {reading.Kind.BOUNCE, reading.Kind.AUTO_REPLY}:
        return reading.Reading(kind)
    return _documents(seen, known, budget, under=f"{leaf.path}/", depth=leaf.depth + 1).reading


def _named(read: reading.Reading, path: str) -> reading.Reading:
    """Where several files came, each sentence about one says which."""
    if read.error is None or path in read.error:
        return read
    return replace(read, error=f"{path}: {read.error}")


def listen(raw: bytes, *, letters: Sequence[bytes] = ()) -> Heard:
    """The new words of a reply, against the letters of ours in its thread (newest first), and what they mean."""
    seen = mail.read(raw)
    words = reply.new_words(seen, sent=[_letter(letter) for letter in letters])
    meant = reply.meaning(words)
    files = tuple(File(part.name, part.media_type, part.data) for part in seen.parts if _may_be_order(part))
    return Heard(words.text, meant.intent, meant.why, files)


def of_mail(
    raw: bytes, *, ours: tuple[str, ...] = (), letters: Sequence[bytes] = (), lessons: Sequence[Lesson] = ()
) -> reading.Reading:
    """A mail by itself, as `countersign read` tells it: without a store, a thread or a mail server's verdict."""
    seen = mail.read(raw)
    kind = triage.kind(seen)
    if kind in {reading.Kind.BOUNCE, reading.Kind.AUTO_REPLY}:
        return reading.Reading(kind)
    found = _documents(seen, Known(ours, tuple(lessons)), held.Budget()).reading
    if kind is reading.Kind.REPLY and not _is_from_files(found):
        heard = listen(raw, letters=letters)
        anew = document.read(heard.text.encode(), name="letter.txt", part="letter", ours=ours, lessons=lessons)
        if anew.kind is not reading.Kind.PURCHASE_ORDER or not anew.orders:  # what it quotes was ordered before
            return reading.Reading(kind, intent=heard.intent, text=heard.text)
    return found


def _is_from_files(found: reading.Reading) -> bool:
    """An order in it stands in a file, not in the letter's words alone."""
    shown = [one.part for order in found.orders for one in order.evidence.values()]
    return found.kind is not reading.Kind.OTHER and any(part != "letter" for part in shown)


def _letter(raw: bytes) -> reply.Letter:
    sent = mail.read(raw)
    return reply.Letter(sent.text, sent.html, sent.subject)


def of_file(
    data: bytes, *, name: str, ours: tuple[str, ...] = (), lessons: Sequence[Lesson] = ()
) -> tuple[reading.Reading, float]:
    """Any file by itself, told by its bytes: a mail, a container, or one document; and the seconds that it took."""
    began = time.perf_counter()
    kind = magic.media_type(data, "application/octet-stream")
    if kind == "message/rfc822":
        read = of_mail(data, ours=ours, lessons=lessons)
    elif opening.opens(kind):
        read = _of_container(data, name, kind, Known(ours, tuple(lessons)))
    else:
        read = document.read(data, name=name, ours=ours, lessons=lessons)
    return read, time.perf_counter() - began


def _of_container(data: bytes, name: str, kind: str, known: Known) -> reading.Reading:
    """All that a container holds, as if it had come with a mail that says nothing."""
    budget = held.Budget()
    read: list[reading.Reading] = []
    for leaf in opening.leaves(data, path=name, media_type=kind, budget=budget):
        if leaf.path == name and leaf.media_type == "message/rfc822":  # a mail that was saved in another form
            return of_mail(leaf.data, ours=known.ours, lessons=known.lessons)
        read.append(_leaf(leaf, known, budget))
    return _together(read, reading.Reading(reading.Kind.OTHER))


def papers(data: bytes, *, name: str) -> Iterator[tuple[str, bytes]]:
    """Every document that a file comes to, by its path: itself, what it holds, the files and the words of a mail."""
    return _papers(data, name, magic.media_type(data, "application/octet-stream"), held.Budget(), 0)


def _papers(data: bytes, name: str, kind: str, budget: held.Budget, depth: int) -> Iterator[tuple[str, bytes]]:
    for leaf in opening.leaves(data, path=name, media_type=kind, budget=budget, depth=depth):
        if leaf.trouble or leaf.depth >= held.MOST_DEEP:
            continue
        if leaf.media_type != "message/rfc822":
            yield leaf.path, leaf.data
            continue
        seen = mail.read(leaf.data)
        for part in filter(_may_be_order, seen.parts):
            yield from _papers(part.data, part.name, _kind(part), budget, leaf.depth + 1)
        if seen.html and "<table" in seen.html.lower():
            yield "letter.html", seen.html.encode()
        if seen.text.strip():
            yield "letter.txt", seen.text.encode()


def _may_be_order(part: Part) -> bool:
    if part.inline and part.media_type.startswith("image/"):
        return False
    return part.media_type.startswith(MAY_BE_ORDER) and "/" not in part.path


def _words(seen: Mail, known: Known, *, part: str = "letter") -> reading.Reading:
    """The letter's own words, its HTML first where that lays out a table."""
    if seen.html and "<table" in seen.html.lower():
        laid_out = document.read(
            seen.html.encode(), name="letter.html", part=part, ours=known.ours, lessons=known.lessons
        )
        if laid_out.orders:
            return laid_out
    if not seen.text.strip():
        return reading.Reading(reading.Kind.OTHER)
    return document.read(seen.text.encode(), name="letter.txt", part=part, ours=known.ours, lessons=known.lessons)


def _together(files: Sequence[reading.Reading], words: reading.Reading) -> reading.Reading:
    """One reading of a mail: the orders of its files; what could not be read is a doubt, never passed over."""
    with_orders = [one for one in files if one.orders and one.kind in _ORDERS]
    unreadable = tuple(reading.Doubt("file", one.error) for one in files if one.error)
    if not with_orders:
        return _without_order(files, words, unreadable)
    joined = several.join(with_orders)
    doubts = (*joined.doubts, *unreadable, *several.says_more(words, joined.orders))
    return replace(joined, doubts=doubts, touchless=joined.touchless and not doubts)


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
