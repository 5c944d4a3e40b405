"""The pages of a file -> Reading: each paper in it read by itself, and the orders among them put together."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desk.reading import Doubt, Evidence, Kind, Order, Reading
from parsers import several
from parsers.form import flat, lexicon, parting, tidy
from parsers.form.parting import Paper
from parsers.page import Page


def read(pages: Sequence[Page], *, part: str, read_one: Callable[[Sequence[Page]], Reading]) -> Reading:
    """What the papers of a file say: one order, several, or what else the file is; `read_one` reads a single paper."""
    pages = tidy.tidy(pages)
    listed = flat.read(pages, part=part, read_one=read_one)
    if listed is not None:
        return listed
    papers = parting.part(pages)
    if len(papers) < 2:  # noqa: PLR2004 - one paper
        return read_one(pages)
    read_ = [read_one(paper.pages) for paper in papers]
    kept = _whole(papers, read_)
    if len(kept) < 2:  # noqa: PLR2004 - what looked like several is one
        return read_one(pages)
    if _is_one(papers, read_):
        whole = read_one(pages)
        if len(whole.orders) == 1 and [order.lines for order in whole.orders] == [
            order.lines for said in read_ for order in said.orders if order.lines
        ]:
            return whole
    if len(kept) < len(papers):
        papers, read_ = kept, [read_one(paper.pages) for paper in kept]
    return _together(papers, read_, part)


def _is_one(papers: Sequence[Paper], read_: Sequence[Reading]) -> bool:
    """Every page states one number, and only one of the papers lists goods: a front page, and the lines behind it."""
    orders = [order for said in read_ for order in said.orders]
    numbers = {lexicon.key(order.po_number or "") for order in orders}
    is_cut = all(
        said.orders or (said.kind is Kind.OTHER and paper.leaves[0].is_cut)
        for paper, said in zip(papers, read_, strict=True)
    )
    return is_cut and len(numbers) == 1 and "" not in numbers and sum(1 for order in orders if order.lines) == 1


def _whole(papers: Sequence[Paper], read_: Sequence[Reading]) -> list[Paper]:
    """Papers that are whole orders or plainly something else; what is neither goes on with the one before it."""
    kept: list[Paper] = []
    for paper, said in zip(papers, read_, strict=True):
        is_order = any(order.lines or (order.total is not None and paper.is_sure) for order in said.orders)
        if kept and not is_order and paper.kind not in parting.PAPERS:
            kept[-1] = Paper([*kept[-1].leaves, *paper.leaves], is_sure=kept[-1].is_sure)
        else:
            kept.append(paper)
    return kept


def _together(papers: Sequence[Paper], read_: Sequence[Reading], part: str) -> Reading:
    """The orders of all papers; what else the file holds is told."""
    with_orders = [
        (paper, said) for paper, said in zip(papers, read_, strict=True)
        if said.orders and (said.kind in lexicon.ORDER_KINDS or said.kind is Kind.INQUIRY)
    ]  # fmt: skip
    if not with_orders:
        return next((said for said in read_ if said.kind is not Kind.OTHER), read_[0])
    left = [
        (paper, said)
        for paper, said in zip(papers, read_, strict=True)
        if all(said is not kept for _, kept in with_orders)
    ]
    numbered = [replace(said, orders=tuple(_placed(order, paper, part) for order in said.orders),
                        doubts=tuple(_about(doubt, said, paper) for doubt in said.doubts))
                for paper, said in with_orders]  # fmt: skip
    joined = several.join(numbered)
    doubts = (*joined.doubts, *_unsure(with_orders, joined), *(_left_out(paper, said) for paper, said in left))
    return replace(joined, doubts=doubts, touchless=joined.touchless and not doubts)


def _placed(order: Order, paper: Paper, part: str) -> Order:
    """The order with the pages on which it stands, as evidence."""
    first = paper.leaves[0].sheet.number
    return replace(order, evidence={"pages": Evidence(part, first, paper.where), **order.evidence})


def _about(doubt: Doubt, said: Reading, paper: Paper) -> Doubt:
    """A doubt that says which order it is about."""
    number = said.orders[0].po_number if said.orders else None
    name = f"Order {number} ({paper.where})" if number else f"The order on {paper.where}"
    return replace(doubt, why=f"{name}: {doubt.why}")


def _unsure(found: Sequence[tuple[Paper, Reading]], joined: Reading) -> list[Doubt]:
    """One question about the whole parting, where no title and no page count prove it."""
    if len(joined.orders) < 2 or all(paper.is_sure for paper, _ in found):  # noqa: PLR2004 - one order
        return []
    told = [f"{said.orders[0].po_number or 'one without a number'} ({paper.where})" for paper, said in found]
    return [Doubt("orders", f"Are these {len(found)} orders: {', '.join(told)}?", tuple(told))]


def _left_out(paper: Paper, said: Reading) -> Doubt:
    what = said.kind.replace("_", " ") if said.kind is not Kind.OTHER else "paper of another kind"
    where = paper.where[0].upper() + paper.where[1:]
    verb = "is" if where.startswith("Page ") else "are"
    return Doubt("file", f"{where} {verb} a {what} and was left out; does it matter for the order?")
