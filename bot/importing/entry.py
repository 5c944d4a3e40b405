"""One row while it is being read: its cells by column name, and what is found wrong with them."""

from collections.abc import Callable
from typing import TypeVar

from bot.importing import cells, columns, report, tables

Value = TypeVar("Value")


class Entry:
    """A row beside the headings; every complaint about it is kept, so that one reading tells them all."""

    def __init__(self, row: tables.Row, placed: columns.Placed) -> None:
        self._row, self._placed = row, placed
        self.complaints: list[report.Complaint] = []

    def cell(self, name: str) -> tables.Cell:
        """What the column holds; "" where there is no such column, or the row ends before it."""
        return self._at(self._placed.at.get(name))

    def text(self, name: str, default: str = "") -> str:
        """The cell's text."""
        return _text(self.cell(name)) or default

    def needed(self, name: str) -> str:
        """The cell's text, which must be there."""
        said = self.text(name)
        if not said:
            self.complain(name, "is empty, and every row needs one")
        return said

    def take(self, name: str, read: Callable[[tables.Cell], Value], default: Value) -> Value:
        """The cell as `read` understands it; the default where it is empty, or cannot be understood."""
        return self._read(self._placed.at.get(name), name, read, default)

    def take_text(self, name: str, read: Callable[[str], Value], default: Value) -> Value:
        """The same for a reader of text."""
        return self.take(name, lambda cell: read(_text(cell)), default)

    def take_at(self, place: int, heading: str, read: Callable[[tables.Cell], Value], default: Value) -> Value:
        """The same for a column that has a place but no name of ours."""
        return self._read(place, heading, read, default)

    def complain(self, name: str, wrong: str) -> None:
        """Something is wrong in this column, or would be if there were one."""
        place = self._placed.at.get(name)
        self._complain(name if place is None else self._placed.heading(name), self._at(place), wrong)

    def _read(self, place: int | None, name: str, read: Callable[[tables.Cell], Value], default: Value) -> Value:
        cell = self._at(place)
        if cell == "":
            return default
        try:
            return read(cell)
        except cells.BadCellError as wrong:
            heading = name if place is None else self._placed.headings[place]
            self._complain(heading, cell, str(wrong))
            return default

    def _at(self, place: int | None) -> tables.Cell:
        return "" if place is None or place >= len(self._row.cells) else self._row.cells[place]

    def _complain(self, heading: str, cell: tables.Cell, wrong: str) -> None:
        self.complaints.append(report.Complaint(self._row.number, heading, _text(cell), wrong))


def _text(cell: tables.Cell) -> str:
    return cell if isinstance(cell, str) else f"{cell:f}"
