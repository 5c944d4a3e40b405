"""Commands that stay: the whole desk in one program, or each part of it in its own."""

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Annotated

import typer

from bot import settings, wiring
from bot.cli import told
from bot.mail import arrival
from store import upgrade

log = logging.getLogger("bot.run")

_TICK = 0.3  # seconds

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]


def add_to(app: typer.Typer) -> None:
    """The commands of this room."""
    app.command(rich_help_panel="Running")(run)
    app.command(rich_help_panel="Running")(listen)
    app.command(rich_help_panel="Running")(work)
    app.command(rich_help_panel="Running")(slack)


def run(*, quiet: Quiet = False) -> None:
    """The whole desk in one program: mailbox, work and Slack. Enough for a small seller."""
    _stay(quiet=quiet, mail=True, slack=True, parts=(_work, _listen, _slack))


def listen(*, quiet: Quiet = False) -> None:
    """Only the ear at the mailbox; two of them share the work of one, and take over from each other."""
    _stay(quiet=quiet, mail=True, slack=False, parts=(_listen,))


def work(*, quiet: Quiet = False) -> None:
    """Only a worker: opens mail, sends letters and cards. On PostgreSQL any number of them may run."""
    _stay(quiet=quiet, mail=True, slack=True, parts=(_work,))


def slack(*, quiet: Quiet = False) -> None:
    """Only the ear in Slack: /po, buttons and modals."""
    _stay(quiet=quiet, mail=False, slack=True, parts=(_slack,))


Part = Callable[[ExitStack, wiring.Open], None]


def _stay(*, quiet: bool, mail: bool, slack: bool, parts: tuple[Part, ...]) -> None:
    """Start each part, wait for SIGTERM or Ctrl-C, and let what is in hand be finished."""
    told.logs(verbose=not quiet)
    chosen = settings.read(mail=mail, slack=slack)
    upgrade.upgrade(chosen.wires.database_url)
    with _until_told_to_stop() as stop, ExitStack() as stack:
        desk = stack.enter_context(wiring.open_office(chosen))
        for part in parts:
            part(stack, wiring.Open(desk, chosen, stop))
        log.info("The desk is open. Ctrl-C closes it.")
        # Not for ever at once: a signal that arrives just before the wait begins is seen only when something wakes us.
        while not stop.wait(_TICK):
            pass
        log.info("Closing: what is in hand is finished first.")


def _work(stack: ExitStack, opened: wiring.Open) -> None:
    poster, carrier = wiring.make_poster(opened.chosen), wiring.make_carrier(opened.chosen)
    worker = wiring.make_worker(opened.desk, opened.chosen, slack=poster, mail=carrier)
    stack.enter_context(_thread("worker", lambda: worker.run(opened.stop), opened.stop))


def _listen(stack: ExitStack, opened: wiring.Open) -> None:
    ear = wiring.make_listener(opened.desk, opened.chosen, _heard)

    def stop_with_us() -> None:
        opened.stop.wait()
        ear.stop()

    stack.enter_context(_thread("listener", ear.run, opened.stop))
    stack.enter_context(_thread("listener stop", stop_with_us, opened.stop))


def _slack(stack: ExitStack, opened: wiring.Open) -> None:
    stack.enter_context(wiring.listening_to_slack(opened.desk, opened.chosen))


def _heard(happening: arrival.Happening) -> None:
    bad = {arrival.What.LOST, arrival.What.REFUSED, arrival.What.STUCK, arrival.What.DEAF}
    log.log(logging.WARNING if happening.what in bad else logging.INFO, "%s", happening.text)


@contextmanager
def _until_told_to_stop() -> Iterator[threading.Event]:
    """An event that SIGTERM and SIGINT set."""
    stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        stop.set()
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _thread(name: str, act: Callable[[], None], stop: threading.Event) -> Iterator[None]:
    """A thread until the end of the `with`; where it breaks, the whole program stops rather than limping on."""

    def guarded() -> None:
        try:
            act()
        except Exception:
            log.exception("The %s broke", name)
            stop.set()

    thread = threading.Thread(target=guarded, name=name)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
