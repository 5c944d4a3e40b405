"""A desk of real processes between a mailbox and a Slack of the playground, for benches of the whole way."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot import office, settings, wiring
from bot.demo import stage
from playground.mail import MailHouse
from playground.samples import world
from playground.slack.house import SlackHouse
from store import upgrade
from tests.peers import postgres

_T = TypeVar("_T")
_PATIENCE = 60.0
_OPEN = "The desk is open"

# What the policy file says is what the demo's rules are; the rest is as a newcomer has it.
_POLICY = f"""
[company]
name = "{world.SELLER.name}"
mailbox = "{world.SELLER.email}"
currency = "{world.SELLER.currency}"
time_zone = "Europe/London"

[[approval]]
name = "manager"
above = 5000
approvers = ["{stage.MANAGER}"]
"""


@dataclass(frozen=True, slots=True)
class Ground:
    """Two neighbours, and the environment in which a program of the desk finds them and its store."""

    mail: MailHouse
    slack: SlackHouse
    chosen: settings.Settings
    environment: dict[str, str]
    folder: Path


@contextmanager
def sqlite() -> Iterator[str]:
    """The URL of a fresh SQLite file on this machine's disk."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/countersign.db"


@contextmanager
def postgresql() -> Iterator[str]:
    """The URL of a fresh database of a PostgreSQL that writes to the disk as it does in earnest."""
    os.environ["COUNTERSIGN_POSTGRES"] = "in earnest"
    url = postgres.empty()
    try:
        yield url
    finally:
        postgres.drop(url)


@contextmanager
def ground(url: str, *, paced: bool) -> Iterator[Ground]:
    """Mail, Slack and a store with the sample catalogue and buyers. `paced`: Slack's one post a second is kept."""
    with ExitStack() as stack:
        people = [contact.email for buyer in world.BUYERS for contact in buyer.contacts]
        accounts = dict.fromkeys([world.SELLER.email, *people], stage.PASSWORD)
        mail = stack.enter_context(MailHouse(accounts, authserv_id=stage.AUTHSERV))
        slack = stack.enter_context(SlackHouse(paced=paced))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stage.furnish(slack)
        chosen = stage.chosen_for(url, mail, slack)
        upgrade.upgrade(url)
        with opened(chosen) as desk:
            stage.stock(desk)
        policy = folder / "countersign.toml"
        policy.write_text(_POLICY, encoding="utf-8")
        named = _environment(chosen) | {"COUNTERSIGN_POLICY": str(policy), "SLACK_GAP_SECONDS": "1" if paced else "0"}
        yield Ground(mail, slack, chosen, named, folder)


def opened(chosen: settings.Settings) -> AbstractContextManager[office.Office]:
    """The same desk inside this process."""
    return wiring.open_office(chosen)


@contextmanager
def programs(on: Ground, *commands: str) -> Iterator[None]:
    """Each of these commands of `countersign` in a process of its own, open at the start and gone at the end."""
    with ExitStack() as stack:
        logs = [stack.enter_context(_program(on, command, place)) for place, command in enumerate(commands)]
        for command, log in zip(commands, logs, strict=True):
            wait(partial(_is_open, log), f"`countersign {command}` opens")
        if "run" in commands or "slack" in commands:
            wait(on.slack.ready_lines, "Slack is listened to")
        yield


@contextmanager
def _program(on: Ground, command: str, place: int) -> Iterator[Path]:
    log = on.folder / f"{place}-{command}.log"
    with log.open("wb") as out:
        begun = subprocess.Popen(
            [sys.executable, "-c", "from bot import cli; cli.main()", command],
            env=on.environment | {"COLUMNS": "200"},
            stdout=out,
            stderr=out,
        )
    try:
        yield log
    finally:
        begun.send_signal(signal.SIGTERM)
        if begun.wait(_PATIENCE):
            sys.stderr.write(_text(log)[-2000:])


def wait(wanted: Callable[[], _T | None], what: str, *, patience: float = _PATIENCE, look: float = 0.05) -> _T:
    """What `wanted` gives once it is true; TimeoutError says what did not happen."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        found = wanted()
        if found:
            return found
        time.sleep(look)
    raise TimeoutError(f"{what}: that did not happen within {patience:g} seconds.")


def _environment(chosen: settings.Settings) -> dict[str, str]:
    """The connections as environment variables, and nothing of this machine's own but what a program needs to run."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    for name in type(chosen.wires).model_fields:
        value = getattr(chosen.wires, name)
        plain = value.get_secret_value() if hasattr(value, "get_secret_value") else value
        if plain is not None:
            kept[name.upper()] = str(plain)
    return kept


def _is_open(log: Path) -> bool:
    return _OPEN in _text(log)


def _text(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")
