"""Who must say yes before an order is agreed: a manager above a threshold, and always the buyer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from desk import errors, events, money, reading
from desk.orders import Order, State, Step, move


@dataclass(frozen=True, slots=True)
class Tier:
    """Orders of more than `above` (a sum of exactly that goes by itself) wait for one of `approvers` (Slack ids)."""

    name: str
    above: money.Money
    approvers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back in an order's thread; `unbelieved` and `no_voice` say why it may not count, "" where it may."""

    intent: reading.Intent
    words: str
    by: str
    version: int | None
    unbelieved: str = ""
    no_voice: str = ""


def tier_for(total: money.Money, tiers: Sequence[Tier], rates: Mapping[str, Decimal]) -> Tier | None:
    """The highest tier whose threshold the total exceeds, or None where it goes by itself.

    `rates` turn one unit of a foreign currency into the thresholds' currency; a currency without a rate
    cannot be compared, so it waits for the highest tier.
    """
    if not tiers:
        return None
    ordered = sorted(tiers, key=lambda tier: tier.above.minor)
    base = ordered[0].above.currency
    if total.currency != base:
        if total.currency not in rates:
            return ordered[-1]
        total = money.rounded(total.amount * rates[total.currency], base)
    exceeded = [tier for tier in ordered if tier.above < total]
    return exceeded[-1] if exceeded else None


def go_on(order: Order, tier: Tier | None, *, at: datetime) -> Step:
    """Nothing is in doubt any more: ask the manager where a tier says so, else the buyer."""
    if order.state is not State.NEEDS_LOOK or order.doubts:
        raise errors.WrongStateError(order.number, "in doubt" if order.doubts else order.state, "sent on")
    if tier is None:
        return _ask_buyer(order, at=at)
    waiting = replace(move(order, State.AWAITING_DECISION), tier=tier.name, approvers=tier.approvers)
    asked = events.DecisionAsked(number=order.number, at=at, tier=tier.name, approvers=tier.approvers)
    return Step(waiting, (asked,))


def ask_again(order: Order, *, by: str, at: datetime) -> Step:
    """A person of ours has the confirmation sent once more; an order that still needs a look is not offered so."""
    if order.state not in {State.AWAITING_APPROVAL, State.ANSWERED}:
        raise errors.WrongStateError(order.number, order.state, "confirmed again")
    step = _ask_buyer(order, at=at)
    return Step(step.order, (events.AskedAgain(number=order.number, at=at, by=by), *step.facts))


def take_as_read(order: Order, tier: Tier | None, *, by: str, at: datetime) -> Step:
    """A person looked and takes the order as it stands."""
    if order.state is not State.NEEDS_LOOK:
        raise errors.WrongStateError(order.number, order.state, "taken as read")
    if not order.version.is_complete:
        raise errors.WrongStateError(order.number, "incomplete (a line lacks product or price)", "taken as read")
    settled = replace(order, taken_by=by, doubts=())
    step = go_on(settled, tier, at=at)
    return Step(step.order, (events.TakenAsRead(number=order.number, at=at, by=by), *step.facts))


def may_decide(order: Order, by: str) -> None:
    """Refuse where it is decided already, and whoever has no right: no approver of the tier, or who took the order."""
    _first(order)
    if by not in order.approvers:
        raise errors.NotAllowedError(by, f"decide on {order.number}", "the policy names other approvers")
    if by == order.taken_by:
        raise errors.NotAllowedError(by, f"decide on {order.number}", "whoever took an order may not approve it")


def approve(order: Order, *, by: str, at: datetime) -> Step:
    """A manager says yes; the buyer is asked next. The first decision stands."""
    may_decide(order, by)
    step = _ask_buyer(replace(order, decided_by=by, decided_at=at), at=at)
    return Step(step.order, (events.ManagerApproved(number=order.number, at=at, by=by), *step.facts))


def decline(order: Order, *, by: str, reason: str, at: datetime) -> Step:
    """A manager says no, with a reason that the buyer will read."""
    may_decide(order, by)
    if not reason.strip():
        raise errors.NotAllowedError(by, "decline without a reason", "the buyer will ask why")
    moved = replace(move(order, State.DECLINED), decided_by=by, decided_at=at, reason=reason.strip())
    fact = events.ManagerDeclined(number=order.number, at=at, by=by, reason=reason.strip())
    return Step(moved, (fact,))


def hear(order: Order, answer: Answer, *, at: datetime) -> Step:
    """What a buyer's answer may do: a believed plain yes to the current version agrees; anything else asks a person."""
    why = _why_not_heard(order, answer)
    if why:
        fact = events.AnswerDoubted(number=order.number, at=at, by=answer.by, why=why, words=answer.words)
        return Step(order, (fact,))
    if answer.intent is reading.Intent.APPROVE:
        return _agree(order, answer, at=at)
    moved = replace(move(order, State.ANSWERED), reason="")  # whoever answers was reached
    answered = events.BuyerAnswered(
        number=order.number,
        at=at,
        version=order.version.number,
        intent=answer.intent,
        by=answer.by,
        words=answer.words,
    )
    return Step(moved, (answered,))


def _ask_buyer(order: Order, *, at: datetime) -> Step:
    if not order.version.is_complete:
        raise errors.WrongStateError(order.number, "incomplete (a line lacks product or price)", "confirmed")
    waiting = replace(move(order, State.AWAITING_APPROVAL), confirmed_at=at, reason="", reminders=0)
    asked = events.ConfirmationAsked(
        number=order.number, at=at, version=order.version.number, seal=order.version.seal, to=order.contact
    )
    return Step(waiting, (asked,))


def _agree(order: Order, answer: Answer, *, at: datetime) -> Step:
    agreed = replace(move(order, State.AGREED), approved_by=answer.by, approved_at=at, reason="")
    said = events.BuyerApproved(
        number=order.number,
        at=at,
        version=order.version.number,
        seal=order.version.seal,
        by=answer.by,
        words=answer.words,
    )
    return Step(agreed, (said,))


def _why_not_heard(order: Order, answer: Answer) -> str:
    if answer.unbelieved:
        return answer.unbelieved
    if answer.no_voice:
        return answer.no_voice
    if order.state not in {State.AWAITING_APPROVAL, State.ANSWERED}:
        return f"The order is {order.state}; no answer was awaited."
    if answer.version is None:
        return "The mail does not show which version of the order it answers."
    if answer.version != order.version.number:
        return f"It answers version {answer.version}; the current one is {order.version.number}."
    if order.state is State.ANSWERED and answer.intent is reading.Intent.APPROVE:
        # After "make it 250" a later "approved" may mean either; only a person who asks again can tell.
        return "The buyer had answered something else before this yes; ask again to be sure what is approved."
    return ""


def _first(order: Order) -> None:
    if order.decided_by:
        verdict = "declined" if order.state is State.DECLINED else "approved"
        raise errors.AlreadyDecidedError(order.number, verdict, order.decided_by)
    if order.state is not State.AWAITING_DECISION:
        raise errors.WrongStateError(order.number, order.state, "decided")
