"""Block Kit's pieces as plain dicts, each kept within what Slack takes."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.say import mrkdwn

# docs.slack.dev, "Blocks" and "Block elements": the most characters, or pieces, of each.
HEADER = 150
SECTION = 3_000
FIELD = 2_000
FIELDS = 10
CONTEXT = 10
BUTTON = 75
VALUE = 2_000
BLOCKS = 50

# Slack refuses a text of no characters, which is what is left of words made of unseen ones.
_NOTHING = "–"

Block = dict[str, Any]


def header(text: str) -> Block:
    """The one line at the top; plain text."""
    return {"type": "header", "text": _plain(mrkdwn.literal(text, HEADER))}


def section(text: str, limit: int = SECTION) -> Block:
    """A paragraph of mrkdwn whose outside text is already escaped."""
    return {"type": "section", "text": _marked(text, min(limit, SECTION))}


def fields(pairs: Iterable[tuple[str, str]], limit: int = 300) -> Block:
    """Labels over values, two side by side."""
    told = [_marked(f"*{label}*\n{value}", limit) for label, value in pairs]
    return {"type": "section", "fields": told[:FIELDS]}


def context(sentences: Sequence[str], limit: int = 600) -> Block:
    """Small print."""
    return {"type": "context", "elements": [_marked(one, limit) for one in sentences[:CONTEXT]]}


def actions(buttons: Sequence[Block]) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(buttons)}


def button(label: str, action: str, value: str, *, style: str = "", ask: str = "") -> Block:
    """A button; `style` is "primary", "danger" or ""; `ask` is a question to answer before it counts."""
    made: Block = {"type": "button", "text": _plain(label[:BUTTON]), "action_id": action, "value": value[:VALUE]}
    if style:
        made["style"] = style
    if ask:
        made["confirm"] = {
            "title": _plain(f"{label}?"),
            "text": _plain(mrkdwn.literal(ask, 300)),
            "confirm": _plain(label[:30]),
            "deny": _plain("Go back"),
        }
    return made


def _marked(text: str, limit: int) -> Block:
    # `verbatim` keeps Slack from making links, channels and mentions out of what looks like them.
    return {"type": "mrkdwn", "text": mrkdwn.cut(text, limit) or _NOTHING, "verbatim": True}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text or _NOTHING, "emoji": False}
