"""The buyer is silent: ask again, as often as the policy says."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot import office
from bot.flows import tell
from desk import chasing


def chase(desk: office.Office, args: Mapping[str, Any]) -> None:
    """The job "chase": reminds where the same version is still unanswered, else does nothing."""
    version, count, most = int(args["version"]), int(args["count"]), desk.rules.reminders.most
    asked = datetime.fromisoformat(str(args["asked"]))
    with desk.store.unit() as books:
        order = books.orders.get(str(args["number"]))
        if order and chasing.is_due(order, version=version, count=count, most=most, asked=asked):
            tell.tell(desk, books, chasing.remind(order, at=desk.now()))
