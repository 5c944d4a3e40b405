"""One order by chance in one form, with its truth: the same seed gives the same bytes."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from playground.orders import as_html, as_picture, as_sheet, as_text, compose, decoys, truth
from playground.orders.drawn import pdf
from playground.orders.look import Look, any_look
from playground.orders.order import any_order
from playground.orders.paper import Paper
from playground.orders.truth import Truth

# The file name suffix of each form; a picture may have another.
FORMS: Final[Mapping[str, str]] = {"pdf": "pdf", "html": "html", "text": "txt", "xlsx": "xlsx", "image": "pdf"}
# Of a hundred orders so many come in each form.
SHARES: Final[Mapping[str, int]] = {"pdf": 64, "html": 14, "text": 12, "xlsx": 10}
# Smaller type, or more columns, need a finer scan to be legible to anybody.
FINE, MANY = 9.0, 8
# The most lines in a form where many are seldom sent, or slow to take.
_MOST: Final[Mapping[str, int]] = {"text": 20, "image": 12}


@dataclass(frozen=True, slots=True)
class Made:
    """A document as its bytes, what it says, and the form that it was drawn by."""

    name: str
    form: str
    suffix: str
    data: bytes
    truth: Truth
    look: Look


def make(
    seed: int, *, form: str | None = None, layout: int | None = None, unusual: bool = False, decoy: str | None = None
) -> Made:
    """The order of this seed, in a layout of this number (else its own), or a decoy of some kind about its goods."""
    chance = _chance(f"order {seed}")
    which = form or _any_form(_chance(f"form {layout if layout is not None else seed}"))
    drawn = which == "image"
    look = any_look(_chance(f"layout {seed if layout is None else layout}"), unusual=unusual, drawn=drawn)
    order = any_order(look, chance, most=_MOST.get(which, 60))
    paper = decoys.decoy(decoy, order, look, chance) if decoy else compose.compose(order, look, chance)
    style = _chance(f"style {seed if layout is None else layout}")
    data, suffix = _written(which, paper, look, style)
    told = truth.of_decoy(decoy) if decoy else truth.of_order(order, look)
    return Made(f"{seed:06}-{decoy or which}", which, suffix, data, told, look)


def _written(form: str, paper: Paper, look: Look, style: random.Random) -> tuple[bytes, str]:
    """The bytes in this form, and the suffix of their file."""
    match form:
        case "html":
            return as_html.write(paper, look, style).encode(), "html"
        case "text":
            return as_text.write(paper, look, style).encode(), "txt"
        case "xlsx":
            return as_sheet.write(paper, look, style), "xlsx"
        case "image":
            return as_picture.take(pdf.draw(paper, look), style, fine=look.size < FINE or len(paper.columns) > MANY)
        case _:
            return pdf.draw(paper, look), "pdf"


def _any_form(chance: random.Random) -> str:
    return chance.choices([*SHARES], weights=[*SHARES.values()])[0]


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - samples must repeat, not surprise
