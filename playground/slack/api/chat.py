"""Web API methods that post, edit and take away messages."""

import dataclasses

from playground.slack import blocks, ground, refusals, things, workspace

TEXT, UPDATE_TEXT, ATTACHMENTS, METADATA = 40_000, 4_000, 100, 8_000
MARKDOWN = 12_000


def post_message(base: ground.Ground, token: str, args: things.Json) -> things.Json:
    """chat.postMessage: a new message, or the one that this client_msg_id already made."""
    channel = _may_post(base, token, str(args.get("channel") or ""))
    shown = content(args, longest=TEXT)
    before = _sent_before(base, channel, args)
    if before is not None:
        return _posted(base, before)
    base.pace.post(channel.id)
    thread = _thread(base, channel, args)
    message = things.Message(
        channel=channel.id,
        ts=base.workspace.ts(),
        user=workspace.BOT_USER,
        thread_ts=thread,
        metadata=args.get("metadata") or None,
        broadcast=bool(thread) and is_true(args.get("reply_broadcast")),
        client_msg_id=args.get("client_msg_id"),
        by_app=True,
        **shown,
    )
    base.workspace.put(message)
    base.message_event(message)
    return _posted(base, message)


def _posted(base: ground.Ground, message: things.Message) -> things.Json:
    told = ground.wire(base.workspace, message, metadata=True)
    return {"channel": message.channel, "ts": message.ts, "message": told}


def _may_post(base: ground.Ground, token: str, which: str) -> things.Channel:
    if which in base.workspace.people:
        return base.workspace.direct(which)
    channel = base.workspace.channel(which)
    if channel.archived:
        raise refusals.RefusalError("is_archived")
    if workspace.BOT_USER in channel.members:
        return channel
    if channel.kind is not things.Kind.PUBLIC:
        raise refusals.RefusalError("channel_not_found")
    if "chat:write.public" not in base.tokens[token]:
        raise refusals.RefusalError("not_in_channel")
    return channel


def _sent_before(base: ground.Ground, channel: things.Channel, args: things.Json) -> things.Message | None:
    # The reference lists duplicate_channel_not_found and duplicate_message_not_found: a client_msg_id that
    # was used before answers with the message it made, where that still stands in the same channel.
    before = base.workspace.sent_before(str(args.get("client_msg_id") or ""))
    if before is None:
        return None
    if before[0] != channel.id:
        raise refusals.RefusalError("duplicate_channel_not_found")
    message = base.workspace.message(*before)
    if message is None:
        raise refusals.RefusalError("duplicate_message_not_found")
    return message


def _thread(base: ground.Ground, channel: things.Channel, args: things.Json) -> str | None:
    asked = str(args.get("thread_ts") or "")
    parent = base.workspace.message(channel.id, asked) if asked else None
    if parent is None:
        # Slack takes a thread_ts that opens nothing and posts to the channel.
        return None
    return parent.thread_ts if parent.is_reply else parent.ts


def content(args: things.Json, *, longest: int) -> things.Json:
    """What a message shows, checked: text, blocks and attachments; raises how Slack refuses it."""
    text = str(args.get("text") or "")
    markdown = str(args.get("markdown_text") or "")
    attachments = args.get("attachments") or []
    if markdown and (text or args.get("blocks")):
        raise refusals.RefusalError("markdown_text_conflict")
    if not (text or markdown or args.get("blocks") or attachments):
        raise refusals.RefusalError("no_text")
    if len(text) > longest or len(markdown) > MARKDOWN:
        raise refusals.RefusalError("msg_too_long")
    if len(attachments) > ATTACHMENTS:
        raise refusals.RefusalError("too_many_attachments")
    _check_metadata(args.get("metadata"))
    given = blocks.for_message(args.get("blocks") or [])
    return {"text": text or markdown, "blocks": given, "attachments": tuple(attachments)}


def _check_metadata(metadata: object) -> None:
    if not metadata:
        return
    if not isinstance(metadata, dict):
        raise refusals.RefusalError("invalid_metadata_format")
    if not isinstance(metadata.get("event_type"), str) or not isinstance(metadata.get("event_payload"), dict):
        raise refusals.RefusalError("invalid_metadata_schema")
    if len(str(metadata)) > METADATA:
        raise refusals.RefusalError("metadata_too_large")


def update(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """chat.update: the app's own message with new words; what is left out stays."""
    message = _own(base, args, refusal="cant_update_message")
    shown = content(args, longest=UPDATE_TEXT)
    # The reference: what is left out is retained; an empty array takes blocks or attachments away.
    kept = {name: value for name, value in shown.items() if name == "text" or args.get(name) is not None}
    changed = dataclasses.replace(
        message,
        metadata=message.metadata if args.get("metadata") is None else args["metadata"] or None,
        edited=base.workspace.ts(),
        **kept,
    )
    base.workspace.put(changed)
    told = ground.wire(base.workspace, changed)
    return {"channel": changed.channel, "ts": changed.ts, "text": changed.text, "message": told}


def delete(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """chat.delete: the app's own message goes."""
    message = _own(base, args, refusal="cant_delete_message")
    base.workspace.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def _own(base: ground.Ground, args: things.Json, *, refusal: str) -> things.Message:
    channel = base.workspace.channel_with_id(args.get("channel"))
    message = base.workspace.message(channel.id, str(args.get("ts") or ""))
    if message is None:
        raise refusals.RefusalError("message_not_found")
    if not message.by_app:
        raise refusals.RefusalError(refusal)
    return message


def post_ephemeral(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """chat.postEphemeral: words for one person in a channel where both are."""
    channel = base.workspace.channel(str(args.get("channel") or ""))
    if workspace.BOT_USER not in channel.members:
        raise refusals.RefusalError("not_in_channel")
    if str(args.get("user")) not in channel.members:
        raise refusals.RefusalError("user_not_in_channel")
    message = things.Message(
        channel=channel.id,
        ts=base.workspace.ts(),
        user=workspace.BOT_USER,
        thread_ts=_thread(base, channel, args),
        by_app=True,
        only_for=str(args["user"]),
        **content(args, longest=TEXT),
    )
    base.workspace.put(message)
    return {"message_ts": message.ts}


def permalink(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """chat.getPermalink: an address for a message."""
    channel = base.workspace.channel_with_id(args.get("channel"))
    message = base.workspace.message(channel.id, str(args.get("message_ts") or ""))
    if message is None:
        raise refusals.RefusalError("message_not_found")
    link = f"{base.address}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def react(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """reactions.add: an emoji of the app's on a message."""
    channel = base.workspace.channel_with_id(args.get("channel"))
    message = base.workspace.message(channel.id, str(args.get("timestamp") or ""))
    name = str(args.get("name") or "")
    if message is None:
        raise refusals.RefusalError("message_not_found")
    if not name:
        raise refusals.RefusalError("invalid_name")
    users = message.reactions.get(name, ())
    if workspace.BOT_USER in users:
        raise refusals.RefusalError("already_reacted")
    with_one_more = {**message.reactions, name: (*users, workspace.BOT_USER)}
    base.workspace.put(dataclasses.replace(message, reactions=with_one_more))
    return {}


def is_true(said: object) -> bool:
    """A yes, as JSON or as a form says it."""
    return said is True or str(said).lower() in {"true", "1"}
