"""An EDIFACT ORDERS or ORDCHG (D.96A, D.01B), from UNH to UNT -> a draft of the order, before it is proved."""

from collections.abc import Sequence
from decimal import Decimal

from desk.reading import Kind, Party
from parsers import numbers
from parsers.structured import edifact_codes, edifact_line, edifact_parties
from parsers.structured.draft import Draft, Item
from parsers.structured.segments import Segment, groups

READ = frozenset({"ORDERS", "ORDCHG"})


def draft(segments: Sequence[Segment], part: str, *, sender: Segment | None) -> Draft:
    """What a message says. Raises BrokenError at the first segment that the standard does not allow."""
    kind = segments[0].get(2)
    begin = segments[1]
    if begin.tag != "BGM":
        raise begin.broken(f"{kind} begins with BGM after UNH; {begin.tag or 'nothing'} stands there")
    one = Draft(part)
    _begin(one, begin, kind)
    summary = next((at for at, segment in enumerate(segments) if segment.tag == "UNS" and segment.get(1) != "D"), None)
    starts = [at for at, segment in enumerate(segments) if segment.tag == "LIN"]
    if summary is None:
        if one.kind is not Kind.ORDER_CANCELLATION or starts:
            raise segments[-1].broken("UNS, which parts lines and sums, is missing; the standard makes it mandatory")
        summary = len(segments) - 1
    if not starts and one.kind is Kind.PURCHASE_ORDER:
        raise segments[summary].broken(f"{kind} reaches its sums without one line; at least one LIN was expected")
    _header(one, segments[2 : starts[0] if starts else summary], kind, sender)
    if sender and sender.get(11) == "1":
        one.doubt("kind", "Is this order real? The interchange is marked as a test (UNB, 0035).")
    runs = groups(segments[starts[0] : summary], "LIN") if starts else []
    lines = [edifact_line.line(one, run) for run in runs]
    one.items = [item for items in lines for item in items]
    _summary(one, segments[summary + 1 :], lines)
    one.strange([segment for segment in segments if segment.tag not in edifact_codes.SEGMENTS])
    if one.kind is Kind.ORDER_CHANGE:
        _changes(one, [run[0] for run in runs])
    return one


def _begin(one: Draft, begin: Segment, kind: str) -> None:
    """BGM: which document, its number, its function."""
    number, function = begin.need(2, "the number of the document"), begin.get(3)
    one.kind = edifact_codes.FUNCTIONS.get(function, Kind.PURCHASE_ORDER)
    if kind == "ORDCHG" and one.kind is Kind.PURCHASE_ORDER:
        one.kind = Kind.ORDER_CHANGE
    if kind == "ORDERS":
        one.say("po_number", number, begin.shown)
    if one.kind is Kind.PURCHASE_ORDER and function not in edifact_codes.ORIGINAL:
        what = edifact_codes.COPIES.get(function, f"of function {function}")
        one.doubt("kind", f"Is this a new order? The message calls itself {what} (BGM, 1225).")
    if begin.get(1) in edifact_codes.TYPES:
        what = edifact_codes.TYPES[begin.get(1)]
        one.doubt("kind", f"Are goods ordered by this alone? The message calls itself {what} (BGM, 1001).")


def _header(one: Draft, segments: Sequence[Segment], kind: str, sender: Segment | None) -> None:
    people = edifact_parties.Parties()
    group = ""
    for segment in segments:
        if segment.tag in {"NAD", "RFF", "ALC", "TAX", "PAT", "CUX"}:
            group = segment.tag
        if not people.hear(segment):
            _fact(one, segment, group)
    _references(one, segments, kind)
    _dates(one, segments, kind)
    edifact_line.allowances(one, segments)
    if "buyer" not in people.found and sender and sender.get(2):
        people.found["buyer"], people.shown["buyer"] = Party(id=sender.get(2)), sender.shown
    for role, who in people.found.items():
        one.party(role, who, people.shown[role])


def _fact(one: Draft, segment: Segment, group: str) -> None:
    match segment.tag:
        case "CUX":
            code = segment.get(1, 1)
            if code and one.order.currency not in (None, code):
                why = f"Segment {segment.place} (CUX) names {code}, another before it {one.order.currency};"
                one.doubt("currency", f"{why} which is the order in?", one.order.currency or "", code)
            one.say("currency", code, segment.shown)
        case "PAT":
            one.note("payment_terms", _payment(segment), segment.shown)
        case "PCD" if group == "PAT":
            one.note("payment_terms", f"{segment.get(1, 1)} %", segment.shown)
        case "TOD":
            said = [segment.get(2), *(segment.get(3, at) for at in (0, 3, 4))]
            one.note("shipping_terms", " ".join(filter(None, said)), segment.shown)
        case "TDT":
            one.note("shipping_terms", segment.get(5, 3) or segment.get(5), segment.shown)
        case "FTX":
            one.note("instructions", edifact_line.words(segment), segment.shown)
        case _:  # references, dates and sums are read by their own rules
            return


def _payment(segment: Segment) -> str:
    """PAT in words: its own description, else the days it counts."""
    told = " ".join(filter(None, (segment.get(2, at) for at in (3, 4))))
    if told:
        return told
    count, unit = segment.get(3, 3), segment.get(3, 2)
    cut = "discount within " if segment.get(1) == "22" else ""
    return f"{cut}{count} {edifact_codes.PERIODS.get(unit, unit)}".strip() if count else segment.get(2)


def _references(one: Draft, segments: Sequence[Segment], kind: str) -> None:
    """RFF: a change names the order it changes."""
    if kind != "ORDCHG":
        return
    named = next((one_ for one_ in segments if one_.tag == "RFF" and one_.get(1) in {"ON", "CO"}), None)
    if named:
        one.say("po_number", named.get(1, 1), named.shown)


def _dates(one: Draft, segments: Sequence[Segment], kind: str) -> None:
    first = next((at for at, s in enumerate(segments) if s.tag in {"RFF", "NAD"}), len(segments))
    every = [(segment, edifact_line.moment(segment)) for segment in segments if segment.tag == "DTM"]
    own = {segment.get(1): (day, segment) for segment, day in every if day and segment in segments[:first]}
    days = own or {segment.get(1): (day, segment) for segment, day in every if day}
    ordered = edifact_codes.ORDERED if kind == "ORDERS" else ("4",)
    for name, codes in (
        ("order_date", ordered), ("requested_date", edifact_codes.REQUESTED), ("cancel_date", edifact_codes.CANCEL),
    ):  # fmt: skip
        code = next((code for code in codes if code in days), None)
        if code:
            one.say(name, days[code][0], days[code][1].shown)


def _summary(one: Draft, segments: Sequence[Segment], lines: Sequence[Sequence[Item]]) -> None:
    """After UNS: what the order comes to, and how much of everything there is."""
    sums = {segment.get(1): segment for segment in segments if segment.tag == "MOA"}
    for name, codes in (
        ("subtotal", edifact_codes.SUBTOTALS), ("total", edifact_codes.TOTALS), ("tax", edifact_codes.TAXES),
    ):  # fmt: skip
        code = next((code for code in codes if code in sums), None)
        if code:
            sums[code].need(1, "the amount", component=1)
            one.say(name, sums[code].number(1, 1), sums[code].shown)
    edifact_line.allowances(one, segments)
    for segment in segments:
        if segment.tag == "CNT":
            _count(one, segment, lines)


def _count(one: Draft, segment: Segment, lines: Sequence[Sequence[Item]]) -> None:
    stated = segment.number(1, 1)
    if stated is None or segment.get(1) not in {"1", "2"}:
        return
    if segment.get(1) == "2":
        arrived, what = Decimal(len(lines)), "lines"
    else:
        arrived, what = sum((i.line.quantity or Decimal(0) for items in lines for i in items), Decimal(0)), "units"
    if stated == arrived:
        one.proofs.append(f"the count of {numbers.plain(stated)} {what} holds")
        one.is_counted = True
        return
    why = f"Segment {segment.place} (CNT) counts {numbers.plain(stated)} {what}, {numbers.plain(arrived)} arrived:"
    one.doubt("lines", f"{why} is a line missing?", numbers.plain(stated), numbers.plain(arrived))


def _changes(one: Draft, starts: Sequence[Segment]) -> None:
    """What each LIN does, as questions: a change is never taken by itself."""
    for segment in starts[:20]:
        what = edifact_codes.CHANGES.get(segment.get(2), f"gives it the action {segment.get(2) or 'none'}")
        one.doubt("lines", f"Line {segment.get(1)}: the change {what} (LIN, 1229); may it be taken into the order?")
    if len(starts) > 20:  # noqa: PLR2004 - twenty questions are enough
        one.doubt("lines", f"{len(starts) - 20} more lines are changed; may they be taken into the order?")
