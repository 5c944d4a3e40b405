"""A document in words, before it has a form: what stands in it, and nothing of where."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Kind = Literal["item", "sub", "comment", "section", "subtotal", "blank"]
Align = Literal["left", "right", "centre", "decimal"]

NUMERIC = frozenset(
    {"quantity", "unit_price", "amount", "list_price", "discount", "tax_rate", "tax_amount", "price_per", "weight",
        "pack"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, what it is called, how its words stand."""

    key: str
    heading: str
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: one cell a column, a cell of several lines has line breaks; `so_far` is the sum down to here.

    A comment, a section and a sub row may stand across columns; their words are in the first cell that has any.
    """

    kind: Kind
    cells: tuple[str, ...]
    so_far: str = ""
    raw: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A party: what its block is called, and its lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that a document prints. `facts` and `sums` are pairs of label and value."""

    title: str
    letterhead: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sums: tuple[tuple[str, str], ...] = ()
    raw_sums: tuple[Decimal, ...] = ()
    notes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    running: str = ""
    page_words: str = ""
    carried: tuple[str, str] = ("", "")
    continued: str = ""
    banner: str = ""
    signature: str = ""
    legal: str = ""
    hello: tuple[str, ...] = ()
    thanks: tuple[str, ...] = field(default=())
