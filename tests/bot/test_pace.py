"""Many posts to one channel keep their distance, and nobody stands in a worker's way while they wait."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot import courier, office, wires
from bot.demo import stage
from bot.flows import say
from bot.say import cards
from bot.slack import app, post
from playground.slack.house import SlackHouse
from store import outbox
from tests.bot import build

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "x"}}
GAP = timedelta(seconds=1)


@pytest.fixture
def slack() -> Iterator[SlackHouse]:
    with SlackHouse(paced=False) as opened:
        stage.furnish(opened)
        yield opened


def carrier(desk: office.Office, slack: SlackHouse) -> courier.Courier:
    poster = post.Poster(app.client(slack.token, base_url=slack.base_url, timeout=5))
    return courier.Courier(desk, poster, None, "ann", gap=GAP, sleep=build.clock(desk).forward)


def show(desk: office.Office, count: int) -> list[outbox.Item]:
    with desk.store.unit() as books:
        for number in range(count):
            say.card(desk, books, f"order:{number}", stage.ORDERS, cards.Card(f"Order {number}", [SECTION]))
        return list(books.outbox.standing(outbox.State.WAITING))


def test_a_post_whose_turn_is_far_off_comes_back_for_it(desk: office.Office, slack: SlackHouse) -> None:
    ann, clock = carrier(desk, slack), build.clock(desk)
    (item,), began = show(desk, 1), clock()
    with desk.store.unit() as books:  # five others were here before
        for _ in range(5):
            books.leases.reserve(f"queue {slack.workspace.channel(stage.ORDERS).id}", now=began, gap=GAP)

    with pytest.raises(wires.TryLaterError) as later:
        ann({"item": item.id})

    assert (later.value.after, clock()) == (5, began)
    assert slack.messages(stage.ORDERS) == []

    clock.forward(5)
    ann({"item": item.id})

    assert [message.text for message in slack.messages(stage.ORDERS)] == ["Order 0"]


def test_all_that_want_to_be_posted_at_once_are_posted_in_their_order(desk: office.Office, slack: SlackHouse) -> None:
    ann, clock = carrier(desk, slack), build.clock(desk)
    due = {item.id: clock() for item in show(desk, 6)}
    while due:
        item = min(due, key=due.__getitem__)
        clock.forward(max(0.0, (due[item] - clock()).total_seconds()))
        try:
            ann({"item": item})
        except wires.TryLaterError as later:
            due[item] = clock() + timedelta(seconds=later.after or 0)
        else:
            del due[item]

    assert [message.text for message in slack.messages(stage.ORDERS)] == [f"Order {number}" for number in range(6)]
