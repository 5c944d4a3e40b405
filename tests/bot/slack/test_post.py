"""The wire to Slack: what is posted once, and how each failure is told."""

import pytest

from bot import wires
from bot.demo import stage
from bot.slack import app, manifest, post
from playground.slack.house import SlackHouse
from tests.bot.slack import build

BLOCKS = [{"type": "section", "text": {"type": "mrkdwn", "text": "An order came."}}]


def say(poster: post.Poster, key: str = "k1", channel: str = stage.ORDERS) -> post.Posted:
    return poster.post(channel, key=key, text="An order came.", blocks=BLOCKS)


def test_a_message_is_posted_edited_and_found_by_its_key(slack: SlackHouse, poster: post.Poster) -> None:
    posted = say(poster)
    poster.edit(posted, key="k1", text="It is agreed.", blocks=BLOCKS)
    reply = poster.post(stage.ORDERS, key="k2", text="A line in its diary.", thread=posted.ts)

    (message,) = slack.messages(stage.ORDERS)
    assert message.text == "It is agreed."
    assert poster.find(stage.ORDERS, key="k1") == posted
    assert poster.find(stage.ORDERS, key="k2", thread=posted.ts) == reply
    assert poster.find(stage.ORDERS, key="k3") is None
    assert message.ts.replace(".", "") in poster.link(posted)


def test_channels_are_known_by_name_by_hash_and_by_id(poster: post.Poster) -> None:
    posted = say(poster)

    assert {poster.id_of("orders"), poster.id_of("#orders"), poster.id_of(posted.channel)} == {posted.channel}
    assert poster.is_member("orders")


def test_a_file_stands_in_the_thread(slack: SlackHouse, poster: post.Poster) -> None:
    posted = say(poster)

    poster.attach(posted, name="order.pdf", data=b"%PDF-1.7")

    (file,) = slack.thread(stage.ORDERS, posted.ts)[1].files
    assert slack.file(file).data == b"%PDF-1.7"
    assert poster.count_files(posted, name="order.pdf", size=8) == 1
    assert poster.count_files(posted, name="order.pdf", size=9) == 0


def test_a_lost_answer_to_a_post_is_an_unknown_outcome_and_the_message_is_found(
    slack: SlackHouse, poster: post.Poster
) -> None:
    poster.id_of(stage.ORDERS)
    slack.faults.lose_answer("chat.postMessage")

    with pytest.raises(wires.UnknownOutcomeError):
        say(poster)

    (message,) = slack.messages(stage.ORDERS)
    found = poster.find(stage.ORDERS, key="k1")
    assert found is not None
    assert found.ts == message.ts


def test_a_lost_answer_to_an_edit_may_simply_be_asked_again(slack: SlackHouse, poster: post.Poster) -> None:
    posted = say(poster)
    slack.faults.lose_answer("chat.update")

    with pytest.raises(wires.TryLaterError):
        poster.edit(posted, key="k1", text="It is agreed.", blocks=BLOCKS)


def test_a_pace_that_slack_asks_for_is_kept(slack: SlackHouse, poster: post.Poster) -> None:
    poster.id_of(stage.ORDERS)
    slack.faults.refuse("chat.postMessage", status=429, after=1, times=3)

    with pytest.raises(wires.TryLaterError, match="wait 1 s") as asked:
        say(poster)

    assert asked.value.after == 1.0
    assert slack.messages(stage.ORDERS) == []


def test_a_broken_server_while_posting_may_have_taken_it(slack: SlackHouse, poster: post.Poster) -> None:
    poster.id_of(stage.ORDERS)
    slack.faults.refuse("chat.postMessage", status=500)

    with pytest.raises(wires.UnknownOutcomeError):
        say(poster)

    assert say(poster).ts


def test_a_broken_server_while_asking_is_asked_again_later(slack: SlackHouse, poster: post.Poster) -> None:
    slack.faults.refuse("auth.test", status=503)

    with pytest.raises(wires.TryLaterError, match="HTTP 503"):
        poster.who()


def test_an_unknown_channel_says_what_to_do_and_waits_for_it(poster: post.Poster) -> None:
    with pytest.raises(wires.TryLaterError, match="#nowhere: Slack knows no such channel; check") as told:
        say(poster, channel="nowhere")

    assert told.value.after == 60.0


def test_a_channel_without_the_app_says_how_to_invite_it(slack: SlackHouse, poster: post.Poster) -> None:
    slack.add_channel("quiet", with_bot=False)

    with pytest.raises(wires.TryLaterError, match="/invite @Countersign"):
        say(poster, channel="quiet")


def test_a_missing_right_says_where_it_is_given(slack: SlackHouse) -> None:
    bare = build.poster(slack, slack.new_token("channels:read"))

    with pytest.raises(wires.TryLaterError, match="lacks a right"):
        say(bare)


def test_a_token_that_is_not_accepted_says_where_to_copy_it(slack: SlackHouse) -> None:
    with pytest.raises(wires.TryLaterError, match="SLACK_BOT_TOKEN is not accepted"):
        build.poster(slack, "xoxb-wrong").who()


def test_what_slack_will_never_take_is_refused_for_good(poster: post.Poster) -> None:
    with pytest.raises(wires.NeverAgainError, match="invalid_blocks"):
        poster.post(stage.ORDERS, key="k1", text="x", blocks=[{"type": "no such block"}])


def test_a_slack_that_is_away_is_tried_later() -> None:
    away = post.Poster(app.client("xoxb-1", base_url="http://127.0.0.1:9/api/", timeout=2))

    with pytest.raises(wires.TryLaterError, match="cannot be reached"):
        away.post("C0ORDERS", key="k1", text="x")


def test_the_token_has_every_right_that_the_manifest_asks_for(poster: post.Poster) -> None:
    who = poster.who()

    assert set(manifest.scopes()) <= who.scopes
    assert who.team
