"""A mail that begins a thread becomes an order, or several, or a question to a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import office
from bot.flows import ask_person, opened, say, tell
from desk import drafting, events, judging, orders, parties, reading, taking
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
    found = desk.room.ask(readers.documents, mail.raw, ours=desk.ours)
    stated = found.reading.orders if found.reading.kind is reading.Kind.PURCHASE_ORDER else ()
    if not stated:
        why = _why_no_order(found.reading, mail.seen)
        ask_person.about(desk, mail.kept, mail.seen, why=why, files=found.files)
        return
    with desk.store.look() as books:
        drafted = [_candidate(desk, books, found.reading, order, mail.seen.sender.email) for order in stated]
    with desk.store.unit() as books:
        if not books.inbox.handle(mail.kept.id, inbox.State.HANDLED):
            return
        numbers = [_take(desk, books, mail, candidate, found.files) for candidate in drafted]
        books.inbox.settle(mail.kept.id, inbox.State.HANDLED, order_number=numbers[0])


def _why_no_order(read: reading.Reading, seen: readers.Look) -> str:
    if read.error:
        return read.error
    kind = seen.sorted.kind if read.kind is reading.Kind.OTHER and seen.sorted.kind else read.kind
    return f"The mail {_WHAT[kind]}." if kind in _WHAT else "No order was found in this mail."


def _buyer(books: unit.Unit, email: str) -> parties.Buyer | None:
    """Whom the sender orders for; an address that two buyers share is nobody's until a person says so."""
    candidates = books.parties.of_address(email)
    return candidates[0] if len(candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One order that a mail states, drafted and matched, before anybody judged it."""

    read: reading.Reading
    stated: reading.Order
    buyer: parties.Buyer | None
    draft: drafting.Draft
    rivals: tuple[tuple[str, ...], ...]
    reasons: tuple[str, ...]

    def case(self, mail: opened.Opened, *, earlier: str) -> judging.Case:
        return judging.Case(
            read=self.read,
            stated=self.stated,
            draft=self.draft,
            buyer=self.buyer,
            unbelieved=mail.unbelieved,
            rivals=self.rivals,
            reasons=self.reasons,
            earlier=earlier,
        )


def _candidate(
    desk: office.Office, books: unit.Unit, read: reading.Reading, stated: reading.Order, sender: str
) -> _Candidate:
    buyer = _buyer(books, sender)
    taught = {one.theirs: one.sku for one in books.catalogue.part_numbers(buyer.id)} if buyer else {}
    index = desk.shelf.index(books)
    matched = [index.match(line, taught) for line in stated.lines]
    known = books.catalogue.some(match.sku for match in matched if match.sku)
    products = [known.get(match.sku) if match.sku else None for match in matched]
    return _Candidate(
        read=read,
        stated=stated,
        buyer=buyer,
        draft=drafting.draft(stated, products, buyer=buyer, currency=desk.rules.seller.currency),
        rivals=tuple(tuple(rival.sku for rival in match.rivals) for match in matched),
        reasons=tuple(match.why for match in matched),
    )


def _take(
    desk: office.Office,
    books: unit.Unit,
    mail: opened.Opened,
    candidate: _Candidate,
    files: Sequence[readers.File],
) -> str:
    """One order of the mail; the number under which it now stands."""
    version = candidate.draft.version
    known = _earlier(books, candidate.buyer, candidate.stated)
    twin = next((order for order in known if taking.is_same(order.version, version)), None)
    if twin is not None:
        return _told_twice(desk, books, mail.kept, twin)
    case = candidate.case(mail, earlier=known[0].number if known else "")
    number = books.orders.next_number(desk.rules.seller.prefix, first=desk.rules.seller.first_number)
    origin = taking.Origin(mail.kept.id, mail.seen.sender.email, mail.seen.subject, mail.seen.message_id)
    tell.tell(desk, books, taking.take(case, desk.rules, number=number, origin=origin, at=desk.now()))
    for file in ask_person.worth_showing(books, mail.kept, files):
        say.file(desk, books, f"order:{number}", file)
    return number


def _earlier(books: unit.Unit, buyer: parties.Buyer | None, stated: reading.Order) -> list[orders.Order]:
    if buyer is None or not stated.po_number:
        return []
    dead = {orders.State.SET_ASIDE, orders.State.CANCELLED, orders.State.DECLINED}
    return [order for order in books.orders.of_po(buyer.id, stated.po_number) if order.state not in dead]


def _told_twice(desk: office.Office, books: unit.Unit, kept: inbox.Message, order: orders.Order) -> str:
    """The same order again is one order: it is filed with the first and said once."""
    again = events.MailAttached(number=order.number, at=desk.now(), mail=kept.id, what="The same order came again.")
    tell.tell(desk, books, orders.Step(order, (again,)))
    return order.number
