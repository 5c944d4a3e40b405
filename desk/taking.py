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
    order: orders.Order,
    position: int,
    product: catalogue.Product,
    *,
    price: Decimal | None,
    tier: str,
    by: str,
    at: datetime,
) -> orders.Step:
    """A person says which product of ours a line is about (and at what price): a new version, without that doubt."""
    if order.state is not orders.State.NEEDS_LOOK:
        raise errors.WrongStateError(order.number, order.state, "settled")
    if all(line.position != position for line in order.version.lines):
        raise errors.UnknownError(f"line of {order.number}", str(position), "Count the lines as the card shows them.")
    version = drafting.settled(order.version, position, product, tier=tier, price=price)
    place = f"lines.{position - 1}."
    closed = {f"{place}sku", f"{place}unit_price"} if price is not None else {f"{place}sku"}
    left = tuple(doubt for doubt in order.doubts if doubt.field not in closed)
    what = product.sku if price is None else f"{product.sku} at {price}"
    fact = events.LineSettled(number=order.number, at=at, by=by, position=position, what=what)
    return orders.Step(replace(order, version=version, doubts=left), (fact,))


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
    )
