"""The Web API: which methods there are, the scope each asks for, and how often it may be called."""

from collections.abc import Callable
from dataclasses import dataclass

from playground.slack import ground, refusals, things
from playground.slack.api import chat, conversations, files, people, views

Answer = Callable[[ground.Ground, str, things.Json], things.Json]


@dataclass(frozen=True)
class Method:
    """One method: who answers, which scopes do (any of them), and its rate tier (0: a pace of its own)."""

    answer: Answer
    scopes: tuple[str, ...] = ()
    tier: int = 4
    app_token: bool = False


# Scopes and tiers: docs.slack.dev/reference/methods. Where the scope depends on the kind of channel, the
# method itself asks for it.
METHODS: dict[str, Method] = {
    "api.test": Method(lambda _base, _token, _args: {}, tier=0),
    "auth.test": Method(people.auth_test, tier=0),
    "apps.connections.open": Method(people.connections_open, ("connections:write",), 0, app_token=True),
    "bots.info": Method(people.bots_info, ("users:read",), 3),
    "chat.delete": Method(chat.delete, ("chat:write",), 3),
    "chat.getPermalink": Method(chat.permalink, tier=0),
    "chat.postEphemeral": Method(chat.post_ephemeral, ("chat:write",), 4),
    "chat.postMessage": Method(chat.post_message, ("chat:write",), 0),
    "chat.update": Method(chat.update, ("chat:write",), 3),
    "conversations.history": Method(conversations.history, tier=3),
    "conversations.info": Method(conversations.info, tier=3),
    "conversations.join": Method(conversations.join, ("channels:join",), 3),
    "conversations.list": Method(conversations.list_all, tier=2),
    "conversations.open": Method(conversations.open_direct, ("im:write",), 3),
    "conversations.replies": Method(conversations.replies, tier=3),
    "files.completeUploadExternal": Method(files.complete, ("files:write",), 4),
    "files.getUploadURLExternal": Method(files.upload_url, ("files:write",), 4),
    "files.info": Method(files.info, ("files:read",), 4),
    "reactions.add": Method(chat.react, ("reactions:write",), 3),
    "team.info": Method(people.team_info, ("team:read",), 3),
    "users.info": Method(people.users_info, ("users:read",), 4),
    "users.list": Method(people.users_list, ("users:read",), 2),
    "views.open": Method(views.open_modal, tier=4),
    "views.publish": Method(views.publish, tier=4),
    "views.push": Method(views.push, tier=4),
    "views.update": Method(views.update, tier=4),
}


def call(base: ground.Ground, name: str, token: str, args: things.Json) -> things.Json:
    """Answer one call, or raise how Slack refuses it."""
    method = METHODS.get(name)
    if method is None:
        raise refusals.RefusalError("unknown_method")
    if not token:
        raise refusals.RefusalError("not_authed")
    if token not in base.tokens:
        raise refusals.RefusalError("invalid_auth")
    if method.app_token != token.startswith("xapp-"):
        raise refusals.RefusalError("not_allowed_token_type")
    base.need(token, *method.scopes)
    base.pace.call(name, method.tier)
    with base.workspace.changed:
        return {"ok": True} | method.answer(base, token, args)
