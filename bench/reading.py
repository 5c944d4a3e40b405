"""How long reading an order takes, page by page, beside what others need for the words alone.

Each document is read by all in turn, round after round, so that whatever else the machine does hits all alike.
"""

import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
from rich.table import Table

from bench import figures
from parsers import document
from parsers.pages import pdf
from playground.samples import layouts, papers, truths, world

ROUNDS, ROUNDS_OF_LONG = 5, 2
# Lines of an order that fill about one, two and three pages.
SIZES = (5, 38, 85)
LONG = 2_000
_STARTS = 5


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a PDF, and how many pages it has."""

    name: str
    data: bytes
    pages: int


def run() -> Iterator[Table]:
    """Page by page, then what a process pays once."""
    yield by_page()
    yield starting()


def by_page() -> Table:
    """What a page takes: the whole reading, the words alone, and beside them pdfplumber and pdfium."""
    drawn = figures.table(
        "Reading a PDF, ms a page",
        "documents",
        "pages",
        "whole reading",
        "our words",
        "pdfium raw text",
        "pdfplumber words",
        "words / raw text",
        "pdfplumber / words",
        "pdfplumber / whole",
        told=(
            f"Medians of {ROUNDS} rounds ({ROUNDS_OF_LONG} of the long one), then of the documents, all in turn in "
            "one warm process. Whole reading is parsers.document.read: words, fields, lines, proofs. pdfplumber's "
            "extract_words and pdfium's raw text give words or a string, and understand nothing."
        ),
    )
    for size in SIZES:
        many = [drawn_paper(name, size) for name in layouts.LAYOUTS]
        drawn.add_row(f"{len(many)} layouts, {size} lines", *measured(many, ROUNDS))
    long = drawn_paper("grid", LONG)
    drawn.add_row(f"ruled grid, {LONG:,} lines", *measured([long], ROUNDS_OF_LONG))
    return drawn


def starting() -> Table:
    """What the first reading of a process costs; a worker pays it once."""
    drawn = figures.table(
        "Start-up of reading, ms",
        "step",
        "median",
        told=f"Medians of {_STARTS} fresh processes. The desk pays this when it opens, not for each mail.",
    )
    told = [_fresh_start() for _ in range(_STARTS)]
    for step, times in zip(
        ("import parsers.document", "first reading", "second reading"), zip(*told, strict=True), strict=True
    ):
        drawn.add_row(step, figures.short(statistics.median(times)))
    return drawn


def drawn_paper(layout: str, lines: int) -> Paper:
    """An order of so many lines in this layout."""
    truth = truths.order(random.Random(f"{layout} {lines}"), count=lines)
    data = papers.draw_pdf(truth, layouts.LAYOUTS[layout])
    with pypdfium2.PdfDocument(data) as opened:
        return Paper(layout, data, len(opened))


def measured(many: list[Paper], rounds: int) -> list[str]:
    """The cells of one row: each is the median over the documents of each document's median."""
    paces: dict[str, list[float]] = {name: [] for name in READERS}
    for paper in many:
        times: dict[str, list[float]] = {name: [] for name in READERS}
        for _ in range(rounds):
            for name, read in READERS.items():
                begun = time.perf_counter()
                read(paper.data)
                times[name].append((time.perf_counter() - begun) * 1000 / paper.pages)
        for name, each in times.items():
            paces[name].append(statistics.median(each))
    whole, words, raw, plumber = (statistics.median(paces[name]) for name in READERS)
    ratios = [f"{words / raw:.1f}", f"{plumber / words:.0f}", f"{plumber / whole:.0f}"]
    pages = sorted({paper.pages for paper in many})
    span = str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
    return [span, *(figures.short(pace) for pace in (whole, words, raw, plumber)), *ratios]


def _whole(data: bytes) -> None:
    if not document.read(data, name="order.pdf", ours=(world.SELLER.name,)).orders:
        raise AssertionError("a sample order was not read as an order")


def _plumber(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            page.extract_words()


def _raw_text(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as opened:
        for page in opened:
            page.get_textpage().get_text_range()


READERS: dict[str, Callable[[bytes], object]] = {
    "whole": _whole,
    "words": pdf.pages,
    "raw": _raw_text,
    "plumber": _plumber,
}


def _fresh_start() -> tuple[float, ...]:
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / "order.pdf"
        paper.write_bytes(drawn_paper("grid", SIZES[0]).data)
        told = subprocess.run([sys.executable, "-c", _START, str(paper)], check=True, capture_output=True, text=True)
    return tuple(float(figure) for figure in told.stdout.split())


_START = """
import sys, time
begun = time.perf_counter()
from parsers import document
loaded = time.perf_counter()
data = open(sys.argv[1], "rb").read()
times = [(loaded - begun) * 1000]
for _ in range(2):
    begun = time.perf_counter()
    document.read(data, name="order.pdf")
    times.append((time.perf_counter() - begun) * 1000)
print(*times)
"""
