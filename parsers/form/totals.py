"""The sums of the order: of those that are printed, the ones that prove each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from desk.reading import Evidence
from parsers.form import proof
from parsers.form.sums import Sum
from parsers.form.unnamed import OUTSIDE

_ADDED = ("tax", "shipping", "discount")
_ROLES = ("subtotal", "tax", "shipping", "discount", "rounding", "total")


@dataclass(frozen=True)
class Totals:
    """The sums chosen, where they stand, and whether lines and sums prove each other.

    `agrees`: the sums prove each other, whatever the lines come to. `open` is a charge whose label nobody knows.
    """

    values: dict[str, Decimal]
    evidence: dict[str, Evidence]
    is_proven: bool
    found: tuple[Sum, ...]
    agrees: bool = False
    open: Sum | None = None


def choose(found: Sequence[Sum], amounts: Sequence[Decimal | None], unnamed: Sequence[Sum] = ()) -> Totals:
    """The sums of the order: those that its lines add up to, where they do; `unnamed` have labels that nobody knows."""
    ways = [one for goods in _goods(amounts, found) if (one := _of(goods, found, unnamed))]
    proven = max(ways, key=lambda one: len(one.values), default=None)  # (the first of those that say most)
    return proven or _agreeing(found) or _strongest(found)


def _goods(amounts: Sequence[Decimal | None], found: Sequence[Sum]) -> Iterator[Decimal]:
    """What the lines come to: as they are, and each rounded as the sums are; nothing where a line has no amount."""
    known = [amount for amount in amounts if amount is not None]
    if not known or len(known) < len(amounts):
        return
    whole = sum(known, Decimal(0))
    yield whole
    step = Decimal(1).scaleb(-max((proof.places(one.value) for one in found), default=0))
    rounded = sum((amount.quantize(step, ROUND_HALF_UP) for amount in known), Decimal(0))
    if rounded != whole:
        yield rounded


def _of(goods: Decimal, found: Sequence[Sum], unnamed: Sequence[Sum]) -> Totals | None:
    """The sums that prove these goods; with those under unknown labels where the known ones leave one out."""
    proven = _proven(goods, found)
    if proven and {"subtotal", "total"} <= proven.values.keys():
        return proven
    same = [replace(one, role="subtotal") for one in unnamed if abs(one.value - goods) <= proof.CENT]
    same += [other for one in found if one.role == "subtotal" for other in _others(one) if other.value == goods]
    more = [replace(one, role="total") for one in unnamed if one.role == OUTSIDE and one.value > goods]
    ways = [*((*found, *same, one) for one in more)] if not proven or "total" not in proven.values else []
    for way in (*ways, (*found, *same)):
        better = _proven(goods, way) if same or ways else None
        if better and "total" in better.values:
            return replace(better, found=tuple(found))
    return proven or _with_open(goods, found, unnamed, same)


def _with_open(goods: Decimal, found: Sequence[Sum], unnamed: Sequence[Sum], same: Sequence[Sum]) -> Totals | None:
    """The proof that one more figure makes: a charge under a label that nobody knows; with a rate it is a tax."""
    for one in unnamed:
        role = "tax" if "%" in one.label else "shipping"
        if not one.value or one.role != OUTSIDE or one.value == goods or any(other.role == role for other in found):
            continue
        proven = _proven(goods, (*found, *same, replace(one, role=role)))
        if proven and "total" in proven.values and proven.values.get(role) == one.value:
            return replace(proven, found=tuple(found), open=replace(one, role=role))
    return None


def _by_role(found: Iterable[Sum]) -> dict[str, list[Sum]]:
    every = tuple(found)
    return {role: _distinct(one for one in every if one.role == role) for role in _ROLES}


def _distinct(found: Iterable[Sum]) -> list[Sum]:
    kept: dict[tuple[Decimal, str], Sum] = {}
    for one in found:
        kept.setdefault((one.value, one.label), one)
    return list(kept.values())


def _strongest(found: Sequence[Sum]) -> Totals:
    """Nothing is proven: of each kind the one whose label speaks most clearly."""
    by_role = _by_role(found)
    best = {role: max(by_role[role], key=lambda one: one.weight) for role in _ROLES if by_role[role]}
    best.pop("rounding", None)
    values = {role: abs(one.value) if role == "discount" else one.value for role, one in best.items()}
    return Totals(values, {role: one.evidence for role, one in best.items()}, is_proven=False, found=tuple(found))


def _agreeing(found: Sequence[Sum]) -> Totals | None:
    """Subtotal, charges and total that prove each other, where the lines do not lead there."""
    by_role = _by_role(found)
    if not any(one.value for role in _ADDED for one in by_role[role]):
        return None
    for subtotal in sorted(by_role["subtotal"], key=lambda one: -one.weight):
        proven = _proven(subtotal.value, found) if subtotal.value else None
        total = proven.values.get("total") if proven else None
        if proven and total is not None and total != subtotal.value:
            return replace(proven, is_proven=False, agrees=True)
    return None


def _proven(goods: Decimal, found: Sequence[Sum]) -> Totals | None:
    by_role = _by_role(found)
    totals = sorted(by_role["total"], key=lambda one: -one.weight)
    near = [one for one in (*by_role["subtotal"], *totals) if abs(one.value - goods) <= proof.CENT]
    subtotal = next((one for one in near if one.role == "subtotal"), None)
    more = sorted(
        (one for one in by_role["subtotal"] if abs(one.value - goods) > proof.CENT), key=lambda one: -one.value
    )
    parts = _parts(goods, by_role)
    for total in (*totals, *more):  # ("Net amount" is often what remains to be paid, with the tax in it.)
        way = proof.total(goods, parts, total.value)
        if way is None:
            continue
        if total.value == goods and any(one.value > goods for one in (*totals, *more)):
            continue  # a larger total stands beside: prove that one, or none
        if not subtotal and not any(way) and (net := _net(total)):
            return _kept(total, net, (total.value - net.value, *way[1:]), by_role, found)
        return _kept(total, subtotal or _first(near, total, totals, goods), way, by_role, found)
    if subtotal and not totals:
        added = tuple(abs(by_role[role][0].value) if by_role[role] else Decimal(0) for role in _ADDED)
        return _kept(None if any(added) else subtotal, subtotal, added, by_role, found)
    return None


def _parts(goods: Decimal, by_role: dict[str, list[Sum]]) -> proof.Parts:
    """What may stand between the goods and the total."""
    across = [rest for one in (*by_role["total"], *by_role["subtotal"]) for rest in _across(one, goods)]
    printed = [one.value for one in by_role["tax"]]
    return proof.Parts(
        [*printed, *(rest for rest in across if rest not in printed)],
        [one.value for one in by_role["shipping"]],
        [abs(one.value) for one in by_role["discount"]],
        [one.value for one in by_role["rounding"]],
    )


def _others(one: Sum) -> list[Sum]:
    """The same sum, if it is another figure of its row: "Subtotal 15.55 5 pieces"."""
    return [replace(one, value=other.value, evidence=other.evidence, others=()) for other in one.others]


def _across(one: Sum, goods: Decimal) -> tuple[Decimal, ...]:
    """The taxes in a row of sums that begins with the goods and ends with what they come to."""
    after = [other.value for other in one.others]
    if not any(abs(other - goods) <= proof.CENT for other in after):
        return ()
    rest = [other for other in after if abs(other - goods) > proof.CENT]
    return tuple(rest) if rest and abs(goods + sum(rest) - one.value) <= proof.CENT else ()


def _net(one: Sum) -> Sum | None:
    """The goods in a row of sums that are added up in it, where the lines hold the tax: "Total 900 90 10 1000"."""
    after = _others(one)
    is_whole = len(after) > 1 and abs(sum(other.value for other in after) - one.value) <= proof.CENT
    return after[0] if is_whole and after[0].value * 2 > one.value else None


def _first(near: Sequence[Sum], total: Sum, totals: Sequence[Sum], goods: Decimal) -> Sum | None:
    """What stands for the goods where no label of a subtotal does: another sum, or the row of sums of the table."""
    if near and near[0] is not total:
        return near[0]
    rows = (other for one in totals if _across(one, goods) for other in _others(one))
    return next((one for one in rows if abs(one.value - goods) <= proof.CENT), None)


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
