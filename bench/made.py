"""How the project's own made orders are read, in every form a buyer sends one: right, touchless, silently wrong.

    python -m bench.made [--first 0] [--count 100]

Each seed makes an order and a layout that nobody drew by hand. right: PO number, order date, currency, total and
every line (SKU, quantity, price) are those of the truth. silent: touchless, and not right; it must be 0.
"""

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from rich.console import Console
from rich.table import Table

from desk import reading
from parsers import document
from playground.samples import layouts, papers, truths, world

Maker = Callable[[truths.Truth, layouts.Layout], bytes]

TOLD = "right: number, date, currency, total and every line. silent: touchless, and not right. ms: a document, median."

FORMS: Mapping[str, Maker] = {
    "pdf": papers.draw_pdf,
    "html": lambda truth, layout: papers.as_html(truth, layout).encode(),
    "text": lambda truth, layout: papers.as_text(truth, layout).encode(),
    "xlsx": papers.as_xlsx,
    "csv": lambda truth, layout: papers.as_csv(truth, layout).encode(),
}


def run() -> Iterator[Table]:
    """A hundred orders in every form."""
    drawn = table(range(100))
    drawn.title, drawn.caption = "The project's own made orders, in every form that a buyer sends", TOLD
    drawn.title_justify = drawn.caption_justify = "left"
    yield drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--count", type=int, default=100)
    given = parser.parse_args()
    Console(width=110).print(table(range(given.first, given.first + given.count)))


def table(seeds: range) -> Table:
    """Each form of the same orders, one row each."""
    drawn = Table("form", "orders", "right", "touchless", "silent", "ms", "what was wrong, how often")
    for form, maker in FORMS.items():
        drawn.add_row(form, *measured(maker, seeds))
    return drawn


def measured(maker: Maker, seeds: range) -> list[str]:
    right = touchless = silent = 0
    wrong: Counter[str] = Counter()
    times = []
    for seed in seeds:
        truth, layout = truths.order(seed), layouts.any_layout(random.Random(seed))
        paper = maker(truth, layout)
        begun = time.perf_counter()
        read = document.read(paper, name="order", ours=(world.SELLER.name,))
        times.append((time.perf_counter() - begun) * 1000)
        missed = list(misread(truth, read))
        right += not missed
        touchless += read.touchless
        silent += bool(missed) and read.touchless
        wrong.update(missed)
    told = ", ".join(f"{what} {times_}" for what, times_ in wrong.most_common())
    return [str(len(seeds)), str(right), str(touchless), str(silent), f"{statistics.median(times):.1f}", told]


def misread(truth: truths.Truth, read: reading.Reading) -> Iterator[str]:
    """What the reading has otherwise than the truth."""
    if len(read.orders) != 1:
        yield "no order" if not read.orders else "several orders"
        return
    order = read.orders[0]
    for name in ("po_number", "order_date", "currency", "total"):
        if getattr(order, name) != getattr(truth, name):
            yield name
    found = [(line.sku, line.quantity, line.unit_price) for line in order.lines]
    if found != [(line.sku, line.quantity, line.unit_price) for line in truth.lines]:
        yield "lines"


if __name__ == "__main__":
    main()
