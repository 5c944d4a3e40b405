"""What people do and see in a journey: buyers write and read their mail, Ben, Mira, Max and Otto sit in Slack."""

import itertools
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TypeVar

from bot.demo import stage
from desk import orders
from playground.samples import layouts, mails, papers, replies, truths, world
from playground.slack import things
from store import inbox

_T = TypeVar("_T")
_numbers = itertools.count(1)
PATIENCE = 12.0
SMALL = (("RNG-114", 24), ("EAR-203", 48))
LARGE = (("THR-815", 200), ("CLK-920", 60))  # above the manager's threshold


def _chance() -> random.Random:
    return random.Random(next(_numbers))


@dataclass(frozen=True)
class Scene:
    """One journey on a stage that it may share; every order in it has a PO number that no other journey uses."""

    on: stage.Stage
    chance: random.Random = field(default_factory=_chance)

    # -- a buyer writes ----------------------------------------------------------------------------------

    def truth(
        self,
        wanted: Sequence[tuple[str, int]] = SMALL,
        *,
        buyer: str = "MELROSE",
        po_number: str = "",
        prices: dict[str, Decimal] | None = None,
    ) -> truths.Truth:
        """An order of today at agreed prices."""
        today = self.on.desk.now().date()
        return truths.order_of(
            world.buyer(buyer),
            wanted,
            po_number=po_number or f"{4_600_000 + next(_numbers)}",
            order_date=today,
            requested_date=today + timedelta(days=20),
            prices=prices,
        )

    def pdf(self, truth: truths.Truth, layout: str = "grid") -> bytes:
        """A mail with the order as a PDF."""
        drawn = papers.draw_pdf(truth, layouts.LAYOUTS[layout])
        return mails.order_pdf(truth, drawn, at=self.on.desk.now(), chance=self.chance)

    def attached(self, truth: truths.Truth, *files: tuple[str, bytes]) -> bytes:
        """A mail with these files, (name, content)."""
        return mails.order_attached(truth, files, at=self.on.desk.now(), chance=self.chance)

    def note(
        self,
        sender: world.Contact,
        subject: str,
        words: str,
        *files: tuple[str, bytes],
        to: str = world.SELLER.email,
    ) -> bytes:
        """A mail of these words, with files (name, content)."""
        mail = mails.begin(sender, subject, to=to, at=self.on.desk.now(), chance=self.chance)
        mail.set_content(f"{words}\n")
        for name, content in files:
            mails.attach(mail, content, name)
        return mails.sealed(mail, self.chance)

    def post(self, raw: bytes, *, to: str = "", login: bool = True) -> None:
        """Over SMTP to where the mail says, logged in as its author unless told otherwise."""
        sender, addressed = (str(_mail(raw)[name].addresses[0].addr_spec) for name in ("From", "To"))
        self.on.mail.post(raw, sender=sender, to=to or addressed, as_user=sender if login else None)

    def answer(
        self,
        letter: bytes,
        words: str,
        *,
        sender: world.Contact,
        client: replies.Client = replies.Client.GMAIL,
        threaded: bool = True,
    ) -> None:
        """The buyer answers a letter of ours, where it asks to be answered."""
        raw = replies.reply(
            letter,
            words,
            client,
            sender=sender,
            at=self.on.desk.now(),
            chance=self.chance,
            threaded=threaded,
        )
        self.post(raw)

    # -- what became of it -------------------------------------------------------------------------------

    def order(self, raw: bytes, *states: orders.State) -> orders.Order:
        """The one order of this mail, once it stands in one of the states."""
        return self.taken(raw, *states)[0]

    def taken(self, raw: bytes, *states: orders.State, count: int = 1) -> tuple[orders.Order, ...]:
        """The orders of this mail, once there are so many and all stand in one of the states; oldest first."""
        thread = message_id(raw)

        def found() -> tuple[orders.Order, ...]:
            with self.on.desk.store.look() as books:
                mine = books.orders.of_thread([thread])
            return tuple(reversed(mine)) if len(mine) == count and all(one.state in states for one in mine) else ()

        return self.wait(found, f"{count} order(s) of {thread} {' or '.join(states)}")

    def now(self, order: orders.Order) -> orders.Order:
        """The order as it stands."""
        found = self.on.order(order.number)
        assert found is not None
        return found

    def becomes(self, order: orders.Order, *states: orders.State) -> orders.Order:
        """The order, once it stands in one of the states."""
        names = " or ".join(states)
        return self.wait(lambda: now if (now := self.now(order)).state in states else None, f"{order.number} {names}")

    def agreed_with(self, truth: truths.Truth, layout: str = "grid") -> tuple[orders.Order, bytes]:
        """The order of a PDF that goes through by itself, and the confirmation as the buyer has it."""
        raw = self.pdf(truth, layout)
        self.post(raw)
        order = self.order(raw, orders.State.AWAITING_APPROVAL)
        return order, self.on.letter(truth.contact.email, order.number, "confirmation")

    def kept(self, raw: bytes, *states: inbox.State) -> inbox.Message:
        """The mail in our books, once it stands in one of the states."""

        def found() -> inbox.Message | None:
            with self.on.desk.store.look() as books:
                mine = books.inbox.named([message_id(raw)])
            return next((one for one in mine if one.state in states), None)

        return self.wait(found, f"mail {message_id(raw)} {' or '.join(states)}")

    def raw_of(self, kept: inbox.Message) -> bytes:
        """The mail as we kept it."""
        with self.on.desk.store.look() as books:
            raw = books.inbox.raw(kept.id)
        assert raw is not None
        return raw

    def letters(self, order: orders.Order, kind: str) -> list[bytes]:
        """Every letter of this kind about the order, as it lies in the buyer's mailbox."""
        marks = (f"X-Countersign-Order: {order.number}\r\n", f"X-Countersign-Letter: {kind}\r\n")
        held = self.on.mail.messages(order.contact)
        return [mail.raw for mail in held if all(mark.encode() in mail.raw for mark in marks)]

    # -- what is seen in Slack ---------------------------------------------------------------------------

    def cards(self, key: str, channel: str = stage.ORDERS) -> list[things.Message]:
        """Every message that carries this key: there should be one."""
        return [message for message in self.on.slack.messages(channel) if _key(message) == key]

    def card(self, key: str, *wanted: str, channel: str = stage.ORDERS) -> things.Message:
        """The card under this key, once all these words stand on it."""

        def shown() -> things.Message | None:
            cards = self.cards(key, channel)
            return cards[0] if cards and all(word in self.read(cards[0]) for word in wanted) else None

        return self.wait(shown, f"card {key} says {wanted}", seen=lambda: [*map(self.read, self.cards(key, channel))])

    def order_card(self, order: orders.Order, *wanted: str) -> things.Message:
        """The order's card, once all these words stand on it."""
        return self.card(f"order:{order.number}", *wanted)

    def asked_card(self, order: orders.Order, *wanted: str) -> things.Message:
        """The question to the managers, once all these words stand on it."""
        return self.card(f"ask:{order.number}", *wanted, channel=stage.APPROVALS)

    def thread(self, key: str) -> list[things.Message]:
        """What stands under a card."""
        return [said for card in self.cards(key) for said in self.on.slack.thread(stage.ORDERS, card.ts)[1:]]

    def diary(self, order: orders.Order, wanted: str) -> str:
        """The entry under the order's card in which these words stand, once it is there."""
        key = f"order:{order.number}"

        def entries() -> list[str]:
            return [self.read(said) for said in self.thread(key)]

        def found() -> str | None:
            return next((entry for entry in entries() if wanted in entry), None)

        return self.wait(found, f"the diary of {order.number} says {wanted!r}", seen=entries)

    def files(self, key: str, *names: str) -> list[bytes]:
        """The contents of the files under a card, once these are there."""

        def found() -> list[bytes]:
            shared = [self.on.slack.file(one) for said in self.thread(key) for one in said.files]
            mine = {file.name: file.data or b"" for file in shared}
            return [mine[name] for name in names] if set(names) <= mine.keys() else []

        return self.wait(found, f"files {names} under {key}")

    def press(self, who: str, shown: things.Message, button: str) -> None:
        """Somebody presses a button on a card as they saw it."""
        self.on.slack.press(who, shown, button)

    def told(self, who: str, wanted: str) -> str:
        """What only this person was shown, once these words stand in it."""

        def private() -> list[str]:
            return [self.read(said) for said in self.on.slack.ephemerals(who)]

        return self.wait(lambda: next((said for said in private() if wanted in said), None), wanted, seen=private)

    def asks(self, who: str, line: str) -> str:
        """Somebody types /po and what stands behind it; the answer."""
        before = len(self.on.slack.ephemerals(who))
        self.on.slack.slash(who, stage.ORDERS, "/po", line, timeout=0.01)
        shown = self.wait(lambda: self.on.slack.ephemerals(who)[before:], f"/po {line} is answered")
        return self.read(shown[0])

    def read(self, shown: things.Message) -> str:
        """Its plain words."""
        return self.on.slack.as_text(shown)

    # -- waiting -----------------------------------------------------------------------------------------

    def wait(
        self, wanted: Callable[[], _T | None], what: str, *, seen: Callable[[], object] = lambda: "nothing like it"
    ) -> _T:
        """What `wanted` gives once it is true; what was there instead where that takes too long."""
        try:
            return self.on.wait(wanted, what, patience=PATIENCE)
        except stage.StuckError as stuck:
            raise AssertionError(f"{stuck} There was: {seen()}") from stuck

    def said_once(self, order: orders.Order, **letters: int) -> None:
        """One card for the order, and so many letters of each kind, each under a Message-ID of its own."""
        self.on.wait_until_quiet()
        for kind, count in letters.items():
            if count:
                self.on.letter(order.contact, order.number, kind)
            ids = [message_id(raw) for raw in self.letters(order, kind)]
            assert len(set(ids)) == len(ids) == count
        assert len(self.cards(f"order:{order.number}")) == 1


def message_id(raw: bytes) -> str:
    """The mail's own name."""
    return str(_mail(raw)["Message-ID"]).strip()


def words_of(raw: bytes) -> str:
    """The plain text of a letter."""
    body = _mail(raw).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def with_line(truth: truths.Truth, **other: object) -> truths.Truth:
    """The same order with its first line changed, summed again."""
    line = replace(truth.lines[0], **other)  # type: ignore[arg-type]
    line = replace(line, amount=(line.quantity * line.unit_price).quantize(world.PENNY))
    return truths.with_lines(truth, (line, *truth.lines[1:]))


def _mail(raw: bytes) -> EmailMessage:
    mail = message_from_bytes(raw, policy=policy.SMTP)
    assert isinstance(mail, EmailMessage)
    return mail


def _key(message: things.Message) -> str:
    return str((message.metadata or {}).get("event_payload", {}).get("key", ""))
