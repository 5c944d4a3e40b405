"""A PDF as pages of placed words and ruling lines, by pdfium; what is a picture in it is recognised."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from parsers import errors
from parsers.page import Page
from parsers.pages import belief, glyphs, pdfium, strokes
from parsers.pages.place import Place

MOST_PAGES = 400
MOST_LOOKS = 12  # pages of one file that are recognised as pictures; each takes seconds
_QUARTER_TURN = 1.5707963
_TURNS = 4
_SAMPLE = 40  # characters looked at to tell how a page is turned


def pages(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF.

    Raises UnreadableError where the file is encrypted, broken, has too many pages, or nothing on it can be read.
    """
    document = opened(data)
    try:
        if len(document) > MOST_PAGES:
            raise errors.UnreadableError(
                f"The PDF has {len(document)} pages; at most {MOST_PAGES} are read. A person must look."
            )
        found = tuple(_pages(document))
    finally:
        document.close()
    if not any(page.words for page in found):
        raise errors.UnreadableError("No words are in the PDF, and none were recognised. A person must look.")
    return found


def _pages(document: Any) -> Iterator[Page]:
    looks, lies = 0, False
    for index in range(len(document)):
        # A font that says other letters than it draws does so on every page: the first one tells.
        page, is_replaced = _page(document, index, may_look=looks < MOST_LOOKS, is_suspect=lies or index == 0)
        looks += bool(page.seen)
        lies |= is_replaced
        yield page


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The PDF itself; raises UnreadableError where it is encrypted or broken."""
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


class Look(NamedTuple):
    """How a page is read: as a picture of which all words were recognised, and turned by quarters clockwise."""

    is_picture: bool
    turns: int


def look(sheet: Any) -> Look:
    """How a page of pdfium's is read."""
    layer = _layer(sheet, 1)
    return Look(not layer.page.words, layer.turns)


class _Layer(NamedTuple):
    """The text of a page as the file states it, and whether the page must be looked at as a picture."""

    page: Page
    turns: int  # quarter turns, clockwise, from how it is shown to how it is read
    is_pictured: bool


def _page(document: Any, index: int, *, may_look: bool, is_suspect: bool) -> tuple[Page, bool]:
    """A page, and whether its text was found to say something else than it shows."""
    try:
        sheet = document[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0, 0, ()), False
    try:
        page, turns, is_pictured = _layer(sheet, index + 1)
        is_doubted = belief.is_strange(page.words) or (is_suspect and belief.says_nothing(page.words))
        if not (is_doubted or is_pictured):
            return page, False
        if not may_look:
            why = f"Page {page.number} is a picture and was not read; at most {MOST_LOOKS} in a file are."
            return replace(page, trouble=f"{why} What does it say?"), False
        from parsers.pages import overlay  # noqa: PLC0415 - a PDF of text alone must not pay for loading it

        seen = overlay.of(sheet, page, turns, is_doubted=is_doubted)
        return seen, is_doubted and seen is not page
    finally:
        sheet.close()


def _layer(sheet: Any, number: int) -> _Layer:
    text = sheet.get_textpage()
    try:
        shown = sheet.get_rotation() // 90
        turn = _turn(text, shown)
        left, bottom, right, top = sheet.get_bbox()
        place = Place(left, bottom, right - left, top - bottom, turn)
        whole = place.width * place.height
        drawing = strokes.Drawing(sheet, place)
        covered = belief.covered(sheet, whole) if len(drawing.pictures()) else frozenset()
        words, rules = tuple(glyphs.Glyphs(text, place, covered).words(drawing)), drawing.rules()
        is_pictured = belief.shared(drawing.pictures(), whole) >= belief.LARGE or not (words or drawing.is_empty)
    finally:
        text.close()
    wide, high = (place.width, place.height) if turn % 2 == 0 else (place.height, place.width)
    return _Layer(Page(number, wide, high, words, rules), turn - shown, is_pictured)


def _turn(text: Any, shown: int) -> int:
    """Quarter turns that set most characters upright; as the page is shown, where there is no majority."""
    count = raw.FPDFText_CountChars(text)
    step = max(1, count // _SAMPLE)
    leans = [
        round(angle / _QUARTER_TURN) % _TURNS for angle in pdfium.angles(pdfium.handle(text), range(0, count, step))
    ]
    most = max(set(leans), key=leans.count, default=0)
    return -most % _TURNS if leans.count(most) * 2 > len(leans) else shown
