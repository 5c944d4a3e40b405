"""One stage on each engine for all journeys of a test process, and a scene of its own on it for each journey."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.demo import stage
from tests.journeys import build
from tests.peers import postgres

# The journeys are not about Slack's pace; tests/bot/test_courier.py is.
AT_ONCE = timedelta(milliseconds=1)


@pytest.fixture(scope="session")
def on_sqlite() -> Iterator[stage.Stage]:
    with stage.open_stage(gap=AT_ONCE) as opened:
        yield opened


@pytest.fixture(scope="session")
def on_postgresql() -> Iterator[stage.Stage]:
    try:
        url = postgres.fresh()
    except postgres.MissingError as missing:
        if postgres.is_required():
            raise
        pytest.skip(str(missing))
    with stage.open_stage(url, gap=AT_ONCE) as opened:
        yield opened
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def scene(request: pytest.FixtureRequest) -> build.Scene:
    """The whole desk, on each engine in turn; others play on the same stage, each with orders of their own."""
    return build.Scene(request.getfixturevalue(f"on_{request.param}"))


@pytest.fixture
def quick_scene(on_sqlite: stage.Stage) -> build.Scene:
    """The same on SQLite alone, for what no engine can change."""
    return build.Scene(on_sqlite)
