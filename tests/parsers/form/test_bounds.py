import time

import pytest

from tests.parsers.form import build

LONG = 3.0  # seconds


@pytest.mark.parametrize(
    "text",
    [
        "we will take 1 " + "a-" * 5000,
        "12 x " + "y " * 40_000,
        "1," * 20_000,
        "PO number: " * 8000,
        "Item Qty Price Amount\n" * 1500,
        "Total 12.00 " * 5000,
        "a,b,c\n" * 4000,
        "<html>" + "<table><tr><td>" * 1500,
        "<html><table>" + ("<tr>" + "<td colspan=60 rowspan=200>12</td>" * 30 + "</tr>") * 100,
    ],
    ids=["dashes", "one line", "digits", "labels", "heads", "sums", "cells", "nested", "spans"],
)
def test_a_paper_that_is_made_to_be_slow_is_not(text: str) -> None:
    begun = time.process_time()

    reading = build.read(text)

    assert not reading.touchless
    assert time.process_time() - begun < LONG
