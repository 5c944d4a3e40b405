"""Web API methods for files: the way of files_upload_v2, and looking one up."""

import dataclasses
import mimetypes

from playground.slack import ground, refusals, things, workspace


def upload_url(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """files.getUploadURLExternal: an id, and an address to send the bytes to."""
    name, length = str(args.get("filename") or ""), str(args.get("length") or "")
    if not name or not length.isdecimal() or int(length) < 1:
        raise refusals.RefusalError("invalid_arguments")
    file = things.File(
        id=base.workspace.number("F"),
        name=name,
        title=name,
        by=workspace.BOT_USER,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        alt_text=str(args.get("alt_txt") or ""),
    )
    base.workspace.put_file(file)
    return {"upload_url": f"{base.address}/upload/v1/{file.id}", "file_id": file.id}


def receive(base: ground.Ground, file_id: str, data: bytes) -> things.File:
    """The bytes arrive; raises file_not_found."""
    file = base.workspace.files.get(file_id)
    if file is None or file.finished:
        raise refusals.RefusalError("file_not_found")
    return base.workspace.put_file(dataclasses.replace(file, data=data))


def complete(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """files.completeUploadExternal: the files stand, and are shared where asked."""
    asked = args.get("files")
    if not isinstance(asked, list) or not asked:
        raise refusals.RefusalError("invalid_arguments")
    ready = [_ready(base, each) for each in asked]
    names = [args.get("channel_id"), *str(args.get("channels") or "").split(",")]
    channels = [_may_share(base, str(name)) for name in names if name]
    for file in ready:
        base.workspace.put_file(file)
    for channel in channels:
        share(base, channel, ready, args)
    told = [base.workspace.files[file.id] for file in ready]
    return {"files": [ground.file_wire(base.workspace, file) | _links(base, file) for file in told]}


def _ready(base: ground.Ground, asked: things.Json) -> things.File:
    file = base.workspace.files.get(str(asked.get("id")))
    if file is None or file.data is None or file.finished:
        raise refusals.RefusalError("file_not_found")
    return dataclasses.replace(file, title=asked.get("title") or file.name, finished=True)


def _may_share(base: ground.Ground, which: str) -> things.Channel:
    if which in base.workspace.people:
        return base.workspace.direct(which)
    channel = base.workspace.channel_with_id(which)
    if channel.archived:
        raise refusals.RefusalError("is_archived")
    if workspace.BOT_USER not in channel.members:
        raise refusals.RefusalError("not_in_channel")
    return channel


def share(base: ground.Ground, channel: things.Channel, files: list[things.File], args: things.Json) -> things.Message:
    """A message with the files, by whoever uploaded them."""
    parent = base.workspace.message(channel.id, str(args.get("thread_ts") or ""))
    by = files[0].by
    message = things.Message(
        channel=channel.id,
        ts=base.workspace.ts(),
        user=by,
        text=str(args.get("initial_comment") or ""),
        thread_ts=(parent.thread_ts or parent.ts) if parent else None,
        files=tuple(file.id for file in files),
        subtype=None if by == workspace.BOT_USER else "file_share",
        by_app=by == workspace.BOT_USER,
    )
    for file in files:
        now = base.workspace.files[file.id]
        base.workspace.put_file(dataclasses.replace(now, shared=(*now.shared, (channel.id, message.ts))))
    base.workspace.put(message)
    base.message_event(message)
    if workspace.BOT_USER in channel.members:
        for file in files:
            about = {"file_id": file.id, "user_id": by, "file": {"id": file.id}, "channel_id": channel.id}
            base.event("file_shared", {"type": "file_shared"} | about)
    return message


def info(base: ground.Ground, _token: str, args: things.Json) -> things.Json:
    """files.info: one file and where its bytes are."""
    file = base.workspace.files.get(str(args.get("file") or ""))
    if file is None or not file.finished:
        raise refusals.RefusalError("file_not_found")
    return {"file": ground.file_wire(base.workspace, file) | _links(base, file)}


def _links(base: ground.Ground, file: things.File) -> things.Json:
    private = f"{base.address}/files-pri/{file.id}/{file.name}"
    return {
        "url_private": private,
        "url_private_download": private,
        "permalink": f"{base.address}/files/{file.by}/{file.id}/{file.name}",
    }
