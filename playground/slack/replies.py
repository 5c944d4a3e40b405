"""What the app answers to a response_url, or together with its acknowledgement."""

import dataclasses

from playground.slack import ground, things, workspace
from playground.slack.api import chat


def respond(base: ground.Ground, token: str, said: things.Json) -> things.Message | None:
    """An answer to a response_url: new, in place of the message pressed, or taking that away."""
    return answer(base, base.workspace.use_reply(token), said)


def answer(base: ground.Ground, reply: things.Reply, said: things.Json) -> things.Message | None:
    """The same without counting, for the answer that comes with an acknowledgement."""
    pressed = _pressed(base, reply)
    if chat.is_true(said.get("delete_original")) and pressed:
        base.workspace.remove(pressed)
        return None
    shown = chat.content(said, longest=chat.TEXT)
    # Slack replaces only when told to; slash commands have no message to replace (bolt-js issue 2287).
    if chat.is_true(said.get("replace_original")) and pressed:
        changed = dataclasses.replace(pressed, edited=base.workspace.ts(), **shown)
        return base.workspace.put(changed)
    to_all = said.get("response_type") == "in_channel"
    message = things.Message(
        channel=reply.channel,
        ts=base.workspace.ts(),
        user=workspace.BOT_USER,
        thread_ts=said.get("thread_ts"),
        by_app=True,
        only_for=None if to_all else reply.person,
        **shown,
    )
    base.workspace.put(message)
    if to_all:
        base.message_event(message)
    return message


def _pressed(base: ground.Ground, reply: things.Reply) -> things.Message | None:
    if reply.ts is None:
        return None
    if reply.ephemeral:
        return base.workspace.ephemeral(reply.person, reply.ts)
    return base.workspace.message(reply.channel, reply.ts)
