"""An order as somebody types or a system prints it into a mail: lined up, by tabs, by bars, as a list."""

import random
import textwrap

from playground.orders import dice
from playground.orders.look import Look
from playground.orders.paper import NUMERIC, Paper

# Where a mail program breaks long lines.
WRAPPED = 72


def write(paper: Paper, look: Look, chance: random.Random) -> str:
    """The whole mail."""
    style = (
        chance.choice(("spaces", "spaces", "tabs", "bars", "list"))
        if _may_list(paper, look)
        else chance.choice(("spaces", "tabs", "bars"))
    )
    before = [*paper.hello, ""] if dice.happens(chance, 0.4) else []
    title = [paper.title, ""] if not before or look.number_in_title else []
    head = [*paper.letterhead, ""]
    facts = _facts(paper, look, chance)
    parties = [text for block in paper.blocks for text in (f"{block.label}{look.mark or ':'}", *block.lines, "")]
    match style:
        case "spaces":
            table = _aligned(paper, look, chance)
        case "tabs":
            table = ["\t".join(cells) for cells in _grid(paper)]
        case "bars":
            table = [" | ".join(cells) for cells in _grid(paper)]
        case _:
            table = _listed(paper, look, chance)
    sums = _sums(paper, look, style)
    notes = [line for note in paper.notes for line in textwrap.wrap(note, 68)]
    order = [*before, *title, *head, *facts, "", *parties, *table, "", *sums, "", *notes, "", *paper.thanks]
    lines = [line.rstrip(" ") for line in order]
    if style == "list" and dice.happens(chance, 0.4):
        lines = [part for line in lines for part in (textwrap.wrap(line, WRAPPED) or [""])]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _may_list(paper: Paper, look: Look) -> bool:
    """A list has a code, a quantity and a price, and room for nothing else."""
    there = {column.key for column in paper.columns}
    plain = look.detail == "plain" and not look.sections and "price_per" not in there and "colour" not in there
    return plain and {"quantity", "unit_price"} <= there and bool({"sku", "buyer_sku"} & there)


def _facts(paper: Paper, look: Look, chance: random.Random) -> list[str]:
    mark = look.mark or ":"
    longest = max(len(label) for label, _ in paper.facts) + 2
    lined_up = dice.happens(chance, 0.5)
    return [
        f"{label + mark:<{longest}} {value}" if lined_up else f"{label}{mark} {value}" for label, value in paper.facts
    ]


def _grid(paper: Paper) -> list[list[str]]:
    rows = [[column.heading for column in paper.columns]]
    rows.extend([cell.replace("\n", " ") for cell in row.cells] for row in paper.rows)
    return rows


def _aligned(paper: Paper, look: Look, chance: random.Random) -> list[str]:
    """Columns lined up with spaces; in eastern writing a letter is as wide as two."""
    gap = " " * chance.choice((2, 2, 3, 4))
    widths = [
        max(_width(part) for row in _grid(paper) for part in (row[place],)) for place in range(len(paper.columns))
    ]
    rule = chance.choice(("-", "=", ""))
    lines = []
    for row in _grid(paper):
        cells = (
            _pad(cell, wide, right=column.key in NUMERIC and look.align != "left")
            for cell, wide, column in zip(row, widths, paper.columns, strict=True)
        )
        lines.append(gap.join(cells))
    if rule:
        lines.insert(1, rule * max(map(_width, lines)))
    return lines


def _width(text: str) -> int:
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)  # noqa: PLR2004 - CJK begins here


def _pad(text: str, width: int, *, right: bool) -> str:
    room = " " * (width - _width(text))
    return room + text if right else text + room


def _listed(paper: Paper, look: Look, chance: random.Random) -> list[str]:
    """One item a line, as in 12 x RNG-114 @ 9.80."""
    pattern = chance.choice(
        (
            "{quantity} x {sku} @ {price}",
            "- {quantity} x {sku} {description} @ {price}",
            "{sku} - {description} - {quantity} {unit} - {price}",
            "{sku} x {quantity} @ {price}",
            "* {quantity} {unit} {sku} {description}, {price}",
        )
    )
    lines = []
    for row in paper.rows:
        cells = {column.key: cell for column, cell in zip(paper.columns, row.cells, strict=True)}
        if row.kind != "item":
            lines.append(cells["description"])
            continue
        lines.append(pattern.format(
            quantity=cells["quantity"], sku=cells.get("sku") or cells.get("buyer_sku"),
            description=cells["description"], unit=cells.get("unit") or look.words["EA"], price=cells["unit_price"],
        ))  # fmt: skip
    return lines


def _sums(paper: Paper, look: Look, style: str) -> list[str]:
    if style == "list":
        return [f"{label}: {value}" for label, value in paper.sums]
    if style == "tabs":
        return ["\t" * (len(paper.columns) - 2) + f"{label}\t{value}" for label, value in paper.sums]
    longest = max((_width(label) for label, _ in paper.sums), default=0)
    widest = max((_width(value) for _, value in paper.sums), default=0)
    return [
        _pad(label + (look.sum_mark or ":"), longest + 3, right=False) + _pad(value, widest + 2, right=True)
        for label, value in paper.sums
    ]
