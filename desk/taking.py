"""An order is taken: from a case to the order as it first stands."""

from dataclasses import dataclass, replace
from datetime import datetime

from desk import approval, events, judging, orders, policy, versions


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
