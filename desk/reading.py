"""What a reader understood of a document, with the evidence for each field and every doubt it has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a mail or a document is."""

    PURCHASE_ORDER = "purchase_order"
    ORDER_CHANGE = "order_change"
    ORDER_CANCELLATION = "order_cancellation"
    INQUIRY = "inquiry"
    REPLY = "reply"
    SUPPLIER_ACKNOWLEDGEMENT = "supplier_acknowledgement"
    SUPPLIER_INVOICE = "supplier_invoice"
    SHIP_NOTICE = "ship_notice"
    REMITTANCE = "remittance"
    BOUNCE = "bounce"
    AUTO_REPLY = "auto_reply"
    OTHER = "other"


class Intent(StrEnum):
    """What the new words of a reply mean."""

    APPROVE = "approve"
    REJECT = "reject"
    CHANGE = "change"
    QUESTION = "question"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field stands: part of the mail, page (from 1), box (x0, top, x1, bottom in points), literal words.

    `taught` says who taught the desk that it stands there, and when; "" where nobody had to.
    """

    part: str
    page: int
    text: str
    box: tuple[float, float, float, float] | None = None
    taught: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that a person must settle: the field path, one sentence, and what it might be, best first."""

    field: str
    why: str
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a document, as printed; `id` is a GLN, account or store number."""

    name: str | None = None
    contact: str | None = None
    email: str | None = None
    address: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One item as the document prints it; a None was not printed."""

    quantity: Decimal | None
    number: str | None = None
    sku: str | None = None
    buyer_sku: str | None = None
    gtin: str | None = None
    description: str | None = None
    variant: str | None = None
    unit: str | None = None
    unit_price: Decimal | None = None
    price_per: Decimal | None = None
    discount: Decimal | None = None
    amount: Decimal | None = None
    requested_date: date | None = None
    ship_to: Party | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order as a document states it.

    `evidence` goes from a field path ("po_number", "lines.3.quantity", lines counted from 0) to where it stands.
    `currency` is an ISO 4217 code, `discount` the document's own (positive: it lowers the total).
    """

    lines: tuple[Line, ...]
    po_number: str | None = None
    order_date: date | None = None
    requested_date: date | None = None
    cancel_date: date | None = None
    buyer: Party | None = None
    vendor: Party | None = None
    bill_to: Party | None = None
    ship_to: Party | None = None
    currency: str | None = None
    payment_terms: str | None = None
    shipping_terms: str | None = None
    instructions: str | None = None
    subtotal: Decimal | None = None
    discount: Decimal | None = None
    tax: Decimal | None = None
    shipping: Decimal | None = None
    total: Decimal | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    proofs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file or mail says. `touchless` is a promise: the document proves itself and no doubt is open.

    `text` and `intent` are for replies: the new words alone, and what they mean. `error` is one sentence for a
    file that could not be read at all.
    """

    kind: Kind
    orders: tuple[Order, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    touchless: bool = False
    intent: Intent | None = None
    text: str | None = None
    error: str | None = None
