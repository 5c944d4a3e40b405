"""A worker for the tests: real clock, short waits."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from store import unit, worker

SHORT = worker.Patience(
    failures=3, first=timedelta(milliseconds=20), longest=timedelta(milliseconds=50), away=timedelta(seconds=60)
)
LEASED = worker.leased.Pace(poll=timedelta(milliseconds=30), lease=timedelta(seconds=1))
SHARED = worker.shared.Pace(
    beat=timedelta(milliseconds=300), silence=timedelta(milliseconds=1500), poll=timedelta(milliseconds=50)
)


def now() -> datetime:
    return datetime.now(UTC)


def hand(store: unit.Store, handlers: Mapping[str, worker.Handler], owner: str = "ann", **more: Any) -> worker.Worker:
    paces = {"leased_pace": LEASED, "shared_pace": SHARED}
    settings: dict[str, Any] = {"patience": SHORT, "threads": 2, "clock": now} | paces | more
    return worker.Worker(store, handlers, owner=owner, chance=random.random, **settings)
