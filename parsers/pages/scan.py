"""A picture of a page -> its words with places, recognised, and its ruling lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from parsers import errors
from parsers.page import Page, Rule, Seen, Word
from parsers.pages import (
    flatten,
    lettering,
    level,
    lonely,
    picture,
    points,
    prose,
    recogniser,
    ruling,
    seen_rules,
    stamps,
    stature,
)
from parsers.pages.lettering import Piece
from parsers.pages.picture import Grey, Picture

MOST_PAGES = 12  # pictures of one file that are recognised; each takes seconds
_UPRIGHT = 2.2  # times as high as wide: print that runs up or down the page
_SAMPLE = 6  # lines by which a page is tried for standing on its head
_GOOD = 0.86  # certainty of print that stands upright
_EDGE = 4  # dots
_LEAST = 6  # dots: nothing smaller is print
_TYPED = 0.2  # a typewriter's letters are low for the room they take, and stand in much white
_INK = 60  # of 255: print differs so much from its paper


class _Line(NamedTuple):
    """A line of print: where it stands (dots), and its picture."""

    x0: float
    top: float
    x1: float
    bottom: float
    dots: Grey


def pages(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages of a picture file; those beyond the first twelve are told, not read."""
    found: list[Page] = []
    for number, one in enumerate(picture.frames(data, name), 1):
        if number > MOST_PAGES:
            why = f"Page {number} and what follows were not read; at most {MOST_PAGES} pictures are. What do they say?"
            found.append(Page(number, 0, 0, (), trouble=why))
            break
        found.append(page(one, number))
    if not any(one.words for one in found):
        raise errors.UnreadableError(f"No words were recognised in the picture {name}. A person must look.")
    return tuple(found)


def page(shown: Picture, number: int, *, is_placed: bool = False) -> Page:
    """One picture as a page of words; `is_placed`: it stays as it lies, for it is laid over other words."""
    sheet = _as_it_lies(shown) if is_placed else upright(shown)
    found = list(_lines(sheet))
    left_out = prose.skipped(found)
    found = [line for at, line in enumerate(found) if at not in left_out]
    alone = list(_lonely(sheet))
    scale = 72 / sheet.flat.fineness
    read, is_typed = _read(found)
    settled = points.settled([piece for _, piece in read])
    taller = _TYPED if is_typed else 0.0
    seen = [_placed(line, piece, scale, taller) for (line, _), piece in zip(read, settled, strict=True)]
    seen.extend(_figures(alone, scale))
    if sheet.changed is not None:
        seen = list(stamps.doubted(seen, sheet.changed, scale))
    rules = ruling.merged(np.array(sheet.rules).reshape(-1, 4) * scale)
    high, wide = (side * scale for side in sheet.bare.shape)
    return Page(number, wide, high, tuple(one.word for one in seen), rules, seen=tuple(seen))


class Sheet(NamedTuple):
    """A page flat and the right way up; its ruling lines, itself without them, and where lines of print stand."""

    flat: Picture
    rules: tuple[Rule, ...]
    bare: Grey
    corners: list[Any]
    changed: NDArray[np.bool_] | None = None  # dots from which a stamp was taken


def upright(shown: Picture) -> Sheet:
    """The page flat and the right way up."""
    sheet = _looked_at(flatten.flat(shown))
    if _lies(sheet.corners):
        sheet = _looked_at(flatten.quarter(sheet.flat, 1))
    return sheet if _stands(sheet) else _looked_at(flatten.quarter(sheet.flat, 2))


def _as_it_lies(shown: Picture) -> Sheet:
    light = flatten.unshaded(Picture(flatten.evenly(shown.dots), shown.fineness))
    ruled = seen_rules.ruled(light.dots, light.fineness)
    return Sheet(light, ruled.rules, ruled.bare, recogniser.lines(ruled.bare))


def _looked_at(flat: Picture) -> Sheet:
    shown = flatten.unshaded(flat)
    light = shown._replace(dots=stamps.removed(shown.dots, shown.fineness))
    changed = None if light.dots is shown.dots else light.dots != shown.dots
    ruled = seen_rules.ruled(light.dots, light.fineness)
    corners = recogniser.lines(ruled.bare)
    told = level.fall(corners, light.dots, light.fineness)
    if told is None:
        return Sheet(light, ruled.rules, ruled.bare, corners, changed)
    even = light._replace(dots=level.levelled(light.dots, told))
    # Upright lines are as straight as before, and some can only be seen before.
    uprights = [rule for rule in ruled.rules if rule.is_upright]
    ruled = seen_rules.ruled(even.dots, even.fineness)
    moved = None if changed is None else level.levelled(changed.astype(np.uint8) * 255, told) > 0
    return Sheet(even, (*ruled.rules, *uprights), ruled.bare, [level.moved(one, told) for one in corners], moved)


def _lies(corners: Sequence[Any]) -> bool:
    """Most of the print runs up or down the page."""
    up, along = 0.0, 0.0
    for one in corners:
        wide, high = np.ptp(one[:, 0]), np.ptp(one[:, 1])
        up += high if high > _UPRIGHT * wide else 0
        along += wide if wide > _UPRIGHT * high else 0
    return up > along


def _stands(sheet: Sheet) -> bool:
    """The print reads better this way up than upside down."""
    lines = sorted(_lines(sheet), key=lambda line: abs((line.x1 - line.x0) / len(line.dots) - _SAMPLE))[:_SAMPLE]
    before = _certainty([line.dots for line in lines])
    return before >= _GOOD or before >= _certainty([np.ascontiguousarray(line.dots[::-1, ::-1]) for line in lines])


def _certainty(pieces: Sequence[Grey]) -> float:
    sure = [letter.certainty for letters in recogniser.letters(pieces) for letter in letters]
    return sum(sure) / len(sure) if sure else 1.0


def _lines(sheet: Sheet) -> Iterator[_Line]:
    """Lines of print, cut where a ruling line passes through: what stands in two cells is two lines."""
    high, wide = sheet.bare.shape
    uprights = [rule for rule in sheet.rules if rule.is_upright]
    for corners in sheet.corners:
        x0, x1 = max(0.0, float(corners[:, 0].min())), min(float(wide), float(corners[:, 0].max()))
        top, bottom = max(0.0, float(corners[:, 1].min())), min(float(high), float(corners[:, 1].max()))
        if bottom - top > _UPRIGHT * (x1 - x0) or min(bottom - top, x1 - x0) < _LEAST:
            continue
        middle = (top + bottom) / 2
        cuts = sorted(r.x0 for r in uprights if r.top <= middle <= r.bottom and x0 + _EDGE < r.x0 < x1 - _EDGE)
        for left, right in pairwise([x0, *cuts, x1]):
            if len(cuts) == 0:
                yield _straight(sheet.bare, corners, (x0, top, x1, bottom))
            elif (part := _part(sheet.bare, left, top, right, bottom)) is not None:
                yield part


def _lonely(sheet: Sheet) -> Iterator[_Line]:
    """Figures that were passed over as too small to be a line of print."""
    high, wide = sheet.bare.shape
    for corners in lonely.boxes(sheet.bare, sheet.flat.fineness, sheet.corners):
        x0, top = corners[0].clip(0)
        x1, bottom = min(float(wide), float(corners[2][0])), min(float(high), float(corners[2][1]))
        dots = sheet.bare[int(top) : int(bottom) + 1, int(x0) : int(x1) + 1]
        yield _Line(float(x0), float(top), x1, bottom, np.ascontiguousarray(dots))


def _straight(bare: Grey, corners: Any, box: tuple[float, float, float, float]) -> _Line:
    """The picture of a line; one that still leans is set straight."""
    x0, top, x1, bottom = box
    lean = (corners[1][1] - corners[0][1]) / max(1.0, corners[1][0] - corners[0][0])
    if abs(lean) * (x1 - x0) < _EDGE:
        return _Line(x0, top, x1, bottom, bare[int(top) : int(bottom) + 1, int(x0) : int(x1) + 1])
    wide = int(np.linalg.norm(corners[1] - corners[0]))
    high = int(np.linalg.norm(corners[3] - corners[0]))
    goal = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], dtype=np.float32)
    dots = cv2.warpPerspective(
        bare, cv2.getPerspectiveTransform(corners, goal), (wide, high), borderMode=cv2.BORDER_REPLICATE
    )
    middle = (top + bottom) / 2
    return _Line(x0, middle - high / 2, x1, middle + high / 2, dots.astype(np.uint8))


def _part(bare: Grey, left: float, top: float, right: float, bottom: float) -> _Line | None:
    """The part of a line in one cell, where there is print in it."""
    dots = bare[int(top) : int(bottom) + 1, int(left) : int(right) + 1]
    if min(dots.shape) < _LEAST:
        return None
    paper = float(np.median(dots))
    columns = np.flatnonzero((np.abs(dots.astype(np.int16) - paper) > _INK).sum(axis=0) >= max(2, dots.shape[0] // 12))
    if columns.size < 2:  # noqa: PLR2004 - a speck
        return None
    x0, x1 = max(0, int(columns[0]) - _EDGE), int(columns[-1]) + 1 + _EDGE
    return _Line(int(left) + x0, top, min(right, int(left) + x1), bottom, np.ascontiguousarray(dots[:, x0:x1]))


def _read(lines: Sequence[_Line]) -> tuple[list[tuple[_Line, Piece]], bool]:
    """The words of each line, and whether the page is written as by a typewriter."""
    told = recogniser.letters([line.dots for line in lines])
    inked = [[letter for letter in letters if letter.text != " "] for letters in told]
    rows = [
        ("".join(one.text[0] for one in letters), [one.across * line.dots.shape[1] for one in letters])
        for line, letters in zip(lines, inked, strict=True)
    ]
    words = zip(lines, told, strict=True)
    read = [(line, piece) for line, letters in words for piece in lettering.words(letters, line.dots)]
    return read, stature.is_typed(rows)


def _placed(line: _Line, piece: Piece, scale: float, taller: float = 0.0) -> Seen:
    """A word of a line with its place in points, its box made `taller` by that share."""
    high, wide = line.dots.shape
    across, down = (line.x1 - line.x0) / wide, (line.bottom - line.top) / high
    x0, x1 = (line.x0 + edge * across for edge in (piece.x0, piece.x1))
    above = piece.top - taller * (piece.bottom - piece.top)
    top, bottom = (line.top + edge * down for edge in (above, piece.bottom))
    return Seen(Word(piece.text, x0 * scale, top * scale, x1 * scale, bottom * scale), piece.certainties)


def _figures(alone: Sequence[_Line], scale: float) -> Iterator[Seen]:
    """Of what is as large as a few characters, that which is a number for sure."""
    pieces = _read(alone)[0]
    count = Counter((line.x0, line.top) for line, _ in pieces)
    for line, piece in pieces:
        if count[line.x0, line.top] == 1 and piece.text.isdecimal() and min(piece.certainties) >= _GOOD:
            yield _placed(line, piece, scale)
