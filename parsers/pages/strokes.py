"""Ruling lines of a PDF page, and its filled areas."""

from collections import defaultdict
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
_SIDES = ((0, 1, 0, 3), (2, 1, 2, 3), (0, 1, 2, 1), (0, 3, 2, 3))  # of a box, each a box without width
_FINE = 20  # of a point: finer differences in size are none
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

    def picked(self, places: NDArray[np.intp]) -> "Shapes":
        """Those with these numbers."""
        return Shapes(tuple(self.things[at] for at in places.tolist()), self.frames[places], self.boxes[places])

    @property
    def sizes(self) -> tuple[Boxes, Boxes]:
        """How wide and how high each is."""
        return self.boxes[:, 2] - self.boxes[:, 0], self.boxes[:, 3] - self.boxes[:, 1]


class Drawing:
    """What is drawn on one page, in forms too; to be asked while the page is open."""

    def __init__(self, page: Any, place: Place) -> None:
        self.page, self.place = page, place
        self.texts: list[Handle] = []
        self.is_whole = True  # nothing was left out of `texts`
        self._found: dict[int, list[tuple[list[Handle], Sequence[float]]]] = {}
        self._lists: list[tuple[list[Handle], tuple[int, ...]]] = []
        self._gather(*pdfium.objects(page, MOST_SHAPES), _IDENTITY, ())

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
        areas = self.areas()
        inks = pdfium.fill_colours(areas.things)
        is_dark = (inks[:, :3].min(axis=1, initial=255) < DARK) & (inks[:, 3] > 0)
        return [
            *zip(map(tuple, areas.boxes.tolist()), is_dark.tolist(), strict=True),
            *((tuple(box), True) for box in self.pictures().tolist()),
        ]

    def areas(self) -> Shapes:
        """Filled areas of a plain form."""
        wide, high = self._paths.sizes
        areas = self._paths.where(self._modes[:, 0] & (np.minimum(wide, high) > THIN))
        return areas.where(pdfium.segment_counts(areas.things) <= FEW)

    def order(self) -> dict[Handle, tuple[int, ...]]:
        """When each thing is painted: a later one is greater."""
        return {thing: (*before, at) for things, before in self._lists for at, thing in enumerate(things)}

    def pictures(self) -> Boxes:
        """The boxes of the pictures."""
        return self._shapes(raw.FPDF_PAGEOBJ_IMAGE).boxes

    @property
    def is_empty(self) -> bool:
        """Nothing is drawn: no text, no line, no picture."""
        return not (self.texts or self._paths.things or len(self.pictures()))

    @cached_property
    def _paths(self) -> Shapes:
        """Paths that are no glyphs, dots or bullets."""
        every = self._shapes(raw.FPDF_PAGEOBJ_PATH)
        wide, high = every.sizes
        x0, top, x1, bottom = every.boxes.T
        is_near = (np.minimum(x0, top) > -_FARTHEST) & (np.maximum(x1, bottom) < _FARTHEST)
        return every.where((np.maximum(wide, high) >= LONG) & is_near)

    @cached_property
    def _modes(self) -> NDArray[np.bool_]:
        return pdfium.draw_modes(self._paths.things)

    def _gather(self, things: list[Handle], kinds: list[int], frame: Sequence[float], before: tuple[int, ...]) -> None:
        self.is_whole &= len(things) < MOST_SHAPES and len(before) <= DEEPEST
        if len(before) > DEEPEST:
            return
        self._lists.append((things, before))
        by_kind: dict[int, list[Handle]] = defaultdict(list)
        for thing, kind in zip(things, kinds, strict=True):
            by_kind[kind].append(thing)
        self.texts += by_kind[raw.FPDF_PAGEOBJ_TEXT]
        for kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            self._found.setdefault(kind, []).append((by_kind[kind], frame))
        forms = [at for at, kind in enumerate(kinds) if kind == raw.FPDF_PAGEOBJ_FORM]
        for at, form in zip(forms, by_kind[raw.FPDF_PAGEOBJ_FORM], strict=True):
            inner = _after(pdfium.matrices([form])[0].tolist(), frame)
            self._gather(*pdfium.parts(form, MOST_SHAPES), inner, (*before, at))

    def _shapes(self, kind: int) -> Shapes:
        found = self._found.get(kind, [])
        things = tuple(thing for some, _ in found for thing in some)
        frames = np.array([_IDENTITY, *(frame for _, frame in found)])
        framed = np.repeat(frames, [0, *(len(some) for some, _ in found)], axis=0)
        boxes: Boxes = pdfium.bounds(things)
        if len(found) > 1:
            boxes = _framed(boxes, framed)
        return Shapes(things, framed, self.place.boxes(boxes))

    def _edges(self, paths: Shapes) -> Iterator[Boxes]:
        """The straight level and upright pieces of drawn paths; most paths are rectangles, and they are quick."""
        if not paths.things:
            return
        counts = pdfium.segment_counts(paths.things)
        # Cells of a grid are alike: of paths with one size and as many pieces, one is looked at.
        sizes = np.round((paths.boxes[:, 2:] - paths.boxes[:, :2]) * _FINE)
        _, firsts, kinds = np.unique(
            sizes @ (1.0, _FARTHEST) + np.minimum(counts, 15) / 16, return_index=True, return_inverse=True
        )
        pens, is_rectangle = self._rectangles(paths.picked(firsts), counts[firsts])
        plain = is_rectangle[kinds]
        yield _long((paths.boxes + pens[kinds])[plain][:, _SIDES].reshape(-1, 4))
        for at in np.flatnonzero(~plain).tolist():
            yield self._pieces(paths, at)

    def _rectangles(self, paths: Shapes, counts: NDArray[np.int64]) -> tuple[Boxes, NDArray[np.bool_]]:
        """Of each path what its pen adds to its box, and whether it draws all around that box and nothing else."""
        corners = [self._points(paths, segment) for segment in (1, 3)]
        whole = self.place.boxes(np.concatenate([np.minimum(*corners), np.maximum(*corners)], axis=1))
        pens = whole - paths.boxes
        wide = np.abs(pens)
        is_even = (wide.max(axis=1, initial=0) <= _BROADEST) & (np.ptp(wide, axis=1) <= _EVEN)
        return pens, is_even & ((counts == _RECTANGLE[0]) | (counts == _RECTANGLE[1]))

    def _points(self, paths: Shapes, segment: int) -> Boxes:
        found = pdfium.points(paths.things, [segment] * len(paths.things))
        return _moved(paths.frames, _moved(pdfium.matrices(paths.things), found))

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


def _long(pieces: Boxes) -> Boxes:
    """Those that are level or upright, and longer than a dot."""
    wide, high = pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]
    kept: Boxes = pieces[(np.minimum(wide, high) <= THIN) & (np.maximum(wide, high) >= LONG)]
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
