"""A job that failed for good is set aside with its reason, and a person is told."""

import logging

from bot import office
from bot.flows import ask_person, say
from bot.say import cards, trouble
from store import outbox, unit, work

log = logging.getLogger(__name__)

_TROUBLE = "trouble:"


def tell_person(desk: office.Office, books: unit.Unit, job: work.Job, why: str) -> None:
    """In the transaction that sets the job aside: a mail gets its own card, anything else one about the job."""
    if job.name == "open":
        kept = books.inbox.get(int(str(job.args["mail"])))
        if kept is not None and ask_person.in_these(desk, books, kept, why=why):
            return
    if job.name == outbox.CARRY:
        # What stands behind it in its stream goes on; `countersign retry` takes this one up again.
        books.outbox.refused(int(str(job.args["item"])), why=why)
    what = f"The desk could not {_ACTS.get(job.name, job.name)}."
    _show(desk, books, trouble.card(what=what, why=why))


def refused(desk: office.Office, books: unit.Unit, item: outbox.Item, why: str) -> None:
    """Slack will never take something of ours; unless it was such a card itself, a card says so."""
    log.error("Slack refused the %s %s for good: %s", item.kind, item.key, why)
    if not item.stream.startswith(_TROUBLE):
        of = f" of {item.order_number}" if item.order_number else ""
        _show(desk, books, trouble.card(what=f"A {item.kind}{of} cannot be shown here.", why=why, advice=trouble.KEPT))


def _show(desk: office.Office, books: unit.Unit, shown: cards.Card) -> None:
    say.card(desk, books, f"{_TROUBLE}{desk.chance()}", desk.rules.channels.orders, shown)


_ACTS = {"open": "open a mail", "carry": "deliver what it had to say", "chase": "remind a buyer"}
