"""The workspace as it stands, and every change to it; safe to ask from any thread."""

import collections
import dataclasses
import itertools
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from playground.slack import refusals, things

T = TypeVar("T")

TEAM, APP, BOT, BOT_USER, SLACKBOT = "T0PLAYTEAM", "A0PLAYAPP1", "B0PLAYBOT1", "U0PLAYBOT1", "USLACKBOT"
TRIGGER_SECONDS = 3
REPLY_SECONDS, REPLY_USES = 30 * 60, 5
MODALS = 3  # views.push: at most three views on the stack


class Clock:
    """The time of the house, which a test may put forward."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Seconds since the epoch."""
        return time.time() + self._ahead

    def forward(self, seconds: float) -> None:
        """Let time pass at once."""
        self._ahead += seconds


class Workspace:
    """People, channels, messages, files, modals and Homes; `changed` is notified at every change."""

    def __init__(self, *, name: str = "Playground", bot_name: str = "countersign") -> None:
        self.name = name
        self.clock = Clock()
        self.changed = threading.Condition(threading.RLock())
        self.changes: collections.deque[things.Change] = collections.deque(maxlen=10_000)
        self.people: dict[str, things.Person] = {}
        self.channels: dict[str, things.Channel] = {}
        self.files: dict[str, things.File] = {}
        self.modals: dict[str, list[things.View]] = collections.defaultdict(list)
        self.homes: dict[str, things.View] = {}
        self.failures: list[things.Failure] = []
        self.triggers: dict[str, things.Trigger] = {}
        self.replies: dict[str, things.Reply] = {}
        self._messages: dict[str, dict[str, things.Message]] = collections.defaultdict(dict)
        self._ephemerals: dict[str, dict[str, things.Message]] = collections.defaultdict(dict)
        self._replies: dict[tuple[str, str], list[str]] = collections.defaultdict(list)
        self._sent: dict[str, tuple[str, str]] = {}  # client_msg_id -> channel, ts
        self._numbers = itertools.count(1)
        self._last_ts = 0
        self.add_person(bot_name, user_id=BOT_USER, is_bot=True)
        self.add_person("slackbot", user_id=SLACKBOT, is_bot=True)

    # -- changes -----------------------------------------------------------------------------------------

    def note(self, what: str, key: str) -> None:
        """Write down that something changed, and wake whoever waits."""
        with self.changed:
            last = self.changes[-1].number if self.changes else 0
            self.changes.append(things.Change(last + 1, what, key))
            self.changed.notify_all()

    def since(self, number: int) -> list[things.Change]:
        """The changes after that one, oldest first."""
        with self.changed:
            return [change for change in self.changes if change.number > number]

    def wait_for(self, wanted: Callable[[], T], timeout: float) -> T:
        """What `wanted` says as soon as it is true; what it says last when the seconds are over."""
        with self.changed:
            return self.changed.wait_for(wanted, timeout)

    def number(self, prefix: str) -> str:
        """A new id that looks like one of Slack's."""
        return f"{prefix}0PLAY{next(self._numbers):05d}"

    def ts(self) -> str:
        """The next message timestamp; no two are alike."""
        with self.changed:
            self._last_ts = max(self._last_ts + 1, int(self.clock.now() * 1_000_000))
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    # -- people and channels -----------------------------------------------------------------------------

    def add_person(
        self, name: str, *, user_id: str = "", real_name: str = "", email: str = "", is_bot: bool = False
    ) -> things.Person:
        """Let somebody into the workspace."""
        person = things.Person(user_id or self.number("U"), name, real_name or name.title(), email, is_bot)
        self.people[person.id] = person
        self.note("person", person.id)
        return person

    def add_channel(
        self, name: str, *, members: Iterable[str] = (), kind: things.Kind = things.Kind.PUBLIC
    ) -> things.Channel:
        """Open a channel with these people (ids) in it."""
        prefix = "D" if kind is things.Kind.DIRECT else "C"
        channel = things.Channel(self.number(prefix), name.lstrip("#"), kind, frozenset(members))
        self.channels[channel.id] = channel
        self.note("channel", channel.id)
        return channel

    def put_channel(self, channel: things.Channel) -> things.Channel:
        """The channel as it now is."""
        self.channels[channel.id] = channel
        self.note("channel", channel.id)
        return channel

    def person(self, who: str) -> things.Person:
        """By id or name; raises user_not_found."""
        for person in self.people.values():
            if who in {person.id, person.name}:
                return person
        raise refusals.RefusalError("user_not_found")

    def channel(self, which: str) -> things.Channel:
        """By id or name; raises channel_not_found."""
        for channel in self.channels.values():
            if which == channel.id or (which and which.lstrip("#") == channel.name):
                return channel
        raise refusals.RefusalError("channel_not_found")

    def channel_with_id(self, channel_id: object) -> things.Channel:
        """By id alone, as every method but the two that post wants it; raises channel_not_found."""
        if channel_id not in self.channels:
            raise refusals.RefusalError("channel_not_found")
        return self.channels[str(channel_id)]

    def direct(self, person: str) -> things.Channel:
        """The conversation between the app and this person, opened where it was not."""
        both = frozenset({person, BOT_USER})
        for channel in self.channels.values():
            if channel.kind is things.Kind.DIRECT and channel.members == both:
                return channel
        return self.add_channel("", members=both, kind=things.Kind.DIRECT)

    # -- messages ----------------------------------------------------------------------------------------

    def put(self, message: things.Message) -> things.Message:
        """The message as it now is; where it has `only_for`, among that person's ephemeral ones."""
        shelf = self._ephemerals[message.only_for] if message.only_for else self._messages[message.channel]
        with self.changed:
            is_new = message.ts not in shelf
            shelf[message.ts] = message
            if is_new and message.is_reply and not message.only_for:
                self._replies[message.channel, str(message.thread_ts)].append(message.ts)
            if is_new and message.client_msg_id:
                self._sent[message.client_msg_id] = message.channel, message.ts
            self.note("ephemeral" if message.only_for else "message", f"{message.channel}/{message.ts}")
        return message

    def remove(self, message: things.Message) -> None:
        """Take a message away."""
        shelf = self._ephemerals[message.only_for] if message.only_for else self._messages[message.channel]
        with self.changed:
            del shelf[message.ts]
            if message.is_reply and not message.only_for:
                self._replies[message.channel, str(message.thread_ts)].remove(message.ts)
            self.note("message", f"{message.channel}/{message.ts}")

    def message(self, channel: str, ts: str) -> things.Message | None:
        """The message that stands there, if there is one."""
        return self._messages[channel].get(ts)

    def messages(self, channel: str) -> list[things.Message]:
        """Everything in the channel, replies too, oldest first."""
        with self.changed:
            return list(self._messages[channel].values())  # each ts is later than the one before

    def thread(self, channel: str, ts: str) -> list[things.Message]:
        """The message that opened the thread and its replies, oldest first."""
        with self.changed:
            shelf = self._messages[channel]
            return [shelf[it] for it in [ts, *self._replies[channel, ts]] if it in shelf]

    def ephemerals(self, person: str) -> list[things.Message]:
        """What only this person was shown, oldest first."""
        with self.changed:
            return list(self._ephemerals[person].values())

    def ephemeral(self, person: str, ts: str) -> things.Message | None:
        """That ephemeral message, if it still stands."""
        return self._ephemerals[person].get(ts)

    def sent_before(self, client_msg_id: str) -> tuple[str, str] | None:
        """Where (channel, ts) a message with this client_msg_id was posted."""
        return self._sent.get(client_msg_id)

    # -- files -------------------------------------------------------------------------------------------

    def put_file(self, file: things.File) -> things.File:
        """The file as it now is."""
        self.files[file.id] = file
        self.note("file", file.id)
        return file

    # -- views -------------------------------------------------------------------------------------------

    def views(self) -> Iterator[things.View]:
        """Every modal that is open and every Home."""
        for stack in self.modals.values():
            yield from stack
        yield from self.homes.values()

    def put_view(self, view: things.View) -> things.View:
        """The view as it now is, in the place of the one with its id, or on top."""
        with self.changed:
            stack = self.modals[view.person]
            places = [place for place, open_view in enumerate(stack) if open_view.id == view.id]
            if view.body["type"] == "home":
                self.homes[view.person] = view
            elif places:
                stack[places[0]] = view
            else:
                stack.append(view)
            self.note("view", view.id)
        return view

    def modal(self, person: str) -> things.View | None:
        """The modal on top of this person's screen."""
        stack = self.modals[person]
        return stack[-1] if stack else None

    def close_modals(self, person: str, *, all_of_them: bool = False) -> None:
        """Take the top modal away, or the whole stack."""
        with self.changed:
            if all_of_them:
                self.modals[person].clear()
            elif self.modals[person]:
                self.modals[person].pop()
            self.note("view", person)

    # -- what a press leaves behind ----------------------------------------------------------------------

    def new_trigger(self, person: str) -> things.Trigger:
        """The right to open one modal on this person's screen."""
        trigger_id = f"{next(self._numbers)}.{int(self.clock.now())}.{secrets.token_hex(16)}"
        trigger = things.Trigger(trigger_id, person, self.clock.now())
        self.triggers[trigger.id] = trigger
        return trigger

    def exchange(self, trigger_id: str) -> things.Trigger:
        """Use the trigger up; raises invalid_, expired_ or exchanged_trigger_id."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise refusals.RefusalError("invalid_trigger_id")
        if trigger.exchanged:
            raise refusals.RefusalError("exchanged_trigger_id")
        if self.clock.now() - trigger.made_at > TRIGGER_SECONDS:
            raise refusals.RefusalError("expired_trigger_id")
        self.triggers[trigger_id] = dataclasses.replace(trigger, exchanged=True)
        return trigger

    def new_reply(self, person: str, channel: str, *, ts: str | None = None, ephemeral: bool = False) -> things.Reply:
        """A response_url for what this person just did."""
        token = secrets.token_urlsafe(16)
        self.replies[token] = things.Reply(token, person, channel, self.clock.now(), ts, ephemeral)
        return self.replies[token]

    def use_reply(self, token: str) -> things.Reply:
        """Count one use of the response_url; raises used_url or expired_url."""
        reply = self.replies.get(token)
        if reply is None or self.clock.now() - reply.made_at > REPLY_SECONDS:
            raise refusals.RefusalError("expired_url")
        if reply.uses >= REPLY_USES:
            raise refusals.RefusalError("used_url")
        self.replies[token] = dataclasses.replace(reply, uses=reply.uses + 1)
        return reply

    def fail(self, person: str, what: str, error: str, *, channel: str = "") -> things.Failure:
        """Write down what this person saw go wrong; in a channel, Slackbot tells them."""
        failure = things.Failure(person, what, error, self.clock.now())
        self.failures.append(failure)
        if channel:
            told = f'{what} failed with the error "{error}"'
            self.put(things.Message(channel, self.ts(), SLACKBOT, text=told, only_for=person))
        self.note("failure", person)
        return failure
