"""The app's own manifest, and the stand-in that takes its rights from it."""

from collections.abc import Iterator

import pytest
from slack_sdk.errors import SlackApiError

from playground.slack import house, manifest
from tests.playground import slack_build as build


@pytest.fixture(scope="module")
def slack() -> Iterator[house.SlackHouse]:
    with build.opened(app=manifest.read(), paced=False) as opened:
        yield opened


def test_the_manifest_asks_for_the_least() -> None:
    app = manifest.read()
    assert app.scopes == {
        "commands",
        "chat:write",
        "files:write",
        "channels:history",
        "channels:read",
        "groups:history",
        "groups:read",
    }
    assert app.events == frozenset()
    assert app.commands == {"/po"}
    assert not app.has_home
    assert app.has_buttons


def test_the_least_is_enough_for_a_card_its_file_and_looking_for_it_again(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    channel = slack.add_channel("approvals", people=["mia"], private=True).id
    about = {"event_type": "card", "event_payload": {"key": "k"}}
    card = client.chat_postMessage(channel=channel, text="PO 7", metadata=about)
    client.files_upload_v2(channel=channel, thread_ts=card["ts"], filename="po.pdf", content=b"%PDF")
    client.chat_update(channel=channel, ts=card["ts"], text="PO 7, approved")
    found = client.conversations_history(channel=channel, include_all_metadata=True)["messages"]
    assert [(it["text"], it["metadata"]) for it in found] == [("PO 7, approved", about)]
    assert [it["name"] for it in client.conversations_list(types="private_channel")["channels"]] == ["approvals"]


def test_what_it_does_not_ask_for_it_may_not_do(slack: house.SlackHouse) -> None:
    with pytest.raises(SlackApiError, match="missing_scope"):
        build.client(slack).users_info(user="U0MIA")


def test_without_a_home_tab_nothing_is_published() -> None:
    poor = manifest.App(scopes=frozenset({"chat:write"}))
    with build.opened(app=poor) as slack, pytest.raises(SlackApiError, match="not_enabled"):
        build.client(slack).views_publish(user_id="U0BEN", view=build.home())


def test_a_manifest_is_read_with_its_lists_and_quotes() -> None:
    told = manifest.parse(
        "# a comment\na:\n  - one\n  - name: two\n    more: 'x: y'\nb:\n  c: true\n  d: \"#fff\"\n  url: http://x\n"
    )
    assert told == {
        "a": ["one", {"name": "two", "more": "x: y"}],
        "b": {"c": True, "d": "#fff", "url": "http://x"},
    }
