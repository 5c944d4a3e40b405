"""The slash command /po: acknowledged at once, answered to the asker alone."""

import logging
from typing import Any

from slack_bolt import Ack, Respond

from bot import office, questions, wires
from bot.say import answers, mrkdwn
from bot.slack import post, words
from desk import errors

log = logging.getLogger(__name__)


class Commands:
    """Slash commands at one desk."""

    def __init__(self, desk: office.Office, poster: post.Poster) -> None:
        self._desk, self._poster = desk, poster

    def po(self, ack: Ack, command: dict[str, Any], respond: Respond) -> None:
        """/po and everything behind it."""
        ack()
        try:
            answer = questions.ask(self._desk, str(command.get("text") or ""), by=str(command["user_id"]))
        except errors.DeskError as told:
            respond(text=words.sentence(told), response_type="ephemeral")
            return
        except Exception:
            log.exception("/po %s", command.get("text"))
            respond(text=words.BROKEN, response_type="ephemeral")
            return
        link = self._link(answer)
        respond(
            text=mrkdwn.cut("\n".join(filter(None, [words.as_commands(answer.text), link])), words.MOST),
            blocks=[*words.blocks_as_commands(answer.blocks)] if answer.blocks else None,
            response_type="ephemeral",
        )

    def _link(self, answer: answers.Answer) -> str:
        """A link to the card; an answer is worth giving without it."""
        with self._desk.store.look() as books:
            card = books.cards.get(answer.card) if answer.card else None
        if card is None:
            return ""
        try:
            return f"<{self._poster.link(post.Posted(card.channel, card.ts))}|Open the card>"
        except (wires.TryLaterError, wires.NeverAgainError):
            return ""
