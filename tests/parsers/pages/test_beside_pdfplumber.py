"""Our words of a PDF beside those of another library, which goes character by character and takes its time."""

import io
import random
from collections import defaultdict

import pdfplumber
import pytest

from parsers.page import Word
from parsers.pages import pdf
from playground.samples import layouts, papers, truths

ASIDE, UP = 1.0, 3.0  # points; our boxes are as high as the font, theirs as the letters


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
def test_words_and_boxes_are_those_of_pdfplumber(layout: str) -> None:
    data = papers.draw_pdf(truths.order(random.Random(layout), count=38), layouts.LAYOUTS[layout])

    found = agreeing = 0
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for theirs, ours in zip(opened.pages, pdf.pages(data), strict=True):
            words = defaultdict(list)
            for word in ours.words:
                words[word.text].append(word)
            for one in theirs.extract_words():
                found += 1
                agreeing += any(stands_there(word, one) for word in words[one["text"]])

    assert found > 200
    assert agreeing >= 0.998 * found


def stands_there(word: Word, other: dict[str, float]) -> bool:
    return (
        abs(word.x0 - other["x0"]) < ASIDE
        and abs(word.x1 - other["x1"]) < ASIDE
        and abs(word.middle - (other["top"] + other["bottom"]) / 2) < UP
    )
