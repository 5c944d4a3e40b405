"""HTTP mode: Slack calls us, and only Slack."""

import http.client
import json
import time
import urllib.parse
from collections.abc import Iterator

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.demo import stage
from bot.slack import app, endpoint
from desk.orders import State
from tests.bot.slack.build import Workplace

SECRET = "a signing secret"


@pytest.fixture
def port(listening: Workplace) -> Iterator[int]:
    """The same desk as the one at the socket, reached over HTTP."""
    web = app.client(listening.slack.token, base_url=listening.slack.base_url)
    with endpoint.opened(app.build(listening.desk, web, signing_secret=SECRET), port=0) as opened:
        yield opened


def call(port: int, form: dict[str, str], *, secret: str = SECRET, path: str = endpoint.PATH, age: int = 0) -> int:
    """One request as Slack signs it; the status of the answer."""
    body, at = urllib.parse.urlencode(form), str(int(time.time()) - age)
    signature = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": signature or "",
    }
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("POST", path, body, headers)
    status = line.getresponse().status
    line.close()
    return status


def command(at: Workplace, text: str) -> dict[str, str]:
    person, channel = at.slack.workspace.person("ben").id, at.slack.workspace.channel(stage.ORDERS).id
    reply = at.slack.workspace.new_reply(person, channel)
    url = f"{at.slack.ground.address}/respond/{reply.token}"
    return {"command": "/po", "text": text, "user_id": person, "channel_id": channel, "response_url": url}


def test_a_command_is_answered(listening: Workplace, port: int) -> None:
    order = listening.order(state=State.AGREED)

    assert call(port, command(listening, order.number)) == 200

    listening.told("ben", f"{order.number} · PO {order.po_number}")


def test_a_press_is_heard(listening: Workplace, port: int) -> None:
    order = listening.order(state=State.NEEDS_LOOK)
    press = {
        "type": "block_actions",
        "user": {"id": stage.SALES},
        "actions": [{"action_id": "order.set_aside", "block_id": "b", "type": "button", "value": f"{order.number}:1"}],
    }

    assert call(port, {"payload": json.dumps(press)}) == 200

    listening.becomes(order, State.SET_ASIDE)


@pytest.mark.parametrize(("secret", "age"), [("another secret", 0), (SECRET, 3600)])
def test_what_slack_did_not_sign_just_now_is_refused(listening: Workplace, port: int, secret: str, age: int) -> None:
    order = listening.order(state=State.NEEDS_LOOK)

    assert call(port, command(listening, f"aside {order.number}"), secret=secret, age=age) == 401

    assert listening.now(order).state is State.NEEDS_LOOK


def test_another_path_and_too_much_are_refused(port: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.putrequest("POST", endpoint.PATH)
    line.putheader("Content-Length", "2000000")
    line.endheaders()

    assert line.getresponse().status == 413
    assert call(port, {"a": "b"}, path="/") == 404
    line.close()


def test_a_port_that_is_taken_is_said_at_once(listening: Workplace, port: int) -> None:
    web = app.client(listening.slack.token, base_url=listening.slack.base_url)

    with (
        pytest.raises(OSError, match="in use"),
        app.by_http(listening.desk, web, signing_secret=SECRET, port=port),
    ):
        raise AssertionError("it opened twice")
