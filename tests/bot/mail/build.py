"""What the mail tests are about: a ledger in memory, a mail, and a listener in a thread."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.message import EmailMessage
from hashlib import sha256

from bot.mail import arrival, door, imap, listener, sweep

SELLER, BUYER = "orders@seller.example", "ana@buyer.example"
PASSWORD = "open-sesame"
QUICK = listener.Habits(look=0.6, poll=0.1, again=0.1, second_look=60, lease=1.5, first_pause=0.05, longest_pause=0.2)


def mail(subject: str = "PO 4500118", *, number: int = 1, body: str = "We take 300 hoops.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = f"Ana <{BUYER}>", SELLER, subject
    message["Message-ID"] = f"<{number}.{subject.replace(' ', '')}@buyer.example>"
    message.set_content(body)
    return message.as_bytes()


class Ledger:
    """Books in memory that several listeners share; they keep a mail once, by its digest, as the store does."""

    def __init__(self) -> None:
        self.kept: list[arrival.Arrival] = []
        self.again: list[arrival.Arrival] = []
        self.marks: dict[tuple[str, str], tuple[int, int]] = {}
        self.happenings: list[arrival.Happening] = []
        self.poison: Callable[[arrival.Arrival], bool] = lambda _: False
        self.closed = False
        self._leases: dict[str, tuple[str, datetime]] = {}
        self._lock = threading.RLock()

    def keep(self, arrived: arrival.Arrival) -> bool:
        self._open()
        if self.poison(arrived):
            raise LookupError("unknown charset x-poison")
        with self._lock:
            digests = {sha256(one.raw).digest() for one in self.kept}
            new = sha256(arrived.raw).digest() not in digests
            (self.kept if new else self.again).append(arrived)
        return new

    def mark(self, mailbox: str, folder: str) -> tuple[int, int] | None:
        self._open()
        return self.marks.get((mailbox, folder))

    def set_mark(self, mailbox: str, folder: str, uidvalidity: int, uid: int) -> None:
        self.marks[mailbox, folder] = uidvalidity, uid

    def known(self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> set[int]:
        keys = {(one.uidvalidity, one.uid) for one in (*self.kept, *self.again)}
        return {uid for uid in uids if (uidvalidity, uid) in keys}

    def lease(self, name: str, owner: str, now: datetime, ttl: timedelta) -> bool:
        self._open()
        with self._lock:
            held_by, until = self._leases.get(name, (owner, now))
            if held_by != owner and until > now:
                return False
            self._leases[name] = owner, now + ttl
            return True

    def release(self, name: str, owner: str) -> None:
        with self._lock:
            if self._leases.get(name, ("", None))[0] == owner:
                del self._leases[name]

    def _open(self) -> None:
        if self.closed:
            raise ConnectionError("the database is away")

    def told(self, what: arrival.What) -> list[arrival.Happening]:
        return [one for one in self.happenings if one.what is what]

    def subjects(self) -> list[str]:
        return [_subject(one.raw) for one in self.kept]


def _subject(raw: bytes) -> str:
    lines = raw.decode("latin-1").splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("Subject:")), "")


@contextmanager
def listening(
    server: door.Server,
    ledger: Ledger,
    *,
    login: door.Login | None = None,
    treatment: sweep.Treatment | None = None,
    habits: listener.Habits = QUICK,
    owner: str = "one",
    clock: Callable[[], datetime] | None = None,
) -> Iterator[listener.Listener]:
    """A listener at the seller's INBOX, in a thread, until the end of the block."""
    who = login or door.Login(SELLER, PASSWORD)
    ear = listener.Listener(
        SELLER,
        folder="INBOX",
        connect=lambda: imap.Mailbox(server, who),
        books=ledger,
        owner=owner,
        tell=ledger.happenings.append,
        treatment=treatment,
        habits=habits,
        **({"clock": clock} if clock else {}),
    )
    thread = threading.Thread(target=ear.run)
    thread.start()
    try:
        yield ear
    finally:
        ear.stop()
        thread.join(10)
        assert not thread.is_alive()


def until(true: Callable[[], object], *, patience: float = 8.0) -> None:
    """Wait until it is so."""
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, "it did not come to be so"
        time.sleep(0.005)
