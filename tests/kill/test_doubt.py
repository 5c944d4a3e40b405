"""What may have been said is looked for before it is said again, also where the look itself fails at first."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import courier, wiring
from bot.demo import stage
from bot.flows import say
from bot.say import cards
from desk import errors
from parsers import readers
from store import outbox
from tests.kill import street

CARD = cards.Card(text="SO-10021 waits", blocks=[{"type": "section", "text": {"type": "mrkdwn", "text": "It waits."}}])


@pytest.fixture
def on(sqlite_url: str, tmp_path: Path) -> Iterator[street.Street]:
    with street.open_street(sqlite_url, tmp_path) as opened:
        yield opened


def carry(on: street.Street) -> int:
    """Carry everything that is open, oldest first, each item once; how many wires failed on the way."""
    hands = courier.Courier(
        on.office,
        wiring.make_poster(on.chosen),
        wiring.make_carrier(on.chosen),
        "ann",
        gap=timedelta(0),
    )
    with on.store.look() as books:
        waiting = sorted(item.id for state in outbox.OPEN for item in books.outbox.standing(state))
    failed = 0
    for item in waiting:
        try:
            hands({"item": item})
        except errors.DeskError:
            failed += 1
    return failed


def put_card(on: street.Street) -> None:
    with on.store.unit() as books:
        say.card(on.office, books, "order:SO-10021", stage.ORDERS, CARD)


def put_file(on: street.Street, data: bytes) -> None:
    with on.store.unit() as books:
        say.file(on.office, books, "order:SO-10021", readers.File("order.pdf", "application/pdf", data))


def test_a_card_in_doubt_stays_in_doubt_until_slack_can_be_asked(on: street.Street) -> None:
    put_card(on)
    on.slack.faults.lose_answer("chat.postMessage")
    assert carry(on) == 1
    on.slack.faults.refuse("conversations.history")
    assert carry(on) == 1

    assert carry(on) == 0
    assert len(on.slack.messages(stage.ORDERS)) == 1


def test_another_file_of_the_same_name_and_size_is_no_sign_that_this_one_came(on: street.Street) -> None:
    put_card(on)
    put_file(on, b"first")
    assert carry(on) == 0
    put_file(on, b"later")
    on.slack.faults.refuse("files.completeUploadExternal")  # nobody knows, and it was not done
    assert carry(on) == 1

    assert carry(on) == 0
    (card,) = on.slack.messages(stage.ORDERS)
    files = [on.slack.file(name).data for message in on.slack.thread(stage.ORDERS, card.ts) for name in message.files]
    assert files == [b"first", b"later"]


def test_a_file_whose_answer_was_lost_is_not_shared_again(on: street.Street) -> None:
    put_card(on)
    put_file(on, b"first")
    on.slack.faults.lose_answer("files.completeUploadExternal")
    assert carry(on) == 1

    assert carry(on) == 0
    (card,) = on.slack.messages(stage.ORDERS)
    assert [len(message.files) for message in on.slack.thread(stage.ORDERS, card.ts)] == [0, 1]
