"""Web API methods about channels: who is in them and what was said."""

import dataclasses
from collections.abc import Iterable

from playground.slack import ground, paging, refusals, things, workspace
from playground.slack.api import chat

FAMILY = {things.Kind.PUBLIC: "channels", things.Kind.PRIVATE: "groups", things.Kind.DIRECT: "im"}
TYPES = {
    "public_channel": things.Kind.PUBLIC,
    "private_channel": things.Kind.PRIVATE,
    "im": things.Kind.DIRECT,
}


def _seen(base: ground.Ground, token: str, args: things.Json, *, right: str) -> things.Channel:
    """The channel, where the token may (`right` is read or history) and the app can see it at all."""
    channel = base.workspace.channel_with_id(args.get("channel"))
    if channel.kind is not things.Kind.PUBLIC and workspace.BOT_USER not in channel.members:
        raise refusals.RefusalError("channel_not_found")
    base.need(token, f"{FAMILY[channel.kind]}:{right}")
    return channel


def info(base: ground.Ground, token: str, args: things.Json) -> things.Json:
    """conversations.info: one channel."""
    return {"channel": wire(_seen(base, token, args, right="read"))}


def list_all(base: ground.Ground, token: str, args: things.Json) -> things.Json:
    """conversations.list: the channels of the types asked for that the app can see."""
    kinds = [TYPES[name] for name in str(args.get("types") or "public_channel").split(",") if name in TYPES]
    for kind in kinds:
        base.need(token, f"{FAMILY[kind]}:read")
    channels = [
        channel
        for channel in base.workspace.channels.values()
        if channel.kind in kinds
        and not (channel.archived and chat.is_true(args.get("exclude_archived")))
        and (channel.kind is things.Kind.PUBLIC or workspace.BOT_USER in channel.members)
    ]
    page = paging.page(channels, args)
    return {"channels": [wire(channel) for channel in page.items]} | page.cursor()


def wire(channel: things.Channel) -> things.Json:
    """The channel as Slack sends it."""
    told: things.Json = {"id": channel.id, "is_archived": channel.archived}
    if channel.kind is things.Kind.DIRECT:
        other = next(iter(channel.members - {workspace.BOT_USER}), workspace.BOT_USER)
        return told | {"is_im": True, "user": other}
    return told | {
        "name": channel.name,
        "is_channel": True,
        "is_im": False,
        "is_private": channel.kind is things.Kind.PRIVATE,
        "is_member": workspace.BOT_USER in channel.members,
        "num_members": len(channel.members),
    }


def join(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """conversations.join: the app walks into a public channel."""
    channel = base.workspace.channel_with_id(args.get("channel"))
    if channel.kind is not things.Kind.PUBLIC:
        raise refusals.RefusalError("method_not_supported_for_channel_type")
    if channel.archived:
        raise refusals.RefusalError("is_archived")
    joined = dataclasses.replace(channel, members=channel.members | {workspace.BOT_USER})
    return {"channel": wire(base.workspace.put_channel(joined))}


def open_direct(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """conversations.open: the direct conversation with one person."""
    people = [user for user in str(args.get("users") or "").split(",") if user]
    if not people:
        raise refusals.RefusalError("users_list_not_supplied")
    if len(people) > 1 or people[0] not in base.workspace.people:
        raise refusals.RefusalError("user_not_found")
    return {"channel": wire(base.workspace.direct(people[0]))}


def history(base: ground.Ground, token: str, args: things.Json) -> things.Json:
    """conversations.history: what stands in the channel itself, newest first."""
    channel = _heard(base, token, args)
    said = [it for it in base.workspace.messages(channel.id) if not it.is_reply or it.broadcast]
    page = paging.page(list(reversed(list(_between(said, args)))), args)
    return _told(base, page, args)


def replies(base: ground.Ground, token: str, args: things.Json) -> things.Json:
    """conversations.replies: one thread, the message that opened it first."""
    channel = _heard(base, token, args)
    asked = base.workspace.message(channel.id, str(args.get("ts") or ""))
    if asked is None:
        raise refusals.RefusalError("thread_not_found")
    said = base.workspace.thread(channel.id, asked.thread_ts or asked.ts)
    first, rest = said[:1], list(_between(said[1:], args))
    return _told(base, paging.page([*first, *rest], args), args)


def _heard(base: ground.Ground, token: str, args: things.Json) -> things.Channel:
    channel = _seen(base, token, args, right="history")
    if workspace.BOT_USER not in channel.members:
        raise refusals.RefusalError("not_in_channel")
    return channel


def _between(said: Iterable[things.Message], args: things.Json) -> Iterable[things.Message]:
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9999999999")
    edges = chat.is_true(args.get("inclusive"))
    for message in said:
        moment = _moment(message.ts)
        if _moment(oldest) < moment < _moment(latest) or (edges and message.ts in {oldest, latest}):
            yield message


def _moment(ts: str) -> tuple[int, int]:
    seconds, _, rest = ts.partition(".")
    if not seconds.isdecimal():
        raise refusals.RefusalError("invalid_ts_oldest")
    return int(seconds), int(rest.ljust(6, "0")[:6] or 0)


def _told(base: ground.Ground, page: paging.Page[things.Message], args: things.Json) -> things.Json:
    metadata = chat.is_true(args.get("include_all_metadata"))
    told = [ground.wire(base.workspace, message, metadata=metadata) for message in page.items]
    more = page.next_start is not None
    return {"messages": told, "has_more": more} | (page.cursor() if more else {})
