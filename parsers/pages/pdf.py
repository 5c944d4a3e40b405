"""A PDF as pages of placed words and ruling lines, by pdfium.

Words are split at pdfium's own white space (it adds the spaces that a PDF leaves out) and boxed by their first and
last characters. Text that nobody sees - white on nothing dark, wholly transparent - is left out.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from parsers import errors
from parsers.page import Page, Rule, Word

MOST_PAGES = 400
MOST_SHAPES = 20_000
THIN = 2.0  # points: a filled box not thicker than this is a ruling line
LONG = 6.0  # points: anything shorter is a glyph, a dot or a bullet
WHITE = 244
DARK = 215

Box = tuple[float, float, float, float]
_WORD = re.compile(r"[^\s\x00\ufffe\ufeff\u200b]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class _Place(NamedTuple):
    """How a page is turned: from pdfium's coordinates (origin bottom left, unturned) to ours."""

    left: float
    bottom: float
    width: float
    height: float
    turn: int  # quarter turns clockwise

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of pdfium in points from the top left of the page as it is shown."""
        x0, x1 = left - self.left, right - self.left
        y0, y1 = bottom - self.bottom, top - self.bottom
        if self.turn == 0:
            return x0, self.height - y1, x1, self.height - y0
        if self.turn == 1:
            return y0, x0, y1, x1
        if self.turn == 2:
            return self.width - x1, y0, self.width - x0, y1
        return self.height - y1, self.width - x1, self.height - y0, self.width - x0


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
        place = _Place(left, bottom, right - left, top - bottom, turn)
        lines, fills = _shapes(page, place)
        words = tuple(_words(text, place, fills))
    finally:
        text.close()
        page.close()
    wide, high = (place.width, place.height) if turn % 2 == 0 else (place.height, place.width)
    return Page(index + 1, wide, high, words, tuple(lines))


def _turn(text: Any, shown: int) -> int:
    """Quarter turns that set most characters upright; as the page is shown, where there is no majority."""
    count = raw.FPDFText_CountChars(text)
    step = max(1, count // 40)
    leans = [round(raw.FPDFText_GetCharAngle(text, index) / 1.5707963) % 4 for index in range(0, count, step)]
    most = max(set(leans), key=leans.count, default=0)
    return -most % 4 if leans.count(most) * 2 > len(leans) else shown


# -- words ---------------------------------------------------------------------------------------------------------


def _words(text: Any, place: _Place, fills: list[tuple[Box, bool]]) -> Iterator[Word]:
    seen: set[tuple[str, int, int]] = set()
    characters = _characters(text)
    is_mixed = bool(_RIGHT_TO_LEFT.search(characters))
    for match in _WORD.finditer(characters):
        for first, last, letters in _parted(text, match, place):
            whole = _around(_char_box(text, first, place), _char_box(text, last, place))
            if is_mixed and len(letters) > 1 and not _RIGHT_TO_LEFT.search(letters):
                letters, whole = _left_to_right(text, first, letters, place)  # noqa: PLW2901 - put in order
            key = (letters, round(whole[0] / 1.5), round(whole[1] / 1.5))
            # Bold is sometimes faked by printing twice, a hair apart.
            if key in seen or whole[2] - whole[0] <= 0 or _is_hidden(text, first, whole, fills):
                continue
            seen.add(key)
            yield Word(_readable(letters), *whole)


def _characters(text: Any) -> str:
    count = raw.FPDFText_CountChars(text)
    if count <= 0:
        return ""
    room = ctypes.create_string_buffer(2 * (count + 1))
    written = raw.FPDFText_GetText(text, 0, count, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)))
    found = room.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(found) == count:
        return found
    # A character outside the basic plane takes two units: go one by one, so that places stay true.
    return "".join(chr(raw.FPDFText_GetUnicode(text, index) or 32) for index in range(count))


def _char_box(text: Any, index: int, place: _Place) -> Box:
    room = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, room)
    return place.box(room.left, room.bottom, room.right, room.top)


def _around(first: Box, last: Box) -> Box:
    return (
        min(first[0], last[0]),
        min(first[1], last[1]),
        max(first[2], last[2]),
        max(first[3], last[3]),
    )


_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z]{2})|(?<=[a-z])(?=\d{3})")


def _parted(text: Any, match: re.Match[str], place: _Place) -> Iterator[tuple[int, int, str]]:
    """A word; "NumbPO-4711", printed as two things of which one runs into the other, is cut between them."""
    cut = _GLUED.search(match.group())
    if cut:
        at = match.start() + cut.start()
        if _thing(text, at - 1) != _thing(text, at):
            yield match.start(), at - 1, match.group()[: cut.start()]
            yield at, match.end() - 1, match.group()[cut.start() :]
            return
    yield from _straight(text, match, place)


def _thing(text: Any, index: int) -> int | None:
    """Which text object of the page prints a character."""
    return ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value


def _straight(text: Any, match: re.Match[str], place: _Place) -> Iterator[tuple[int, int, str]]:
    """A word's first and last character; a word that jumps to another line is cut where it jumps."""
    start, end = match.start(), match.end() - 1
    letters = match.group()
    first, last = _char_box(text, start, place), _char_box(text, end, place)
    height = max(first[3] - first[1], 1)
    wide = last[2] - first[0]
    is_level = abs(first[1] - last[1]) < height * 0.6
    fits = -height < wide < (len(letters) + 2) * height * 1.2
    if (is_level and fits) or _RIGHT_TO_LEFT.search(letters):
        yield start, end, letters
        return
    begun, before = start, first
    for index in range(start + 1, end + 1):
        here = _char_box(text, index, place)
        if abs(here[1] - before[1]) > height * 0.6 or here[0] - before[2] > height or here[0] < before[0] - height:
            yield begun, index - 1, letters[begun - start : index - start]
            begun = index
        before = here
    yield begun, end, letters[begun - start :]


def _left_to_right(text: Any, first: int, letters: str, place: _Place) -> tuple[str, Box]:
    """On a page with right-to-left lines pdfium turns some codes ("-2024-83148PO"): order them as they are seen."""
    boxes = [_char_box(text, first + at, place) for at in range(len(letters))]
    order = sorted(range(len(letters)), key=lambda at: boxes[at][0])
    whole = boxes[0]
    for box in boxes[1:]:
        whole = _around(whole, box)
    return "".join(letters[at] for at in order), whole


def _readable(letters: str) -> str:
    """One spelling for ligatures, wide digits and the shapes that Arabic letters take."""
    if letters.isascii():
        return letters
    return "".join(
        unicodedata.normalize("NFKC", letter) if _is_shape(letter) else letter
        for letter in letters.replace("\u00ad", "-").replace("\u2212", "-")
    )


def _is_shape(letter: str) -> bool:
    code = ord(letter)
    return 0xFB00 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF or 0xFF01 <= code <= 0xFF5E


def _is_hidden(text: Any, index: int, whole: Box, fills: list[tuple[Box, bool]]) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha):
        return False
    if alpha.value == 0:
        return True
    if min(red.value, green.value, blue.value) < WHITE:
        return False
    x, y = (whole[0] + whole[2]) / 2, (whole[1] + whole[3]) / 2
    over = [dark for box, dark in fills if box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1]
    return not any(over)


# -- shapes --------------------------------------------------------------------------------------------------------


def _shapes(page: Any, place: _Place) -> tuple[list[Rule], list[tuple[Box, bool]]]:
    """Ruling lines, and filled areas (with whether white would be seen on them)."""
    lines: list[Rule] = []
    fills: list[tuple[Box, bool]] = []
    count = min(raw.FPDFPage_CountObjects(page), MOST_SHAPES)
    for index in range(count):
        thing = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _draw(thing, place, lines, fills)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            for inner in range(min(raw.FPDFFormObj_CountObjects(thing), MOST_SHAPES)):
                part = raw.FPDFFormObj_GetObject(thing, inner)
                if raw.FPDFPageObj_GetType(part) == raw.FPDF_PAGEOBJ_PATH:
                    _draw(part, place, lines, fills)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            fills.append((_bounds(thing, place), True))
    return lines, fills


def _bounds(thing: Any, place: _Place) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return place.box(left.value, bottom.value, right.value, top.value)


def _draw(thing: Any, place: _Place, lines: list[Rule], fills: list[tuple[Box, bool]]) -> None:
    whole = _bounds(thing, place)
    wide, high = whole[2] - whole[0], whole[3] - whole[1]
    if wide < LONG and high < LONG:
        return
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, mode, stroke)
    if min(wide, high) <= THIN:
        if mode.value or stroke.value:
            lines.append(_rule(whole))
        return
    if mode.value and raw.FPDFPath_CountSegments(thing) <= 12:
        fills.append((whole, _is_dark(thing)))
    if stroke.value:
        lines.extend(_strokes(thing, place))


def _rule(box: Box) -> Rule:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return Rule(x, box[1], x, box[3]) if box[3] - box[1] > box[2] - box[0] else Rule(box[0], y, box[2], y)


def _is_dark(thing: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return True
    return min(red.value, green.value, blue.value) < DARK and alpha.value > 0


def _strokes(thing: Any, place: _Place) -> Iterator[Rule]:
    """The straight level and upright pieces of a drawn path."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    before: tuple[float, float] | None = None
    begun: tuple[float, float] | None = None
    for index in range(min(raw.FPDFPath_CountSegments(thing), 4000)):
        segment = raw.FPDFPath_GetPathSegment(thing, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = here
        elif kind == raw.FPDF_SEGMENT_LINETO and before:
            yield from _straight_piece(before, here, place)
        if raw.FPDFPathSegment_GetClose(segment) and begun:
            yield from _straight_piece(here, begun, place)
        before = here


def _straight_piece(start: tuple[float, float], end: tuple[float, float], place: _Place) -> Iterator[Rule]:
    wide, high = abs(start[0] - end[0]), abs(start[1] - end[1])
    if min(wide, high) <= THIN and max(wide, high) >= LONG:
        yield _rule(
            place.box(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
        )
