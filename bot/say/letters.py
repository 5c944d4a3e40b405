"""The letters to buyers: what each is called, and what it needs to be told."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.say import envelope, figures, paper, plain, views
from bot.say.envelope import Letter, Sender, Stamp
from desk import orders, policy, thread

__all__ = ["Kind", "Letter", "Sender", "Stamp"]


class Kind(StrEnum):
    """Every letter that there is; each has a subject, a text and an html in `templates/letters`."""

    CONFIRMATION = "confirmation"
    ACKNOWLEDGEMENT = "acknowledgement"
    REMINDER = "reminder"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    COULD_NOT_READ = "could_not_read"
    STALE = "stale"


def confirmation(
    order: orders.Order, sender: Sender, stamp: Stamp, *, after: Sequence[str] = (), seen: int = 0
) -> Letter:
    """What we understood, down to the last figure, and the question for "approved".

    `seen` is the last version before this one that the buyer was shown; 0 where there was none.
    For all letters: `after` are the ids of the mails since the buyer's own (which stands in `order.thread`), oldest
    first. Raises envelope.BadAddressError where the order's contact is no address.
    """
    replaces = f"version {seen}" if seen else ""
    return _letter(Kind.CONFIRMATION, order, sender, stamp, after, replaces=replaces)


def acknowledgement(order: orders.Order, sender: Sender, stamp: Stamp, *, after: Sequence[str] = ()) -> Letter:
    """The order is agreed: who said so, when, and what comes next."""
    said = {"by": plain.one_line(order.approved_by, 120) or "You", "on": _on(" on ", order.approved_at, sender.seller)}
    return _letter(Kind.ACKNOWLEDGEMENT, order, sender, stamp, after, **said)


def reminder(order: orders.Order, sender: Sender, stamp: Stamp, *, after: Sequence[str] = ()) -> Letter:
    """The question again, with the sum and the first lines."""
    asked = _on("On ", order.confirmed_at, sender.seller) or "Earlier"
    return _letter(Kind.REMINDER, order, sender, stamp, after, asked=asked)


def declined(order: orders.Order, sender: Sender, stamp: Stamp, *, after: Sequence[str] = ()) -> Letter:
    """We do not take the order, for the manager's reason."""
    return _letter(Kind.DECLINED, order, sender, stamp, after, reason=plain.one_line(order.reason, 600))


def cancelled(order: orders.Order, sender: Sender, stamp: Stamp, *, after: Sequence[str] = ()) -> Letter:
    """The order is called off."""
    return _letter(Kind.CANCELLED, order, sender, stamp, after, reason=plain.one_line(order.reason, 600))


def stale(order: orders.Order, sender: Sender, stamp: Stamp, *, answered: int, after: Sequence[str] = ()) -> Letter:
    """The approval that came was for version `answered`; this is the current one, and the question again."""
    return _letter(Kind.STALE, order, sender, stamp, after, answered=str(answered))


def could_not_read(
    sender: Sender, stamp: Stamp, *, to: str, why: str, subject: str = "", after: Sequence[str] = ()
) -> Letter:
    """We have the mail but could make no order of it: `why` is our own sentence; it says what to send instead."""
    topic = views.without_reply(plain.one_line(subject, 150))
    said = {
        "why": plain.one_line(why, 400),
        "about": f" “{topic}”" if topic else "",
        "subject": f"Re: {topic}" if topic else "Your mail to us",
    }
    around = envelope.Envelope(
        kind=Kind.COULD_NOT_READ, to=to, sender=sender, stamp=stamp, thread=envelope.ids(" ".join(after)), answers=True
    )
    return envelope.sealed(around, _words(Kind.COULD_NOT_READ, us=views.us(sender.seller), **said))


def _letter(
    kind: Kind,
    order: orders.Order,
    sender: Sender,
    stamp: Stamp,
    after: Sequence[str],
    **said: str,
) -> Letter:
    around = envelope.Envelope(
        kind=kind,
        to=order.contact,
        sender=sender,
        stamp=stamp,
        token=thread.token(thread.Thread(order.number, order.version.number), secret=sender.secret),
        order=order.number,
        thread=envelope.ids(" ".join([order.thread, *after])),
        answers=kind is Kind.STALE,
    )
    return envelope.sealed(
        around, _words(kind, us=views.us(sender.seller), letter=views.sheet(order, sender.seller), **said)
    )


def _words(kind: Kind, **said: object) -> envelope.Words:
    return envelope.Words(
        subject=paper.filled(f"{kind}.subject.j2", **said),
        text=paper.filled(f"{kind}.text.j2", **said) + "\n",
        html=paper.filled(f"{kind}.html.j2", **said) + "\n",
    )


def _on(before: str, at: datetime | None, seller: policy.Seller) -> str:
    return f"{before}{figures.moment(at, seller.time_zone)}" if at else ""
