"""Pictures of pages: each recognition takes seconds, so there are few of them, and each is asked several things."""

import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from desk.reading import Kind, Reading
from parsers import document, errors, pictures
from parsers.pages import overlay, pdf, picture, scan
from playground.samples import papers, truths, world
from tests.parsers.pages import scanned

TRUTH = truths.order_of(world.buyer("MELROSE"), [("RNG-114", 24), ("EAR-203", 48)], po_number="4500118")
PAPER = papers.draw_pdf(TRUTH)


@pytest.mark.slow
def test_a_scan_is_read_as_the_paper_it_shows_whatever_its_hidden_text_says() -> None:
    data = scanned.pdf(scanned.askew(scanned.sheet(PAPER)), layer="PO number 9999999")
    wanted = document.read(PAPER, name="order.pdf").orders[0]

    read = document.read(data, name="scan.pdf")

    (order,) = read.orders
    assert read.kind is Kind.PURCHASE_ORDER
    assert (order.po_number, order.order_date, order.total) == ("4500118", wanted.order_date, wanted.total)
    assert [(line.sku, line.quantity, line.unit_price) for line in order.lines] == [
        (line.sku, line.quantity, line.unit_price) for line in wanted.lines
    ]
    assert "9999999" not in repr(read)
    _is_drawn_where_it_was_found(data, read)


def _is_drawn_where_it_was_found(data: bytes, read: Reading) -> None:
    (drawn,) = pictures.draw(data, read)
    image = Image.open(io.BytesIO(drawn.png)).convert("RGB")
    box = read.orders[0].evidence["po_number"].box
    assert box is not None
    x0, top, x1, bottom = (round(edge * pictures.DOTS_PER_INCH / 72) for edge in box)
    dots = np.asarray(image.crop((x0, top, x1, bottom)), dtype=int)
    assert dots.sum(axis=2).min() < 300, "there is print in the box"
    assert dots[..., 1].mean() > dots[..., 0].mean(), "the box is green"


@pytest.mark.slow
def test_a_photograph_taken_upside_down_is_set_upright() -> None:
    photo = scanned.on_a_table(scanned.sheet(PAPER)).rotate(180)

    read = document.read(scanned.file(photo, "JPEG"), name="IMG_2041.jpg")

    (order,) = read.orders
    assert order.po_number == "4500118"
    assert [(line.sku, str(line.quantity)) for line in order.lines] == [("RNG-114", "24"), ("EAR-203", "48")]


def test_a_picture_of_nothing_is_told_in_a_sentence() -> None:
    with pytest.raises(errors.UnreadableError, match=r"No words were recognised in the picture empty\.png\."):
        scan.pages(scanned.file(Image.new("L", (900, 1200), 255), "PNG"), "empty.png")


def test_a_camera_that_says_how_it_was_held_is_believed() -> None:
    lying = scanned.sheet(PAPER).rotate(90, expand=True)

    (shown,) = picture.frames(scanned.file(lying, "JPEG", orientation=6), "a.jpg")

    assert shown.dots.shape[0] > shown.dots.shape[1]
    assert shown.fineness == pytest.approx(170, abs=1)


def test_every_page_of_a_tiff_is_a_page() -> None:
    out = io.BytesIO()
    pages = [Image.new("1", (600, 800), 1) for _ in range(3)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(200, 100))

    assert len(list(picture.frames(out.getvalue(), "fax.tif"))) == 3


def test_a_fax_with_rows_twice_as_high_as_wide_is_made_square() -> None:
    out = io.BytesIO()
    Image.new("1", (1728, 1100), 1).save(out, "TIFF", compression="group4", dpi=(204, 98))

    (shown,) = picture.frames(out.getvalue(), "fax.tif")

    assert shown.dots.shape[0] / shown.dots.shape[1] == pytest.approx(11.2 / 8.47, rel=0.02)


def test_a_picture_too_large_to_be_opened_is_not() -> None:
    out = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG")

    with pytest.raises(errors.UnreadableError, match="too large"):
        list(picture.frames(out.getvalue(), "bomb.png"))


def test_pages_that_were_not_looked_at_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_LOOKS", 0)
    both = scanned.pdf(Image.new("L", (900, 1200), 0), over="PO number 4711")

    (page,) = pdf.pages(both)

    assert page.trouble is not None
    assert page.trouble.endswith("What does it say?")
    assert "4711" in [word.text for word in page.words]


def test_a_picture_behind_words_is_looked_at_only_where_there_is_more_print_on_it() -> None:
    plain = scanned.pdf(Image.new("L", (900, 1200), 250), over="PO number 4711")
    (page,) = pdf.pages(plain)

    shown = picture.Picture(np.full((1200, 900), 250, np.uint8), 170)
    assert not page.seen
    assert not overlay.has_more(shown, page.words)
    shown.dots[300:330, 100:400] = 0
    assert overlay.has_more(shown, page.words)


def test_a_text_document_does_not_load_the_recogniser() -> None:
    asked = (
        "import sys; from parsers import readers; print(sorted({'cv2', 'rapidocr', 'onnxruntime'} & set(sys.modules)))"
    )

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"
