"""One LIN group of EDIFACT -> the lines it stands for: itself, or one for each place or day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desk.reading import Party
from parsers import numbers
from parsers.structured import edifact_codes, edifact_parties, values
from parsers.structured.draft import Draft, Item
from parsers.structured.segments import Segment, groups

_FULL = (35, 70)


@dataclass
class _Share:
    """What one LOC or SCC group sends somewhere or on some day."""

    start: Segment
    quantity: Decimal | None = None
    where: dict[str, object] = field(default_factory=dict)
    text: str = ""


def line(one: Draft, segments: Sequence[Segment]) -> list[Item]:
    """The lines of one group; `segments` begin with its LIN."""
    item = Item()
    first = segments[0]
    item.say("number", first.get(1), first.shown)
    ids = [(first.get(3, 1), first.get(3), first)]
    ids += [(s.get(at, 1), s.get(at), s) for s in segments if s.tag == "PIA" for at in range(2, 7) if s.get(at)]
    _ids(item, ids)
    if first.get(4, 1) or first.get(4):
        one.doubt("lines", f"Line {first.get(1)} is a part of line {first.get(4, 1)}; is it ordered besides that?")
    shares = _details(one, item, segments[1:])
    gross = _price(one, item, [segment for segment in segments if segment.tag == "PRI"])
    allowances(one, segments, item if gross else None, is_line=True)
    return _shared(one, item, [share for share in shares if share.quantity is not None])


def _ids(item: Item, ids: Sequence[tuple[str, str, Segment]]) -> None:
    named = [(kind, number, segment) for kind, number, segment in ids if number]
    for name, kinds in (
        ("gtin", edifact_codes.GTINS), ("sku", edifact_codes.SELLERS), ("buyer_sku", edifact_codes.BUYERS),
    ):  # fmt: skip
        found = next(((number, s) for kind in kinds for had, number, s in named if had == kind), None)
        if found:
            item.say(name, found[0], found[1].shown)
    if not (item.line.gtin or item.line.sku or item.line.buyer_sku) and named:
        item.say("sku", named[0][1], named[0][2].shown)


def _details(one: Draft, item: Item, segments: Sequence[Segment]) -> list[_Share]:
    """Quantity, words, dates, amount and place of the line; and the groups that share it out."""
    shares: list[_Share] = []
    people = edifact_parties.Parties()
    group = ""
    for segment in segments:
        if segment.tag in {"LOC", "SCC", "PRI", "ALC", "TAX", "RFF", "PAC", "NAD"}:
            group = segment.tag
        if segment.tag in {"LOC", "SCC"}:
            shares.append(_Share(segment, where=_place(segment), text=segment.shown))
        elif group in {"LOC", "SCC"} and segment.tag in {"QTY", "DTM"}:
            _share(shares[-1], segment)
        elif not people.hear(segment) and group not in {"ALC", "TAX", "RFF"}:
            _detail(one, item, segment)
    if "ship_to" in people.found:
        item.say("ship_to", people.found["ship_to"], people.shown["ship_to"])
    return shares


def _place(segment: Segment) -> dict[str, object]:
    """LOC: where a share goes; SCC names a plan, no place."""
    if segment.tag == "LOC" and segment.get(2):
        return {"ship_to": Party(id=segment.get(2), name=segment.get(2, 3) or None)}
    return {}


def _share(share: _Share, segment: Segment) -> None:
    if segment.tag == "QTY" and segment.get(1) in edifact_codes.SHARE:
        share.quantity = segment.number(1, 1)
    elif segment.tag == "DTM" and segment.get(1) in edifact_codes.REQUESTED:
        share.where["requested_date"] = moment(segment)
    share.text = f"{share.text} {segment.shown}"


def _detail(one: Draft, item: Item, segment: Segment) -> None:
    match segment.tag:
        case "QTY" if segment.get(1) in edifact_codes.ORDERED_QUANTITY:
            item.say("quantity", segment.number(1, 1), segment.shown)
            item.say("unit", segment.get(1, 2), segment.shown)
        case "QTY" if segment.get(1) == edifact_codes.FREE:
            free = segment.number(1, 1)
            if free:
                one.doubt("lines", f"Line {item.line.number}: are {numbers.plain(free)} more sent free of charge?")
        case "IMD":
            _described(item, segment)
        case "DTM":
            day = moment(segment)
            if segment.get(1) in edifact_codes.REQUESTED:
                item.say("requested_date", day, segment.shown)
        case "MOA" if segment.get(1) in edifact_codes.LINE_AMOUNTS:
            item.say("amount", segment.number(1, 1), segment.shown)
        case "FTX":
            said = words(segment)
            one.note("instructions", f"Line {item.line.number}: {said}" if said else "", segment.shown)
        case _:  # measures, packages and marks that an order has no field for
            return


def _described(item: Item, segment: Segment) -> None:
    """IMD: words of the product, or of its colour and size."""
    text = _run_on(segment.all(3)[3:5])
    if segment.get(2) in edifact_codes.VARIANTS:
        item.note("variant", text or segment.get(3), segment.shown, between=" / ")
    else:
        item.note("description", text, segment.shown)


def moment(segment: Segment) -> date | None:
    """DTM: qualifier, text, format (C507); a DTM without text is none."""
    if not segment.get(1, 1):
        return None
    try:
        return values.coded(segment.get(1, 1), segment.get(1, 2))
    except values.BadValueError as bad:
        raise segment.broken(f"element 01: {bad}") from bad


def words(segment: Segment) -> str:
    """The free text of FTX."""
    return _run_on(segment.all(4))


def _run_on(parts: Sequence[str]) -> str:
    """Text in several components: one that is full (7008 and 4440 hold 35 or 70 letters) runs on into the next."""
    text = ""
    for part in parts:
        text += part if len(part) in _FULL else f"{part} "
    return " ".join(text.split())


def _price(one: Draft, item: Item, prices: Sequence[Segment]) -> bool:
    """The likeliest of the stated prices; True where it is gross, before the line's allowances."""
    usable = [price for price in prices if price.get(1, 3) not in edifact_codes.RETAIL and price.get(1, 1)]
    by_kind = {price.get(1): price for price in reversed(usable)}
    kind = next((kind for kind in edifact_codes.PRICES if kind in by_kind), None)
    if kind is None:
        if prices:
            why = f"What is the price? Segment {prices[0].place} (PRI) states one of a kind that buyers do not pay."
            one.doubt("lines", f"Line {item.line.number}: {why}")
        return False
    price = by_kind[kind]
    item.say("unit_price", price.number(1, 1), price.shown)
    per = price.number(1, 4)
    if per is not None and per <= 0:
        raise price.broken("element 01: a price for no units or fewer; a basis above zero was expected")
    if per not in (None, Decimal(1)):
        item.say("price_per", per, price.shown)
    item.basis = price.get(1, 5)
    return kind in edifact_codes.GROSS


def allowances(one: Draft, segments: Sequence[Segment], item: Item | None = None, *, is_line: bool = False) -> None:
    """ALC with its MOA, and TAX with its own; those of a line whose price is net are within that price."""
    group: Segment | None = None
    for segment in segments:
        if segment.tag in {"ALC", "TAX"}:
            group = segment
        elif segment.tag in {"LIN", "NAD", "RFF", "LOC", "SCC", "UNS", "PRI", "CNT"}:
            group = None
        elif segment.tag == "MOA" and group and (item or not is_line or group.tag == "TAX"):
            _amount(one, group, segment, item)
    if item or not is_line:
        _rates(one, segments)


def _rates(one: Draft, segments: Sequence[Segment]) -> None:
    """An allowance that states a rate and no amount: what it comes to would be our guess."""
    for group in groups(segments, ("ALC", "LIN", "NAD", "PRI", "TAX", "UNS")):
        rate = next((segment for segment in group if segment.tag == "PCD"), None)
        if group[0].tag == "ALC" and rate and not any(segment.tag == "MOA" for segment in group):
            why = f"What does the allowance or charge of {rate.get(1, 1)} % come to? Segment {rate.place} (PCD)"
            one.doubt("discount", f"{why} states no amount.")


def _amount(one: Draft, group: Segment, segment: Segment, item: Item | None) -> None:
    """MOA under TAX or ALC."""
    amount, kind = segment.number(1, 1), segment.get(1)
    if amount is None:
        return
    if group.tag == "TAX" and kind == "124":
        one.add("tax", amount, segment.shown)
    elif group.tag == "ALC" and kind in edifact_codes.ALLOWED:
        _allowance(one, group, amount, item, segment)


def _allowance(one: Draft, group: Segment, amount: Decimal, item: Item | None, segment: Segment) -> None:
    text = f"{group.shown} {segment.shown}"
    if group.get(1) == "A":
        (item or one).add("discount", amount, text)
    elif group.get(5) in edifact_codes.FREIGHT and not item:
        one.add("shipping", amount, text)
    else:
        if item:
            item.charge += amount
        else:
            one.charges += amount
        what = group.get(5, 3) or group.get(5) or "no reason"
        one.doubt("total", f"The order adds a charge of {numbers.plain(amount)} ({what}); do we take it?")


def _shared(one: Draft, item: Item, shares: Sequence[_Share]) -> list[Item]:
    """The line itself, or one for each share of it; shares that do not add up to it are a doubt."""
    if not shares:
        return [item]
    total = sum((share.quantity or Decimal(0) for share in shares), Decimal(0))
    if item.line.quantity is not None and total != item.line.quantity:
        why = f"Line {item.line.number}: {numbers.plain(item.line.quantity)} are ordered, but its shares add up to"
        one.doubt("lines", f"{why} {numbers.plain(total)}; which is right?", numbers.plain(item.line.quantity))
    if item.line.amount is not None or item.line.discount is not None:
        one.doubt("lines", f"Line {item.line.number}: its amount or discount is for all its shares together.")
    return [item.split(share.quantity or Decimal(0), share.text, **share.where) for share in shares]
