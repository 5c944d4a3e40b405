"""What corrections of an order teach about the layout of the document that states it."""

from collections.abc import Sequence

from desk.correcting import Correction
from desk.lessons import Lesson
from desk.reading import Order
from parsers import document, readers, taught
from parsers.form import tidy
from parsers.lessons import deriving
from parsers.lessons.deriving import Derived

_IS_DATA = "The order came as data, not as a layout that could be learned."


def derive(
    data: bytes,
    said: Sequence[Correction],
    *,
    name: str,
    po_number: str | None = None,
    ours: tuple[str, ...] = (),
    lessons: Sequence[Lesson] = (),
) -> tuple[Derived, ...]:
    """What each correction teaches, from the paper (a file, or one in a mail) on which most of it stands.

    `po_number` is what the order's number was read as, where a mail or a file holds several.
    """
    best = tuple(Derived(one, (), _IS_DATA) for one in said)
    for path, held in readers.papers(data, name=name):
        pages = document.pages(held, name=path)
        if not pages:
            continue
        read = taught.read(pages, ours=ours, lessons=lessons)
        found = deriving.derive(tidy.tidy(pages), _order(read.orders, po_number), said)
        if _learned(found) > _learned(best) or any(one.why == _IS_DATA for one in best):
            best = found
    return best


def _order(orders: Sequence[Order], po_number: str | None) -> Order | None:
    named = next((one for one in orders if one.po_number == po_number), None)
    return named or next(iter(orders), None)


def _learned(found: Sequence[Derived]) -> int:
    return sum(1 for one in found if one.rules)
