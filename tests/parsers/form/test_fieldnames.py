from datetime import date

import pytest

from parsers.form import fieldnames, lexicon
from tests.parsers.form import build

LINES = """
Item      Description   Qty   Price   Amount
RNG-114   Gold ring      12    9.80   117.60

Total 117.60
"""


def named(words: str) -> tuple[int, str] | None:
    return fieldnames.longest([lexicon.key(word) for word in words.split()])


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("Buyer's order no.", "po_number"),
        ("Ns. ordine n.", "po_number"),
        ("OC N°", "po_number"),
        ("Unsere Bestellnr.", "po_number"),
        ("Our order", "po_number"),
        ("In-hands date", "requested_date"),
        ("Levering uiterlijk", "requested_date"),
        ("Lev.datum", "requested_date"),
        ("Order due date", "requested_date"),
        ("Consegna entro il", "requested_date"),
        ("Data wystawienia zamówienia", "order_date"),
        ("Date of the order", "order_date"),
    ],
)
def test_a_label_is_known_by_its_words(words: str, meaning: str) -> None:
    assert named(words) == (len(words.split()), meaning)


@pytest.mark.parametrize(
    "words",
    [
        "Sales order no.",
        "Order total",
        "No order",
        "Delivery terms",
        "Customer ref",
        "Shipment no.",
        "Order of",
        "Date",
    ],
)
def test_a_label_with_a_word_of_something_else_is_not(words: str) -> None:
    assert named(words) is None


@pytest.mark.parametrize(
    ("words", "first"),
    [("PO number Order date", "po_number"), ("Order date Delivery date", "order_date"),
     ("Delivery date Order date", "requested_date")],
)  # fmt: skip
def test_a_label_ends_where_the_next_one_begins(words: str, first: str) -> None:
    assert named(words) == (2, first)


@pytest.mark.parametrize(
    "label", ["Buyer's order no. / Date issued", "P.O. No. / Date Issued", "Purchase Order / Issued"]
)
def test_labels_that_share_a_value_are_parted_at_the_stroke(label: str) -> None:
    order = build.only(build.read(f"PURCHASE ORDER\n\nMelrose & Finch Ltd\n\n{label}: 26/33 / 12 March 2027\n{LINES}"))

    assert order.po_number == "26/33"
    assert order.order_date == date(2027, 3, 12)


@pytest.mark.parametrize(
    "title", ["ORDER FORM 8576-97", "Nákupní objednávka 8576-97", "Zamówienie do dostawcy 8576-97"]
)
def test_a_title_of_several_words_bears_the_number_behind_them(title: str) -> None:
    order = build.only(build.read(f"{title}\n\nMelrose & Finch Ltd\n\nDate: 12 March 2027\n{LINES}"))

    assert order.po_number == "8576-97"


def test_a_date_that_its_column_breaks_is_whole() -> None:
    facts = "PO number:   4711\nOrdered on:  8 February\n             2027\nDeliver by:  1 April 2027"

    order = build.only(build.read(f"PURCHASE ORDER\n\nMelrose & Finch Ltd\n\n{facts}\n{LINES}"))

    assert order.order_date == date(2027, 2, 8)
    assert order.requested_date == date(2027, 4, 1)


@pytest.mark.parametrize("labels", [("Order", "date"), ("Order no. / P.O.", "date"), ("Requested", "delivery date")])
def test_a_label_that_its_cell_breaks_is_one_label(labels: tuple[str, str]) -> None:
    value = "4711-08 / 12 March 2027" if "/" in labels[0] else "12 March 2027"
    cells = [("PO number", labels[0]), ("", labels[1]), ("4711-08", value)]
    head = "\n".join(f"{left:<30}{right}" for left, right in cells)

    order = build.only(build.read(f"PURCHASE ORDER\n\nMelrose & Finch Ltd\n\n{head}\n{LINES}"))

    assert order.po_number == "4711-08"
    assert date(2027, 3, 12) in {order.order_date, order.requested_date}
    assert (order.requested_date is None) == (labels[0] != "Requested")


@pytest.mark.parametrize("label", ["Your order", "Ihre Bestellung", "Er order"])
def test_a_paper_without_a_title_that_names_your_order_orders_nothing(label: str) -> None:
    reading = build.read(f"Melrose & Finch Ltd\n\n{label}: 4711-08\nDate: 12 March 2027\n{LINES}")

    assert reading.orders == ()
