"""Every printed sum: what its label says it is, its figure, and whether that is money."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from desk.reading import Evidence
from parsers import dates, numbers, page
from parsers.form import proof, sumboxes, sumnames, sumplaces
from parsers.form.currency import CODES
from parsers.form.sumlabels import Named
from parsers.form.sumplaces import Found
from parsers.numbers import Mark
from parsers.page import Page, Word

_CHARGES = frozenset({"tax", "shipping", "discount"})
_GRAND = (
    "grand",
    "net po",
    "netpo",
    "gesamtbetrag",
    "totaldue",
    "ordertotal",
    "totalttc",
    "importototale",
    "gesamtsumme",
)
_SIGNS = "$€£¥₹₩₪₺₽/"  # "1,250/-" is money
_COUNT = 31  # days of a month, weeks, pallets
_ENDS_IN_CENTS = re.compile(r"[.,]\d{2}\W*$")
_PROSE = 14  # words of a row that is a sentence
_CENTS = (2, 3)


class Beside(NamedTuple):
    """A further figure in the row of a sum."""

    value: Decimal
    evidence: Evidence


@dataclass(frozen=True)
class Sum:
    """One printed sum: what its label says it is, the number, how strongly the label speaks, where it stands."""

    role: str
    value: Decimal
    weight: float
    evidence: Evidence
    label: str
    others: tuple[Beside, ...] = ()  # further figures of its row: the sums of other columns
    place: tuple[int, float] = (0, 0)  # page and top of its label's row


def find(named: Sequence[Named], mark: Mark, part: str) -> list[Sum]:
    """The sums that these labels name, each figure where one usually stands."""
    return _sums(named, [sumplaces.figure(one, mark) for one in named], mark, part)


def elsewhere(named: Sequence[Named], mark: Mark, part: str) -> Iterator[list[Sum]]:
    """The same labels, with their figures where a whole box of sums may have them instead."""
    for figures in sumboxes.ways(named, mark):
        yield _sums(named, figures, mark, part)


def _sums(named: Sequence[Named], figures: Sequence[Found | None], mark: Mark, part: str) -> list[Sum]:
    pairs = zip(named, figures, strict=True)
    return [one for label, found in pairs if found and (one := _sum(label, found, mark, part))]


def _sum(named: Named, found: Found, mark: Mark, part: str) -> Sum | None:
    words, role, key = named.row.words, named.role, named.key
    if role in _CHARGES and not _is_money(found, words):
        return None
    if key in sumnames.BARE and not _is_priced(found, words):
        return None
    number = named.sheet.number
    weight = 1 + len(key) / 20 + (0.5 if key.startswith(_GRAND) else 0) + named.at / 1000 + number / 10
    others = [Beside(other.value, _shown(other, number, part)) for other in sumplaces.others(named, found, mark)]
    shown = _shown(found, number, part)
    return Sum(role, found.value, weight, shown, key, tuple(others), (number, named.row.top))


def _shown(found: Found, number: int, part: str) -> Evidence:
    return Evidence(part, number, page.say(found.words), page.box(found.words))


def _is_money(found: Found, row: Sequence[Word]) -> bool:
    """A charge is written as money is: with decimals, a sign, or at the right edge; "Delivery: 2 weeks" is none."""
    number, where = found
    if len(where[0].text) > 1 and where[0].text.isdigit() and where[0].text.startswith("0"):
        return False  # "00020" numbers something
    if proof.places(number) in _CENTS or not number or any(c in _SIGNS for word in where for c in word.text):
        return True
    at = next((at for at, word in enumerate(row) if word == where[-1]), None)
    if at is None:
        return True
    near = [row[i].text.strip("().:") for i in (at - len(where), at + 1) if 0 <= i < len(row)]
    is_last = at + 1 == len(row)
    is_edge = is_last and number > _COUNT and not dates.find(page.say(row))
    return is_edge or any(text in CODES or text in _SIGNS for text in near)


def _is_priced(found: Found, row: Sequence[Word]) -> bool:
    """A figure with cents or a sign of currency, and no measure behind it: "Gross 12.50 kg" is a weight."""
    where = found.words
    after = next((row[at + 1].text for at, word in enumerate(row[:-1]) if word == where[-1]), "")
    is_measure = any(c.isalpha() for c in after) and after.strip("().").upper() not in CODES
    is_money = bool(_ENDS_IN_CENTS.search(where[-1].text)) or any(c in _SIGNS for word in where for c in word.text)
    return is_money and not is_measure


def largest(
    pages: Sequence[Page], skip: AbstractSet[tuple[int, float]], mark: Mark, after: tuple[int, float]
) -> tuple[Decimal, str]:
    """The largest sum of money that stands below the lines (`after`: page and height), with its text."""
    best = Decimal(0), ""
    for sheet in pages:
        for row in sheet.rows:
            is_below = (row.page, row.top) > after and row.page <= after[0] + 1
            if not is_below or (row.page, row.top) in skip or len(row.words) > _PROSE:
                continue
            for word in row.words:
                number = numbers.value(word.text, mark)
                if number is not None and proof.places(number) in _CENTS and number > best[0]:
                    best = number, word.text
    return best
