"""Orders in exact formats, counted two ways: our reading beside what plain splitting finds in the file.

python -m bench.exact FOLDER    every file of a folder
python -m bench.exact           orders of our own making, whole and damaged
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from bench import figures, raw
from desk.reading import Order, Reading
from parsers import document
from playground.samples import exact, truths

# "Segment 14 (PO1): ..." and "Line 7 (cbc:ID): ...": the place is named.
_PLACED = re.compile(r"(?:Segment|Line) \d+ \(|line \d+", re.IGNORECASE)
Writer = Callable[[truths.Truth], bytes]
_WRITERS: Mapping[str, Writer] = {
    "x12": exact.as_x12,
    "edifact": exact.as_edifact,
    "ubl": exact.as_ubl,
    "cxml": exact.as_cxml,
    "orderx": exact.as_orderx,
}
_SEEDS = 12
# The kinds of damage that the wire does: a piece lost, doubled, or cut off at the end.
_DAMAGES = ("lost", "cut off", "garbled")


class Verdict(NamedTuple):
    """What became of one file: the words, and whether they are as they must be."""

    name: str
    found: raw.Count | None
    read: Reading
    words: str
    is_right: bool


def judge(name: str, data: bytes, *, is_damaged: bool = False) -> Verdict:
    """Our reading of a file against its count."""
    found, read = raw.count(data), document.read(data, name=name)
    if is_damaged and not read.touchless:
        placed = read.error is None or bool(_PLACED.search(read.error))
        return Verdict(name, found, read, read.error or "doubted", placed)
    if found is None or not found.orders:
        what = f" ({', '.join(sorted(set(found.others)))})" if found and found.others else ""
        return Verdict(name, found, read, f"no order{what}: {read.kind}", not read.orders)
    if not read.orders:
        is_named = bool(read.error and _PLACED.search(read.error))
        return Verdict(name, found, read, read.error or f"told as {read.kind}", is_named)
    differing = list(differences(found, read))
    if differing and any("was not read" in doubt.why for doubt in read.doubts):
        refused = next(doubt.why for doubt in read.doubts if "was not read" in doubt.why)
        return Verdict(name, found, read, f"in part: {refused}", bool(_PLACED.search(refused)))
    told = "; ".join(differing) or "agrees" + (f", beside {', '.join(found.others)}" if found.others else "")
    return Verdict(name, found, read, told, not differing)


def differences(found: raw.Count, read: Reading) -> Iterator[str]:
    """A line that was split over stores, days or sub-lines keeps its quantity; then lines are more than items."""
    lines = [line for order in read.orders for line in order.lines]
    quantity = sum((line.quantity or Decimal(0) for line in lines), Decimal(0))
    if found.orders != len(read.orders):
        yield f"{found.orders} orders in the file, {len(read.orders)} read"
    if len(lines) < found.items:
        yield f"{found.items} items in the file, {len(lines)} read"
    if quantity != found.quantity:
        yield f"{found.quantity} units in the file, {quantity} read"
    goods = sum((_goods(order) for order in read.orders), Decimal(0))
    if found.goods is not None and goods != found.goods and not any(line.price_per for line in lines):
        yield f"goods of {found.goods} in the file, {goods} read"


def _goods(order: Order) -> Decimal:
    return sum(((line.quantity or Decimal(0)) * (line.unit_price or Decimal(0)) for line in order.lines), Decimal(0))


def own(seeds: int = _SEEDS) -> Iterator[tuple[str, bytes, bool]]:
    """Orders of our own making in every format, each whole and damaged in several ways."""
    for name, write in _WRITERS.items():
        for seed in range(seeds):
            whole = write(truths.order(seed))
            yield f"{name} {seed}", whole, False
            for damage in _DAMAGES:
                yield f"{name} {seed} {damage}", damaged(whole, damage, random.Random(seed)), True


def damaged(whole: bytes, damage: str, chance: random.Random) -> bytes:
    """The same file after something happened to it in its middle."""
    lines = whole.splitlines(keepends=True)
    if damage == "cut off" or len(lines) < 8:  # a file of one line
        return whole[: int(len(whole) * chance.uniform(0.4, 0.8))]
    at = chance.randrange(len(lines) // 3, len(lines) - 3)
    if damage == "lost":
        return b"".join(lines[:at] + lines[at + 1 :])
    return b"".join([*lines[:at], b"#" + lines[at][3:], *lines[at + 1 :]])


def table(verdicts: list[Verdict]) -> Table:
    """One row a file."""
    drawn = figures.table("Exact formats, counted two ways", "file", "orders", "items", "quantity", "goods", "verdict")
    for one in verdicts:
        found = one.found
        goods = "" if found is None or found.goods is None else f"{found.goods:f}"
        counted = ("", "", "") if found is None else (str(found.orders), str(found.items), f"{found.quantity:f}")
        cells = (*counted, goods)
        drawn.add_row(one.name, *cells, ("" if one.is_right else "WRONG: ") + one.words[:160])
    return drawn


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="files of any of the formats; none: our own samples")
    folder = parser.parse_args().folder
    if folder is None:
        verdicts = [judge(name, data, is_damaged=is_damaged) for name, data, is_damaged in own()]
        shown = [one for one in verdicts if not one.is_right] or verdicts[:: 4 * _SEEDS]
    else:
        files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
        verdicts = shown = [judge(str(file.relative_to(folder)), file.read_bytes()) for file in files]
    Console(width=200).print(
        table(shown), f"{len(verdicts)} files, {sum(one.is_right for one in verdicts)} as they must be."
    )
    return int(not all(one.is_right for one in verdicts))


if __name__ == "__main__":
    sys.exit(main())
