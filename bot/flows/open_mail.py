"""A kept mail is opened: what it is, which order it belongs to, and who goes on with it."""

from collections.abc import Mapping
from typing import Any

from bot import office, reading_room
from bot.flows import ask_person, hear_reply, note_bounce, opened, take_order
from bot.say import envelope
from desk import reading, thread
from parsers import readers
from store import inbox, unit

OWN_MARKS = (envelope.LETTER.lower(),)


def open_mail(desk: office.Office, args: Mapping[str, Any]) -> None:
    """The job "open": safe to do again, because only a mail that is still unopened is gone on with."""
    mail = int(args["mail"])
    with desk.store.look() as books:
        kept = books.inbox.get(mail)
        raw = books.inbox.raw(mail)
    if kept is None or raw is None or kept.state is not inbox.State.KEPT:
        return
    if args.get("parked"):
        # The listener fetched the head alone: too large, or it could not be taken in whole.
        ask_person.about(desk, kept, why=str(args["parked"]))
        return
    try:
        seen = desk.room.ask(
            readers.look,
            raw,
            authserv_id=desk.authserv_id,
            own_addresses=(desk.rules.seller.mailbox,),
            own_marks=OWN_MARKS,
        )
        _go_on(desk, opened.Opened(kept, raw, seen))
    except reading_room.TooHardError as hard:
        ask_person.about(desk, kept, why=str(hard))


def _go_on(desk: office.Office, mail: opened.Opened) -> None:
    kept, seen = mail.kept, mail.seen
    if seen.sorted.is_own:
        _file(desk, kept, why=seen.sorted.why)
        return
    with desk.store.look() as books:
        found = find_thread(desk, books, seen)
    if seen.bounce is not None and seen.sorted.kind is reading.Kind.BOUNCE:
        note_bounce.note_bounce(desk, kept, seen.bounce, found)
    elif found is not None and seen.sorted.kind is reading.Kind.AUTO_REPLY:
        hear_reply.file_with_order(desk, kept, found, what=seen.sorted.why)
    elif seen.sorted.kind in {reading.Kind.AUTO_REPLY, reading.Kind.OTHER, reading.Kind.BOUNCE}:
        _file(desk, kept, why=seen.sorted.why)
    elif found is not None:
        hear_reply.hear_reply(desk, mail, found)
    else:
        take_order.take_orders(desk, mail)


def find_thread(desk: office.Office, books: unit.Unit, seen: readers.Look) -> hear_reply.Thread | None:
    """By our token where it went, by our token or the id of a letter of ours in what it answers, by its subject."""
    signed = [thread.find(place, secret=desk.secret) for place in (*seen.addressed, *seen.answers)]
    distinct = {one.number for one in signed if one is not None}
    first = next((one for one in signed if one is not None), None)
    if first is not None and books.orders.get(first.number) is not None:
        return hear_reply.Thread(first.number, first.version, disagree=len(distinct) > 1)
    for letter in books.outbox.sent_as(seen.answers):
        if letter.order_number:
            return hear_reply.Thread(letter.order_number, None)
    named = thread.reference(seen.subject, prefix=desk.rules.seller.prefix)
    if named is not None and books.orders.get(named) is not None:
        return hear_reply.Thread(named, None)
    return None


def _file(desk: office.Office, kept: inbox.Message, *, why: str) -> None:
    """Nothing to do: the mail stays in the books with the reason."""
    with desk.store.unit() as books:
        if books.inbox.handle(kept.id, inbox.State.FILED, reason=why):
            books.journal.note("MailFiled", subject=f"mail:{kept.id}", at=desk.now(), body={"why": why})
