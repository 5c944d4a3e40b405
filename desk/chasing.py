"""What we do about a buyer's silence, and about a letter that did not arrive."""

from dataclasses import replace
from datetime import datetime

from desk import events, orders


def is_due(order: orders.Order, *, version: int, count: int, most: int, asked: datetime) -> bool:
    """The buyer has not answered what was asked then, the letter was not returned, and reminders are left."""
    waits = order.state is orders.State.AWAITING_APPROVAL and not order.reason and order.confirmed_at == asked
    return waits and order.version.number == version and order.reminders == count - 1 and count <= most


def remind(order: orders.Order, *, at: datetime) -> orders.Step:
    """Ask the buyer once more about the same version."""
    asked = replace(order, reminders=order.reminders + 1)
    fact = events.BuyerReminded(
        number=order.number, at=at, version=order.version.number, to=order.contact, count=asked.reminders
    )
    return orders.Step(asked, (fact,))


def not_delivered(order: orders.Order, *, letter: str, to: str, why: str, at: datetime) -> orders.Step:
    """A letter came back: while we wait for an answer the order says so, and nobody is reminded at a dead address."""
    fact = events.LetterRefused(number=order.number, at=at, letter=letter, to=to, why=why)
    if order.state is not orders.State.AWAITING_APPROVAL:
        return orders.Step(order, (fact,))
    return orders.Step(replace(order, reason=f"The {letter} to {to} was not delivered: {why}"), (fact,))
