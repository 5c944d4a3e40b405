import pytest

from desk.reading import Kind
from parsers import document
from playground.samples import papers, truths

TRUTH = truths.order(67, count=3)


@pytest.mark.parametrize("name", ["order.pdf", "order.doc", "winmail.dat", "", "../../etc/passwd"])
def test_what_a_file_is_called_does_not_matter(name: str) -> None:
    reading = document.read(papers.draw_pdf(TRUTH), name=name)

    assert reading.kind is Kind.PURCHASE_ORDER
    assert reading.orders[0].po_number == TRUTH.po_number


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n",
        b"%PDF-1.4 broken",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"PK\x03\x04broken",
        bytes(range(256)) * 20,
    ],
    ids=["empty", "blank", "broken pdf", "png", "jpeg", "broken zip", "bytes"],
)
def test_what_cannot_be_read_is_one_sentence_and_no_order(data: bytes) -> None:
    reading = document.read(data, name="file")

    assert reading.kind is Kind.OTHER
    assert reading.orders == ()
    assert reading.error is not None
    assert reading.error.endswith(".")
    assert not reading.touchless


def test_the_part_of_the_mail_is_named_in_the_evidence() -> None:
    reading = document.read(papers.draw_pdf(TRUTH), name="order.pdf", part="order.pdf")

    assert {shown.part for shown in reading.orders[0].evidence.values()} == {"order.pdf"}
