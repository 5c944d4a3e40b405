"""An X12 850 or 860, from ST to SE -> a draft of the order, before it is proved."""

from collections.abc import Sequence
from decimal import Decimal

from desk.reading import Kind
from parsers import numbers
from parsers.structured import x12_codes, x12_line, x12_parties
from parsers.structured.draft import Draft
from parsers.structured.segments import Segment
from parsers.structured.x12_line import Item

READ = {"850": "BEG", "860": "BCH"}
_ITEMS = ("PO1", "POC")


def draft(segments: Sequence[Segment], part: str, *, sender: Segment) -> Draft:
    """What a transaction set says. Raises BrokenError at the first segment that the standard does not allow."""
    code, begins = segments[0].get(1), READ[segments[0].get(1)]
    if len(segments) < 2 or segments[1].tag != begins:  # noqa: PLR2004 - ST and its beginning segment
        found = segments[1]
        raise found.broken(f"an {code} begins with {begins} after ST; {found.tag or 'nothing'} stands there")
    starts = [at for at, segment in enumerate(segments) if segment.tag in _ITEMS]
    end = next((at for at, segment in enumerate(segments) if segment.tag == "CTT"), len(segments) - 1)
    one = Draft(part)
    (_begin_order if code == "850" else _begin_change)(one, segments[1])
    if not starts and one.kind is Kind.PURCHASE_ORDER:
        raise segments[-1].broken(f"the {code} ends without one line; at least one PO1 was expected")
    head = segments[2 : starts[0] if starts else end]
    _header(one, head, sender)
    if sender.get(15) == "T":
        one.doubt("kind", "Is this order real? The interchange is marked as a test (ISA15).")
    runs = zip(starts, [*starts[1:], max(end, starts[-1] + 1)], strict=True) if starts else ()
    lines = [x12_line.line(one, segments[start:stop]) for start, stop in runs]
    one.items = [item for items in lines for item in items]
    _summary(one, segments[end:], lines)
    one.strange([segment for segment in segments if segment.tag not in x12_codes.SEGMENTS])
    if code == "860":
        _changes(one, [segments[at] for at in starts])
    return one


def _begin_order(one: Draft, begin: Segment) -> None:
    """BEG: purpose, type, number, release, date."""
    purpose = begin.need(1, "the purpose")
    kind = begin.need(2, "the type of order")
    one.say("po_number", begin.need(3, "the number of the order"), begin.shown)
    one.say("order_date", begin.day(5), begin.shown)
    if not begin.get(5):
        raise begin.broken("element 05, the order date, is missing; the standard makes it mandatory")
    one.kind = _kind(purpose)
    if one.kind is Kind.PURCHASE_ORDER and purpose not in x12_codes.ORIGINAL:
        what = x12_codes.PURPOSES.get(purpose, f"of purpose {purpose}")
        one.doubt("kind", f"Is this a new order? The message calls itself {what} (BEG01).")
    if kind in x12_codes.TYPES:
        one.doubt("kind", f"Are goods ordered by this alone? The message calls itself {x12_codes.TYPES[kind]} (BEG02).")
    if begin.get(4):
        one.note("instructions", f"Release {begin.get(4)}", begin.shown)


def _begin_change(one: Draft, begin: Segment) -> None:
    """BCH: purpose, type, number, release, change number, date of the order; the day of the change is the last."""
    purpose = begin.need(1, "the purpose")
    begin.need(2, "the type of order")
    one.say("po_number", begin.need(3, "the number of the order"), begin.shown)
    one.say("order_date", begin.day(6), begin.shown)
    one.kind = Kind.ORDER_CANCELLATION if purpose in x12_codes.CANCELLED else Kind.ORDER_CHANGE
    if begin.get(5):
        one.note("instructions", f"Change {begin.get(5)}", begin.shown)


def _kind(purpose: str) -> Kind:
    if purpose in x12_codes.CANCELLED:
        return Kind.ORDER_CANCELLATION
    return Kind.ORDER_CHANGE if purpose in x12_codes.CHANGED else Kind.PURCHASE_ORDER


def _header(one: Draft, segments: Sequence[Segment], sender: Segment) -> None:
    people = x12_parties.Parties()
    for segment in segments:
        if people.hear(segment):
            continue
        if segment.tag == "PER" and segment.get(1) in {"BD", "OC", "IC", "BY"}:
            people.buying = segment
        else:
            _fact(one, segment)
    dates(one, segments)
    people.settle(sender)
    for role, party in people.found.items():
        one.party(role, party, people.shown[role])


def _fact(one: Draft, segment: Segment) -> None:
    match segment.tag:
        case "CUR":
            one.say("currency", segment.need(2, "the currency"), segment.shown)
        case "ITD":
            one.note("payment_terms", _payment(segment), segment.shown)
        case "FOB" | "TD5":
            one.note("shipping_terms", _shipping(segment), segment.shown)
        case "MSG" | "NTE" | "PKG" | "SPI" | "MAN":
            one.note("instructions", x12_line.words(segment), segment.shown)
        case "SAC" | "TXI" | "AMT":
            x12_line.sums(one, segment)
        case _:  # references and the like, which an order has no field for
            return


def dates(one: Draft, segments: Sequence[Segment]) -> None:
    """DTM of the header: the day wanted, the day to cancel by, by the likeliest qualifier."""
    every = [(segment, x12_line.moment(segment)) for segment in segments if segment.tag == "DTM"]
    days = {segment.get(1): (day, segment) for segment, day in every if day}
    for name, codes in (
        ("requested_date", x12_codes.REQUESTED), ("cancel_date", x12_codes.CANCEL), ("order_date", x12_codes.ORDERED),
    ):  # fmt: skip
        code = next((code for code in codes if code in days), None)
        if code:
            one.say(name, days[code][0], days[code][1].shown)


def _payment(segment: Segment) -> str:
    """ITD in words: its own description, else discount and net days."""
    if segment.get(12):
        return segment.get(12)
    rate, off, net = segment.get(3), segment.get(5) or segment.get(4), segment.get(7) or segment.get(6)
    cut = f"{rate} % {off}".strip() if rate else ""
    return ", ".join(filter(None, (cut, f"net {net}" if net else "")))


def _shipping(segment: Segment) -> str:
    """FOB and TD5 in their own codes and words."""
    wanted = (1, 3, 5, 7) if segment.tag == "FOB" else (3, 5)
    return " ".join(filter(None, (segment.get(at) for at in wanted)))


def _summary(one: Draft, segments: Sequence[Segment], lines: Sequence[Sequence[Item]]) -> None:
    """CTT: how many lines, and the sum of their quantities; AMT: what the order comes to."""
    for segment in segments:
        if segment.tag == "CTT":
            _count(one, segment, lines)
        elif segment.tag in {"AMT", "SAC", "TXI"}:
            x12_line.sums(one, segment)


def _count(one: Draft, segment: Segment, lines: Sequence[Sequence[Item]]) -> None:
    counted, hashed = segment.count(1), segment.number(2)
    if counted is None:
        raise segment.broken("element 01, the number of lines, is missing; the standard makes it mandatory")
    if counted != len(lines):
        why = f"Segment {segment.place} (CTT) counts {counted} lines, {len(lines)} arrived: is a line missing?"
        one.doubt("lines", why, str(counted), str(len(lines)))
        return
    one.proofs.append(f"the line count of {counted} holds")
    one.is_counted = True
    goods = sum((item.line.quantity or Decimal(0) for items in lines for item in items), Decimal(0))
    if hashed is None:
        return
    if hashed == goods or hashed == sum((items[0].ordered for items in lines if items), Decimal(0)):
        one.proofs.append(f"the quantities add up to the stated {numbers.plain(hashed)}")
    else:
        one.is_counted = False
        why = f"The quantities add up to {numbers.plain(goods)}, but segment {segment.place} (CTT) states"
        one.doubt("lines", f"{why} {numbers.plain(hashed)}: which is right?", numbers.plain(hashed))


def _changes(one: Draft, segments: Sequence[Segment]) -> None:
    """What each POC does, as questions: a change is never taken by itself."""
    told = [(segment, x12_codes.CHANGES.get(segment.get(2), f"says {segment.get(2)}")) for segment in segments]
    for segment, what in told[:20]:
        name = f"Line {segment.get(1) or segment.place}"
        one.doubt("lines", f"{name}: the change {what} (POC02 {segment.get(2)}); may it be taken into the order?")
    if len(told) > 20:  # noqa: PLR2004 - twenty questions are enough
        one.doubt("lines", f"{len(told) - 20} more lines are changed; may they be taken into the order?")
