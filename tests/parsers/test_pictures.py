"""A picture of a page shows a box around everything that was read from it, and which of it is in doubt."""

import io
from dataclasses import replace

from PIL import Image

from desk import reading
from parsers import document, pictures
from playground.samples import papers, strays, truths, world

TRUTH = truths.order_of(world.buyer("MELROSE"), [("RNG-114", 24), ("EAR-203", 48)], po_number="4500118")
PAPER = papers.draw_pdf(TRUTH)
READ = document.read(PAPER, name="order.pdf")


def _colour_around(picture: pictures.Picture, box: tuple[float, float, float, float]) -> tuple[int, ...]:
    """The colour of the left edge of a box, halfway down."""
    image = Image.open(io.BytesIO(picture.png)).convert("RGB")
    scale = pictures.DOTS_PER_INCH / 72
    middle = round((box[1] + box[3]) / 2 * scale)
    near = [image.getpixel((round(box[0] * scale) + step, middle)) for step in (-1, 0, 1)]
    return min((pixel for pixel in near if isinstance(pixel, tuple)), key=sum)


def test_each_page_with_evidence_is_drawn_and_a_box_stands_where_the_words_do() -> None:
    (picture,) = pictures.draw(PAPER, READ)
    box = READ.orders[0].evidence["po_number"].box
    assert picture.page == 1
    assert box is not None
    red, green, blue = _colour_around(picture, box)
    assert green > red
    assert green > blue


def test_what_is_in_doubt_has_another_colour() -> None:
    doubted = replace(READ, doubts=(reading.Doubt("po_number", "Is that the number?"),))
    box = READ.orders[0].evidence["po_number"].box
    assert box is not None
    red, green, _ = _colour_around(pictures.draw(PAPER, doubted)[0], box)
    assert red > green


def test_what_is_no_pdf_or_holds_no_order_has_no_picture() -> None:
    blank = strays.picture_only()
    assert pictures.draw(blank, document.read(blank, name="scan.pdf")) == ()
    assert pictures.draw(b"12 x RNG-114", READ) == ()
