"""A PDF as pages of placed words and ruling lines, by pdfium."""

from typing import Any

import pypdfium2
from pypdfium2 import raw

from parsers import errors
from parsers.page import Page
from parsers.pages import glyphs, pdfium, strokes
from parsers.pages.place import Place

MOST_PAGES = 400
_QUARTER_TURN = 1.5707963
_TURNS = 4
_SAMPLE = 40  # characters looked at to tell how a page is turned


def pages(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF.

    Raises UnreadableError where the file is encrypted, broken, has too many pages, or holds no text at all.
    """
    document = _open(data)
    try:
        if len(document) > MOST_PAGES:
            raise errors.UnreadableError(
                f"The PDF has {len(document)} pages; at most {MOST_PAGES} are read. A person must look."
            )
        found = tuple(_page(document, index) for index in range(len(document)))
    finally:
        document.close()
    if not any(page.words for page in found):
        raise errors.UnreadableError("The PDF holds pictures and no text (a scan?). A person must look.")
    return found


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as refusal:
        if "password" in str(refusal).lower():
            raise errors.UnreadableError(
                "The PDF is encrypted with a password. Ask the sender for one without."
            ) from refusal
        raise errors.UnreadableError(
            "The PDF is broken and cannot be opened. Ask the sender for it again."
        ) from refusal


def _page(document: Any, index: int) -> Page:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0, 0, ())
    text = page.get_textpage()
    try:
        turn = _turn(text, page.get_rotation() // 90)
        left, bottom, right, top = page.get_bbox()
        place = Place(left, bottom, right - left, top - bottom, turn)
        drawing = strokes.Drawing(page, place)
        words, rules = tuple(glyphs.Glyphs(text, place).words(drawing)), drawing.rules()
    finally:
        text.close()
        page.close()
    wide, high = (place.width, place.height) if turn % 2 == 0 else (place.height, place.width)
    return Page(index + 1, wide, high, words, rules)


def _turn(text: Any, shown: int) -> int:
    """Quarter turns that set most characters upright; as the page is shown, where there is no majority."""
    count = raw.FPDFText_CountChars(text)
    step = max(1, count // _SAMPLE)
    leans = [
        round(angle / _QUARTER_TURN) % _TURNS for angle in pdfium.angles(pdfium.handle(text), range(0, count, step))
    ]
    most = max(set(leans), key=leans.count, default=0)
    return -most % _TURNS if leans.count(most) * 2 > len(leans) else shown
