"""Each thing is carried once and in its order, whatever a wire does in between."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot import courier, office, wires
from bot.demo import stage
from bot.flows import say
from bot.mail import carry, door
from bot.say import cards
from bot.slack import app, post
from desk import orders
from playground.mail import MailHouse
from playground.mail.faults import Break
from playground.samples import world
from playground.slack.house import SlackHouse
from store import outbox
from tests.bot import build

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "x"}}


@pytest.fixture
def slack() -> Iterator[SlackHouse]:
    with SlackHouse() as opened:
        stage.furnish(opened)
        yield opened


@pytest.fixture
def poster(slack: SlackHouse) -> post.Poster:
    made = post.Poster(app.client(slack.token, base_url=slack.base_url, timeout=5))
    made.id_of(stage.ORDERS)
    return made


@pytest.fixture
def house() -> Iterator[MailHouse]:
    people = [world.SELLER.email, *(one.email for buyer in world.BUYERS for one in buyer.contacts)]
    with MailHouse(dict.fromkeys(people, stage.PASSWORD), authserv_id=stage.AUTHSERV) as opened:
        yield opened


@pytest.fixture
def carrier(house: MailHouse) -> carry.Carrier:
    login = door.Login(world.SELLER.email, stage.PASSWORD)
    imap = door.loopback_only(house.host, house.imap_port)
    return carry.Carrier(door.loopback_only(house.host, house.smtp_port), login, imap)


def show(desk: office.Office, text: str, *, key: str = "order:SO-1", kind: str = "section") -> None:
    with desk.store.unit() as books:
        say.card(desk, books, key, stage.ORDERS, cards.Card(text, [SECTION | {"type": kind}]))


def texts(slack: SlackHouse) -> list[str]:
    return [message.text for message in slack.messages(stage.ORDERS)]


def waiting(desk: office.Office) -> list[outbox.Item]:
    with desk.store.look() as books:
        return [item for state in outbox.OPEN for item in books.outbox.standing(state)]


def work(desk: office.Office, *, seconds: float = 60, **wired: object) -> None:
    """Everything that is due, and what is due a little later."""
    labour = build.labour(desk, **wired)  # type: ignore[arg-type]  # slack and mail
    labour.drain()
    build.clock(desk).forward(seconds)
    labour.drain()


def test_a_card_is_posted_once_and_edited_from_then_on(
    desk: office.Office, slack: SlackHouse, poster: post.Poster
) -> None:
    show(desk, "It came.")
    work(desk, slack=poster)
    show(desk, "It is agreed.")
    work(desk, slack=poster)

    assert texts(slack) == ["It is agreed."]
    assert waiting(desk) == []


def test_of_several_pictures_of_a_card_only_the_last_need_be_seen(
    desk: office.Office, slack: SlackHouse, poster: post.Poster
) -> None:
    show(desk, "It came.")
    work(desk, slack=poster)
    for text in ("One.", "Two.", "Three."):
        show(desk, text)
    work(desk, slack=poster)

    assert texts(slack) == ["Three."]


def test_an_answer_lost_on_the_way_does_not_say_it_twice(
    desk: office.Office, slack: SlackHouse, poster: post.Poster
) -> None:
    show(desk, "It came.")
    with desk.store.unit() as books:
        say.diary(desk, books, "SO-1", ["An entry."])
    slack.faults.lose_answer("chat.postMessage", times=1)
    work(desk, slack=poster)
    slack.faults.clear()
    work(desk, slack=poster)

    (card,) = slack.messages(stage.ORDERS)
    assert [said.text for said in slack.thread(stage.ORDERS, card.ts)] == ["It came.", "An entry."]
    assert waiting(desk) == []


def test_a_broken_line_at_every_second_post_says_nothing_twice(
    desk: office.Office, slack: SlackHouse, poster: post.Poster
) -> None:
    show(desk, "It came.")
    with desk.store.unit() as books:
        for place in range(3):
            say.diary(desk, books, "SO-1", [f"Entry {place}."])
    labour = build.labour(desk, slack=poster)
    for _ in range(12):
        slack.faults.lose_answer("chat.postMessage")
        labour.drain()
        slack.faults.clear()
        build.clock(desk).forward(10)
        labour.once()

    (card,) = slack.messages(stage.ORDERS)
    said = [entry.text for entry in slack.thread(stage.ORDERS, card.ts)]
    assert said == ["It came.", "Entry 0.", "Entry 1.", "Entry 2."]


def test_a_pace_asked_for_is_kept_and_nothing_is_lost(
    desk: office.Office, slack: SlackHouse, poster: post.Poster
) -> None:
    show(desk, "It came.")
    slack.faults.refuse("chat.postMessage", status=429, after=1, times=2)
    labour = build.labour(desk, slack=poster)
    labour.drain()
    (item,) = waiting(desk)

    build.clock(desk).forward(2)
    labour.drain()

    assert (item.state, item.why) == (outbox.State.WAITING, "Slack asks to wait 1 s.")
    assert texts(slack) == ["It came."]


def test_posts_to_one_channel_keep_their_distance_across_workers(desk: office.Office, slack: SlackHouse) -> None:
    clock = build.clock(desk)
    at: list[float] = []

    class Watched(post.Poster):
        def post(self, *where: Any, **said: Any) -> post.Posted:
            at.append(clock().timestamp())
            return super().post(*where, **said)

    wire = Watched(app.client(slack.token, base_url=slack.base_url))
    gap = timedelta(seconds=1)
    two = [courier.Courier(desk, wire, None, name, gap=gap, sleep=clock.forward) for name in ("ann", "bob")]
    for number in range(4):
        show(desk, f"Order {number}", key=f"order:SO-{number}")
    for place, item in enumerate(waiting(desk)):
        two[place % 2]({"item": item.id})

    assert len(at) == 4
    assert all(later - earlier >= 1 for earlier, later in pairwise(at))


def test_what_slack_will_never_take_is_told_in_a_card_and_what_follows_goes_on(
    desk: office.Office, slack: SlackHouse, poster: post.Poster
) -> None:
    show(desk, "A picture that breaks.", kind="no such block")
    show(desk, "It came.")
    with desk.store.unit() as books:
        say.diary(desk, books, "SO-1", ["An entry."])

    work(desk, slack=poster)

    assert sorted(texts(slack)) == ["It came.", "Something was given up: A card cannot be shown here."]
    assert waiting(desk) == []


def test_an_entry_whose_card_was_refused_holds_nothing_up(
    desk: office.Office, slack: SlackHouse, poster: post.Poster
) -> None:
    show(desk, "A picture that breaks.", kind="no such block")
    with desk.store.unit() as books:
        say.diary(desk, books, "SO-1", ["An entry."])

    work(desk, slack=poster)

    assert waiting(desk) == []


def test_without_the_wire_things_wait_for_a_worker_that_has_it(desk: office.Office) -> None:
    show(desk, "It came.")
    (item,) = waiting(desk)

    with pytest.raises(wires.TryLaterError, match="no Slack") as told:
        courier.Courier(desk, None, None, "mail only")({"item": item.id})

    assert told.value.after == 30
    assert [one.state for one in waiting(desk)] == [outbox.State.WAITING]


def in_mailbox(house: MailHouse, kind: str = "confirmation") -> list[bytes]:
    held = house.messages(build.ANA.email)
    return [mail.raw for mail in held if f"X-Countersign-Letter: {kind}".encode() in mail.raw]


def to_carry(desk: office.Office) -> tuple[orders.Order, outbox.Item]:
    """An order, and its confirmation in the outbox."""
    order = build.confirmed(desk)
    (item,) = build.said(desk, f"letters:{order.number}", outbox.Kind.LETTER)
    return order, item


def test_a_letter_is_carried_with_its_own_bytes_and_a_copy_is_in_sent(
    desk: office.Office, house: MailHouse, carrier: carry.Carrier
) -> None:
    order, item = to_carry(desk)

    courier.Courier(desk, None, carrier, "tests")({"item": item.id})

    (letter,) = in_mailbox(house)
    own = build.raw_letter(desk, order.number)
    assert letter.endswith(own.partition(b"\r\n\r\n")[2])
    assert len(house.messages(world.SELLER.email, "Sent")) == 1
    assert build.facts(desk, order.number)[-1] == "LetterCarried"


def test_a_letter_taken_on_a_line_that_broke_comes_again_only_as_the_same_letter(
    desk: office.Office, house: MailHouse, carrier: carry.Carrier
) -> None:
    _, item = to_carry(desk)
    house.faults.break_off(Break.AFTER_TAKEN)
    carries = courier.Courier(desk, None, carrier, "tests")

    with pytest.raises(wires.TryLaterError):
        carries({"item": item.id})
    with desk.store.look() as books:
        doubtful = books.outbox.get(item.id)
    carries({"item": item.id})

    assert doubtful is not None
    assert doubtful.state is outbox.State.UNKNOWN
    letters = in_mailbox(house)
    assert len({letter.partition(b"Message-ID")[2] for letter in letters}) == 1
    assert len(house.messages(world.SELLER.email, "Sent")) == 1


def test_a_letter_found_in_sent_is_not_sent_again(
    desk: office.Office, house: MailHouse, carrier: carry.Carrier
) -> None:
    _, item = to_carry(desk)
    carries = courier.Courier(desk, None, carrier, "tests")
    with desk.store.unit() as books:
        raw = books.outbox.raw(item)
        books.outbox.take(item.id)  # and this worker dies over it, after the letter was taken and copied
    assert raw is not None
    carrier.carry(raw, sender=world.SELLER.email, recipients=[build.ANA.email])

    carries({"item": item.id})

    assert len(in_mailbox(house)) == 1
    with desk.store.look() as books:
        carried = books.outbox.get(item.id)
    assert carried is not None
    assert carried.state is outbox.State.CARRIED


def test_an_address_that_refuses_us_is_shown_on_the_order(
    desk: office.Office, house: MailHouse, carrier: carry.Carrier
) -> None:
    order, item = to_carry(desk)
    house.faults.refuse_recipient(build.ANA.email, "550 5.1.1 Nobody here")

    courier.Courier(desk, None, carrier, "tests")({"item": item.id})

    now = build.order(desk, order.number)
    assert "Nobody here" in now.reason
    assert build.facts(desk, order.number)[-1] == "LetterRefused"
    assert in_mailbox(house) == []


def test_an_address_that_asks_to_wait_is_tried_again(
    desk: office.Office, house: MailHouse, carrier: carry.Carrier
) -> None:
    order, item = to_carry(desk)
    house.faults.refuse_recipient(build.ANA.email, "451 4.3.0 Try later")
    carries = courier.Courier(desk, None, carrier, "tests")

    with pytest.raises(wires.TryLaterError):
        carries({"item": item.id})
    carries({"item": item.id})

    assert len(in_mailbox(house)) == 1
    assert build.order(desk, order.number).reason == ""


def test_what_was_carried_is_not_carried_again(desk: office.Office, house: MailHouse, carrier: carry.Carrier) -> None:
    _, item = to_carry(desk)
    carries = courier.Courier(desk, None, carrier, "tests")

    for _ in range(3):
        carries({"item": item.id})

    assert len(in_mailbox(house)) == 1
