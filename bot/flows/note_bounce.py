"""A letter of ours came back: the order says so, and a person hears of it."""

from bot import office
from bot.flows import hear_reply, tell
from desk import chasing, thread
from parsers import bounce
from store import inbox


def note_bounce(desk: office.Office, kept: inbox.Message, told: bounce.Bounce, found: hear_reply.Thread | None) -> None:
    """Tie the report to the letter that it returns; a mere delay, or a stranger's letter, is only filed."""
    number = found.number if found else _number(desk, told)
    with desk.store.unit() as books:
        order = books.orders.get(number) if number else None
        state = inbox.State.HANDLED if order else inbox.State.FILED
        if not books.inbox.handle(kept.id, state, order_number=number, reason="A delivery report."):
            return
        if order is None or told.outcome is not bounce.Outcome.FAILED:
            return
        letters = books.outbox.sent_as([told.original_message_id or ""])
        step = chasing.not_delivered(
            order,
            letter=str(letters[0].body["letter"]) if letters else "letter",
            to=told.recipient or order.contact,
            why=told.why,
            at=desk.now(),
        )
        tell.tell(desk, books, step)


def _number(desk: office.Office, told: bounce.Bounce) -> str:
    signed = thread.find(told.original_message_id or "", secret=desk.secret)
    return signed.number if signed else ""
