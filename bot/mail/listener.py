"""The ear at one mailbox: one listener at a time, pushed to by IDLE, and looking for itself behind that."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot import wires
from bot.mail import arrival, imap, sweep

_TICK = 0.2  # seconds between two looks at whether to stop
_CLOCKS_APART = timedelta(seconds=10)  # a mail so fresh may just be on its way to us


@dataclass(frozen=True, slots=True)
class Habits:
    """How often, in seconds.

    `look` is also how long one IDLE lasts (RFC 2177 allows 29 minutes; some servers are deaf sooner), `poll` is the
    same where the server offers no IDLE, `again` where a mail must be tried again. `second_look` goes over a
    connection of its own.
    """

    look: float = 120.0
    poll: float = 20.0
    again: float = 10.0
    second_look: float = 240.0
    lease: float = 60.0
    first_pause: float = 1.0
    longest_pause: float = 300.0


@dataclass(frozen=True, slots=True)
class Health:
    """How the ear is: when the server last answered, when the folder was last looked through, what is wrong."""

    holds_lease: bool = False
    connected_at: datetime | None = None
    heard_at: datetime | None = None
    swept_at: datetime | None = None
    mail_at: datetime | None = None
    deaf_times: int = 0
    trouble: str | None = None


class _DeafError(wires.TryLaterError):
    """The connection is open and says nothing of the mail that lies there: it is replaced at once."""


class Listener:
    """Listens at one folder of one mailbox until it is stopped; `run` in a thread or a process of its own."""

    def __init__(
        self,
        mailbox: str,
        *,
        folder: str,
        connect: Callable[[], imap.Mailbox],
        books: arrival.Books,
        owner: str,
        tell: Callable[[arrival.Happening], None],
        treatment: sweep.Treatment | None = None,
        habits: Habits | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.health = Health()
        self._mailbox, self._folder, self._connect = mailbox, folder, connect
        self._books, self._owner, self._tell, self._clock = books, owner, tell, clock
        self._habits = habits or Habits()
        self._broom = sweep.Broom(mailbox, books, treatment or sweep.Treatment(), tell, clock)
        self._stop = threading.Event()
        self._lease_name = f"mailbox {mailbox}/{folder}"
        self._leased_at: datetime | None = None
        self._suspect = False

    def stop(self) -> None:
        """Stop within a second, or after the mail in hand; from any thread or a signal handler."""
        self._stop.set()

    def run(self) -> None:
        """Listen until stopped; whatever breaks is told, and tried again after a pause that grows."""
        pause = self._habits.first_pause
        while not self._stop.is_set():
            was_swept = self.health.swept_at
            try:
                self._turn()
            except _DeafError:
                continue
            except Exception as trouble:  # noqa: BLE001 - an ear that dies hears nothing; the reason is told
                self._in_trouble(trouble)
                if self.health.swept_at != was_swept:
                    pause = self._habits.first_pause
                self._stop.wait(pause)
                pause = min(pause * 2, self._habits.longest_pause)
        self._give_back()
        self._say(arrival.What.STOPPED, f"The listener at {self._mailbox}/{self._folder} has stopped.")

    def _turn(self) -> None:
        """Listen while the lease is ours; else wait for it."""
        if self._keeps_lease():
            with self._open() as box:
                self._attend(box)
            return
        if self.health.holds_lease or self.health.trouble is None:
            self._say(
                arrival.What.WAITING,
                f"Another listener has {self._mailbox}/{self._folder}; this one waits to take over.",
            )
        self._know(holds_lease=False, connected_at=None, trouble="another listener has this mailbox")
        self._stop.wait(self._habits.lease / 3)

    @contextmanager
    def _open(self) -> Iterator[imap.Mailbox]:
        """A connection that ends with a goodbye, or without one where it is broken."""
        box = self._connect()
        try:
            yield box
        except BaseException:
            box.drop()
            raise
        box.close()

    def _attend(self, box: imap.Mailbox) -> None:
        """Look, listen, look again, until told to stop or the lease is gone."""
        folder = box.select(self._folder)
        self._know(connected_at=self._clock(), heard_at=self._clock(), trouble=None)
        self._say(arrival.What.CONNECTED, f"Listening at {self._mailbox}/{self._folder}.", idle=box.can_idle)
        announced = not self._suspect
        second_look_at = self._clock() + timedelta(seconds=self._habits.second_look)
        while self._goes_on():
            swept = self._broom.sweep(box, folder, go_on=self._goes_on)
            self._after(swept, announced=announced)
            if self._clock() >= second_look_at:
                self._second_look(folder, max(swept.highest + 1, folder.uidnext))
                second_look_at = self._clock() + timedelta(seconds=self._habits.second_look)
            patience = self._habits.again if swept.unsettled else self._habits.look
            announced = self._listen(box, patience) if self._goes_on() else True

    def _after(self, swept: sweep.Swept, *, announced: bool) -> None:
        """Write down how it went. Mail that lay there a while and that nobody announced: the connection is deaf."""
        now = self._clock()
        self._suspect = False
        self._know(heard_at=now, swept_at=now, mail_at=now if swept.fresh else self.health.mail_at)
        missed = [mail for mail in swept.fresh if mail.received_at < now - _CLOCKS_APART]
        if announced or not missed:
            return
        self._know(deaf_times=self.health.deaf_times + 1)
        silent = round((now - min(mail.received_at for mail in missed)).total_seconds())
        self._say(
            arrival.What.DEAF,
            f"The mailbox {self._mailbox} was deaf for {silent} s: its server did not say that mail had come. "
            f"{len(missed)} mail(s) caught up; connecting anew.",
            seconds=silent,
            caught_up=len(missed),
        )
        raise _DeafError("the connection is deaf")

    def _second_look(self, folder: imap.Folder, expected: int) -> None:
        """Ask over another connection. If there is more than this one can see, it shows an old picture."""
        with self._open() as other:
            uidvalidity, uidnext = other.uidnext(folder.name)
        if uidvalidity != folder.uidvalidity or uidnext > expected:
            self._suspect = uidvalidity == folder.uidvalidity
            raise _DeafError("another connection sees more than this one")

    def _listen(self, box: imap.Mailbox, patience: float) -> bool:
        """Wait for news, or until the next look is due; True where the server announced something or cannot."""
        if not box.can_idle:
            self._wait(min(self._habits.poll, patience))
            return True
        with box.idle() as ear:
            return any(ear.heard(tick) for tick in self._ticks(patience))

    def _wait(self, seconds: float) -> None:
        for tick in self._ticks(seconds):
            self._stop.wait(tick)

    def _ticks(self, seconds: float) -> Iterator[float]:
        """So many seconds in short pieces, while nothing stops us and the lease is ours."""
        end = time.monotonic() + seconds
        while self._goes_on() and (left := end - time.monotonic()) > 0:
            yield min(_TICK, left)

    def _goes_on(self) -> bool:
        return not self._stop.is_set() and self._keeps_lease()

    def _keeps_lease(self) -> bool:
        """Take the lease, or renew it once a third of it has gone."""
        now, ttl = self._clock(), timedelta(seconds=self._habits.lease)
        if self._leased_at is not None and now - self._leased_at < ttl / 3:
            return True
        held = self._books.lease(self._lease_name, self._owner, now, ttl)
        self._leased_at = now if held else None
        if held:
            self._know(holds_lease=True)
        return held

    def _give_back(self) -> None:
        """Let the next one take over at once; where the books are closed the lease runs out by itself."""
        if self._leased_at is None:
            return
        self._leased_at = None
        self._know(holds_lease=False, connected_at=None)
        try:
            self._books.release(self._lease_name, self._owner)
        except Exception as closed:  # noqa: BLE001 - the lease runs out by itself
            self._say(arrival.What.LOST, f"The lease of {self._mailbox} could not be given back: {closed}.")

    def _in_trouble(self, trouble: Exception) -> None:
        self._know(connected_at=None, trouble=str(trouble))
        self._give_back()
        what = arrival.What.REFUSED if isinstance(trouble, wires.NeverAgainError) else arrival.What.LOST
        self._say(what, str(trouble) or type(trouble).__name__, error=type(trouble).__name__)

    def _know(self, **facts: object) -> None:
        self.health = replace(self.health, **facts)  # type: ignore[arg-type]  # the names are this class's own

    def _say(self, what: arrival.What, text: str, **facts: object) -> None:
        self._tell(arrival.Happening(what, text, {"mailbox": self._mailbox, **facts}))
