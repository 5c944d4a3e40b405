"""Ruling lines of a PDF page, and its filled areas."""

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from parsers.page import Rule
from parsers.pages.place import Box, Place

MOST_SHAPES = 20_000
MOST_SEGMENTS = 4000
FEW = 12  # segments of a path that is a box
THIN = 2.0  # points: a filled box not thicker than this is a ruling line
LONG = 6.0  # points: anything shorter is a glyph, a dot or a bullet
DARK = 215  # of 255: white letters show on anything darker

Fill = tuple[Box, bool]  # an area, and whether white letters show on it


def shapes(page: Any, place: Place) -> tuple[list[Rule], list[Fill]]:
    """Ruling lines, and filled areas (with whether white would be seen on them)."""
    lines: list[Rule] = []
    fills: list[Fill] = []
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


def _bounds(thing: Any, place: Place) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return place.box(left.value, bottom.value, right.value, top.value)


def _draw(thing: Any, place: Place, lines: list[Rule], fills: list[Fill]) -> None:
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
    if mode.value and raw.FPDFPath_CountSegments(thing) <= FEW:
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


def _strokes(thing: Any, place: Place) -> Iterator[Rule]:
    """The straight level and upright pieces of a drawn path."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    before: tuple[float, float] | None = None
    begun: tuple[float, float] | None = None
    for index in range(min(raw.FPDFPath_CountSegments(thing), MOST_SEGMENTS)):
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


def _straight_piece(start: tuple[float, float], end: tuple[float, float], place: Place) -> Iterator[Rule]:
    wide, high = abs(start[0] - end[0]), abs(start[1] - end[1])
    if min(wide, high) <= THIN and max(wide, high) >= LONG:
        yield _rule(
            place.box(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
        )
