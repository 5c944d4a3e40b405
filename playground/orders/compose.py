"""An order in the words of its buyer's form: facts, parties, table, sums, notes."""

import functools
import random
from datetime import date
from decimal import Decimal

from playground.orders import cells
from playground.orders.figures import rounded
from playground.orders.look import Look
from playground.orders.order import Order
from playground.orders.paper import Block, Paper
from playground.orders.people import Company

TERMS = (
    "1. The supplier shall deliver the goods on the date and to the place named in the order.",
    "2. Title passes on delivery; risk passes when the goods have been inspected and accepted.",
    "3. The buyer may cancel any part of the order that is more than 14 days late, at no cost.",
    "4. Invoices are paid 45 days after receipt, without prejudice to claims of up to 5 % of the order's value.",
    "5. The supplier keeps drawings, samples and prices confidential for 3 years.",
    "6. Variations bind the buyer only where they were agreed in writing by its purchasing department.",
    "7. Goods must bear the marks and carry the documents that the law of the destination asks for.",
    "8. The courts at the buyer's seat decide; the UN convention on the sale of goods does not apply.",
)


def compose(order: Order, look: Look, chance: random.Random) -> Paper:
    """The purchase order itself."""
    word = look.words
    title = f"{word['title']} {order.number}" if look.number_in_title else word["title"]
    return Paper(
        title=title,
        letterhead=letterhead(look),
        facts=tuple(_facts(order, look)),
        blocks=tuple(_blocks(look)),
        columns=cells.columns(order, look),
        rows=tuple(cells.rows(order, look, chance)),
        sums=tuple((label, text) for label, text, _ in sums(order, look)),
        raw_sums=tuple(figure for _, _, figure in sums(order, look)),
        notes=(word["notes"],) if look.has_notes else (),
        terms=(word["terms_title"], *TERMS) if look.has_terms_page else (),
        running=f"{look.buyer.name}   {title}" + ("" if look.number_in_title else f" {order.number}"),
        page_words=word["page"] if look.running != "none" else "",
        carried=(word["carried"], word["brought"]) if look.carries else ("", ""),
        continued=word["continued"],
        banner=word["confidential"] if look.watermark else "",
        signature=word["signature"] if look.stamp else "",
        hello=(word["hello"], "", word["please"]),
        legal=f"{look.buyer.name} · {look.buyer.tax_id} · IBAN XX{look.buyer.tax_id[2:]} · {look.buyer.phone}"
        if look.legal
        else "",
        thanks=(word["thanks"], look.buyer.contact, look.buyer.name),
    )


def letterhead(look: Look) -> tuple[str, ...]:
    """The buyer's own lines; where the buyer has a block of its own the letterhead may be missing."""
    if look.letterhead == "none" and "buyer" in look.roles:
        return ()
    return (look.buyer.name, *look.buyer.address, f"{look.words['phone']} {look.buyer.phone}", look.buyer.email)


def _facts(order: Order, look: Look) -> list[tuple[str, str]]:
    word = look.words
    day = functools.partial(_day, look=look)
    facts: list[tuple[str, str]] = []
    if look.joined_facts and not look.number_in_title:
        facts.append(
            (f"{word['po_number']} / {word['order_date']}", f"{order.number} / {look.figures.date(order.day)}")
        )
    else:
        if not look.number_in_title:
            facts.append((word["po_number"], order.number))
        facts.append((word["order_date"], day(order.day)))
    if look.has_due and order.due:
        facts.append((word["requested_date"], look.figures.date(order.due)))
    if look.has_terms:
        facts.append((word["payment_terms"], _terms(look)))
    if look.currency_in == "fact":
        facts.append((word["currency"], look.place.currency))
    if look.has_contact:
        facts.append((word["contact"], look.buyer.contact))
    if look.has_shipping_terms:
        facts.append((word["shipping_terms"], word["shipping_value"]))
    return facts + [(word[key], _decoy(key, order, look)) for key in look.decoys]


def _day(day: date, *, look: Look) -> str:
    """The order's date, with a time of day where the form has one."""
    return f"{look.figures.date(day)} 1{day.day % 10}:{day.day + 20}" if look.timed else look.figures.date(day)


def _terms(look: Look) -> str:
    terms = look.place.terms
    return terms[len(look.buyer.name) % len(terms)]


def _decoy(key: str, order: Order, look: Look) -> str:
    """Another number or date that stands near those of the order and is neither."""
    match key:
        case "tax_id":
            return look.buyer.tax_id
        case "phone":
            return look.buyer.phone
        case "vendor_number":
            return look.vendor.tax_id[-6:]
        case "prepared":
            return f"{look.figures.date(order.day)} 1{look.vendor.phone[-1]}:47"
        case _:
            return f"Q-{look.vendor.phone[-4:]}"


def _blocks(look: Look) -> list[Block]:
    """Who is named in a block of its own."""
    who = {"vendor": look.vendor, "ship_to": look.ship_to, "bill_to": look.buyer, "buyer": look.buyer}
    return [Block(look.words[role], _lines(who[role], role)) for role in look.roles]


def _lines(company: Company, role: str) -> tuple[str, ...]:
    more = (company.email,) if role == "vendor" and len(company.name) % 2 else ()
    return (company.name, *company.address, *more)


def sums(order: Order, look: Look) -> list[tuple[str, str, Decimal]]:
    """Label, words and figure of each sum below the table."""
    if order.total is None or order.subtotal is None:
        return []
    word, out = look.words, []
    extras = [one for one in (order.discount, order.shipping, order.tax) if one is not None]
    if extras or look.taxed:
        out.append((word["subtotal"], order.subtotal))
    if order.discount is not None:
        out.append((f"{word['header_discount']} {order.discount_rate}%", -order.discount))
    if order.shipping is not None:
        out.append((word["shipping"], order.shipping))
    out.extend(_taxes(order, look))
    if order.round_off is not None:
        out.append(("Round off", order.round_off))
    out.append((total_label(look), order.total))
    last = len(out) - 1
    return [
        (label, cells.money(figure, look, total=place == last), figure) for place, (label, figure) in enumerate(out)
    ]


def _taxes(order: Order, look: Look) -> list[tuple[str, Decimal]]:
    """One row, two halves, or a row of nothing."""
    if order.tax is None:
        return []
    if look.halves and order.tax:
        half = look.figures.number(order.rate / 2, 1)
        first = rounded(order.tax / 2, look.place.places)
        return [(f"CGST {half}%", first), (f"SGST {half}%", order.tax - first)]
    rate = look.figures.number(order.rate, max(0, -int(order.rate.normalize().as_tuple().exponent)))
    label = look.words["tax"]
    return [(label.format(rate=rate) if "{" in label else label, order.tax)]


def total_label(look: Look) -> str:
    """What the last sum is called, with the currency where the form prints it there."""
    label = look.words["total"]
    if "{currency}" in label:
        return label.format(currency=look.place.currency if look.currency_in == "total" else "").strip()
    return f"{label} {look.place.currency}" if look.currency_in == "total" else label
