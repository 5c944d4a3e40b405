"""A desk that listens in Slack, and what is seen and pressed there."""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot import office
from bot.demo import stage
from bot.slack import app, post
from desk import orders
from playground.slack import things
from playground.slack.house import SlackHouse
from tests.bot import build

PATIENCE = 10.0
_numbers = itertools.count(20_001)


def poster(slack: SlackHouse, token: str = "") -> post.Poster:
    """The wire, with the app's own token unless told otherwise."""
    return post.Poster(app.client(token or slack.token, base_url=slack.base_url, timeout=5))


@dataclass(frozen=True)
class Workplace:
    """The desk and its Slack."""

    desk: office.Office
    slack: SlackHouse

    def order(self, **how: object) -> orders.Order:
        """An order under a number of its own, whose cards stand in Slack."""
        number = f"SO-{next(_numbers)}"
        order = build.take(self.desk, **({"number": number, "po_number": f"P{number[3:]}"} | how))
        self.carry()
        return order

    def now(self, order: orders.Order) -> orders.Order:
        return build.order(self.desk, order.number)

    def carry(self) -> None:
        """Everything that waits is posted."""
        build.labour(self.desk, slack=poster(self.slack)).drain()

    def card(self, key: str, channel: str = stage.ORDERS) -> things.Message:
        """The one message under this key, as it stands."""
        (found,) = [message for message in self.slack.messages(channel) if _key(message) == key]
        return found

    def press(self, who: str, order: orders.Order, button: str, *, asked: bool = False) -> None:
        """Somebody presses a button on the order's card, or on the question to the managers."""
        key, channel = (f"ask:{order.number}", stage.APPROVALS) if asked else (f"order:{order.number}", stage.ORDERS)
        self.slack.press(who, self.card(key, channel), button)

    def told(self, who: str, words: str) -> str:
        """What this person alone was shown, once these words stand in it."""

        def found() -> str:
            said = [self.read(message) for message in self.slack.ephemerals(who)]
            return next((one for one in said if words in one), "")

        told = self.slack.wait_for(found, PATIENCE)
        assert told, [self.read(one) for one in self.slack.ephemerals(who)]
        return told

    def becomes(self, order: orders.Order, state: orders.State) -> orders.Order:
        """The order, once it stands there."""
        self.until(lambda: self.now(order).state is state)
        return self.now(order)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something in the books."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, "it never became true"
            time.sleep(0.01)

    def asks(self, who: str, line: str) -> str:
        """Somebody types /po and this; what they alone are shown."""
        shown = self.slack.slash(who, stage.ORDERS, "/po", line, timeout=PATIENCE)
        assert [message.only_for for message in shown] == [self.slack.workspace.person(who).id]
        return self.read(shown[0])

    def read(self, shown: things.Message) -> str:
        return self.slack.as_text(shown)


def _key(message: things.Message) -> str:
    return str((message.metadata or {}).get("event_payload", {}).get("key", ""))
