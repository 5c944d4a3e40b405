"""An order in the words of a letter: what its sentences order, and the facts that they and its labels state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.reading import Doubt, Evidence, Kind, Order, Party, Reading
from parsers import dates, numbers
from parsers.form import (
    closing,
    currency,
    fields,
    orderdates,
    ordernumber,
    parties,
    payment,
    prose,
    settle,
    sumnames,
    undated,
)
from parsers.form.fields import Candidate, Labelled
from parsers.page import Page, Row

_TOLD = 3  # lines that the question names


@dataclass(frozen=True)
class Letter:
    """The pages of a letter, its labels, what its sentences order, and the conventions of its figures and days."""

    pages: Sequence[Page]
    found: Labelled
    said: prose.Said
    mark: numbers.Mark
    days: dates.Order | None
    part: str
    ours: tuple[str, ...]

    def reading(self, named: Kind | None) -> Reading:
        """What it orders: never touchless, always shown to the buyer before it counts."""
        lines = self.said.lines
        number = next((one for one in ordernumber.po_numbers(self.found, self.pages, self.part) if _is_own(one)), None)
        people, _ = parties.find(self.found, self.pages, self.part, self.ours)
        signer = closing.company(self.pages)
        wanted = self._day([*orderdates.dated(self.found, "requested_date", self.part), *self._asked()])
        ordered = self._day(orderdates.dated(self.found, "order_date", self.part))
        money = currency.find(self.found, self.pages, (), self.part, [_address(people.get("ship_to"))])
        terms = payment.said(self.pages, set(), self.part)
        goods = self._goods()
        order = Order(
            lines=lines,
            po_number=number.value if number else self.said.number,
            order_date=ordered[0] if ordered else None,
            requested_date=wanted[0] if wanted else None,
            buyer=signer.party() if signer else None,
            ship_to=people.get("ship_to"),
            currency=money.code if money.evidence and not money.guesses else None,
            payment_terms=terms[0] if terms else None,
            subtotal=goods[0] if goods and goods[2] else None,
            total=goods[0] if goods and not goods[2] else None,
            evidence=self.said.evidence
            | ({"po_number": number.evidence} if number else {})
            | ({"order_date": ordered[1]} if ordered else {})
            | ({"requested_date": wanted[1]} if wanted else {})
            | ({"buyer.name": signer.shown(self.part)} if signer else {})
            | ({"currency": money.evidence} if money.evidence and not money.guesses else {})
            | ({"payment_terms": terms[1]} if terms else {})
            | ({"subtotal" if goods[2] else "total": goods[1]} if goods else {}),
        )
        asked = self.said.asks and named is None
        return Reading(Kind.INQUIRY if asked else named or Kind.PURCHASE_ORDER, (order,), (self._question(),))

    def _question(self) -> Doubt:
        lines = self.said.lines
        goods = ", ".join(
            f"{numbers.plain(line.quantity or Decimal(0))} x {line.sku or line.description}" for line in lines[:_TOLD]
        )
        more = f" and {len(lines) - _TOLD} more" if len(lines) > _TOLD else ""
        return Doubt("lines", f"Is this an order for {goods}{more}? It was read from words, not from a form.")

    def _asked(self) -> Sequence[Candidate[dates.Found]]:
        return undated.wanted(self.pages, self.part)

    def _day(self, found: Sequence[Candidate[dates.Found]]) -> tuple[date, Evidence] | None:
        """The first day that these candidates leave no doubt about."""
        return next(((day, one.evidence) for one in found if (day := one.value.under(self.days))), None)

    def _goods(self) -> tuple[Decimal, Evidence, bool] | None:
        """What the lines come to, where the letter says so; and whether it says that a tax is to come."""
        amounts = [line.quantity * line.unit_price for line in self.said.lines if line.quantity and line.unit_price]
        if not amounts or len(amounts) < len(self.said.lines):
            return None
        whole = sum(amounts, Decimal(0))
        for sheet, row in self._rows():
            for word in row.words:
                if numbers.value(word.text.rstrip(".,;"), self.mark) == whole:
                    is_net = any(sumnames.says_tax(other.text) for other in row.words)
                    return whole, fields.evidence((word,), sheet, self.part), is_net
        return None

    def _rows(self) -> Iterator[tuple[Page, Row]]:
        """The rows that state no line."""
        lines = {one.text for path, one in self.said.evidence.items() if path.startswith("lines.")}
        yield from ((sheet, row) for sheet in self.pages for row in sheet.rows if row.text not in lines)


def _is_own(one: Candidate[str]) -> bool:
    return one.weight >= settle.OWN_LABEL


def _address(party: Party | None) -> str:
    return f"{party.name or ''}, {party.address or ''}" if party else ""
