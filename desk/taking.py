"""An order is taken: from a case to the order as it first stands."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from desk import approval, catalogue, drafting, errors, events, judging, orders, policy, versions


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an order comes from: the kept mail, whom to write to, its subject, and its Message-ID for the thread."""

    mail: int
    contact: str
    subject: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person says of a line (counted from 1): the product, and the price where they name one."""

    position: int
    product: catalogue.Product
    price: Decimal | None = None


def take(case: judging.Case, rules: policy.Policy, *, number: str, origin: Origin, at: datetime) -> orders.Step:
    """Version 1 of an order; it goes on by itself where nothing speaks against it, else it waits for a look."""
    found = judging.doubts(case, rules)
    order = _first(case, number=number, origin=origin, at=at)
    taken = events.OrderTaken(
        number=number,
        at=at,
        mail=origin.mail,
        po_number=order.po_number,
        buyer=order.buyer_name,
        total=str(order.version.total),
        seal=order.version.seal,
        touchless=not found,
    )
    if found:
        raised = events.DoubtsRaised(number=number, at=at, doubts=found)
        return orders.Step(replace(order, doubts=found), (taken, raised))
    tier = approval.tier_for(order.version.total, rules.tiers, rules.rates)
    step = approval.go_on(replace(order, touchless=True), tier, at=at)
    return orders.Step(step.order, (taken, *step.facts))


def settle(
    order: orders.Order, settled: Settled, rules: policy.Policy, *, tier: str, by: str, at: datetime
) -> orders.Step:
    """A person says which product of ours a line is about (and at what price): a new version, judged anew there.

    `tier` is the buyer's price list. A price that the person names is not doubted again; a printed one is.
    """
    if order.state is not orders.State.NEEDS_LOOK:
        raise errors.WrongStateError(order.number, order.state, "settled")
    if all(line.position != settled.position for line in order.version.lines):
        where = str(settled.position)
        raise errors.UnknownError(f"line of {order.number}", where, "Count the lines as the card shows them.")
    if settled.price is not None and settled.price < 0:
        raise errors.MoneyError(f"{settled.price} is below nothing; name a price of 0 or more.")
    version = drafting.settled(order.version, settled.position, settled.product, tier=tier, price=settled.price)
    line = version.lines[settled.position - 1]
    field = f"lines.{settled.position - 1}."
    left = [doubt for doubt in order.doubts if not doubt.field.startswith(field)]
    anew = judging.about_line(line, settled.product, currency=version.currency, tier=tier, rules=rules)
    left += [doubt for doubt in anew if settled.price is None or not doubt.field.endswith(".unit_price")]
    what = settled.product.sku if settled.price is None else f"{settled.product.sku} at {settled.price}"
    fact = events.LineSettled(number=order.number, at=at, by=by, position=settled.position, what=what)
    return orders.Step(replace(order, version=version, doubts=tuple(left)), (fact,))


def is_same(known: versions.Version, new: versions.Version) -> bool:
    """Both promise the same, whatever their version numbers."""
    return replace(known, number=1).seal == replace(new, number=1).seal


def _first(case: judging.Case, *, number: str, origin: Origin, at: datetime) -> orders.Order:
    stated = case.stated.buyer.name if case.stated.buyer else None
    return orders.Order(
        number=number,
        state=orders.State.NEEDS_LOOK,
        version=case.draft.version,
        buyer_name=case.buyer.name if case.buyer else stated or origin.contact,
        contact=origin.contact,
        taken_at=at,
        buyer_id=case.buyer.id if case.buyer else "",
        po_number=case.stated.po_number or "",
        mail=origin.mail,
        subject=origin.subject,
        thread=origin.thread,
        proofs=case.stated.proofs,
    )
