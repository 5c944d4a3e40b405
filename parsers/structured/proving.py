"""Whether an order in an exact format proves itself: lines, sums and counts; what does not hold is a doubt."""

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

from desk import errors, money
from desk.reading import Doubt, Kind, Reading
from parsers import numbers
from parsers.form import proof
from parsers.structured import draft
from parsers.structured.draft import Draft, Item

_CENTS = 2
_DIGITS = 80  # figures of any length that the formats allow multiply and add exactly
_MOST = 40  # doubts of one order; no person settles more one by one
_TOLD = 5  # lines named one by one in the doubts; the rest are counted
_ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.ORDER_CHANGE, Kind.ORDER_CANCELLATION})


def reading(drafts: Sequence[Draft], *, ours: tuple[str, ...], also: Sequence[Doubt] = ()) -> Reading:
    """One Reading of all orders of a file; `also` are doubts about the file itself."""
    proven = [prove(one, ours) for one in drafts]
    for one in drafts:
        if len(one.doubts) > _MOST:
            rest = len(one.doubts) - _MOST
            one.doubts[_MOST:] = [
                Doubt("lines", f"{rest} more doubts like these stand in the order; look at it whole.")
            ]
    doubts = tuple(doubt for one in drafts for doubt in one.doubts) + tuple(also)
    numbered = Counter(one.order.po_number for one in drafts)
    for number in (number for number, count in numbered.items() if count > 1):
        doubts += (Doubt("po_number", f"{numbered[number]} orders in the file bear the number {number}; which hold?"),)
    kinds = [one.kind for one in drafts]
    kind = Kind.PURCHASE_ORDER if Kind.PURCHASE_ORDER in kinds else kinds[0]
    if len(set(kinds)) > 1:
        why = "The file holds orders and changes or cancellations of orders together; a person must part them."
        doubts += (Doubt("kind", why, tuple(dict.fromkeys(kinds))),)
    return Reading(kind, tuple(one.whole() for one in drafts), doubts, touchless=all(proven) and not doubts)


def prove(one: Draft, ours: tuple[str, ...] = ()) -> bool:
    """Adds the proofs and doubts of this order; True where the promise of a touchless order may be given."""
    with localcontext() as exact:
        exact.prec = _DIGITS
        return _prove(one, ours)


def _prove(one: Draft, ours: tuple[str, ...]) -> bool:
    _header(one, ours)
    if one.kind not in _ORDERS or not one.items:
        return False
    is_priced = any(item.line.unit_price is not None or item.line.amount is not None for item in one.items)
    if not is_priced:
        one.proofs.append("no line states a price: the order is unpriced")
    _quantities(one)
    _codes(one)
    _earliest(one)
    holds = is_priced and _prices(one) and _lines(one)
    holds = _sums(one, is_priced=is_priced) and holds
    order = one.order
    is_whole = None not in (order.po_number, order.order_date, order.currency)
    return holds and is_whole and not one.doubts and one.kind is Kind.PURCHASE_ORDER


def _header(one: Draft, ours: tuple[str, ...]) -> None:
    if one.order.po_number is None:
        one.doubt("po_number", "What is the number of this order? The message states none.")
    if one.order.order_date is None and one.kind is not Kind.ORDER_CANCELLATION:
        one.doubt("order_date", "What is the order date? The message states none.")
    if not one.items and one.kind is Kind.PURCHASE_ORDER:
        one.doubt("lines", "What is ordered? The message holds no lines.")
    buyer = one.order.buyer.name if one.order.buyer else None
    if buyer and any(_folded(name) == _folded(buyer) for name in ours):
        one.doubt("buyer.name", f"Who orders? The message names {buyer}, which is ourselves, as the buyer.")
    days = (one.order.order_date, one.order.requested_date)
    if days[0] and days[1] and days[0] > days[1]:
        why = f"The order is dated {days[0]:%d %B %Y} but wanted on {days[1]:%d %B %Y}; which day is right?"
        one.doubt("order_date", why, f"{days[0]:%Y-%m-%d}", f"{days[1]:%Y-%m-%d}")


def _earliest(one: Draft) -> None:
    """The day of the first goods, where only lines state days."""
    days = [(item.line.requested_date, item.shown["requested_date"]) for item in one.items if item.line.requested_date]
    if days and one.order.requested_date is None:
        one.say("requested_date", *min(days))


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _quantities(one: Draft) -> None:
    missing = [at for at, item in enumerate(one.items) if item.line.quantity is None]
    _each(one, missing, "quantity", "How many are ordered? The line states no quantity.")
    odd = [at for at, item in enumerate(one.items) if item.line.quantity is not None and item.line.quantity <= 0]
    if one.kind is Kind.PURCHASE_ORDER:
        _each(one, odd, "quantity", "Is the quantity meant? It is not above zero.")
    nameless = [
        at
        for at, item in enumerate(one.items)
        if not (item.line.sku or item.line.buyer_sku or item.line.gtin or item.line.description)
    ]
    _each(one, nameless, "sku", "Which product is it? The line states neither a number nor words.")


def _codes(one: Draft) -> None:
    bad = draft.bad_gtins(one.items)
    for at, code in bad[:_TOLD]:
        one.doubt(f"lines.{at}.gtin", f"Is {code} the GTIN of line {at + 1}? Its check digit does not hold.", code)
    if not bad and any(item.line.gtin for item in one.items):
        one.proofs.append("the check digits of all GTINs hold")


def _prices(one: Draft) -> bool:
    missing = [at for at, item in enumerate(one.items) if item.line.unit_price is None]
    _each(one, missing, "unit_price", "What is the price? Other lines state one, this line does not.")
    negative = [at for at, item in enumerate(one.items) if (item.line.unit_price or 0) < 0]
    _each(one, negative, "unit_price", "Is the price meant? It is below zero.")
    if one.order.currency is None:
        one.doubt("currency", "Which currency are the prices in? The message states none.")
    elif _places(one.order.currency) is None:
        one.doubt("currency", f"Which currency is {one.order.currency}? It is no code of ISO 4217.")
    return not missing


def _lines(one: Draft) -> bool:
    """Quantity x price is the amount, wherever an amount is stated."""
    stated = [(at, item) for at, item in enumerate(one.items) if item.line.amount is not None]
    wrong = [at for at, item in stated if not _holds(item)]
    _each(one, wrong, "amount", "Which figure is right? Quantity x price does not give the stated amount.")
    held = {at for at, _ in stated} - set(wrong)
    mixed = [at for at, item in enumerate(one.items) if _is_mixed(item) and at not in held]
    _each(one, mixed, "unit_price", "What is the price for? It is stated for another unit than the quantity.")
    if stated:
        one.proofs.append(f"quantity x price is the amount on {len(stated) - len(wrong)} of {len(stated)} lines")
    return not wrong


def _is_mixed(item: Item) -> bool:
    return bool(item.basis and item.line.unit and item.line.unit_price and item.basis != item.line.unit)


def _holds(item: Item) -> bool:
    line = item.line
    if line.quantity is None or line.unit_price is None or line.amount is None:
        return False
    before = line.amount + (line.discount or 0) - item.charge
    return proof.line(line.quantity, line.unit_price, before, per=line.price_per or Decimal(1)) is proof.Proof.EXACT


def _sums(one: Draft, *, is_priced: bool) -> bool:
    """The lines lead to the subtotal, and with tax, freight and discount to the total."""
    order = one.order
    if order.subtotal is None and order.total is None:
        if is_priced and not one.is_counted:
            one.doubt("total", "What does the order come to? The message states neither a total nor a count of lines.")
        return one.is_counted
    goods, slack = _goods(one)
    holds = goods is not None
    if goods is not None and order.subtotal is not None:
        holds = _compare(one, "subtotal", goods, order.subtotal, slack)
    if goods is not None and order.total is not None:
        start = order.subtotal if order.subtotal is not None else goods
        reached = start + (order.tax or 0) + (order.shipping or 0) + one.charges - (order.discount or 0)
        holds = _compare(one, "total", reached, order.total, slack if order.subtotal is None else 0) and holds
    if goods is None and not is_priced:
        one.doubt("total", "The message states a total but no price that leads to it; which prices are meant?")
    return holds


def _compare(one: Draft, name: str, reached: Decimal, stated: Decimal, slack: Decimal | int) -> bool:
    step = _step(one)
    # Only what was never rounded may differ by what rounding takes.
    is_exact = reached == reached.quantize(step, ROUND_HALF_UP)
    if abs(reached - stated) <= slack + (0 if is_exact else step / 2):
        one.proofs.append(f"the lines lead to the stated {name} of {numbers.plain(stated)}")
        return True
    why = f"The lines lead to {numbers.plain(reached)}, but the message states a {name} of {numbers.plain(stated)}"
    one.doubt(name, f"{why}; which is right?", numbers.plain(stated), numbers.plain(reached))
    return False


def _goods(one: Draft) -> tuple[Decimal | None, Decimal]:
    """What the lines come to, and how far rounding each line, rather than the sum, may move it."""
    step = _step(one)
    total, slack = Decimal(0), Decimal(0)
    for item in one.items:
        line = item.line
        if line.amount is not None:
            total += line.amount
            continue
        if line.quantity is None or line.unit_price is None:
            return None, slack
        exact = line.quantity * line.unit_price / (line.price_per or 1) - (line.discount or 0) + item.charge
        rounded = exact.quantize(step, ROUND_HALF_UP)
        total += rounded
        slack += abs(rounded - exact)
    return total, slack


def _step(one: Draft) -> Decimal:
    """The smallest sum of the order's currency; a hundredth where that is not known."""
    places = _places(one.order.currency)
    return Decimal(1).scaleb(-(_CENTS if places is None else places))


def _places(currency: str | None) -> int | None:
    try:
        return money.places(currency) if currency else None
    except errors.MoneyError:
        return None


def _each(one: Draft, lines: Sequence[int], name: str, why: str) -> None:
    """The same doubt on several lines: the first few each, the rest in one."""
    for at in lines[:_TOLD]:
        one.doubt(f"lines.{at}.{name}", f"Line {at + 1}: {why}")
    if len(lines) > _TOLD:
        one.doubt("lines", f"{len(lines) - _TOLD} more lines, {lines[_TOLD] + 1} the first of them: {why}")
