import random
from email.message import EmailMessage

import pytest

from desk.reading import Kind, Reading
from parsers import readers
from playground.samples import mails, papers, strays, truths, workbook, world
from tests.parsers.form import build
from tests.parsers.form.paper import bound

ONE, OTHER = truths.order(3, count=3), truths.order(5, count=4)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def letter(subject: str, words: str, *files: tuple[str, bytes], answers: str = "") -> bytes:
    chance = random.Random(7)
    mail: EmailMessage = mails.begin(ONE.contact, subject, to=world.SELLER.email, at=mails.NOON, chance=chance)
    if answers:
        mail["In-Reply-To"] = answers
    mail.set_content(words)
    for name, content in files:
        mails.attach(mail, content, name, SHEET if name.endswith("xlsx") else mails.PDF)
    return mails.sealed(mail, chance)


def read(subject: str, words: str, *files: tuple[str, bytes], answers: str = "") -> Reading:
    return readers.of_mail(letter(subject, words, *files, answers=answers))


def numbers(reading: Reading) -> list[str | None]:
    return [order.po_number for order in reading.orders]


def test_the_same_order_as_pdf_and_as_sheet_is_one_and_the_surer_of_the_two_speaks() -> None:
    pdf = ("order.pdf", papers.draw_pdf(ONE))

    alone = read("Order", "See attached.", pdf)
    both = read("Order", "See attached.", ("order.xlsx", papers.as_xlsx(ONE)), pdf)

    assert numbers(both) == [ONE.po_number]
    assert both.touchless is alone.touchless is True


def test_the_same_order_twice_is_one() -> None:
    pdf = papers.draw_pdf(ONE)

    assert numbers(read("Order", "See attached.", ("a.pdf", pdf), ("b.pdf", pdf))) == [ONE.po_number]


def test_three_orders_in_three_files_are_three() -> None:
    reading = read("Orders", "Three.", ("a.pdf", papers.draw_pdf(ONE)), ("b.pdf", papers.draw_pdf(OTHER)))

    assert numbers(reading) == [ONE.po_number, OTHER.po_number]


def test_two_orders_under_one_number_are_a_question() -> None:
    revised = truths.with_lines(ONE, ONE.lines[:2])

    reading = read("Order", "Hi.", ("a.pdf", papers.draw_pdf(ONE)), ("b.pdf", papers.draw_pdf(revised)))

    assert "po_number" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_an_order_and_a_change_of_it_are_a_question_and_not_two_orders() -> None:
    change = build.paper(title="PURCHASE ORDER CHANGE", facts=(f"PO number: {ONE.po_number}", "Currency: GBP"))

    reading = read("Order", "Both.", ("a.pdf", papers.draw_pdf(ONE)), ("change.txt", change.encode()))

    assert reading.kind is Kind.PURCHASE_ORDER
    assert numbers(reading) == [ONE.po_number]
    assert "which of the two holds" in build_doubts(reading)
    assert not reading.touchless


def test_a_form_without_lines_and_the_list_beside_it_are_one_order_and_a_question() -> None:
    form = "PURCHASE ORDER\n\nThe Wicker Basket Ltd\n\nPO number: 4500118\nOrder date: 14 March 2026\nCurrency: GBP\n\n"
    form += "Lines as in the attached list.\n\nTotal: 137.60\n"
    rows: list[list[workbook.Cell]] = [
        ["SKU", "Description", "Quantity", "Unit price", "Amount"],
        ["RNG-114", "Gold ring", 12, "9.80", "117.60"],
        ["EAR-203", "Gold hoops", 5, "4.00", "20.00"],
    ]
    places = [["Store", "Address", "City"], ["12", "1 High Street", "York"], ["14", "2 Low Road", "Leeds"]]

    reading = read("Order", "Three files.", ("po.txt", form.encode()), ("lines.xlsx", workbook.xlsx(rows)),
                   ("stores.xlsx", workbook.xlsx(places)))  # fmt: skip

    assert numbers(reading) == ["4500118"]
    assert [line.sku for line in reading.orders[0].lines] == ["RNG-114", "EAR-203"]
    assert "Are the lines in lines.xlsx those of order 4500118?" in build_doubts(reading)
    assert not reading.touchless


def test_goods_in_the_letter_beside_an_order_are_not_lost() -> None:
    reading = read("Order", "See attached. Please also send 5 x BRC-900 with it.", ("a.pdf", papers.draw_pdf(ONE)))

    assert numbers(reading) == [ONE.po_number]
    assert "BRC-900" in build_doubts(reading)
    assert not reading.touchless


def test_a_letter_that_repeats_its_order_is_no_question() -> None:
    words = "\n".join(["Our order:", *(f"{line.quantity} x {line.sku}" for line in ONE.lines)])

    assert read("Order", words, ("a.pdf", papers.draw_pdf(ONE))).touchless


@pytest.mark.parametrize(
    ("subject", "words", "kind"),
    [
        ("PO 4500118", "Hello, please cancel our PO 4500118. Sorry!", Kind.ORDER_CANCELLATION),
        ("Cancellation of PO 4500118", "See subject.", Kind.ORDER_CANCELLATION),
        ("Bestellung 4500118", "Bitte stornieren Sie unsere Bestellung 4500118.", Kind.ORDER_CANCELLATION),
        ("Commande 4500118", "Merci d'annuler la commande 4500118.", Kind.ORDER_CANCELLATION),
        ("Pedido", "Por favor, cancelar el pedido 4500118.", Kind.ORDER_CANCELLATION),
        ("PO 4500118", "Please increase the rings on PO 4500118 to 20 pieces.", Kind.ORDER_CHANGE),
        ("PO 4500118", "Could you add 5 x EAR-203 to PO 4500118?", Kind.ORDER_CHANGE),
        ("Amendment to PO 4500118", "Ring qty is now 20.", Kind.ORDER_CHANGE),
        ("Bestellung 4500118", "Wir möchten die Bestellung 4500118 ändern: 20 statt 12.", Kind.ORDER_CHANGE),
    ],
)
def test_a_letter_that_cancels_or_changes_an_order_says_which_and_is_no_new_one(
    subject: str, words: str, kind: Kind
) -> None:
    reading = read(subject, words)

    assert reading.kind is kind
    assert numbers(reading) == ["4500118"]
    assert not reading.touchless


@pytest.mark.parametrize(
    "words",
    [
        "Please find our order attached. Do not cancel it.",
        "Please find our order attached. Your cancellation policy is noted.",
        "Please find our order attached; add the packing list to the carton.",
    ],
)
def test_words_beside_an_order_that_change_nothing_raise_no_question(words: str) -> None:
    assert read("Purchase order", words, ("a.pdf", papers.draw_pdf(ONE))).touchless


def test_a_revised_order_in_a_file_is_asked_about() -> None:
    reading = read(f"Revised PO {ONE.po_number}", "Attached.", ("a.pdf", papers.draw_pdf(ONE)))

    assert reading.kind is Kind.PURCHASE_ORDER
    assert "kind" in build.fields_in_doubt(reading)
    assert not reading.touchless


def test_an_answer_that_quotes_an_order_is_an_answer() -> None:
    reading = read("Re: Order", "Approved, thanks.\n\n> please send us on PO 4500118:\n> 12 x RNG-114 @ 9.80\n",
                   answers="<1@us.example>")  # fmt: skip

    assert (reading.kind, reading.orders) == (Kind.REPLY, ())


def test_an_answer_that_brings_a_new_order_is_that_order() -> None:
    reading = read("Re: Catalogue", "Thanks! Our order is attached.", ("a.pdf", papers.draw_pdf(ONE)),
                   answers="<1@us.example>")  # fmt: skip

    assert numbers(reading) == [ONE.po_number]


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (strays.invoice(ONE), Kind.SUPPLIER_INVOICE), (strays.packing_list(ONE), Kind.SHIP_NOTICE),
        (strays.remittance(ONE), Kind.REMITTANCE), (strays.quotation(ONE), Kind.OTHER),
        (strays.blank_form(ONE), Kind.OTHER), (strays.newsletter(), Kind.OTHER),
        (bound(strays.invoice(ONE), strays.packing_list(ONE)), Kind.SUPPLIER_INVOICE),
    ],
    ids=["invoice", "packing list", "remittance", "quotation", "blank", "newsletter", "invoice and packing list"],
)  # fmt: skip
def test_other_papers_in_a_mail_are_told_and_taken_for_no_order(file: bytes, kind: Kind) -> None:
    reading = read("Documents", "Please see the attached.", ("file.pdf", file))

    assert reading.kind is kind
    assert reading.orders == ()


def build_doubts(reading: Reading) -> str:
    return " | ".join(doubt.why for doubt in reading.doubts)
