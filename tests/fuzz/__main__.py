"""The long form of the fuzz run: `python -m tests.fuzz --seconds 600 --seed 7`, or with atheris where it is installed.

A file that ends in anything but a reading, or takes too long, is kept in `.fuzz/`; `--again FILE` reads it once more.
"""

import argparse
import importlib
import resource
import sys
from pathlib import Path

_MEMORY = 4 * 1024**3


def main() -> int:
    """1 if anything was found."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="", help="names of samples that contain this")
    asked.add_argument("--again", type=Path, help="one file, read once more")
    asked.add_argument("--atheris", action="store_true", help="let coverage lead (pip install atheris)")
    wanted = asked.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    if wanted.atheris:
        return _led(wanted.only, wanted.seconds, wanted.seed)
    from tests.fuzz import searching  # noqa: PLC0415 - loads the readers, which atheris must see being loaded

    if wanted.again:
        return searching.again(wanted.again)
    return searching.by_chance(wanted.only, wanted.seconds, wanted.seed)


def _led(only: str, seconds: float, seed: int) -> int:
    import atheris  # noqa: PLC0415 - only where somebody installed it

    with atheris.instrument_imports(include=["parsers"]):
        importlib.import_module("parsers.readers")
    from tests.fuzz import searching  # noqa: PLC0415 - as above

    return searching.led(atheris, only, seconds, seed)


if __name__ == "__main__":
    sys.exit(main())
