"""What makes an order good enough to go on without a person: nothing that speaks against it is left."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desk import catalogue, drafting, money, parties, policy, reading, versions


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that is known when an order comes in.

    `unbelieved` is "" where the sender can be believed, else why not; `rivals` has, for each line, the products
    that its wording might mean, and `reasons`, where given, why none was chosen ("prints …"); `earlier` is an order
    of this buyer that already carries the PO number, or "".
    """

    read: reading.Reading
    stated: reading.Order
    draft: drafting.Draft
    buyer: parties.Buyer | None
    unbelieved: str
    rivals: tuple[tuple[str, ...], ...]
    earlier: str = ""
    reasons: tuple[str, ...] = ()


def doubts(case: Case, rules: policy.Policy) -> tuple[reading.Doubt, ...]:
    """Every reason for a person to look, most telling first; none means that the order may go on by itself."""
    found = (
        *case.read.doubts,
        *_unproven(case),
        *_about_the_buyer(case),
        *_about_the_sums(case),
        *_about_the_lines(case, rules),
    )
    return tuple(dict.fromkeys(found)) or _held_back(rules)


def _held_back(rules: policy.Policy) -> tuple[reading.Doubt, ...]:
    if rules.autonomous:
        return ()
    return (reading.Doubt("order", "The policy asks a person to look at every order."),)


def _unproven(case: Case) -> Iterator[reading.Doubt]:
    if not case.read.touchless and not case.read.doubts:
        yield reading.Doubt("order", "The document does not prove its own figures.")
    if not case.stated.lines:
        yield reading.Doubt("lines", "No items were found.")


def _about_the_buyer(case: Case) -> Iterator[reading.Doubt]:
    if case.buyer is None:
        yield reading.Doubt("buyer", "The sender is no buyer that we know.")
    if case.unbelieved:
        yield reading.Doubt("buyer", case.unbelieved)
    if case.earlier:
        yield reading.Doubt("po_number", f"Order {case.earlier} already carries this PO number, with other contents.")
    currency = case.draft.version.currency
    if case.buyer and case.buyer.currency and case.buyer.currency != currency:
        why = f"The order is in {currency}; {case.buyer.name} agreed on {case.buyer.currency}."
        yield reading.Doubt("currency", why, (currency, case.buyer.currency))


def _about_the_sums(case: Case) -> Iterator[reading.Doubt]:
    version = case.draft.version
    for name, printed, ours in (
        ("subtotal", case.stated.subtotal, version.subtotal),
        ("total", case.stated.total, version.total),
    ):
        if printed is not None and money.rounded(printed, version.currency) != ours:
            why = f"The document prints a {name} of {printed}; its lines and charges come to {ours.amount}."
            yield reading.Doubt(name, why, (str(printed), str(ours.amount)))


def _about_the_lines(case: Case, rules: policy.Policy) -> Iterator[reading.Doubt]:
    tier = case.buyer.tier if case.buyer else ""
    reasons = case.reasons or ("",) * len(case.rivals)
    lines = zip(case.draft.version.lines, case.draft.products, case.rivals, reasons, strict=True)
    for line, product, rivals, reason in lines:
        if product is None:
            yield _unmatched(f"lines.{line.position - 1}", line, rivals, reason)
        yield from about_line(line, product, currency=case.draft.version.currency, tier=tier, rules=rules)
    yield from _about_the_discounts(case)


def about_line(
    line: versions.Line, product: catalogue.Product | None, *, currency: str, tier: str, rules: policy.Policy
) -> Iterator[reading.Doubt]:
    """What speaks against a line, given the product of ours that it is about (None: not settled yet)."""
    yield from _about_the_quantity(f"lines.{line.position - 1}", line, product, rules)
    if product is not None:
        yield from _about_the_price(line, product, tier, currency, rules.tolerance)


def _about_the_discounts(case: Case) -> Iterator[reading.Doubt]:
    """A discount on a line that prints no amount: what the line then costs would be our guess."""
    for place, line in enumerate(case.stated.lines):
        if line.discount and line.amount is None:
            why = f"Line {place + 1} has a discount of {line.discount}, but prints no amount that shows what it means."
            yield reading.Doubt(f"lines.{place}.discount", why)


def _about_the_quantity(
    place: str, line: versions.Line, product: catalogue.Product | None, rules: policy.Policy
) -> Iterator[reading.Doubt]:
    named = f"Line {line.position}"
    if line.quantity <= 0:
        yield reading.Doubt(f"{place}.quantity", f"{named} asks for {line.quantity}; we can only sell more than none.")
    elif line.quantity > rules.largest_quantity:
        why = f"{named} asks for {line.quantity:,}; the policy takes more than {rules.largest_quantity:,} for a slip."
        yield reading.Doubt(f"{place}.quantity", why)
    elif product and line.quantity < product.minimum:
        why = f"{named} asks for {line.quantity} of {product.sku}; the least we sell is {product.minimum}."
        yield reading.Doubt(f"{place}.quantity", why, (str(line.quantity), str(product.minimum)))
    elif product and line.quantity % product.multiple:
        up = (line.quantity // product.multiple + 1) * product.multiple
        why = f"{named} asks for {line.quantity} of {product.sku}, which comes in packs of {product.multiple}."
        yield reading.Doubt(f"{place}.quantity", why, (str(line.quantity), str(up)))


def _unmatched(place: str, line: versions.Line, rivals: tuple[str, ...], reason: str) -> reading.Doubt:
    if reason:
        return reading.Doubt(f"{place}.sku", f"Line {line.position} {reason}.", rivals)
    asked = line.buyer_sku or line.description or "no wording"
    might = " or ".join(rivals[:3])
    why = f"Line {line.position} ({asked}) " + (f"might be {might}." if rivals else "is nothing in our catalogue.")
    return reading.Doubt(f"{place}.sku", why, rivals)


def _about_the_price(
    line: versions.Line,
    product: catalogue.Product,
    tier: str,
    currency: str,
    tolerance: catalogue.Tolerance,
) -> Iterator[reading.Doubt]:
    field = f"lines.{line.position - 1}.unit_price"
    if product.currency != currency:
        why = f"Line {line.position}: our price for {product.sku} is in {product.currency}, the order in {currency}."
        yield reading.Doubt(field, why)
        return
    ours = catalogue.price_for(product, tier=tier, quantity=line.quantity)
    if line.price is None:
        why = f"Line {line.position} has an amount but no price; ours for {product.sku} is {_each(ours, product.per)}."
        yield reading.Doubt(field, why, (str(ours),))
    elif not catalogue.agrees(line.price / line.per, ours / product.per, tolerance):
        asked = _each(line.price, line.per)
        why = f"Line {line.position}: the buyer pays {asked} for {product.sku}; agreed is {_each(ours, product.per)}."
        yield reading.Doubt(field, why, (str(line.price), str(ours)))


def _each(price: Decimal, per: Decimal) -> str:
    return str(price) if per == 1 else f"{price} per {per:,}"
