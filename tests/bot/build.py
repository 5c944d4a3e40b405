"""A desk without its wires: a real store, a real reading room, a clock that a test moves, mails as they are kept."""

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot import courier, office, reading_room, wires
from bot.demo import stage
from bot.flows import chase, give_up, keep_mail, open_mail, tell
from bot.mail import carry
from bot.policy_file import MailboxPolicy
from bot.slack import post
from desk import errors, orders, parties, policy
from playground.samples import mails, truths, world
from store import inbox, outbox, unit, work, worker
from tests import build

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ANA = world.buyer("MELROSE").contacts[0]
_uids = itertools.count(1)


@dataclass
class Clock:
    """The desk's time: it stands until a test moves it."""

    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def forward(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.at += timedelta(seconds=seconds)


@dataclass
class Chance:
    """Letters and digits that never come again, and are the same in every run."""

    count: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def __call__(self) -> str:
        return f"chance{next(self.count):010d}"


def desk(
    store: unit.Store,
    room: reading_room.ReadingRoom,
    *,
    clock: Clock | None = None,
    rules: policy.Policy | None = None,
    stocked: bool = True,
) -> office.Office:
    """The invented seller's office over this store, with the sample catalogue and buyers."""
    opened = office.Office(
        store=store,
        rules=rules or stage.rules(),
        mailbox=MailboxPolicy(),
        room=room,
        secret=b"a secret of the tests",
        authserv_id=stage.AUTHSERV,
        now=clock or Clock(),
        chance=Chance(),
    )
    if stocked:
        stage.stock(opened)
    return opened


def clock(opened: office.Office) -> Clock:
    """The clock that the desk was given."""
    assert isinstance(opened.now, Clock)
    return opened.now


def truth(
    po_number: str = "4500118", *, wanted: Sequence[tuple[str, int]] = (("RNG-114", 24),), buyer: str = "MELROSE"
) -> truths.Truth:
    return truths.order_of(world.buyer(buyer), wanted, po_number=po_number, order_date=NOON.date())


def pdf_mail(stated: truths.Truth, *, seed: int = 1) -> bytes:
    """A mail with the order as a PDF."""
    return mails.order_pdf(stated, at=NOON, chance=random.Random(seed))


def note(
    words: str,
    *files: tuple[str, bytes],
    sender: world.Contact = ANA,
    subject: str = "Our order",
    to: str = world.SELLER.email,
    headers: Mapping[str, str] | None = None,
    seed: int = 1,
) -> bytes:
    """A mail of these words, with files (name, content) and further headers."""
    chance = random.Random(seed)
    mail = mails.begin(sender, subject, to=to, at=NOON, chance=chance)
    for name, value in (headers or {}).items():
        mail[name] = value
    mail.set_content(f"{words}\n")
    for name, content in files:
        mails.attach(mail, content, name)
    return mails.sealed(mail, chance)


def receive(opened: office.Office, raw: bytes, *, verdict: str = "pass") -> int:
    """The mail comes in, with our server's verdict on top, and is kept; its number in the inbox."""
    stamped = mails.received(raw, server=stage.AUTHSERV, verdict=verdict)
    seat = inbox.Seat(world.SELLER.email, "INBOX", 1, next(_uids))
    assert keep_mail.keep(opened, stamped, seat=seat, size=len(stamped), received_at=opened.now())
    with opened.store.look() as books:
        return books.inbox.standing(inbox.State.KEPT)[-1].id


def open_up(opened: office.Office, raw: bytes, *, verdict: str = "pass") -> inbox.Message:
    """The mail comes in and is opened; how it then stands."""
    number = receive(opened, raw, verdict=verdict)
    open_mail.open_mail(opened, {"mail": number})
    return message(opened, number)


def message(opened: office.Office, number: int) -> inbox.Message:
    with opened.store.look() as books:
        found = books.inbox.get(number)
    assert found is not None
    return found


def take(opened: office.Office, **how: object) -> orders.Order:
    """An order that stands in the books as told, with its card in the outbox."""
    order = build.order(**how)  # type: ignore[arg-type]  # it checks for itself
    with opened.store.unit() as books:
        return tell.tell(opened, books, orders.Step(order, ()))


def order(opened: office.Office, number: str) -> orders.Order:
    with opened.store.look() as books:
        found = books.orders.get(number)
    assert found is not None
    return found


def every(opened: office.Office) -> tuple[orders.Order, ...]:
    """Every order, oldest first."""
    with opened.store.look() as books:
        return tuple(reversed(books.orders.latest(limit=100)))


def facts(opened: office.Office, subject: str) -> list[str]:
    """The names of what the journal tells of an order or a mail, oldest first."""
    with opened.store.look() as books:
        return [entry.name for entry in books.journal.history(subject)]


def said(opened: office.Office, stream: str, kind: outbox.Kind) -> list[outbox.Item]:
    """What was said of this kind in one stream, oldest first."""
    with opened.store.look() as books:
        return [item for item in books.outbox.of_stream(stream) if item.kind is kind]


def letters(opened: office.Office, number: str) -> list[str]:
    """The kinds of letters that were written about an order, oldest first."""
    return [str(item.body["letter"]) for item in said(opened, f"letters:{number}", outbox.Kind.LETTER)]


def raw_letter(opened: office.Office, number: str, kind: str = "confirmation") -> bytes:
    """The last letter of this kind."""
    written = [item for item in said(opened, f"letters:{number}", outbox.Kind.LETTER) if item.body["letter"] == kind]
    with opened.store.look() as books:
        raw = books.outbox.raw(written[-1])
    assert raw is not None
    return raw


def confirmed(opened: office.Office, po_number: str = "4500118", *, buyer: str = "MELROSE") -> orders.Order:
    """An order that came by PDF, proved itself, and waits for its buyer."""
    open_up(opened, pdf_mail(truth(po_number, buyer=buyer)))
    taken = every(opened)[-1]
    assert taken.state is orders.State.AWAITING_APPROVAL
    return taken


def with_buyer(opened: office.Office, code: str, **other: object) -> parties.Buyer:
    """One of the sample buyers, changed in the books."""
    with opened.store.unit() as books:
        known = books.parties.get(code)
        assert known is not None
        changed = replace(known, **other)  # type: ignore[arg-type]  # it checks for itself
        books.parties.keep(changed)
    return changed


def labour(
    opened: office.Office, *, slack: post.Poster | None = None, mail: carry.Carrier | None = None
) -> worker.Worker:
    """A worker at this desk, as the wiring makes it, that posts without pause."""
    handlers: Mapping[str, worker.Handler] = {
        "open": lambda args: open_mail.open_mail(opened, args),
        "carry": courier.Courier(opened, slack, mail, "tests", gap=timedelta(0)),
        "chase": lambda args: chase.chase(opened, args),
    }
    return worker.Worker(
        opened.store,
        handlers,
        owner="tests",
        clock=opened.now,
        chance=lambda: 0.5,
        never_again=(wires.NeverAgainError, errors.MoneyError, errors.WrongStateError),
        set_aside=lambda books, job, why: give_up.tell_person(opened, books, job, why),
        threads=1,
    )


def jobs(opened: office.Office, name: str) -> list[work.Entry]:
    """The jobs of this name that wait, oldest first."""
    with opened.store.look() as books:
        return [entry for entry in books.work.standing(work.State.WAITING) if entry.job.name == name]
