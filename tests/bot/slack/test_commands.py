"""/po and every word behind it: answered to the asker alone, outside text inert, slips understood."""

import pytest

from desk.orders import State
from tests import build as cast
from tests.bot.slack.build import Workplace

HOSTILE = "<!channel> *now* <https://evil.example|click> @here & =HYPERLINK(1)"


def test_nothing_and_help_show_what_can_be_asked(listening: Workplace) -> None:
    usage = listening.asks("ben", "")

    assert usage == listening.asks("ben", "help")
    assert "/po find hoops fernhill" in usage
    assert "/po cancel SO-10021" in usage


def test_an_order_is_shown_by_our_number_and_by_theirs(listening: Workplace) -> None:
    order = listening.order(state=State.AGREED)

    ours, theirs = listening.asks("ben", order.number), listening.asks("ben", order.po_number)

    assert ours == theirs
    assert ours.startswith(f"{order.number} · PO {order.po_number}")
    assert f"/po history {order.number}" in ours


def test_lists_are_by_state(listening: Workplace) -> None:
    agreed, declined = listening.order(state=State.AGREED), listening.order(state=State.DECLINED)

    found = listening.asks("ben", "list agreed")

    assert agreed.number in found
    assert declined.number not in found
    assert "declined: " in found
    assert agreed.number not in listening.asks("ben", "list")


def test_words_find_orders(listening: Workplace) -> None:
    order = listening.order(buyer_name="Zephyr & Quill")

    assert order.number in listening.asks("ben", "find zeph quill")
    assert "No order holds “zeph nothing”" in listening.asks("ben", "find zeph nothing")
    assert "Say what to look for" in listening.asks("ben", "find")


def test_history_tells_what_happened_and_original_says_where_it_is(listening: Workplace) -> None:
    order = listening.order(state=State.NEEDS_LOOK)
    listening.asks("ben", f"aside {order.number}")

    history = listening.asks("ben", f"history {order.number}")
    original = listening.asks("ben", f"original {order.po_number}")

    assert "set it aside: no order for us." in history
    assert f"The original of {order.number} (the mail itself) is in the thread of its card." in original
    assert "Open the card" in original


@pytest.mark.parametrize(
    ("state", "line", "told", "after"),
    [
        (State.NEEDS_LOOK, "take {}", "It is taken as read. Now it is awaiting approval.", State.AWAITING_APPROVAL),
        (State.NEEDS_LOOK, "aside {}", "It is set aside. Now it is set aside.", State.SET_ASIDE),
        (State.NEEDS_LOOK, "settle {} 1=RNG-115@9.80", "Line 1 is RNG-115.", State.NEEDS_LOOK),
        (State.AWAITING_APPROVAL, "resend {}", "The confirmation goes out again.", State.AWAITING_APPROVAL),
        (State.AGREED, "cancel {} the buyer's store closed", "It is cancelled.", State.CANCELLED),
    ],
)
def test_what_can_be_done_by_a_command(listening: Workplace, state: State, line: str, told: str, after: State) -> None:
    order = listening.order(state=state)

    assert told in listening.asks("ben", line.format(order.number))

    assert listening.now(order).state is after


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("lst", "There is no `lst` here. Did you mean `/po list`?"),
        ("qqqq", "There is no `qqqq` here. `/po help` shows what can be asked."),
        ("SO-1", "There is no order 'SO-1'. Try `/po find SO-1`, or `/po list` for those that are open."),
        ("history", "Say which order: `/po history SO-10021`, or the buyer's PO number."),
        ("list flying", "States are: open, needs a look"),
        ("cancel SO-10021", "Say which order and why"),
        ("settle SO-10021 2", "Say the order, the line, and our product"),
        ("settle SO-10021 2=RNG-114@nine", "'nine' is no price"),
    ],
)
def test_what_is_not_understood_says_what_would_be(listening: Workplace, line: str, told: str) -> None:
    if "SO-10021" in line:
        order = listening.order()
        line = line.replace("SO-10021", order.number)

    answer = listening.asks("ben", line)

    assert told.replace("`", "") in answer.replace("`", "")


def test_hostile_text_in_an_order_is_only_shown(listening: Workplace) -> None:
    line = cast.line(description=HOSTILE)
    order = listening.order(buyer_name=HOSTILE, state=State.AGREED, version=cast.version(lines=[line]))

    for asked in (order.number, "find hyperlink", f"history {order.number}", "list agreed"):
        listening.asks("ben", asked)

    raw = "".join(f"{said.text}{said.blocks}" for said in listening.slack.ephemerals("ben"))
    card = listening.card(f"order:{order.number}")
    for shown in (raw, f"{card.text}{card.blocks}"):
        assert "<!channel>" not in shown
        assert "<https://evil" not in shown
        assert "@here" not in shown


def test_hostile_words_in_a_question_are_only_shown(listening: Workplace) -> None:
    listening.asks("ben", "find <!channel> <@U0MIRABOSS>")

    raw = "".join(f"{said.text}{said.blocks}" for said in listening.slack.ephemerals("ben"))
    assert "<!channel>" not in raw


def test_two_orders_under_one_number_are_both_named(listening: Workplace) -> None:
    one, two = listening.order(po_number="TWICE-1"), listening.order(po_number="TWICE-1")

    shown, asked = listening.asks("ben", "TWICE-1"), listening.asks("ben", "history TWICE-1")

    for answer in (shown, asked):
        assert one.number in answer
        assert two.number in answer
    assert "Say which one by our number." in asked
