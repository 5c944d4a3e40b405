"""The wire to Slack: post, edit, attach a file, and look for what may already have been posted."""

import http.client
import itertools
import urllib.error
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError, SlackRequestError
from slack_sdk.web import SlackResponse

from bot import wires

# https://docs.slack.dev/reference/methods/chat.postMessage: what is not the caller's fault and may pass.
PASSING = frozenset(
    "ratelimited rate_limited internal_error fatal_error service_unavailable request_timeout "
    "team_added_to_org access_denied_temporarily timeout".split()
)
WHAT_TO_DO = {
    "invalid_auth": "SLACK_BOT_TOKEN is not accepted; copy it anew from the app's page, OAuth & Permissions.",
    "not_authed": "SLACK_BOT_TOKEN is missing; copy it from the app's page, OAuth & Permissions.",
    "account_inactive": "The Slack app was removed from the workspace; install it again.",
    "token_revoked": "The Slack token was revoked; install the app again and copy the new token.",
    "channel_not_found": "Slack knows no such channel; check [slack] in the policy file, and invite the app to it.",
    "not_in_channel": "The app is not in the channel; type /invite @Countersign there.",
    "is_archived": "The channel is archived; name another under [slack] in the policy file.",
    "missing_scope": "The Slack app lacks a right; update it from bot/slack/manifest.yaml and install it again.",
}
_EVENT = "countersign"
_UNTIL_MENDED = 60.0
_PAGES = 5
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message stands: the channel's id and the message's own time stamp, which is its name."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The workspace, our name in it, and the scopes of our token."""

    team: str
    user: str
    scopes: frozenset[str]


class Poster:
    """Slack's Web API with its failures told in our three ways."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._ids: dict[str, str] = {}

    def post(
        self, channel: str, *, key: str, text: str, blocks: Sequence[dict[str, Any]] = (), thread: str | None = None
    ) -> Posted:
        """A new message, carrying our own key unseen, so that `find` can tell whether it was posted."""
        said = _ask(
            self._client.chat_postMessage,
            repeatable=False,
            channel=self.id_of(channel),
            text=text,
            blocks=list(blocks) or None,
            thread_ts=thread,
            metadata=_carrying(key),
            unfurl_links=False,
            unfurl_media=False,
        )
        return Posted(str(said["channel"]), str(said["ts"]))

    def edit(self, where: Posted, *, key: str, text: str, blocks: Sequence[dict[str, Any]]) -> None:
        """Replace what a message says; doing it twice does it once."""
        _ask(
            self._client.chat_update,
            repeatable=True,
            channel=where.channel,
            ts=where.ts,
            text=text,
            blocks=list(blocks),
            metadata=_carrying(key),
        )

    def attach(self, where: Posted, *, name: str, data: bytes) -> None:
        """A file in the message's thread."""
        _ask(
            self._client.files_upload_v2,
            repeatable=False,
            channel=where.channel,
            thread_ts=where.ts,
            filename=name,
            title=name,
            content=data,
        )

    def who(self) -> Identity:
        """Who we are in Slack, and what we may do there."""
        said = _ask(self._client.auth_test, repeatable=True)
        scopes = str(said.headers.get("x-oauth-scopes", ""))
        return Identity(str(said["team"]), str(said["user"]), frozenset(scope.strip() for scope in scopes.split(",")))

    def link(self, where: Posted) -> str:
        """An address that opens the message."""
        said = _ask(self._client.chat_getPermalink, repeatable=True, channel=where.channel, message_ts=where.ts)
        return str(said["permalink"])

    def find(self, channel: str, *, key: str, thread: str | None = None) -> Posted | None:
        """The message of ours with this key, looked for among the latest thousand of the channel or the thread."""
        place = self.id_of(channel)
        for message in self._messages(place, thread):
            metadata = message.get("metadata") or {}
            if metadata.get("event_type") == _EVENT and metadata.get("event_payload", {}).get("key") == key:
                return Posted(place, str(message["ts"]))
        return None

    def count_files(self, where: Posted, *, name: str, size: int) -> int:
        """How many files of this name and size stand in the thread."""
        files = (file for message in self._messages(where.channel, where.ts) for file in message.get("files", ()))
        return sum(file.get("name") == name and file.get("size") == size for file in files)

    def id_of(self, channel: str) -> str:
        """The id of a channel that is named by id, "name" or "#name"."""
        name = channel.lstrip("#")
        if name[:1] in "CGD" and name.isupper() and name.isalnum():
            return name
        if name not in self._ids:
            self._ids |= self._listed()
        if name not in self._ids:
            raise wires.TryLaterError(f"#{name}: {WHAT_TO_DO['channel_not_found']}", after=_UNTIL_MENDED)
        return self._ids[name]

    def is_member(self, channel: str) -> bool:
        """The app is in the channel, so that it can post there."""
        said = _ask(self._client.conversations_info, repeatable=True, channel=self.id_of(channel))
        return bool(said["channel"].get("is_member"))

    def _listed(self) -> dict[str, str]:
        channels = _pages(
            self._client.conversations_list,
            "channels",
            most=None,
            types="public_channel,private_channel",
            exclude_archived=True,
        )
        return {str(channel["name"]): str(channel["id"]) for channel in channels}

    def _messages(self, channel: str, thread: str | None) -> Iterator[dict[str, Any]]:
        if thread:
            return _pages(
                self._client.conversations_replies,
                "messages",
                most=_PAGES,
                channel=channel,
                ts=thread,
                include_all_metadata=True,
            )
        return _pages(
            self._client.conversations_history, "messages", most=_PAGES, channel=channel, include_all_metadata=True
        )


def _carrying(key: str) -> dict[str, Any]:
    return {"event_type": _EVENT, "event_payload": {"key": key}}


def _pages(
    method: Callable[..., SlackResponse], name: str, *, most: int | None, **given: Any
) -> Iterator[dict[str, Any]]:
    """Everything that a listing method lists under `name`, `most` pages of it at the most."""
    cursor = ""
    for _ in itertools.count() if most is None else range(most):
        page = _ask(method, repeatable=True, limit=_PAGE, cursor=cursor, **given)
        yield from page[name]
        cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
        if not cursor:
            return


def _ask(method: Callable[..., SlackResponse], *, repeatable: bool, **given: Any) -> SlackResponse:
    try:
        return method(**given)
    except (SlackClientError, OSError, http.client.HTTPException) as failure:
        raise _told(failure, repeatable=repeatable) from failure


def _told(failure: Exception, *, repeatable: bool) -> Exception:
    """Slack's failure as one of ours; `repeatable` says that doing it twice does no harm."""
    if isinstance(failure, SlackApiError):
        return _refused(failure, repeatable=repeatable)
    if isinstance(failure, urllib.error.URLError) and isinstance(failure.reason, ConnectionRefusedError):
        return wires.TryLaterError("Slack cannot be reached.")
    if isinstance(failure, SlackRequestError):
        return wires.NeverAgainError(f"Slack was asked wrongly: {failure}.")
    if repeatable:
        return wires.TryLaterError("Slack cannot be reached.")
    return wires.UnknownOutcomeError("The line to Slack broke while a message was being posted.")


def _refused(failure: SlackApiError, *, repeatable: bool) -> Exception:
    answer = failure.response
    status = int(getattr(answer, "status_code", 200))
    # A broken server's own words are a page for a browser, and slack_sdk hands them on as the error.
    is_told = status < http.client.INTERNAL_SERVER_ERROR and not isinstance(answer, str) and answer.get("error")
    error = str(answer["error"]) if is_told else f"HTTP {status}"
    if status == http.client.TOO_MANY_REQUESTS or error in {"ratelimited", "rate_limited"}:
        wait = float(answer.headers.get("Retry-After", 1))
        return wires.TryLaterError(f"Slack asks to wait {wait:g} s.", after=wait)
    if status >= http.client.INTERNAL_SERVER_ERROR and not repeatable:
        return wires.UnknownOutcomeError(f"Slack answered {error} while a message was being posted.")
    if status >= http.client.INTERNAL_SERVER_ERROR or error in PASSING:
        return wires.TryLaterError(f"Slack answered {error}.")
    if error in WHAT_TO_DO:
        # A person mends this in Slack's settings; until then nothing that waits to be said is given up.
        return wires.TryLaterError(WHAT_TO_DO[error], after=_UNTIL_MENDED)
    return wires.NeverAgainError(f"Slack refused it: {error}.")
