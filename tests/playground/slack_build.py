"""A small Slack with two people in it, and an app that is really connected."""

import contextlib
import logging
import time
from collections.abc import Iterator
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from playground.slack import house, manifest

LISTENING = manifest.App(
    name="Countersign",
    scopes=frozenset(
        {
            "commands",
            "chat:write",
            "files:write",
            "files:read",
            "channels:read",
            "channels:history",
            "groups:history",
            "im:write",
            "users:read",
            "reactions:write",
            "channels:join",
        }
    ),
    events=frozenset(
        {"app_home_opened", "app_mention", "file_shared", "message.channels", "message.groups", "message.im"}
    ),
    commands=frozenset({"/po"}),
    has_home=True,
)


def text_block(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(text: str, action_id: str, value: str = "1") -> dict[str, Any]:
    label = {"type": "plain_text", "text": text}
    return {"type": "button", "text": label, "action_id": action_id, "value": value}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "block_id": "decide", "elements": list(elements)}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    title = {"type": "plain_text", "text": "Reject the order"}
    submit = {"type": "plain_text", "text": "Reject"}
    return {"type": "modal", "title": title, "submit": submit, "blocks": list(blocks)} | more


def question(label: str = "Reason", block_id: str = "reason", **more: Any) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": "words"}
    about = {"type": "plain_text", "text": label}
    return {"type": "input", "block_id": block_id, "label": about, "element": element} | more


def option(text: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": text}, "value": text}


def menu(action_id: str, *texts: str) -> dict[str, Any]:
    return {"type": "static_select", "action_id": action_id, "options": [option(text) for text in texts]}


def external(block_id: str) -> dict[str, Any]:
    """A question answered from a list that the app makes while one types."""
    element = {"type": "external_select", "action_id": "pick", "min_query_length": 1}
    return question("Product", block_id, element=element)


def home(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "home", "blocks": list(blocks)}


@contextlib.contextmanager
def opened(**how: Any) -> Iterator[house.SlackHouse]:
    """A house with Ben and Mia in #orders."""
    with house.SlackHouse(app=how.pop("app", LISTENING), **how) as slack:
        slack.add_person("ben", "U0BEN")
        slack.add_person("mia", "U0MIA")
        slack.add_channel("orders", people=["ben", "mia"])
        yield slack


def client(slack: house.SlackHouse, token: str = "") -> WebClient:
    return WebClient(token=token or slack.token, base_url=slack.base_url)


def app(slack: house.SlackHouse) -> App:
    quiet = logging.getLogger("slack-under-test")
    quiet.setLevel(logging.CRITICAL)
    return App(client=client(slack), logger=quiet)


@contextlib.contextmanager
def connected(slack: house.SlackHouse, *apps: App) -> Iterator[list[SocketModeHandler]]:
    """The apps, each on a socket of its own, until the end."""
    handlers = [SocketModeHandler(each, slack.app_token, ping_interval=1) for each in apps]
    try:
        for handler in handlers:
            handler.connect()  # type: ignore[no-untyped-call]  # slack_bolt leaves it so
        assert slack.wait_for_lines(len(apps))
        yield handlers
    finally:
        _part(slack, handlers)


def _part(slack: house.SlackHouse, handlers: list[SocketModeHandler]) -> None:
    """End the connections from the house's side: slack_sdk's own close() waits for reads to time out."""
    for handler in handlers:
        handler.client.default_auto_reconnect_enabled = handler.client.auto_reconnect_enabled = False
    slack.hang_up()
    end = time.monotonic() + 5
    while any(handler.client.is_connected() for handler in handlers) and time.monotonic() < end:
        time.sleep(0.01)
    for handler in handlers:
        handler.client.closed = True
        handler.client.enqueue_message("")
        handler.close()  # type: ignore[no-untyped-call]  # slack_bolt leaves it so
