"""Finding what a person means to press or to fill in: by id, or by the words on it."""

import dataclasses
from collections.abc import Iterable

from playground.slack import elements, things, views, words


def to_press(shown: things.Message | things.View, what: str, value: str = "") -> things.Json:
    """The `actions` entry for pressing this button, or choosing `value` in this menu.

    `what` is an action id or the words on it; of an overflow, the words of one of its options. Raises
    LookupError with what there is instead.
    """
    found = [_pressed(block, element, what, value) for block, element in _all(shown)]
    for action in found:
        if action is not None:
            return action
    there = ", ".join(f"{element.get('action_id')} ({_label(element)})" for _, element in _all(shown))
    raise LookupError(f"There is nothing to press called {what!r}; there is: {there or 'nothing'}.")


def _all(shown: things.Message | things.View) -> list[tuple[things.Json, things.Json]]:
    return [(block, element) for block in shown.blocks for element in views.elements_of(block)]


def _label(element: things.Json) -> str:
    return words.as_text({"blocks": [{"type": "actions", "elements": [element]}]}).strip("[]")


def _pressed(block: things.Json, element: things.Json, what: str, value: str) -> things.Json | None:
    kind = element["type"]
    options = [option for option in element.get("options") or () if what == _option_words(option)]
    if what not in {element["action_id"], _label(element), block["block_id"]} and not options:
        return None
    action = {"action_id": element["action_id"], "block_id": block["block_id"], "type": kind}
    if kind == "button":
        return action | {"text": element["text"]} | _some(element, "value", "style", "url")
    if kind == "overflow":
        return action | {"selected_option": (options or [option_called(element, value)])[0]}
    return action | filled(element, value)


def _some(element: things.Json, *names: str) -> things.Json:
    return {name: element[name] for name in names if name in element}


def _option_words(option: things.Json) -> str:
    return str(option["text"]["text"])


def option_called(element: things.Json, wanted: str) -> things.Json:
    """The option with this value or these words; raises LookupError."""
    groups = element.get("option_groups") or [element]
    options: list[things.Json] = [option for group in groups for option in group.get("options") or ()]
    for option in options:
        if wanted in {option.get("value"), _option_words(option)}:
            return option
    there = ", ".join(_option_words(option) for option in options)
    raise LookupError(f"There is no choice {wanted!r}; there is: {there or 'nothing'}.")


def filled(element: things.Json, value: object) -> things.Json:
    """The state of this element once the person answered `value` (a list where many may be chosen)."""
    kind = element["type"]
    name = views.value_name(kind)
    state: things.Json = {"type": kind}
    if name == "selected_option":
        given = value if isinstance(value, dict) else option_called(element, str(value))
        return state | {name: given if value else None}
    if name == "selected_options":
        chosen = [value] if isinstance(value, str) else value if isinstance(value, Iterable) else ()
        return state | {name: [option_called(element, str(each)) for each in chosen]}
    if name.endswith("s"):
        return state | {name: list(value) if isinstance(value, list | tuple) else [value]}
    return state | {name: value if value is None else str(value)}


def fill(view: things.View, answers: dict[str, object]) -> things.View:
    """The view with these answers; each key is block/action, a block id, an action id or the label's words."""
    values = {block_id: dict(actions) for block_id, actions in view.values.items()}
    for key, answer in answers.items():
        block, element = _to_fill(view, key)
        values.setdefault(block["block_id"], {})[element["action_id"]] = filled(element, answer)
    return dataclasses.replace(view, values=values)


def _to_fill(view: things.View, key: str) -> tuple[things.Json, things.Json]:
    there = [(block, element) for block, element in _all(view) if element["type"] not in elements.PRESSED]
    for block, element in there:
        label = block.get("label", {}).get("text", "")
        ids = block["block_id"], element["action_id"]
        if key in {"/".join(ids), *ids, label}:
            return block, element
    known = ", ".join(f"{block['block_id']}/{element['action_id']}" for block, element in there)
    raise LookupError(f"There is nothing to fill in called {key!r}; there is: {known or 'nothing'}.")


def missing(view: things.View) -> dict[str, str]:
    """What Slack's own client says before it sends a modal: block id -> the complaint."""
    said: dict[str, str] = {}
    for block, element in _all(view):
        if block["type"] != "input":
            continue
        state = view.values.get(block["block_id"], {}).get(element["action_id"], {})
        answer = state.get(views.value_name(element["type"]))
        if not answer and not block.get("optional"):
            said[block["block_id"]] = "Please complete this required field."
        elif answer and (wrong := _bounds(element, answer)):
            said[block["block_id"]] = wrong
    return said


def _bounds(element: things.Json, answer: object) -> str:
    words_given = str(answer)
    if element["type"] == "plain_text_input":
        if len(words_given) > int(element.get("max_length", elements.INPUT)):
            return f"Must be less than {int(element.get('max_length', elements.INPUT)) + 1} characters."
        if len(words_given) < int(element.get("min_length", 0)):
            return f"Must be at least {element['min_length']} characters."
    if element["type"] == "number_input" and not words_given.lstrip("-").replace(".", "", 1).isdecimal():
        return "Please enter a number."
    return ""
