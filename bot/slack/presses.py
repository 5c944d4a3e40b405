"""Buttons and the modal behind "Reject": the same rules as everywhere, rights checked at the press."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient

from bot import office
from bot.flows import ask_person, decide
from bot.slack import words
from desk import approval, errors, orders

log = logging.getLogger(__name__)

_REASON = ("reason", "text")


class Presses:
    """Presses at one desk."""

    def __init__(self, desk: office.Office) -> None:
        self._desk = desk
        self._acts: Mapping[str, Callable[[str, int, str], orders.Order]] = {
            "order.take": lambda number, _, by: decide.take_as_read(desk, number, by=by),
            "order.set_aside": lambda number, _, by: decide.set_aside(desk, number, by=by),
            "order.take_up": lambda number, _, by: decide.take_up_again(desk, number, by=by),
            "order.approve": lambda number, version, by: decide.approve(desk, number, by=by, version=version),
            "order.ask_again": lambda number, _, by: decide.ask_again(desk, number, by=by),
            "order.cancel": lambda number, _, by: decide.cancel(desk, number, by=by, reason="Cancelled in Slack."),
        }

    def order(self, ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        """A button on an order's card; whoever may not press it is told so, alone."""
        ack()
        action = body["actions"][0]
        number, version = _shown(str(action["value"]))
        self._act(respond, lambda: self._acts[str(action["action_id"])](number, version, str(body["user"]["id"])))

    def mail(self, ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        """The card of a mail that no order was made from is set aside."""
        ack()
        mail = int(body["actions"][0]["value"])
        self._act(respond, lambda: ask_person.set_aside(self._desk, mail, by=str(body["user"]["id"])))

    def ask_reason(self, ack: Ack, body: dict[str, Any], respond: Respond, client: WebClient) -> None:
        """A rejection needs a reason, which the buyer will read: a modal asks those who may decide for it."""
        ack()
        value = str(body["actions"][0]["value"])
        number, _ = _shown(value)

        def open_modal() -> None:
            with self._desk.store.look() as books:
                order = books.orders.get(number)
            if order is None:
                raise errors.UnknownError("order", number)
            approval.may_decide(order, str(body["user"]["id"]))
            client.views_open(trigger_id=body["trigger_id"], view=_modal(number, value))

        self._act(respond, open_modal)

    def reject(self, ack: Ack, body: dict[str, Any], view: dict[str, Any]) -> None:
        """The modal comes back; what is wrong is said inside it."""
        number, version = _shown(str(view["private_metadata"]))
        reason = str(view["state"]["values"][_REASON[0]][_REASON[1]]["value"] or "")
        try:
            decide.decline(self._desk, number, by=str(body["user"]["id"]), reason=reason, version=version)
        except errors.DeskError as told:
            ack(response_action="errors", errors={_REASON[0]: str(told)[:150]})
            return
        ack()

    def _act(self, respond: Respond, act: Callable[[], object]) -> None:
        try:
            act()
        except errors.DeskError as told:
            respond(text=words.sentence(told), response_type="ephemeral", replace_original=False)
        except Exception:
            log.exception("a press in Slack")
            respond(text=words.BROKEN, response_type="ephemeral", replace_original=False)


def _shown(value: str) -> tuple[str, int]:
    """The order and the version that the pressed card showed."""
    number, _, version = value.rpartition(":")
    return number, int(version)


def _modal(number: str, value: str) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "order.reject",
        "private_metadata": value,
        "title": {"type": "plain_text", "text": f"Reject {number}"[:24]},
        "submit": {"type": "plain_text", "text": "Reject"},
        "close": {"type": "plain_text", "text": "Go back"},
        "blocks": [
            {
                "type": "input",
                "block_id": _REASON[0],
                "label": {"type": "plain_text", "text": "Why? The buyer reads this."},
                "element": {
                    "type": "plain_text_input",
                    "action_id": _REASON[1],
                    "multiline": True,
                    "min_length": 3,
                    "max_length": 500,
                    "focus_on_load": True,
                },
            }
        ],
    }
