"""How figures are shown: quantiles, and one Rich table as the terminal and as Markdown shows it."""

import math
import statistics
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text


def table(title: str, *columns: str, told: str = "") -> Table:
    """An empty table; the first column is words, the others are figures. `told` says how it was measured."""
    drawn = Table(title=title, title_justify="left", caption=told, caption_justify="left")
    for place, heading in enumerate(columns):
        drawn.add_column(heading, justify="right" if place else "left")
    return drawn


def quantile(figures: Sequence[float], share: float) -> float:
    """The smallest figure that so large a share of them does not exceed; 0.5 is the median."""
    if share == 0.5:
        return statistics.median(figures)
    ordered = sorted(figures)
    return ordered[math.ceil(share * len(ordered)) - 1]


def short(figure: float) -> str:
    """Three digits or so: 0.42, 7.3, 118."""
    if figure < 1:
        return f"{figure:.2f}"
    return f"{figure:.1f}" if figure < 100 else f"{figure:,.0f}"


def markdown(drawn: Table) -> Iterator[str]:
    """The lines of the same table in Markdown, under its title, with how it was measured below."""
    yield f"## {_plain(drawn.title)}"
    yield ""
    rows = list(zip(*([_cell(cell) for cell in column.cells] for column in drawn.columns), strict=True))
    yield _row([_cell(column.header) for column in drawn.columns])
    yield _row(["---" if column.justify != "right" else "--:" for column in drawn.columns])
    yield from map(_row, rows)
    yield ""
    if drawn.caption:
        yield _plain(drawn.caption)
        yield ""


def show(drawn: Table) -> None:
    """On the terminal."""
    console = Console(width=120)
    console.print(drawn)
    console.print()


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: object) -> str:
    return _plain(cell).replace("|", "\\|")


def _plain(words: object) -> str:
    return words.plain if isinstance(words, Text) else str(words or "")
