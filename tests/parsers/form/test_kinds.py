from collections.abc import Callable

import pytest

from desk.reading import Kind
from parsers import document
from tests.parsers.form import build, paper, strays
from tests.parsers.form.paper import BUYER, SELLER, Paper

ORDERS = {Kind.PURCHASE_ORDER, Kind.ORDER_CHANGE, Kind.ORDER_CANCELLATION}
EVERY = [pytest.param(kind, one, id=name) for kind, papers in strays.STRAYS.items() for name, one in papers.items()]
FACTS = ("PO number: 4500118", f"Order date: {paper.DAY}", "Currency: GBP")
FORMS = pytest.mark.parametrize("form", [paper.as_text, paper.as_html, paper.as_pdf], ids=["text", "html", "pdf"])
Form = Callable[[Paper], bytes]


def order(title: str, *facts: str, notes: tuple[str, ...] = ()) -> Paper:
    return Paper(title, (*FACTS, *facts), notes=notes, head=BUYER, party=("Supplier", *SELLER))


@pytest.mark.parametrize(("kind", "stray"), EVERY)
@pytest.mark.parametrize("form", [paper.as_text, paper.as_html], ids=["text", "html"])
def test_a_paper_that_only_looks_like_an_order_is_none(kind: Kind, stray: Paper, form: Form) -> None:
    reading = document.read(form(stray), name="paper")

    assert reading.kind is kind
    assert not reading.touchless


@pytest.mark.parametrize(("kind", "stray"), EVERY)
def test_drawn_on_a_page_it_is_none_either(kind: Kind, stray: Paper) -> None:
    if max(map(ord, stray.title)) > 255:  # the sample fonts have no such letters
        pytest.skip("no glyphs")
    for layout in ("grid", "two_columns", "boxed"):
        assert document.read(paper.as_pdf(stray, layout), name="paper").kind is kind, layout


@pytest.mark.parametrize(
    "title",
    [
        "PURCHASE ORDER", "Bestellschein", "Ordre d'achat", "Call-off order", "Release", "Blanket release", "LPO",
        "Order sheet", "Purchase Order #4500118", "PURCHASE ORDER - ORIGINAL", "Lieferabruf", "Nota de pedido",
        "Objednávka", "Megrendelés", "Tilaus", "Comandă", "Sipariş", "Заказ поставщику", "注文書", "采购订单", "발주서",
        "أمر شراء", "הזמנת רכש", "Zamówienie", "Indkøbsordre", "Παραγγελία", "Ordine d'acquisto", "Bestelopdracht",
    ],
)  # fmt: skip
def test_an_order_is_known_by_what_buyers_call_it(title: str) -> None:
    reading = document.read(paper.as_text(order(title)), name="paper")

    assert reading.kind is Kind.PURCHASE_ORDER
    assert reading.touchless


@pytest.mark.parametrize(
    "title",
    [
        "Purchase Requisition",
        "Bestellanforderung",
        "Draft purchase order",
        "Work order",
        "Standing order",
        "Sample order",
    ],
)
@FORMS
def test_a_title_that_may_order_nothing_is_asked_about_and_not_dropped(title: str, form: Form) -> None:
    reading = document.read(form(order(title)), name="paper")

    assert reading.kind is Kind.PURCHASE_ORDER
    assert build.fields_in_doubt(reading) == {"kind"}


@FORMS
def test_a_requisition_says_why_it_is_doubted(form: Form) -> None:
    reading = document.read(form(order("Purchase Requisition")), name="paper")

    assert "an internal paper" in reading.doubts[0].why


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("PURCHASE ORDER CHANGE", Kind.ORDER_CHANGE),
        ("Geänderte Bestellung", Kind.ORDER_CHANGE),
        ("Bon de commande modifié", Kind.ORDER_CHANGE),
        ("PURCHASE ORDER CANCELLATION", Kind.ORDER_CANCELLATION),
        ("Stornierung der Bestellung", Kind.ORDER_CANCELLATION),
        ("Ordine annullato", Kind.ORDER_CANCELLATION),
    ],
)
@FORMS
def test_a_change_and_a_cancellation_are_never_new_orders(title: str, kind: Kind, form: Form) -> None:
    reading = document.read(form(order(title)), name="paper")

    assert reading.kind is kind
    assert build.only(reading).po_number == "4500118"
    assert not reading.touchless


@FORMS
def test_a_seller_s_paper_is_not_an_order_because_it_is_called_one(form: Form) -> None:
    shop = Paper("Order", ("Order number: 100023", f"Date: {paper.DAY}"), notes=("Thank you for your order!",))

    assert document.read(form(shop), name="paper").kind is Kind.SUPPLIER_ACKNOWLEDGEMENT


@FORMS
def test_an_order_that_bears_the_number_of_an_invoice_is_asked_about(form: Form) -> None:
    reading = document.read(form(order("PURCHASE ORDER", "Invoice no: INV-20931")), name="paper")

    assert reading.kind is Kind.PURCHASE_ORDER
    assert "kind" in build.fields_in_doubt(reading)


@pytest.mark.parametrize(
    "fact",
    [
        "Quote no: Q-3318",
        "Contract no: C-77",
        "Valid until: 14 April 2026",
        "Your reference: Q-3318",
        "Gross weight: 12 kg",
    ],
)
@FORMS
def test_what_an_order_refers_to_does_not_make_it_something_else(fact: str, form: Form) -> None:
    reading = document.read(form(order("PURCHASE ORDER", fact)), name="paper")

    assert reading.kind is Kind.PURCHASE_ORDER
    assert "kind" not in build.fields_in_doubt(reading)


@pytest.mark.parametrize(
    "note",
    [
        "Please quote our order number on your invoice and delivery note.",
        "Subject to our terms and conditions of purchase. Send invoices to accounts@wicker.example.",
        "A packing list must travel with the goods; the quotation is part of this order.",
    ],
)
@FORMS
def test_words_about_other_papers_do_not_make_an_order_one_of_them(note: str, form: Form) -> None:
    reading = document.read(form(order("PURCHASE ORDER", notes=(note,))), name="paper")

    assert reading.kind is Kind.PURCHASE_ORDER
    assert "kind" not in build.fields_in_doubt(reading)


def test_heads_of_boxes_are_no_titles() -> None:
    boxes = "Purchase Order        Terms          Due date\n4500118               30 days        14 April 2026\n"
    bill = paper.as_text(Paper("INVOICE", (f"Invoice date: {paper.DAY}",))).decode()

    reading = document.read(bill.replace("\nBill to:", f"\n{boxes}\nBill to:").encode(), name="paper")

    assert reading.kind is Kind.SUPPLIER_INVOICE
    assert reading.kind not in ORDERS


@pytest.mark.parametrize("label", ["Proforma invoice: PF4460", "Invoice: 20931", "Order acknowledgement: SO58567"])
def test_a_paper_that_names_itself_only_beside_its_number_is_what_it_says(label: str) -> None:
    bill = Paper("Fernhollow Supplies", (label, "Your order: 4500118", f"Date: {paper.DAY}"))

    reading = document.read(paper.as_text(bill), name="paper")

    assert reading.kind in {Kind.SUPPLIER_INVOICE, Kind.SUPPLIER_ACKNOWLEDGEMENT}
    assert reading.orders == ()


@FORMS
def test_an_empty_form_with_a_rate_of_tax_and_numbered_rows_orders_nothing(form: Form) -> None:
    rows = tuple((str(at), "", "", "", "") for at in range(1, 7))
    facts = ("PO number:", "Date:")
    blank = Paper("ORDER FORM", facts, heads=("No", "Description", "Quantity", "Unit price", "Amount"),
                  rows=rows, total="VAT 20%:", head=BUYER, party=())  # fmt: skip

    assert document.read(form(blank), name="paper").orders == ()


def letter(title: str, *facts: str, notes: tuple[str, ...] = ()) -> Paper:
    """An order that no label of a purchase order names."""
    own = ("Our order no: 4500118", f"Order date: {paper.DAY}", "Currency: GBP", *facts)
    return Paper(title, own, notes=notes, head=BUYER, party=("Supplier", *SELLER))


@pytest.mark.parametrize(
    "title",
    [
        "The Wicker Basket Ltd — Purchase Order WB 118204", "ORDER FORM — AUTUMN 2027",
        "BON DE COMMANDE / PURCHASE ORDER", "Zamówienie nr 4500118 z dnia 14.03.2026", "OBJEDNÁVKA č. OBJ-26-0912",
        "ЗАКАЗ ПОСТАВЩИКУ № 00-00418 от 14.03.2026", "注 文 書", "P U R C H A S E O R D E R",
    ],
)  # fmt: skip
def test_a_title_may_stand_beside_a_name_a_season_or_itself_in_another_language(title: str) -> None:
    reading = document.read(paper.as_text(letter(title)), name="paper")

    assert reading.kind is Kind.PURCHASE_ORDER
    assert "kind" not in build.fields_in_doubt(reading)


@pytest.mark.parametrize(
    "title",
    [
        "The Wicker Basket Ltd — Draft Purchase Order", "Purchase Order — Reminder", "Purchase order — pro forma",
        "SALES ORDER / PO 4500118", "Purchase Order / Order Confirmation", "Overdue — Purchase Order 4500118",
        "The Wicker Basket Ltd — Order Confirmation 4500118", "Purchase order INVOICE 4500118",
    ],
)  # fmt: skip
def test_a_title_beside_another_word_for_a_paper_is_not_plain(title: str) -> None:
    reading = document.read(paper.as_text(letter(title)), name="paper")

    assert not reading.touchless


ORDERING = pytest.mark.parametrize(
    "sentence",
    [
        "Please supply the following, carriage paid, to the above address:",
        "We would like to place an order for the items below.",
        "hiermit bestellen wir zu den vereinbarten Bedingungen:",
        "下記の通り注文いたします。",
        "いつもお世話になっております。以下のとおりご注文申し上げます。",
    ],
)


@ORDERING
def test_a_letter_that_orders_needs_no_title(sentence: str) -> None:
    reading = document.read(paper.as_text(letter("Good morning", notes=(sentence,))), name="paper")

    assert reading.kind is Kind.PURCHASE_ORDER
    assert "kind" not in build.fields_in_doubt(reading)


@ORDERING
@pytest.mark.parametrize("fact", ["Quotation no: Q-118", "Valid until: 14 April 2026", "Your order: 4500118"])
def test_a_letter_that_orders_and_calls_itself_something_else_is_asked_about(sentence: str, fact: str) -> None:
    reading = document.read(paper.as_text(letter("Good morning", fact, notes=(sentence,))), name="paper")

    assert not reading.touchless


@pytest.mark.parametrize(
    "sentence", ["Please supply the following information:", "Please quote the following:", "Goods as discussed."]
)
def test_a_letter_that_asks_for_something_else_orders_nothing_plainly(sentence: str) -> None:
    reading = document.read(paper.as_text(letter("Good morning", notes=(sentence,))), name="paper")

    assert not reading.touchless
