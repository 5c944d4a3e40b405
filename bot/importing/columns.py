"""Which heading of a table holds what: names and their usual other names, in any case, order and language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.importing.report import TableError
from bot.importing.tables import Row

# A table may start with a title or two; its headings are sought so far down.
DEEPEST = 20
ALIKE = 70.0


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that a table may tell; `needed` where nothing can stand in for it."""

    name: str
    others: tuple[str, ...] = ()
    needed: bool = False

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every heading that means it, plain."""
        return tuple(plain(word) for word in (self.name, *self.others))


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the headings stand: `at` goes from a column's name to its place, `steps` likewise for price lists."""

    row: int
    headings: tuple[str, ...]
    at: Mapping[str, int]
    unknown: Mapping[int, str]

    def heading(self, name: str) -> str:
        """What the file itself calls this column."""
        return self.headings[self.at[name]]


def plain(heading: str) -> str:
    """A heading without case, signs and doubled spaces: "Item_No." is "item no"."""
    return " ".join(re.sub(r"[\W_]+", " ", heading).casefold().split())


def place(rows: Sequence[Row], wanted: Sequence[Column], *, file: str) -> Placed:
    """Where the wanted columns stand; TableError that names each one missing and the heading that may be meant."""
    known = {wording: column.name for column in wanted for wording in column.wordings}
    head = max(rows[:DEEPEST], key=lambda row: len({known[word] for word in _plain(row) if word in known}))
    headings = tuple(str(cell) for cell in head.cells)
    at: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for spot, word in enumerate(_plain(head)):
        name = known.get(word)
        if name in at:
            both = f'"{headings[at[name]]}" and "{headings[spot]}"'
            raise TableError(f"{file} has two columns for {name}: {both}; leave one of them out.")
        if name is not None:
            at[name] = spot
        elif word:
            unknown[spot] = headings[spot]
    _check(at, unknown, wanted, file)
    return Placed(head.number, headings, at, unknown)


def _plain(row: Row) -> list[str]:
    return [plain(str(cell)) for cell in row.cells]


def _check(at: Mapping[str, int], unknown: Mapping[int, str], wanted: Sequence[Column], file: str) -> None:
    missing = [column for column in wanted if column.needed and column.name not in at]
    if not missing:
        return
    names = " and ".join(f'"{column.name}"' for column in missing)
    hints = [hint for column in missing if (hint := _hint(column, list(unknown.values())))]
    said = f" {' '.join(hints)}" if hints else ""
    found = ", ".join([*at, *unknown.values()][:12]) or "nothing that looks like a heading"
    plural = "columns" if len(missing) > 1 else "column"
    raise TableError(f"{file} has no {plural} {names}.{said} Its headings are: {found}.")


def _hint(column: Column, headings: Sequence[str]) -> str:
    """The heading that looks most like it: did you mean that one?"""
    scored = [
        (best[1], heading)
        for heading in headings
        if (best := process.extractOne(plain(heading), column.wordings, scorer=fuzz.ratio, score_cutoff=ALIKE))
    ]
    return f'Did you mean "{max(scored)[1]}" for {column.name}? Then rename it.' if scored else ""
