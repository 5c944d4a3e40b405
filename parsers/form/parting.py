"""Where one paper ends in a file and the next begins: by its title, its number, and its own count of pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from desk.reading import Kind
from parsers import dates
from parsers.form import columns, headings, labels, lexicon, ordernumber, prose
from parsers.form.headings import Title
from parsers.form.wordings import fields as words_
from parsers.page import Page, Row

_MOST_PAGES = 300
_MOST_SAID = 400  # rows of a letter
_MOST_CUTS = 40  # papers on one page
_HEAD_ROWS = 30  # rows of a page in which its paper's number stands
_EDGE = 12  # rows at the top and at the bottom in which a page counts itself
_OWN_TITLE = 2.4  # how much a title must look like one to begin a paper
_GAP = 1.6  # heights of white space that part two papers on one page
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")
_COUNTER = re.compile(
    r"\b(?=[psboс])"  # a quick no at most words
    r"(?:page|pg|seite|blatt|pagina|página|pág|page no|blad|sida|side|strona|str|strana|oldal|sayfa|стр|p)\b[.:\s#]*"
    r"(?P<at>\d{1,3})\s*(?:of|von|/|de|di|van|sur|av|af|z|ze|из|-)\s*(?P<all>\d{1,3})\b",
    re.IGNORECASE,
)
_NUMBERS = {
    words: name for words, name in lexicon.FIELDS.items() if name in {"po_number", "po_number_title"}
}  # fmt: skip
_NUMBER_STARTS = frozenset(
    start
    for row in (words_.FIELDS["po_number"], words_.FIELDS["po_number_title"])
    for words in lexicon.wordings(row)
    for start in (lexicon.key(words), lexicon.key(words.split()[0]))
)
# Other papers that come in one file with an order, each a paper of its own; terms belong to what they follow.
PAPERS = frozenset({
    Kind.SUPPLIER_INVOICE, Kind.SHIP_NOTICE, Kind.REMITTANCE, Kind.SUPPLIER_ACKNOWLEDGEMENT, Kind.INQUIRY,
})  # fmt: skip


class _Named(NamedTuple):
    """A number of an order where it stands: the label's key, the number, the row."""

    key: str
    number: str
    row: int


@dataclass(frozen=True)
class _Leaf:
    """A page, or a part of one, with what its head says."""

    sheet: Page
    numbers: Mapping[str, str]  # by the key of the label
    title: Title | None
    counter: tuple[int, int] | None  # page 1 of 3
    is_cut: bool = False  # it begins in the middle of a page


@dataclass
class Paper:
    """Pages that belong together.

    `is_sure` tells that they begin by a title or a page count of their own, with a number of their own.
    """

    leaves: list[_Leaf] = field(default_factory=list)
    is_sure: bool = True

    @property
    def pages(self) -> tuple[Page, ...]:
        """What to read."""
        return tuple(leaf.sheet for leaf in self.leaves)

    @property
    def kind(self) -> Kind | None:
        """What the first title says."""
        return next((leaf.title.kind for leaf in self.leaves if leaf.title), None)

    @property
    def where(self) -> str:
        """Its pages in words: "page 1", "pages 2 to 4"."""
        first, last = self.leaves[0].sheet.number, self.leaves[-1].sheet.number
        return f"page {first}" if first == last else f"pages {first} to {last}"

    def states(self, key: str) -> set[str]:
        """The numbers that its pages state at labels of this key."""
        return {_plain(leaf.numbers[key]) for leaf in self.leaves if key in leaf.numbers}


def part(pages: Sequence[Page]) -> list[Paper]:
    """The papers of a file, in order; one, where nothing tells that another begins."""
    papers: list[Paper] = []
    for sheet in pages[:_MOST_PAGES]:
        for leaf in _leaves(sheet, is_alone=len(pages) == 1):
            begins = _begins(papers[-1], leaf) if papers else True
            if begins is None:
                papers[-1].leaves.append(leaf)
            else:
                papers.append(Paper([leaf], is_sure=begins))
    if papers:
        papers[-1].leaves += [_Leaf(sheet, {}, None, None) for sheet in pages[_MOST_PAGES:]]
    return papers


def states_number(sheet: Page, before: int) -> bool:
    """A label above this row of a page states the number of an order."""
    return any(one.row < before for one in _named(sheet))


def _begins(paper: Paper, leaf: _Leaf) -> bool | None:
    """Whether a leaf begins a paper (True: for sure, False: it seems so); None where it goes on with the one before."""
    if leaf.counter and leaf.counter[0] > 1:
        return None
    is_order = leaf.title is not None and leaf.title.kind in lexicon.ORDER_KINDS
    if paper.kind is not None and paper.kind not in lexicon.ORDER_KINDS:
        # "Your order" on an invoice is no order's number; only a title begins one here.
        return True if is_order and leaf.numbers else None
    if leaf.title and leaf.title.kind in PAPERS and paper.kind in lexicon.ORDER_KINDS:
        return False
    differs = any(key in one.numbers and _plain(number) not in paper.states(key)
                  for key, number in leaf.numbers.items() for one in paper.leaves)  # fmt: skip
    restarts = bool(leaf.counter and paper.leaves[-1].counter and _is_last(paper.leaves[-1].counter))
    if differs:
        return bool(is_order or restarts)
    if restarts and is_order and leaf.numbers:
        return True  # the same order once more: original and copy
    return None


def _is_last(counter: tuple[int, int]) -> bool:
    return counter[0] == counter[1]


def _leaves(sheet: Page, *, is_alone: bool) -> Iterator[_Leaf]:
    """A page whole, or cut where a further order begins on it."""
    named = _named(sheet) or (_said(sheet) if is_alone else [])
    titles = [
        title
        for title in headings.find(sheet, _without(sheet, lexicon.TITLE_STARTS))
        if title.is_whole or title.key not in lexicon.SHARED  # "PO number: 4500118" is a label
    ]
    cuts = _cuts(sheet, named, titles)
    rows = sheet.rows
    bounds = [0, *cuts, len(rows)]
    for nth, (start, end) in enumerate(pairwise(bounds)):
        within = rows[start:end]
        if not within:
            continue
        numbers = {one.key: one.number for one in reversed(named) if start <= one.row < min(end, start + _HEAD_ROWS)}
        own = [title for title in titles if start <= title.row < min(end, start + headings.HEAD)]
        best = max(own, key=lambda title: title.weight, default=None)
        title = best if best and (best.weight >= _OWN_TITLE or nth) else None
        yield _Leaf(
            sheet=sheet if len(bounds) == 2 else _only(sheet, within),  # noqa: PLR2004 - a page that is not cut
            numbers=numbers, title=title, counter=_counter(within), is_cut=nth > 0,
        )  # fmt: skip


def _named(sheet: Page) -> list[_Named]:
    """Every number of an order on a page that a label names, from top to bottom."""
    found: list[_Named] = []
    hits = labels.find(sheet, _NUMBERS, _without(sheet, _NUMBER_STARTS))
    known = labels.places(hits)
    for hit in hits:
        if _heads_columns(sheet, hit.row):
            continue
        is_title = hit.name == "po_number_title"
        values = [labels.right(hit, known)] if is_title else [labels.right(hit, known), labels.below(hit, known)]
        number = next((told for value in values if value and (told := ordernumber.number_of(value))), None)
        if number and _is_number(number):
            found.append(_Named("title" if is_title else hit.key, number, hit.row))
    return found


def _heads_columns(sheet: Page, at: int) -> bool:
    """The row heads a table of goods: "Order qty | Order no. | Description" names no order."""
    row = sheet.rows[at]
    return sum(1 for phrase in sheet.phrases(row) if lexicon.key(phrase.text) in lexicon.COLUMNS) > 1


def _without(sheet: Page, starts: AbstractSet[str]) -> set[tuple[int, float]]:
    """Rows in which no word may begin a label or a title: most rows of a long table."""
    return {(row.page, row.top) for row in sheet.rows if starts.isdisjoint(row.keys)}


def _is_number(number: str) -> bool:
    """It may be an order's number: no clause of the terms ("1.3")."""
    return not _CLAUSE.fullmatch(number) and any(c.isdigit() for c in number)


def _said(sheet: Page) -> list[_Named]:
    """Numbers that the sentences of a letter without a table name: "and on PO 4500119:"."""
    hits = [(at, prose.ORDER_NUMBER.search(row.text)) for at, row in enumerate(sheet.rows[:_MOST_SAID])]
    said = [_Named("words", hit["number"], at) for at, hit in hits if hit and not dates.find(hit["number"])]
    is_letter = len({one.number for one in said}) > 1 and not columns.heads(sheet)
    return said if is_letter else []


def _cuts(sheet: Page, named: Sequence[_Named], titles: Sequence[Title]) -> list[int]:
    """Rows at which a further order begins on a page: where a label states another number than it did before."""
    found: list[int] = []
    last: dict[str, _Named] = {}
    for one in named:
        before = last.get(one.key)
        last[one.key] = one
        if before is None or _plain(before.number) == _plain(one.number):
            continue
        start = _start(sheet, max(before.row + 1, found[-1] if found else 0), one.row, titles)
        if start - before.row > 1 and (not found or start > found[-1]) and len(found) < _MOST_CUTS:
            found.append(start)
    return found


def _start(sheet: Page, floor: int, row: int, titles: Sequence[Title]) -> int:
    """The first row of a paper whose number stands in `row`: its title, else what white space parts, else that row."""
    above = [title.row for title in titles if floor <= title.row <= row and title.kind in lexicon.ORDER_KINDS]
    if above:
        return above[-1]
    rows = sheet.rows
    for at in range(row, max(floor, row - _HEAD_ROWS), -1):
        if _is_apart(rows[at - 1], rows[at]):
            return at
    return row


def _is_apart(above: Row, below: Row) -> bool:
    return below.top - above.bottom > _GAP * max(above.height, below.height)


def _only(sheet: Page, rows: Sequence[Row]) -> Page:
    """A page with some of its rows: same number, same places."""
    top, bottom = rows[0].top - 1, rows[-1].bottom + 1
    rules = tuple(rule for rule in sheet.rules if rule.bottom >= top and rule.top <= bottom)
    return replace(sheet, words=tuple(word for row in rows for word in row.words), rules=rules)


def _counter(rows: Sequence[Row]) -> tuple[int, int] | None:
    """The page's own count ("Page 2 of 3"), near its upper or lower edge; none where several are named."""
    found = {
        (int(hit["at"]), int(hit["all"]))
        for row in (*rows[:_EDGE], *rows[-_EDGE:])
        for hit in _COUNTER.finditer(row.text)
        if 0 < int(hit["at"]) <= int(hit["all"])
    }
    return found.pop() if len(found) == 1 else None


def _plain(number: str) -> str:
    return lexicon.key(number).removeprefix("po")
