"""The lines of an order: items with their columns understood, each figure with its evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from desk.reading import Doubt
from parsers import dates, numbers
from parsers.form import line, matrix, restated, roles, solve, spoken, under
from parsers.form.item import Item
from parsers.form.line import Read
from parsers.form.proof import Proof
from parsers.form.tables import Section
from parsers.numbers import Mark
from parsers.page import Row


@dataclass(frozen=True)
class Lines:
    """All lines of a document, and what is doubtful about them."""

    read: tuple[Read, ...]
    doubts: tuple[Doubt, ...]
    has_prices: bool
    explained: frozenset[under.Place] = frozenset()  # rows under items that say no more than the items do


def read(found: Sequence[Item], sections: Sequence[Section], mark: Mark, order: dates.Order | None, part: str) -> Lines:
    """The lines that these items are."""
    whole: list[Read] = []
    settled: list[Item] = []
    doubts: list[Doubt] = []
    for _, group in groupby(found, key=lambda item: tuple(column.name for column in item.columns)):
        items = roles.unspilled(list(group))
        columns = roles.refined(items)
        by_role = roles.by_role(columns)
        items = [replace(item, columns=columns, roles=by_role) for item in items]
        choice = solve.choose(items, mark)
        leads = spoken.begins(items)
        doubts.extend(_unnamed(items, choice, mark, len(whole)))
        for item in items:
            whole.append(line.read(item, choice, mark, order, part, leads=leads))
            settled.append(item)
    explained: set[under.Place] = set()
    for nth, rows, day in under.schedules(sections, found, [one.line.quantity for one in whole], mark):
        explained |= {(row.page, row.top) for row in rows}
        whole[nth] = _scheduled(whole[nth], rows, day, order)
    whole = _settled(whole)
    again = restated.find(settled, whole)
    doubts.extend(restated.doubts(again, whole))
    shared = dict(restated.shares(settled, whole, sections, mark))
    doubts.extend(_share(whole[at], whole[line]) for at, line in shared.items())
    kept = [at for at in range(len(whole)) if at not in again and at not in shared]
    settled, whole = [settled[at] for at in kept], [whole[at] for at in kept]
    whole = _without_gaps(settled, whole)
    lines = [one for item, row in zip(settled, whole, strict=True) for one in matrix.split(item, row, mark, part)]
    has_prices = any(one.line.unit_price is not None or one.line.amount is not None for one in lines)
    for at, one in enumerate(lines):
        doubts.extend(_doubts(at, one, has_prices=has_prices))
    return Lines(tuple(lines), tuple(doubts), has_prices, frozenset(explained))


def _unnamed(items: Sequence[Item], choice: solve.Choice, mark: Mark, at: int) -> Iterator[Doubt]:
    """Quantity x price is price x quantity: where no heading names either, arithmetic cannot tell them apart."""
    if choice.quantity is None or choice.price is None:
        return
    roles_ = (items[0].columns[choice.quantity].role, items[0].columns[choice.price].role)
    found = (items[0].figure(choice.quantity, mark), items[0].figure(choice.price, mark))
    if roles_[0] in {"quantity", "unit"} or roles_[1] in {"unit_price", "list_price"} or None in found:
        return
    both = tuple(numbers.plain(figure.value) for figure in found if figure)
    why = f"Is {both[0]} the quantity and {both[1]} the price, or the other way round? No heading says so."
    yield Doubt(f"lines.{at}.quantity", why, both)


def _without_gaps(items: Sequence[Item], lines: Sequence[Read]) -> list[Read]:
    """Where most lines bear a code, one without may have one that was not seen, if not its words are plain."""
    coded = sum(1 for one in lines if one.line.sku or one.line.gtin)
    if not 2 * coded > len(lines) > coded:
        return list(lines)
    return [
        one if one.line.sku or one.line.gtin or spoken.is_plain(item) else replace(one, is_sure=False)
        for item, one in zip(items, lines, strict=True)
    ]


def _share(one: Read, of: Read) -> Doubt:
    quantity = numbers.plain(one.line.quantity or Decimal(0))
    whole = numbers.plain(of.line.quantity or Decimal(0))
    return Doubt("lines", f"Are the {quantity} of {one.line.sku or one.line.description} a share of the {whole}?")


def _scheduled(one: Read, rows: Sequence[Row], day: dates.Found | None, order: dates.Order | None) -> Read:
    """A line with its delivery schedule: the first day is the one it is wanted on."""
    wanted = one.line.requested_date or (day.under(order) if day else None)
    places = {(row.page, row.top) for row in rows}
    strays = tuple(stray for stray in one.strays if (stray.row.page, stray.row.top) not in places)
    return replace(one, line=replace(one.line, requested_date=wanted), strays=strays)


def _settled(lines: list[Read]) -> list[Read]:
    """Without the strays that are the sum of the lines above them."""
    amounts = [one.line.amount for one in lines]
    return [
        replace(one, strays=tuple(s for s in one.strays if not under.is_running(s.value, amounts[: at + 1])))
        if one.strays
        else one
        for at, one in enumerate(lines)
    ]


def together(found: Lines) -> Lines:
    """Where no line has an amount, but quantity x price of all of them leads to the printed total: all are proven."""
    if any(one.line.amount is not None or one.line.quantity is None for one in found.read):
        return found
    proven = [replace(one, proof=Proof.EXACT) if one.is_whole and one.line.unit_price else one for one in found.read]
    return replace(found, read=tuple(proven))


# -- doubts --------------------------------------------------------------------------------------------------------


def _doubts(at: int, one: Read, *, has_prices: bool) -> Iterable[Doubt]:
    said, path = one.line, f"lines.{at}"
    name = said.sku or said.description or f"line {at + 1}"
    if said.quantity is None:
        yield Doubt(f"{path}.quantity", f"How many of {name}? No quantity is printed on line {at + 1}.")
    elif said.quantity <= 0:
        yield Doubt(f"{path}.quantity", f"Line {at + 1} asks for {said.quantity} of {name}; is that meant?")
    if unclear := matrix.doubt(at, one):
        yield unclear
    if one.strays:
        stray = one.strays[0].word.text
        yield Doubt(
            f"{path}.quantity", f"What is the {stray} below line {at + 1} ({name})? It may be a line of its own."
        )
    if not said.sku and not said.description and not said.gtin:
        yield Doubt(f"{path}.sku", f"What is line {at + 1}? Neither a code nor a description was found.")
    if has_prices and said.unit_price is None:
        yield Doubt(f"{path}.unit_price", f"What does {name} cost? No price was found on line {at + 1}.")
    if (
        said.quantity is not None
        and said.unit_price is not None
        and said.amount is not None
        and one.proof < Proof.EXACT
    ):
        whole = said.quantity * said.unit_price / (said.price_per or 1)
        yield Doubt(
            f"{path}.amount",
            f"On line {at + 1} {numbers.plain(said.quantity)} x {numbers.plain(said.unit_price)} is"
            f" {numbers.plain(whole)}, but {numbers.plain(said.amount)} is printed; which is right?",
            (numbers.plain(said.amount), numbers.plain(whole)),
        )
