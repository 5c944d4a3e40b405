"""A customer's order and its life: which states there are, and the one function that moves it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desk import errors, events, reading, versions


class State(StrEnum):
    """Where an order stands, as a person would say it."""

    NEEDS_LOOK = "needs a look"
    AWAITING_DECISION = "awaiting a decision"
    AWAITING_APPROVAL = "awaiting approval"
    ANSWERED = "answered, needs a person"
    AGREED = "agreed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    SET_ASIDE = "set aside"


LIFE: dict[State, frozenset[State]] = {
    State.NEEDS_LOOK: frozenset(
        {State.NEEDS_LOOK, State.AWAITING_DECISION, State.AWAITING_APPROVAL, State.SET_ASIDE, State.CANCELLED}
    ),
    State.AWAITING_DECISION: frozenset({State.AWAITING_APPROVAL, State.DECLINED, State.CANCELLED}),
    State.AWAITING_APPROVAL: frozenset({State.AWAITING_APPROVAL, State.AGREED, State.ANSWERED, State.CANCELLED}),
    State.ANSWERED: frozenset({State.ANSWERED, State.AWAITING_APPROVAL, State.CANCELLED}),
    State.AGREED: frozenset({State.CANCELLED}),
    State.SET_ASIDE: frozenset({State.NEEDS_LOOK}),
    State.DECLINED: frozenset(),
    State.CANCELLED: frozenset(),
}

OPEN = frozenset({State.NEEDS_LOOK, State.AWAITING_DECISION, State.AWAITING_APPROVAL, State.ANSWERED})


@dataclass(frozen=True, slots=True)
class Order:
    """Our record of a buyer's order. `contact` is where letters go; times are aware, in UTC.

    `taken_by` is who took it as read (a Slack user id or a name), "" where nobody had to; `tier` and `approvers`
    stand while a manager is asked and stay as the record of it; `decided_by` is who decided.
    `proofs` are sentences about what the document proves of itself.
    """

    number: str
    state: State
    version: versions.Version
    buyer_name: str
    contact: str
    taken_at: datetime
    buyer_id: str = ""
    po_number: str = ""
    mail: int = 0
    subject: str = ""
    thread: str = ""
    touchless: bool = False
    doubts: tuple[reading.Doubt, ...] = ()
    proofs: tuple[str, ...] = ()
    taken_by: str = ""
    tier: str = ""
    approvers: tuple[str, ...] = ()
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""
    confirmed_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    reminders: int = 0

    @property
    def is_open(self) -> bool:
        """Somebody still has to do something before the order is agreed."""
        return self.state in OPEN


class Step(NamedTuple):
    """The order as it now is, and what happened."""

    order: Order
    facts: tuple[events.Fact, ...]


def move(order: Order, to: State) -> Order:
    """The order in its next state, if its life allows it."""
    if to not in LIFE[order.state]:
        raise errors.WrongStateError(order.number, order.state, to)
    return replace(order, state=to)


def cancel(order: Order, *, by: str, reason: str, at: datetime) -> Step:
    """Call the order off; `by` is a person of ours or the buyer."""
    moved = replace(move(order, State.CANCELLED), reason=reason)
    return Step(moved, (events.OrderCancelled(number=order.number, at=at, by=by, reason=reason),))


def set_aside(order: Order, *, by: str, at: datetime) -> Step:
    """A person says that this is no order for us."""
    moved = move(order, State.SET_ASIDE)
    return Step(moved, (events.SetAside(number=order.number, at=at, by=by),))


def take_up_again(order: Order, *, by: str, at: datetime) -> Step:
    """Undo a setting aside: it needs a look again, with the doubts it had."""
    if order.state is not State.SET_ASIDE:
        raise errors.WrongStateError(order.number, order.state, "taken up again")
    moved = move(order, State.NEEDS_LOOK)
    return Step(moved, (events.TakenUpAgain(number=order.number, at=at, by=by),))
