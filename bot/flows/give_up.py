"""A job that failed for good is set aside with its reason, and a person is told."""

from bot import office
from bot.flows import ask_person, say
from bot.say import trouble
from store import unit, work


def tell_person(desk: office.Office, books: unit.Unit, job: work.Job, why: str) -> None:
    """In the transaction that sets the job aside: a mail gets its own card, anything else one about the job."""
    if job.name == "open":
        kept = books.inbox.get(int(str(job.args["mail"])))
        if kept is not None and ask_person.in_these(desk, books, kept, why=why):
            return
    what = f"The desk could not {_ACTS.get(job.name, job.name)}."
    key = f"trouble:{desk.chance()}"
    say.card(desk, books, key, desk.rules.channels.orders, trouble.card(what=what, why=why))


_ACTS = {"open": "open a mail", "carry": "deliver what it had to say", "chase": "remind a buyer"}
