"""Every field of an order settled, with its evidence, or a doubt that a person can settle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desk.reading import Doubt, Evidence, Kind, Order, Party, Reading
from parsers import dates, numbers
from parsers.form import (
    body,
    country,
    currency,
    fields,
    orderdates,
    parties,
    payment,
    sums,
    tables,
    undated,
    wanted,
    words,
)
from parsers.form.proof import Proof
from parsers.numbers import Mark
from parsers.page import Page

_THREE_PLACES = frozenset({"KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"})
_NO_PLACES = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "PYG", "XAF", "XOF", "XPF", "UGX", "RWF"})
_FIRST = frozenset({"1", "10", "100"})  # what the first line of an order is numbered
OWN_LABEL = 2.9  # what a label of its own gives a number at least
_CLEAR = 1.25  # a candidate stands out when it is this many times stronger than the next


@dataclass(kw_only=True)
class Paper:
    """Everything found in one document, to be put together; doubts and evidence gather on the way."""

    pages: Sequence[Page]
    sections: Sequence[tables.Section]
    found: fields.Labelled
    body: body.Body
    days: dates.Order | None  # which of two figures of a date is the day
    is_mixed: bool  # its dates contradict one another
    part: str
    ours: tuple[str, ...]
    doubts: list[Doubt] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)

    def reading(self, named: Kind, numbers_found: list[fields.Candidate[str]], *, unsure: str = "") -> Reading:
        """The whole reading; `unsure` asks whether this is an order at all."""
        self.doubts.extend(self.body.lines.doubts)
        number = self._number(numbers_found)
        people, shown = self._people()
        order_date = self._date("order_date", orderdates.dated(self.found, "order_date", self.part), is_needed=True)
        for_all, by_line = wanted.days(self.found, self.part, self.body.taken)
        requested = self._date("requested_date", for_all) or self._line_date(by_line)
        cancel = self._date("cancel_date", orderdates.dated(self.found, "cancel_date", self.part))
        money = self._currency([people[role] for role in ("buyer", "bill_to", "ship_to") if role in people])
        self._sums()
        for at, one in enumerate(self.body.lines.read):
            self.evidence.update({f"lines.{at}.{name}": shown for name, shown in one.evidence.items()})
        self.evidence.update(shown)
        stated = self.body.totals.values
        order = Order(
            lines=tuple(one.line for one in self.body.lines.read),
            po_number=number, order_date=order_date, cancel_date=cancel,
            requested_date=requested or self._wanted(order_date),
            buyer=people.get("buyer"), vendor=people.get("vendor"), bill_to=people.get("bill_to"),
            ship_to=people.get("ship_to"), currency=money,
            payment_terms=self._text("payment_terms"), shipping_terms=self._text("shipping_terms"),
            instructions=self._text("instructions"),
            subtotal=stated.get("subtotal"), discount=stated.get("discount"), tax=stated.get("tax"),
            shipping=stated.get("shipping"), total=stated.get("total", self._only()),
            evidence=self.evidence, proofs=self._proofs(),
        )  # fmt: skip
        self._codes()
        for row in self.body.left_over[:3]:
            self.doubts.append(Doubt("lines", f"Is this a line of the order: {row.text[:120]}?"))
        self._order_of_days(order)
        self._largest(order)
        self._open_figures(money)
        if self.ours and "buyer" not in people:
            self.doubts.append(Doubt("buyer.name", "Who orders? No name but our own was found."))
        self._rival(people)
        if unsure and named is Kind.PURCHASE_ORDER:
            self.doubts.append(Doubt("kind", unsure))
        return Reading(named, (order,), tuple(self.doubts), touchless=self._is_touchless(named, order))

    def _people(self) -> parties.Found:
        """The parties; where no date nor the whole letterhead settles it, the buyer's side says how it writes dates."""
        top = self._top()
        people, shown = parties.find(self.found, self.pages, self.part, self.ours, top=top)
        if self.days is None and not self.is_mixed:
            own = [people[role] for role in ("buyer", "bill_to", "ship_to") if role in people]
            self.days = country.days(country.all_of(f"{one.name}, {one.address}" for one in own))
        return people, shown

    def _top(self) -> float:
        """Where the lines begin on the first page: in a table, or in a list without a head."""
        first = self.pages[0].number if self.pages else 0
        listed = () if self.sections else (top for number, top in self.body.taken if number == first)
        return min(tables.top(self.pages, self.sections), *listed, math.inf)

    def _rival(self, people: dict[str, Party]) -> None:
        """Two names that may be the buyer's."""
        other = parties.rival(self.found, self.pages, people, self.ours, top=self._top())
        buyer = people.get("buyer")
        if other and buyer and buyer.name:
            why = f"Who orders: {buyer.name} or {other}, which is named at the head of the paper too?"
            self.doubts.append(Doubt("buyer.name", why, (buyer.name, other)))

    def _number(self, found: list[fields.Candidate[str]]) -> str | None:
        if not found:
            self.doubts.append(Doubt("po_number", "What is the number of this order? None was found beside a label."))
            return None
        best = found[0]
        rivals = [one for one in found[1:] if one.weight * _CLEAR > best.weight]
        if rivals or best.weight < OWN_LABEL or not best.is_whole:
            guesses = tuple(one.value for one in [best, *rivals][:4])
            self.doubts.append(Doubt("po_number", f"Is {best.value} the number of this order?", guesses))
        self.evidence["po_number"] = best.evidence
        return best.value

    def _date(self, name: str, found: list[fields.Candidate[dates.Found]], *, is_needed: bool = False) -> date | None:
        if is_needed and not found:
            number = self.evidence.get("po_number")
            found = undated.find(self.pages, self.found, self.part, number.text if number else None)
        words = name.replace("_", " ")
        if not found:
            return self._unlabelled(name) if is_needed else None
        best = found[0]
        self.evidence[name] = best.evidence
        rivals = [one for one in found[1:] if one.weight * _CLEAR > best.weight]
        if best.value.is_open and (self.days is None or self.is_mixed):
            both = (best.value.day_first, best.value.month_first)
            self.doubts.append(
                Doubt(
                    name,
                    f"Is the {words} {best.value.text} the {both[0]:%d %B %Y} or the {both[1]:%d %B %Y}?",
                    tuple(f"{day:%Y-%m-%d}" for day in both if day),
                )
            )
            return self._likely(best.value)
        if rivals and is_needed:
            guesses = tuple(f"{day}" for one in [best, *rivals][:4] if (day := one.value.under(self.days)))
            self.doubts.append(Doubt(name, f"Which of the dates is the {words}?", guesses))
        return best.value.under(self.days)

    def _unlabelled(self, name: str) -> date | None:
        """A date without a label is a guess, never more."""
        found = orderdates.unlabelled(self.pages, self.found, self.part, self.body.taken)
        days = tuple(f"{day}" for one in found[:3] if (day := one.value.under(self.days) or self._likely(one.value)))
        self.doubts.append(Doubt(name, "What is the order date? No label names it.", days))
        if not found:
            return None
        self.evidence[name] = found[0].evidence
        return found[0].value.under(self.days) or self._likely(found[0].value)

    def _likely(self, found: dates.Found) -> date | None:
        """The likelier of two days: month first where amounts are in dollars, day first elsewhere."""
        text = " ".join(sheet.rows[at].text for sheet in self.pages[:1] for at in range(len(sheet.rows)))
        return found.month_first if "$" in text or "USD" in text or "USA" in text else found.day_first

    def _line_date(self, by_line: Sequence[fields.Candidate[dates.Found]]) -> date | None:
        """The first day on which a line, or a part of one, is wanted, where none is named for the whole order."""
        days = [one.line.requested_date for one in self.body.lines.read if one.line.requested_date]
        days += [day for one in by_line if (day := one.value.under(self.days))]
        return min(days, default=None)

    def _wanted(self, ordered: date | None) -> date | None:
        """The day that a sentence asks the goods for; none where the sentence may mean another."""
        for one in undated.wanted(self.pages, self.part):
            day = None if self.is_mixed else one.value.under(self.days)
            if day and not (ordered and day < ordered):
                self.evidence["requested_date"] = one.evidence
                return day
        self.doubts.extend(wanted.week(self.found, ordered))
        return None

    def _currency(self, buyers: Sequence[Party]) -> str | None:
        headings = [
            (word, section.sheet)
            for section in self.sections[:3]
            if section.head
            for column in section.head.columns
            for word in column.words
        ]
        addresses = [f"{party.name or ''}, {party.address or ''}" for party in buyers]
        chosen = self.body.totals
        is_taxed = chosen.is_proven and bool(chosen.values.get("tax"))
        money = currency.find(self.found, self.pages, headings, self.part, addresses, is_taxed=is_taxed)
        if money.evidence:
            self.evidence["currency"] = money.evidence
        if money.code is None:
            self.doubts.append(Doubt("currency", "Which currency are the prices in? None is printed."))
        elif money.guesses and not (chosen.is_proven and self._summed_in() == {money.code}):
            self.doubts.append(Doubt("currency", f"Are the prices in {money.code}?", money.guesses))
        return money.code

    def _summed_in(self) -> set[str]:
        """The currencies and signs beside the totals: what the lines add up to is in the money of the lines."""
        shown = [one.evidence for one in self.body.totals.found if one.role in {"total", "subtotal"}]
        rows = [
            row
            for sheet in self.pages
            for row in sheet.rows
            if any(one.box and one.page == sheet.number and one.box[1] < row.middle < one.box[3] for one in shown)
        ]
        return {sign for row in rows for sign in currency.named_in(row.words)}

    def _order_of_days(self, order: Order) -> None:
        """An order is not placed after the day it is wanted."""
        days = (order.order_date, order.requested_date)
        if days[0] and days[1] and days[0] > days[1]:
            why = f"The order is dated {days[0]:%d %B %Y} but wanted on {days[1]:%d %B %Y}; which day is right?"
            self.doubts.append(Doubt("order_date", why, tuple(f"{day:%Y-%m-%d}" for day in days if day)))

    def _largest(self, order: Order) -> None:
        """A larger sum than the total, below the lines, may be the true total under a label nobody knows."""
        if order.total is None:
            return
        number, text = self._below()
        if number > order.total:
            why = f"Is {numbers.plain(order.total)} the total? A larger sum, {text}, stands below the lines."
            self.doubts.append(Doubt("total", why, (numbers.plain(order.total), text)))

    def _open_figures(self, money: str | None) -> None:
        """Figures such as 1.250, which two conventions read in two ways, need one among them that only one can read."""
        names = ("unit_price", "amount")
        prices = [one.evidence[name].text for one in self.body.lines.read for name in names if name in one.evidence]
        prices += [self.body.totals.evidence[name].text for name in self.body.totals.evidence]
        counts = [one.evidence["quantity"].text for one in self.body.lines.read if "quantity" in one.evidence]
        paid, counted = ([word for text in texts for word in text.split()] for texts in (prices, counts))
        if money is not None and self._is_told_by(money, [word for word in paid if numbers.is_open(word)]):
            self.doubts = [doubt for doubt in self.doubts if set(doubt.guesses) != {mark.value for mark in Mark}]
            return
        unclear = [word for word in (*counted, *paid) if numbers.is_open(word)]
        if not unclear or self.body.is_told or numbers.votes([*counted, *paid])[self.body.mark]:
            return
        both = tuple(numbers.plain(value) for mark in Mark if (value := numbers.value(unclear[0], mark)) is not None)
        self.doubts.append(Doubt("lines", f"Does {unclear[0]} mean {' or '.join(both)}?", both))

    def _is_told_by(self, money: str, unclear: Sequence[str]) -> bool:
        """The currency says what a mark before three digits is: dinars have three places, yen have none."""
        decimal, thousands = (".", ",") if self.body.mark is Mark.POINT else (",", ".")
        if money in _NO_PLACES:
            decimal, thousands = thousands, decimal
        is_known = money in _THREE_PLACES or money in _NO_PLACES
        return is_known and bool(unclear) and all(decimal in word and thousands not in word for word in unclear)

    def _codes(self) -> None:
        """One doubt for all codes that no heading names."""
        unsure = [at for at, one in enumerate(self.body.lines.read) if not one.is_sure]
        if unsure:
            line = self.body.lines.read[unsure[0]].line
            more = f" (and on {len(unsure) - 1} more lines)" if len(unsure) > 1 else ""
            what = line.description or f"line {unsure[0] + 1}"
            why = f"Is {line.sku} the code of {what}{more}? No heading says so."
            if not line.sku:
                why = f"Which product is {what}{more}? No column of codes, but what may be a code in the words."
            self.doubts.append(Doubt(f"lines.{unsure[0]}.sku", why, (line.sku,) if line.sku else ()))

    def _sums(self) -> None:
        chosen = self.body.totals
        self.evidence.update(chosen.evidence)
        if not self.body.lines.read:
            self.doubts.append(Doubt("lines", "What is ordered? No lines were found that can be read."))
        elif self._is_alone():
            return  # one line, proven, and no other sum on the paper: the order can come to nothing else
        elif len(self.body.lines.read) == 1 and chosen.values.get("total") is None and self._only() is not None:
            self.doubts.append(Doubt("total", "Is the amount of the one line the whole order? No total is printed."))
        elif chosen.values.get("total") is None and chosen.values.get("subtotal") is None:
            self.doubts.append(Doubt("total", "What does the order come to? No total is printed."))
        elif not chosen.is_proven:
            self.doubts.append(
                Doubt(
                    "total",
                    f"The lines add up to {numbers.plain(self._goods())}, which does not lead to the printed total"
                    f" {chosen.values.get('total', chosen.values.get('subtotal'))}; is a line or a charge missing?",
                )
            )
        else:
            self._unused()

    def _unused(self) -> None:
        """A tax, charge or discount that is printed but has no part in the total, or has one under a strange label."""
        chosen = self.body.totals
        tax, goods = chosen.values.get("tax"), self._goods()
        if tax and tax > goods:
            why = f"Is the tax {numbers.plain(tax)} on goods of {numbers.plain(goods)}, or is a line missing?"
            self.doubts.append(Doubt("tax", why))
        if chosen.open:
            what, amount = chosen.open.label, numbers.plain(chosen.open.value)
            self.doubts.append(Doubt(chosen.open.role, f"What is {what}, {amount}, which the total holds?", (amount,)))
        for role in ("tax", "shipping", "discount"):
            printed = [abs(one.value) for one in chosen.found if one.role == role and one.value]
            if printed and not chosen.values.get(role):
                self.doubts.append(
                    Doubt(role, f"The total leaves out the {role} of {printed[0]} that is printed; is it meant to?")
                )

    def _only(self) -> Decimal | None:
        """The amount of the one line there is."""
        read_lines = self.body.lines.read
        return read_lines[0].line.amount if len(read_lines) == 1 else None

    def _is_alone(self) -> bool:
        """One line whose quantity x price is its amount, numbered as the first or the only one, and no sum below it."""
        read_lines = self.body.lines.read
        if len(read_lines) != 1 or self.body.totals.found or self.body.left_over:
            return False
        only = read_lines[0]
        is_first = only.line.number is not None and only.line.number.lstrip("0") in _FIRST
        return is_first and only.proof is Proof.EXACT and only.line.amount is not None and not self._below()[0]

    def _below(self) -> tuple[Decimal, str]:
        """The largest sum of money below the lines, with its text."""
        rows = [row for section in self.sections for row in section.rows if (row.page, row.top) in self.body.taken]
        if not rows:
            return Decimal(0), ""
        after = max((row.page, row.top) for row in rows)
        return sums.largest(self.pages, self.body.taken, self.body.mark, after)

    def _goods(self) -> Decimal:
        return sum((amount for one in self.body.lines.read if (amount := body.amount(one)) is not None), Decimal(0))

    def _text(self, name: str) -> str | None:
        found = words.texts(self.found, name, self.part)
        if not found and name == "payment_terms":
            return self._said_terms()
        if not found:
            return None
        self.evidence[name] = found[0].evidence
        return found[0].value

    def _said_terms(self) -> str | None:
        """Terms of payment that a sentence states, where no label names any."""
        said = payment.said(self.pages, self.body.taken, self.part)
        if said is None:
            return None
        self.evidence["payment_terms"] = said[1]
        return said[0]

    def _proofs(self) -> tuple[str, ...]:
        read_lines = self.body.lines.read
        exact = sum(1 for one in read_lines if one.proof is Proof.EXACT)
        said = []
        if exact:
            said.append(f"quantity x price is the amount on {exact} of {len(read_lines)} lines")
        if self.body.totals.is_proven:
            said.append("the lines add up to the printed sums")
        return tuple(said)

    def _is_touchless(self, named: Kind, order: Order) -> bool:
        """The promise: nothing in doubt, every line proven, the lines lead to the total."""
        read_lines = self.body.lines.read
        return (
            named is Kind.PURCHASE_ORDER
            and not self.doubts
            and bool(read_lines)
            and all(one.proof is Proof.EXACT and one.is_sure for one in read_lines)
            and (self.body.totals.is_proven or self._is_alone())
            and order.total is not None
            and None not in (order.po_number, order.order_date, order.currency)
        )
