"""The wording that every reader of forms knows for a field: into it the words of a buyer's own layout are put."""

from parsers.form import lexicon

LABELS = {
    "po_number": "Purchase order number", "order_date": "Order date", "requested_date": "Requested delivery date",
    "cancel_date": "Cancel date", "payment_terms": "Payment terms", "shipping_terms": "Shipping terms",
    "instructions": "Special instructions", "currency": "Currency",
    "subtotal": "Subtotal", "discount": "Discount", "tax": "Sales tax", "shipping": "Freight", "total": "Order total",
    "buyer.name": "Bill from", "vendor.name": "Vendor", "ship_to.name": "Ship to", "bill_to.name": "Bill to",
}  # fmt: skip
HEADINGS = {
    "quantity": "Quantity", "unit_price": "Price", "amount": "Amount", "price_per": "Per", "discount": "Discount",
    "number": "Pos", "sku": "SKU", "buyer_sku": "Our item", "gtin": "EAN", "description": "Description",
    "variant": "Size", "unit": "Unit", "requested_date": "Delivery",
}  # fmt: skip
SUMS = frozenset({"subtotal", "discount", "tax", "shipping", "total"})
DATES = frozenset({"order_date", "requested_date", "cancel_date"})
PARTIES = frozenset(name for name in LABELS if name.endswith(".name"))
# What stands for a label or heading that was wrongly taken for a field: one whose value nobody reads.
_NUMBER_AND_DATE = "PO number / date:"
_NO_DATE, _NO_WORDS, _NO_SUM, NO_HEADING = "Print date:", "Reference:", "–", "Notes"


def label(field: str, words: str = "") -> str:
    """The label of a field, with its colon; that of a line's field is its heading.

    `words` are what the layout itself says: "Vorgang / Datum" names a number and its date.
    """
    if field == "po_number" and "/" in words:
        return _NUMBER_AND_DATE
    return f"{LABELS[field] if field in LABELS else HEADINGS[field.removeprefix('lines.')]}:"


def no_label(field: str) -> str:
    """What stands for a label that was wrongly taken for this field."""
    if field in DATES:
        return _NO_DATE
    return _NO_SUM if field in SUMS | PARTIES else _NO_WORDS


def names(words: str, field: str) -> bool:
    """These words are a label of the field for everybody."""
    key = lexicon.key(words)
    if field in SUMS:
        return lexicon.SUMS.get(key) == field
    if field in PARTIES:
        return lexicon.PARTIES.get(key) == field.removesuffix(".name")
    return lexicon.FIELDS.get(key) == field


def heads(words: str, role: str) -> bool:
    """These words are a heading of the column for everybody."""
    return lexicon.COLUMNS.get(lexicon.key(words)) == role
