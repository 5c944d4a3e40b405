"""A crash told between any two steps: whatever was in hand is done again, and nothing is said twice."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from bot import courier, office, reading_room, settings, wiring
from bot.demo import stage
from bot.flows import decide, open_mail
from bot.mail import carry
from bot.slack import app, post
from desk.orders import State
from playground.mail import MailHouse
from playground.samples import replies, strays, world
from playground.slack.house import SlackHouse
from store import inbox, outbox, worker
from tests.journeys import build
from tests.journeys.build import Scene

# Where the program died, at least once each.
PLACES = {"read", "did", "posted", "edited", "attached", "sent"}


class KilledError(Exception):
    """Nothing after this line of the program was run."""


@dataclass
class Fate:
    """Kills at each place once, or never again where it was told to leave off."""

    struck: set[str] = field(default_factory=set)

    def strike(self, where: str) -> None:
        """Here the program dies, the first time it comes by."""
        if where not in self.struck:
            self.struck.add(where)
            raise KilledError(where)


class Poster(post.Poster):
    """The real wire; the program dies after Slack took each thing, before anybody wrote that down."""

    def __init__(self, web: WebClient, fate: Fate) -> None:
        super().__init__(web)
        self._fate = fate

    def post(self, *where: Any, **said: Any) -> post.Posted:
        posted = super().post(*where, **said)
        self._fate.strike(f"posted {said['key']}")
        return posted

    def edit(self, *where: Any, **said: Any) -> None:
        super().edit(*where, **said)
        self._fate.strike(f"edited {said['key']} {said['text']}")

    def attach(self, *where: Any, **file: Any) -> None:
        super().attach(*where, **file)
        self._fate.strike(f"attached {where} {file['name']}")


@dataclass(frozen=True)
class Carrier(carry.Carrier):
    """The real wire; the program dies after the mail server took each letter and the copy stands in Sent."""

    fate: Fate = field(default_factory=Fate)

    def carry(self, raw: bytes, **how: Any) -> carry.Carried:
        carried = carry.Carrier.carry(self, raw, **how)
        self.fate.strike(f"sent {carry.message_id(raw)}")
        return carried


@dataclass
class Clock:
    """The real time, and what the test adds to it."""

    ahead: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class Room(reading_room.ReadingRoom):
    """The real room; the program dies after each thing was read, before anything was made of it."""

    def __init__(self, fate: Fate) -> None:
        super().__init__(seconds=20, memory_mb=2048)
        self._fate = fate

    def ask(self, read: Callable[..., Any], *given: Any, **named: Any) -> Any:
        answer = super().ask(read, *given, **named)
        self._fate.strike(f"read {read.__name__} {hash(given)}")
        return answer


@dataclass(frozen=True)
class Unlucky:
    """A scene whose only worker is the test itself, and dies wherever it can."""

    scene: Scene
    fate: Fate
    labour: worker.Worker
    clock: Clock

    def go_on(self) -> None:
        """Work, die, come back and work, until nothing is left to do now."""
        for _ in range(60):
            self.labour.drain()
            if not self._left():
                return
            self.clock.ahead += timedelta(seconds=70)
        raise AssertionError(f"It never came to rest: {self._left()}")

    def _left(self) -> list[str]:
        with self.scene.on.desk.store.look() as books:
            said = [item.key for state in outbox.OPEN for item in books.outbox.standing(state)]
            heard = [mail.message_id for mail in books.inbox.standing(inbox.State.KEPT)]
        return [*said, *heard]

    def hear(self, raw: bytes) -> None:
        """The mail is kept by the ear, and then gone on with."""
        self.scene.post(raw)
        self.scene.kept(raw, inbox.State.KEPT)
        self.go_on()


@pytest.fixture
def unlucky(sqlite_url: str) -> Iterator[Unlucky]:
    fate, clock = Fate(), Clock()
    people = {one.email: stage.PASSWORD for buyer in world.BUYERS for one in buyer.contacts}
    with (
        MailHouse(people | {world.SELLER.email: stage.PASSWORD}, authserv_id=stage.AUTHSERV) as mail,
        SlackHouse(paced=False) as slack,
        Room(fate) as room,
    ):
        stage.furnish(slack)
        chosen = stage.chosen_for(sqlite_url, mail, slack)
        with wiring.open_office(chosen) as opened:
            desk = replace(opened, now=clock, room=room)
            stage.stock(desk)
            labour = doomed(desk, chosen, fate)
            with listening(desk, chosen):
                yield Unlucky(Scene(stage.Stage(desk, mail, slack)), fate, labour, clock)


def doomed(desk: office.Office, chosen: settings.Settings, fate: Fate) -> worker.Worker:
    """A worker that dies after each job as well, before it is written down as done."""
    web = app.client(settings.secret(chosen.wires.slack_bot_token), base_url=chosen.wires.slack_api_url)
    inner = wiring.make_carrier(chosen)
    carrier = Carrier(**{one.name: getattr(inner, one.name) for one in fields(inner)}, fate=fate)
    acts: Mapping[str, worker.Handler] = {
        "open": lambda args: open_mail.open_mail(desk, args),
        "carry": courier.Courier(desk, Poster(web, fate), carrier, "unlucky", gap=timedelta(0)),
    }

    def mortal(name: str) -> worker.Handler:
        def act(args: Mapping[str, Any]) -> None:
            acts[name](args)
            fate.strike(f"did {name} {args}")

        return act

    return worker.Worker(
        desk.store,
        {"chase": lambda _: None} | {name: mortal(name) for name in acts},
        owner="unlucky",
        clock=desk.now,
        chance=lambda: 0.5,
    )


@contextmanager
def listening(desk: office.Office, chosen: settings.Settings) -> Iterator[None]:
    """The ear at the mailbox, in a thread."""
    ear = wiring.make_listener(desk, chosen, lambda _: None)
    thread = threading.Thread(target=ear.run)
    thread.start()
    try:
        yield
    finally:
        ear.stop()
        thread.join()


def diary(scene: Scene, key: str) -> list[str]:
    """Every entry and file under a card, by its words or its name."""
    names = [[scene.on.slack.file(one).name for one in said.files] or [scene.read(said)] for said in scene.thread(key)]
    return [one for group in names for one in group]


def test_an_order_is_agreed_and_each_thing_said_once_though_every_step_was_interrupted(unlucky: Unlucky) -> None:
    scene = unlucky.scene
    truth = scene.truth(build.LARGE, buyer="HERON")
    unlucky.hear(raw := scene.pdf(truth))
    order = scene.order(raw, State.AWAITING_DECISION)
    decide.approve(scene.on.desk, order.number, by=stage.MANAGER, version=1)
    unlucky.go_on()
    (confirmation,) = scene.letters(order, "confirmation")
    answer = replies.reply(confirmation, "approved", sender=truth.contact, at=scene.on.desk.now(), chance=scene.chance)
    unlucky.hear(answer)

    assert scene.now(order).state is State.AGREED
    with scene.on.desk.store.look() as books:
        assert len(books.orders.latest(limit=10)) == 1
        assert not books.journal.verify().broken
    assert [len(scene.letters(order, kind)) for kind in ("confirmation", "acknowledgement")] == [1, 1]
    assert len(scene.cards(f"order:{order.number}")) == 1
    assert len(scene.cards(f"ask:{order.number}", stage.APPROVALS)) == 1
    entries = diary(scene, f"order:{order.number}")
    assert len(set(entries)) == len(entries) >= 6
    assert {place.partition(" ")[0] for place in unlucky.fate.struck} == PLACES


def test_a_mail_that_needs_a_person_is_shown_once_though_every_step_was_interrupted(unlucky: Unlucky) -> None:
    scene = unlucky.scene
    sender = world.buyer("MELROSE").contacts[0]
    files = [("locked.pdf", strays.encrypted()), ("locked.pdf", strays.encrypted("other"))]
    unlucky.hear(raw := scene.note(sender, "Our order", "Two files of one name.", *files))

    kept = scene.kept(raw, inbox.State.NEEDS_PERSON)
    assert len(scene.cards(f"mail:{kept.id}")) == 1
    assert diary(scene, f"mail:{kept.id}") == ["locked.pdf", "locked.pdf"]
