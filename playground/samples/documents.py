"""A document in words, before it has a place on paper: letterhead, facts, parties, a table, sums, notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from playground.samples import truths, world
from playground.samples.layouts import Layout

PATIENCE = timedelta(days=30)
NUMERIC = frozenset({"quantity", "unit_price", "amount"})


@dataclass(frozen=True, slots=True)
class Table:
    """Items; `columns` names what each column holds, `headings` and each row are as long as it."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Words in their places."""

    title: str
    letterhead: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, tuple[str, ...]], ...]
    table: Table | None = None
    sums: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def order(truth: truths.Truth, layout: Layout) -> Document:
    """The purchase order itself, on the buyer's paper."""
    facts = [
        (layout.word("po_number"), truth.po_number),
        (layout.word("order_date"), layout.date(truth.order_date)),
        *_if_any(layout.word("requested_date"), layout.date(truth.requested_date) if truth.requested_date else None),
        (layout.word("payment_terms"), truth.payment_terms),
        (layout.word("currency"), truth.currency),
        (layout.word("contact"), truth.contact.name),
    ]
    return Document(
        title=layout.word("order"),
        letterhead=(truth.buyer.name, *truth.buyer.address, truth.contact.email),
        facts=tuple(facts),
        parties=_parties(truth, layout),
        table=_items(truth, layout, layout.columns),
        sums=_sums(truth, layout),
        notes=(layout.word("note"),),
    )


def invoice(truth: truths.Truth, layout: Layout, *, number: str = "INV-20931") -> Document:
    """A bill for the order, on the seller's paper: it names the PO and orders nothing."""
    facts = (
        (layout.word("invoice_number"), number),
        (layout.word("order_date"), layout.date(truth.order_date)),
        (layout.word("due_date"), layout.date(truth.order_date + PATIENCE)),
        (layout.word("po_number"), truth.po_number),
        (layout.word("payment_terms"), truth.payment_terms),
    )
    return Document(
        title=layout.word("invoice"),
        letterhead=_seller(),
        facts=facts,
        parties=((layout.word("buyer"), (truth.buyer.name, *truth.buyer.address)),),
        table=_items(truth, layout, layout.columns),
        sums=_sums(truth, layout),
        notes=("Please pay by bank transfer and quote the invoice number.",),
    )


def quotation(truth: truths.Truth, layout: Layout, *, number: str = "Q-3318") -> Document:
    """An offer from the seller: prices, and nothing ordered yet."""
    facts = (
        (layout.word("quotation_number"), number),
        (layout.word("order_date"), layout.date(truth.order_date)),
        (layout.word("valid_until"), layout.date(truth.order_date + PATIENCE)),
    )
    return Document(
        title=layout.word("quotation"),
        letterhead=_seller(),
        facts=facts,
        parties=((layout.word("buyer"), (truth.buyer.name, *truth.buyer.address)),),
        table=_items(truth, layout, layout.columns),
        sums=_sums(truth, layout),
        notes=("This quotation is not an order. To order, send us your purchase order.",),
    )


def packing_list(truth: truths.Truth, layout: Layout, *, number: str = "DN-5521") -> Document:
    """What is in the cartons: quantities without prices, on the seller's paper."""
    columns = tuple(column for column in layout.columns if column not in {"unit_price", "amount"})
    facts = (
        (layout.word("packing_number"), number),
        (layout.word("order_date"), layout.date(truth.order_date)),
        (layout.word("po_number"), truth.po_number),
    )
    return Document(
        title=layout.word("packing"),
        letterhead=_seller(),
        facts=facts,
        parties=((layout.word("ship_to"), truth.buyer.ship_to),),
        table=_items(truth, layout, columns),
        notes=("Please check the goods on arrival.",),
    )


def remittance(truth: truths.Truth, layout: Layout) -> Document:
    """What the buyer says that it has paid."""
    rows = (("INV-20931", layout.date(truth.order_date), layout.figure(truth.total)),)
    return Document(
        title=layout.word("remittance"),
        letterhead=(truth.buyer.name, *truth.buyer.address),
        facts=((layout.word("order_date"), layout.date(truth.order_date + PATIENCE)),),
        parties=((layout.word("vendor"), _seller()),),
        table=_table(("invoice_number", "order_date", "amount"), rows, layout),
        sums=((layout.word("total"), layout.sum(truth.total, truth.currency)),),
        notes=("We have today instructed our bank to pay the amount above.",),
    )


def blank_form(buyer: world.Buyer, layout: Layout, *, rows: int = 12) -> Document:
    """An order form that nobody has filled in."""
    keys = ("po_number", "order_date", "requested_date", "payment_terms")
    return Document(
        title=layout.word("order"),
        letterhead=(buyer.name, *buyer.address),
        facts=tuple((layout.word(key), "") for key in keys),
        parties=((layout.word("vendor"), ("",)), (layout.word("ship_to"), ("",))),
        table=_table(layout.columns, (("",) * len(layout.columns),) * rows, layout),
        sums=((layout.word("total"), ""),),
        notes=(layout.word("note"),),
    )


def newsletter() -> Document:
    """Somebody's advertising, with prices in it and nothing to order."""
    return Document(
        title="Autumn news from the workshop",
        letterhead=("Fernhollow Craft Fairs", "hello@fernhollow.example"),
        facts=(),
        parties=(),
        notes=(
            "Our winter fair opens on 28 November with 140 stalls and free parking.",
            "Stands from 95.00 a day; book two days and save 10 %.",
            "Read more on our pages, or unsubscribe at any time.",
        ),
    )


def cells(truth: truths.Truth, layout: Layout, columns: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Each line of the order as the words of these columns."""
    return tuple(
        tuple(_cell(line, place, column, layout) for column in columns)
        for place, line in enumerate(truth.lines, start=1)
    )


def _cell(line: truths.TruthLine, place: int, column: str, layout: Layout) -> str:
    match column:
        case "number":
            return str(place)
        case "quantity":
            return layout.figure(line.quantity, 0)
        case "unit_price":
            return layout.figure(line.unit_price)
        case "amount":
            return layout.figure(line.amount)
        case _:
            return str(getattr(line, column) or "")


def _items(truth: truths.Truth, layout: Layout, columns: tuple[str, ...]) -> Table:
    return _table(columns, cells(truth, layout, columns), layout)


def _table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], layout: Layout) -> Table:
    return Table(columns, tuple(layout.word(column) for column in columns), rows)


def _parties(truth: truths.Truth, layout: Layout) -> tuple[tuple[str, tuple[str, ...]], ...]:
    vendor = (layout.word("vendor"), (truth.vendor_name, *world.SELLER.address))
    ship_to = (layout.word("ship_to"), truth.buyer.ship_to)
    return (vendor, ship_to) if layout.vendor_first else (ship_to, vendor)


def _sums(truth: truths.Truth, layout: Layout) -> tuple[tuple[str, str], ...]:
    return tuple((layout.word(name), layout.sum(figure, truth.currency)) for name, figure in truth.sums)


def _seller() -> tuple[str, ...]:
    return (world.SELLER.name, *world.SELLER.address, world.SELLER.email)


def _if_any(label: str, value: str | None) -> list[tuple[str, str]]:
    return [(label, value)] if value else []
