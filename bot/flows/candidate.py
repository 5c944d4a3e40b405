"""One order that a mail states, drafted and matched against the books, before anybody judged it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot import office
from bot.flows import opened
from desk import catalogue, drafting, judging, lessons, orders, parties, reading
from store import unit

_DEAD = frozenset({orders.State.SET_ASIDE, orders.State.CANCELLED, orders.State.DECLINED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of it: the reading, the order that it states, whose it is, its draft, and why lines match none."""

    read: reading.Reading
    stated: reading.Order
    buyer: parties.Buyer | None
    draft: drafting.Draft
    rivals: tuple[tuple[str, ...], ...]
    reasons: tuple[str, ...]

    def case(self, mail: opened.Opened, *, earlier: str) -> judging.Case:
        """The case to be judged; `earlier` is an order of this buyer with the same PO number, or ""."""
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


def buyer_of(books: unit.Unit, email: str) -> parties.Buyer | None:
    """Whom the sender orders for; an address that two buyers share is nobody's until a person says so."""
    candidates = books.parties.of_address(email)
    if len(candidates) == 1:
        return candidates[0]
    taught = books.lessons.of_sender(email)
    return books.parties.get(taught[-1]) if taught else None


def lessons_of(books: unit.Unit, buyer: parties.Buyer | None, mail: opened.Opened) -> tuple[lessons.Lesson, ...]:
    """What was taught about the layouts of a believed sender's buyer."""
    return books.lessons.for_reading(buyer.id) if buyer and not mail.unbelieved else ()


def draft(
    desk: office.Office,
    books: unit.Unit,
    read: reading.Reading,
    stated: reading.Order,
    buyer: parties.Buyer | None,
    *,
    settled: Mapping[int, str] | None = None,
) -> Candidate:
    """Match each line and draft version 1; `settled` has the product of each line (from 1) that a person settled."""
    taught = {one.theirs: one.sku for one in books.catalogue.part_numbers(buyer.id)} if buyer else {}
    index = desk.shelf.index(books)
    matched = [index.match(line, taught) for line in stated.lines]
    skus = [(settled or {}).get(at) or match.sku for at, match in enumerate(matched, start=1)]
    known = books.catalogue.some(sku for sku in skus if sku)
    products: list[catalogue.Product | None] = [known.get(sku) if sku else None for sku in skus]
    return Candidate(
        read=read,
        stated=stated,
        buyer=buyer,
        draft=drafting.draft(stated, products, buyer=buyer, currency=desk.rules.seller.currency),
        rivals=tuple(tuple(rival.sku for rival in match.rivals) for match in matched),
        reasons=tuple(match.why for match in matched),
    )


def earlier(books: unit.Unit, buyer: parties.Buyer | None, stated: reading.Order) -> list[orders.Order]:
    """The living orders of this buyer that bear the same PO number."""
    if buyer is None or not stated.po_number:
        return []
    return [order for order in books.orders.of_po(buyer.id, stated.po_number) if order.state not in _DEAD]
