"""One look through a folder: every mail above the mark is kept, parked or tried again; none stops the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum, StrEnum, auto
from itertools import islice, takewhile

from bot import wires
from bot.mail import arrival, imap

_BATCH = 200  # mails between two marks

# A mail that its keeper fails on is tried twice whole, one on which the connection ends five times; then parked.
_FAILED, _LOST, _ENOUGH = 3, 1, 5
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_PAUSE, _LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)


class Handled(StrEnum):
    """How others who read the mailbox see that a mail was taken."""

    FLAG = "flag"
    MOVE = "move"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Treatment:
    """How mail is treated: `largest` in bytes; mail that came before `begin` is passed over."""

    handled: Handled = Handled.FLAG
    folder: str = "Countersign"
    largest: int = 40_000_000
    begin: datetime | None = None


class Fate(Enum):
    """What became of a mail in one look."""

    TAKEN = auto()
    ASIDE = auto()
    NOT_YET = auto()


@dataclass(slots=True)
class Stumble:
    """A mail that failed: how badly so far, and when it is tried again."""

    weight: int = 0
    pause: timedelta = _PAUSE
    again_at: datetime = _LONG_AGO

    def fell(self, weight: int, *, now: datetime) -> None:
        """Once more. Where even parking fails, each pause is twice the one before."""
        self.weight += weight
        if self.weight > _ENOUGH + _FAILED + _LOST:
            self.again_at = now + self.pause
            self.pause = min(self.pause * 2, _LONGEST_PAUSE)


@dataclass(frozen=True, slots=True)
class Swept:
    """What a look found: mails that no look saw before, the highest UID, and whether some must be tried again."""

    fresh: tuple[imap.Waiting, ...]
    highest: int
    unsettled: bool


@dataclass(slots=True)
class Broom:
    """Sweeps one folder of one mailbox, again and again, and remembers what it stumbled over."""

    mailbox: str
    books: arrival.Books
    treatment: Treatment
    tell: Callable[[arrival.Happening], None]
    clock: Callable[[], datetime]
    _highest: int = 0
    _uidvalidity: int = 0
    _stumbles: dict[int, Stumble] = field(default_factory=dict)
    _parked: set[int] = field(default_factory=set)
    _told_unmarked: bool = False

    def sweep(self, box: imap.Mailbox, folder: imap.Folder, *, go_on: Callable[[], bool]) -> Swept:
        """Look at everything above the mark. Stops between two mails once `go_on` says no.

        Raises wires.TryLaterError where the connection is lost, and what the books raise where they are closed.
        """
        mark = self._begin(folder)
        fresh: list[imap.Waiting] = []
        listed: set[int] = set()
        waiting = box.arrived(mark, since=self.treatment.begin)
        held_up = False
        while not held_up and (batch := tuple(islice(waiting, _BATCH))):
            fresh += [mail for mail in batch if mail.uid > self._highest]
            self._highest = max(self._highest, batch[-1].uid)
            fates = self._settle_all(box, folder, batch, go_on=go_on)
            self._leave_trace(box, folder, [uid for uid, fate in fates if fate is Fate.TAKEN])
            self._move_mark(folder, fates)
            held_up = len(fates) < len(batch)
            listed.update(mail.uid for mail in batch)
        if not held_up:
            self._forget(self._stumbles.keys() - listed)
        return Swept(tuple(fresh), self._highest, unsettled=bool(self._stumbles))

    def _forget(self, gone: set[int]) -> None:
        """Mail that failed and that somebody took away since holds nothing up any more."""
        for uid in gone:
            del self._stumbles[uid]

    def _move_mark(self, folder: imap.Folder, fates: Sequence[tuple[int, Fate]]) -> None:
        """Up to the first mail, of all in this look, that must be tried again."""
        done = [uid for uid, _ in takewhile(lambda each: each[1] is not Fate.NOT_YET, fates)]
        if done and not any(uid < done[0] for uid in self._stumbles):
            self.books.set_mark(self.mailbox, folder.name, folder.uidvalidity, done[-1])

    def _begin(self, folder: imap.Folder) -> int:
        """The UID above which to look: 0 where the folder was never read, or was numbered anew (RFC 3501, 2.3.1.1)."""
        if folder.uidvalidity != self._uidvalidity:
            self._uidvalidity, self._highest = folder.uidvalidity, 0
            self._stumbles.clear()
            self._parked.clear()
        mark = self.books.mark(self.mailbox, folder.name)
        if mark is None:
            return 0
        uidvalidity, uid = mark
        if uidvalidity == folder.uidvalidity:
            return uid
        self._say(
            arrival.What.RENUMBERED,
            f"The server has numbered {self.mailbox}/{folder.name} anew; all its mail is looked through again, and "
            "what was kept before is not taken twice.",
            was=uidvalidity,
            now=folder.uidvalidity,
        )
        self.books.set_mark(self.mailbox, folder.name, folder.uidvalidity, 0)
        return 0

    def _settle_all(
        self, box: imap.Mailbox, folder: imap.Folder, batch: Sequence[imap.Waiting], *, go_on: Callable[[], bool]
    ) -> list[tuple[int, Fate]]:
        """What became of each mail, in their order; shorter than the batch where we were told to stop."""
        known = self.books.known(self.mailbox, folder.name, folder.uidvalidity, [mail.uid for mail in batch])
        fates: list[tuple[int, Fate]] = []
        for mail in batch:
            if not go_on():
                break
            if mail.uid in known:
                fate = Fate.ASIDE if mail.uid in self._parked else Fate.TAKEN
            else:
                fate = self._settle(box, folder, mail)
            fates.append((mail.uid, fate))
        return fates

    def _settle(self, box: imap.Mailbox, folder: imap.Folder, mail: imap.Waiting) -> Fate:
        """Keep one mail. What fails is remembered before it is tried: it may take the connection with it."""
        if self.treatment.begin is not None and mail.received_at < self.treatment.begin:
            return Fate.ASIDE
        stumble = self._stumbles.setdefault(mail.uid, Stumble())
        if self.clock() < stumble.again_at:
            return Fate.NOT_YET
        stumble.fell(_LOST, now=self.clock())
        try:
            fate = self._keep(box, folder, mail, worn_out=stumble.weight > _ENOUGH)
        except wires.TryLaterError:
            raise
        except Exception as failed:  # noqa: BLE001 - whatever one mail brings about, the next one is read
            self._stumbled(stumble, folder, mail, failed)
            return Fate.NOT_YET
        del self._stumbles[mail.uid]
        return fate

    def _keep(self, box: imap.Mailbox, folder: imap.Folder, mail: imap.Waiting, *, worn_out: bool) -> Fate:
        parked = self._why_parked(mail, worn_out=worn_out)
        raw = box.fetch_header(mail.uid) if parked else box.fetch(mail.uid)
        if raw is None:
            return Fate.ASIDE  # somebody took it away; it is theirs
        new = self.books.keep(
            arrival.Arrival(
                self.mailbox, folder.name, folder.uidvalidity, mail.uid, mail.size, mail.received_at, raw, parked
            )
        )
        if parked:
            self._parked.add(mail.uid)
            self._say(arrival.What.PARKED, parked, uid=mail.uid, size=mail.size)
            return Fate.ASIDE
        what, how = (arrival.What.KEPT, "was kept") if new else (arrival.What.SEEN_BEFORE, "was here before")
        self._say(what, f"Mail {mail.uid} in {self.mailbox}/{folder.name} {how}.", uid=mail.uid, size=mail.size)
        return Fate.TAKEN

    def _why_parked(self, mail: imap.Waiting, *, worn_out: bool) -> str | None:
        if mail.size > self.treatment.largest:
            return (
                f"A mail of {mail.size / 1e6:.1f} MB is larger than the {self.treatment.largest / 1e6:.0f} MB that are "
                "read; it lies in the mailbox, untouched. Open it there."
            )
        if worn_out:
            return "A mail could not be taken in whole, several times over; it lies in the mailbox, untouched."
        return None

    def _stumbled(self, stumble: Stumble, folder: imap.Folder, mail: imap.Waiting, failed: Exception) -> None:
        """One mail failed, unless the books are closed for everybody: then asking them anything raises again."""
        try:
            self.books.mark(self.mailbox, folder.name)
        except Exception:
            del self._stumbles[mail.uid]
            raise
        stumble.fell(_FAILED, now=self.clock())
        self._say(
            arrival.What.STUCK,
            f"Mail {mail.uid} in {self.mailbox}/{folder.name} could not be taken in ({type(failed).__name__}: "
            f"{failed}); the others go on, and it will be tried again.",
            uid=mail.uid,
            size=mail.size,
        )

    def _leave_trace(self, box: imap.Mailbox, folder: imap.Folder, uids: list[int]) -> None:
        """Flag or move what was taken, after it was kept for good; a server that will not have it is told of once."""
        try:
            match self.treatment.handled:
                case Handled.FLAG if folder.keeps_keywords:
                    box.flag(uids)
                case Handled.MOVE:
                    box.move(uids, self.treatment.folder)
                case Handled.FLAG if uids:
                    self._unmarked("the folder keeps no keywords")
                case _:
                    return
        except wires.NeverAgainError as refused:
            self._unmarked(str(refused))

    def _unmarked(self, why: str) -> None:
        if not self._told_unmarked:
            self._told_unmarked = True
            self._say(
                arrival.What.UNMARKED,
                f"Mail that was taken in at {self.mailbox} cannot be marked: {why}. It is remembered all the same.",
            )

    def _say(self, what: arrival.What, text: str, **facts: object) -> None:
        self.tell(arrival.Happening(what, text, {"mailbox": self.mailbox, **facts}))
