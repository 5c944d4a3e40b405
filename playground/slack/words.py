"""The plain words of a message, a modal or a Home, as a person reads them."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from playground.slack import things

_LINK = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
_STYLED = re.compile(r"(?<!\w)([*_~`])(?=\S)(.+?)(?<=\S)\1(?!\w)")


def as_text(shown: things.Message | things.View | Mapping[str, Any]) -> str:
    """One line for each piece of text; buttons stand in [brackets]."""
    if isinstance(shown, things.View):
        return "\n".join([line for line in (shown.title,) if line] + list(_lines(shown.blocks)))
    if isinstance(shown, things.Message):
        text, blocks, attached = shown.text, list(shown.blocks), list(shown.attachments)
    else:
        text, blocks = shown.get("text", ""), shown.get("blocks") or []
        attached = shown.get("attachments") or []
    lines = list(_lines(blocks)) if blocks else [plain(text)]
    for attachment in attached:
        lines += _lines(attachment.get("blocks") or []) if "blocks" in attachment else []
        lines += [plain(attachment[name]) for name in ("pretext", "title", "text") if attachment.get(name)]
    return "\n".join(line for line in lines if line)


def plain(mrkdwn: str) -> str:
    """Words without the marks of Slack's markup."""
    bare = _LINK.sub(lambda found: found[2] or found[1], mrkdwn)
    while (shorter := _STYLED.sub(r"\2", bare)) != bare:
        bare = shorter
    return html.unescape(bare)


def _lines(blocks: list[Any]) -> Iterator[str]:
    for block in blocks:
        match block:
            case {"type": "context", "elements": parts}:
                yield " ".join(_element(part) for part in parts)
            case {"type": "actions", "elements": parts}:
                yield " ".join(_element(part) for part in parts)
            case {"type": "input", "label": label, "element": element}:
                yield f"{_text(label)}: {_element(element)}".rstrip(": ")
            case {"type": "image"}:
                yield _element(block)
            case {"type": "rich_text", "elements": parts}:
                yield "".join(_rich(part) for part in parts)
            case {"type": "table", "rows": rows}:
                yield from (" | ".join(_text(cell) for cell in row) for row in rows)
            case _:
                yield from _section(block)


def _section(block: Mapping[str, Any]) -> Iterator[str]:
    if "text" in block:
        yield _text(block["text"])
    yield from (_text(field) for field in block.get("fields") or ())
    if "accessory" in block:
        yield _element(block["accessory"])


def _text(text: Any) -> str:
    if isinstance(text, str):
        return text
    words = text.get("text", "") if isinstance(text, dict) else ""
    return plain(words) if not isinstance(text, dict) or text.get("type") != "plain_text" else words


def _element(element: Mapping[str, Any]) -> str:
    match element:
        case {"type": "button" | "workflow_button", "text": text}:
            return f"[{_text(text)}]"
        case {"type": "image"}:
            return str(element.get("alt_text", ""))
        case {"type": "mrkdwn" | "plain_text"}:
            return _text(element)
        case {"options": list(options)}:
            return " ".join(f"[{_text(option['text'])}]" for option in options)
        case _:
            return _text(element.get("placeholder") or "")


def _rich(part: Mapping[str, Any]) -> str:
    if "elements" in part:
        end = "\n" if part["type"] != "rich_text_section" else ""
        return "".join(_rich(inner) for inner in part["elements"]) + end
    return str(part.get("text") or part.get("url") or part.get("name") or part.get("user_id") or "")
