from collections.abc import Callable

import pytest
from reportlab.pdfgen import canvas

from parsers.pages import pdf
from tests.parsers.pages.test_pdf import drawn

Draw = Callable[[canvas.Canvas], None]
SQUARE = [(50, 100, 50, 150), (150, 100, 150, 150), (50, 100, 150, 100), (50, 150, 150, 150)]


def rules(draw: Draw) -> list[tuple[float, ...]]:
    def with_a_word(sheet: canvas.Canvas) -> None:
        sheet.drawString(300, 20, "a")
        draw(sheet)

    return [tuple(rule) for rule in pdf.pages(drawn(with_a_word))[0].rules]


def near(*wanted: tuple[float, ...]) -> list[object]:
    return [pytest.approx(rule, abs=1.2) for rule in wanted]


def test_a_box_that_is_drawn_has_four_edges() -> None:
    assert rules(lambda sheet: sheet.rect(50, 150, 100, 50)) == near(*SQUARE)


def test_a_broad_pen_changes_no_edge() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.setLineWidth(3)
        sheet.rect(50, 150, 100, 50)

    assert rules(draw) == near(*SQUARE)


def test_a_box_on_paper_that_was_moved_and_stretched_stands_where_it_is_seen() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.translate(10, 100)
        sheet.scale(2, 0.5)
        sheet.rect(20, 100, 50, 100)

    assert rules(draw) == near(*SQUARE)


def test_a_box_in_a_form_in_a_form_stands_where_it_is_seen() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.beginForm("inner")
        sheet.rect(0, 0, 100, 50)
        sheet.line(0, 25, 100, 25)
        sheet.endForm()
        sheet.beginForm("outer")
        sheet.translate(30, 100)
        sheet.doForm("inner")
        sheet.endForm()
        sheet.translate(20, 50)
        sheet.doForm("outer")

    assert rules(draw) == near(*SQUARE[:3], (50, 125, 150, 125), SQUARE[3])


def test_a_slanting_figure_of_four_corners_is_no_box() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        path = sheet.beginPath()
        path.moveTo(100, 150)
        for x, y in ((150, 175), (100, 200), (50, 175)):
            path.lineTo(x, y)
        path.close()
        sheet.drawPath(path)

    assert rules(draw) == []


def test_the_straight_pieces_of_a_long_path_are_lines() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        path = sheet.beginPath()
        path.moveTo(50, 200)
        for x, y in ((150, 200), (150, 150), (180, 120), (50, 120)):
            path.lineTo(x, y)
        path.close()
        path.moveTo(200, 50)
        path.lineTo(200, 90)
        sheet.drawPath(path)

    assert rules(draw) == near(
        (50, 100, 50, 180), (150, 100, 150, 150), (200, 210, 200, 250), (50, 100, 150, 100), (50, 180, 180, 180)
    )


def test_thin_filled_boxes_are_lines_and_dots_are_none() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.rect(50, 199.5, 100, 1, stroke=0, fill=1)
        sheet.rect(50, 100, 3, 3, stroke=0, fill=1)

    assert rules(draw) == near((50, 100, 150, 100))


def test_an_invisible_path_is_no_line() -> None:
    assert rules(lambda sheet: sheet.rect(50, 150, 100, 50, stroke=0, fill=0)) == []


def test_what_lies_far_outside_every_page_is_left_out() -> None:
    assert rules(lambda sheet: sheet.rect(1e7, 1e7, 1e9, 1e9)) == []


def test_lines_turn_with_the_words_beside_them() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.rotate(90)
        sheet.drawString(50, -100, "Purchase order")
        sheet.line(50, -110, 150, -110)

    page = pdf.pages(drawn(draw))[0]

    assert [tuple(rule) for rule in page.levels] == near((50, 110, 150, 110))
    assert page.words[0].bottom < 110


def test_white_words_are_seen_on_a_dark_box_in_a_form() -> None:
    def draw(sheet: canvas.Canvas) -> None:
        sheet.beginForm("band")
        sheet.setFillColorRGB(0.1, 0.1, 0.3)
        sheet.rect(0, 0, 200, 30, stroke=0, fill=1)
        sheet.endForm()
        sheet.translate(90, 190)
        sheet.doForm("band")
        sheet.setFillColorRGB(1, 1, 1)
        sheet.drawString(10, 10, "Quantity")

    assert [word.text for word in pdf.pages(drawn(draw))[0].words] == ["Quantity"]
