"""Which column is the quantity, the price, the amount: the choice under which the items prove themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from parsers.form import proof
from parsers.form.item import SIZES, Item
from parsers.form.proof import Proof
from parsers.numbers import Figure, Mark

# How likely a column of this role is to hold the figure, before any arithmetic.
_QUANTITY = {"quantity": 3.0, "sizes": 2.9, "unit": 1.0, None: 0.4, "ignore": 0.3, "number": 0.05}
_PRICE = {"unit_price": 3.0, "list_price": 1.2, None: 0.5, "ignore": 0.1, "unit": 0.6, "amount": 0.4}
_AMOUNT = {"amount": 3.0, None: 0.5, "unit_price": 0.3, "ignore": 0.1, "list_price": 0.1}
_FILLED = 0.6
_MOST = 10.3  # what arithmetic and the lesser signs can add to the headings of a choice
_SAMPLE = 120


@dataclass(frozen=True)
class Choice:
    """Column numbers of the key figures of a table, and how many of its items they prove exactly or nearly."""

    quantity: int | None
    price: int | None
    amount: int | None
    discount: int | None
    per: int | None
    exact: int
    nearly: int


Table = dict[int, list[Figure | None]]


def choose(items: Sequence[Item], mark: Mark) -> Choice:
    """The best choice of columns for items that stand under the same head."""
    sample = items[:_SAMPLE]
    columns = sample[0].columns
    every = [*range(len(columns)), *([SIZES] if sample[0].of("size") else [])]
    figures: Table = {at: [item.figure(at, mark) for item in sample] for at in every}
    filled = {at: found for at, found in figures.items() if sum(f is not None for f in found) >= _FILLED * len(sample)}
    roles = {at: columns[at].role if at != SIZES else "sizes" for at in every}
    is_named = any(roles[at] == "quantity" for at in filled)
    counting = {role: weight for role, weight in _QUANTITY.items() if not (is_named and role == "number")}
    best: tuple[float, Choice] | None = None
    for quantity, price, amount in product(
        _ranked(filled, roles, counting), _ranked(filled, roles, _PRICE), _ranked(filled, roles, _AMOUNT)
    ):
        if len({quantity, price, amount}) < 3:  # noqa: PLR2004 - three columns
            continue
        likely = _QUANTITY[roles[quantity]] + _PRICE[roles[price]] + _AMOUNT[roles[amount]]
        if best is not None and _MOST + likely <= best[0]:
            continue  # were every item proven, the best would still be better
        for discount, per in product(_optional(figures, roles, "discount"), _optional(figures, roles, "price_per")):
            exact, nearly = _count(figures, (quantity, price, amount), discount, per)
            score = 10 * (exact + 0.9 * nearly) / len(sample)
            score += likely
            score += 0.2 * (discount is None) + 0.1 * (per is not None) - 0.01 * (price + amount)
            if best is None or score > best[0]:
                best = score, Choice(quantity, price, amount, discount, per, exact, nearly)
    if best and best[1].exact + best[1].nearly > 0:
        return best[1]
    return _by_heading(figures, roles)


def _ranked(filled: Table, roles: dict[int, str | None], prior: dict[str | None, float]) -> list[int]:
    fit = [at for at in filled if roles[at] in prior]
    return sorted(fit, key=lambda at: -prior[roles[at]])[:6]


def _optional(figures: Table, roles: dict[int, str | None], role: str) -> list[int | None]:
    return [None, *(at for at, found in figures.items() if roles[at] == role and any(found))]


def _count(figures: Table, key: tuple[int, int, int], discount: int | None, per: int | None) -> tuple[int, int]:
    """How many items this choice proves exactly, and nearly."""
    quantity, price, amount = key
    counted: Counter[Proof] = Counter()
    for row in range(len(figures[quantity])):
        q, p, a = figures[quantity][row], figures[price][row], figures[amount][row]
        if q is None or p is None or a is None or (not a.value and not q.value):
            continue
        off = figures[discount][row] if discount is not None else None
        by = figures[per][row] if per is not None else None
        counted[prove(q, p, a, off, by)] += 1
    return counted[Proof.EXACT], counted[Proof.NEARLY]


def prove(
    quantity: Figure, price: Figure, amount: Figure, discount: Figure | None = None, per: Figure | None = None
) -> Proof:
    """Whether one item's figures agree; a discount may be a rate, an amount a piece, or an amount off the line."""
    each = per.value if per is not None and per.value > 0 else Decimal(1)
    if discount is None or not discount.value:
        return proof.line(quantity.value, price.value, amount.value, per=each)
    rate = proof.line(quantity.value, price.value, amount.value, per=each, discount=abs(discount.value))
    piece = proof.line(quantity.value, price.value - abs(discount.value), amount.value, per=each)
    whole = proof.line(quantity.value, price.value, amount.value + abs(discount.value), per=each)
    return max(rate, piece, whole)


def _by_heading(figures: Table, roles: dict[int, str | None]) -> Choice:
    """Without arithmetic the headings alone speak, and only for columns that hold figures."""

    def first(role: str) -> int | None:
        fit = [at for at, found in figures.items() if roles[at] == role and any(f is not None for f in found)]
        return max(fit, key=lambda at: sum(f is not None for f in figures[at]), default=None)

    counted = [at for role in ("quantity", "sizes", "unit") if (at := first(role)) is not None]
    amount = first("amount")
    if amount is not None and figures[amount] == figures.get(SIZES):
        amount = None  # a "total" of pieces
    return Choice(counted[0] if counted else None, first("unit_price"), amount, None, None, 0, 0)
