"""What was recognised in a picture rather than read: which fields rest on print that was not clear.

Figures are believed where their arithmetic holds. A number, a date or a code has no arithmetic: there each character
must have been clear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from desk.reading import Doubt, Evidence, Line, Order, Reading
from parsers import numbers
from parsers.form import proof
from parsers.form.proof import Proof
from parsers.page import Page, Seen

# Tried on 1,456 codes and figures of chance, in four fonts, blurred, faint and as a fax, 50 of them misread: these two
# limits let 5 of the mistakes pass, each a letter O or I within a number that is otherwise all figures.
_CLEAR = 0.95  # certainty of a character that may stand without another proof
_APART = 0.98  # the same for one that has a double among letters or figures, in a code that has both
_LEGIBLE = 0.5  # and of a character in a figure that arithmetic confirms
_DOUBLES = frozenset("0ODQ1IlJ5S8B2Z6G")
_RUN = re.compile(r"[^\W_]+")
_NAMES = {
    "po_number": "the number of this order",
    "order_date": "the order date",
    "requested_date": "the requested date",
    "cancel_date": "the last date",
    "currency": "the currency",
}
_CODES = ("sku", "buyer_sku", "gtin")
_FIGURES = ("quantity", "unit_price", "amount", "discount")
_SUMS = ("subtotal", "discount", "tax", "shipping", "total")


def weighed(reading: Reading, pages: Sequence[Page]) -> Reading:
    """The same reading, with a doubt for each field that was not clear and for each page that was not read."""
    seen = {page.number: page.seen for page in pages if page.seen}
    troubles = tuple(Doubt("file", page.trouble) for page in pages if page.trouble)
    doubts = troubles if reading.error is None else ()
    if seen:
        doubts += tuple(one for order in reading.orders for one in _Sight(order, seen).doubts())
    known = {doubt.field for doubt in reading.doubts}
    new = tuple(doubt for doubt in doubts if doubt.field not in known or doubt.field == "file")
    return replace(reading, doubts=(*reading.doubts, *new), touchless=reading.touchless and not new)


class _Sight(NamedTuple):
    """An order, and the words that were recognised, by page."""

    order: Order
    seen: dict[int, tuple[Seen, ...]]

    def doubts(self) -> Iterator[Doubt]:
        """One for each field that was not clear."""
        for name, words in _NAMES.items():
            if not self._is_clear(name):
                text = self.order.evidence[name].text
                yield Doubt(name, f"Is {text} {words}? The picture is not clear there.", (text,))
        for at, line in enumerate(self.order.lines):
            yield from self._line(at, line)
        are_proven = any("add up" in one for one in self.order.proofs)
        for name in _SUMS:
            value = getattr(self.order, name)
            if value is not None and self._certainty(name) < (_LEGIBLE if are_proven else _CLEAR):
                why = f"Is the {name} {numbers.plain(value)}? The picture is not clear there."
                yield Doubt(name, why, (numbers.plain(value),))

    def _line(self, at: int, line: Line) -> Iterator[Doubt]:
        for name in _CODES:
            text = getattr(line, name)
            if text and not self._is_clear(f"lines.{at}.{name}"):
                why = f"Is {text} the code on line {at + 1}? The picture is not clear there."
                yield Doubt(f"lines.{at}.{name}", why, (text,))
        least = min(self._certainty(f"lines.{at}.{name}") for name in _FIGURES)
        if least < (_LEGIBLE if _is_proven(line) else _CLEAR):
            yield _figures(at, line)

    def _certainty(self, path: str) -> float:
        """Of the least clear character; 1 where nothing was recognised."""
        return min((one.certainty for one in _words(self.order.evidence.get(path), self.seen)), default=1.0)

    def _is_clear(self, path: str) -> bool:
        return all(_is_clear(one) for one in _words(self.order.evidence.get(path), self.seen))


def _words(shown: Evidence | None, seen: dict[int, tuple[Seen, ...]]) -> Iterator[Seen]:
    """The recognised words that stand in a place."""
    if shown is None or shown.box is None:
        return
    x0, top, x1, bottom = shown.box
    for one in seen.get(shown.page, ()):
        if top < one.word.middle < bottom and min(x1, one.word.x1) - max(x0, one.word.x0) > 1:
            yield one


def _is_clear(one: Seen) -> bool:
    """Each character is certain, and what might be its double all the more."""
    if one.certainty < _CLEAR:
        return False
    for run in _RUN.finditer(one.word.text):
        if run.group().isalpha() or run.group().isdigit():
            continue
        if any(
            sign in _DOUBLES and sure < _APART
            for sign, sure in zip(run.group(), one.certainties[run.start() :], strict=False)
        ):
            return False
    return True


def _is_proven(line: Line) -> bool:
    """Quantity x price is the amount, and more than the same figure twice: one mistake would not go unseen."""
    if line.quantity is None or line.unit_price is None or line.amount is None or line.quantity == 1:
        return False
    per = line.price_per or Decimal(1)
    return proof.line(line.quantity, line.unit_price, line.amount, per=per, discount=line.discount) is Proof.EXACT


def _figures(at: int, line: Line) -> Doubt:
    shown = " x ".join(numbers.plain(one) for one in (line.quantity, line.unit_price) if one is not None)
    if not shown:
        return Doubt(f"lines.{at}.quantity", f"How many are ordered on line {at + 1}? The picture is not clear there.")
    return Doubt(f"lines.{at}.quantity", f"Is line {at + 1} {shown}? The picture is not clear there.", (shown,))
