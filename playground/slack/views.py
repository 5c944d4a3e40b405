"""Modals and Homes: what Slack says of wrong ones, and how a right one is sent over the wire.

Limits: docs.slack.dev/reference/views.
"""

import json
import secrets
from typing import Any

from playground.slack import blocks, elements, refusals, texts, things, workspace

TITLE, BUTTON, PRIVATE, SIZE = 24, 24, 3000, 250_000


def check(view: Any, *, kind: str) -> list[str]:
    """Everything that is wrong with the view, which has to be a `modal` or a `home`."""
    at = "/view"
    if not isinstance(view, dict):
        return [texts.problem("must be an object", at)]
    if view.get("type") != kind:
        return [texts.problem(f"must be one of: {kind}", f"{at}/type")]
    found = [*texts.check_string(view, "private_metadata", at, longest=PRIVATE)]
    found += texts.check_string(view, "callback_id", at, longest=elements.ID)
    found += texts.check_string(view, "external_id", at, longest=elements.ID)
    surface = blocks.Surface.MODAL if kind == "modal" else blocks.Surface.HOME
    found += blocks.check(view.get("blocks"), surface=surface, at=f"{at}/blocks")
    return found + (_modal(view, at) if kind == "modal" else [])


def _modal(view: things.Json, at: str) -> list[str]:
    found = [*texts.check_text(view, "title", at, longest=TITLE, kinds=texts.PLAIN, must=True)]
    found += texts.check_text(view, "submit", at, longest=BUTTON, kinds=texts.PLAIN)
    found += texts.check_text(view, "close", at, longest=BUTTON, kinds=texts.PLAIN)
    inputs = [block for block in view.get("blocks") or () if isinstance(block, dict)]
    if "submit" not in view and any(block.get("type") == "input" for block in inputs):
        found.append(texts.problem("missing required field: submit", at))
    return found


def refuse_wrong(view: Any, *, kind: str) -> None:
    """Raises view_too_large, or invalid_arguments with every problem named."""
    if len(json.dumps(view)) > SIZE:
        raise refusals.RefusalError("view_too_large")
    problems = check(view, kind=kind)
    if problems:
        raise refusals.RefusalError("invalid_arguments", problems=problems)


def make(place: workspace.Workspace, view: things.Json, *, person: str, over: things.View | None = None) -> things.View:
    """A new view for this person's screen, over the one that is open."""
    view_id = place.number("V")
    return things.View(
        id=view_id,
        person=person,
        body=named(view),
        hash=new_hash(place),
        root=over.root if over else view_id,
        previous=over.id if over else None,
        external_id=view.get("external_id", ""),
        values=initial_values(named(view)),
    )


def named(view: things.Json) -> things.Json:
    """The view with an id on every block."""
    return view | {"blocks": [blocks.with_ids(block) for block in view["blocks"]]}


def new_hash(place: workspace.Workspace) -> str:
    """What changes whenever the view does."""
    return f"{int(place.clock.now())}.{secrets.token_hex(4)}"


def interactive(view: things.View) -> list[tuple[things.Json, things.Json]]:
    """Every block that takes an answer, and its element."""
    return [(block, element) for block in view.blocks for element in elements_of(block)]


def elements_of(block: things.Json) -> list[things.Json]:
    """What can be pressed or filled in, in one block."""
    inside = [block.get("element"), block.get("accessory")]
    inside += block.get("elements", []) if block["type"] == "actions" else []
    return [it for it in inside if isinstance(it, dict) and it.get("type") in elements.INTERACTIVE]


def initial_values(body: things.Json) -> things.Json:
    """The state a view opens with: what its elements say they start from, None where they say nothing."""
    values: things.Json = {}
    for block in body["blocks"]:
        for element in elements_of(block):
            if element["type"] not in elements.PRESSED:
                values.setdefault(block["block_id"], {})[element["action_id"]] = initial_value(element)
    return values


def initial_value(element: things.Json) -> things.Json:
    """One element's state before anybody touched it."""
    kind = element["type"]
    name = value_name(kind)
    start: Any = element.get(name.replace("selected_", "initial_"), [] if name.endswith("s") else None)
    return {"type": kind, name: element.get("initial_value") if name == "value" else start}


VALUE_NAMES = {
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
}


def value_name(kind: str) -> str:
    """Under which name an element of this type reports its value."""
    return VALUE_NAMES.get(kind, "value")


def wire(view: things.View) -> things.Json:
    """The view as Slack sends it."""
    plain = {"private_metadata": "", "callback_id": "", "close": None, "submit": None}
    return (
        plain
        | {"clear_on_close": False, "notify_on_close": False}
        | view.body
        | {
            "id": view.id,
            "team_id": workspace.TEAM,
            "app_id": workspace.APP,
            "bot_id": workspace.BOT,
            "hash": view.hash,
            "state": {"values": view.values},
            "root_view_id": view.root,
            "previous_view_id": view.previous,
            "external_id": view.external_id,
            "app_installed_team_id": workspace.TEAM,
        }
    )
