"""What a document prints, as the file beside it holds it: null is not printed."""

from decimal import Decimal

from playground.orders.look import Look
from playground.orders.order import Item, Order

Truth = dict[str, object]

# A sign that names its currency by itself, or with the buyer's country, which the address shows.
SIGNLESS = "none"


def of_order(order: Order, look: Look) -> Truth:
    """The truth of a purchase order in this form."""
    extras = any(one is not None for one in (order.discount, order.shipping, order.tax)) or look.taxed
    return {
        "kind": "purchase_order",
        "po_number": order.number,
        "order_date": order.day.isoformat(),
        "requested_date": order.due.isoformat() if look.has_due and order.due else None,
        "buyer_name": look.buyer.name,
        "vendor_name": look.vendor.name if "vendor" in look.roles else None,
        "ship_to": ", ".join((look.ship_to.name, *look.ship_to.address)) if "ship_to" in look.roles else None,
        "currency": look.place.currency if names_currency(look) else None,
        "payment_terms": _terms(look) if look.has_terms else None,
        "lines": [line for item in order.items for line in _lines(item, look)],
        "subtotal": _plain(order.subtotal) if extras or (look.totals_row and look.matrix == "none") else None,
        "tax": _plain(order.tax),
        "shipping": _plain(order.shipping),
        "total": _plain(order.total),
    }


def of_decoy(kind: str) -> Truth:
    """The truth of a paper that orders nothing."""
    return {"kind": kind, "po_number": None, "lines": []}


def names_currency(look: Look) -> bool:
    """Does anything on the paper tell the currency?"""
    if look.currency_in == "fact":
        return True
    if not look.priced:
        return False
    heading = look.currency_in == "heading" and ("amount" in look.columns or look.matrix != "none")
    return look.signed != SIGNLESS or heading or look.currency_in == "total"


def _lines(item: Item, look: Look) -> list[Truth]:
    if item.sizes:
        return [_line(item, look, Decimal(count), size) for size, count in item.sizes if count]
    return [_line(item, look, item.quantity, "")]


def _line(item: Item, look: Look, quantity: Decimal, size: str) -> Truth:
    sized = bool(item.sizes)
    shown = look.columns
    return {
        "sku": _sku(item, look),
        "description": item.ware.description,
        "variant": f"{item.colour} {size}" if sized else None,
        "quantity": _plain(quantity),
        "unit": look.words[item.ware.unit] if ("unit" in shown or look.counted) and not sized else None,
        "unit_price": _plain(item.price),
        "unit_price_alt": _plain(item.listed),
        "price_per": item.per if "price_per" in shown else None,
        "amount": _plain(item.amount) if "amount" in shown and not sized else None,
    }


def _sku(item: Item, look: Look) -> str | None:
    if item.sizes or "sku" in look.columns or look.detail in {"code_below", "code_inside"}:
        return item.ware.sku
    return item.ware.buyer_sku if "buyer_sku" in look.columns else None


def _terms(look: Look) -> str:
    terms = look.place.terms
    return terms[len(look.buyer.name) % len(terms)]


def _plain(figure: Decimal | None) -> str | None:
    return None if figure is None else f"{figure:f}"
