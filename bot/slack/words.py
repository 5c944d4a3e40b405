"""How the desk's sentences are put in Slack: escaped, with mentions, and commands as they are typed there."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.say import mrkdwn
from desk import errors

MOST = 3_800  # Slack cuts a message's text at 4,000 characters
BROKEN = "Something broke on our side; nothing was changed. It is in the log, and trying again is safe."

_COMMAND = re.compile(
    r"`(?=(?:/?po )?(?:help|list|find|history|original|settle|take|aside|resend|cancel|show|[0-9])\b)(?:/?po )?"
)


def sentence(told: errors.DeskError) -> str:
    """An error of ours as a message: outside text in it is inert, and the person it is about is mentioned."""
    said = mrkdwn.escape(str(told), 1_500)
    match told:
        case errors.NotAllowedError(who=about) | errors.AlreadyDecidedError(by=about):
            said = said.replace(mrkdwn.escape(about), mrkdwn.person(about), 1)
    return as_commands(said)


def as_commands(text: str) -> str:
    """`list` as `/po list`: what is written in an answer can be typed as it stands."""
    return _COMMAND.sub("`/po ", text)


def blocks_as_commands(blocks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The same for the small print of an answer's blocks."""
    for block in blocks:
        if block["type"] == "context":
            elements = [element | {"text": as_commands(element["text"])} for element in block["elements"]]
            yield block | {"elements": elements}
        else:
            yield block
