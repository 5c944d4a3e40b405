"""The card of something that the desk could not do and gave up on: a person must know."""

from bot.say import blocks, mrkdwn
from bot.say.cards import Card

RETRY = "Nothing is lost: it is tried again when somebody types `countersign retry`."
KEPT = "Nothing is lost: what was to be said stays in the books."


def card(*, what: str, why: str, advice: str = RETRY) -> Card:
    """`what` was to be done, and `why` it was not, as sentences; outside text in them is escaped here."""
    told = f"{mrkdwn.escape(what, 300)} {mrkdwn.escape(why, 900)}"
    return Card(
        f"Something was given up: {mrkdwn.escape(what, 200)}",
        [blocks.header("Something needs a person"), blocks.section(told), blocks.context([advice])],
    )
