"""A mail that begins a thread becomes an order, or several, or a question to a person."""

from collections.abc import Sequence

from bot import office
from bot.flows import ask_person, candidate, opened, say, tell
from desk import events, orders, parties, reading, taking
from parsers import readers
from store import inbox, unit

_WHAT = {
    reading.Kind.ORDER_CHANGE: "changes an order",
    reading.Kind.ORDER_CANCELLATION: "cancels an order",
    reading.Kind.INQUIRY: "asks for a quotation",
    reading.Kind.SUPPLIER_INVOICE: "is an invoice",
    reading.Kind.SUPPLIER_ACKNOWLEDGEMENT: "acknowledges an order of ours",
    reading.Kind.SHIP_NOTICE: "announces a shipment",
    reading.Kind.REMITTANCE: "announces a payment",
    reading.Kind.REPLY: "answers something, but no order of ours is named in it",
}


def take_orders(desk: office.Office, mail: opened.Opened) -> None:
    """Read the documents, match each line, and take what they order; without an order a person is asked."""
    with desk.store.look() as books:
        buyer = candidate.buyer_of(books, mail.seen.sender.email)
        lessons = candidate.lessons_of(books, buyer, mail)
    found = desk.room.ask(readers.documents, mail.raw, ours=desk.ours, lessons=lessons)
    stated = found.reading.orders if found.reading.kind is reading.Kind.PURCHASE_ORDER else ()
    if not stated:
        with desk.store.look() as books:
            about = _about(books, buyer, found.reading)
        why = _why_no_order(found.reading, mail.seen, about)
        ask_person.about(desk, mail.kept, mail.seen, why=why, files=found.files)
        return
    with desk.store.look() as books:
        drafted = [candidate.draft(desk, books, found.reading, order, buyer) for order in stated]
    with desk.store.unit() as books:
        if not books.inbox.handle(mail.kept.id, inbox.State.HANDLED):
            return
        numbers = [take(desk, books, mail, one, found.files) for one in drafted]
        books.inbox.settle(mail.kept.id, inbox.State.HANDLED, order_number=numbers[0])


def _about(books: unit.Unit, buyer: parties.Buyer | None, read: reading.Reading) -> str:
    """Which orders a change or a cancellation is about: their numbers at the buyer, and ours where we hold them."""
    if read.kind not in {reading.Kind.ORDER_CHANGE, reading.Kind.ORDER_CANCELLATION}:
        return ""
    named = [order.po_number for order in read.orders if order.po_number]
    held = [one.number for po in named for one in (books.orders.of_po(buyer.id, po) if buyer else ())]
    here = f" (here {', '.join(held)})" if held else ""
    return f": {', '.join(named)}{here}" if named else ", and does not say which"


def _why_no_order(read: reading.Reading, seen: readers.Look, about: str) -> str:
    if read.error:
        return read.error
    kind = seen.sorted.kind if read.kind is reading.Kind.OTHER and seen.sorted.kind else read.kind
    return f"The mail {_WHAT[kind]}{about}." if kind in _WHAT else "No order was found in this mail."


def take(
    desk: office.Office,
    books: unit.Unit,
    mail: opened.Opened,
    one: candidate.Candidate,
    files: Sequence[readers.File],
) -> str:
    """One order of the mail; the number under which it now stands."""
    version = one.draft.version
    known = candidate.earlier(books, one.buyer, one.stated)
    twin = next((order for order in known if taking.is_same(order.version, version)), None)
    if twin is not None:
        return _told_twice(desk, books, mail.kept, twin)
    case = one.case(mail, earlier=known[0].number if known else "")
    number = books.orders.next_number(desk.rules.seller.prefix, first=desk.rules.seller.first_number)
    origin = taking.Origin(mail.kept.id, mail.seen.sender.email, mail.seen.subject, mail.seen.message_id)
    tell.tell(desk, books, taking.take(case, desk.rules, number=number, origin=origin, at=desk.now()))
    for file in ask_person.worth_showing(books, mail.kept, files):
        say.file(desk, books, f"order:{number}", file)
    return number


def _told_twice(desk: office.Office, books: unit.Unit, kept: inbox.Message, order: orders.Order) -> str:
    """The same order again is one order: it is filed with the first and said once."""
    again = events.MailAttached(number=order.number, at=desk.now(), mail=kept.id, what="The same order came again.")
    tell.tell(desk, books, orders.Step(order, (again,)))
    return order.number
