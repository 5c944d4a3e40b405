"""The sums of an order: subtotal, discount, tax, freight and total, chosen so that they add up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from desk.reading import Evidence
from parsers import dates, numbers, page
from parsers.form import labels, lexicon, proof, sumnames
from parsers.form.currency import CODES
from parsers.numbers import Mark
from parsers.page import Page, Row, Word

_PERCENT = ("%",)


@dataclass(frozen=True)
class Sum:
    """One printed sum: what its label says it is, the number, how strongly the label speaks, where it stands."""

    role: str
    value: Decimal
    weight: float
    evidence: Evidence
    label: str
    others: tuple[Decimal, ...] = ()  # further figures of its row: the sums of other columns


@dataclass(frozen=True)
class Totals:
    """The sums chosen, where they stand, and whether lines and sums prove each other."""

    values: dict[str, Decimal]
    evidence: dict[str, Evidence]
    is_proven: bool
    found: tuple[Sum, ...]


def find(pages: Sequence[Page], skip: set[tuple[int, float]], mark: Mark, part: str) -> list[Sum]:
    """Every labelled sum outside of the items."""
    found: list[Sum] = []
    for sheet in pages:
        for at, row in enumerate(sheet.rows):
            if (row.page, row.top) not in skip:
                found.extend(_in_row(sheet, at, row, mark, part))
    return found


def _in_row(sheet: Page, at: int, row: Row, mark: Mark, part: str) -> Iterator[Sum]:
    words = row.words
    if len(words) > 40:  # noqa: PLR2004 - prose
        return
    hits = list(_labels(row, sheet))
    for nth, (start, end, role, key) in enumerate(hits):
        until = hits[nth + 1][0] if nth + 1 < len(hits) else len(words)
        beside = words[:start][::-1] if _turned(words[start:end]) else words[end:until]
        if nth + 1 == len(hits) and not _turned(words[start:end]):
            beside = (*beside, *_level(sheet, at, words[end - 1]))
        value = _right(beside, mark, sheet.space)
        if value is None:
            value = (
                _in_column(sheet, at, row, start, mark)
                or _below(sheet, at, words[start:end], mark)
                or _above(sheet, at, words[start:end], mark)
            )
        if value is None or (role in _CHARGES and not _is_money(value, words)):
            continue
        if key in sumnames.BARE and not _is_priced(value, words):
            continue
        number, where = value
        weight = 1 + len(key) / 20 + (0.5 if key.startswith(_GRAND) else 0) + at / 1000 + sheet.number / 10
        shown = Evidence(part, sheet.number, page.say(where), page.box(where))
        yield Sum(role, number, weight, shown, key, tuple(_figures(beside, where, mark, sheet.space)))


_CHARGES = frozenset({"tax", "shipping", "discount"})


def _is_money(value: tuple[Decimal, tuple[Word, ...]], row: Sequence[Word]) -> bool:
    """A charge is written as money is: with decimals, a sign, or at the right edge; "Delivery: 2 weeks" is none."""
    number, where = value
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


def _is_priced(value: tuple[Decimal, tuple[Word, ...]], row: Sequence[Word]) -> bool:
    """A figure with cents or a sign of currency, and no measure behind it: "Gross 12.50 kg" is a weight."""
    where = value[1]
    after = next((row[at + 1].text for at, word in enumerate(row[:-1]) if word == where[-1]), "")
    is_measure = any(c.isalpha() for c in after) and after.strip("().").upper() not in CODES
    is_money = bool(_ENDS_IN_CENTS.search(where[-1].text)) or any(c in _SIGNS for word in where for c in word.text)
    return is_money and not is_measure


_ENDS_IN_CENTS = re.compile(r"[.,]\d{2}\W*$")
_SIGNS = "$€£¥₹₩₪₺₽/"  # "1,250/-" is money
_COUNT = 31  # days of a month, weeks, pallets


def _figures(words: Sequence[Word], own: Sequence[Word], mark: Mark, space: float) -> Iterator[Decimal]:
    """The other figures of a row of sums: "Total  147,995.00  13,319.55  13,319.55  174,634.10"."""
    at = 0
    while at < len(words):
        end = next((end for end in range(len(words), at, -1) if _is_one(words[at:end], space)), at + 1)
        number = numbers.value(" ".join(word.text for word in words[at:end]), mark)
        if number is not None and not set(words[at:end]) & set(own):
            yield number
        at = end


def _is_one(words: Sequence[Word], space: float) -> bool:
    """One word, or groups of three digits that stand close: "1 779,40"."""
    return len(words) == 1 or all(
        after.x0 - before.x1 < _GROUPED * space and before.text.isdigit() and after.text[:3].isdigit()
        for before, after in pairwise(words)
    )


_GROUPED = 1.5


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


def _level(sheet: Page, at: int, label: Word) -> list[Word]:
    """Figures right of a label that stand a little higher or lower than it, in rows of their own."""
    rows = [sheet.rows[i] for i in (at - 1, at + 1) if 0 <= i < len(sheet.rows)]
    near = [row for row in rows if abs(row.middle - label.middle) < 0.7 * label.height and len(row.words) <= _FEW]
    figures = [row for row in near if all(numbers.has_digit(word.text) for word in row.words)]
    return sorted((word for row in figures for word in row.words if word.x0 > label.x1), key=lambda word: word.x0)


_FEW = 3


def _turned(words: Sequence[Word]) -> bool:
    return page.is_right_to_left(words)


def _labels(row: Row, sheet: Page) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, role and key of each label of a sum in a row."""
    begins = 0
    for phrase in sheet.phrases(row):
        words = phrase.words
        turned = page.is_right_to_left(words)
        said = words[::-1] if turned else words
        index, first = 0, labels.behind_count(said)
        while index < len(said):
            hit = _longest(said, index)
            if hit is None:
                index += 1
                continue
            end, role, key = hit
            if index in {0, first} or (index == 1 and len(said[0].text) <= 2):  # noqa: PLR2004 - "A TOTAL"
                start = begins + (len(words) - end if turned else index)
                yield start, start + end - index, role, key
            index = end
        begins += len(words)


def _longest(words: Sequence[Word], index: int) -> tuple[int, str, str] | None:
    keys = [lexicon.key(word.text) for word in words[index : index + sumnames.LONGEST]]
    if not keys[0]:
        return None
    stop = next((at for at in range(len(keys)) if _is_plain_figure(words, index + at)), len(keys))
    for end in range(stop, 0, -1):
        if keys[end - 1] and (role := sumnames.of([key for key in keys[:end] if key])):
            return index + end, role, "".join(keys[:end])
    return None


def _is_plain_figure(words: Sequence[Word], at: int) -> bool:
    """A figure that is no rate: the value, where the label has ended."""
    text, after = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    return numbers.has_digit(text) and "%" not in text and not after.startswith(("%", "(%"))


def _right(words: Sequence[Word], mark: Mark, space: float) -> tuple[Decimal, tuple[Word, ...]] | None:
    """The last plain number right of a label; rates and counts before it are passed over."""
    best: tuple[Decimal, tuple[Word, ...]] | None = None
    for at, word in enumerate(words):
        if not _may_stand_between(word.text) and not (best and len(word.text) <= _UNIT):
            break
        after = words[at + 1].text if at + 1 < len(words) else ""
        if word.text.endswith("%") or after[:1] in _PERCENT or after.startswith("(%"):
            continue
        where = _grouped(words, at, space)
        found = numbers.value(" ".join(part.text for part in where), mark)
        if found is None:
            where, found = (word,), numbers.value(word.text, mark)
        if found is None:
            continue
        best = found, where
    return best


def _grouped(words: Sequence[Word], at: int, space: float) -> tuple[Word, ...]:
    """The groups of digits that make one figure: "1 779,40" is two words."""
    first = at
    while first > 0 and words[first].text[:3].isdigit() and words[first - 1].text.lstrip("-+€$£").isdigit():
        is_near = 0 < words[first].x0 - words[first - 1].x1 < 1.5 * space
        if not is_near or len(words[first - 1].text.lstrip("-+€$£")) > 3:  # noqa: PLR2004 - a group of thousands
            break
        first -= 1
    return tuple(words[first : at + 1])


_UNIT = 5  # letters of a unit that may stand behind a count: "11 Num Rs. 98,057.00"


def _may_stand_between(text: str) -> bool:
    """Between the label of a sum and its figure stand figures, signs, codes of currency and little words alone."""
    letters = "".join(c for c in text if c.isalpha())
    return len(letters) <= 2 or letters.upper() in CODES or letters.lower() in _LITTLE or numbers.has_digit(text)  # noqa: PLR2004


_LITTLE = frozenset(
    "excl incl tax vat net gross amount total the and per inr payable order value price qty usd eur dollars"
    " umsatzsteuer mwst ust ttc iva btw inc tva auf von sur di van".split()
)


def _in_column(sheet: Page, at: int, row: Row, start: int, mark: Mark) -> tuple[Decimal, tuple[Word, ...]] | None:
    """The figure under the label in a row of headings, each of which has one figure in the row below."""
    heads = sheet.phrases(row)
    if len(heads) < _HEADS or at + 1 >= len(sheet.rows):
        return None
    under = sheet.rows[at + 1]
    figures = [
        (number, phrase.words) for phrase in sheet.phrases(under) if (number := _figure(phrase, mark)) is not None
    ]
    if len(figures) != len(heads) or under.top - row.bottom > _NEXT * row.height:
        return None
    nth = sum(1 for head in heads if row.words.index(head.words[-1]) < start)
    return figures[nth]


def _figure(phrase: page.Phrase, mark: Mark) -> Decimal | None:
    return numbers.value(phrase.text, mark)


_HEADS, _NEXT = 3, 2.5


def _below(sheet: Page, at: int, label: Sequence[Word], mark: Mark) -> tuple[Decimal, tuple[Word, ...]] | None:
    """The number under a label, where sums stand in a table of their own."""
    x0, top, x1, bottom = page.box(label)
    height = max(bottom - top, 6)
    for row in sheet.rows[at + 1 : at + 4]:
        if row.top - bottom > 2.5 * height:
            return None
        for phrase in sheet.phrases(row):
            words = phrase.words
            if words[-1].x1 > x0 - 20 and words[0].x0 < x1 + 20:
                number = numbers.value(" ".join(word.text for word in words), mark)
                if number is not None:
                    return number, words
    return None


def _above(sheet: Page, at: int, label: Sequence[Word], mark: Mark) -> tuple[Decimal, tuple[Word, ...]] | None:
    """A figure alone in the row just above, right of a label that its cell pushed down."""
    if at == 0:
        return None
    row, (x0, top, _, bottom) = sheet.rows[at - 1], page.box(label)
    is_close = top - row.bottom < 0.6 * (bottom - top) and row.words[0].x0 > x0
    number = numbers.value(row.text, mark) if is_close else None
    return (number, row.words) if number is not None else None


# -- which of them are the order's ---------------------------------------------------------------------------------


def choose(found: Sequence[Sum], amounts: Sequence[Decimal | None]) -> Totals:
    """The sums of the order: those that its lines add up to, where they do."""
    goods = sum((amount for amount in amounts if amount is not None), Decimal(0))
    is_whole = bool(amounts) and all(amount is not None for amount in amounts)
    by_role = {role: _distinct(one for one in found if one.role == role) for role in _ROLES}
    totals = sorted([*by_role["total"]], key=lambda one: -one.weight)
    if is_whole:
        proven = _proven(goods, by_role, totals, found)
        if proven:
            return proven
    values: dict[str, Decimal] = {}
    evidence: dict[str, Evidence] = {}
    for role in ("subtotal", "tax", "shipping", "discount", "total"):
        strongest = max(by_role[role], key=lambda one: one.weight, default=None)
        if strongest:
            values[role], evidence[role] = (
                abs(strongest.value) if role == "discount" else strongest.value,
                strongest.evidence,
            )
    return Totals(values, evidence, is_proven=False, found=tuple(found))


_ADDED = ("tax", "shipping", "discount")
_ROLES = ("subtotal", "tax", "shipping", "discount", "rounding", "total")


def largest(
    pages: Sequence[Page], skip: set[tuple[int, float]], mark: Mark, after: tuple[int, float]
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


_PROSE = 14  # words of a row that is a sentence
_CENTS = (2, 3)


def _distinct(found: Iterator[Sum] | Sequence[Sum]) -> list[Sum]:
    kept: dict[tuple[Decimal, str], Sum] = {}
    for one in found:
        kept.setdefault((one.value, one.label), one)
    return list(kept.values())


def _proven(
    goods: Decimal, by_role: dict[str, list[Sum]], totals: Sequence[Sum], found: Sequence[Sum]
) -> Totals | None:
    near = [one for one in (*by_role["subtotal"], *totals) if abs(one.value - goods) <= proof.CENT]
    subtotal = next((one for one in near if one.role == "subtotal"), None)
    across = [rest for one in (*totals, *by_role["subtotal"]) for rest in _across(one, goods)]
    printed = [one.value for one in by_role["tax"]]
    parts = proof.Parts(
        [*printed, *(rest for rest in across if rest not in printed)],
        [one.value for one in by_role["shipping"]],
        [abs(one.value) for one in by_role["discount"]],
        [one.value for one in by_role["rounding"]],
    )
    more = sorted((one for one in by_role["subtotal"] if one.value > goods + proof.CENT), key=lambda one: -one.value)
    for total in (*totals, *more):  # ("Net amount" is often what remains to be paid, with the tax in it.)
        way = proof.total(goods, parts, total.value)
        if way is None:
            continue
        if total.value == goods and any(one.value > goods for one in (*totals, *more)):
            continue  # a larger total stands beside: prove that one, or none
        return _kept(total, subtotal or _first(near, total, totals, goods), way, by_role, found)
    if subtotal and not totals:
        added = tuple(abs(by_role[role][0].value) if by_role[role] else Decimal(0) for role in _ADDED)
        return _kept(None if any(added) else subtotal, subtotal, added, by_role, found)
    return None


def _across(one: Sum, goods: Decimal) -> tuple[Decimal, ...]:
    """The taxes in a row of sums that begins with the goods and ends with what they come to."""
    if not any(abs(other - goods) <= proof.CENT for other in one.others):
        return ()
    rest = [other for other in one.others if abs(other - goods) > proof.CENT]
    return tuple(rest) if rest and abs(goods + sum(rest) - one.value) <= proof.CENT else ()


def _first(near: Sequence[Sum], total: Sum, totals: Sequence[Sum], goods: Decimal) -> Sum | None:
    """What stands for the goods where no label of a subtotal does: another sum, or the row of sums of the table."""
    if near and near[0] is not total:
        return near[0]
    return next((replace(one, value=goods) for one in totals if _across(one, goods)), None)


def _kept(
    total: Sum | None,
    subtotal: Sum | None,
    way: tuple[Decimal, ...],
    by_role: dict[str, list[Sum]],
    found: Sequence[Sum],
) -> Totals:
    values: dict[str, Decimal] = {}
    evidence: dict[str, Evidence] = {}
    for role, one in (("total", total), ("subtotal", subtotal)):
        if one:
            values[role], evidence[role] = one.value, one.evidence
    for role, amount in zip(_ADDED, way, strict=True):
        shown = next((one for one in by_role[role] if abs(one.value) == amount), next(iter(by_role[role]), total))
        if shown and (by_role[role] or amount):
            values[role], evidence[role] = amount, shown.evidence
    return Totals(values, evidence, is_proven=True, found=tuple(found))
