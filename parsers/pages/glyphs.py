"""Words of a PDF page: pdfium's characters, split at its own white space, boxed by their first and last character.

Text that nobody sees - white on nothing dark, wholly transparent, without ink, under a picture - is left out.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import compress, repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from parsers.page import Word
from parsers.pages import cover, pdfium
from parsers.pages.pdfium import Handle
from parsers.pages.place import Box, Boxes, Place
from parsers.pages.strokes import Drawing

WHITE = 244  # of 255
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=\d{3})")
_ALL_RIGHT_TO_LEFT = re.compile(rf"(?:{_RIGHT_TO_LEFT.pattern}|[.:/,\-])+")
_SHAPES = re.compile(r"[\ufb00-\ufdff\ufe70-\ufeff\uff01-\uff5e]")  # ligatures, Arabic forms, wide letters
_SPACES = np.zeros(0x10000, np.bool_)
_SPACES[[0, *range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F]] = True
_SPACES[[0x205F, 0x3000, 0xFEFF, 0xFFFE]] = True  # 0xFFFE is pdfium's mark for a hyphen that a line break made
_KERNED = 0.08  # of a letter's height: letters of one word stand no farther apart or in one another
_HALF_DOWN = 0.6  # of a letter's height: the next letter is on another line
_HAIR = 1.5  # points: the same letters no farther apart are one word printed twice
_TWO = 2
_BASIC = 0xFFFF  # the last code that takes one unit


class Run(NamedTuple):
    """Letters that are one word, the number of the first, and their box."""

    first: int
    letters: str
    box: Boxes


class Runs(NamedTuple):
    """The words of a page, column by column."""

    firsts: list[int]
    letters: list[str]
    boxes: Boxes

    def where(self, mask: NDArray[np.bool_]) -> "Runs":
        """Some of them."""
        kept = mask.tolist()
        return Runs(list(compress(self.firsts, kept)), list(compress(self.letters, kept)), self.boxes[mask])


class Glyphs:
    """The characters of one page."""

    def __init__(self, text: Any, place: Place, covered: frozenset[Handle] = frozenset()) -> None:
        self.text, self.place, self.covered = text, place, covered
        self._handle = pdfium.handle(text)

    def words(self, drawing: Drawing) -> list[Word]:
        """The words that can be seen, each once: bold is sometimes faked by printing twice, a hair apart."""
        _, letters, boxes = _once(self._shown(self._seen(self._runs(), drawing), drawing))
        readable = [one if one.isascii() else _readable(one) for one in letters]
        return list(map(tuple.__new__, repeat(Word), zip(readable, *boxes.T.tolist(), strict=True)))

    def _shown(self, runs: Runs, drawing: Drawing) -> Runs:
        """Those that stand on the page, and under nothing that is painted later."""
        is_on = cover.on_page(runs.boxes, self.place)
        kept = runs if is_on.all() else runs.where(is_on)
        seen = cover.uncovered(kept.boxes, lambda at: pdfium.text_objects(self._handle, [kept.firsts[at]])[0], drawing)
        return kept if seen.all() else kept.where(seen)

    def characters(self) -> tuple[str, NDArray[np.integer[Any]]]:
        """All characters of the page, one for each of pdfium's, and their codes."""
        units = pdfium.codes(self._handle)
        found = units.tobytes().decode("utf-16-le", "replace")
        count = raw.FPDFText_CountChars(self.text)
        if len(found) == len(units) == count:
            return found, units
        # A character outside the basic plane takes two units: go one by one, so that places stay true.
        codes = [raw.FPDFText_GetUnicode(self.text, index) or 32 for index in range(count)]
        return "".join(map(chr, codes)), np.array(codes, np.int64)

    def _runs(self) -> Runs:
        """The words as they are printed; those that need a closer look are looked at one by one."""
        characters, codes = self.characters()
        inked = np.concatenate([[False], ~_SPACES[np.minimum(codes, _BASIC)], [False]])
        edges = np.flatnonzero(inked[1:] != inked[:-1])
        starts, ends = edges[::2], edges[1::2]
        firsts = starts.tolist()
        letters = [characters[start:end] for start, end in zip(firsts, ends.tolist(), strict=True)]
        boxes = self._boxes([*firsts, *(ends - 1).tolist()])
        first, last = boxes[: len(letters)], boxes[len(letters) :]
        runs = Runs(firsts, letters, _around(first, last))
        odd = set(np.flatnonzero(_jumps(first, last, ends - starts)).tolist())
        odd.update(np.searchsorted(starts, _glued(codes), "right") - 1)
        is_mixed = not characters.isascii() and bool(_RIGHT_TO_LEFT.search(characters))
        found = self._closer(runs, set(range(len(letters))) if is_mixed else odd, is_mixed=is_mixed)
        return found if is_mixed else _mended(found, characters)

    def _boxes(self, characters: Sequence[int]) -> Boxes:
        return self.place.boxes(pdfium.loose_boxes(self._handle, characters))

    def _closer(self, runs: Runs, odd: set[int], *, is_mixed: bool) -> Runs:
        """Odd words cut where two things are glued or where they jump, and turned codes of a mixed page turned back."""
        if not odd:
            return runs
        each: list[Run] = []
        for at, run in enumerate(zip(*runs, strict=True)):
            parts = self._parted(Run(*run)) if at in odd else [Run(*run)]
            each.extend(self._as_said(part) if is_mixed and len(part.letters) > 1 else part for part in parts)
        firsts, letters, boxes = zip(*each, strict=True)
        return Runs(list(firsts), list(letters), np.array(boxes))

    def _parted(self, run: Run) -> Iterator[Run]:
        """A word; "NumbPO-4711", printed as two things of which one runs into the other, is cut between them."""
        cut = _GLUED.search(run.letters)
        at = run.first + cut.start() if cut else 0
        if cut and self._is_seam(at):
            yield self._run(run.first, run.letters[: cut.start()])
            yield self._run(at, run.letters[cut.start() :])
        elif _RIGHT_TO_LEFT.search(run.letters):
            yield run
        else:
            yield from self._jumping(run)

    def _is_seam(self, at: int) -> bool:
        """Two things are printed here, and the second does not begin just where the first ends, as one word's do."""
        before, here = self._boxes((at - 1, at))
        is_joint = abs(here[0] - before[2]) < _KERNED * (before[3] - before[1])
        return not is_joint and len(set(pdfium.text_objects(self._handle, (at - 1, at)))) > 1

    def _run(self, first: int, letters: str) -> Run:
        first_box, last_box = self._boxes((first, first + len(letters) - 1))
        return Run(first, letters, _around(first_box, last_box))

    def _jumping(self, run: Run) -> Iterator[Run]:
        """A word that jumps to another line or far away is cut where it jumps."""
        first, letters = run.first, run.letters
        boxes = self._boxes(range(first, first + len(letters)))
        if not _jumps(boxes[:1], boxes[-1:], np.array([len(letters)]))[0]:
            yield run
            return
        height = max(boxes[0, 3] - boxes[0, 1], 1)
        begun = 0
        for at in range(1, len(letters)):
            before, here = boxes[at - 1], boxes[at]
            is_far = here[0] - before[2] > height or here[0] < before[0] - height
            if is_far or abs(here[1] - before[1]) > height * _HALF_DOWN:
                yield Run(first + begun, letters[begun:at], _around(boxes[begun], before))
                begun = at
        yield Run(first + begun, letters[begun:], _around(boxes[begun], boxes[-1]))

    def _as_said(self, run: Run) -> Run:
        """A word of a page with right-to-left lines: Latin from left to right, and Arabic that is drawn so turned."""
        if not _RIGHT_TO_LEFT.search(run.letters):
            return self._left_to_right(run)
        boxes = self._boxes((run.first, run.first + len(run.letters) - 1))
        is_drawn_backwards = _ALL_RIGHT_TO_LEFT.fullmatch(run.letters) and boxes[0, 2] <= boxes[1, 0]
        return run._replace(letters=run.letters[::-1]) if is_drawn_backwards else run

    def _left_to_right(self, run: Run) -> Run:
        """On a page with right-to-left lines pdfium turns some codes ("-2024-83148PO"): as they are seen."""
        boxes = self._boxes(range(run.first, run.first + len(run.letters)))
        order = np.argsort(boxes[:, 0], kind="stable")
        whole = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
        return Run(run.first, "".join(run.letters[at] for at in order), whole)

    def _seen(self, runs: Runs, drawing: Drawing) -> Runs:
        """Those whose ink is neither transparent nor white on nothing dark, nor under a picture."""
        # All that the page prints is looked at, if that is less than its words.
        is_less = drawing.is_whole and len(drawing.texts) <= len(runs.letters)
        things = [] if is_less else pdfium.text_objects(self._handle, runs.firsts)
        kinds = drawing.texts if is_less else [thing for thing in dict.fromkeys(things) if thing]
        inks = pdfium.fill_colours(kinds)
        clear, white = inks[:, 3] == 0, inks[:, :3].min(axis=1, initial=255) >= WHITE
        clear |= pdfium.are_unseen(kinds)
        if self.covered:
            clear |= np.array([thing in self.covered for thing in kinds], bool)
        if not clear.any() and not white.any():
            return runs
        gone, pale = set(compress(kinds, clear)), set(compress(kinds, white))
        dark = [box for box, is_dark in drawing.fills() if is_dark] if pale else []
        seen = [
            thing not in gone and (thing not in pale or _lies_on(box, dark))
            for thing, box in zip(
                things or pdfium.text_objects(self._handle, runs.firsts), runs.boxes.tolist(), strict=True
            )
        ]
        return runs.where(np.array(seen, bool))


def _glued(codes: NDArray[np.integer[Any]]) -> NDArray[np.intp]:
    """Where a small letter comes before a capital or before three digits."""
    small = (codes >= ord("a")) & (codes <= ord("z"))
    capital = (codes >= ord("A")) & (codes <= ord("Z"))
    digit = (codes >= ord("0")) & (codes <= ord("9"))
    begins = capital[1:].copy()
    begins[: len(codes) - 3] |= digit[1:-2] & digit[2:-1] & digit[3:]
    return np.flatnonzero(small[:-1] & begins)


def _once(runs: Runs) -> Runs:
    """Those that fill any room, without those that are printed over themselves."""
    is_wide = runs.boxes[:, 2] > runs.boxes[:, 0]
    corners = np.round(runs.boxes[:, :2] / _HAIR)
    places = np.sort(corners @ (1.0, 1e6))
    if is_wide.all() and (places[1:] > places[:-1]).all():
        return runs
    keys = list(zip(runs.letters, *corners.T.tolist(), strict=True))
    seen = set()
    for at in np.flatnonzero(is_wide).tolist():
        is_wide[at] = keys[at] not in seen
        seen.add(keys[at])
    return runs.where(is_wide)


def _jumps(first: Boxes, last: Boxes, lengths: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the first and the last letter stand as those of one word do not."""
    heights = np.maximum(first[:, 3] - first[:, 1], 1)
    is_level = np.abs(first[:, 1] - last[:, 1]) < heights * _HALF_DOWN
    reach = last[:, 2] - first[:, 0]
    jumps: NDArray[np.bool_] = ~(is_level & (-heights < reach) & (reach < (lengths + 2) * heights * 1.2))
    return jumps


def _mended(runs: Runs, characters: str) -> Runs:
    """Words put together again that pdfium broke over lines, though their letters stand side by side.

    Where each letter is drawn by itself, it may take a dense table for a page written from top to bottom.
    """
    if len(runs.firsts) < _TWO:
        return runs
    ends = [first + len(letters) for first, letters in zip(runs.firsts, runs.letters, strict=True)]
    before, here = runs.boxes[:-1], runs.boxes[1:]
    near = _KERNED * (before[:, 3] - before[:, 1])
    is_level = (np.abs(here[:, 1:4:2] - before[:, 1:4:2]) < near[:, None]).all(axis=1)
    joins = is_level & (np.abs(here[:, 0] - before[:, 2]) < near)
    whole = [0]
    for at in range(1, len(ends)):
        is_broken = joins[at - 1] and characters[ends[at - 1] : runs.firsts[at]] == "\r\n"
        whole.append(whole[-1] if is_broken else at)
    if whole == [*range(len(ends))]:
        return runs
    starts = sorted(set(whole))
    stops = [*starts[1:], len(ends)]
    return Runs(
        [runs.firsts[start] for start in starts],
        ["".join(runs.letters[start:stop]) for start, stop in zip(starts, stops, strict=True)],
        _around(runs.boxes[starts], runs.boxes[[stop - 1 for stop in stops]]),
    )


def _around(first: Boxes, last: Boxes) -> Boxes:
    """The boxes around two rows of boxes, or around two boxes."""
    return np.concatenate([np.minimum(first, last)[..., :2], np.maximum(first, last)[..., 2:]], axis=-1)


def _lies_on(box: Sequence[float], areas: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(area[0] - 1 <= x <= area[2] + 1 and area[1] - 1 <= y <= area[3] + 1 for area in areas)


def _readable(letters: str) -> str:
    """One spelling for ligatures, wide digits and the shapes that Arabic letters take."""
    plain = letters.replace("\u00ad", "-").replace("\u2212", "-")
    return _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape.group()), plain)
