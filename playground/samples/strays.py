"""Files that are no order: other papers of the trade, and files that cannot be opened at all."""

import io
from typing import Final

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from playground.samples import documents, papers, pdf, truths
from playground.samples.layouts import LAYOUTS, Layout

ZERO_BYTES: Final = b""
USUAL = LAYOUTS["two_columns"]


def invoice(truth: truths.Truth, layout: Layout = USUAL) -> bytes:
    """A PDF of the invoice for this order."""
    return pdf.draw(documents.invoice(truth, layout), layout)


def quotation(truth: truths.Truth, layout: Layout = USUAL) -> bytes:
    """A PDF of the offer that came before this order."""
    return pdf.draw(documents.quotation(truth, layout), layout)


def packing_list(truth: truths.Truth, layout: Layout = USUAL) -> bytes:
    """A PDF of what was packed for this order."""
    return pdf.draw(documents.packing_list(truth, layout), layout)


def remittance(truth: truths.Truth, layout: Layout = USUAL) -> bytes:
    """A PDF that says this order was paid."""
    return pdf.draw(documents.remittance(truth, layout), layout)


def blank_form(truth: truths.Truth, layout: Layout = USUAL) -> bytes:
    """A PDF of the buyer's empty order form."""
    return pdf.draw(documents.blank_form(truth.buyer, layout), layout)


def newsletter(layout: Layout = USUAL) -> bytes:
    """A PDF of somebody's advertising."""
    return pdf.draw(documents.newsletter(), layout)


def encrypted(password: str = "robin") -> bytes:  # noqa: S107 - the sample's whole point is a password nobody was told
    """A PDF that asks for a password before it shows anything."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True, encrypt=StandardEncryption(password, strength=128))
    canvas.drawString(72, 700, "PURCHASE ORDER 4500001")
    canvas.save()
    return out.getvalue()


def broken(truth: truths.Truth) -> bytes:
    """A PDF whose second half was lost on the way, with the objects that were left scrambled."""
    whole = papers.draw_pdf(truth)
    return whole[: len(whole) // 2].replace(b"obj", b"0bj")


def picture_only() -> bytes:
    """A PDF without a word in its text layer: a page of strokes, as a scan without OCR would be."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    for row in range(20):
        canvas.line(72, 700 - row * 24, 72 + 20 * (row % 7 + 3), 700 - row * 24)
    canvas.save()
    return out.getvalue()
