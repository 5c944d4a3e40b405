"""Pages -> Reading: one reader for every unstructured document."""

from collections.abc import Sequence
from functools import partial

from desk.reading import Doubt, Kind, Reading
from parsers import dates, numbers
from parsers.form import (
    body,
    convention,
    fields,
    kind,
    labels,
    lexicon,
    listed,
    ordernumber,
    prose,
    settle,
    tables,
    tidy,
)
from parsers.form.item import Item
from parsers.form.letter import Letter
from parsers.page import Page

_ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.ORDER_CHANGE, Kind.ORDER_CANCELLATION, Kind.INQUIRY})
_STRONG = 4.0  # a label that names the number of a purchase order and nothing else


def read(
    pages: Sequence[Page],
    *,
    part: str = "file",
    ours: tuple[str, ...] = (),
    day: dates.Order | None = None,
    mark: numbers.Mark | None = None,
) -> Reading:
    """What these pages say: an order with its evidence, doubts and proofs, or what else the document is.

    `day` and `mark` are the conventions that this layout is known for, where its own figures leave them open.
    """
    pages = tidy.tidy(pages)
    sections = tables.sections(pages)
    named, why = kind.of(pages, tables.head_rows(sections))
    if named is not None and named not in _ORDERS:
        return Reading(named)
    days = convention.days(pages, sections, known=day)
    whole, number_doubts = body.read(pages, sections, days.order, part, known=mark)
    found = fields.label(pages, whole.taken)
    numbers_found = _numbers(found, pages, part)
    if not whole.lines.read and not _is_blank(sections):
        is_form = named is not None or _is_strong(numbers_found)
        said = prose.read(pages, whole.mark, part)
        in_list = _in_list(pages, days.order, part, mark) if is_form or numbers_found else None
        if in_list and _is_better(in_list[0], said, is_labelled=is_form or numbers_found[0].weight > prose.SPOKEN):
            (whole, number_doubts), found = in_list, fields.label(pages, in_list[0].taken)
            numbers_found = _numbers(found, pages, part)
        elif said.lines:
            letter = Letter(pages, found, said, whole.mark, days.order, part, ours)
            return letter.reading(named)
    if named is None and not _is_strong(numbers_found) and not whole.lines.read:
        return Reading(Kind.OTHER)
    if not numbers_found and not _goods(whole):
        return Reading(Kind.OTHER)
    if named is None and _is_the_sellers(found):
        return Reading(Kind.OTHER)
    paper = settle.Paper(
        pages=pages, sections=sections, found=found, body=whole, days=days.order, is_mixed=days.is_mixed, part=part,
        ours=ours, doubts=number_doubts,
    )  # fmt: skip
    return paper.reading(named or Kind.PURCHASE_ORDER, numbers_found, unsure=why)


def _numbers(found: fields.Labelled, pages: Sequence[Page], part: str) -> list[fields.Candidate[str]]:
    """The numbers that labels name; else the one that a sentence does."""
    return ordernumber.po_numbers(found, pages, part) or prose.number(pages, part)


def _in_list(
    pages: Sequence[Page], order: dates.Order | None, part: str, known: numbers.Mark | None
) -> tuple[body.Body, list[Doubt]] | None:
    """The lines of a list without a head, read in the way that its sums prove; None where there is no list."""
    best: tuple[body.Body, list[Doubt]] | None = None
    for way in range(listed.WAYS):
        find = partial(_listed, pages, way=way)
        read_so = body.read(pages, (), order, part, known=known, find=find)
        if not read_so[0].lines.read:
            break
        if best is None or read_so[0].proven > best[0].proven:
            best = read_so
    return best


def _is_better(whole: body.Body, said: prose.Said, *, is_labelled: bool) -> bool:
    """The list says more than its sentences do; of a letter without labels, the sentences tell more than its lines."""
    more = len(whole.lines.read) - len(said.lines)
    return whole.totals.is_proven or more > 0 or (is_labelled and more == 0)


def _listed(pages: Sequence[Page], _: Sequence[tables.Section], mark: numbers.Mark, *, way: int) -> list[Item]:
    return listed.items(pages, mark, way)


def _is_the_sellers(found: fields.Labelled) -> bool:
    """The order is the reader's own, "Ihre Bestellung": a paper without a title that answers one."""
    named = [label for name in ("po_number", "po_number_title") for label in found.by_name.get(name, ())]
    return bool(named) and all(_YOURS & set(_before(label)) for label in named)


def _before(label: labels.Label) -> list[str]:
    """The first word of a label, and the word before it in its row."""
    row = label.sheet.rows[label.row]
    return [lexicon.key(word.text) for word in (*row.words[max(0, label.start - 1) : label.start], label.words[0])]


_YOURS = frozenset(
    map(lexicon.key, "your ihre ihr votre vos su vostro vs uw er ert deres din sua vosso vossa vaše państwa teidän"
        " siparişiniz megrendelésük ваш ваше".split())
)  # fmt: skip


def _is_strong(numbers_found: Sequence[fields.Candidate[str]]) -> bool:
    return bool(numbers_found) and numbers_found[0].weight > _STRONG


def _is_blank(sections: Sequence[tables.Section]) -> bool:
    """A table stands there and nobody has filled it in: what else the form says in words orders nothing."""
    rows = [row for section in sections for row in section.rows]
    # A number of a line or of a page may be printed in an empty row; a line that is filled in has two figures at least.
    return bool(sections) and not any(
        sum(1 for word in row.words if any(map(str.isdigit, word.text))) > 1 for row in rows
    )


def _goods(whole: body.Body) -> bool:
    """A line names something: a rate of tax that stands in an empty form does not."""
    return any(one.line.sku or one.line.buyer_sku or one.line.gtin or one.line.description for one in whole.lines.read)
