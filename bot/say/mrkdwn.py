"""Outside text inside Slack's markup: seen as it was written, and never obeyed."""

import re

from bot.say import plain

# Slack gives &, < and > a meaning, and no other character (docs.slack.dev, "Formatting message text"). A bare @here
# is only heeded where a message is posted with link_names; ours are not, and it is still made inert here.
_CALLS = re.compile(r"@(?=here\b|channel\b|everyone\b|group\b)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt);|.", re.DOTALL)
_USER = re.compile(r"[UW][A-Z0-9]{2,20}")


def escape(text: str, limit: int = 500) -> str:
    """Outside text for a mrkdwn field, on one line; `limit` counts what Slack counts, entities at full length."""
    seen = _CALLS.sub("＠", plain.one_line(text, limit, joiners=False))
    escaped = seen.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.isolated(cut(escaped, limit - 2))  # two for the marks that set right-to-left text apart


def literal(text: str, limit: int = 150) -> str:
    """Outside text for a plain_text field. Angle brackets are set as ‹ ›: no reading of them can be a mention."""
    seen = _CALLS.sub("＠", plain.one_line(text, limit, joiners=False))
    return seen.replace("<", "‹").replace(">", "›")


def quoted(text: str, limit: int = 500) -> str:
    """Somebody's own words, between quotation marks."""
    return f"“{escape(text, limit)}”"


def person(who: str) -> str:
    """<@U…> for a Slack user id, else the name as it is written."""
    return f"<@{who}>" if _USER.fullmatch(who) else escape(who, 100)


def cut(text: str, limit: int) -> str:
    """At most `limit` characters of escaped text; no entity is left in halves."""
    if len(text) <= limit:
        return text
    kept, room = [], limit - 1
    for found in _ENTITY.finditer(text):
        if len(found.group()) > room:
            break
        kept.append(found.group())
        room -= len(found.group())
    return "".join(kept).rstrip() + "…"
