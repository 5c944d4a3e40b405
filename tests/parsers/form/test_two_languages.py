"""Papers that say everything twice, once from right to left, and what stands behind the number of an order."""

from datetime import date

import pytest

from desk.reading import Kind
from parsers.page import Word, say
from tests.parsers.form import build


def words(*texts: str) -> list[Word]:
    """Words side by side in one row, as they are seen from left to right."""
    return [Word(text, 50.0 * at, 100, 50.0 * at + 40, 110) for at, text in enumerate(texts)]


def test_latin_words_keep_their_order_in_a_line_from_right_to_left() -> None:
    assert (
        say(words("LOCAL", "PURCHASE", "ORDER", "/", "محلي", "شراء", "أمر")) == "أمر شراء محلي / LOCAL PURCHASE ORDER"
    )


def test_a_title_and_labels_in_two_languages_are_understood() -> None:
    reading = build.read(
        "<html><body><h2>LOCAL PURCHASE ORDER / أمر شراء محلي</h2><p>Al Noor Works LLC, Dubai, U.A.E.</p><table>"
        "<tr><td>LPO No. / رقم</td><td>LPO-26-0447</td><td>Date / التاريخ</td><td>18-Nov-2026</td></tr>"
        "<tr><td>Payment / الدفع</td><td>60 days PDC</td><td>Delivery / التسليم</td><td>25-Nov-2026</td></tr></table>"
        "<table><tr><td>Item Code</td><td>Description</td><td>Qty</td>"
        "<td>Unit Price (AED)</td><td>Total (AED)</td></tr>"
        "<tr><td>GLD-25</td><td>Brass gland</td><td>150</td><td>6.40</td><td>960.00</td></tr>"
        "<tr><td colspan=4>Net Total</td><td>960.00</td></tr></table></body></html>"
    )
    order = build.only(reading)

    assert reading.kind is Kind.PURCHASE_ORDER
    assert "kind" not in build.fields_in_doubt(reading)
    assert (order.po_number, order.order_date) == ("LPO-26-0447", date(2026, 11, 18))
    assert (order.requested_date, order.payment_terms) == (date(2026, 11, 25), "60 days PDC")


@pytest.mark.parametrize("said", ["4711-08 / 12.03.2027", "4711-08 dt. 12.03.2027", "4711-08 vom 12.03.2027"])
def test_the_day_behind_the_number_is_that_of_the_order(said: str) -> None:
    order = build.only(build.read(build.paper(facts=(f"PO number: {said}", "Currency: EUR", "Supplier: Holm GmbH"))))

    assert (order.po_number, order.order_date) == ("4711-08", date(2027, 3, 12))


def test_a_letter_that_has_but_a_reference_is_asked_whether_that_is_its_number() -> None:
    reading = build.read(build.paper(facts=("Ref: RP/PUR/26/0312", "Order date: 14 March 2026", "Currency: INR")))

    assert build.only(reading).po_number == "RP/PUR/26/0312"
    assert "po_number" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_the_head_of_a_column_may_say_the_money() -> None:
    reading = build.read(
        build.paper(
            facts=("PO number: 4500118", "Order date: 14 March 2026", "Buyer: Rangoli Pigments, Ahmedabad, India"),
            heads=("Item code", "Description", "Quantity", "Rate in Rs.", "Amount in Rs."),
        )
    )

    assert build.only(reading).currency == "INR"


def test_a_number_of_many_digits_in_the_place_of_a_line_number_is_the_code() -> None:
    order = build.only(
        build.read(
            build.paper(
                (("34532812", "Gold ring", "12", "9.80", "117.60"),),
                heads=("#", "Description", "Quantity", "Unit price", "Amount"),
                sums=(("Total", "117.60"),),
            )
        )
    )

    assert order.lines[0].sku == "34532812"
