"""How far one correction carries: the next orders of a layout in words that nobody knows, after one was corrected.

    python -m bench.lessons [--seed 0] [--count 60] [--form pdf] [--verbose]

Each layout calls some of its labels and headings by words that no lexicon has. Its first order is read; what is wrong
or in doubt of its head, and the first line that is wrong, are corrected in one sitting, with the values alone. Then
two other orders of that layout are read, without lessons and with them. Where the first order is touchless,
nothing is corrected.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rich.table import Table

from bench import figures, made
from desk import correcting
from desk.lessons import Lesson
from parsers import document, shape, teaching
from playground.orders import making

AFTER = 2  # orders of a layout that are read after the first was corrected
TOLD = (
    "right: number, date, currency, total and every line. silent: touchless, and not right. corrections: in one "
    "sitting, values alone, on average. The last row is of the layouts that needed one."
)
_HEAD = ("po_number", "order_date", "requested_date", "currency", "subtotal", "tax", "shipping", "total")
_LINE = ("sku", "quantity", "unit_price", "amount")
_CORRECTED = "corrected alone"
_AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
_COLUMNS = ("form", "layouts", "next orders", "right before", "right after", "touchless", "silent", "corrections")


@dataclass(frozen=True, slots=True)
class Tried:
    """One later order of a layout: how it is read without lessons, and with them."""

    name: str
    form: str
    corrections: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    touchless: bool


def run() -> Iterator[Table]:
    """A hundred layouts, each in the form that chance gave it."""
    drawn = table(list(tried(11, 100)))
    drawn.title = "After one correction of a layout in words that nobody knows"
    yield drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=60, help="layouts")
    parser.add_argument("--form", choices=[*making.FORMS])
    parser.add_argument("--verbose", action="store_true", help="a line for each order that is not read right after")
    given = parser.parse_args()
    results = list(tried(given.seed, given.count, form=given.form))
    for one in results if given.verbose else ():
        if one.after:
            print(f"{'SILENT ' if one.touchless else ''}{one.name}: {'; '.join(one.after)}")
    figures.show(table(results))


def tried(seed: int, count: int, *, form: str | None = None) -> Iterator[Tried]:
    """The later orders of each layout of this seed."""
    for place in range(count):
        layout = seed * 100_000 + place * (AFTER + 1)
        first, *later = (making.make(layout + nth, form=form, layout=layout, unusual=True) for nth in range(AFTER + 1))
        told = read(first)
        said = () if told["touchless"] else corrections(first.truth, told)
        lessons = learned(first, said)
        for one in later:
            after = read(one, lessons)
            yield Tried(
                one.name,
                one.form,
                len(said),
                tuple(made.misread(one.truth, read(one))),
                tuple(made.misread(one.truth, after)),
                touchless=bool(after["touchless"]),
            )


def read(one: making.Made, lessons: Sequence[Lesson] = ()) -> dict[str, Any]:
    """How it is read, as JSON."""
    return shape.as_json(document.read(one.data, name=_name(one), lessons=lessons), path=one.name, seconds=0)


def learned(one: making.Made, said: Sequence[correcting.Correction]) -> tuple[Lesson, ...]:
    """What these corrections teach about the layout of this document."""
    derived = teaching.derive(one.data, said, name=_name(one))
    return tuple(Lesson(rule, "Ben", _AT) for one in derived for rule in one.rules)


def corrections(truth: Mapping[str, Any], told: Mapping[str, Any]) -> tuple[correcting.Correction, ...]:
    """What a person types who sees the order beside its paper: what is wrong or in doubt, of one line all."""
    order: Mapping[str, Any] = next(iter(told["orders"]), {"lines": []})
    doubted = {doubt["field"] for doubt in told["doubts"]}
    head = [
        f"{name}={truth[name]}"
        for name in _HEAD
        if truth.get(name) is not None and (name in doubted or order.get(name) != truth[name])
    ]
    return tuple(correcting.correction(said) for said in (*head, *_line(truth["lines"], order["lines"], doubted)))


def _line(wanted: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]], doubted: set[str]) -> Iterator[str]:
    for at, line in enumerate(wanted):
        read_so = found[at] if at < len(found) else {}
        wrong = [
            name
            for name in _LINE
            if line.get(name) is not None
            and (f"lines.{at}.{name}" in doubted or not _same(read_so.get(name), line[name]))
        ]
        if wrong:
            yield from (f"lines.{at + 1}.{name}={line[name]}" for name in wrong)
            return


def _same(got: Any, want: Any) -> bool:
    return str(got) == str(want) or made.same_figure(got, want)


def _name(one: making.Made) -> str:
    return f"{one.name}.{making.FORMS[one.form]}"


def table(results: Iterable[Tried]) -> Table:
    """One row a form, one for all, and one for the layouts that needed a correction."""
    by_form: dict[str, list[Tried]] = defaultdict(list)
    for one in results:
        by_form[one.form].append(one)
        by_form["all"].append(one)
        if one.corrections:
            by_form[_CORRECTED].append(one)
    drawn = figures.table("After one correction", *_COLUMNS, "wrong after, how often", told=TOLD)
    for form in sorted(by_form, key=lambda form: (form == _CORRECTED, form == "all", form)):
        drawn.add_row(form, *_row(by_form[form]))
    return drawn


def _row(results: Sequence[Tried]) -> list[str]:
    wrong = Counter(what.split("=")[0] for one in results for what in one.after)
    return [
        str(len(results) // AFTER),
        str(len(results)),
        f"{sum(not one.before for one in results) / len(results):.1%}",
        f"{sum(not one.after for one in results) / len(results):.1%}",
        str(sum(one.touchless for one in results)),
        str(sum(one.touchless and bool(one.after) for one in results)),
        f"{sum(one.corrections for one in results) / len(results):.1f}",
        ", ".join(f"{what} {times}" for what, times in wrong.most_common()),
    ]


if __name__ == "__main__":
    main()
