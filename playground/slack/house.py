"""The house: a Slack in a thread of its own, driven from any other thread."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine, Iterable, Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

from aiohttp import web

from playground.slack import faults, ground, hands, lines, manifest, server, things, words, workspace

T = TypeVar("T")
PATIENCE = 10.0


class SlackHouse:
    """A workspace with one app installed; `with SlackHouse() as slack:` starts and stops it.

    People and channels are named by id or by name. `scopes` are those of the manifest unless told;
    `deadline` is how many seconds the app has to acknowledge; `paced` is whether calls are counted.
    """

    def __init__(
        self,
        *,
        app: manifest.App | None = None,
        scopes: Iterable[str] | None = None,
        port: int = 0,
        deadline: float = lines.DEADLINE,
        paced: bool = True,
    ) -> None:
        declared = app or manifest.read()
        self.ground = ground.Ground(declared, deadline=deadline, paced=paced)
        self.token = self.ground.new_token(*(declared.scopes if scopes is None else scopes))
        self.app_token = self.ground.new_token("connections:write", prefix="xapp")
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="slack-house", daemon=True)
        self._runner: web.AppRunner | None = None

    # -- opening and closing -----------------------------------------------------------------------------

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._open())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    async def _open(self) -> None:
        self._runner = web.AppRunner(server.application(self.ground), access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.ground.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def _close(self) -> None:
        await self.ground.rest()
        await self.ground.lines.hang_up()
        if self._runner is not None:
            await self._runner.cleanup()

    def _run(self, doing: Coroutine[Any, Any, T], *, patience: float = 60.0) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(patience)

    def _do(self, doing: Callable[[], T]) -> T:
        async def now() -> T:
            return doing()

        return self._run(now())

    @property
    def base_url(self) -> str:
        """For WebClient(base_url=…)."""
        return f"{self.ground.address}/api/"

    @property
    def workspace(self) -> workspace.Workspace:
        """The state of it all."""
        return self.ground.workspace

    @property
    def faults(self) -> faults.Faults:
        """What shall go wrong."""
        return self.ground.faults

    @property
    def bot(self) -> str:
        """The user id of the app."""
        return workspace.BOT_USER

    def new_token(self, *scopes: str) -> str:
        """A bot token with these scopes alone."""
        return self.ground.new_token(*scopes)

    # -- people and channels -----------------------------------------------------------------------------

    def add_person(self, name: str, user_id: str = "", *, real_name: str = "", email: str = "") -> things.Person:
        """Let somebody into the workspace."""
        return self.workspace.add_person(name, user_id=user_id, real_name=real_name, email=email)

    def add_channel(
        self, name: str, *, people: Iterable[str] = (), private: bool = False, with_bot: bool = True
    ) -> things.Channel:
        """Open a channel with these people, and with the app unless told otherwise."""
        members = {self.workspace.person(who).id for who in people} | ({self.bot} if with_bot else set())
        kind = things.Kind.PRIVATE if private else things.Kind.PUBLIC
        return self.workspace.add_channel(name, members=members, kind=kind)

    def _person(self, who: str | things.Person) -> str:
        return who.id if isinstance(who, things.Person) else self.workspace.person(who).id

    def _channel(self, which: str | things.Channel) -> str:
        return which.id if isinstance(which, things.Channel) else self.workspace.channel(which).id

    # -- what a person does ------------------------------------------------------------------------------

    def say(
        self,
        person: str | things.Person,
        channel: str | things.Channel,
        text: str,
        *,
        thread_ts: str | None = None,
    ) -> things.Message:
        """They write in a channel."""
        who, where = self._person(person), self._channel(channel)
        return self._do(lambda: hands.say(self.ground, who, where, text, thread_ts=thread_ts))

    def share_file(
        self,
        person: str | things.Person,
        channel: str | things.Channel,
        name: str,
        data: bytes,
        *,
        text: str = "",
    ) -> things.Message:
        """They drop a file into a channel."""
        who, where = self._person(person), self._channel(channel)
        return self._do(lambda: hands.share_file(self.ground, who, where, name, data, text=text))

    def slash(
        self,
        person: str | things.Person,
        channel: str | things.Channel,
        command: str,
        text: str = "",
        *,
        timeout: float = 3.0,
    ) -> list[things.Message]:
        """They type a command; what they were then shown, waiting up to `timeout` for the first words.

        A modal that opens ends the waiting too. A failure is among the answers, in Slackbot's words.
        """
        who, where = self._person(person), self._channel(channel)
        before = self._standing(who, where)
        open_before = self.workspace.modal(who)
        self._run(hands.slash(self.ground, who, where, command, text))

        def answers() -> list[things.Message]:
            return [it for key, it in self._standing(who, where).items() if key not in before]

        self.wait_for(lambda: answers() or self.workspace.modal(who) is not open_before, timeout)
        return answers()

    def _standing(self, person: str, channel: str) -> dict[str, things.Message]:
        seen = self.workspace.messages(channel) + self.workspace.ephemerals(person)
        return {message.ts: message for message in seen}

    def press(
        self,
        person: str | things.Person,
        shown: things.Message | things.View,
        what: str,
        *,
        value: str = "",
    ) -> hands.Outcome:
        """They press `what` (an action id, or the words on it) on a message, modal or Home as they saw it.

        In a menu, `value` is the choice. Raises LookupError where there is no such thing to press.
        """
        return self._run(hands.press(self.ground, self._person(person), shown, what, value))

    def shortcut(
        self, person: str | things.Person, callback_id: str, message: things.Message | None = None
    ) -> hands.Outcome:
        """They pick a shortcut, of the app or of a message."""
        return self._run(hands.shortcut(self.ground, self._person(person), callback_id, message))

    def fill_modal(self, person: str | things.Person, answers: dict[str, object]) -> hands.Outcome:
        """They fill in the modal on top (keys: block/action, either id, or the label) and send it."""
        return self._run(hands.submit(self.ground, self._person(person), answers))

    def submit(self, person: str | things.Person) -> hands.Outcome:
        """They send the modal on top as it stands."""
        return self.fill_modal(person, {})

    def close_modal(self, person: str | things.Person, *, all_of_them: bool = False) -> hands.Outcome:
        """They close the modal on top."""
        return self._run(hands.close(self.ground, self._person(person), all_of_them=all_of_them))

    def suggest(self, person: str | things.Person, what: str, typed: str) -> list[things.Json]:
        """They type into an external menu of the modal on top; the options offered."""
        return self._run(hands.suggest(self.ground, self._person(person), what, typed))

    def open_home(self, person: str | things.Person) -> None:
        """They open the app's Home."""
        who = self._person(person)
        self._do(lambda: hands.open_home(self.ground, who))

    # -- what a person sees ------------------------------------------------------------------------------

    def messages(self, channel: str | things.Channel) -> list[things.Message]:
        """What stands in the channel itself, oldest first; replies stand in their threads."""
        said = self.workspace.messages(self._channel(channel))
        return [message for message in said if not message.is_reply or message.broadcast]

    def thread(self, channel: str | things.Channel, ts: str) -> list[things.Message]:
        """The message that opened the thread, then its replies."""
        return self.workspace.thread(self._channel(channel), ts)

    def message(self, channel: str | things.Channel, ts: str) -> things.Message | None:
        """That message as it now is."""
        return self.workspace.message(self._channel(channel), ts)

    def direct_messages(self, person: str | things.Person) -> list[things.Message]:
        """What the app and this person said to each other."""
        return self.workspace.messages(self.workspace.direct(self._person(person)).id)

    def ephemerals(self, person: str | things.Person) -> list[things.Message]:
        """What only this person was shown, oldest first."""
        return self.workspace.ephemerals(self._person(person))

    def modal(self, person: str | things.Person) -> things.View | None:
        """The modal on top of this person's screen."""
        return self.workspace.modal(self._person(person))

    def home(self, person: str | things.Person) -> things.View | None:
        """The app's Home as this person last saw it."""
        return self.workspace.homes.get(self._person(person))

    def file(self, file_id: str) -> things.File:
        """A file with its bytes."""
        return self.workspace.files[file_id]

    def failures(self) -> list[things.Failure]:
        """Everything a person saw go wrong, oldest first."""
        return list(self.workspace.failures)

    @staticmethod
    def as_text(shown: things.Message | things.View) -> str:
        """The plain words of it, one line for each piece."""
        return words.as_text(shown)

    # -- time and trouble --------------------------------------------------------------------------------

    def wait_for(self, wanted: Callable[[], T], timeout: float = PATIENCE) -> T:
        """What `wanted` says once it is true, asked again at every change; its last word after the time."""
        return self.workspace.wait_for(wanted, timeout)

    def wait_for_lines(self, count: int = 1, timeout: float = PATIENCE) -> bool:
        """Whether so many connections came to stand in time."""
        return self.wait_for(lambda: len(self.ready_lines()) >= count, timeout)

    def ready_lines(self) -> list[lines.Line]:
        """The connections that take envelopes."""
        return [line for line in list(self.ground.lines.open) if not line.leaving]

    def give(self, seconds: float) -> None:
        """From now on the app has these seconds to acknowledge."""
        self.ground.lines.deadline = seconds

    def pass_time(self, seconds: float) -> None:
        """Let time pass at once, for triggers, response_urls and the pace."""
        self.workspace.clock.forward(seconds)

    def refresh(self, *, reason: str = "refresh_requested", close: bool = False) -> None:
        """Ask every connection to make way for a new one."""
        self._run(self.ground.lines.refresh(reason=reason, close=close))

    def hang_up(self) -> None:
        """End every connection with a close frame."""
        self._run(self.ground.lines.hang_up())

    def cut(self) -> None:
        """Break every connection without a word."""
        self._run(self.ground.lines.cut())

    def sent(self) -> list[lines.Sent]:
        """Every envelope so far: which connection had it and whether it was acknowledged."""
        return self.ground.lines.everything_sent()

    @contextlib.contextmanager
    def unpaced(self) -> Iterator[None]:
        """Nobody counts calls meanwhile."""
        was, self.ground.pace.on = self.ground.pace.on, False
        try:
            yield
        finally:
            self.ground.pace.on = was
