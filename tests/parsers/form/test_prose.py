from datetime import date
from decimal import Decimal

import pytest

from desk.reading import Kind
from tests.parsers.form import build


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("we will take 300 of the gold hoops.", [(300, None, "gold hoops")]),
        (
            "Please send us:\n- 12 x RNG-114 @ 9.80\n- 5 x BR-220 silver bracelet",
            [(12, "RNG-114", "RNG-114"), (5, "BR-220", "silver bracelet")],
        ),
        (
            "Please send 20 pairs of silver studs and 15 rose rings to our Paris shop.",
            [(20, None, "silver studs"), (15, None, "rose rings")],
        ),
        ("I need 3 dozen of the small pearl studs at $4.50 each", [(3, None, "small pearl studs")]),
        (
            "Wir bestellen 40 Stück der goldenen Creolen und 12 Ringe.",
            [(40, None, "goldenen Creolen"), (12, None, "Ringe")],
        ),
        ("Nous voudrions commander 25 boucles d'oreilles dorées", [(25, None, "boucles d'oreilles dorées")]),
        ("RNG-114: 12\nRNG-115: 6 pcs", [(12, "RNG-114", "RNG-114"), (6, "RNG-115", "RNG-115")]),
        ("please add 6 more silver chains", [(6, None, "silver chains")]),
    ],
)
def test_words_that_order_are_an_order_that_a_person_sees(text: str, wanted: list[tuple[int, str | None, str]]) -> None:
    reading = build.read(f"Hi Ben,\n\n{text}\n\nThanks, Ana\n")

    lines = build.only(reading).lines
    assert [(line.quantity, line.sku, line.description) for line in lines] == [
        (Decimal(q), sku, what) for q, sku, what in wanted
    ]
    assert reading.kind is Kind.PURCHASE_ORDER
    assert not reading.touchless


def test_the_price_of_a_listed_line_is_kept() -> None:
    order = build.only(build.read("Please send us on PO WB-20418:\n\n12 x RNG-114 @ 9.80\n"))

    assert order.po_number == "WB-20418"
    assert order.lines[0].unit_price == Decimal("9.80")
    assert order.evidence["lines.0.quantity"].text == "12 x RNG-114 @ 9.80"


@pytest.mark.parametrize(
    "text",
    [
        "We do not want 300 of the gold hoops.",
        "Please cancel the 300 gold hoops.",
        "Our order has 3 lines and we need 2 weeks.",
        "Can you ship order 4500118 on 12 May?",
        "Please confirm within 24 hours.",
        "Our address is 300 Oak Street.",
        "10 x 20 cm is the size.",
        "We need to return 4 of the hoops.",
        "approved",
        "Please find attached our order for 3 items.",
        "We received 20 broken rings.",
    ],
)
def test_words_that_do_not_order_must_not_become_an_order(text: str) -> None:
    reading = build.read(f"Hi Ben,\n\n{text}\n\nThanks, Ana\n")

    assert reading.orders == ()


def test_a_question_for_a_price_is_no_order() -> None:
    reading = build.read("Hi,\n\ncould you quote us for:\n\n300 x RNG-114\n\nThanks")

    assert reading.kind is Kind.INQUIRY


def test_the_facts_of_a_letter_are_read_from_its_sentences() -> None:
    letter = """Hi Sam,

Please could you put through the following for us, PO 88213:

- 40 x Walnut tray (WT-20) at £6.40 each
- 25 x Cheese board (CB-02) at £12.00 each

That should come to £556.00 before VAT. Please deliver by 3 December 2026. Our terms are 30 days.

Best wishes
Imogen Farr
Buyer, Saltbox Homewares Ltd
"""
    reading = build.read(letter)
    order = build.only(reading)

    assert (order.po_number, order.currency) == ("88213", "GBP")
    assert (order.subtotal, order.total) == (Decimal("556.00"), None)
    assert order.requested_date == date(2026, 12, 3)
    assert order.payment_terms == "30 days"
    assert order.buyer is not None
    assert order.buyer.name == "Saltbox Homewares Ltd"
    assert not reading.touchless
