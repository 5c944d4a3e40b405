"""Ruling lines of a PDF page, and its filled areas."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from parsers.page import Rule
from parsers.pages import pdfium, ruling
from parsers.pages.pdfium import Handle
from parsers.pages.place import Box, Boxes, Place

MOST_SHAPES = 20_000
MOST_SEGMENTS = 4000
DEEPEST = 4  # forms within forms
FEW = 12  # segments of a path that is a box
THIN = 2.0  # points: a filled box not thicker than this is a ruling line
LONG = 6.0  # points: anything shorter is a glyph, a dot or a bullet
DARK = 215  # of 255: white letters show on anything darker
_RECTANGLE = (4, 5)  # segments of a path that is one: it closes itself, or is drawn back to where it began
_EVEN = 0.5  # points
_BROADEST = 3.0  # points: half a pen
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FARTHEST = 1e5  # points from the corner of a page: nothing that can be seen

Fill = tuple[Box, bool]  # an area, and whether white letters show on it


class Shapes(NamedTuple):
    """Things drawn on a page: the matrices of the forms they stand in, and their boxes (x0, top, x1, bottom)."""

    things: tuple[Handle, ...]
    frames: Boxes
    boxes: Boxes

    def where(self, mask: NDArray[np.bool_]) -> "Shapes":
        """Some of them."""
        if mask.all():
            return self
        return Shapes(tuple(compress(self.things, mask.tolist())), self.frames[mask], self.boxes[mask])

    @property
    def sizes(self) -> tuple[Boxes, Boxes]:
        """How wide and how high each is."""
        return self.boxes[:, 2] - self.boxes[:, 0], self.boxes[:, 3] - self.boxes[:, 1]


class Drawing:
    """What is drawn on one page beside its letters, in forms too; to be asked while the page is open."""

    def __init__(self, page: Any, place: Place) -> None:
        self.place = place
        self._found: dict[int, tuple[list[Handle], list[Sequence[float]]]] = {}
        self._gather(pdfium.objects(page, MOST_SHAPES), _IDENTITY, 0)

    def rules(self) -> tuple[Rule, ...]:
        """Ruling lines, each in one piece."""
        paths = self._paths
        if not paths.things:
            return ()
        wide, high = paths.sizes
        is_thin = np.minimum(wide, high) <= THIN
        is_filled, is_stroked = self._modes.T
        edges = self._edges(paths.where(is_stroked & ~is_thin))
        return ruling.merged(np.concatenate([paths.boxes[is_thin & (is_filled | is_stroked)], *edges]))

    def fills(self) -> list[Fill]:
        """Filled areas and pictures, with whether white letters show on them."""
        wide, high = self._paths.sizes
        areas = self._paths.where(self._modes[:, 0] & (np.minimum(wide, high) > THIN))
        areas = areas.where(pdfium.segment_counts(areas.things) <= FEW)
        inks = pdfium.fill_colours(areas.things)
        is_dark = (inks[:, :3].min(axis=1, initial=255) < DARK) & (inks[:, 3] > 0)
        pictures = self._shapes(raw.FPDF_PAGEOBJ_IMAGE).boxes.tolist()
        return [
            *zip(map(tuple, areas.boxes.tolist()), is_dark.tolist(), strict=True),
            *((tuple(box), True) for box in pictures),
        ]

    @cached_property
    def _paths(self) -> Shapes:
        """Paths that are no glyphs, dots or bullets."""
        every = self._shapes(raw.FPDF_PAGEOBJ_PATH)
        wide, high = every.sizes
        return every.where((np.maximum(wide, high) >= LONG) & (np.abs(every.boxes).max(1, initial=0) < _FARTHEST))

    @cached_property
    def _modes(self) -> NDArray[np.bool_]:
        return pdfium.draw_modes(self._paths.things)

    def _gather(self, things: Sequence[tuple[Handle, int]], frame: Sequence[float], depth: int) -> None:
        for kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            handles, frames = self._found.setdefault(kind, ([], []))
            handles.extend([thing for thing, its in things if its == kind])
            frames.extend([frame] * (len(handles) - len(frames)))
        if depth < DEEPEST:
            for thing in [thing for thing, kind in things if kind == raw.FPDF_PAGEOBJ_FORM]:
                inner = _after(pdfium.matrices([thing])[0].tolist(), frame)
                self._gather(pdfium.parts(thing, MOST_SHAPES), inner, depth + 1)

    def _shapes(self, kind: int) -> Shapes:
        things, its_frames = self._found[kind]
        boxes: Boxes = pdfium.bounds(things)
        frames = np.array(its_frames).reshape(-1, 6)
        is_framed = (frames != _IDENTITY).any(axis=1)
        if is_framed.any():
            boxes[is_framed] = _framed(boxes[is_framed], frames[is_framed])
        return Shapes(tuple(things), frames, self.place.boxes(boxes))

    def _edges(self, paths: Shapes) -> Iterator[Boxes]:
        """The straight level and upright pieces of drawn paths; most paths are rectangles, and they are quick."""
        if not paths.things:
            return
        counts = pdfium.segment_counts(paths.things)
        is_short = (counts == _RECTANGLE[0]) | (counts == _RECTANGLE[1])
        rest = [paths.where(~is_short), paths.where(is_short)]
        for is_turned in (False, True):
            whole, is_rectangle = self._rectangles(rest[1], is_turned=is_turned)
            yield from _sides(whole[is_rectangle])
            rest[1] = rest[1].where(~is_rectangle)
        for some in rest:
            for at in range(len(some.things)):
                yield self._pieces(some, at)

    def _rectangles(self, paths: Shapes, *, is_turned: bool) -> tuple[Boxes, NDArray[np.bool_]]:
        """Of each path the box between two corners, and whether that is all it draws; matrices only where asked."""
        corners = [self._points(paths, segment, is_turned=is_turned) for segment in (1, 3)]
        whole = self.place.boxes(np.concatenate([np.minimum(*corners), np.maximum(*corners)], axis=1))
        # The width of the pen makes the path larger on all four sides alike.
        pen = np.abs(whole - paths.boxes)
        return whole, (pen.max(axis=1, initial=0) <= _BROADEST) & (np.ptp(pen, axis=1) <= _EVEN)

    def _points(self, paths: Shapes, segment: int, *, is_turned: bool) -> Boxes:
        found: Boxes = pdfium.points(paths.things, [segment] * len(paths.things))
        return _moved(paths.frames, _moved(pdfium.matrices(paths.things), found)) if is_turned else found

    def _pieces(self, paths: Shapes, at: int) -> Boxes:
        """The straight pieces of one path."""
        path = paths.things[at]
        count = min(int(pdfium.segment_counts([path])[0]), MOST_SEGMENTS)
        points, kinds, closes = pdfium.segments(path, count)
        ends = _moved(paths.frames[at : at + 1], _moved(pdfium.matrices([path]), points))
        begun = np.maximum.accumulate(np.where(np.array(kinds) == raw.FPDF_SEGMENT_MOVETO, np.arange(count), 0))
        drawn = np.flatnonzero(np.array(kinds[1:]) == raw.FPDF_SEGMENT_LINETO) + 1
        closed = np.flatnonzero(closes)
        one = np.concatenate([ends[drawn - 1], ends[closed]])
        other = np.concatenate([ends[drawn], ends[begun[closed]]])
        return _long(self.place.boxes(np.concatenate([np.minimum(one, other), np.maximum(one, other)], axis=1)))


def _sides(boxes: Boxes) -> Iterator[Boxes]:
    """The four edges of each box, as boxes without width."""
    for edge in ((0, 1, 0, 3), (2, 1, 2, 3), (0, 1, 2, 1), (0, 3, 2, 3)):
        yield _long(boxes[:, edge])


def _long(pieces: Boxes) -> Boxes:
    """Those that are level or upright, longer than a dot, and on the page."""
    wide, high = pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]
    is_near = np.abs(pieces).max(axis=1, initial=0) < _FARTHEST
    kept: Boxes = pieces[(np.minimum(wide, high) <= THIN) & (np.maximum(wide, high) >= LONG) & is_near]
    return kept


def _moved(matrices: Boxes, points: Boxes) -> Boxes:
    """Points where these matrices (a, b, c, d, e, f) place them."""
    (a, b, c, d, e, f), (x, y) = matrices.T, points.T
    return np.stack([a * x + c * y + e, b * x + d * y + f], axis=1)


def _framed(boxes: Boxes, frames: Boxes) -> Boxes:
    """Boxes (left, bottom, right, top) around where these matrices place them."""
    corners = np.stack([_moved(frames, boxes[:, at]) for at in ((0, 1), (0, 3), (2, 1), (2, 3))])
    return np.concatenate([corners.min(axis=0), corners.max(axis=0)], axis=1)


def _after(inner: Sequence[float], outer: Sequence[float]) -> tuple[float, ...]:
    """One matrix that does what `inner` and then `outer` do."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
