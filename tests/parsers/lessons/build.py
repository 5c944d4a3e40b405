"""Orders of one layout in words of its own, what a person corrects on one, and the next one read with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from desk import correcting
from desk.lessons import Lesson
from desk.reading import Order, Reading
from parsers import document, teaching
from parsers.lessons.deriving import Derived
from playground.samples import layouts, papers, truths, world

OURS = (world.SELLER.name,)
AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
HOUSE = {"po_number": "Vorgang", "total": "Endwert", "quantity": "Stk", "sku": "Kennung"}
FERNHILL = world.BUYERS[0]


def layout(wording: Mapping[str, str] = HOUSE, *, name: str = "grid", day: str = "%d %B %Y") -> layouts.Layout:
    """A layout of the playground that calls some things by words of its own."""
    return replace(layouts.LAYOUTS[name], wording=wording, day=day)


def order(seed: int = 1, *, count: int = 3) -> truths.Truth:
    return truths.order(seed, buyer=FERNHILL, count=count)


def read(paper: bytes, lessons: Sequence[Lesson] = ()) -> Reading:
    return document.read(paper, name="order", ours=OURS, lessons=lessons)


def only(paper: bytes, lessons: Sequence[Lesson] = ()) -> Order:
    (found,) = read(paper, lessons).orders
    return found


def derived(paper: bytes, *said: str) -> tuple[Derived, ...]:
    return teaching.derive(paper, [correcting.correction(one) for one in said], name="order", ours=OURS)


def taught(paper: bytes, *said: str) -> tuple[Lesson, ...]:
    """What Ben teaches by these corrections of a paper."""
    return tuple(Lesson(rule, "Ben", AT) for one in derived(paper, *said) for rule in one.rules)


def pdf(truth: truths.Truth, drawn: layouts.Layout) -> bytes:
    return papers.draw_pdf(truth, drawn)
