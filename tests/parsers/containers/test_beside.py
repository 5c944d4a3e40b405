"""What comes along with an order and is none: a letter, terms, a specification."""

import io

import pytest
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from parsers import readers
from playground.samples import papers, truths
from tests.parsers.containers import build

TRUTH = truths.order(67, count=3)
STYLES = getSampleStyleSheet()
COVER = (
    "Dear Ben,\n\nplease find attached our purchase order over 3 items for delivery in May, together with our terms and"
    " the specification of the ring.\n\nKind regards\nAna Holt\nTel. +44 20 7946 0000\n"
)


def paper(title: str, *content: Flowable) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out).build([Paragraph(title, STYLES["Title"]), *content])
    return out.getvalue()


TERMS = paper(
    "Terms and Conditions of Purchase",
    *(
        Paragraph(
            f"{place}. The Supplier delivers within {place * 3} days of the purchase order. Payment is made"
            f" {place * 10} days after receipt of the invoice. Delays cost {place} percent of the price a week.",
            STYLES["Normal"],
        )
        for place in range(1, 40)
    ),
)
SPECIFICATION = paper(
    "Product Specification RNG-114",
    Table([["Property", "Value", "Tolerance"], ["Width", "2.5 mm", "0.1"], ["Weight", "3.40 g", "0.05"]]),
)
FILES = {"po.pdf": papers.draw_pdf(TRUTH), "terms.pdf": TERMS, "specification.pdf": SPECIFICATION}


@pytest.mark.parametrize("order", [("po", "terms", "specification"), ("terms", "specification", "po")])
def test_a_cover_letter_terms_and_a_specification_raise_no_doubt(order: tuple[str, ...]) -> None:
    raw = build.letter(COVER, **{f"{name}_pdf": FILES[f"{name}.pdf"] for name in order}).as_bytes()

    reading, _ = readers.of_file(raw, name="mail.eml")

    assert [(one.po_number, len(one.lines)) for one in reading.orders] == [(TRUTH.po_number, 3)]
    assert (reading.doubts, reading.touchless) == ((), True)


def test_the_same_in_an_archive_raises_none_either() -> None:
    reading, _ = readers.of_file(build.zipped(FILES), name="all.zip")

    assert [one.po_number for one in reading.orders] == [TRUTH.po_number]
    assert reading.touchless


@pytest.mark.parametrize("name", ["terms.pdf", "specification.pdf"])
def test_terms_and_specifications_alone_are_no_order(name: str) -> None:
    reading, _ = readers.of_file(build.letter(COVER, a_pdf=FILES[name]).as_bytes(), name="mail.eml")

    assert reading.orders == ()
