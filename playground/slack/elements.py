"""Buttons, menus and inputs inside blocks, and what Slack says of wrong ones.

Limits: docs.slack.dev/reference/block-kit/block-elements.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from playground.slack import texts

ID, LABEL, VALUE, URL, PLACEHOLDER, FEW_OPTIONS, OVERFLOW, INPUT = 255, 75, 2000, 3000, 150, 10, 5, 3000

SELECTS = frozenset({"static_select", "external_select", "users_select", "conversations_select", "channels_select"})
MULTI_SELECTS = frozenset(f"multi_{kind}" for kind in SELECTS)
PICKERS = frozenset({"datepicker", "timepicker", "datetimepicker"})
CHOICES = frozenset({"checkboxes", "radio_buttons"})
TYPED = frozenset(
    {"plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input", "file_input"}
)
PRESSED = frozenset({"button", "overflow", "workflow_button"})

IN_ACTIONS = PRESSED | PICKERS | CHOICES | SELECTS
IN_SECTION = IN_ACTIONS - {"datetimepicker"} | MULTI_SELECTS | {"image"}
IN_INPUT = PICKERS | CHOICES | SELECTS | MULTI_SELECTS | TYPED
IN_CONTEXT = frozenset({"image", "plain_text", "mrkdwn"})
INTERACTIVE = IN_ACTIONS | IN_INPUT

Element = Mapping[str, Any]


def check(element: Any, at: str, *, allowed: frozenset[str]) -> Iterator[str]:
    """What is wrong with one element, where only these types may stand."""
    if not isinstance(element, dict) or not isinstance(element.get("type"), str):
        yield texts.problem("missing required field: type", at)
        return
    kind = element["type"]
    if kind not in allowed:
        yield texts.problem(f"unsupported type: {kind}", f"{at}/type")
        return
    if kind in INTERACTIVE:
        yield from texts.check_string(element, "action_id", at, longest=ID)
        yield from texts.check_text(element, "placeholder", at, longest=PLACEHOLDER, kinds=texts.PLAIN)
        yield from texts.check_confirm(element, at)
    yield from _CHECKS.get(kind, _nothing_more)(element, at)


def _nothing_more(_element: Element, _at: str) -> Iterator[str]:
    yield from ()


def _button(element: Element, at: str) -> Iterator[str]:
    yield from texts.check_text(element, "text", at, longest=LABEL, kinds=texts.PLAIN, must=True)
    yield from texts.check_string(element, "value", at, longest=VALUE)
    yield from texts.check_string(element, "url", at, longest=URL)
    yield from texts.check_string(element, "accessibility_label", at, longest=LABEL)
    if element.get("style", "primary") not in {"primary", "danger"}:
        yield texts.problem("must be one of: primary, danger", f"{at}/style")


def _static_menu(element: Element, at: str) -> Iterator[str]:
    yield from texts.check_menu(element, at)
    chosen = element.get("initial_options", [element["initial_option"]] if "initial_option" in element else [])
    groups = element.get("option_groups") or [element]
    known = [option for group in groups for option in group.get("options") or ()]
    if any(option not in known for option in chosen):
        yield texts.problem("must be one of the provided options", f"{at}/initial_option")


def _few_options(element: Element, at: str) -> Iterator[str]:
    yield from texts.check_options(element, at, most=FEW_OPTIONS, kinds=texts.ANY)


def _overflow(element: Element, at: str) -> Iterator[str]:
    yield from texts.check_options(element, at, most=OVERFLOW)


def _image(element: Element, at: str) -> Iterator[str]:
    yield from texts.check_string(element, "alt_text", at, longest=VALUE, must=True)
    yield from texts.check_string(element, "image_url", at, longest=URL)
    if "image_url" not in element and "slack_file" not in element:
        yield texts.problem("missing required field: image_url", at)


def _context_text(element: Element, at: str) -> Iterator[str]:
    yield from texts.check_text({"text": element}, "text", at.rpartition("/")[0], longest=VALUE)


def _datepicker(element: Element, at: str) -> Iterator[str]:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(element.get("initial_date", "2000-01-01"))):
        yield texts.problem("must be a date as YYYY-MM-DD", f"{at}/initial_date")


def _text_input(element: Element, at: str) -> Iterator[str]:
    yield from texts.check_string(element, "initial_value", at, longest=INPUT)
    for name, least in (("min_length", 0), ("max_length", 1)):
        if not least <= int(element.get(name, least)) <= INPUT:
            yield texts.problem(f"must be between {least} and {INPUT}", f"{at}/{name}")


def _number_input(element: Element, at: str) -> Iterator[str]:
    if not isinstance(element.get("is_decimal_allowed"), bool):
        yield texts.problem("missing required field: is_decimal_allowed", at)


_CHECKS: dict[str, Callable[[Element, str], Iterator[str]]] = {
    "button": _button,
    "static_select": _static_menu,
    "multi_static_select": _static_menu,
    "checkboxes": _few_options,
    "radio_buttons": _few_options,
    "overflow": _overflow,
    "image": _image,
    "mrkdwn": _context_text,
    "plain_text": _context_text,
    "datepicker": _datepicker,
    "plain_text_input": _text_input,
    "number_input": _number_input,
}
