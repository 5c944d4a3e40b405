"""The recogniser of characters, RapidOCR, loaded once and only when a picture must be read.

Its models lie in its wheel: nothing is fetched.
"""

import importlib.util
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

import cv2
import numpy as np

from parsers.pages.picture import Grey

_LONGEST_LOOK = 1650  # dots of the longer side of the page in which lines of print are looked for
_MOST_THREADS = 4
_AT_ONCE = 6  # lines that are recognised together


class Letter(NamedTuple):
    """One character, how far across its line its middle is (0 to 1), and how sure the recogniser is of it."""

    text: str
    across: float
    certainty: float


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
            "Global.return_word_box": True,
            "Det.engine_type": kind,
            "Rec.engine_type": kind,
            "Rec.rec_batch_num": _AT_ONCE,
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
    from rapidocr.main import RapidOCRError  # noqa: PLC0415 - see above

    try:
        with _within_memory():
            _, found = _engine().detect_and_crop(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), {})
    except RapidOCRError:  # how it says that there is nothing
        return []
    return [np.asarray(corners, dtype=np.float32) / scale for corners in found.boxes]


def letters(pieces: Sequence[Grey]) -> list[list[Letter]]:
    """The characters of some pictures of one line each."""
    if not pieces:
        return []
    with _within_memory():
        read = _engine().recognize_txt([cv2.cvtColor(piece, cv2.COLOR_GRAY2BGR) for piece in pieces])
    return [list(_letters(text, info)) for text, info in zip(read.txts, read.word_results, strict=True)]


def _letters(text: str, info: Any) -> list[Letter]:
    """Spaces have no place of their own: they stand half way between their neighbours."""
    places = [column for word in info.word_cols for column in word]
    found: list[Letter] = []
    at = 0
    for letter, certainty in zip(text, info.confs, strict=False):
        if letter.isspace():
            found.append(Letter(" ", found[-1].across if found else 0.0, float(certainty)))
        elif at < len(places):
            found.append(Letter(letter, (places[at] + 0.5) / max(info.line_txt_len, 1e-6), float(certainty)))
            at += 1
    return found
