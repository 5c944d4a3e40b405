"""How long an order takes from the mailbox to its card in Slack, and to the confirmation in the buyer's mailbox.

Each desk is real processes of `countersign` between a mail server and a Slack on this machine. All moments are read
from the neighbours' one clock: when the mail lay in the mailbox, when the card stood in the channel, when the letter
lay in the buyer's mailbox.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email import message_from_bytes

from rich.table import Table

from bench import desk, figures
from bot.demo import stage
from desk import orders
from playground.mail import stored
from playground.samples import layouts, mails, papers, truths, world

BURST, STEADY = 200, 40
# Each order says three things in its channel (its card, and two entries in the thread), and a second parts any two.
EVERY = 4.0
# 02/11 could be two days, and would be asked about.
DAY = date(2026, 11, 20)
_PATIENCE = 240.0
_PROGRAMS_SENDING = 4


@dataclass(frozen=True, slots=True)
class Way:
    """One desk: where its store is, and which programs it is made of."""

    name: str
    store: Callable[[], AbstractContextManager[str]]
    programs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """An order that is to be mailed."""

    po_number: str
    sender: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds from each mail to its card and its letter, and from the first mail to the last of them.

    `alone` is how many orders went on without a person.
    """

    card: list[float]
    letter: list[float]
    whole: float
    alone: int


WAYS = (
    Way("SQLite, one process", desk.sqlite, ("run",)),
    Way("PostgreSQL, 1 worker", desk.postgresql, ("listen", "slack", "work")),
    Way("PostgreSQL, 2 workers", desk.postgresql, ("listen", "slack", "work", "work")),
)


def run() -> Iterator[Table]:
    """A burst, then a steady day."""
    yield burst(BURST)
    yield steady(STEADY)


def burst(count: int) -> Table:
    """All at once, Slack's pace off."""
    told = (
        f"{count} mails, each with a PDF, handed in over SMTP at once to an idle desk; seconds from the moment a mail "
        "lay in the mailbox. The pace of one post a second a channel is OFF here (it alone would make 200 cards and "
        "their threads take ten minutes), so this is what the desk itself can do. The mail server, Slack and "
        "the sender run in one process on the same cores. Both stores write through to the disk."
    )
    drawn = _table(f"{count} orders at once, Slack's pace off, s", told)
    for way in WAYS:
        with way.store() as url, desk.ground(url, paced=False) as on, desk.programs(on, *way.programs):
            drawn.add_row(way.name, *cells(measured(on, made(count, "burst"), every=0)))
    return drawn


def steady(count: int) -> Table:
    """One mail every few seconds, with Slack's pace; the three desks side by side."""
    told = (
        f"{count} mails, one every {EVERY:g} s, to each of the three desks at the same time (six programs and three "
        "neighbourhoods share the cores). Slack's pace is ON: the channel takes one message a second, and so does its "
        "stand-in, which refuses more."
    )
    drawn = _table(f"{count} orders, one every {EVERY:g} s, Slack's pace on, s", told)
    with ThreadPoolExecutor(len(WAYS)) as together:
        for way, took in zip(WAYS, together.map(lambda way: _one_steady(way, count), WAYS), strict=True):
            drawn.add_row(way.name, *cells(took))
    return drawn


def made(count: int, seed: str) -> list[Sent]:
    """So many small orders of the invented buyers, in all layouts, no two under one number."""
    chance = random.Random(seed)
    looks = list(layouts.LAYOUTS.values())
    return [_order(place, looks[place % len(looks)], chance) for place in range(count)]


def measured(on: desk.Ground, sent: Sequence[Sent], *, every: float) -> Took:
    """Mail them, one `every` so many seconds or all at once, and wait for the last card and letter."""
    if every:
        _mail_steadily(on, sent, every)
    else:
        with ThreadPoolExecutor(_PROGRAMS_SENDING) as senders:
            list(senders.map(lambda one: _mail(on, one), sent))
    buyers = sorted({one.sender for one in sent})

    def all_said() -> bool:
        letters = sum(len(on.mail.messages(buyer)) for buyer in buyers)
        return letters >= len(sent) and len(on.slack.messages(stage.ORDERS)) >= len(sent)

    desk.wait(all_said, f"{len(sent)} cards and letters", patience=_PATIENCE, look=0.5)
    return _took(on, sent, buyers)


def cells(took: Took) -> list[str]:
    """The figures of one row."""
    paces = [f"{figures.quantile(times, share):.2f}" for times in (took.card, took.letter) for share in (0.5, 0.95)]
    return [str(len(took.card)), *paces, f"{len(took.card) / took.whole:.1f}", str(took.alone)]


def _table(title: str, told: str) -> Table:
    columns = ("orders", "card p50", "card p95", "letter p50", "letter p95", "orders a second", "without a person")
    return figures.table(title, "desk", *columns, told=told)


def _one_steady(way: Way, count: int) -> Took:
    with way.store() as url, desk.ground(url, paced=True) as on, desk.programs(on, *way.programs):
        return measured(on, made(count, "steady"), every=EVERY)


def _order(place: int, layout: layouts.Layout, chance: random.Random) -> Sent:
    buyer = chance.choice(world.BUYERS)
    wanted = [(product.sku, product.pack) for product in chance.sample(world.PRODUCTS, chance.randint(1, 6))]
    truth = truths.order_of(buyer, wanted, po_number=f"{buyer.prefix}{70_000 + place}", order_date=DAY)
    raw = mails.order_pdf(truth, papers.draw_pdf(truth, layout), at=datetime.now(UTC), chance=chance)
    return Sent(truth.po_number, truth.contact.email, raw)


def _mail(on: desk.Ground, one: Sent) -> None:
    on.mail.post(one.raw, sender=one.sender, to=world.SELLER.email, as_user=one.sender)


def _mail_steadily(on: desk.Ground, sent: Sequence[Sent], every: float) -> None:
    begun = time.monotonic()
    for place, one in enumerate(sent):
        time.sleep(max(0.0, begun + place * every - time.monotonic()))
        _mail(on, one)


def _took(on: desk.Ground, sent: Sequence[Sent], buyers: Sequence[str]) -> Took:
    with desk.opened(on.chosen) as office, office.store.look() as books:
        taken = {order.po_number: order for order in books.orders.latest(limit=len(sent) + 1)}
        cards = {po: books.cards.get(f"order:{order.number}") for po, order in taken.items()}
    carded = {po: float(card.ts) for po, card in cards.items() if card is not None}
    mailed = {_headed(mail.raw, "Subject").split()[-1]: mail.received_at.timestamp() for mail in _inbox(on)}
    letters = [mail for buyer in buyers for mail in on.mail.messages(buyer)]
    arrived = {_headed(mail.raw, "X-Countersign-Order"): mail.received_at.timestamp() for mail in letters}
    confirmed = {po: arrived[order.number] for po, order in taken.items()}
    return Took(
        card=[carded[one.po_number] - mailed[one.po_number] for one in sent],
        letter=[confirmed[one.po_number] - mailed[one.po_number] for one in sent],
        whole=max(*carded.values(), *confirmed.values()) - min(mailed.values()),
        alone=sum(order.state is orders.State.AWAITING_APPROVAL for order in taken.values()),
    )


def _inbox(on: desk.Ground) -> list[stored.Stored]:
    return on.mail.messages(world.SELLER.email)


def _headed(raw: bytes, name: str) -> str:
    return str(message_from_bytes(raw[:8_000])[name] or "")
