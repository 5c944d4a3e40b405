"""Keep what a rule decided, and say it: journal, card, diary and letters, all in the caller's transaction."""

from collections.abc import Sequence

from bot import office
from bot.flows import say
from bot.say import cards, diary, envelope, letters
from desk import chasing, events, orders
from store import outbox, unit, work
from store.columns import JSON


def tell(desk: office.Office, books: unit.Unit, step: orders.Step, *, after: str = "") -> orders.Order:
    """Keep the order and its facts; put every card, diary entry and letter that follows into the outbox.

    `after` is the Message-ID of the buyer's mail that led to this, so that a letter stands below it in their thread.
    """
    order, facts = _write_letters(desk, books, step, after)
    books.orders.keep(order)
    books.journal.write(facts)
    show(desk, books, order)
    entries = [entry for entry in (diary.entry(fact) for fact in facts) if entry]
    if entries:
        say.diary(desk, books, order.number, entries)
    return order


def show(desk: office.Office, books: unit.Unit, order: orders.Order) -> None:
    """Bring the order's card up to date, and the manager's too where one was asked."""
    say.card(desk, books, f"order:{order.number}", desk.rules.channels.orders, cards.card(order, rules=desk.rules))
    if order.tier:
        asked = cards.approval_card(order, rules=desk.rules)
        say.card(desk, books, f"ask:{order.number}", desk.rules.channels.approvals, asked)


def _write_letters(desk: office.Office, books: unit.Unit, step: orders.Step, after: str) -> orders.Step:
    """The letters that the facts call for; an address that nobody can write to becomes a fact of its own."""
    order, facts = step
    for fact in step.facts:
        try:
            written = _letter(desk, books, order, fact, (after,) if after else ())
        except envelope.BadAddressError as bad:
            lost = chasing.not_delivered(order, letter="letter", to=order.contact, why=str(bad), at=desk.now())
            order, facts = lost.order, (*facts, *lost.facts)
            continue
        if written is not None:
            say.letter(desk, books, order.number, written, version=order.version.number)
        if isinstance(fact, events.ConfirmationAsked | events.BuyerReminded):
            _chase_later(desk, books, order)
    return orders.Step(order, facts)


def _letter(
    desk: office.Office, books: unit.Unit, order: orders.Order, fact: events.Fact, after: Sequence[str]
) -> letters.Letter | None:
    match fact:
        case events.ConfirmationAsked():
            seen = _version_seen(books, order)
            return letters.confirmation(order, desk.sender, desk.stamp(), after=after, seen=seen)
        case events.BuyerApproved():
            return letters.acknowledgement(order, desk.sender, desk.stamp(), after=after)
        case events.BuyerReminded():
            return letters.reminder(order, desk.sender, desk.stamp(), after=after)
        case events.ManagerDeclined():
            return letters.declined(order, desk.sender, desk.stamp(), after=after)
        case events.OrderCancelled() if order.confirmed_at:
            # A buyer who was never asked to approve need not hear that it is off.
            return letters.cancelled(order, desk.sender, desk.stamp(), after=after)
        case _:
            return None


def _version_seen(books: unit.Unit, order: orders.Order) -> int:
    """The last version before the current one that a letter of ours showed the buyer; 0 for none."""
    written = (item for item in books.outbox.of_order(order.number) if item.kind is outbox.Kind.LETTER)
    shown = (int(item.body["version"]) for item in written)
    return max((version for version in shown if version < order.version.number), default=0)


def _chase_later(desk: office.Office, books: unit.Unit, order: orders.Order) -> None:
    count = order.reminders + 1
    if count > desk.rules.reminders.most:
        return
    asked = order.confirmed_at.isoformat() if order.confirmed_at else ""
    args: dict[str, JSON] = {"number": order.number, "version": order.version.number, "count": count, "asked": asked}
    at = desk.now() + desk.rules.reminders.after
    books.work.defer(work.Job("chase", args), key=f"chase:{order.number}:{at.isoformat()}", run_at=at)
