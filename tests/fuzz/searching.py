"""Hurt files by chance, or led by the lines that they reach, until the time is over."""

import random
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from tests.fuzz import asking, changing
from tests.fuzz.samples import samples

FOUND = Path(".fuzz")
PATIENCE = 20  # seconds for one file


class TooSlowError(Exception):
    """A file took longer than any may."""


def again(file: Path) -> int:
    """Reads one file once more; what is wrong with it is raised."""
    asking.ask(file.read_bytes(), file.name)
    return 0


def by_chance(only: str, seconds: float, seed: int) -> int:
    """Says what was found; 1 if anything was."""
    FOUND.mkdir(exist_ok=True)
    signal.signal(signal.SIGALRM, _too_slow)
    chance, until, count = random.Random(seed), time.monotonic() + seconds, 0
    names = [name for name in samples() if only in name]
    found: dict[str, Path] = {}
    while time.monotonic() < until:
        name = chance.choice(names)
        data = changing.change(samples()[name], list(samples().values()), chance)
        count += 1
        (FOUND / "last").write_bytes(data)  # what a crash of a library in C leaves behind
        wrong = _wrong(data, name)
        if wrong and wrong not in found:
            found[wrong] = FOUND / f"{seed}-{count}-{name}"
            found[wrong].write_bytes(data)
            print(f"{found[wrong]}: {wrong}", flush=True)  # noqa: T201 - a program for people
    print(f"{count} files, {len(found)} faults (seed {seed})")  # noqa: T201
    return 1 if found else 0


def led(atheris: Any, only: str, seconds: float, seed: int) -> int:
    """The same with atheris, on libFuzzer: it ends the program at the first fault, and keeps the file."""
    seeds = FOUND / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for name, data in samples().items():
        if only in name:
            (seeds / name).write_bytes(data)
    options = [f"-max_total_time={int(seconds)}", f"-seed={seed}", f"-timeout={PATIENCE}", "-rss_limit_mb=0"]
    asked = [sys.argv[0], str(seeds), *options, "-max_len=65536", f"-artifact_prefix={FOUND}/"]
    atheris.Setup(asked, lambda data: asking.ask(data, "file"))
    atheris.Fuzz()
    return 0


def _wrong(data: bytes, name: str) -> str:
    """What went wrong, told by its place in our code; empty where nothing did."""
    signal.alarm(PATIENCE)
    try:
        asking.ask(data, name)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
        steps = [step for step in traceback.extract_tb(error.__traceback__) if "/parsers/" in step.filename]
        where = f"{steps[-1].filename}:{steps[-1].lineno}" if steps else "?"
        return f"{type(error).__name__} {error} at {where}"[:300]
    finally:
        signal.alarm(0)
    return ""


def _too_slow(*_: object) -> None:
    raise TooSlowError(f"It took more than {PATIENCE} seconds.")
