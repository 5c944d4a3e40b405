"""What stands in the books, the mailboxes and Slack when all is quiet: each thing once, and nothing missing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.demo import stage
from desk import orders
from playground.samples import world
from playground.slack import things
from store import inbox, outbox, unit, work
from tests.kill import street

_CONFIRMED = frozenset({orders.State.AWAITING_APPROVAL, orders.State.AGREED})
_MANY = 100_000


@dataclass(slots=True)
class Audit:
    """The sums, and in words all that was lost, doubled, or is wrong in another way."""

    mails: int = 0
    orders: int = 0
    letters: int = 0
    repeated: int = 0
    cards: int = 0
    entries: int = 0
    files: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.mails} mails, {self.orders} orders, {self.letters} letters ({self.repeated} repeated with the same "
            f"id and bytes), {self.cards} cards, {self.entries} diary entries, {self.files} files; "
            f"lost {len(self.lost)}, doubled {len(self.doubled)}"
        )

    @property
    def findings(self) -> list[str]:
        """Everything that should not be."""
        return [*self.lost, *self.doubled, *self.wrong]

    def compare(self, what: str, wanted: Iterable[object], there: Iterable[object]) -> int:
        """Each of the wanted once, and no other; how many stand there."""
        due, found = Counter(list(wanted)), Counter(list(there))
        self.lost += [f"{what} {each} is missing" for each in (due - found)]
        self.doubled += [f"{what} {each} stands {found[each]} times" for each in (found - due)]
        return found.total()


def audit(on: street.Street, *, written: set[str], riddles: set[str], approved: set[str]) -> Audit:
    """`written` are the Message-IDs of all mails, `riddles` of those that nobody can read, `approved` order numbers."""
    found = Audit()
    with on.store.look() as books:
        _orders(found, books, written=written, riddles=riddles, approved=approved)
        said = [item for state in outbox.State for item in books.outbox.standing(state, limit=_MANY)]
        _books(found, books, said)
        raws = {item.id: books.outbox.raw(item) for item in said if item.raw}
    _letters(found, on, [(item, raws[item.id] or b"") for item in said if item.kind is outbox.Kind.LETTER])
    for channel in (stage.ORDERS, stage.APPROVALS):
        _channel(found, on, channel, said, raws)
    return found


def _orders(found: Audit, books: unit.Unit, *, written: set[str], riddles: set[str], approved: set[str]) -> None:
    """One row for each mail, one order for each mail that orders, and the letters that its state calls for."""
    kept = [mail for state in inbox.State for mail in books.inbox.standing(state, limit=_MANY)]
    names = {mail.id: mail.message_id for mail in kept}
    found.mails = found.compare("Mail", written, names.values())
    taken = books.orders.latest(limit=_MANY)
    replies = {mail.message_id for mail in kept if mail.order_number and mail.state is inbox.State.HANDLED}
    replies -= {names[order.mail] for order in taken if order.mail}
    found.orders = found.compare("The order of", written - riddles - replies, (names[o.mail] for o in taken if o.mail))
    for order in taken:
        wanted = ["confirmation"] * (order.state in _CONFIRMED) + ["acknowledgement"] * (order.number in approved)
        letters = [
            str(it.body["letter"]) for it in books.outbox.of_order(order.number) if it.kind is outbox.Kind.LETTER
        ]
        found.compare(f"For {order.number}, the", wanted, letters)
    agreed = [order.number for order in taken if order.state is orders.State.AGREED]
    found.compare("The agreement on", approved, agreed)


def _books(found: Audit, books: unit.Unit, said: list[outbox.Item]) -> None:
    found.wrong += [f"{it.kind} {it.id} is {it.state}: {it.why}" for it in said if it.state is not outbox.State.CARRIED]
    found.wrong += [f"Job {job.key} was set aside: {job.reason}" for job in books.work.standing(work.State.SET_ASIDE)]
    chain = books.journal.verify()
    found.wrong += [chain.broken] * bool(chain.broken)


def _letters(found: Audit, on: street.Street, said: list[tuple[outbox.Item, bytes]]) -> None:
    """Every letter lies in its mailbox and once in Sent; one that came twice is the same to the last byte."""
    came: Counter[str] = Counter()
    written = {str(item.body["message_id"]): raw.replace(b"\r\n", b"\n") for item, raw in said}
    for contact in (contact for buyer in world.BUYERS for contact in buyer.contacts):
        for mail in on.mail.messages(contact.email):
            name = str(mail.message["Message-ID"])
            came[name] += 1
            # The receiving server writes its verdict on top.
            if not mail.raw.replace(b"\r\n", b"\n").endswith(written.get(name, b"nothing like it")):
                found.wrong.append(f"Letter {name} came with other bytes")
    found.letters = found.compare("Letter", written, came)
    found.repeated = came.total() - len(came)
    copies = [str(mail.message["Message-ID"]) for mail in on.mail.messages(world.SELLER.email, "Sent")]
    found.compare("In Sent, letter", written, copies)


def _channel(
    found: Audit, on: street.Street, channel: str, said: list[outbox.Item], raws: dict[int, bytes | None]
) -> None:
    """Each card once and up to date, each entry and each file once in its thread."""
    latest = {str(it.body["card"]): it for it in said if it.kind is outbox.Kind.CARD and it.body["channel"] == channel}
    messages = on.slack.messages(channel)
    found.cards += found.compare(f"In #{channel}, card", latest, map(_key, messages))
    for message in messages:
        card = latest.get(_key(message))
        if card is None:
            continue
        if message.text != card.body["text"]:
            found.wrong.append(f"Card {_key(message)} does not show what was said last")
        thread = on.slack.thread(channel, message.ts)[1:]
        _thread(found, on, thread, [it for it in said if it.stream == _key(message)], raws)


def _thread(
    found: Audit,
    on: street.Street,
    thread: list[things.Message],
    said: list[outbox.Item],
    raws: dict[int, bytes | None],
) -> None:
    entries = [it.key for it in said if it.kind is outbox.Kind.POST]
    found.entries += found.compare("Diary entry", entries, (_key(message) for message in thread if not message.files))
    files = [(it.body["card"], it.body["name"], raws[it.id]) for it in said if it.kind is outbox.Kind.FILE]
    there = [
        (said[0].stream, file.name, file.data)
        for message in thread
        for file in (on.slack.file(one) for one in message.files)
    ]
    found.files += found.compare("File", [f[:2] for f in files], [f[:2] for f in there])
    found.wrong += [
        f"File {name} of {card} has other bytes" for card, name, data in there if (card, name, data) not in files
    ]


def _key(message: things.Message) -> str:
    return str(
        ((message.metadata or {}).get("event_payload") or {}).get("key", f"a message without a key at {message.ts}")
    )
