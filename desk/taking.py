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


@dataclass(frozen=True, slots=True)
class Said:
    """What a person corrected, in their words, what was learned from it, and who it was."""

    said: tuple[str, ...]
    learned: tuple[str, ...]
    by: str


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


class ShownError(errors.DeskError):
    """The order has been shown to somebody as it is; it is not changed behind their back."""

    def __init__(self, number: str, state: str) -> None:
        super().__init__(
            f"Order {number} is {state}, so what was shown is not changed any more:"
            f" cancel it (`cancel {number} why`) and ask the buyer to send the order again."
        )
        self.number, self.state = number, state


def may_correct(order: orders.Order) -> None:
    """Refuse where anybody but us has seen the order as it is."""
    if order.state is not orders.State.NEEDS_LOOK:
        raise ShownError(order.number, order.state)


def correct(order: orders.Order, case: judging.Case, rules: policy.Policy, said: Said, *, at: datetime) -> orders.Step:
    """The order as a person corrected it, judged anew: it goes on where nothing is left against it, else it waits."""
    may_correct(order)
    new = replace(case.draft.version, number=order.version.number + 1)
    version = order.version if is_same(order.version, new) else new
    found = judging.doubts(case, rules)
    now = replace(
        order,
        version=version,
        doubts=found,
        buyer_id=case.buyer.id if case.buyer else "",
        buyer_name=case.buyer.name if case.buyer else _stated(case) or order.contact,
        po_number=case.stated.po_number or "",
        proofs=case.stated.proofs,
    )
    fact = _corrected(now, said, at=at)
    if found:
        raised = events.DoubtsRaised(number=order.number, at=at, doubts=found)
        return orders.Step(now, (fact, raised))
    tier = approval.tier_for(version.total, rules.tiers, rules.rates)
    step = approval.go_on(replace(now, taken_by=said.by), tier, at=at)
    return orders.Step(step.order, (fact, *step.facts))


def told_so(order: orders.Order, said: Said, *, at: datetime) -> orders.Step:
    """The order was found by what a person corrected: they count as who took it."""
    return orders.Step(replace(order, taken_by=order.taken_by or said.by), (_corrected(order, said, at=at),))


def _corrected(order: orders.Order, said: Said, *, at: datetime) -> events.OrderCorrected:
    return events.OrderCorrected(
        number=order.number, at=at, by=said.by, said=said.said, learned=said.learned, version=order.version.number
    )


def is_same(known: versions.Version, new: versions.Version) -> bool:
    """Both promise the same, whatever their version numbers."""
    return replace(known, number=1).seal == replace(new, number=1).seal


def _stated(case: judging.Case) -> str | None:
    return case.stated.buyer.name if case.stated.buyer else None


def _first(case: judging.Case, *, number: str, origin: Origin, at: datetime) -> orders.Order:
    stated = _stated(case)
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
