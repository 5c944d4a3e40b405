"""A Slack with Ben, Mira, Max and Otto in it, the wire to it, and a desk that listens there."""

from collections.abc import Iterator

import pytest

from bot import reading_room
from bot.demo import stage
from bot.slack import app, post
from playground.slack.house import SlackHouse
from store import unit, upgrade
from tests.bot import build as desks
from tests.bot.slack import build


@pytest.fixture
def slack() -> Iterator[SlackHouse]:
    with SlackHouse() as opened:
        stage.furnish(opened)
        yield opened


@pytest.fixture
def poster(slack: SlackHouse) -> post.Poster:
    return build.poster(slack)


@pytest.fixture(scope="session")
def listening(room: reading_room.ReadingRoom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[build.Workplace]:
    """Opening a socket costs a second, so all tests share one desk; each works on orders of its own."""
    url = f"sqlite:///{tmp_path_factory.mktemp('slack') / 'books.db'}"
    upgrade.upgrade(url)
    store = unit.open_store(url)
    desk = desks.desk(store, room)
    with SlackHouse(paced=False) as opened:
        stage.furnish(opened)
        web = app.client(opened.token, base_url=opened.base_url)
        with app.by_socket(desk, web, app_token=opened.app_token):
            assert opened.wait_for_lines()
            yield build.Workplace(desk, opened)
    store.close()
