"""What a person of ours decides about an order, whichever door the word came through."""

from collections.abc import Callable
from decimal import Decimal

from bot import office
from bot.flows import tell
from desk import approval, catalogue, errors, orders, taking
from store import unit


def take_as_read(desk: office.Office, number: str, *, by: str) -> orders.Order:
    """A person looked and takes the order as it stands."""

    def rule(order: orders.Order) -> orders.Step:
        tier = approval.tier_for(order.version.total, desk.rules.tiers, desk.rules.rates)
        return approval.take_as_read(order, tier, by=by, at=desk.now())

    return _decide(desk, number, rule)


def settle(
    desk: office.Office, number: str, position: int, sku: str, *, price: Decimal | None, by: str
) -> orders.Order:
    """A person says which product a line is about; what this buyer calls it is remembered for the next order."""
    with desk.store.unit() as books:
        order = _order(books, number)
        product = _product(books, sku)
        buyer = books.parties.get(order.buyer_id) if order.buyer_id else None
        tier = buyer.tier if buyer else ""
        settled = taking.Settled(position, product, price)
        step = taking.settle(order, settled, desk.rules, tier=tier, by=by, at=desk.now())
        theirs = order.version.lines[position - 1].buyer_sku
        if buyer and theirs:
            books.catalogue.teach(buyer.id, theirs, product.sku, by=by, at=desk.now())
        return tell.tell(desk, books, step)


def set_aside(desk: office.Office, number: str, *, by: str) -> orders.Order:
    """This is no order for us."""
    return _decide(desk, number, lambda order: orders.set_aside(order, by=by, at=desk.now()))


def take_up_again(desk: office.Office, number: str, *, by: str) -> orders.Order:
    """Undo a setting aside."""
    return _decide(desk, number, lambda order: orders.take_up_again(order, by=by, at=desk.now()))


def approve(desk: office.Office, number: str, *, by: str, version: int | None = None) -> orders.Order:
    """A manager says yes to the version that was shown (None: the current one)."""
    return _decide(desk, number, lambda order: approval.approve(_shown(order, version), by=by, at=desk.now()))


def decline(desk: office.Office, number: str, *, by: str, reason: str, version: int | None = None) -> orders.Order:
    """A manager says no."""
    return _decide(
        desk,
        number,
        lambda order: approval.decline(_shown(order, version), by=by, reason=reason, at=desk.now()),
    )


def ask_again(desk: office.Office, number: str, *, by: str) -> orders.Order:
    """Send the confirmation once more and wait for the answer to it."""
    return _decide(desk, number, lambda order: approval.ask_again(order, by=by, at=desk.now()))


def cancel(desk: office.Office, number: str, *, by: str, reason: str) -> orders.Order:
    """Call the order off."""
    return _decide(desk, number, lambda order: orders.cancel(order, by=by, reason=reason, at=desk.now()))


def _decide(desk: office.Office, number: str, rule: Callable[[orders.Order], orders.Step]) -> orders.Order:
    with desk.store.unit() as books:
        step = rule(_order(books, number))
        return tell.tell(desk, books, step)


def _order(books: unit.Unit, number: str) -> orders.Order:
    order = books.orders.get(number)
    if order is None:
        raise errors.UnknownError("order", number, "`/po list` shows those that are open.")
    return order


def _product(books: unit.Unit, sku: str) -> catalogue.Product:
    found = books.catalogue.coded(sku)
    if len(found) != 1:
        like = f" It might be {' or '.join(product.sku for product in found[:3])}." if found else ""
        raise errors.UnknownError("product", sku, f"Write the SKU as it stands in the catalogue.{like}")
    return found[0]


def _shown(order: orders.Order, version: int | None) -> orders.Order:
    """Refuse a press on a card that shows another version than the one that stands."""
    if version is not None and version != order.version.number:
        raise errors.WrongStateError(order.number, f"at version {order.version.number} by now", "decided as shown")
    return order
