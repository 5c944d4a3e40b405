"""Whoever does the work: one worker over either engine, chosen by the store's database."""

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

from store import unit
from store.works import leased, shared
from store.works.attempt import Bench, Handler, Patience, SetAside

__all__ = ["Bench", "Handler", "Patience", "SetAside", "Worker", "leased", "shared"]


class Engine(Protocol):
    """What both engines can do."""

    def once(self) -> bool: ...
    def drain(self) -> int: ...
    def run(self, stop: threading.Event) -> None: ...


class Worker:
    """Does the jobs of a store.

    `handlers` go from a job's name to what does it, given its arguments. `owner` names this worker among all of
    them (host, process and a bit of chance). Handlers of one job never run twice at the same time, but a worker
    that is killed over a job leaves it half done: what a handler does must be safe to do again. What was done is
    forgotten after `keep_done`; until then its key cannot be said again.
    """

    def __init__(
        self,
        store: unit.Store,
        handlers: Mapping[str, Handler],
        *,
        owner: str,
        clock: Callable[[], datetime],
        chance: Callable[[], float],
        never_again: tuple[type[Exception], ...] = (),
        set_aside: SetAside | None = None,
        patience: Patience | None = None,
        keep_done: timedelta = timedelta(days=30),
        threads: int = 4,
        leased_pace: leased.Pace | None = None,
        shared_pace: shared.Pace | None = None,
    ) -> None:
        bench = Bench(
            store=store,
            handlers=handlers,
            owner=owner,
            clock=clock,
            chance=chance,
            never_again=never_again,
            **({"set_aside": set_aside} if set_aside else {}),
            patience=patience or Patience(),
            keep_done=keep_done,
        )
        self._engine: Engine = (
            leased.Leased(bench, threads=threads, pace=leased_pace or leased.Pace())
            if store.dialect == "sqlite"
            else shared.Shared(bench, threads=threads, pace=shared_pace or shared.Pace())
        )

    def once(self) -> bool:
        """Try the oldest due job; False where none was due."""
        return self._engine.once()

    def drain(self) -> int:
        """Work until nothing is due, new jobs included; how many tries that took."""
        return self._engine.drain()

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set; the jobs in hand are finished first, the others stay for the next worker."""
        self._engine.run(stop)
