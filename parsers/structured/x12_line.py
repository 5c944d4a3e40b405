"""One PO1 or POC loop of X12 -> the lines it stands for: itself, or one for each store, date or sub-line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desk.reading import Party
from parsers import numbers
from parsers.structured import draft as drafts
from parsers.structured import values, x12_codes, x12_parties
from parsers.structured.draft import Draft
from parsers.structured.segments import Segment, groups

_PACKED = frozenset({"CA", "CS", "CT", "PK", "BX", "CN", "PL", "BG"})


@dataclass
class Item(drafts.Item):
    """A line of X12; `ordered` is the quantity of its PO1, before any split."""

    ordered: Decimal = Decimal(0)


def line(one: Draft, segments: Sequence[Segment]) -> list[Item]:
    """The lines of one loop; `segments` begin with its PO1 or POC."""
    first = segments[0]
    item = _item(one, first)
    subs = groups(segments, "SLN")
    at = next((at for at, segment in enumerate(segments) if segment.tag == "SLN"), len(segments))
    _details(one, item, segments[1:at])
    shares = _stores(segments) or _days(segments)
    if not subs:
        return _shared(one, item, shares)
    if shares:
        one.doubt(
            "lines", f"Line {first.get(1)}: how are its sub-lines shared among the places? The message splits both."
        )
    return _sublines(one, item, subs)


def _item(one: Draft, first: Segment) -> Item:
    """PO1 or POC itself: number, quantity, unit, price, product ids."""
    shift = 0 if first.tag == "PO1" else 2
    item = Item()
    item.say("number", first.get(1), first.shown)
    quantity = first.number(2 if first.tag == "PO1" else 3)
    item.say("quantity", quantity, first.shown)
    item.ordered = quantity or Decimal(0)
    item.say("unit", first.first(3 + shift), first.shown)
    price = first.number(4 + shift)
    _price(one, item, price, first.get(5 + shift), first)
    _ids(item, first, 6 + shift)
    return item


def _price(one: Draft, item: Item, price: Decimal | None, basis: str, segment: Segment) -> None:
    """A unit price and what it is for (element 639)."""
    name = f"Segment {segment.place} ({segment.tag})"
    if basis == x12_codes.FREE:
        item.say("unit_price", price if price is not None else Decimal(0), segment.shown)
    elif price is None or (basis in x12_codes.UNPRICED and not price):
        return
    elif basis in x12_codes.RETAIL:
        why = f"{name} states {numbers.plain(price)} as a retail or resale price; what does the buyer pay?"
        one.doubt("lines", why, numbers.plain(price))
    else:
        item.say("unit_price", price, segment.shown)
        per = x12_codes.PER.get(basis)
        if per and item.line.unit not in x12_codes.WITHIN.get(per, ()):
            item.say("price_per", per, segment.shown)
        elif not per and basis not in x12_codes.EACH and item.line.unit not in x12_codes.MEASURES.get(basis, ()):
            why = f"{name} states a price on the basis {basis}; what is {numbers.plain(price)} the price of?"
            one.doubt("lines", why, numbers.plain(price))


def _ids(item: Item, segment: Segment, start: int) -> None:
    """Pairs of qualifier and number (elements 235 and 234), to whomever each number belongs."""
    pairs: list[tuple[str, str]] = []
    for at in range(start, len(segment.elements) + 1, 2):
        qualifier, number = segment.get(at), segment.get(at + 1)
        if qualifier and not number:
            raise segment.broken(f"element {at + 1:02d} is missing: {qualifier} promises a product number")
        if number and not qualifier:
            raise segment.broken(f"element {at:02d} is missing: what kind of number is {number[:40]}?")
        if number:
            pairs.append((qualifier, number))
    for name, codes in (("sku", x12_codes.OURS), ("buyer_sku", x12_codes.BUYERS), ("gtin", x12_codes.GTINS)):
        found = next((number for code in codes for qualifier, number in pairs if qualifier == code), None)
        item.say(name, found, segment.shown)
    item.say("variant", " / ".join(number for code, number in pairs if code in x12_codes.VARIANTS), segment.shown)
    if item.line.sku is None and item.line.buyer_sku is None and item.line.gtin is None:
        item.say("sku", next((number for _, number in pairs), None), segment.shown)


def _details(one: Draft, item: Item, segments: Sequence[Segment]) -> None:
    """What stands under a PO1 before its sub-lines."""
    people = x12_parties.Parties()
    days: dict[str, tuple[date, Segment]] = {}
    for segment in segments:
        if people.hear(segment):
            continue
        if segment.tag == "DTM":
            day = moment(segment)
            if day:
                days[segment.get(1)] = day, segment
        elif segment.tag in {"SAC", "TXI"}:
            sums(one, segment, item)
        else:
            _detail(one, item, segment)
    code = next((code for code in x12_codes.REQUESTED if code in days), None)
    if code:
        item.say("requested_date", days[code][0], days[code][1].shown)
    if "ship_to" in people.found:
        item.say("ship_to", people.found["ship_to"], people.shown["ship_to"])


def _detail(one: Draft, item: Item, segment: Segment) -> None:
    match segment.tag:
        case "PID":
            _described(item, segment)
        case "CTP":
            _other_price(one, item, segment)
        case "CUR":
            _currency(one, segment)
        case "PO4":
            _packs(item, segment)
        case "AMT":
            segment.need(2, "the amount")
            item.say("amount", segment.number(2) if segment.get(1) == "1" else None, segment.shown)
        case "MSG" | "NTE" | "PKG":
            said = words(segment)
            one.note("instructions", f"Line {item.line.number}: {said}" if said else "", segment.shown)
        case _:  # references, measures and marks that an order has no field for
            return


def _described(item: Item, segment: Segment) -> None:
    """PID: words of the product, or of its colour and size."""
    text = segment.get(5)
    if segment.get(2) in x12_codes.PID_VARIANTS:
        item.note("variant", text, segment.shown, between=" / ")
    else:
        item.note("description", text, segment.shown)


def _other_price(one: Draft, item: Item, segment: Segment) -> None:
    """CTP: the price, where PO1 states none and it is no shelf price."""
    if item.line.unit_price is not None or segment.get(2) in x12_codes.SHELF_PRICES:
        return
    _price(one, item, segment.number(3), segment.get(9), segment)


def _currency(one: Draft, segment: Segment) -> None:
    code = segment.need(2, "the currency")
    if one.order.currency not in (None, code):
        one.doubt(
            "currency", f"Segment {segment.place} (CUR) names {code}, the order {one.order.currency}; which holds?"
        )
    one.say("currency", code, segment.shown)


def _packs(item: Item, segment: Segment) -> None:
    """PO4: what one case holds, where the line is counted in cases."""
    inner = segment.number(1)
    segment.number(2)
    if inner and inner > 1 and item.line.unit in _PACKED:
        item.note("description", f"{numbers.plain(inner)} in each {item.line.unit}", segment.shown)


def words(segment: Segment) -> str:
    """The free text of MSG, NTE, PKG, SPI or MAN."""
    at = {"MSG": 1, "NTE": 2, "PKG": 5, "SPI": 5, "MAN": 2}[segment.tag]
    return segment.get(at)


def moment(segment: Segment) -> date | None:
    """DTM: the day of element 02, else the first of the period in elements 05 and 06."""
    if segment.get(2):
        return segment.day(2)
    text, form = segment.get(6), segment.get(5)
    if not text or form not in {"D8", "RD8", "DT", "CM"}:
        return None
    try:
        return values.compact(text[:8])
    except values.BadValueError as bad:
        raise segment.broken(f"element 06: {bad}") from bad


def sums(one: Draft, segment: Segment, item: Item | None = None) -> None:
    """SAC, TXI and AMT: what the order adds, takes off, and comes to."""
    if segment.tag == "AMT":
        segment.need(2, "the amount")
        one.say("total", segment.number(2), segment.shown)
    elif segment.tag == "TXI":
        amount = segment.number(2)
        if amount is not None:
            one.add("tax", amount, segment.shown)
        elif segment.get(3):
            one.doubt("tax", f"What is the tax of {segment.get(3)} %? Segment {segment.place} (TXI) states no amount.")
    else:
        _allowance(one, segment, item)


def _allowance(one: Draft, segment: Segment, item: Item | None) -> None:
    """SAC: an allowance or a charge, of the order or of one line; N and the like charge nothing."""
    indicator, code = segment.need(1, "allowance or charge"), segment.get(2)
    amount = segment.implied(5, 2)
    what = segment.get(15) or code
    if indicator not in {"A", "C"} or segment.get(12) in x12_codes.NOT_ON_THIS_ORDER:
        one.note("instructions", segment.get(15), segment.shown)
        return
    if amount is None:
        rate = f"{segment.get(7)} %" if segment.get(7) else segment.get(8)
        why = f"What does {what} ({rate or 'no rate'}) come to? Segment {segment.place} (SAC) states no amount."
        one.doubt("discount" if indicator == "A" else "shipping", why)
    elif indicator == "A":
        (item or one).add("discount", amount, segment.shown)
    elif code in x12_codes.FREIGHT:
        one.add("shipping", amount, segment.shown)
    elif code in x12_codes.TAXES:
        one.add("tax", amount, segment.shown)
    else:
        _charge(one, item, amount, what)


def _charge(one: Draft, item: Item | None, amount: Decimal, what: str) -> None:
    """A charge that an order has no field for: counted in its sums, and shown to a person."""
    if item:
        item.charge += amount
    else:
        one.charges += amount
    one.doubt("total", f"The order adds a charge of {numbers.plain(amount)} ({what}); do we take it?")


Share = tuple[Decimal, Segment, dict[str, object]]


def _stores(segments: Sequence[Segment]) -> list[Share]:
    """SDQ: pairs of a store and its quantity, up to ten in a segment."""
    found: list[Share] = []
    for segment in segments:
        if segment.tag != "SDQ":
            continue
        for at in range(3, min(len(segment.elements), 22) + 1, 2):
            store = segment.get(at)
            quantity = segment.number(at + 1)
            if store and quantity is None:
                raise segment.broken(f"element {at + 1:02d}, the quantity for store {store[:40]}, is missing")
            if quantity is not None and store:
                found.append((quantity, segment, {"ship_to": Party(id=store)}))
    return found


def _days(segments: Sequence[Segment]) -> list[Share]:
    """SCH: quantities for a day, and perhaps for a place."""
    found: list[Share] = []
    for segment in segments:
        if segment.tag != "SCH":
            continue
        quantity = segment.number(1)
        if quantity is None:
            raise segment.broken("element 01, the quantity, is missing; the standard makes it mandatory")
        where: dict[str, object] = {}
        day = segment.day(6)
        if day:
            where["requested_date"] = day
        if segment.get(4):
            where["ship_to"] = Party(name=segment.get(4))
        found.append((quantity, segment, where))
    return found


def _shared(one: Draft, item: Item, shares: Sequence[Share]) -> list[Item]:
    """The line itself, or one for each share of it; shares that do not add up to it are a doubt."""
    if not shares:
        return [item]
    total = sum((share[0] for share in shares), Decimal(0))
    if item.line.quantity is not None and total != item.line.quantity:
        why = f"Line {item.line.number}: {numbers.plain(item.line.quantity)} are ordered, but its shares add up to"
        one.doubt("lines", f"{why} {numbers.plain(total)}; which is right?", numbers.plain(item.line.quantity))
    if item.line.amount is not None or item.line.discount is not None:
        one.doubt("lines", f"Line {item.line.number}: its amount or discount is for all its shares together.")
    return [
        Item(part.line, part.shown, ordered=item.ordered)
        for quantity, segment, where in shares
        for part in (item.split(quantity, segment.shown, **where),)
    ]


def _sublines(one: Draft, item: Item, subs: Sequence[Sequence[Segment]]) -> list[Item]:
    """SLN: components in the words of their line, or lines of their own where added to it or named in its stead."""
    parts = [(_subline(one, run), run[0]) for run in subs]
    named = item.line.sku or item.line.buyer_sku or item.line.gtin
    within = sum((part.line.quantity or Decimal(0) for part, _ in parts), Decimal(0))
    if not named and within == item.line.quantity:
        return [_dressed(part, item) for part, _ in parts]
    kept = [item]
    for part, segment in parts:
        if segment.get(3) == "A":
            kept.append(part)
        else:
            _component(item, part, segment)
    if not named:
        why = f"Line {item.line.number}: how many of each sub-line are ordered? They add up to {numbers.plain(within)}"
        one.doubt("lines", f"{why}, the line itself says {numbers.plain(item.ordered)}.")
    return kept


def _subline(one: Draft, run: Sequence[Segment]) -> Item:
    first = run[0]
    part = Item()
    part.say("number", first.need(1, "its number"), first.shown)
    part.say("quantity", first.number(4), first.shown)
    part.say("unit", first.first(5), first.shown)
    _price(one, part, first.number(6), first.get(7), first)
    _ids(part, first, 9)
    _details(one, part, run[1:])
    return part


def _dressed(part: Item, item: Item) -> Item:
    """A sub-line with what it leaves to its line: price, date, place, words."""
    for name in ("unit_price", "price_per", "description", "requested_date", "ship_to", "unit"):
        part.say(name, getattr(item.line, name), item.shown.get(name, ""))
    part.ordered = item.ordered
    return part


def _component(item: Item, part: Item, segment: Segment) -> None:
    sub = part.line
    name = sub.sku or sub.buyer_sku or sub.gtin or sub.description or sub.variant or ""
    count = numbers.plain(sub.quantity) if sub.quantity is not None else ""
    said = " ".join(filter(None, ("with", count, sub.unit, name)))
    item.line = replace(item.line, description=f"{item.line.description}, {said}" if item.line.description else said)
    item.shown["description"] = f"{item.shown.get('description', '')} {segment.shown}".strip()
