"""The sums of an order: subtotal, discount, tax, freight and total, chosen so that they add up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.reading import Evidence
from parsers import numbers, page
from parsers.form import lexicon, proof
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
            value = _below(sheet, at, words[start:end], mark) or _above(sheet, at, words[start:end], mark)
        if value is None:
            continue
        number, where = value
        weight = 1 + len(key) / 20 + (0.5 if key.startswith(_GRAND) else 0) + at / 1000 + sheet.number / 10
        yield Sum(role, number, weight, Evidence(part, sheet.number, page.say(where), page.box(where)), key)


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
        index = 0
        while index < len(said):
            hit = _longest(said, index)
            if hit is None:
                index += 1
                continue
            end, role, key = hit
            if index == 0 or (index == 1 and len(said[0].text) <= 2):  # noqa: PLR2004 - "A TOTAL"
                start = begins + (len(words) - end if turned else index)
                yield start, start + end - index, role, key
            index = end
        begins += len(words)


def _longest(words: Sequence[Word], index: int) -> tuple[int, str, str] | None:
    keys = [lexicon.key(word.text) for word in words[index : index + lexicon.LONGEST]]
    if not keys[0]:
        return None
    for end in range(len(keys), 0, -1):
        key = "".join(keys[:end])
        if keys[end - 1] and key in lexicon.SUMS:
            return index + end, lexicon.SUMS[key], key
    return None


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
    parts = proof.Parts(
        [one.value for one in by_role["tax"]],
        [one.value for one in by_role["shipping"]],
        [abs(one.value) for one in by_role["discount"]],
        [one.value for one in by_role["rounding"]],
    )
    for total in totals:
        way = proof.total(goods, parts, total.value)
        if way is None:
            continue
        if total.value == goods and any(one.value > goods for one in totals):
            continue  # a larger total stands beside: prove that one, or none
        return _kept(total, subtotal or (near[0] if near and near[0] is not total else None), way, by_role, found)
    if subtotal and not totals:
        return _kept(None, subtotal, (Decimal(0), Decimal(0), Decimal(0)), by_role, found)
    return None


def _kept(
    total: Sum | None,
    subtotal: Sum | None,
    way: tuple[Decimal, Decimal, Decimal],
    by_role: dict[str, list[Sum]],
    found: Sequence[Sum],
) -> Totals:
    values: dict[str, Decimal] = {}
    evidence: dict[str, Evidence] = {}
    for role, one in (("total", total), ("subtotal", subtotal)):
        if one:
            values[role], evidence[role] = one.value, one.evidence
    for role, amount in zip(("tax", "shipping", "discount"), way, strict=True):
        if by_role[role]:
            values[role] = amount
            shown = next((one for one in by_role[role] if abs(one.value) == amount), by_role[role][0])
            evidence[role] = shown.evidence
    return Totals(values, evidence, is_proven=True, found=tuple(found))
