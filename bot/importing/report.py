"""What came of reading a table: everything in it, or what is wrong with it, row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desk.errors import DeskError

Entry = TypeVar("Entry")
# Told how many rows are done, of how many.
Progress = Callable[[int, int], None]
# So often, in rows, is progress told.
STRIDE = 250


class TableError(DeskError):
    """The file as a whole cannot be read as a table of this kind; one sentence says why."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One cell that cannot be taken: `row` as a spreadsheet counts (from 1), what it says, what is wrong."""

    row: int
    column: str
    said: str
    wrong: str

    def __str__(self) -> str:
        told = f" {self.said!r}" if self.said else ""
        return f"Row {self.row}, {self.column}:{told} {self.wrong}{'' if self.wrong.endswith('?') else '.'}"


@dataclass(frozen=True, slots=True)
class Report(Generic[Entry]):
    """All that a file holds. `ignored` are headings that mean nothing to us.

    With any complaint `entries` is empty: a file goes in whole or not at all.
    """

    entries: tuple[Entry, ...]
    complaints: tuple[Complaint, ...]
    ignored: tuple[str, ...]
    rows: int

    @property
    def is_good(self) -> bool:
        """May the entries be kept?"""
        return not self.complaints

    def summary(self, what: str) -> str:
        """One sentence for the person who brought the file; `what` names the entries ("products")."""
        if self.is_good:
            return f"{self.rows:,} {what} are ready to be kept."
        bad = len({complaint.row for complaint in self.complaints})
        are = "row is" if bad == 1 else "rows are"
        return f"{bad:,} of {self.rows:,} {are} not as expected, so nothing was imported; mend the file and try again."


def told(progress: Progress | None, done: int, whole: int) -> None:
    """Tell how far it is, now and then and at the end."""
    if progress is not None and (done == whole or done % STRIDE == 0):
        progress(done, whole)


def made(
    entries: Sequence[Entry], complaints: Sequence[Complaint], *, ignored: Sequence[str], rows: int
) -> Report[Entry]:
    """The report, its entries kept back where there is any complaint."""
    return Report(() if complaints else tuple(entries), tuple(complaints), tuple(ignored), rows)
