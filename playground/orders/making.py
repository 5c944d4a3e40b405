"""One order by chance in one form, with its truth: the same seed gives the same bytes."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from playground.orders import as_html, as_sheet, as_text, compose, truth
from playground.orders.drawn import pdf
from playground.orders.look import Look, any_look
from playground.orders.order import any_order
from playground.orders.truth import Truth

# File name suffix of each form.
FORMS: Final[Mapping[str, str]] = {"pdf": "pdf", "html": "html", "text": "txt", "xlsx": "xlsx"}
# Of a hundred orders so many come in each form.
SHARES: Final[Mapping[str, int]] = {"pdf": 64, "html": 14, "text": 12, "xlsx": 10}


@dataclass(frozen=True, slots=True)
class Made:
    """A document as its bytes, what it says, and the form that it was drawn by."""

    name: str
    form: str
    data: bytes
    truth: Truth
    look: Look


def make(seed: int, *, form: str | None = None, layout: int | None = None, unusual: bool = False) -> Made:
    """The order of this seed, in the layout of this seed (else in its own); PO forms of one layout look the same."""
    chance = _chance(f"order {seed}")
    which = form or _any_form(_chance(f"form {layout if layout is not None else seed}"))
    look = any_look(_chance(f"layout {seed if layout is None else layout}"), unusual=unusual)
    order = any_order(look, chance, most=60 if which != "text" else 20)
    paper = compose.compose(order, look, chance)
    style = _chance(f"style {seed if layout is None else layout}")
    match which:
        case "html":
            data = as_html.write(paper, look, style).encode()
        case "text":
            data = as_text.write(paper, look, style).encode()
        case "xlsx":
            data = as_sheet.write(paper, look, style)
        case _:
            data = pdf.draw(paper, look)
    return Made(f"{seed:06}-{which}", which, data, truth.of_order(order, look), look)


def _any_form(chance: random.Random) -> str:
    return chance.choices([*SHARES], weights=[*SHARES.values()])[0]


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - samples must repeat, not surprise
