"""The lines and sums of an order, under the number convention that its figures prove."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from desk.reading import Doubt
from parsers import dates, numbers
from parsers.form import (
    country,
    items,
    line,
    lines,
    restated,
    sumlabels,
    sums,
    tables,
    totals,
    under,
    unnamed,
    unordered,
)
from parsers.form.item import Item
from parsers.form.proof import Proof
from parsers.numbers import Mark
from parsers.page import Page, Row

Find = Callable[[Sequence[tables.Section], Mark], list[Item]]
_SURE = 4  # times as many figures that one convention alone allows


class _Inside(NamedTuple):
    """Where items stand, and how they are found and told."""

    sections: Sequence[tables.Section]
    order: dates.Order | None
    part: str
    find: Find


@dataclass(frozen=True)
class Body:
    """The lines and sums under one number convention."""

    mark: Mark
    lines: lines.Lines
    totals: totals.Totals
    taken: set[tuple[int, float]]  # page and top of the rows that are items or heads of tables
    left_over: tuple[Row, ...]  # rows of the tables that belong to no item but might be one
    is_told: bool = False  # the convention is known of this layout, and nothing in the document speaks against it

    @property
    def proven(self) -> float:
        """How much of it proves itself: lines first, then the sums."""
        exact = sum(1 for one in self.lines.read if one.proof is Proof.EXACT)
        return exact + (2 if self.totals.is_proven else 0) + 0.01 * len(self.lines.read)


def read(
    pages: Sequence[Page],
    sections: Sequence[tables.Section],
    order: dates.Order | None,
    part: str,
    *,
    known: Mark | None = None,
    find: Find = items.items,
) -> tuple[Body, list[Doubt]]:
    """Lines and sums under the convention that the figures prove, or that is known; a doubt where both would do.

    `find` says where the items are: in the sections of tables, if nothing else is given.
    """
    named = sumlabels.Labels(pages)
    inside = _Inside(sections, order, part, find)
    votes = numbers.votes(word.text for sheet in pages for word in sheet.words)
    if known is not None and votes[known] == sum(votes.values()):
        return replace(_under(known, named, inside), is_told=True), []
    strong, weak = max(votes, key=lambda mark: votes[mark]), min(votes, key=lambda mark: votes[mark])
    if strong is weak:
        strong = country.mark(country.all_of(row.text for sheet in pages[:1] for row in sheet.rows)) or Mark.POINT
        weak = Mark.COMMA if strong is Mark.POINT else Mark.POINT
    first = _under(strong, named, inside)
    if votes[strong] > _SURE * votes[weak]:
        return first, []
    second = _under(weak, named, inside)
    best, other = (first, second) if first.proven >= second.proven else (second, first)
    is_same = [one.line.quantity for one in best.lines.read] == [one.line.quantity for one in other.lines.read] and (
        [one.line.unit_price for one in best.lines.read] == [one.line.unit_price for one in other.lines.read]
    )
    if is_same or best.proven > other.proven + 1:
        return best, []
    shown = next(
        (f"{one.line.unit_price}" for one in best.lines.read if one.line.unit_price is not None), "the figures"
    )
    return best, [
        Doubt(
            "lines",
            f"Does this document write decimals after a point or after a comma? Its figures ({shown}) allow both.",
            (best.mark.value, other.mark.value),
        )
    ]


def _under(mark: Mark, named: sumlabels.Labels, inside: _Inside) -> Body:
    sections, order, part, find = inside
    found = find(sections, mark)
    read_lines = lines.read(found, sections, mark, order, part)
    idle = list(unordered.rows(sections, mark))
    taken = {(row.page, row.top) for item in found for row in item.rows} | tables.head_rows(sections)
    unasked = {(row.page, row.top) for row in idle}
    taken |= unasked
    chosen = _sums(named, taken, [amount(one) for one in read_lines.read], mark, part)
    if chosen.is_proven:
        read_lines = lines.together(read_lines)
    left_over = tuple(
        row
        for row in under.left_over(sections, found, mark, read_lines.explained | unasked)
        if not restated.says_again(row, read_lines.read, mark)
    )
    doubtful = () if chosen.is_proven else idle  # where the total holds, nothing else is ordered
    return Body(mark, read_lines, chosen, taken, (*left_over, *doubtful))


def _sums(
    named: sumlabels.Labels, taken: set[tuple[int, float]], amounts: Sequence[Decimal | None], mark: Mark, part: str
) -> totals.Totals:
    """The sums where they usually stand, unless others of the same labels prove more."""
    found = named.outside(taken)
    printed = sums.find(found, mark, part)
    best = totals.choose(printed, amounts, unnamed.find(named.pages, taken, printed, mark, part))
    if best.is_proven:
        return best
    ways = [best, *(totals.choose(way, amounts) for way in sums.elsewhere(found, mark, part))]
    return max(ways, key=lambda one: (one.is_proven, one.agrees))  # (the first of those that prove most)


def amount(one: line.Read) -> Decimal | None:
    """The amount of a line as printed; where no amounts are printed, quantity x price."""
    said = one.line
    if said.amount is not None:
        return said.amount
    if said.quantity is None or said.unit_price is None:
        return None
    return said.quantity * said.unit_price / (said.price_per or 1)
