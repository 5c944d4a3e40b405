"""The cards that the team sees in Slack: of an order, of a decision, of a mail that no order was made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.say import blocks, figures, mrkdwn, plain
from bot.say.blocks import Block
from bot.say.diary import entry as diary
from desk import orders, policy, reading, versions
from desk.orders import State

__all__ = ["Card", "approval_card", "card", "diary", "person_card"]

_MOST_LINES = 8
_MOST_DOUBTS = 6
_MOST_GUESSES = 3
_MARKS: dict[State, str] = {
    State.NEEDS_LOOK: "◇",
    State.AWAITING_DECISION: "◔",
    State.AWAITING_APPROVAL: "◑",
    State.ANSWERED: "◇",
    State.AGREED: "●",
    State.DECLINED: "✕",
    State.CANCELLED: "✕",
    State.SET_ASIDE: "–",
}


@dataclass(frozen=True, slots=True)
class Card:
    """A Slack message: `text` is what notifications and screen readers say, `blocks` what is seen."""

    text: str
    blocks: list[Block]


def card(order: orders.Order, *, rules: policy.Policy, notes: Sequence[str] = ()) -> Card:
    """The one card of an order, as it now stands. `notes` are sentences of ours."""
    shown = [
        blocks.header(_title(order)),
        blocks.fields(_facts(order)),
        blocks.section(_lines(order.version), 2_400),
    ]
    if order.doubts and order.state in {State.NEEDS_LOOK, State.SET_ASIDE}:
        shown.append(blocks.section(_doubts(order.doubts), 2_400))
    told = [*_proven(order), *(mrkdwn.escape(note, 300) for note in notes[:3])]
    if told:
        shown.append(blocks.context([" · ".join(told)], 900))
    shown.append(blocks.section("\n".join([*_story(order, rules), _next(order, rules)]), 1_600))
    buttons = _buttons(order)
    if buttons:
        shown.append(blocks.actions(buttons))
    return Card(_fallback(order), shown)


def approval_card(order: orders.Order, *, rules: policy.Policy) -> Card:
    """The question to the managers; once it is decided, or needs no answer any more, it says so and has no buttons."""
    shown = [
        blocks.header(
            f"Take {order.number}? {figures.sum_of(order.version.total)} from {order.buyer_name or order.contact}"
        ),
        blocks.fields(_facts(order)),
        blocks.section(_lines(order.version), 2_400),
    ]
    verdict = _verdict(order, rules)
    shown.append(blocks.section(verdict or _asked(order), 1_600))
    if not verdict:
        shown.append(
            blocks.actions(
                [
                    blocks.button("Approve", "order.approve", _value(order), style="primary"),
                    blocks.button("Reject", "order.reject", _value(order), style="danger"),
                ]
            )
        )
    sum_and_buyer = f"{figures.sum_of(order.version.total)}, {mrkdwn.escape(order.buyer_name, 80)}"
    return Card(f"{order.number}: {verdict or f'a decision is needed. {sum_and_buyer}.'}", shown)


def person_card(
    *,
    mail: int,
    why: str,
    sender: str,
    subject: str,
    received_at: datetime,
    rules: policy.Policy,
    set_aside_by: str = "",
    taken_by: str = "",
) -> Card:
    """A mail that no order could be made from: a person must look. `why` is a sentence of ours."""
    when = figures.moment(received_at, rules.seller.time_zone)
    told = [
        ("From", mrkdwn.escape(sender, 200)),
        ("Received", when),
        ("Subject", mrkdwn.escape(subject, 250) or "none"),
    ]
    shown = [
        blocks.header("A mail needs a person"),
        blocks.section(mrkdwn.escape(why, 1_000)),
        blocks.fields(told),
    ]
    if taken_by:
        shown.append(blocks.section(f"– {mrkdwn.person(taken_by)} showed where the order stands in it; it is taken."))
    elif set_aside_by:
        shown.append(blocks.section(f"– Set aside by {mrkdwn.person(set_aside_by)}. The mail is kept."))
    else:
        shown.append(blocks.section("*Next:* open the mail in the thread, and answer the sender or set it aside."))
        shown.append(blocks.actions([blocks.button("Set aside", "mail.set_aside", str(mail))]))
    return Card(f"A mail from {mrkdwn.escape(sender, 200)} needs a person: {mrkdwn.escape(why, 300)}", shown)


def _title(order: orders.Order) -> str:
    po = plain.one_line(order.po_number, 50)
    parts = [order.number, f"PO {po}" if po else "no PO number", plain.one_line(order.buyer_name, 60) or order.contact]
    return " · ".join(parts)


def _fallback(order: orders.Order) -> str:
    total = figures.sum_of(order.version.total)
    return mrkdwn.cut(f"{mrkdwn.escape(_title(order), 300)}: {order.state}, {total}", 400)


def _facts(order: orders.Order) -> Iterable[tuple[str, str]]:
    version = order.version
    yield "Total", figures.sum_of(version.total)
    yield "Ship date asked for", figures.day(version.requested_date) if version.requested_date else "not stated"
    yield "State", f"{_MARKS[order.state]} {order.state}"
    yield "Lines", f"{len(version.lines):,}" + (f" (version {version.number})" if version.number > 1 else "")
    if version.cancel_date:
        yield "Cancel if later than", figures.day(version.cancel_date)
    if version.payment_terms:
        yield "Payment terms", mrkdwn.escape(version.payment_terms, 200)


def _lines(version: versions.Version) -> str:
    shown = [_line(line, version.currency) for line in version.lines[:_MOST_LINES]]
    hidden = len(version.lines) - len(shown)
    if hidden:
        shown.append(f"_and {hidden:,} more_")
    return "\n".join(shown) or "_No lines were read._"


def _line(line: versions.Line, currency: str) -> str:
    what = mrkdwn.escape(line.sku, 60) if line.sku else "*product not settled*"
    count = f"{figures.quantity(line.quantity)} {mrkdwn.escape(line.unit, 12)}".rstrip()
    price = "*price not settled*" if line.price is None else f"at {figures.price(line.price, currency, line.per)}"
    amount = "" if line.amount is None else f" = {figures.bare(line.amount)}"
    return f"{line.position}. {count} × {what} {mrkdwn.escape(line.description, 90)} {price}{amount}"


def _doubts(doubts: Sequence[reading.Doubt]) -> str:
    shown = [_doubt(one) for one in doubts[:_MOST_DOUBTS]]
    hidden = len(doubts) - len(shown)
    if hidden:
        shown.append(f"_and {plain.counted(hidden, 'more doubt')}_")
    return "\n".join(["*To be settled*", *shown])


def _doubt(one: reading.Doubt) -> str:
    guesses = [mrkdwn.escape(guess, 50) for guess in one.guesses[:_MOST_GUESSES]]
    return f"• {mrkdwn.escape(one.why, 220)}" + (f" Perhaps: {plain.listed(guesses, 'or')}." if guesses else "")


def _proven(order: orders.Order) -> list[str]:
    told = [f"✓ {mrkdwn.escape(proof, 200)}" for proof in order.proofs[:4]]
    return [*told, "the document proves itself"] if order.touchless else told


def _story(order: orders.Order, rules: policy.Policy) -> Iterable[str]:
    zone = rules.seller.time_zone
    if order.taken_by:
        yield f"Taken as read by {mrkdwn.person(order.taken_by)}."
    if order.decided_by and order.state is not State.DECLINED:
        yield f"Approved by {mrkdwn.person(order.decided_by)}{_tier(order)}."
    if order.confirmed_at:
        again = f"; reminded {plain.counted(order.reminders, 'time')}" if order.reminders else ""
        asked = f"to {mrkdwn.escape(order.contact, 120)} on {figures.moment(order.confirmed_at, zone)}"
        yield f"Confirmation of version {order.version.number} sent {asked}{again}."
    if order.approved_by and order.approved_at:
        agreed = figures.moment(order.approved_at, zone)
        yield f"The buyer approved: {mrkdwn.escape(order.approved_by, 120)} on {agreed}."


_NEXT: dict[State, str] = {
    State.NEEDS_LOOK: "*Next:* compare it with the original in the thread, then take it as read or set it aside.",
    State.AWAITING_APPROVAL: "*Next:* the buyer replies “approved”.",
    State.ANSWERED: "*Next:* the buyer answered something other than yes: read it in the thread; ask again or cancel.",
    State.SET_ASIDE: "*Set aside:* no order for us. It can be taken up again.",
}


def _next(order: orders.Order, rules: policy.Policy) -> str:
    match order.state:
        case State.NEEDS_LOOK if not order.version.is_complete:
            return f"*Next:* {_open_line(order)}"
        case State.AWAITING_APPROVAL if order.reason:
            why = mrkdwn.escape(order.reason, 400)
            return f"*Not delivered.* {why}\n*Next:* reach the buyer another way, or send again."
        case State.AWAITING_DECISION:
            where = mrkdwn.escape(rules.channels.approvals.lstrip("#"), 80)
            return f"*Next:* {_deciders(order)} in #{where}{_tier(order)}."
        case State.AGREED:
            return f"*Agreed:* version {order.version.number} stands."
        case State.DECLINED:
            return f"*Declined* by {mrkdwn.person(order.decided_by)}: {mrkdwn.quoted(order.reason)}"
        case State.CANCELLED:
            return "*Cancelled*" + (f": {mrkdwn.quoted(order.reason)}" if order.reason else ".")
        case _:
            return _NEXT[order.state]


def _open_line(order: orders.Order) -> str:
    lines = order.version.lines
    unsettled = [line for line in lines if not line.sku or line.price is None or line.quantity <= 0]
    where = unsettled[0].position if unsettled else 1
    return (
        f"line {where} lacks its product, quantity or price. Say which product of ours is meant, and at what price "
        f"where that is open: `/po settle {order.number} {where}=SKU@price`. Then the order can be taken."
    )


def _buttons(order: orders.Order) -> list[Block]:
    value = _value(order)
    match order.state:
        case State.NEEDS_LOOK:
            take = blocks.button("Take as read", "order.take", value, style="primary")
            aside = blocks.button("Set aside", "order.set_aside", value)
            return [take, aside] if order.version.is_complete else [aside]
        case State.AWAITING_APPROVAL:
            return [
                blocks.button("Send again", "order.ask_again", value, ask="The buyer gets the confirmation once more.")
            ]
        case State.ANSWERED:
            again = blocks.button("Ask again", "order.ask_again", value, style="primary")
            return [again, blocks.button("Cancel order", "order.cancel", value, style="danger", ask=_ASK_CANCEL)]
        case State.SET_ASIDE:
            return [blocks.button("Take up again", "order.take_up", value)]
        case State.AWAITING_DECISION | State.AGREED | State.DECLINED | State.CANCELLED:
            return []


_ASK_CANCEL = "The order ends here, and the buyer is told by mail."


def _asked(order: orders.Order) -> str:
    return f"*Next:* {_deciders(order)}{_tier(order)}. The first decision stands."


def _deciders(order: orders.Order) -> str:
    people = plain.listed([mrkdwn.person(one) for one in order.approvers[:10]], "or")
    return f"{people or 'an approver'} decides"


def _verdict(order: orders.Order, rules: policy.Policy) -> str:
    at = order.decided_at
    when = f" on {figures.moment(at, rules.seller.time_zone)}" if at else ""
    if order.state is State.DECLINED:
        return f"✕ Rejected by {mrkdwn.person(order.decided_by)}{when}: {mrkdwn.quoted(order.reason)}"
    if order.decided_by:
        return f"● Approved by {mrkdwn.person(order.decided_by)}{when}."
    if order.state is not State.AWAITING_DECISION:
        return f"– No decision is needed any more: the order is {order.state}."
    return ""


def _tier(order: orders.Order) -> str:
    return f" (tier {mrkdwn.quoted(order.tier, 60)})" if order.tier else ""


def _value(order: orders.Order) -> str:
    return f"{order.number}:{order.version.number}"
