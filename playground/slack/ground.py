"""What every room of this Slack stands on: the workspace, the app, its tokens, its lines and its faults."""

import asyncio
import secrets
from collections.abc import Coroutine
from typing import Any

from playground.slack import faults, lines, manifest, pace, refusals, things, workspace


class Ground:
    """One workspace with one app installed, at one address."""

    def __init__(self, app: manifest.App, *, deadline: float = lines.DEADLINE, paced: bool = True) -> None:
        self.app = app
        self.faults = faults.Faults()
        self.workspace = workspace.Workspace(bot_name=app.name.lower())
        self.pace = pace.Pace(self.workspace.clock.now, on=paced)
        self.lines = lines.Lines(self.faults, self.workspace.note, host="127.0.0.1", deadline=deadline)
        self.address = ""  # http://127.0.0.1:PORT, once the port is known
        self.tokens: dict[str, frozenset[str]] = {}
        self.loop: asyncio.AbstractEventLoop | None = None
        self._at_work: set[asyncio.Task[Any]] = set()

    def new_token(self, *scopes: str, prefix: str = "xoxb") -> str:
        """A token that may do what these scopes say."""
        token = f"{prefix}-play-{secrets.token_hex(12)}"
        self.tokens[token] = frozenset(scopes)
        return token

    def need(self, token: str, *any_of: str) -> None:
        """Raises missing_scope where the token has none of these scopes."""
        has = self.tokens[token]
        if any_of and not has & set(any_of):
            provided = ",".join(sorted(has))
            raise refusals.RefusalError("missing_scope", needed=",".join(any_of), provided=provided)

    def start(self, doing: Coroutine[Any, Any, Any]) -> None:
        """Do it on the house's loop and do not wait; called from that loop."""
        task = asyncio.get_running_loop().create_task(doing)
        self._at_work.add(task)
        task.add_done_callback(self._at_work.discard)

    async def rest(self) -> None:
        """Leave what is still under way."""
        for task in list(self._at_work):
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)

    # -- events ------------------------------------------------------------------------------------------

    def event(self, name: str, about: things.Json) -> None:
        """Tell the app, if its manifest asks for this event; called from the house's loop."""
        if name not in self.app.events:
            return
        now = self.workspace.clock.now()
        payload = {
            "token": "playground",
            "team_id": workspace.TEAM,
            "api_app_id": workspace.APP,
            "event": {"event_ts": f"{now:.6f}"} | about,
            "type": "event_callback",
            "event_id": self.workspace.number("Ev"),
            "event_time": int(now),
            "authorizations": [{"team_id": workspace.TEAM, "user_id": workspace.BOT_USER, "is_bot": True}],
        }
        self.start(self.lines.tell(payload))

    def message_event(self, message: things.Message, **more: Any) -> None:
        """Tell the app of a message, where it is in the channel."""
        channel = self.workspace.channel(message.channel)
        if workspace.BOT_USER not in channel.members:
            return
        name, kind = EVENT_OF[channel.kind]
        self.event(name, wire(self.workspace, message) | {"channel": channel.id, "channel_type": kind} | more)
        if not message.by_app and f"<@{workspace.BOT_USER}>" in message.text:
            mention = wire(self.workspace, message) | {"type": "app_mention", "channel": channel.id}
            self.event("app_mention", mention)


EVENT_OF = {
    things.Kind.PUBLIC: ("message.channels", "channel"),
    things.Kind.PRIVATE: ("message.groups", "group"),
    things.Kind.DIRECT: ("message.im", "im"),
}


def wire(place: workspace.Workspace, message: things.Message, *, metadata: bool = False) -> things.Json:
    """The message as Slack sends it."""
    told: things.Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    told["team"] = workspace.TEAM
    if message.by_app:
        told |= {"bot_id": workspace.BOT, "app_id": workspace.APP}
    told |= {name: list(value) for name, value in _lists(message) if value}
    told |= {name: value for name, value in _singles(message) if value}
    if message.files:
        told["files"] = [file_wire(place, place.files[file_id]) for file_id in message.files]
        told["upload"] = False
    if message.edited:
        told["edited"] = {"user": message.user, "ts": message.edited}
    if metadata and message.metadata:
        told["metadata"] = message.metadata
    return told | _thread_facts(place, message)


def _lists(message: things.Message) -> list[tuple[str, Any]]:
    reactions = [{"name": name, "users": list(users), "count": len(users)} for name, users in message.reactions.items()]
    return [
        ("blocks", message.blocks),
        ("attachments", message.attachments),
        ("reactions", reactions),
    ]


def _singles(message: things.Message) -> list[tuple[str, Any]]:
    return [
        ("subtype", message.subtype),
        ("thread_ts", message.thread_ts),
        ("client_msg_id", message.client_msg_id),
        ("is_ephemeral", message.only_for is not None),
    ]


def _thread_facts(place: workspace.Workspace, message: things.Message) -> things.Json:
    if message.is_reply or message.only_for:
        return {}
    replies = place.thread(message.channel, message.ts)[1:]
    if not replies:
        return {}
    users = sorted({reply.user for reply in replies})
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": users,
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
    }


def file_wire(place: workspace.Workspace, file: things.File) -> things.Json:
    """The file as Slack sends it."""
    told: things.Json = {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2],
        "user": file.by,
        "size": len(file.data or b""),
        "alt_txt": file.alt_text,
        "mode": "hosted",
    }
    for kind, name in ((things.Kind.PUBLIC, "public"), (things.Kind.PRIVATE, "private")):
        where = [(channel, ts) for channel, ts in file.shared if place.channel(channel).kind is kind]
        if where:
            told.setdefault("shares", {})[name] = {channel: [{"ts": ts}] for channel, ts in where}
    told["channels"] = [channel for channel, _ in file.shared]
    return told
