import time
from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest

from desk.reading import Kind
from parsers import document
from playground.samples import exact, papers, truths
from tests.parsers.structured import build

Writer = Callable[[truths.Truth], bytes]
WRITERS: list[Writer] = [exact.as_ubl, exact.as_cxml, exact.as_orderx]
TRUTH = truths.order(67, count=3)

LAUGHS = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "ha"}">' for at in range(12))


def _with_doctype(data: bytes, inside: str) -> bytes:
    text = data.decode().partition("?>")[2]
    body = text.partition('cXML.dtd">')[2] if "<!DOCTYPE" in text else text
    return f'<?xml version="1.0"?><!DOCTYPE x [{inside}]>{body}'.encode()


def pdf_with(data: bytes, truth: truths.Truth, name: str = "order-x.xml") -> bytes:
    """The paper of one order with the data of another inside."""
    drawn = pypdfium2.PdfDocument(papers.draw_pdf(truth))
    held = drawn.new_attachment(name)
    held.set_data(data)
    out = BytesIO()
    drawn.save(out)
    drawn.close()
    return out.getvalue()


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    "inside",
    [
        LAUGHS,
        '<!ENTITY a0 SYSTEM "file:///etc/hostname">',
        '<!ENTITY % p SYSTEM "http://x.example/x"> %p;',
        "<!ELEMENT x ANY>",
    ],
    ids=["billion laughs", "a file", "a parameter", "a grammar"],
)
def test_a_document_with_entities_of_its_own_is_refused_at_once(write: Writer, inside: str) -> None:
    began = time.process_time()

    read = document.read(_with_doctype(write(TRUTH), inside), name="order.xml")

    assert read.kind is Kind.OTHER
    assert read.error is not None
    assert "refused" in read.error
    assert time.process_time() - began < 2


def test_an_entity_that_nobody_declares_is_refused() -> None:
    read = document.read(exact.as_cxml(TRUTH).replace(b"<Name>", b"<Name>&x;", 1), name="order.xml")

    assert read.error is not None
    assert "entities" in read.error


@pytest.mark.parametrize("write", WRITERS)
def test_xml_that_ends_early_is_refused_with_the_element_named(write: Writer) -> None:
    data = write(TRUTH)

    read = document.read(data[: len(data) * 2 // 3], name="order.xml")

    assert read.error is not None
    assert read.error.startswith("Line ")
    assert "damaged" in read.error


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (exact.as_ubl(TRUTH).replace(b"cbc:IssueDate>20", b"cbc:IssueDate>x"), "(IssueDate)"),
        (exact.as_ubl(TRUTH).replace(b"</cbc:Quantity>", b",0</cbc:Quantity>"), "(Quantity)"),
        (exact.as_ubl(TRUTH).replace(b"cac:OrderLine", b"cac:OrderLane"), "(Order)"),
        (exact.as_cxml(TRUTH).replace(b'quantity="', b'quantity="x'), "(ItemOut)"),
        (exact.as_cxml(TRUTH).replace(b'orderID="', b'orderNo="'), "(OrderRequestHeader)"),
        (exact.as_orderx(TRUTH).replace(b"<ram:ID>", b"<ram:ID/><ram:No>").replace(b"</ram:ID>", b"</ram:No>"), "(Exc"),
        (exact.as_orderx(TRUTH).replace(b"ram:ChargeAmount>", b"ram:ChargeAmount>."), "(ChargeAmount)"),
    ],
)  # fmt: skip
def test_a_damaged_document_is_refused_with_its_element_named(data: bytes, named: str) -> None:
    read = document.read(data, name="order.xml")

    assert read.kind is Kind.OTHER
    assert read.error is not None
    assert read.error.startswith("Line ")
    assert named in read.error


def test_deep_xml_is_refused() -> None:
    data = exact.as_ubl(TRUTH).replace(b"</Order>", b"<a>" * 50_000 + b"</a>" * 50_000 + b"</Order>")

    read = document.read(data, name="order.xml")

    assert read.error is not None
    assert "deeper" in read.error


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("write", WRITERS)
def test_a_byte_order_mark_does_not_matter(write: Writer, codec: str) -> None:
    text = write(TRUTH).decode().replace(' encoding="UTF-8"', "")

    assert build.says(build.only(document.read(text.encode(codec), name="order.xml")), TRUTH)


def test_an_order_in_the_envelope_of_peppol_is_read() -> None:
    inside = exact.as_ubl(TRUTH).partition(b"?>")[2]
    data = b'<StandardBusinessDocument xmlns="http://x.example"><StandardBusinessDocumentHeader/>' + inside

    read = document.read(data + b"</StandardBusinessDocument>", name="order.xml")

    assert build.says(build.only(read), TRUTH)


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ("Invoice", Kind.SUPPLIER_INVOICE),
        ("DespatchAdvice", Kind.SHIP_NOTICE),
        ("OrderResponse", Kind.SUPPLIER_ACKNOWLEDGEMENT),
        ("Catalogue", Kind.OTHER),
    ],
)
def test_other_documents_of_ubl_are_no_orders(root: str, kind: Kind) -> None:
    read = document.read(exact.as_ubl(TRUTH, kind=root), name="file.xml")

    assert (read.kind, read.orders, read.error) == (kind, (), None)


def test_xml_in_no_known_vocabulary_is_no_order() -> None:
    read = document.read(b'<?xml version="1.0"?><note><to>Ana</to><body>Hello</body></note>', name="note.xml")

    assert read.orders == ()


def test_a_test_order_is_never_taken_for_a_real_one() -> None:
    read = document.read(exact.as_cxml(TRUTH).replace(b"<Request>", b'<Request deploymentMode="test">'), name="x")

    assert "calls itself a test" in build.doubts(read)
    assert not read.touchless


def test_amounts_in_two_currencies_are_a_doubt() -> None:
    data = exact.as_ubl(TRUTH).replace(b'PriceAmount currencyID="GBP"', b'PriceAmount currencyID="EUR"', 1)

    read = document.read(data, name="order.xml")

    assert [doubt.field for doubt in read.doubts] == ["currency"]
    assert read.doubts[0].guesses == ("GBP", "EUR")
    assert not read.touchless


def test_a_prepaid_order_and_charges_without_a_field_are_doubts() -> None:
    total = f'<cbc:PayableAmount currencyID="GBP">{TRUTH.total}</cbc:PayableAmount>'
    paid = (
        f'<cbc:TaxInclusiveAmount currencyID="GBP">{TRUTH.total}</cbc:TaxInclusiveAmount>'
        f'<cbc:PrepaidAmount currencyID="GBP">1.00</cbc:PrepaidAmount>'
    )

    read = document.read(exact.as_ubl(TRUTH).replace(total.encode(), paid.encode()), name="order.xml")

    assert "1 of it is already paid" in build.doubts(read)
    assert build.only(read).total == TRUTH.total


def test_the_order_inside_a_pdf_is_read_and_its_pages_agree() -> None:
    read = document.read(pdf_with(exact.as_orderx(TRUTH), TRUTH), name="order.pdf")

    assert build.says(build.only(read), TRUTH)
    assert read.doubts == ()
    assert read.touchless


def test_pages_that_say_otherwise_than_the_data_inside_are_a_doubt() -> None:
    shown = truths.with_lines(TRUTH, TRUTH.lines[:2])

    read = document.read(pdf_with(exact.as_orderx(TRUTH), shown), name="order.pdf")

    assert not read.touchless
    assert "no such figure is on its pages" in build.doubts(read)


def test_the_name_of_the_attachment_does_not_matter() -> None:
    read = document.read(pdf_with(exact.as_orderx(TRUTH), TRUTH, name="data.bin"), name="order.pdf")

    assert "<ram:ID>" in build.only(read).evidence["po_number"].text


def test_a_pdf_whose_data_is_damaged_is_read_from_its_pages_with_a_doubt() -> None:
    held = exact.as_orderx(TRUTH)

    read = document.read(pdf_with(held[: len(held) // 2], TRUTH), name="order.pdf")

    assert build.only(read).po_number == TRUTH.po_number
    assert "The order inside the PDF cannot be read." in build.doubts(read)
    assert not read.touchless
