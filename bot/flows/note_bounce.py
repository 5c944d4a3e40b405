"""A letter of ours came back: the order says so, and a person hears of it."""

from bot import office
from bot.flows import ask_person, hear_reply, tell
from desk import chasing, thread
from parsers import bounce
from store import inbox, outbox, unit


def note_bounce(desk: office.Office, kept: inbox.Message, told: bounce.Bounce, found: hear_reply.Thread | None) -> None:
    """Tie the report to the letter that it returns; a mere delay, or a stranger's letter, is only filed.

    A report that names an order by its subject alone could be anybody's: it moves nothing, and a person looks at it.
    """
    with desk.store.unit() as books:
        letter = _letter(books, told)
        number = letter.order_number if letter else _signed(desk, told, found)
        order = books.orders.get(number) if number else None
        if order is None and found is not None and told.outcome is bounce.Outcome.FAILED:
            why = f"A letter to {told.recipient or 'somebody'} came back, perhaps about {found.number}: {told.why}"
            ask_person.in_these(desk, books, kept, why=why)
            return
        state = inbox.State.HANDLED if order else inbox.State.FILED
        if not books.inbox.handle(kept.id, state, order_number=number, reason="A delivery report."):
            return
        if order is None or told.outcome is not bounce.Outcome.FAILED:
            return
        step = chasing.not_delivered(
            order,
            letter=str(letter.body["letter"]) if letter else "letter",
            to=told.recipient or order.contact,
            why=told.why,
            at=desk.now(),
        )
        tell.tell(desk, books, step)


def _letter(books: unit.Unit, told: bounce.Bounce) -> outbox.Item | None:
    """The letter that is returned, by its Message-ID."""
    return next(iter(books.outbox.sent_as([told.original_message_id or ""])), None)


def _signed(desk: office.Office, told: bounce.Bounce, found: hear_reply.Thread | None) -> str:
    """The order whose signed token stands in the returned id or in an address of the report; "" for none."""
    signed = thread.find(told.original_message_id or "", secret=desk.secret)
    if signed is not None:
        return signed.number
    return found.number if found is not None and found.version is not None else ""
