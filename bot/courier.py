"""Carries what stands in the outbox to the mail server and to Slack, each thing once, in its own order."""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot import office, wires
from bot.flows import give_up, tell
from bot.mail import carry
from bot.slack import post
from desk import chasing, errors, events, orders
from store import cards, outbox

log = logging.getLogger(__name__)

# Slack shows about one new message a second in a channel, and drops some above that without an error.
GAP = timedelta(seconds=1)
# So long does a hand wait for a channel; then other work has its turn, and a desk that closes is not held up.
_PATIENCE = 3.0
# Where many wait for one channel, each gets its turn and comes back for it; meanwhile its worker does other things.
_TURN = "Its turn in the channel comes later."


@dataclass(frozen=True, slots=True)
class Courier:
    """`slack` or `mail` is None where this program has no such wire; what needs it then waits for another worker."""

    desk: office.Office
    slack: post.Poster | None
    mail: carry.Carrier | None
    owner: str
    gap: timedelta = GAP
    sleep: Callable[[float], None] = time.sleep

    def __call__(self, args: Mapping[str, Any]) -> None:
        """The job "carry": one item; it may be called again after any failure."""
        with self.desk.store.unit() as books:
            item = books.outbox.take(int(args["item"]))
        if item is None:
            return
        try:
            self._carry(item)
        except wires.UnknownOutcomeError as unknown:
            with self.desk.store.unit() as books:
                books.outbox.unknown(item.id, next_at=self.desk.now() + timedelta(seconds=5), why=str(unknown))
            raise wires.TryLaterError(str(unknown), after=5) from unknown
        except wires.TryLaterError as later:
            next_at = self.desk.now() + timedelta(seconds=later.after or 0)
            with self.desk.store.unit() as books:
                # What was in doubt stays in doubt: the wire may have failed before anybody could look.
                put_back = books.outbox.unknown if _is_doubtful(item) else books.outbox.later
                put_back(item.id, next_at=next_at, why=str(later))
            raise
        except wires.NeverAgainError as never:
            self._refused(item, str(never))

    def _carry(self, item: outbox.Item) -> None:
        match item.kind:
            case outbox.Kind.LETTER:
                self._letter(item)
            case outbox.Kind.CARD:
                self._card(item)
            case outbox.Kind.POST:
                self._entry(item)
            case outbox.Kind.FILE:
                self._file(item)

    def _letter(self, item: outbox.Item) -> None:
        if self.mail is None:
            raise wires.TryLaterError("This worker has no mail server.", after=30)
        to, message_id = str(item.body["to"]), str(item.body["message_id"])
        carried = self.mail.carry(
            self._bytes(item), sender=self.desk.rules.seller.mailbox, recipients=[to], maybe_sent=_is_doubtful(item)
        )
        if carried.uncopied:
            log.warning("No copy of letter %s lies in Sent: %s", message_id, carried.uncopied)
        if to in carried.refused:
            raise wires.NeverAgainError(str(carried.refused[to]))
        with self.desk.store.unit() as books:
            books.outbox.carried(item.id, external_id=message_id, at=self.desk.now())
            order = books.orders.get(item.order_number) if item.order_number else None
            if order is not None:
                fact = events.LetterCarried(
                    number=order.number,
                    at=self.desk.now(),
                    letter=str(item.body["letter"]),
                    to=to,
                    message_id=message_id,
                )
                tell.tell(self.desk, books, orders.Step(order, (fact,)))

    def _card(self, item: outbox.Item) -> None:
        slack, body = self._slack(), item.body
        key, channel = str(body["card"]), str(body["channel"])
        with self.desk.store.look() as books:
            known = books.cards.get(key)
            is_stale = known is not None and books.outbox.is_followed(item)
        if is_stale:
            # A newer picture of the same card waits behind this one; nobody needs to see both.
            self._done(item, external_id=known.ts if known else "")
            return
        where = post.Posted(known.channel, known.ts) if known else None
        if where is None and _is_doubtful(item):
            where = slack.find(channel, key=key)
        if where is not None:
            slack.edit(where, key=key, text=str(body["text"]), blocks=body["blocks"])
        else:
            self._pace(item, slack.id_of(channel))  # one channel, one pace, whether it is called by its name or its id
            where = slack.post(channel, key=key, text=str(body["text"]), blocks=body["blocks"])
        with self.desk.store.unit() as books:
            books.cards.keep(cards.Card(key, where.channel, where.ts))
            books.outbox.carried(item.id, external_id=where.ts, at=self.desk.now())

    def _entry(self, item: outbox.Item) -> None:
        slack, card = self._slack(), self._posted(item)
        found = slack.find(card.channel, key=item.key, thread=card.ts) if _is_doubtful(item) else None
        if found is None:
            self._pace(item, card.channel)
            found = slack.post(card.channel, key=item.key, text=str(item.body["text"]), thread=card.ts)
        self._done(item, external_id=found.ts)

    def _file(self, item: outbox.Item) -> None:
        slack, card = self._slack(), self._posted(item)
        name, data = str(item.body["name"]), self._bytes(item)
        if not (
            _is_doubtful(item) and slack.count_files(card, name=name, size=len(data)) > self._alike(item, len(data))
        ):
            slack.attach(card, name=name, data=data)
        self._done(item, external_id=card.ts)

    def _alike(self, item: outbox.Item, size: int) -> int:
        """How many files of this name and size were carried into the same thread before."""
        with self.desk.store.look() as books:
            before = (
                it
                for it in books.outbox.of_stream(item.stream)
                if (it.kind, it.state, it.body.get("name")) == (item.kind, outbox.State.CARRIED, item.body["name"])
            )
            return sum(len(books.outbox.raw(it) or b"") == size for it in before)

    def _slack(self) -> post.Poster:
        if self.slack is None:
            raise wires.TryLaterError("This worker has no Slack.", after=30)
        return self.slack

    def _bytes(self, item: outbox.Item) -> bytes:
        with self.desk.store.look() as books:
            data = books.outbox.raw(item)
        if data is None:
            raise errors.UnknownError("file of outbox item", str(item.id))
        return data

    def _posted(self, item: outbox.Item) -> post.Posted:
        with self.desk.store.look() as books:
            known = books.cards.get(str(item.body["card"]))
        if known is None:
            # The card stands before it in the same stream: it was refused, and waiting would hold up the rest.
            raise wires.NeverAgainError("Its card was refused.")
        return post.Posted(known.channel, known.ts)

    def _pace(self, item: outbox.Item, channel: str) -> None:
        """Wait for this channel's turn; the lease is the gap, so that all workers together keep it."""
        if not self.gap:
            return
        if item.why != _TURN:
            self._queue(channel)
        began = time.monotonic()
        turn = f"{self.owner}:{self.desk.chance()}"
        while not self._may_post(channel, turn):
            if time.monotonic() - began > _PATIENCE:
                raise wires.TryLaterError("The channel is busy.", after=2)
            self.sleep(self.gap.total_seconds() / 5)

    def _queue(self, channel: str) -> None:
        """Get a turn; TryLaterError where it is not one of the next two."""
        now = self.desk.now()
        with self.desk.store.unit() as books:
            turn = books.leases.reserve(f"queue {channel}", now=now, gap=self.gap)
        if turn - now > self.gap:
            raise wires.TryLaterError(_TURN, after=(turn - now).total_seconds())

    def _may_post(self, channel: str, turn: str) -> bool:
        now = self.desk.now()
        with self.desk.store.unit() as books:
            return books.leases.take(f"pace {channel}", owner=turn, now=now, until=now + self.gap)

    def _done(self, item: outbox.Item, *, external_id: str) -> None:
        with self.desk.store.unit() as books:
            books.outbox.carried(item.id, external_id=external_id, at=self.desk.now())

    def _refused(self, item: outbox.Item, why: str) -> None:
        """The other side refused for good; where a buyer has not heard us, the order must say so."""
        with self.desk.store.unit() as books:
            books.outbox.refused(item.id, why=why)
            order = books.orders.get(item.order_number) if item.kind is outbox.Kind.LETTER else None
            if item.kind is not outbox.Kind.LETTER:
                give_up.refused(self.desk, books, item, why)
            elif order is not None:
                letter, to = str(item.body["letter"]), str(item.body["to"])
                step = chasing.not_delivered(order, letter=letter, to=to, why=why, at=self.desk.now())
                tell.tell(self.desk, books, step)


def _is_doubtful(item: outbox.Item) -> bool:
    """An attempt before this one ended with nobody knowing."""
    return item.state is outbox.State.UNKNOWN
