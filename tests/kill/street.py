"""A mailbox, a Slack and a store in this process; the desk between them lives in processes of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from bot import office, settings, wiring
from bot.demo import stage
from playground.mail import MailHouse
from playground.samples import world
from playground.slack import faults
from playground.slack.house import SlackHouse
from store import inbox, outbox, unit, work

COUNTERSIGN = Path(sys.executable).with_name("countersign")
LEASE_SECONDS = 2
TAIL = 6000

POLICY = f"""\
[company]
name = "{world.SELLER.name}"
mailbox = "{world.SELLER.email}"
currency = "{world.SELLER.currency}"
time_zone = "Europe/London"
first_number = 10021

[[approval]]
name = "manager"
above = 5000
approvers = ["{stage.MANAGER}"]
"""


class Witness(faults.Faults):
    """Sees each call of Slack's Web API, before it is done and between the deed and its answer."""

    def __init__(self) -> None:
        super().__init__()
        self.sees: Callable[[str, str], None] = lambda _when, _method: None

    def strike(self, what: str, name: str) -> faults._Rule | None:
        if what in {"refuse", "lose"}:
            self.sees("before" if what == "refuse" else "after", name)
        return super().strike(what, name)


@dataclass(frozen=True, slots=True)
class Street:
    """The neighbours, the books, and how the desk is started."""

    mail: MailHouse
    slack: SlackHouse
    witness: Witness
    office: office.Office
    chosen: settings.Settings
    folder: Path
    environment: dict[str, str]

    @property
    def store(self) -> unit.Store:
        """The books."""
        return self.office.store

    @contextmanager
    def desk(self, command: str = "run") -> "Iterator[subprocess.Popen[bytes]]":
        """`countersign COMMAND` in a process of its own; killed at the end of the `with`, if it still lives."""
        with (self.folder / "desk.log").open("ab") as log:
            process = subprocess.Popen([COUNTERSIGN, command], cwd=self.folder, env=self.environment, stderr=log)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def backlog(self) -> int:
        """How many mails are not yet gone on with, and how many things said are not yet carried."""
        with self.store.look() as books:
            said = books.outbox.counts()
            opened = books.inbox.standing(inbox.State.KEPT, limit=1000)
        return len(opened) + sum(said[state] for state in outbox.OPEN)

    def done(self) -> int:
        """How many jobs came to their end so far."""
        with self.store.look() as books:
            jobs = books.work.counts()
        return jobs[work.State.DONE] + jobs[work.State.SET_ASIDE]

    def is_quiet(self) -> bool:
        """Nothing is in the backlog, and no job is due within the minute."""
        soon = wiring.now() + timedelta(minutes=1)
        with self.store.look() as books:
            running = books.work.counts()[work.State.RUNNING]
            waits = books.work.standing(work.State.WAITING, limit=1000)
        is_due = any(entry.run_at is None or entry.run_at < soon for entry in waits)
        return not (self.backlog() or running or is_due)

    def openings(self) -> int:
        """How often a desk said so far that it is open: from then on it minds a SIGTERM."""
        return self._said().count("The desk is open.")

    def log(self) -> str:
        """The last words of all desks so far."""
        return self._said()[-TAIL:]

    def _said(self) -> str:
        return (self.folder / "desk.log").read_text("utf-8", "replace")


@contextmanager
def open_street(url: str, folder: Path, **chosen: str) -> Iterator[Street]:
    """The neighbours and the books, furnished and stocked; `chosen` are further settings of the desk."""
    with ExitStack() as stack:
        people = [contact.email for buyer in world.BUYERS for contact in buyer.contacts]
        accounts = dict.fromkeys([world.SELLER.email, *people], stage.PASSWORD)
        mail = stack.enter_context(MailHouse(accounts, authserv_id=stage.AUTHSERV))
        slack = SlackHouse(paced=False)
        slack.ground.faults = witness = Witness()
        stack.enter_context(slack)
        stage.furnish(slack)
        read = stage.chosen_for(url, mail, slack)
        desk = stack.enter_context(wiring.open_office(read))
        stage.stock(desk)
        (folder / "countersign.toml").write_text(POLICY, encoding="utf-8")
        yield Street(mail, slack, witness, desk, read, folder, _environment(read.wires) | chosen)


def stop(process: "subprocess.Popen[bytes]", *, patience: float = 20) -> float:
    """Tell the desk to stop, as systemd and Docker do, and wait; how many seconds it took."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.wait(patience)
    return time.monotonic() - began


def _environment(wires: settings.Connections) -> dict[str, str]:
    """The settings as a desk of its own reads them, and nothing that this machine has set for another."""
    ours = {name.upper() for name in settings.Connections.model_fields}
    rest = {name: value for name, value in os.environ.items() if name.removesuffix("_FILE") not in ours}
    told = {name.upper(): _plain(getattr(wires, name)) for name in wires.model_fields_set}
    paced = {"LEASE_SECONDS": str(LEASE_SECONDS), "SLACK_GAP_SECONDS": "0", "COUNTERSIGN_POLICY": "countersign.toml"}
    wide = {"COLUMNS": "200"}  # a line of the log for each event
    return rest | told | paced | wide


def _plain(value: object) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)
