"""Text, options and confirmations inside blocks, and what Slack says of wrong ones.

Limits: docs.slack.dev/reference/block-kit/composition-objects. A problem is worded as Slack words it, with
a JSON pointer to the place.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

PLAIN = ("plain_text",)
ANY = ("plain_text", "mrkdwn")
OPTIONS, OPTION_TEXT, OPTION_VALUE, GROUP_LABEL = 100, 75, 150, 75
CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}


def problem(said: str, at: str) -> str:
    """One problem and where it is."""
    return f"{said} [json-pointer:{at}]"


def check_text(
    thing: Mapping[str, Any], name: str, at: str, *, longest: int, kinds: Collection[str] = ANY, must: bool = False
) -> Iterator[str]:
    """What is wrong with the text object under this name."""
    text, here = thing.get(name), f"{at}/{name}"
    if text is None:
        if must:
            yield problem(f"missing required field: {name}", at)
        return
    if not isinstance(text, dict) or not isinstance(text.get("text"), str):
        yield problem("must be a valid text object", here)
        return
    if text.get("type") not in kinds:
        yield problem(f"must be one of: {', '.join(kinds)}", f"{here}/type")
    if not text["text"]:
        yield problem("must be more than 0 characters", f"{here}/text")
    if len(text["text"]) > longest:
        yield problem(f"must be less than {longest + 1} characters", f"{here}/text")


def check_string(thing: Mapping[str, Any], name: str, at: str, *, longest: int, must: bool = False) -> Iterator[str]:
    """What is wrong with the plain string under this name."""
    value = thing.get(name)
    if value is None:
        if must:
            yield problem(f"missing required field: {name}", at)
    elif not isinstance(value, str):
        yield problem("must be a string", f"{at}/{name}")
    elif len(value) > longest:
        yield problem(f"must be less than {longest + 1} characters", f"{at}/{name}")


def check_count(things: Any, at: str, *, least: int, most: int) -> Iterator[str]:
    """What is wrong with the length of a list."""
    if not isinstance(things, list):
        yield problem("must be an array", at)
    elif len(things) < least:
        yield problem(f"must have at least {least} item{'s' * (least != 1)}", at)
    elif len(things) > most:
        yield problem(f"no more than {most} items allowed", at)


def check_option(option: Any, at: str, *, kinds: Collection[str] = PLAIN) -> Iterator[str]:
    """What is wrong with one choice of a menu."""
    if not isinstance(option, dict):
        yield problem("must be a valid option object", at)
        return
    yield from check_text(option, "text", at, longest=OPTION_TEXT, kinds=kinds, must=True)
    yield from check_string(option, "value", at, longest=OPTION_VALUE, must=True)
    yield from check_text(option, "description", at, longest=OPTION_TEXT, kinds=kinds)


def check_options(
    element: Mapping[str, Any], at: str, *, most: int = OPTIONS, kinds: Collection[str] = PLAIN
) -> Iterator[str]:
    """What is wrong with the choices under `options`."""
    options = element.get("options")
    yield from check_count(options, f"{at}/options", least=1, most=most)
    for place, option in enumerate(options if isinstance(options, list) else ()):
        yield from check_option(option, f"{at}/options/{place}", kinds=kinds)


def check_menu(element: Mapping[str, Any], at: str) -> Iterator[str]:
    """What is wrong with a menu's options or its groups of options: exactly one of the two is there."""
    groups = element.get("option_groups")
    if groups is None:
        yield from check_options(element, at)
        return
    if "options" in element:
        yield problem("only one of options, option_groups is allowed", at)
    yield from check_count(groups, f"{at}/option_groups", least=1, most=OPTIONS)
    for place, group in enumerate(groups if isinstance(groups, list) else ()):
        here = f"{at}/option_groups/{place}"
        yield from check_text(group, "label", here, longest=GROUP_LABEL, kinds=PLAIN, must=True)
        yield from check_options(group, here)


def check_confirm(element: Mapping[str, Any], at: str) -> Iterator[str]:
    """What is wrong with the question that is asked before a press counts."""
    confirm = element.get("confirm")
    if confirm is None:
        return
    if not isinstance(confirm, dict):
        yield problem("must be a valid confirm object", f"{at}/confirm")
        return
    for name, longest in CONFIRM.items():
        kinds = ANY if name == "text" else PLAIN
        yield from check_text(confirm, name, f"{at}/confirm", longest=longest, kinds=kinds, must=name == "title")
