"""Block Kit: what Slack says of wrong blocks, and the ids it gives to right ones.

Limits: docs.slack.dev/reference/block-kit/blocks.
"""

import enum
import secrets
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from playground.slack import elements, refusals, texts, things

SECTION, FIELD, FIELDS, HEADER, MARKDOWN, ACTIONS, CONTEXT, LABEL, TABLE_ROWS = (
    3000,
    2000,
    10,
    150,
    12_000,
    25,
    10,
    2000,
    100,
)
# Not in the reference: measured by others, slackapi/bolt-js issue 2509 (13,297 with markdown blocks alone).
ALL_CHARACTERS = 13_200


class Surface(enum.Enum):
    """Where blocks stand; the value is how many may."""

    MESSAGE = 50
    MODAL = 100
    HOME = 101

    @property
    def most(self) -> int:
        """How many blocks may stand there."""
        return min(self.value, 100)


def check(blocks: Any, *, surface: Surface, at: str = "/blocks") -> list[str]:
    """Everything that is wrong with the blocks; an empty list where nothing is."""
    if not isinstance(blocks, list | tuple):
        return [texts.problem("must be an array", at)]
    found = list(texts.check_count(list(blocks), at, least=0, most=surface.most))
    for place, block in enumerate(blocks):
        found += _block(block, f"{at}/{place}", surface)
    return found + list(_twice(blocks, at))


def _block(block: Any, at: str, surface: Surface) -> Iterator[str]:
    if not isinstance(block, dict) or not isinstance(block.get("type"), str):
        yield texts.problem("missing required field: type", at)
        return
    check_this = _CHECKS.get(block["type"])
    if check_this is None or (block["type"] in _MESSAGE_ONLY and surface is not Surface.MESSAGE):
        yield texts.problem(f"unsupported type: {block['type']}", f"{at}/type")
        return
    yield from texts.check_string(block, "block_id", at, longest=elements.ID)
    yield from check_this(block, at)


def _twice(blocks: Sequence[Any], at: str) -> Iterator[str]:
    seen: set[str] = set()
    for place, block in enumerate(blocks):
        name = block.get("block_id") if isinstance(block, dict) else None
        if isinstance(name, str) and name and name in seen:
            yield texts.problem(f'"block_id" of "{name}" already exists', f"{at}/{place}/block_id")
        seen.add(str(name))


def _section(block: things.Json, at: str) -> Iterator[str]:
    yield from texts.check_text(block, "text", at, longest=SECTION, must="fields" not in block)
    fields = block.get("fields")
    if fields is not None:
        yield from texts.check_count(fields, f"{at}/fields", least=1, most=FIELDS)
        for place, field in enumerate(fields if isinstance(fields, list) else ()):
            yield from texts.check_text({str(place): field}, str(place), f"{at}/fields", longest=FIELD, must=True)
    if "accessory" in block:
        yield from elements.check(block["accessory"], f"{at}/accessory", allowed=elements.IN_SECTION)


def _header(block: things.Json, at: str) -> Iterator[str]:
    yield from texts.check_text(block, "text", at, longest=HEADER, kinds=texts.PLAIN, must=True)


def _image(block: things.Json, at: str) -> Iterator[str]:
    yield from elements.check(block, at, allowed=frozenset({"image"}))
    yield from texts.check_text(block, "title", at, longest=LABEL, kinds=texts.PLAIN)


def _row(block: things.Json, at: str, *, most: int, allowed: frozenset[str]) -> Iterator[str]:
    row = block.get("elements")
    yield from texts.check_count(row, f"{at}/elements", least=1, most=most)
    seen: set[str] = set()
    for place, element in enumerate(row if isinstance(row, list) else ()):
        here = f"{at}/elements/{place}"
        yield from elements.check(element, here, allowed=allowed)
        action = element.get("action_id") if isinstance(element, dict) else None
        if action and action in seen:
            yield texts.problem(f'"action_id" of "{action}" already exists', f"{here}/action_id")
        seen.add(str(action))


def _actions(block: things.Json, at: str) -> Iterator[str]:
    yield from _row(block, at, most=ACTIONS, allowed=elements.IN_ACTIONS)


def _context(block: things.Json, at: str) -> Iterator[str]:
    yield from _row(block, at, most=CONTEXT, allowed=elements.IN_CONTEXT)


def _input(block: things.Json, at: str) -> Iterator[str]:
    yield from texts.check_text(block, "label", at, longest=LABEL, kinds=texts.PLAIN, must=True)
    yield from texts.check_text(block, "hint", at, longest=LABEL, kinds=texts.PLAIN)
    yield from elements.check(block.get("element"), f"{at}/element", allowed=elements.IN_INPUT)


def _markdown(block: things.Json, at: str) -> Iterator[str]:
    yield from texts.check_string(block, "text", at, longest=MARKDOWN, must=True)


def _rich_text(block: things.Json, at: str) -> Iterator[str]:
    if not isinstance(block.get("elements"), list):
        yield texts.problem("missing required field: elements", at)


def _table(block: things.Json, at: str) -> Iterator[str]:
    yield from texts.check_count(block.get("rows"), f"{at}/rows", least=1, most=TABLE_ROWS)


def _divider(_block: things.Json, _at: str) -> Iterator[str]:
    yield from ()


_CHECKS: dict[str, Callable[[things.Json, str], Iterator[str]]] = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "image": _image,
    "actions": _actions,
    "context": _context,
    "input": _input,
    "markdown": _markdown,
    "rich_text": _rich_text,
    "table": _table,
}
_MESSAGE_ONLY = frozenset({"markdown", "table"})


def characters(blocks: Any) -> int:
    """How much text the blocks hold, wherever it stands in them."""
    if isinstance(blocks, dict):
        own = len(blocks["text"]) if isinstance(blocks.get("text"), str) else 0
        return own + sum(characters(part) for part in blocks.values())
    return sum(characters(part) for part in blocks) if isinstance(blocks, list | tuple) else 0


def for_message(blocks: Any) -> tuple[things.Json, ...]:
    """The blocks of a message with their ids; raises invalid_blocks or msg_blocks_too_long."""
    problems = check(blocks, surface=Surface.MESSAGE)
    if problems:
        raise refusals.RefusalError("invalid_blocks", problems=problems)
    if characters(blocks) > ALL_CHARACTERS:
        raise refusals.RefusalError("msg_blocks_too_long")
    return tuple(with_ids(block) for block in blocks)


def with_ids(block: things.Json) -> things.Json:
    """Slack gives a block an id where the app gave none, and an action id to each thing to press."""
    named: things.Json = {"block_id": _short_id()} | block
    if "element" in named:
        named["element"] = _named(named["element"])
    if isinstance(named.get("accessory"), dict):
        named["accessory"] = _named(named["accessory"])
    if named["type"] == "actions":
        named["elements"] = [_named(element) for element in named["elements"]]
    return named


def _named(element: things.Json) -> things.Json:
    return {"action_id": _short_id()} | element if element["type"] in elements.INTERACTIVE else element


def _short_id() -> str:
    return secrets.token_urlsafe(4)
