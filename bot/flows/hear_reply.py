"""An answer in an order's thread: who says what about which version, and what the rule makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import office
from bot.flows import opened, say, tell
from desk import approval, events, orders, parties, reading
from parsers import readers
from store import inbox, outbox, unit

_MOST_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Thread:
    """The order that a mail is about, and the version: None where only an unsigned mark led there."""

    number: str
    version: int | None
    disagree: bool = False


def hear_reply(desk: office.Office, mail: opened.Opened, found: Thread) -> None:
    """Load the order and our letter, hear the new words, decide, keep and say."""
    with desk.store.look() as books:
        letters = _our_letters(books, found.number, mail.seen.answers)
    heard = desk.room.ask(readers.listen, mail.raw, letters=letters)
    with desk.store.unit() as books:
        if not books.inbox.handle(mail.kept.id, inbox.State.HANDLED, order_number=found.number):
            return
        order = books.orders.get(found.number)
        assert order is not None  # the thread was found by it, and orders are never removed
        buyer = books.parties.get(order.buyer_id) if order.buyer_id else None
        no_voice = _no_voice(desk, mail.seen.sender.email, order, buyer)
        answer = _answer(mail, found, heard, no_voice)
        tell.tell(desk, books, approval.hear(order, answer, at=desk.now()), after=mail.seen.message_id)
        for file in filter(lambda came: came.data, heard.files):
            say.file(desk, books, f"order:{order.number}", file)


def _our_letters(books: unit.Unit, number: str, answered: Sequence[str]) -> tuple[bytes, ...]:
    """Our letters in this thread: the one that is answered (its id may have been rewritten), then newest first."""
    written = [item for item in books.outbox.of_order(number) if item.kind is outbox.Kind.LETTER]
    written.sort(key=lambda item: (item.body["message_id"] in answered, item.id), reverse=True)
    raws = (books.outbox.raw(item) for item in written[:_MOST_LETTERS])
    return tuple(raw for raw in raws if raw is not None)


def file_with_order(desk: office.Office, kept: inbox.Message, found: Thread, *, what: str) -> None:
    """A machine's answer is filed in the diary and moves nothing."""
    with desk.store.unit() as books:
        if books.inbox.handle(kept.id, inbox.State.FILED, order_number=found.number, reason=what):
            _attach(desk, books, kept, found.number, what)


def _attach(desk: office.Office, books: unit.Unit, kept: inbox.Message, number: str, what: str) -> None:
    order = books.orders.get(number)
    if order is not None:
        fact = events.MailAttached(number=number, at=desk.now(), mail=kept.id, what=what)
        tell.tell(desk, books, orders.Step(order, (fact,)))


def _answer(mail: opened.Opened, found: Thread, heard: readers.Heard, no_voice: str) -> approval.Answer:
    intent = heard.intent
    if intent is reading.Intent.APPROVE and heard.files:
        intent = reading.Intent.UNCLEAR  # "approved, see attached": what is attached may say otherwise
    return approval.Answer(
        intent=intent,
        words=heard.text,
        by=mail.seen.sender.email,
        version=found.version,
        unbelieved="The mail carries the marks of two orders." if found.disagree else mail.unbelieved,
        no_voice=no_voice,
    )


def _no_voice(desk: office.Office, email: str, order: orders.Order, buyer: parties.Buyer | None) -> str:
    """Why this address may not speak for the buyer, "" where it may."""
    if buyer is None:
        return "" if email == order.contact.lower() else f"{email} is not who placed the order."
    if parties.may_approve(buyer, email, colleagues=desk.rules.colleagues_may_approve):
        return ""
    if parties.is_of(buyer, email):
        return f"{email} belongs to {buyer.name}, but may not approve orders for it."
    return f"{email} is a stranger to {buyer.name}."
