"""How our reading compares with what others make of the same PDFs, in the same run: right, and how fast.

    python -m bench.peers [--folder DIR] [--seed 5] [--count 60]

`make bench` installs the peers into a place of their own, so that what the product runs on stays clean. DIR holds
PDFs, each with a truth of the same name in JSON beside it.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from rich.table import Table

from bench import figures, made
from parsers import document, shape
from playground.orders import __main__ as orders
from playground.samples import layouts, papers, truths

PLACE = Path(sys.prefix) / "peers" / "bin" / "python"
OURS = "countersign"
SEED, COUNT = 5, 60
_EASY_LINES = 12
_TOLD = (
    "right: number, date, currency, total and every line. lines: documents with every line's quantity, price and code. "
    "header: of number, date, currency and total, those right. silent: vouched for (touchless; at invoice-agent: whole "
    "and its sums agree), and not right; - where a reader vouches for nothing. Each reader reads one document to warm "
    "up and then each once, ours in this process and the peers in one of their own, one after the other. "
    "invoice2data has a template of ours for orders in general and no other; with one for each layout it would do "
    "better. invoice-agent reads invoices: the date of an order is called an invoice's for it, and its model, which "
    "needs a network, is left out. pdfplumber and camelot give tables, whose headings are looked up, and the header "
    "is found by expressions. None of them reads scans without Tesseract, nor anything but PDF here."
)


class Paper(NamedTuple):
    """A PDF, and what it says."""

    name: str
    data: bytes
    truth: dict[str, Any]


class Told(NamedTuple):
    """What one reader made of one paper, and how long it took."""

    reader: str
    paper: Paper
    read: dict[str, Any]
    ms: float


def run(folder: Path | None = None, *, seed: int = SEED, count: int = COUNT) -> Iterator[Table]:
    """One table: each set of papers by each reader."""
    drawn = figures.table(
        "Beside others, on the same PDFs",
        "documents", "reader", "right", "lines", "header", "silent", "ms a page",
        told=_TOLD if PLACE.exists() else f"{_TOLD} The peers are not installed here: make bench does it.",
    )  # fmt: skip
    for title, some in _sets(folder, seed, count):
        by_reader: dict[str, list[Told]] = defaultdict(list)
        for told in read(some):
            by_reader[told.reader].append(told)
        for reader, each in by_reader.items():
            drawn.add_row(f"{title}, {len(some)}", reader, *_row(each))
    yield drawn


def read(some: Sequence[Paper]) -> Iterator[Told]:
    """Each paper by each reader."""
    document.read(some[0].data, name="order.pdf")
    for paper in some:
        begun = time.perf_counter()
        ours = document.read(paper.data, name=f"{paper.name}.pdf")
        ms = (time.perf_counter() - begun) * 1000
        yield Told(OURS, paper, shape.as_json(ours, path=paper.name, seconds=0), ms)
    if not PLACE.exists():
        return
    by_name = {paper.name: paper for paper in some}
    with tempfile.TemporaryDirectory() as folder:
        for paper in some:
            (Path(folder) / f"{paper.name}.pdf").write_bytes(paper.data)
        for line in _peers(Path(folder)).splitlines():
            said = json.loads(line)
            yield Told(said["peer"], by_name[said["name"]], said, said["ms"])


def _peers(folder: Path) -> str:
    inside = Path(__file__).parent / "inside.py"
    done = subprocess.run([str(PLACE), "-P", str(inside), str(folder)], check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"The peers could not be asked: {done.stderr[-400:]}")
    return done.stdout


def _sets(folder: Path | None, seed: int, count: int) -> Iterator[tuple[str, list[Paper]]]:
    if folder is not None:
        yield folder.name, list(_of_folder(folder))
        return
    yield "drawn layouts", list(_easy())
    made_by_chance = orders.series(seed, count, form="pdf")
    yield "orders by chance", [Paper(one.name, one.data, one.truth) for one in made_by_chance]


def _easy() -> Iterator[Paper]:
    for name, layout in layouts.LAYOUTS.items():
        truth = truths.order(random.Random(f"beside {name}"), count=_EASY_LINES)
        lines = [
            {"sku": line.sku, "quantity": line.quantity, "unit_price": line.unit_price, "unit_price_alt": None}
            for line in truth.lines
        ]
        told = {key: getattr(truth, key) for key in made.CRITICAL}
        yield Paper(name, papers.draw_pdf(truth, layout), {**told, "lines": lines})


def _of_folder(folder: Path) -> Iterator[Paper]:
    for path in sorted(folder.glob("*.pdf")):
        beside = path.with_suffix(".json")
        if beside.exists():
            truth = json.loads(beside.read_text(encoding="utf-8"))
            lines = [
                {"sku": None, "quantity": line.get("qty"), "unit_price": None, "unit_price_alt": None, **line}
                for line in truth["lines"]
            ]
            known = {key: truth.get(key) for key in made.CRITICAL}
            yield Paper(path.stem, path.read_bytes(), {**known, "lines": lines})


def _row(each: Sequence[Told]) -> list[str]:
    wrong = [[what.split("=")[0] for what in made.misread(one.paper.truth, _whole(one.read))] for one in each]
    asked = sum(one.paper.truth[key] is not None for one in each for key in made.CRITICAL)
    missed = sum(_missed(one.paper.truth, those) for one, those in zip(each, wrong, strict=True))
    vouched = [one.read["touchless"] for one in each]
    silent = sum(bool(sure and those) for sure, those in zip(vouched, wrong, strict=True))
    return [
        f"{sum(not those for those in wrong)} of {len(each)}",
        f"{sum('lines' not in those and 'no order' not in those and 'several orders' not in those for those in wrong)}",
        f"{1 - missed / max(1, asked):.0%}",
        str(silent) if any(sure is not None for sure in vouched) else "-",
        figures.short(statistics.median(one.ms / _pages(one.paper) for one in each)),
    ]


def _missed(truth: dict[str, Any], wrong: Sequence[str]) -> int:
    asked = [key for key in made.CRITICAL if truth[key] is not None]
    return len(asked) if {"no order", "several orders"} & {*wrong} else sum(key in wrong for key in asked)


def _whole(told: dict[str, Any]) -> dict[str, Any]:
    """With the keys that a line of ours has and a peer's has not."""
    nothing = {"sku": None, "buyer_sku": None, "gtin": None, "quantity": None, "unit_price": None}
    return {
        "orders": [{**one, "lines": [{**nothing, **line} for line in one.get("lines", ())]} for one in told["orders"]]
    }


def _pages(paper: Paper) -> int:
    with pypdfium2.PdfDocument(paper.data) as opened:
        return len(opened)
