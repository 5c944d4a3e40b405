"""Papers of the trade that order nothing, in the same forms as orders."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from playground.orders import compose
from playground.orders.look import Look
from playground.orders.order import Order
from playground.orders.paper import Block, Paper, Row

PATIENCE = timedelta(days=30)
_PRICES = frozenset({"unit_price", "list_price", "discount", "amount", "tax_rate", "tax_amount", "price_per"})
_COUNTS = frozenset({"quantity", "amount", "tax_amount", "delivery"})


def decoy(kind: str, order: Order, look: Look, chance: random.Random) -> Paper:
    """A paper of this kind about the goods of this order."""
    return KINDS[kind](compose.compose(order, look, chance), order, look)


def _invoice(paper: Paper, order: Order, look: Look) -> Paper:
    facts = (
        (look.words["invoice_number"], f"{look.vendor.tax_id[-5:]}"),
        (look.words["due_date"], look.figures.date(order.day + PATIENCE)),
        (look.words["your_order"], order.number),
    )
    return _from_seller(paper, look, "invoice", facts)


def _proforma(paper: Paper, order: Order, look: Look) -> Paper:
    facts = ((look.words["proforma"].capitalize(), f"PF{look.vendor.tax_id[-4:]}"), _dated(order, look))
    return _from_seller(paper, look, "proforma", facts)


def _quotation(paper: Paper, order: Order, look: Look) -> Paper:
    facts = (
        (look.words["quotation"].capitalize(), f"Q-{look.vendor.tax_id[-5:]}"),
        _dated(order, look),
        (look.words["valid_until"], look.figures.date(order.day + PATIENCE)),
    )
    return _from_seller(paper, look, "quotation", facts)


def _acknowledgement(paper: Paper, order: Order, look: Look) -> Paper:
    facts = (
        (look.words["acknowledgement"].capitalize(), f"SO{look.vendor.tax_id[-5:]}"),
        (look.words["your_order"], order.number),
        _dated(order, look),
    )
    return _from_seller(paper, look, "acknowledgement", facts)


def _packing_list(paper: Paper, order: Order, look: Look) -> Paper:
    facts = ((look.words["your_order"], order.number), _dated(order, look))
    return _without(_from_seller(paper, look, "packing", facts), _PRICES)


def _statement(paper: Paper, order: Order, look: Look) -> Paper:
    """Bills and what is owed: rows of numbers, dates and sums, no goods."""
    kept = _without(
        _from_seller(paper, look, "statement", (_dated(order, look),)),
        frozenset({"quantity", "unit", "unit_price", "sku"}),
    )
    bills = tuple(
        replace(
            row,
            cells=tuple(
                _bill(column.key, cell, place, look) for column, cell in zip(kept.columns, row.cells, strict=True)
            ),
        )
        for place, row in enumerate(kept.rows)
    )
    return replace(kept, rows=bills)


def _price_list(paper: Paper, order: Order, look: Look) -> Paper:
    return replace(
        _without(_from_seller(paper, look, "pricelist", (_dated(order, look),)), _COUNTS), sums=(), raw_sums=()
    )


def _blank_form(paper: Paper, order: Order, look: Look) -> Paper:  # noqa: ARG001 - its order is the one thing it lacks
    """The buyer's own form, that nobody has filled in."""
    empty = tuple(Row("item", tuple("" for _ in paper.columns)) for _ in range(10))
    return replace(
        paper,
        title=look.words["title"],
        facts=tuple((label, "") for label, _ in paper.facts),
        blocks=tuple(Block(block.label, ("",)) for block in paper.blocks),
        rows=empty,
        sums=tuple((label, "") for label, _ in paper.sums),
        raw_sums=(),
        running=look.words["title"],
    )


KINDS: Final[Mapping[str, Callable[[Paper, Order, Look], Paper]]] = {
    "invoice": _invoice,
    "proforma": _proforma,
    "quotation": _quotation,
    "acknowledgement": _acknowledgement,
    "packing_list": _packing_list,
    "statement": _statement,
    "price_list": _price_list,
    "blank_form": _blank_form,
}


def _dated(order: Order, look: Look) -> tuple[str, str]:
    label = (
        look.words["order_date"]
        if look.language == "en" and " " not in look.words["order_date"]
        else _DATE[look.language]
    )
    return label, look.figures.date(order.day)


_DATE: Final[Mapping[str, str]] = {
    "en": "Date", "de": "Datum", "nl": "Datum", "fr": "Date", "es": "Fecha", "it": "Data", "pt": "Data", "sv": "Datum",
    "pl": "Data", "cs": "Datum", "tr": "Tarih", "ja": "日付", "zh": "日期",
}  # fmt: skip


def _from_seller(paper: Paper, look: Look, title: str, facts: tuple[tuple[str, str], ...]) -> Paper:
    """On the seller's letterhead, to the buyer."""
    seller = look.vendor
    head = (seller.name, *seller.address, f"{look.words['phone']} {seller.phone}", seller.email)
    blocks = (
        Block(look.words["bill_to"], (look.buyer.name, *look.buyer.address)),
        Block(look.words["ship_to"], (look.ship_to.name, *look.ship_to.address)),
    )
    named = look.words[title]
    return replace(
        paper, title=named, letterhead=head, facts=facts, blocks=blocks, notes=(), terms=(), signature="",
        running=f"{seller.name}   {named}", hello=(), thanks=(seller.name,),
    )  # fmt: skip


def _without(paper: Paper, dropped: frozenset[str]) -> Paper:
    kept = [place for place, column in enumerate(paper.columns) if column.key not in dropped]
    columns = tuple(paper.columns[place] for place in kept)
    rows = tuple(
        replace(row, cells=tuple(row.cells[place] for place in kept), raw=())
        for row in paper.rows
        if row.kind == "item"
    )
    bare = "amount" in dropped
    return replace(
        paper, columns=columns, rows=rows, sums=() if bare else paper.sums, raw_sums=() if bare else paper.raw_sums
    )


def _bill(key: str, cell: str, place: int, look: Look) -> str:
    return (
        f"{look.words['invoice'].capitalize()} {int(look.vendor.tax_id[-5:]) + place}" if key == "description" else cell
    )
