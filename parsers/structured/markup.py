"""What UBL, Order-X and cXML share: allowances and charges by their words, and shares of a line."""

import re
from collections.abc import Sequence
from decimal import Decimal

from parsers import numbers
from parsers.structured import edifact_codes
from parsers.structured.draft import Draft, Item
from parsers.structured.xmlsafe import Node

# A reason in words, in the languages that orders come in.
_FREIGHT = re.compile(
    r"freight|shipping|transport|delivery|carriage|postage|fracht|versand|porto|livraison|\bport\b|env[ií]o|portes"
    r"|trasporto|spedizione|vracht|verzend|frakt|przesyłk",
    re.IGNORECASE,
)
_VARIANTS = frozenset(
    "color colour size farbe größe grösse couleur taille pointure talla colore taglia misura kleur maat färg storlek"
    " cor tamanho rozmiar kolor".split()
)


def adjust(
    one: Draft, node: Node, amount: Decimal, reason: str, code: str, *, is_charge: bool, item: Item | None
) -> None:
    """One allowance or charge of the order, or of one line; what an order has no field for is a doubt."""
    if not is_charge:
        (item or one).add("discount", amount, node.shown)
    elif item is None and (code in edifact_codes.FREIGHT or _FREIGHT.search(reason)):
        one.add("shipping", amount, node.shown)
    elif amount:
        if item:
            item.charge += amount
        else:
            one.charges += amount
        what = reason or code or "no reason"
        where = f"Line {item.line.number}" if item else "The order"
        one.doubt("total", f"{where} adds a charge of {numbers.plain(amount)} ({what}); do we take it?")


def is_variant(name: str) -> bool:
    """The property of an item is its colour or size."""
    return name.casefold().strip() in _VARIANTS


def shared(one: Draft, item: Item, shares: Sequence[tuple[Decimal, Node, dict[str, object]]]) -> list[Item]:
    """The line itself, or one for each share of it where there are several; they must add up to it."""
    if len(shares) < 2:  # noqa: PLR2004 - one share is the line
        return [item]
    total = sum((share[0] for share in shares), Decimal(0))
    if item.line.quantity is not None and total != item.line.quantity:
        why = f"Line {item.line.number}: {numbers.plain(item.line.quantity)} are ordered, but its shares add up to"
        one.doubt("lines", f"{why} {numbers.plain(total)}; which is right?", numbers.plain(item.line.quantity))
    if item.line.amount is not None or item.line.discount is not None:
        one.doubt("lines", f"Line {item.line.number}: its amount or discount is for all its shares together.")
    return [item.split(quantity, node.shown, **where) for quantity, node, where in shares]


def currency(one: Draft, nodes: Sequence[Node], attribute: str) -> None:
    """Every amount names its currency: one for all, or a doubt."""
    named = {node.attributes[attribute].strip(): node for node in nodes if node.attributes.get(attribute, "").strip()}
    if one.order.currency is None and len(named) == 1:
        ((code, node),) = named.items()
        one.say("currency", code, node.shown)
    others = sorted(set(named) - {one.order.currency})
    if others:
        known = one.order.currency or others[0]
        one.doubt("currency", f"Which currency holds? The amounts are in {', '.join(sorted(named))}.", known, *others)


def summed(one: Draft, node: Node | None, name: str) -> None:
    """A stated sum of allowances or charges that its parts must come to."""
    if node is None:
        return
    stated = node.number()
    if name == "discount":
        if one.order.discount is None and stated:
            one.add("discount", stated, node.shown)
        reached = one.order.discount or Decimal(0)
    else:
        reached = (one.order.shipping or Decimal(0)) + one.charges
        if not reached and stated:
            adjust(one, node, stated, "no reason is given", "", is_charge=True, item=None)
            return
    if reached != stated:
        why = (
            f"The message states {numbers.plain(stated)} of {name}s in all, its parts come to {numbers.plain(reached)}"
        )
        one.doubt("total", f"{why}; which is right?", numbers.plain(stated), numbers.plain(reached))
