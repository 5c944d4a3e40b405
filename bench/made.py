"""How orders that nobody drew by hand are read, in every form a buyer sends one: right, touchless, silently wrong.

    python -m bench.made [--seed 0] [--count 300] [--form pdf] [--unusual] [--decoys] [--verbose]

A document is right where PO number, order date, currency, total and every line (code, quantity, price) are those of
the truth; what is not printed is not asked. It is silently wrong where it is touchless and not right: never.
"""

import argparse
import statistics
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from rich.console import Console
from rich.table import Table

from bench import figures
from desk import reading
from parsers import document, shape
from playground.orders import __main__ as orders
from playground.orders import making

CRITICAL = ("po_number", "order_date", "currency", "total")
HEADER = ("requested_date", "buyer_name", "payment_terms", "subtotal", "tax", "shipping")
CENT = Decimal("0.011")
TOLD = (
    "right: number, date, currency, total and every line. fields: of the header, right of those printed. silent: "
    "touchless, and not right. ms: a document, median."
)
TOLD_OF_DECOYS = "None of these is an order; one that is taken for one, and touchless, would be shipped."
ORDERING = frozenset({reading.Kind.PURCHASE_ORDER, reading.Kind.ORDER_CHANGE})


@dataclass(frozen=True, slots=True)
class Mark:
    """How one document was read: what was wrong of what makes it right, and of the rest of its header."""

    form: str
    name: str
    wrong: tuple[str, ...]
    beside: tuple[str, ...]
    asked: int
    touchless: bool
    ms: float


def run() -> Iterator[Table]:
    """Two hundred orders, each in the form that chance gave it."""
    drawn = table(marks(orders.series(1, 200)))
    drawn.title, drawn.title_justify = "Orders by chance, in every form that a buyer sends", "left"
    yield drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--form", choices=[*making.FORMS])
    parser.add_argument("--unusual", action="store_true")
    parser.add_argument("--verbose", action="store_true", help="a line for each document that was not read right")
    parser.add_argument("--decoys", action="store_true", help="invoices, quotations and the like, that order nothing")
    given = parser.parse_args()
    if given.decoys:
        Console(width=150).print(table_of_decoys(orders.series_of_decoys(given.seed, given.count, form=given.form)))
        return
    marked = list(marks(orders.series(given.seed, given.count, form=given.form, unusual=given.unusual)))
    if given.verbose:
        for mark in marked:
            if mark.wrong or mark.beside:
                silent = "SILENT " if mark.touchless and mark.wrong else ""
                print(f"{silent}{mark.name}: {'; '.join(mark.wrong)} | {'; '.join(mark.beside)}")
    Console(width=150).print(table(marked))


def marks(made: Iterable[making.Made]) -> Iterator[Mark]:
    """Each document read, and held against its truth."""
    for one in made:
        begun = time.perf_counter()
        read = reading_of(one)
        ms = (time.perf_counter() - begun) * 1000
        told = shape.as_json(read, path=one.name, seconds=0)
        wrong = tuple(misread(one.truth, told))
        beside, asked = headers(one.truth, told)
        yield Mark(one.form, one.name, wrong, beside, asked, bool(told["touchless"]), ms)


def reading_of(one: making.Made) -> reading.Reading:
    """What is read of a document that comes by itself, from nobody known."""
    return document.read(one.data, name=f"{one.name}.{one.suffix}")


def table(marked: Iterable[Mark]) -> Table:
    """One row a form, and one for all."""
    by_form: dict[str, list[Mark]] = defaultdict(list)
    for mark in marked:
        by_form[mark.form].append(mark)
        by_form["all"].append(mark)
    drawn = figures.table(
        "", "form", "orders", "right", "fields", "touchless", "silent", "ms", "wrong, how often", told=TOLD
    )
    for form in sorted(by_form, key=lambda form: (form == "all", form)):
        drawn.add_row(form, *_row(by_form[form]))
    return drawn


def table_of_decoys(made: Iterable[making.Made]) -> Table:
    """What papers that order nothing were taken for."""
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, list[str]] = defaultdict(list)
    for one in made:
        read = reading_of(one)
        kind = str(one.truth["kind"])
        ordered = read.kind in ORDERING and bool(read.orders)
        taken[kind][f"touchless {read.kind}" if ordered and read.touchless else read.kind] += 1
        if ordered:
            names[kind].append(one.name)
    drawn = figures.table(
        "", "paper", "papers", "taken for an order", "taken for, how often", "which", told=TOLD_OF_DECOYS
    )
    for kind, counted in taken.items():
        told = ", ".join(f"{what} {times}" for what, times in counted.most_common())
        drawn.add_row(kind, str(counted.total()), str(len(names[kind])), told, " ".join(names[kind][:4]))
    return drawn


def _row(marked: list[Mark]) -> list[str]:
    right = sum(not mark.wrong for mark in marked)
    silent = sum(mark.touchless and bool(mark.wrong) for mark in marked)
    asked = sum(mark.asked for mark in marked)
    beside = sum(len(mark.beside) for mark in marked)
    wrong = Counter(what.split("=")[0] for mark in marked for what in (*mark.wrong, *mark.beside))
    return [
        str(len(marked)),
        f"{right} ({right / len(marked):.1%})",
        f"{1 - beside / max(1, asked):.1%}",
        str(sum(mark.touchless for mark in marked)),
        str(silent),
        f"{statistics.median(mark.ms for mark in marked):.1f}",
        ", ".join(f"{what} {times}" for what, times in wrong.most_common()),
    ]


def misread(truth: dict[str, Any], told: dict[str, Any]) -> Iterator[str]:
    """What the reading has otherwise than the truth, of what must be right."""
    if len(told["orders"]) != 1:
        yield "no order" if not told["orders"] else "several orders"
        return
    order = told["orders"][0]
    for name in CRITICAL:
        if truth[name] is not None and not _same(name, order[name], truth[name]):
            yield f"{name}={order[name]!r} not {truth[name]!r}"
    wanted, found = truth["lines"], list(order["lines"])
    for want in wanted:
        hit = next((line for line in found if _same_line(line, want)), None)
        if hit is not None:
            found.remove(hit)
    if found or len(order["lines"]) != len(wanted):
        yield f"lines={len(order['lines']) - len(found)} of {len(wanted)}, {len(order['lines'])} read"


def headers(truth: dict[str, Any], told: dict[str, Any]) -> tuple[tuple[str, ...], int]:
    """What is wrong in the rest of the header, and how many fields were asked for."""
    order = (told["orders"] or [{}])[0]
    flat = {**order, "buyer_name": (order.get("buyer") or {}).get("name")}
    asked = [name for name in HEADER if truth[name] is not None]
    return tuple(f"{n}={flat.get(n)!r} not {truth[n]!r}" for n in asked if not _same(n, flat.get(n), truth[n])), len(
        asked
    )


def _same(name: str, got: Any, want: Any) -> bool:
    if got is None:
        return False
    if name in {"total", "subtotal", "tax", "shipping"}:
        return same_figure(got, want)
    if name in {"buyer_name", "payment_terms"}:
        return _squash(got) in _squash(want) or _squash(want) in _squash(got)
    return _squash(got) == _squash(want)


def _same_line(got: dict[str, Any], want: dict[str, Any]) -> bool:
    prices = [price for price in (want["unit_price"], want["unit_price_alt"]) if price is not None]
    codes = {_squash(got[key] or "") for key in ("sku", "buyer_sku", "gtin")}
    return (
        same_figure(got["quantity"], want["quantity"])
        and (not prices or any(same_figure(got["unit_price"], price) for price in prices))
        and (want["sku"] is None or _squash(want["sku"]) in codes)
    )


def same_figure(got: Any, want: Any) -> bool:
    try:
        return abs(Decimal(str(got)) - Decimal(str(want))) <= CENT
    except InvalidOperation:
        return False


def _squash(words: Any) -> str:
    """Letters and digits only, in one case."""
    plain = unicodedata.normalize("NFKC", str(words)).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


if __name__ == "__main__":
    main()
