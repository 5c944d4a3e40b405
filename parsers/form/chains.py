"""Longer sums that explain an amount whose printed price was rounded: list price, discount, taxes."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from parsers import numbers
from parsers.form import proof, solve
from parsers.form.item import Item
from parsers.form.proof import Proof
from parsers.numbers import Mark

_HUNDRED = Decimal(100)
_MOST = 4  # columns of one kind that are tried
_MOST_RATE = 40  # percent: no tax is higher


def proves(item: Item, choice: solve.Choice, mark: Mark, each: Decimal) -> bool:
    """Another price of the line, less a discount and with its taxes, comes to the very amount."""
    quantity, amount = (item.figure(at, mark) if at is not None else None for at in (choice.quantity, choice.amount))
    if quantity is None or amount is None:
        return False
    others = [at for at in range(len(item.columns)) if at not in {choice.quantity, choice.price, choice.amount}]
    bases = [value for at in others if item.columns[at].role in {"list_price", "unit_price", None}
             for value in _figures(item, at, mark) if value > 0][:_MOST]  # fmt: skip
    off = [value for at in others if item.columns[at].role in {"discount", None, "ignore"}
           for value in _figures(item, at, mark) if value > 0][:_MOST]  # fmt: skip
    taxes = [value for at in item.of("tax") for value in _figures(item, at, mark) if value > 0]
    for base, discount, rate in product(bases, [None, *off], {Decimal(0), *_rates(taxes)}):
        for price in _less(base, discount):
            whole = price * (1 + rate / _HUNDRED)
            if proof.line(quantity.value, whole, amount.value, per=each) is Proof.EXACT:
                return True
    return False


def _figures(item: Item, at: int, mark: Mark) -> Iterator[Decimal]:
    for word in item.anchor.get(at, ()):
        value = numbers.value(word.text.rstrip("%"), mark)
        if value is not None:
            yield value


def _rates(taxes: list[Decimal]) -> set[Decimal]:
    """The rates of all taxes together: central and state halves are added."""
    rates = [rate for rate in taxes if rate <= _MOST_RATE]
    return {sum(rates, Decimal(0)), *rates}


def _less(base: Decimal, discount: Decimal | None) -> Iterator[Decimal]:
    if discount is None:
        yield base
        return
    if discount < _HUNDRED:
        yield base * (1 - discount / _HUNDRED)
    if discount < base:
        yield base - discount
