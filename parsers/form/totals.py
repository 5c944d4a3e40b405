"""The sums of the order: of those that are printed, the ones that prove each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desk.reading import Evidence
from parsers.form import proof
from parsers.form.sums import Sum

_ADDED = ("tax", "shipping", "discount")
_ROLES = ("subtotal", "tax", "shipping", "discount", "rounding", "total")


@dataclass(frozen=True)
class Totals:
    """The sums chosen, where they stand, and whether lines and sums prove each other."""

    values: dict[str, Decimal]
    evidence: dict[str, Evidence]
    is_proven: bool
    found: tuple[Sum, ...]


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
