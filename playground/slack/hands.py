"""What a person does in Slack, and what their app is told of it: words, commands, presses, modals, Home.

Every function here runs on the house's own loop. Payloads: docs.slack.dev/reference/interaction-payloads.
"""

import dataclasses
import mimetypes
from dataclasses import dataclass, field

from playground.slack import elements, finding, ground, lines, refusals, replies, things, views, workspace
from playground.slack.api import files as files_api
from playground.slack.api import views as views_api


@dataclass(frozen=True)
class Outcome:
    """How the app took it: `error` as the person saw it, `errors` under the fields of a modal."""

    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    payload: things.Json | None = None
    reply: str = ""

    @property
    def is_well(self) -> bool:
        """The app took it and complained of nothing."""
        return not self.error and not self.errors


# -- words and files -------------------------------------------------------------------------------------


def say(base: ground.Ground, person: str, channel: str, text: str, *, thread_ts: str | None = None) -> things.Message:
    """The person writes in a channel they are in."""
    message = things.Message(
        channel=_in_channel(base, person, channel).id,
        ts=base.workspace.ts(),
        user=person,
        text=text,
        thread_ts=thread_ts,
        client_msg_id=f"{base.workspace.number('m')}",
    )
    base.workspace.put(message)
    base.message_event(message)
    return message


def _in_channel(base: ground.Ground, person: str, channel: str) -> things.Channel:
    there = base.workspace.channel(channel)
    if person not in there.members:
        raise refusals.RefusalError("not_in_channel")
    return there


def share_file(
    base: ground.Ground, person: str, channel: str, name: str, data: bytes, *, text: str = ""
) -> things.Message:
    """The person drops a file into a channel."""
    there = _in_channel(base, person, channel)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = things.File(base.workspace.number("F"), name, name, person, kind, data, finished=True)
    base.workspace.put_file(file)
    return files_api.share(base, there, [file], {"initial_comment": text})


# -- commands and presses --------------------------------------------------------------------------------


async def slash(base: ground.Ground, person: str, channel: str, command: str, text: str) -> Outcome:
    """The person types a command; the answer that came with the acknowledgement is shown at once."""
    there = base.workspace.channel(channel)
    if command not in base.app.commands:
        return _failed(base, person, command, "dispatch_unknown_command", channel=there.id)
    reply = base.workspace.new_reply(person, there.id)
    payload = {
        "token": "playground",
        "team_id": workspace.TEAM,
        "team_domain": "playground",
        "channel_id": there.id,
        "channel_name": there.name or "directmessage",
        "user_id": person,
        "user_name": base.workspace.people[person].name,
        "command": command,
        "text": text,
        "api_app_id": workspace.APP,
        "is_enterprise_install": "false",
        "response_url": f"{base.address}/respond/{reply.token}",
        "trigger_id": base.workspace.new_trigger(person).id,
    }
    try:
        said = await base.lines.ask("slash_commands", payload)
    except lines.NoAnswerError as silence:
        return _failed(base, person, command, silence.error, channel=there.id)
    if said and (said.get("text") or said.get("blocks")):
        try:
            replies.answer(base, reply, said)
        except refusals.RefusalError as refused:
            return _failed(base, person, command, refused.code, channel=there.id)
    return Outcome(payload=said, reply=reply.token)


def _failed(base: ground.Ground, person: str, what: str, error: str, *, channel: str = "") -> Outcome:
    base.workspace.fail(person, what, error, channel=channel)
    return Outcome(error=error)


async def press(
    base: ground.Ground, person: str, shown: things.Message | things.View, what: str, value: str = ""
) -> Outcome:
    """The person presses a button or chooses in a menu, on the message or view as they saw it."""
    action = finding.to_press(shown, what, value) | {"action_ts": base.workspace.ts()}
    state = {} if action["type"] in elements.PRESSED else _state(action)
    if isinstance(shown, things.View):
        kept = {**shown.values.get(action["block_id"], {}), **state}
        values = {**shown.values, action["block_id"]: kept} if state else shown.values
        shown = base.workspace.put_view(dataclasses.replace(shown, values=values))
        where = _on_view(shown)
    else:
        where = _on_message(base, person, shown)
        where["state"]["values"].setdefault(action["block_id"], {}).update(state)
    payload = _interaction(base, person, "block_actions") | where | {"actions": [action]}
    return await _interact(base, person, payload, what=what)


def _state(action: things.Json) -> things.Json:
    """What stands in the state once this was chosen."""
    chosen = {name: value for name, value in action.items() if name not in {"block_id", "action_id", "action_ts"}}
    return {action["action_id"]: chosen}


def _interaction(base: ground.Ground, person: str, kind: str, *, trigger: bool = True) -> things.Json:
    who = base.workspace.people[person]
    told: things.Json = {
        "type": kind,
        "user": {"id": who.id, "username": who.name, "name": who.name, "team_id": workspace.TEAM},
        "api_app_id": workspace.APP,
        "token": "playground",
        "team": {"id": workspace.TEAM, "domain": "playground"},
        "enterprise": None,
        "is_enterprise_install": False,
    }
    return told | ({"trigger_id": base.workspace.new_trigger(person).id} if trigger else {})


def _on_message(base: ground.Ground, person: str, message: things.Message) -> things.Json:
    private = message.only_for is not None
    channel = base.workspace.channel(message.channel)
    reply = base.workspace.new_reply(person, channel.id, ts=message.ts, ephemeral=private)
    container = {"message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": private}
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    told: things.Json = {
        "container": {"type": "message"} | container,
        "channel": {"id": channel.id, "name": channel.name or "directmessage"},
        "state": {"values": views.initial_values({"blocks": message.blocks})},
        "response_url": f"{base.address}/respond/{reply.token}",
    }
    now = base.workspace.message(message.channel, message.ts)
    return told if private else told | {"message": ground.wire(base.workspace, now or message)}


def _on_view(view: things.View) -> things.Json:
    return {
        "container": {"type": "view", "view_id": view.id},
        "view": views.wire(view),
        "state": {"values": view.values},
    }


async def _interact(base: ground.Ground, person: str, payload: things.Json, *, what: str) -> Outcome:
    try:
        said = await base.lines.ask("interactive", payload)
    except lines.NoAnswerError as silence:
        return _failed(base, person, what, silence.error)
    reply = payload.get("response_url", "").rpartition("/")[2]
    return Outcome(payload=said, reply=reply)


async def shortcut(
    base: ground.Ground, person: str, callback_id: str, message: things.Message | None = None
) -> Outcome:
    """The person picks a shortcut of the app's, from the search bar or from a message's menu."""
    payload = _interaction(base, person, "message_action" if message else "shortcut")
    payload |= {"callback_id": callback_id, "action_ts": base.workspace.ts()}
    if message:
        payload |= _on_message(base, person, message) | {"message_ts": message.ts}
        payload = {name: value for name, value in payload.items() if name not in {"container", "state"}}
    return await _interact(base, person, payload, what=callback_id)


# -- modals ----------------------------------------------------------------------------------------------


async def submit(base: ground.Ground, person: str, answers: dict[str, object]) -> Outcome:
    """The person fills in the modal on top and sends it; a complaint keeps it open."""
    view = _top(base, person)
    view = base.workspace.put_view(finding.fill(dataclasses.replace(view, errors={}, trouble=""), answers))
    complaints = finding.missing(view)
    if complaints:
        base.workspace.put_view(dataclasses.replace(view, errors=complaints))
        return Outcome(errors=complaints)
    payload = _interaction(base, person, "view_submission") | {"view": views.wire(view), "response_urls": []}
    try:
        said = await base.lines.ask("interactive", payload)
        return _take(base, person, view, said or {})
    except lines.NoAnswerError as silence:
        error = silence.error
    except refusals.RefusalError as refused:
        error = refused.code
    base.workspace.put_view(dataclasses.replace(view, trouble="We had some trouble connecting. Try again?"))
    return _failed(base, person, view.title, error)


def _top(base: ground.Ground, person: str) -> things.View:
    view = base.workspace.modal(person)
    if view is None:
        raise LookupError(f"{base.workspace.people[person].name} has no modal open.")
    return view


def _take(base: ground.Ground, person: str, view: things.View, said: things.Json) -> Outcome:
    """Do what the answer to a view_submission asks for."""
    match said.get("response_action"):
        case "errors":
            errors = {str(block): str(words) for block, words in (said.get("errors") or {}).items()}
            inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
            if not errors or not errors.keys() <= inputs:
                raise refusals.RefusalError("invalid_errors_keys")
            base.workspace.put_view(dataclasses.replace(view, errors=errors))
            return Outcome(errors=errors, payload=said)
        case "update":
            views.refuse_wrong(said.get("view"), kind="modal")
            views_api.change(base, view, said["view"])
        case "push":
            views.refuse_wrong(said.get("view"), kind="modal")
            if len(base.workspace.modals[person]) >= workspace.MODALS:
                raise refusals.RefusalError("push_limit_reached")
            base.workspace.put_view(views.make(base.workspace, said["view"], person=person, over=view))
        case "clear":
            base.workspace.close_modals(person, all_of_them=True)
        case _:
            base.workspace.close_modals(person)
    return Outcome(payload=said)


async def close(base: ground.Ground, person: str, *, all_of_them: bool = False) -> Outcome:
    """The person closes the modal on top, or with the cross the whole stack."""
    view = _top(base, person)
    cleared = all_of_them or bool(view.body.get("clear_on_close"))
    base.workspace.close_modals(person, all_of_them=cleared)
    if not view.body.get("notify_on_close"):
        return Outcome()
    payload = _interaction(base, person, "view_closed", trigger=False)
    payload |= {"view": views.wire(view), "is_cleared": cleared}
    return await _interact(base, person, payload, what=view.title)


async def suggest(base: ground.Ground, person: str, what: str, typed: str) -> list[things.Json]:
    """What an external menu in the modal on top offers for these letters; nothing where the app is silent."""
    view = _top(base, person)
    for block, element in views.interactive(view):
        if what in {block["block_id"], element["action_id"]}:
            ids = {"action_id": element["action_id"], "block_id": block["block_id"]}
            payload = _interaction(base, person, "block_suggestion", trigger=False) | _on_view(view) | ids
            outcome = await _interact(base, person, payload | {"value": typed}, what=what)
            options: list[things.Json] = (outcome.payload or {}).get("options", [])
            return options
    raise LookupError(f"There is no menu called {what!r} in the modal.")


# -- Home ------------------------------------------------------------------------------------------------


def open_home(base: ground.Ground, person: str) -> None:
    """The person opens the app's Home; the app hears of it and may publish."""
    home = base.workspace.homes.get(person)
    about = {"type": "app_home_opened", "user": person, "tab": "home"}
    about["channel"] = base.workspace.direct(person).id
    base.event("app_home_opened", about | ({"view": views.wire(home)} if home else {}))
