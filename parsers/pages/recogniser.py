"""The recogniser of characters, RapidOCR, loaded once and only when a picture must be read.

Its models lie in its wheel: nothing is fetched.
"""

import importlib.util
import math
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from parsers.pages.picture import Grey

_LONGEST_LOOK = 1650  # dots of the longer side of the page in which lines of print are looked for
_MOST_THREADS = 4
_AT_ONCE = 6  # lines that are recognised together
_HIGH = 48  # dots: a line of print as it is recognised
_STEP = 32  # dots by which lines that are recognised together may differ in width
_SHORTEST = 96
_LONGER = 1.15  # times as long as the shortest of those that are recognised together
_NEXT = 3  # what else a character may be, at most
_POSSIBLE = 0.002  # certainty of what a character may be


class Letter(NamedTuple):
    """One character, how far across its line its middle is (0 to 1), and how sure the recogniser is of it.

    `others` are what else it may be, likelier ones first.
    """

    text: str
    across: float
    certainty: float
    others: tuple[str, ...] = ()


Corners = tuple[float, float, float, float]  # x0, top, x1, bottom


@cache
def _engine() -> Any:
    """Where OpenVINO is installed it is used: about twice as fast."""
    from rapidocr import EngineType, RapidOCR  # noqa: PLC0415 - a text PDF must not pay for loading it

    kind = EngineType.OPENVINO if importlib.util.find_spec("openvino") else EngineType.ONNXRUNTIME
    threads = max(1, min(_MOST_THREADS, os.cpu_count() or 1))
    cv2.setNumThreads(threads)
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Det.engine_type": kind,
            "Rec.engine_type": kind,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "EngineConfig.openvino.inference_num_threads": threads,
        }
    )


@contextmanager
def _within_memory() -> Iterator[None]:
    """The engine says in words of its own that it found no room."""
    from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError  # noqa: PLC0415 - see above

    try:
        yield
    except ONNXRuntimeError as failure:
        raise MemoryError from failure


def lines(page: Grey) -> list[Any]:
    """Where lines of print stand on a page: four corners each, in dots, top left first."""
    scale = min(1.0, _LONGEST_LOOK / max(page.shape))
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else page
    with _within_memory():
        found = _finder()(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR))
    return [] if found.boxes is None else [np.asarray(corners, dtype=np.float32) / scale for corners in found.boxes]


def letters(pieces: Sequence[Grey]) -> list[list[Letter]]:
    """The characters of some pictures of one line each."""
    sized = [_sized(piece) for piece in pieces]
    found: list[list[Letter]] = [[] for _ in pieces]
    for group in _alike([piece.shape[1] for piece in sized]):
        wide = -(-max(_SHORTEST, *(sized[at].shape[1] for at in group)) // _STEP) * _STEP
        given = np.zeros((len(group), 3, _HIGH, wide), np.float32)
        for place, at in enumerate(group):
            given[place, :, :, : sized[at].shape[1]] = sized[at].astype(np.float32) / 127.5 - 1
        for at, steps in zip(group, _steps(given), strict=True):
            found[at] = list(_letters(steps, wide / sized[at].shape[1]))
    return found


def _sized(piece: Grey) -> Grey:
    high, wide = piece.shape
    return cv2.resize(piece, (max(1, math.ceil(_HIGH * wide / high)), _HIGH)).astype(np.uint8)


def _alike(widths: Sequence[int]) -> Iterator[list[int]]:
    """Their numbers, those together that are about as wide: what they are filled up with takes time, too."""
    group: list[int] = []
    for at in sorted(range(len(widths)), key=widths.__getitem__):
        if group and (len(group) == _AT_ONCE or widths[at] > _LONGER * max(_SHORTEST, widths[group[0]]) + _STEP / 2):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _steps(given: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each line, step by step across it, how likely each character is; the first is none."""
    with _within_memory():
        said: NDArray[np.float32] = _reader().session(given)
    return said


def _letters(steps: NDArray[np.float32], stretch: float) -> Iterator[Letter]:
    """The likeliest character of each step, once where steps in a row say the same (CTC)."""
    best = steps.argmax(axis=1)
    begins = np.flatnonzero((best != 0) & (np.concatenate([[0], best[:-1]]) != best))
    signs = _signs()
    for at in begins.tolist():
        end = at + 1
        while end < len(best) and best[end] == best[at]:
            end += 1
        middle = (at + 0.5) / len(best) * stretch
        yield Letter(signs[best[at]], middle, float(steps[at, best[at]]), _others(steps[at:end], int(best[at])))


def _others(steps: NDArray[np.float32], best: int) -> tuple[str, ...]:
    """What else a character may be."""
    likely = steps.max(axis=0)
    ranked = np.argpartition(likely, -_NEXT - 2)[-_NEXT - 2 :]
    ordered = sorted(ranked.tolist(), key=lambda at: -likely[at])
    return tuple(_signs()[at] for at in ordered if at not in (0, best) and likely[at] >= _POSSIBLE)[:_NEXT]


@cache
def _finder() -> Any:
    return _engine()._load_det_model()  # noqa: SLF001 - the door to it cuts out every line, which is done here


@cache
def _reader() -> Any:
    return _engine()._load_rec_model()  # noqa: SLF001 - the door to it recognises in batches that are mostly filling


@cache
def _signs() -> list[str]:
    return list(_reader().postprocess_op.character)
