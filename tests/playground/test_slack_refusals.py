"""What the stand-in refuses, in Slack's own words."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.webhook import WebhookClient

from playground.slack import house
from tests.playground import slack_build as build


@pytest.fixture(scope="module")
def slack() -> Iterator[house.SlackHouse]:
    with build.opened(paced=False) as opened:
        opened.add_channel("elsewhere", people=["ben"], with_bot=False)
        opened.add_channel("private-elsewhere", people=["ben"], with_bot=False, private=True)
        yield opened


def _refusal(call: Callable[..., Any], **args: Any) -> Any:
    with pytest.raises(SlackApiError) as refused:
        call(**args)
    return refused.value.response


def _post(slack: house.SlackHouse, **args: Any) -> Any:
    # api_call and not chat_postMessage, which warns of a missing text before Slack can refuse it.
    given = {"channel": "#orders"} | args
    return _refusal(build.client(slack).api_call, api_method="chat.postMessage", json=given)


def test_a_call_needs_a_token_that_somebody_gave(slack: house.SlackHouse) -> None:
    wrong = WebClient(token="xoxb-wrong", base_url=slack.base_url)
    none = WebClient(base_url=slack.base_url)
    assert _refusal(wrong.auth_test)["error"] == "invalid_auth"
    assert _refusal(none.auth_test)["error"] == "not_authed"


def test_a_missing_scope_is_named(slack: house.SlackHouse) -> None:
    reader = build.client(slack, slack.new_token("users:read", "channels:history"))
    refused = _refusal(reader.chat_postMessage, channel="#orders", text="Hello")
    assert refused["error"] == "missing_scope"
    assert refused["needed"] == "chat:write"
    assert refused["provided"] == "channels:history,users:read"


def test_the_scope_of_a_history_depends_on_the_channel(slack: house.SlackHouse) -> None:
    channel = slack.add_channel("secrets", private=True).id
    token = slack.new_token("channels:history")
    assert _refusal(build.client(slack, token).conversations_history, channel=channel)["needed"] == "groups:history"


def test_the_bot_token_opens_no_socket_and_the_app_token_posts_nothing(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    assert _refusal(client.apps_connections_open, app_token=slack.token)["error"] == "not_allowed_token_type"
    app_level = build.client(slack, slack.app_token)
    assert _refusal(app_level.auth_test)["error"] == "not_allowed_token_type"


def test_the_scopes_stand_in_the_headers_for_a_doctor_to_read(slack: house.SlackHouse) -> None:
    told = build.client(slack, slack.new_token("chat:write", "commands")).auth_test()
    assert told.headers["x-oauth-scopes"] == "chat:write,commands"


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("#nowhere", "channel_not_found"),
        ("", "channel_not_found"),
        ("#elsewhere", "not_in_channel"),
        ("#private-elsewhere", "channel_not_found"),
    ],
)
def test_the_app_posts_only_where_it_is(slack: house.SlackHouse, channel: str, error: str) -> None:
    assert _post(slack, channel=channel, text="Hello")["error"] == error


def test_with_the_scope_for_it_the_app_posts_to_any_public_channel(slack: house.SlackHouse) -> None:
    client = build.client(slack, slack.new_token("chat:write", "chat:write.public"))
    assert client.chat_postMessage(channel="#elsewhere", text="Hello")["ok"]


def test_the_history_of_a_channel_without_the_app_is_closed(slack: house.SlackHouse) -> None:
    channel = slack.workspace.channel("elsewhere").id
    assert _refusal(build.client(slack).conversations_history, channel=channel)["error"] == "not_in_channel"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": "not json"}, "invalid_blocks_format"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_schema"),
        ({"text": "x", "blocks": [build.text_block("y" * 2990)] * 5}, "msg_blocks_too_long"),
    ],
)
def test_a_message_holds_something_and_not_too_much(
    slack: house.SlackHouse, content: dict[str, Any], error: str
) -> None:
    assert _post(slack, **content)["error"] == error


def test_only_the_apps_own_messages_are_its_to_change(slack: house.SlackHouse) -> None:
    client, said = build.client(slack), slack.say("ben", "orders", "Mine")
    where = {"channel": said.channel, "ts": said.ts}
    assert _refusal(client.chat_update, **where, text="Yours")["error"] == "cant_update_message"
    assert _refusal(client.chat_delete, **where)["error"] == "cant_delete_message"
    gone = {"channel": said.channel, "ts": "1.000001"}
    assert _refusal(client.chat_update, **gone, text="Yours")["error"] == "message_not_found"
    assert _refusal(client.chat_getPermalink, channel=said.channel, message_ts="1.1")["error"] == "message_not_found"


def test_an_edit_is_held_to_four_thousand_characters(slack: house.SlackHouse) -> None:
    posted = build.client(slack).chat_postMessage(channel="#orders", text="Short")
    where = {"channel": posted["channel"], "ts": posted["ts"]}
    assert _refusal(build.client(slack).chat_update, **where, text="x" * 4001)["error"] == "msg_too_long"


def test_an_ephemeral_message_needs_both_in_the_channel(slack: house.SlackHouse) -> None:
    slack.add_person("guest", "U0GUEST")
    whisper = build.client(slack).chat_postEphemeral
    assert _refusal(whisper, channel="#orders", user="U0GUEST", text="x")["error"] == "user_not_in_channel"
    assert _refusal(whisper, channel="#elsewhere", user="U0BEN", text="x")["error"] == "not_in_channel"


def test_a_reused_client_msg_id_is_refused_elsewhere_and_after_deletion(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    other = slack.add_channel("other").id
    first = client.chat_postMessage(channel="#orders", text="Card", client_msg_id="b-2")
    assert _post(slack, channel=other, text="Card", client_msg_id="b-2")["error"] == "duplicate_channel_not_found"
    client.chat_delete(channel=first["channel"], ts=first["ts"])
    assert _post(slack, text="Card", client_msg_id="b-2")["error"] == "duplicate_message_not_found"


def test_a_file_that_never_came_is_not_found(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    asked = client.files_getUploadURLExternal(filename="order.pdf", length=9)
    files = [{"id": asked["file_id"]}]
    assert _refusal(client.files_completeUploadExternal, files=files)["error"] == "file_not_found"
    assert _refusal(client.files_info, file="F0NONE")["error"] == "file_not_found"


def test_a_file_is_shared_only_where_the_app_is(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    where = slack.workspace.channel("elsewhere").id
    refused = _refusal(client.files_upload_v2, channel=where, filename="a.txt", content="x")
    assert refused["error"] == "not_in_channel"


def test_an_unknown_method_and_an_unknown_person(slack: house.SlackHouse) -> None:
    client = build.client(slack)
    assert _refusal(client.api_call, api_method="chat.shout")["error"] == "unknown_method"
    assert _refusal(client.users_info, user="U0NOBODY")["error"] == "user_not_found"


# -- triggers and views ----------------------------------------------------------------------------------


def _trigger(slack: house.SlackHouse) -> str:
    return slack.workspace.new_trigger("U0BEN").id


def test_a_trigger_opens_one_modal_within_three_seconds(slack: house.SlackHouse) -> None:
    client, view = build.client(slack), build.modal(build.question())
    used, late = _trigger(slack), _trigger(slack)
    client.views_open(trigger_id=used, view=view)
    assert _refusal(client.views_open, trigger_id=used, view=view)["error"] == "exchanged_trigger_id"
    slack.pass_time(3.1)
    assert _refusal(client.views_open, trigger_id=late, view=view)["error"] == "expired_trigger_id"
    assert _refusal(client.views_open, trigger_id="1.2.abc", view=view)["error"] == "invalid_trigger_id"


def test_at_most_three_modals_lie_on_each_other(slack: house.SlackHouse) -> None:
    client, view = build.client(slack), build.modal(build.question())
    client.views_open(trigger_id=_trigger(slack), view=view)
    for _ in range(2):
        client.views_push(trigger_id=_trigger(slack), view=view)
    assert _refusal(client.views_push, trigger_id=_trigger(slack), view=view)["error"] == "push_limit_reached"


def test_a_stale_hash_does_not_overwrite_a_newer_view(slack: house.SlackHouse) -> None:
    client, view = build.client(slack), build.modal(build.question())
    opened = client.views_open(trigger_id=_trigger(slack), view=view)["view"]
    client.views_update(view_id=opened["id"], view=view, hash=opened["hash"])
    refused = _refusal(client.views_update, view_id=opened["id"], view=view, hash=opened["hash"])
    assert refused["error"] == "hash_conflict"
    assert _refusal(client.views_update, view_id="V0NONE", view=view)["error"] == "not_found"


def test_an_external_id_stands_for_one_view(slack: house.SlackHouse) -> None:
    client, view = build.client(slack), build.modal(build.question(), external_id="order-7")
    client.views_open(trigger_id=_trigger(slack), view=view)
    assert _refusal(client.views_push, trigger_id=_trigger(slack), view=view)["error"] == "duplicate_external_id"


# -- response_url ----------------------------------------------------------------------------------------


def test_a_response_url_answers_five_times_within_half_an_hour(slack: house.SlackHouse) -> None:
    channel = slack.workspace.channel("orders").id
    first, late = (slack.workspace.new_reply("U0BEN", channel).token for _ in range(2))
    answer = WebhookClient(f"{slack.ground.address}/respond/{first}")
    assert [answer.send(text=str(number)).status_code for number in range(6)] == [200] * 5 + [404]
    slack.pass_time(30 * 60 + 1)
    too_late = WebhookClient(f"{slack.ground.address}/respond/{late}").send(text="x")
    assert (too_late.status_code, "expired_url" in too_late.body) == (404, True)


# -- pace ------------------------------------------------------------------------------------------------


def test_a_burst_is_forgiven_and_then_one_message_a_second_holds() -> None:
    with build.opened() as slack:
        client = build.client(slack)
        for number in range(10):
            client.chat_postMessage(channel="#orders", text=f"Card {number}")
        refused = _post(slack, text="One too many")
        assert (refused.status_code, refused["error"]) == (429, "ratelimited")
        assert refused.headers["retry-after"] == "1"
        slack.pass_time(1)
        assert client.chat_postMessage(channel="#orders", text="In time")["ok"]
        other = slack.add_channel("other").id
        assert client.chat_postMessage(channel=other, text="Elsewhere")["ok"]


def test_slack_sdks_own_patience_carries_a_message_through_the_limit(slack: house.SlackHouse) -> None:
    slack.faults.refuse("chat.postMessage", status=429, after=0)
    client = build.client(slack)
    client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    assert client.chat_postMessage(channel="#orders", text="Through")["ok"]
