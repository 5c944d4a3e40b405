import io
from collections.abc import Callable

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from desk.errors import DeskError
from parsers import errors
from parsers.page import Page
from parsers.pages import pdf

Draw = Callable[[canvas.Canvas], None]


def drawn(draw: Draw, *, encrypt: object = None, turned: int = 0) -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(400, 300), encrypt=encrypt)
    if turned:
        sheet.setPageRotation(turned)
    draw(sheet)
    sheet.showPage()
    sheet.save()
    return out.getvalue()


def words(page: Page) -> list[str]:
    return [word.text for row in page.rows for word in row.words]


def test_words_stand_where_they_are_printed() -> None:
    page = pdf.pages(drawn(lambda sheet: sheet.drawString(100, 200, "Gold hoops")))[0]

    first = page.words[0]
    assert words(page) == ["Gold", "hoops"]
    assert (page.width, page.height) == (400, 300)
    assert first.x0 == pytest.approx(100, abs=1)
    assert first.top < 100 < first.bottom


def test_letters_that_are_drawn_one_by_one_are_words() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        for at in range(8):
            for x, text in ((40, "Hexnut"), (300, "25.45")):
                for end, letter in enumerate(text):
                    left = x + sheet.stringWidth(text[:end], "Helvetica", 12)
                    sheet.drawString(left, 280 - 14 * at, letter)

    assert words(pdf.pages(drawn(draw))[0]) == ["Hexnut", "25.45"] * 8


def test_bold_that_is_faked_is_read_once() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawString(100, 200, "Total")
        sheet.drawString(100.4, 200, "Total")

    assert words(pdf.pages(drawn(draw))[0]) == ["Total"]


def test_text_that_nobody_sees_is_left_out() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawString(100, 200, "seen")
        sheet.setFillColorRGB(1, 1, 1)
        sheet.drawString(100, 100, "hidden")

    assert words(pdf.pages(drawn(draw))[0]) == ["seen"]


def test_white_on_dark_is_seen() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.setFillColorRGB(0.1, 0.1, 0.3)
        sheet.rect(90, 190, 200, 30, stroke=0, fill=1)
        sheet.setFillColorRGB(1, 1, 1)
        sheet.drawString(100, 200, "Quantity")

    assert words(pdf.pages(drawn(draw))[0]) == ["Quantity"]


def test_a_turned_page_is_read_upright() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.rotate(90)
        sheet.drawString(50, -100, "Purchase order")
        sheet.drawString(50, -120, "No 4500118")

    page = pdf.pages(drawn(draw, turned=90))[0]

    assert [row.text for row in page.rows] == ["Purchase order", "No 4500118"]
    assert page.words[0].x0 == pytest.approx(50, abs=1)


def test_drawn_lines_are_ruling_lines() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.drawString(100, 200, "a")
        sheet.line(50, 150, 350, 150)
        sheet.line(60, 50, 60, 250)

    page = pdf.pages(drawn(draw))[0]

    assert [tuple(rule) for rule in page.levels] == [pytest.approx((50, 150, 350, 150), abs=1.5)]
    assert [tuple(rule) for rule in page.uprights] == [pytest.approx((60, 50, 60, 250), abs=1.5)]


@pytest.mark.parametrize(
    ("data", "words_of_it"),
    [
        (b"%PDF-1.7 and nothing more", "broken"),
        (drawn(lambda _: None), "none were recognised"),
        (drawn(lambda s: s.drawString(9, 9, "a"), encrypt=pdfencrypt.StandardEncryption("secret")), "password"),
    ],
    ids=["broken", "no text", "locked"],
)
def test_what_cannot_be_read_is_told_in_a_sentence(data: bytes, words_of_it: str) -> None:
    with pytest.raises(errors.UnreadableError, match=words_of_it) as raised:
        pdf.pages(data)

    assert isinstance(raised.value, DeskError)
    assert str(raised.value).endswith(".")
