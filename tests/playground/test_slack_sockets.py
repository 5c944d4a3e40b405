"""Socket Mode under strain: several connections, late and lost answers, envelopes doubled, silence."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any

import aiohttp
import pytest
from slack_bolt import App
from slack_sdk.errors import SlackApiError

from playground.slack import house
from tests.playground import slack_build as build


@pytest.fixture
def slack() -> Iterator[house.SlackHouse]:
    with build.opened(paced=False) as opened:
        opened.ground.lines.retries = (0.0,)
        yield opened


SHORT, LATE = 0.2, 0.4


class Counting:
    """An app that writes down what it heard."""

    def __init__(self, slack: house.SlackHouse) -> None:
        self.app: App = build.app(slack)
        self.heard: list[str] = []
        self.more = threading.Condition()
        self.app.command("/po")(self._command)
        self.app.event("message")(self._message)
        self.app.action("approve")(self._press)
        self.app.view("asking")(self._submission)

    def _note(self, what: str) -> None:
        with self.more:
            self.heard.append(what)
            self.more.notify_all()

    def _command(self, ack: Any, command: dict[str, Any]) -> None:
        self._note(command["text"])
        if command["text"] == "late":
            time.sleep(LATE)
        ack(f"Heard {command['text']}")

    def _message(self, event: dict[str, Any]) -> None:
        self._note(event["text"])

    def _press(self, ack: Any) -> None:
        ack()
        self._note("press")

    def _submission(self, ack: Any) -> None:
        time.sleep(LATE)
        ack()

    def wait(self, count: int, timeout: float = 5) -> list[str]:
        with self.more:
            self.more.wait_for(lambda: len(self.heard) >= count, timeout)
            return list(self.heard)


def test_two_connections_share_the_events_and_each_goes_to_one(slack: house.SlackHouse) -> None:
    one, two = Counting(slack), Counting(slack)
    with build.connected(slack, one.app, two.app):
        for number in range(8):
            slack.say("ben", "orders", str(number))
        assert slack.wait_for(lambda: len([it for it in slack.sent() if it.acked_after is not None]) == 8)
    assert sorted(one.heard + two.heard) == [str(number) for number in range(8)]
    assert len(one.heard) == len(two.heard) == 4


def test_an_answer_after_the_deadline_is_a_failure_the_person_sees(slack: house.SlackHouse) -> None:
    counting = Counting(slack)
    with build.connected(slack, counting.app):
        slack.give(SHORT)
        (answer,) = slack.slash("ben", "orders", "/po", "late")
    assert answer.text == '/po failed with the error "operation_timeout"'
    assert [(it.person, it.error) for it in slack.failures()] == [("U0BEN", "operation_timeout")]


def test_with_nobody_connected_a_command_fails_at_once(slack: house.SlackHouse) -> None:
    (answer,) = slack.slash("ben", "orders", "/po", "help")
    assert "dispatch_failed" in answer.text


def test_a_modal_whose_answer_is_late_stays_open_with_its_trouble(slack: house.SlackHouse) -> None:
    view = build.modal(build.question(), callback_id="asking")
    trigger = slack.workspace.new_trigger("U0BEN").id
    build.client(slack).views_open(trigger_id=trigger, view=view)
    with build.connected(slack, Counting(slack).app):
        slack.give(SHORT)
        outcome = slack.fill_modal("ben", {"reason": "Because"})
    assert outcome.error == "operation_timeout"
    shown = slack.modal("ben")
    assert shown is not None
    assert "trouble connecting" in shown.trouble
    assert shown.values["reason"]["words"]["value"] == "Because"


def test_a_dropped_event_comes_again_and_a_dropped_command_does_not(slack: house.SlackHouse) -> None:
    counting = Counting(slack)
    with build.connected(slack, counting.app):
        slack.give(SHORT)
        slack.faults.drop("events_api")
        slack.say("ben", "orders", "once more")
        assert slack.wait_for(lambda: len(slack.sent()) == 1)
        slack.give(3)
        assert counting.wait(1) == ["once more"]
        assert slack.wait_for(lambda: [it.acked_after is not None for it in slack.sent()] == [False, True])
        slack.give(SHORT)
        slack.faults.drop("slash_commands")
        (answer,) = slack.slash("ben", "orders", "/po", "lost")
    assert "operation_timeout" in answer.text
    assert "lost" not in counting.heard


def test_a_doubled_envelope_is_heard_twice_with_one_payload(slack: house.SlackHouse) -> None:
    counting = Counting(slack)
    posted = build.client(slack).chat_postMessage(
        channel="#orders", text="Card", blocks=[build.actions(build.button("Approve", "approve"))]
    )
    card = slack.message("orders", posted["ts"])
    assert card
    with build.connected(slack, counting.app):
        slack.faults.duplicate("interactive")
        slack.press("mia", card, "Approve")
        assert counting.wait(2) == ["press", "press"]
    first, second = slack.sent()
    assert first.payload["trigger_id"] == second.payload["trigger_id"]
    assert first.envelope != second.envelope


def test_a_delayed_envelope_eats_into_the_deadline(slack: house.SlackHouse) -> None:
    counting = Counting(slack)
    with build.connected(slack, counting.app):
        slack.faults.delay(0.2, "slash_commands")
        (in_time,) = slack.slash("ben", "orders", "/po", "in time")
        slack.give(SHORT)
        slack.faults.delay(LATE, "slash_commands")
        (too_late,) = slack.slash("ben", "orders", "/po", "too late")
    assert in_time.text == "Heard in time"
    assert "operation_timeout" in too_late.text


def test_a_silent_socket_stays_open_and_hears_nothing(slack: house.SlackHouse) -> None:
    counting = Counting(slack)
    with build.connected(slack, counting.app) as (handler,):
        slack.give(SHORT)
        slack.faults.silence()
        (answer,) = slack.slash("ben", "orders", "/po", "anyone")
        slack.give(3)
        assert handler.client.is_connected()
        slack.faults.clear()
        (heard,) = slack.slash("ben", "orders", "/po", "again")
    assert "operation_timeout" in answer.text
    assert heard.text == "Heard again"


def test_a_refresh_brings_a_new_connection_and_loses_nothing(slack: house.SlackHouse) -> None:
    counting = Counting(slack)
    with build.connected(slack, counting.app):
        (old,) = slack.ready_lines()
        slack.refresh(close=True)
        assert slack.wait_for(lambda: [it for it in slack.ready_lines() if it.number != old.number])
        (answer,) = slack.slash("ben", "orders", "/po", "still here")
    assert answer.text == "Heard still here"


def test_a_closed_connection_is_made_anew(slack: house.SlackHouse) -> None:
    counting = Counting(slack)
    with build.connected(slack, counting.app):
        (old,) = slack.ready_lines()
        slack.hang_up()
        assert slack.wait_for(lambda: [it for it in slack.ready_lines() if it.number != old.number])
        (answer,) = slack.slash("ben", "orders", "/po", "back")
    assert answer.text == "Heard back"


def _greetings(slack: house.SlackHouse, count: int) -> list[dict[str, Any]]:
    """The first words on so many sockets held open together."""

    async def knock() -> list[dict[str, Any]]:
        async with aiohttp.ClientSession() as session, contextlib.AsyncExitStack() as held:
            first = []
            for _ in range(count):
                address = client.apps_connections_open(app_token=slack.app_token)["url"]
                socket = await held.enter_async_context(session.ws_connect(address))
                first.append(await socket.receive_json())
            return first

    client = build.client(slack)
    return asyncio.run(knock())


def test_ten_connections_are_greeted_and_the_eleventh_is_turned_away(slack: house.SlackHouse) -> None:
    *greeted, last = _greetings(slack, 11)
    assert [(it["type"], it["num_connections"]) for it in greeted] == [("hello", n) for n in range(1, 11)]
    assert (last["type"], last["reason"]) == ("disconnect", "too_many_websockets")


def test_a_connection_may_break_without_a_word(slack: house.SlackHouse) -> None:
    address = build.client(slack).apps_connections_open(app_token=slack.app_token)["url"]

    async def listen() -> aiohttp.WSMsgType:
        async with aiohttp.ClientSession() as session, session.ws_connect(address) as socket:
            await socket.receive_json()
            await asyncio.to_thread(slack.cut)
            return (await socket.receive()).type

    assert asyncio.run(listen()) is aiohttp.WSMsgType.CLOSED


def test_a_ticket_opens_one_socket(slack: house.SlackHouse) -> None:
    address = build.client(slack).apps_connections_open(app_token=slack.app_token)["url"]

    async def twice() -> int:
        async with aiohttp.ClientSession() as session, session.ws_connect(address):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(address)
            return refused.value.status

    assert asyncio.run(twice()) == 401


def test_a_call_may_be_broken_on_purpose(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    client.retry_handlers.clear()
    slack.faults.refuse("chat.postMessage", status=500)
    with pytest.raises(SlackApiError):
        client.chat_postMessage(channel="#orders", text="Card")
    assert slack.messages("orders") == []
    client.chat_postMessage(channel="#orders", text="Card")
    assert len(slack.messages("orders")) == 1


def test_a_lost_answer_leaves_the_message_standing(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    client.retry_handlers.clear()
    slack.faults.lose_answer("chat.postMessage")
    with pytest.raises((OSError, HTTPException)):
        client.chat_postMessage(channel="#orders", text="Did it go?")
    assert [it.text for it in slack.messages("orders")] == ["Did it go?"]
