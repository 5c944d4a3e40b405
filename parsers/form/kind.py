"""What a document is: by its title, else by the labels and sentences that only one kind of document carries."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from desk.reading import Kind
from parsers.form import headings, lexicon, marks
from parsers.form.headings import Title
from parsers.page import Page

_CLOSE = 0.6  # weight between two titles of which either may be the document's own
_SEVERAL = 1.1  # more than one mark says so
_SELLERS = frozenset({Kind.SUPPLIER_INVOICE, Kind.SUPPLIER_ACKNOWLEDGEMENT})
_PLAIN = "Is this a purchase order? The document does not say so plainly."


class Named(NamedTuple):
    """What a document is (None: nothing tells), and the question to a person where that is not plain."""

    kind: Kind | None
    why: str = ""


def of(pages: Sequence[Page], skip: Collection[tuple[int, float]]) -> Named:
    """What these pages are; `skip` are rows that head line tables (page and top)."""
    best = _titles(pages, skip)
    weighed = marks.weigh(pages)
    if not best:
        return _untitled(weighed)
    first, *others = sorted(best.values(), key=lambda title: -title.weight)
    rivals = [title for title in others if title.weight > first.weight - _CLOSE]
    if first.kind in lexicon.ORDER_KINDS or (first.is_noun and any(t.kind in lexicon.ORDER_KINDS for t in others)):
        own = first if first.kind in lexicon.ORDER_KINDS else next(t for t in others if t.kind in lexicon.ORDER_KINDS)
        return _order(own, [title for title in (first, *rivals) if title is not own], weighed)
    return Named(first.kind)


def _untitled(weighed: Mapping[Kind, float]) -> Named:
    """A letter without a title: an order plainly where it says that it orders, and nothing says otherwise."""
    is_said = weighed.get(Kind.PURCHASE_ORDER, 0) >= marks.DECIDES
    return Named(_marked(weighed, {Kind.PURCHASE_ORDER}), "" if is_said and len(weighed) == 1 else _PLAIN)


def _order(first: Title, rivals: Sequence[Title], weighed: Mapping[Kind, float]) -> Named:
    """A paper that calls itself an order: which, and what speaks against it."""
    changed = next((title.kind for title in rivals if title.kind in lexicon.ORDER_KINDS), None)
    if first.kind is Kind.PURCHASE_ORDER and changed is not None:
        return Named(changed)  # a "purchase order" that also says "change order" is one
    told = {kind: weight for kind, weight in weighed.items() if kind in _SELLERS or weight > _SEVERAL}
    against = _marked(told, {Kind.PURCHASE_ORDER})
    if first.key in lexicon.SHARED and against is not None:
        return Named(against)
    against = against if against in _SELLERS else None  # "Valid until" and "Gross weight" stand on orders as well
    if first.key in lexicon.UNSURE:
        return Named(first.kind, f"Are goods ordered by this? The document calls itself {lexicon.UNSURE[first.key]}.")
    return Named(first.kind, _PLAIN if rivals or against else "")


def _titles(pages: Sequence[Page], skip: Collection[tuple[int, float]]) -> dict[Kind, Title]:
    """The strongest title of each kind, on the first two pages."""
    best: dict[Kind, Title] = {}
    for sheet in pages[:2]:
        for title in headings.find(sheet, skip):
            here = title._replace(weight=title.weight - (sheet.number - pages[0].number))
            if title.kind not in best or here.weight > best[title.kind].weight:
                best[title.kind] = here
    return best


def _marked(weighed: Mapping[Kind, float], besides: Collection[Kind] = ()) -> Kind | None:
    """The kind that marks decide for, leaving some out."""
    likely = [(weight, kind) for kind, weight in weighed.items() if weight >= marks.DECIDES and kind not in besides]
    return max(likely, key=lambda one: one[0])[1] if likely else None
