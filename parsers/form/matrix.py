"""Size matrices: a row with quantities under sizes is one line for each size, proven by the sum of the row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.reading import Doubt, Evidence
from parsers import numbers, page
from parsers.form import figures
from parsers.form.item import Item
from parsers.form.line import Read
from parsers.form.proof import Proof
from parsers.numbers import Figure, Mark
from parsers.page import Word


def split(item: Item, whole: Read, mark: Mark, part: str) -> Iterator[Read]:
    """The lines of one row of a matrix; the row itself where nothing stands under its sizes.

    Where a column states the quantity of the row, the sizes must add up to it; else the lines are not proven.
    """
    found = [(at, figure) for at, figure in item.sizes(mark) if figure.value]
    line = whole.line
    if not found or line.quantity is None:
        yield whole
        return
    total = sum(figure.value for _, figure in found)
    is_paid = whole.proof is Proof.EXACT or line.amount is None or line.unit_price is None
    is_whole = total == line.quantity and is_paid and not _unread(item, mark) and _is_under(item, found)
    for at, figure in found:
        size = item.columns[at].heading
        words = item.anchor.get(at) or item.cells[at]
        text = " ".join(word.text for word in words)
        evidence = whole.evidence | {"quantity": Evidence(part, item.page, text, page.box(words))}
        evidence.pop("amount", None)
        share = line.amount * figure.value / line.quantity if line.amount is not None and line.discount else None
        one = replace(
            line, quantity=figure.value, variant=f"{line.variant} {size}" if line.variant else size, amount=share
        )
        yield replace(whole, line=one, evidence=evidence, proof=whole.proof if is_whole else Proof.NONE,
                      is_whole=is_whole)  # fmt: skip


def _is_under(item: Item, found: Sequence[tuple[int, Figure]]) -> bool:
    """Each quantity stands nearer to the heading of its size than to another: a shift keeps the sum of the row."""
    centres = {at: _centre(item.columns[at].words) for at in item.of("size") if item.columns[at].words}
    return all(
        min(centres, key=lambda other: abs(centres[other] - here)) == at
        for at, _ in found
        if (here := _centre(item.anchor.get(at) or item.cells[at])) and at in centres
    )


def _centre(words: Sequence[Word]) -> float:
    return (min(word.x0 for word in words) + max(word.x1 for word in words)) / 2


def _unread(item: Item, mark: Mark) -> bool:
    """Something stands under a size that is no number: a dash is none, a mark that was misread may be one."""
    return any(
        figures.cell_figure(text, mark) is None
        for at in item.of("size")
        if (text := "".join(word.text for word in item.cells.get(at, ())).strip("-–—.xX/"))
    )


def doubt(at: int, one: Read) -> Doubt | None:
    """The sizes of a row do not come to its quantity, or that not to its amount."""
    if one.is_whole:
        return None
    shown = numbers.plain(one.line.quantity) if one.line.quantity is not None else "?"
    why = f"Are {shown} of {one.line.variant} right? The sizes in that row do not come to its total."
    return Doubt(f"lines.{at}.quantity", why, (shown,))
