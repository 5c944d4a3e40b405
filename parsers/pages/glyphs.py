"""Words of a PDF page: pdfium's characters, split at its own white space, boxed by their first and last character.

Text that nobody sees - white on nothing dark, wholly transparent - is left out.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from pypdfium2 import raw

from parsers.page import Word
from parsers.pages.place import Box, Place
from parsers.pages.strokes import Fill

WHITE = 244  # of 255
_WORD = re.compile(r"[^\s\x00\ufffe\ufeff\u200b]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d{3})")
_SHAPES = ((0xFB00, 0xFDFF), (0xFE70, 0xFEFF), (0xFF01, 0xFF5E))  # ligatures, Arabic forms, wide letters
_HALF_DOWN = 0.6  # of a letter's height: the next letter is on another line

Run = tuple[int, str, Box, Box]  # first character, letters, boxes of the first and the last


class Glyphs:
    """The characters of one page."""

    def __init__(self, text: Any, place: Place) -> None:
        self.text, self.place = text, place
        self._rect = raw.FS_RECTF()
        self._inks = [ctypes.c_uint() for _ in range(4)]

    def words(self, fills: Sequence[Fill]) -> Iterator[Word]:
        """The words that can be seen, each once: bold is sometimes faked by printing twice, a hair apart."""
        seen: set[tuple[str, int, int]] = set()
        characters = self.characters()
        is_mixed = bool(_RIGHT_TO_LEFT.search(characters))
        for match in _WORD.finditer(characters):
            for first, letters, start, end in self._parted(match):
                whole = _around(start, end)
                said = letters
                if is_mixed and len(letters) > 1 and not _RIGHT_TO_LEFT.search(letters):
                    said, whole = self._left_to_right(first, letters)
                key = (said, round(whole[0] / 1.5), round(whole[1] / 1.5))
                if key in seen or whole[2] - whole[0] <= 0 or self._is_hidden(first, whole, fills):
                    continue
                seen.add(key)
                yield Word(said if said.isascii() else _readable(said), *whole)

    def characters(self) -> str:
        """All characters of the page, one for each of pdfium's."""
        count = raw.FPDFText_CountChars(self.text)
        if count <= 0:
            return ""
        room = ctypes.create_string_buffer(2 * (count + 1))
        units = ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort))
        written = raw.FPDFText_GetText(self.text, 0, count, units)
        found = room.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(found) == count:
            return found
        # A character outside the basic plane takes two units: go one by one, so that places stay true.
        return "".join(chr(raw.FPDFText_GetUnicode(self.text, index) or 32) for index in range(count))

    def _box(self, index: int) -> Box:
        rect = self._rect
        raw.FPDFText_GetLooseCharBox(self.text, index, rect)
        return self.place.box(rect.left, rect.bottom, rect.right, rect.top)

    def _parted(self, match: re.Match[str]) -> Iterator[Run]:
        """A word; "NumbPO-4711", printed as two things of which one runs into the other, is cut between them."""
        letters, start, end = match.group(), match.start(), match.end() - 1
        cut = _GLUED.search(letters)
        at = start + cut.start() if cut else 0
        if cut and self._thing(at - 1) != self._thing(at):
            yield start, letters[: cut.start()], self._box(start), self._box(at - 1)
            yield at, letters[cut.start() :], self._box(at), self._box(end)
            return
        first = self._box(start)
        last = self._box(end) if end > start else first
        height = max(first[3] - first[1], 1)
        is_level = abs(first[1] - last[1]) < height * _HALF_DOWN
        fits = -height < last[2] - first[0] < (len(letters) + 2) * height * 1.2
        if (is_level and fits) or _RIGHT_TO_LEFT.search(letters):
            yield start, letters, first, last
        else:
            yield from self._jumping(start, letters, first, height)

    def _jumping(self, start: int, letters: str, first: Box, height: float) -> Iterator[Run]:
        """A word that jumps to another line or far away is cut where it jumps."""
        begun, begin, before = 0, first, first
        for at in range(1, len(letters)):
            here = self._box(start + at)
            is_far = here[0] - before[2] > height or here[0] < before[0] - height
            if is_far or abs(here[1] - before[1]) > height * _HALF_DOWN:
                yield start + begun, letters[begun:at], begin, before
                begun, begin = at, here
            before = here
        yield start + begun, letters[begun:], begin, before

    def _thing(self, index: int) -> int | None:
        """Which text object of the page prints a character."""
        return ctypes.cast(raw.FPDFText_GetTextObject(self.text, index), ctypes.c_void_p).value

    def _left_to_right(self, first: int, letters: str) -> tuple[str, Box]:
        """On a page with right-to-left lines pdfium turns some codes ("-2024-83148PO"): as they are seen."""
        boxes = [self._box(first + at) for at in range(len(letters))]
        order = sorted(range(len(letters)), key=lambda at: boxes[at][0])
        whole = boxes[0]
        for box in boxes[1:]:
            whole = _around(whole, box)
        return "".join(letters[at] for at in order), whole

    def _is_hidden(self, index: int, whole: Box, fills: Sequence[Fill]) -> bool:
        red, green, blue, alpha = self._inks
        if not raw.FPDFText_GetFillColor(self.text, index, red, green, blue, alpha):
            return False
        if not alpha.value:
            return True
        if red.value < WHITE or green.value < WHITE or blue.value < WHITE:
            return False
        x, y = (whole[0] + whole[2]) / 2, (whole[1] + whole[3]) / 2
        return not any(
            is_dark for box, is_dark in fills if box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1
        )


def _around(first: Box, last: Box) -> Box:
    return (
        min(first[0], last[0]),
        min(first[1], last[1]),
        max(first[2], last[2]),
        max(first[3], last[3]),
    )


def _readable(letters: str) -> str:
    """One spelling for ligatures, wide digits and the shapes that Arabic letters take."""
    plain = letters.replace("\u00ad", "-").replace("\u2212", "-")
    return "".join(unicodedata.normalize("NFKC", one) if _is_shape(ord(one)) else one for one in plain)


def _is_shape(code: int) -> bool:
    return any(low <= code <= high for low, high in _SHAPES)
