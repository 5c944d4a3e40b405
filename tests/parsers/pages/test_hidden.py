import pytest

from parsers.pages import pdf
from tests.hostile import papers

SEEN = b"BT /F 12 Tf 72 700 Td (PO 4711) Tj ET\n"


def words(content: bytes, *, box: bytes = b"0 0 612 792", how: bytes = b"") -> str:
    found = pdf.pages(papers.page(papers.stream(content), box=box, how=how))
    return " ".join(word.text for page in found for word in page.words)


@pytest.mark.parametrize(
    "hidden",
    [
        b"1 g BT /F 12 Tf 72 600 Td (SECRET) Tj ET",
        b"BT /F 12 Tf 900 600 Td (SECRET) Tj ET",
        b"BT /F 12 Tf 72 -300 Td (SECRET) Tj ET",
        b"BT /F .5 Tf 72 600 Td (SECRET) Tj ET",
        b"BT /F 12 Tf 72 600 Td (SECRET) Tj ET 0 g 60 590 200 30 re f",
        b"BT /F 12 Tf 72 600 Td (SECRET) Tj ET 1 g 60 590 200 30 re f",
    ],
    ids=["white", "right of the page", "below the page", "tiny", "blacked out", "whited out"],
)
def test_words_of_a_pdf_that_nobody_sees_are_left_out(hidden: bytes) -> None:
    assert words(SEEN + hidden) == "PO 4711"


@pytest.mark.parametrize(
    "shown",
    [
        b".8 g 60 590 200 30 re f 0 g BT /F 12 Tf 72 600 Td (TOTAL) Tj ET",
        b"0 g 60 590 200 30 re f 1 g BT /F 12 Tf 72 600 Td (TOTAL) Tj ET",
        b"BT /F 12 Tf 72 600 Td (TOTAL) Tj ET 0 g q 400 0 9 9 re W n 60 590 200 30 re f Q",
        b"BT /F 12 Tf 72 600 Td (TOTAL) Tj ET q /G gs 1 1 0 rg 60 590 200 30 re f Q",
    ],
    ids=["on grey", "white on black", "an area clipped away", "a marker's yellow over it"],
)
def test_words_of_a_pdf_that_are_seen_stay(shown: bytes) -> None:
    assert words(SEEN + shown, how=b"/ExtGState<</G<</ca .4/BM/Multiply>>>>") == "PO 4711 TOTAL"


def test_the_page_as_it_is_cropped_is_what_is_seen() -> None:
    below = b"BT /F 12 Tf 72 100 Td (SECRET) Tj ET"

    assert words(SEEN + below, box=b"0 0 612 792]/CropBox[0 400 612 792") == "PO 4711"


def test_a_page_on_its_side_hides_the_same() -> None:
    hidden = b"BT /F 12 Tf 72 600 Td (SECRET) Tj ET 0 g 60 590 200 30 re f"

    assert words(SEEN + hidden, box=b"0 0 612 792]/Rotate 90/A[") == "PO 4711"
