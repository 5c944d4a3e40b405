"""The things of a workspace: people, channels, messages, files, views, and what a press leaves behind."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class Kind(enum.StrEnum):
    """What sort of conversation a channel is."""

    PUBLIC = "public"
    PRIVATE = "private"
    DIRECT = "direct"


@dataclass(frozen=True)
class Person:
    """Somebody in the workspace; the app's own user is one too."""

    id: str
    name: str
    real_name: str = ""
    email: str = ""
    is_bot: bool = False


@dataclass(frozen=True)
class Channel:
    """A conversation and who is in it; `members` are user ids."""

    id: str
    name: str
    kind: Kind = Kind.PUBLIC
    members: frozenset[str] = frozenset()
    archived: bool = False


@dataclass(frozen=True)
class File:
    """A file; `data` is None until its bytes were sent, `shared` is where it was posted (channel, ts)."""

    id: str
    name: str
    title: str
    by: str
    mimetype: str = "application/octet-stream"
    data: bytes | None = None
    alt_text: str = ""
    shared: tuple[tuple[str, str], ...] = ()
    finished: bool = False


@dataclass(frozen=True)
class Message:
    """What stands in a channel; with `only_for` set, only that person sees it (an ephemeral message)."""

    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    thread_ts: str | None = None
    edited: str | None = None
    metadata: Json | None = None
    files: tuple[str, ...] = ()
    reactions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subtype: str | None = None
    client_msg_id: str | None = None
    by_app: bool = False
    broadcast: bool = False
    only_for: str | None = None

    @property
    def is_reply(self) -> bool:
        """It stands in a thread and does not open it."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True)
class View:
    """A modal or a Home as the person sees it; `values` is what was filled in, block id -> action id."""

    id: str
    person: str
    body: Json
    hash: str
    root: str
    previous: str | None = None
    external_id: str = ""
    values: Json = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    trouble: str = ""

    @property
    def title(self) -> str:
        """The words on top of a modal; a Home has none."""
        return str(self.body.get("title", {}).get("text", ""))

    @property
    def blocks(self) -> list[Json]:
        """The blocks of the view, each with a block id."""
        blocks: list[Json] = self.body["blocks"]
        return blocks


@dataclass(frozen=True)
class Trigger:
    """The right to open one modal, for three seconds."""

    id: str
    person: str
    made_at: float
    exchanged: bool = False


@dataclass(frozen=True)
class Reply:
    """A response_url: where it answers to, and how often it was used."""

    token: str
    person: str
    channel: str
    made_at: float
    ts: str | None = None
    ephemeral: bool = False
    uses: int = 0


@dataclass(frozen=True)
class Failure:
    """What a person saw go wrong: what they did, and Slack's word for it (operation_timeout, …)."""

    person: str
    what: str
    error: str
    at: float


@dataclass(frozen=True)
class Change:
    """Something in the workspace became different; a page asks for the changes after the last it saw."""

    number: int
    what: str
    key: str
