"""docs/hostile.md as the list of hostile files makes it."""

from collections.abc import Iterator
from pathlib import Path

from tests.hostile import archives, papers, sheets, texts
from tests.hostile.kinds import KINDS

ROOMS = (archives, papers, sheets, texts)  # importing them makes the list
PAGE = Path(__file__).parents[2] / "docs" / "hostile.md"

_HEAD = """# Hostile files

Files come from anybody, so each of these is made by code (`tests/hostile/`) and read through the real reading room
([decision 22](decisions/22-what-a-reader-may-do.md)) with each run of the tests: it ends within the limits in a
sentence to a person, or in no order, never in an order that goes on alone, and the next file is read. This page is
written by `python -m tests.hostile`.

More are looked for by chance. Each run of the tests hurts a small order in each form that is read, a few hundred times
(`tests/fuzz/`). `make fuzz SECONDS=3600 SEED=7` goes on for as long as you like and keeps what it finds in `.fuzz/`;
`python -m tests.fuzz --again .fuzz/FILE` reads one of those once more. With `pip install atheris` beside it,
`python -m tests.fuzz --atheris --seconds 3600` lets the lines that a file reaches lead the search.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_families()])


def _families() -> Iterator[str]:
    for family in dict.fromkeys(kind.family for kind in KINDS.values()):
        kinds = [kind for kind in KINDS.values() if kind.family == family]
        yield f"## {family} ({len(kinds)})\n"
        yield from (f"- **{kind.name.capitalize()}.** {kind.why}" for kind in kinds)
        yield ""
