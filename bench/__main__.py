"""Measure everything, or what is named, and write docs/bench.md anew.

python -m bench                      every bench; the page is written
python -m bench reading questions    these alone; the page stays as it is
"""

import argparse
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from rich.table import Table

from bench import delivery, figures, lessons, machine, made, peers, questions, reading, replies, wording

BENCHES: Mapping[str, Callable[[], Iterable[Table]]] = {
    "reading": reading.run,
    "made": made.run,
    "peers": peers.run,
    "lessons": lessons.run,
    "replies": replies.run,
    "wording": wording.run,
    "questions": questions.run,
    "delivery": delivery.run,
}
PAGE = Path(__file__).parent.parent / "docs" / "bench.md"
_HEAD = """# Figures

Written by `make bench`; nothing here is typed in by hand. {size}

Read figures as sizes, and ratios rather than figures: another machine has others. p50 is the median, p95 and p99 are \
the times that 95 and 99 of 100 do not exceed.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="bench", help=f"of {', '.join(BENCHES)}; none: all of them")
    names = parser.parse_args().names
    unknown = set(names) - set(BENCHES)
    if unknown:
        parser.error(f"There is no bench {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}.")
    measured = [table for name in names or BENCHES for table in _run(name)]
    if not names:
        write(measured)


def write(measured: Sequence[Table]) -> None:
    """The page with these tables."""
    lines = [_HEAD.format(size=machine.size()), *(line for table in measured for line in figures.markdown(table))]
    PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print(f"{PAGE.name} is written.")


def _run(name: str) -> list[Table]:
    begun = time.monotonic()
    tables = list(BENCHES[name]())
    for table in tables:
        figures.show(table)
    print(f"{name} took {time.monotonic() - begun:.0f} s.\n")
    return tables


if __name__ == "__main__":
    main()
