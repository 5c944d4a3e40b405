"""pdfium's small calls made for many things at once: the loop runs in C and the answers land in one array.

A page takes a thousand calls of a quarter of a microsecond each; what Python adds around a single call costs more than
the call. So handles are plain numbers here, addresses are computed, and `map` does the looping.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

Handle = int
Floats = NDArray[np.float32]

_OBJECT, _INT, _OUT = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
_NO_INK = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_WORD = 4  # bytes of one of pdfium's numbers, whole or broken


def _call(function: Any, answer: Any, *given: Any) -> Callable[..., Any]:
    """The same function of pdfium, for numbers instead of typed pointers; it is too short to let other threads run."""
    return ctypes.PYFUNCTYPE(answer, *given)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_loose_box = _call(raw.FPDFText_GetLooseCharBox, _INT, _OBJECT, _INT, _OUT)
_count_characters = _call(raw.FPDFText_CountChars, _INT, _OBJECT)
_text = _call(raw.FPDFText_GetText, _INT, _OBJECT, _INT, _INT, _OUT)
_angle = _call(raw.FPDFText_GetCharAngle, ctypes.c_float, _OBJECT, _INT)
_text_object = _call(raw.FPDFText_GetTextObject, _OBJECT, _OBJECT, _INT)
_page_object = _call(raw.FPDFPage_GetObject, _OBJECT, _OBJECT, _INT)
_form_object = _call(raw.FPDFFormObj_GetObject, _OBJECT, _OBJECT, ctypes.c_ulong)
_kind = _call(raw.FPDFPageObj_GetType, _INT, _OBJECT)
_bounds = _call(raw.FPDFPageObj_GetBounds, _INT, _OBJECT, *[_OUT] * 4)
_fill_colour = _call(raw.FPDFPageObj_GetFillColor, _INT, _OBJECT, *[_OUT] * 4)
_draw_mode = _call(raw.FPDFPath_GetDrawMode, _INT, _OBJECT, _OUT, _OUT)
_count_segments = _call(raw.FPDFPath_CountSegments, _INT, _OBJECT)
_segment = _call(raw.FPDFPath_GetPathSegment, _OBJECT, _OBJECT, _INT)
_point = _call(raw.FPDFPathSegment_GetPoint, _INT, _OBJECT, _OUT, _OUT)
_segment_kind = _call(raw.FPDFPathSegment_GetType, _INT, _OBJECT)
_is_closing = _call(raw.FPDFPathSegment_GetClose, _INT, _OBJECT)
_render_mode = _call(raw.FPDFTextObj_GetTextRenderMode, _INT, _OBJECT)
_has_transparency = _call(raw.FPDFPageObj_HasTransparency, _INT, _OBJECT)
_matrix = _call(raw.FPDFPageObj_GetMatrix, _INT, _OBJECT, _OUT)


def handle(thing: Any) -> Handle:
    """The number behind a pointer of pypdfium2, or behind one of its objects."""
    return ctypes.cast(getattr(thing, "raw", thing), ctypes.c_void_p).value or 0


def loose_boxes(text: Handle, characters: Sequence[int]) -> Floats:
    """Of each character: left, bottom, right, top; as high as its font, as wide as its advance."""
    found = np.zeros((len(characters), 4), np.float32)
    _drain(map(_loose_box, repeat(text), characters, _places(found)[0]))
    return found[:, (0, 3, 2, 1)]  # FS_RECTF is left, top, right, bottom


def codes(text: Handle) -> NDArray[np.uint16]:
    """The characters of a page in UTF-16: as many units as pdfium has characters, or more."""
    count = max(0, _count_characters(text))
    room = np.zeros(2 * count + 1, np.uint16)
    written = _text(text, 0, count, room.ctypes.data) if count else 0
    return room[: max(0, written - 1)]


def angles(text: Handle, characters: Sequence[int]) -> list[float]:
    """Of each character how far it is turned, in radians."""
    return list(map(_angle, repeat(text), characters))


def text_objects(text: Handle, characters: Sequence[int]) -> list[Handle]:
    """What prints each character; 0 for a space that pdfium added."""
    return [thing or 0 for thing in map(_text_object, repeat(text), characters)]


def objects(page: Any, most: int) -> tuple[list[Handle], list[int]]:
    """What is drawn on a page, in the order in which it is, and the kind of each."""
    count = min(raw.FPDFPage_CountObjects(page), most)
    found = list(map(_page_object, repeat(handle(page)), range(count)))
    return found, list(map(_kind, found))


def parts(form: Handle, most: int) -> tuple[list[Handle], list[int]]:
    """What is drawn in a form, in the order in which it is, and the kind of each."""
    count = min(raw.FPDFFormObj_CountObjects(ctypes.cast(form, raw.FPDF_PAGEOBJECT)), most)
    found = list(map(_form_object, repeat(form), range(max(0, count))))
    return found, list(map(_kind, found))


def bounds(things: Sequence[Handle]) -> Floats:
    """Of each thing: left, bottom, right, top, as its own matrix places it."""
    found = np.zeros((len(things), 4), np.float32)
    _drain(map(_bounds, things, *_places(found)))
    return found


def fill_colours(things: Sequence[Handle]) -> NDArray[np.uint32]:
    """Of each thing: red, green, blue, opacity, up to 255; black where pdfium does not know."""
    found = np.zeros((len(things), 4), np.uint32)
    known = list(map(_fill_colour, things, *_places(found)))
    found[~np.array(known, bool)] = (0, 0, 0, 255)
    return found


def are_unseen(texts: Sequence[Handle]) -> NDArray[np.bool_]:
    """Of each text: it is printed without any ink, as a layer under which lies a picture of it."""
    return np.isin(np.fromiter(map(_render_mode, texts), np.int64, len(texts)), _NO_INK)


def is_clear(thing: Handle) -> bool:
    """What lies under this thing may be seen through it."""
    return bool(_has_transparency(thing))


def draw_modes(paths: Sequence[Handle]) -> NDArray[np.bool_]:
    """Of each path: is it filled, is its edge drawn."""
    found = np.zeros((len(paths), 2), np.int32)
    _drain(map(_draw_mode, paths, *_places(found)))
    return found.astype(np.bool_)


def segment_counts(paths: Sequence[Handle]) -> NDArray[np.int64]:
    """How many pieces each path has."""
    return np.fromiter(map(_count_segments, paths), np.int64, len(paths))


def points(paths: Sequence[Handle], segments: Sequence[int] | Iterable[int]) -> Floats:
    """Of each path, where its piece of this number ends, before its matrix places it."""
    found = np.zeros((len(paths), 2), np.float32)
    _drain(map(_point, map(_segment, paths, segments), *_places(found)))
    return found


def segments(path: Handle, count: int) -> tuple[Floats, list[int], list[int]]:
    """The first pieces of one path: where each ends, its kind, and whether it closes the figure."""
    ones = list(map(_segment, repeat(path), range(count)))
    found = np.zeros((len(ones), 2), np.float32)
    _drain(map(_point, ones, *_places(found)))
    return found, list(map(_segment_kind, ones)), list(map(_is_closing, ones))


def matrices(things: Sequence[Handle]) -> Floats:
    """Of each thing: a, b, c, d, e, f."""
    found = np.zeros((len(things), 6), np.float32)
    _drain(map(_matrix, things, _places(found)[0]))
    return found


def _places(found: NDArray[Any]) -> list[range]:
    """For each column of an array of four-byte numbers, the addresses of its cells."""
    start, step = found.ctypes.data, found.shape[1] * _WORD
    return [range(start + at * _WORD, start + at * _WORD + step * len(found), step) for at in range(found.shape[1])]


def _drain(calls: Iterable[Any]) -> None:
    deque(calls, maxlen=0)
