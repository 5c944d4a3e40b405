"""When a desk is killed: by the clock, or at the very moment at which something was done and not yet written down."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from enum import StrEnum

import sqlalchemy as sa

from playground.samples import world
from store import tables
from tests.kill import street

# A moment that does not come within these seconds after the desk opened is not waited for.
PATIENCE = 6.0
A_LOOK = 0.25
# A job whose worker died over it eight times is set aside.
MOST_DEATHS = 5


class Moment(StrEnum):
    """What is seen, and by whom."""

    START = "so many seconds after the start"
    CLOCK = "so many seconds after the desk opened"
    MAIL_KEPT = "a mail was kept"
    ORDER_TAKEN = "an order was taken"
    JOB_ENDED = "a job was done"
    ITEM_CARRIED = "something was noted as carried"
    LETTER_TAKEN = "the mail server took a letter and has not said so"
    COPY_KEPT = "the copy of a letter lies in Sent"
    POST_ASKED = "Slack is asked to post"
    POST_DONE = "Slack posted and has not said so"
    EDIT_DONE = "Slack edited and has not said so"
    FILE_ASKED = "Slack is asked for a place for a file"
    FILE_SHARED = "Slack shared a file and has not said so"


# Half of the kills fall where something outside was done and nobody here knows it yet.
WEIGHTS = {
    Moment.START: 2,
    Moment.CLOCK: 2,
    Moment.MAIL_KEPT: 1,
    Moment.ORDER_TAKEN: 1,
    Moment.JOB_ENDED: 1,
    Moment.ITEM_CARRIED: 1,
    Moment.LETTER_TAKEN: 3,
    Moment.COPY_KEPT: 1,
    Moment.POST_ASKED: 1,
    Moment.POST_DONE: 4,
    Moment.EDIT_DONE: 1,
    Moment.FILE_ASKED: 1,
    Moment.FILE_SHARED: 2,
}

CLOCKS = {Moment.START, Moment.CLOCK}
SLACK = {
    ("before", "chat.postMessage"): Moment.POST_ASKED,
    ("after", "chat.postMessage"): Moment.POST_DONE,
    ("after", "chat.update"): Moment.EDIT_DONE,
    ("before", "files.getUploadURLExternal"): Moment.FILE_ASKED,
    ("after", "files.completeUploadExternal"): Moment.FILE_SHARED,
}

COUNTS = {
    Moment.MAIL_KEPT: sa.select(sa.func.count()).select_from(tables.messages),
    Moment.ORDER_TAKEN: sa.select(sa.func.count()).select_from(tables.orders),
    Moment.JOB_ENDED: sa.select(sa.func.count()).select_from(tables.jobs).where(tables.jobs.c.state == "done"),
    Moment.ITEM_CARRIED: sa.select(sa.func.count())
    .select_from(tables.outbox)
    .where(tables.outbox.c.state == "carried"),
}


class Trap:
    """Kills one process at one moment, the n-th time that it is seen."""

    def __init__(self, on: street.Street, chance: random.Random) -> None:
        self.moment = chance.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0]
        self._on = on
        self._left = chance.randint(1, 3) if self.moment not in CLOCKS else 1
        self._after = chance.uniform(0.0, 2.5)
        self._process: subprocess.Popen[bytes] | None = None
        self._opened: float | None = None
        self._counted: int | None = None
        self._spared = False

    def hunt(self, process: "subprocess.Popen[bytes]", meanwhile: Callable[[], None]) -> Moment:
        """Watch the desk until it is dead; the moment at which it died: the clock's, where the wanted one never came.

        `meanwhile` is called again and again.
        """
        began = looked = time.monotonic()
        self._on.mail.faults.between = lambda: self._see(Moment.LETTER_TAKEN)
        self._on.witness.sees = self._called
        self._process = process
        while process.poll() is None:
            now = time.monotonic()
            if now - looked > A_LOOK:
                self._spared, looked = self._is_at_its_end(), now
                meanwhile()
            if now - began >= self._after:
                self._see(Moment.START)
            if self._opened and now - self._opened >= self._after:
                self._see(Moment.CLOCK)
            if self._opened and now - self._opened >= PATIENCE:
                self.moment, self._left = Moment.CLOCK, 1
            self._count()
            time.sleep(0.01)
        if process.returncode != -signal.SIGKILL:
            raise AssertionError(f"The desk ended by itself with {process.returncode}.\n{self._on.log()}")
        return self.moment

    def _called(self, when: str, method: str) -> None:
        if (when, method) == ("after", "apps.connections.open"):  # the last thing that a desk does as it opens
            self._opened = self._opened or time.monotonic()
        self._see(SLACK.get((when, method)))

    def _see(self, moment: Moment | None) -> None:
        """This moment is now, in whatever thread; a process that is dead already is not killed again."""
        if moment is self.moment and self._process is not None and self._left > 0 and not self._spared:
            self._left -= 1
            if not self._left:
                os.kill(self._process.pid, signal.SIGKILL)

    def _is_at_its_end(self) -> bool:
        """A job died so often in its worker's hands that it would soon be a person's, as it should: let it be done."""
        worst = sa.select(sa.func.max(tables.jobs.c.failures)).where(tables.jobs.c.state.in_(["waiting", "running"]))
        with self._on.store.look() as books:
            return (books.session.scalar(worst) or 0) >= MOST_DEATHS

    def _count(self) -> None:
        """What can only be seen in the books or in a mailbox is seen by its number."""
        if self.moment is Moment.COPY_KEPT:
            number = len(self._on.mail.messages(world.SELLER.email, "Sent"))
        elif self.moment in COUNTS:
            with self._on.store.look() as books:
                number = books.session.scalar(COUNTS[self.moment]) or 0
        else:
            return
        if self._counted is not None and number > self._counted:
            self._see(self.moment)
        self._counted = number
