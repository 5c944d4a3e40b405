"""An X12 interchange (ISA to IEA) -> Reading: its envelopes opened and counted, each transaction set read by itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desk.reading import Doubt, Kind, Reading
from parsers.structured import proving, x12_order
from parsers.structured.draft import Draft
from parsers.structured.segments import ASK, BrokenError, Segment

_MARK = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*ISA([^A-Za-z0-9 \r\n])")
_BARE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(GS|ST)([^A-Za-z0-9 \r\n])(?:PO|PC|8[56][05])\2")
_FIELDS = 16  # elements of ISA
_NAME = re.compile(r"[A-Z][A-Z0-9]{1,2}")
_SOME = 6  # element separators that tell a header from a word
_MOST_SEGMENTS = 500_000
# What other transaction sets are: no orders of ours to take.
_OTHERS = {
    "810": Kind.SUPPLIER_INVOICE, "880": Kind.SUPPLIER_INVOICE, "820": Kind.REMITTANCE, "856": Kind.SHIP_NOTICE,
    "855": Kind.SUPPLIER_ACKNOWLEDGEMENT, "865": Kind.SUPPLIER_ACKNOWLEDGEMENT, "840": Kind.INQUIRY,
}  # fmt: skip
# Orders of a kind that is not read here: never passed over in silence.
_UNREAD = {"875": "a grocery order", "876": "a grocery order change", "830": "a schedule", "862": "a schedule"}


@dataclass
class _Set:
    """A transaction set: its segments from ST to SE, and who sent it."""

    segments: list[Segment]
    sender: Segment
    is_closed: bool = False


@dataclass
class _Envelope:
    """Everything in a file: transaction sets, and doubts about the envelopes around them."""

    sets: list[_Set] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def is_mine(data: bytes) -> bool:
    """The bytes begin with an interchange header, whatever its delimiters are."""
    begins = _MARK.match(data[:200])
    return bool((begins and data[:200].count(begins[1]) >= _SOME) or _BARE.match(data[:200]))


def read(data: bytes, *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """Every order and change of an interchange.

    A damaged transaction set is refused by itself: a doubt that names its segment, or the error of the Reading where
    nothing else is in the file. Raises BrokenError where the envelope cannot be opened.
    """
    bare = _BARE.match(data[:200])
    if bare:
        raise BrokenError(1, bare[1].decode(), "the interchange header (ISA) before it is missing")
    found = _opened(_text(data))
    drafts: list[Draft] = []
    refused: list[BrokenError] = []
    others: list[str] = []
    for one in found.sets:
        code = one.segments[0].get(1)
        if one.is_closed and code not in x12_order.READ:
            others.append(code)
            continue
        try:
            drafts.append(_order(one, part))
        except BrokenError as broken:
            refused.append(broken)
    if not drafts:
        return _without_order(found, refused, others)
    also = [Doubt("file", f"An order in the file was not read. {broken}") for broken in refused]
    if others:
        also.append(Doubt("file", f"The file also holds transaction sets that are no orders: {_counted(others)}."))
    return proving.reading(drafts, ours=ours, also=(*found.doubts, *also))


def _without_order(found: _Envelope, refused: Sequence[BrokenError], others: Sequence[str]) -> Reading:
    if refused:
        more = f" ({len(refused) - 1} more transaction sets are damaged too)" if len(refused) > 1 else ""
        return Reading(Kind.OTHER, error=f"{refused[0]}{more}")
    if not others:
        first = found.doubts[0].why if found.doubts else "It holds no transaction set."
        return Reading(Kind.OTHER, error=f"The X12 file holds no order. {first}")
    unread = next((code for code in others if code in _UNREAD), None)
    if unread:
        return Reading(Kind.OTHER, error=f"The file holds {_UNREAD[unread]} (X12 {unread}). A person must look.")
    return Reading(_OTHERS.get(others[0], Kind.OTHER))


def _counted(codes: Sequence[str]) -> str:
    return ", ".join(f"{count} x {code}" for code, count in Counter(codes).items())


def _order(one: _Set, part: str) -> Draft:
    """A transaction set whose own envelope holds, read; what the item count proves may lack a right segment count."""
    first, last = one.segments[0], one.segments[-1]
    if not one.is_closed:
        raise last.broken(f"the transaction set that begins with segment {first.place} (ST) ends here without SE")
    if first.get(2) != last.get(2):
        raise last.broken(f"the set ends as {last.get(2)!r} but began as {first.get(2)!r} (control number)")
    for segment in one.segments:
        segment.check(_NAME)
    counted = last.count(1)
    drawn = x12_order.draft(one.segments, part, sender=one.sender)
    if counted == len(one.segments):
        drawn.proofs.append(f"the segment count of {counted} holds")
        return drawn
    why = f"SE counts {last.get(1) or 'no'} segments, {len(one.segments)} arrived"
    if not drawn.is_counted:
        raise last.broken(why)
    drawn.doubt("lines", f"Is anything missing? Segment {last.place} (SE): {why}, though the lines are all there.")
    return drawn


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").strip("\ufeff \t\n")


def _opened(text: str) -> _Envelope:
    found = _Envelope()
    place = 0
    while text.startswith("ISA"):
        segments, text = _segments(text, place)
        place += len(segments)
        _interchange(segments, found)
    if text and found.sets:
        why = f"What are the {len(text)} characters after the interchange? They begin “{' '.join(text[:40].split())}”."
        found.doubts.append(Doubt("file", why))
    return found


def _segments(text: str, before: int) -> tuple[list[Segment], str]:
    """The segments of the first interchange, to its IEA, and the text after it."""
    apart = text[3]
    heads = text.split(apart, _FIELDS)
    if len(heads) <= _FIELDS:
        raise BrokenError(before + 1, "ISA", f"it has {len(heads) - 1} elements, 16 were expected")
    joint, end = _delimiters(heads[_FIELDS], apart, before + 1)
    found: list[Segment] = []
    at = 0
    while at < len(text):
        stop = text.find(end, at)
        raw = text[at : stop if stop >= 0 else len(text)]
        at = stop + len(end) if stop >= 0 else len(text)
        if not raw.strip():
            continue
        if len(found) >= _MOST_SEGMENTS:
            raise BrokenError(before + len(found), "", f"the file has more than {_MOST_SEGMENTS:,} segments")
        found.append(_segment(raw, apart, joint, before + len(found) + 1))
        if found[-1].tag == "IEA":
            break
    return found, text[at:].strip(" \t\r\n")


def _segment(raw: str, apart: str, joint: str, place: int) -> Segment:
    # No element may hold a line break: some programs wrap the file at 80 characters, others indent its loops.
    flat = raw.strip(" \t\r\n").replace("\n", "").replace("\r", "")
    tag, *elements = flat.split(apart)
    return Segment(place, tag.strip(), tuple((element,) for element in elements), raw.strip(), joint=joint)


def _delimiters(tail: str, apart: str, place: int) -> tuple[str, str]:
    """Component separator (ISA16) and segment terminator; some writers leave ISA16 empty."""
    stop = re.search(r"(?:GS|TA1|IEA)" + re.escape(apart), tail[:24])
    if not stop or not stop.start():
        raise BrokenError(place, "ISA", "the interchange ends after its header; a group (GS) was expected")
    head = tail[: stop.start()]
    rest = head[1:].strip(" \t\r\n")
    if rest:
        return head[0], rest[0]
    if re.search(re.escape(head[0]) + r"\s*ST" + re.escape(apart), tail) or not head[1:].strip(" \t"):
        return "", head[0]
    return head[0], "\n" if "\n" in head else "\r"


def _interchange(segments: Sequence[Segment], found: _Envelope) -> None:
    """The transaction sets of one interchange; what its counts and numbers contradict is a doubt."""
    header = segments[0]
    groups = 0
    group: Segment | None = None
    in_group = 0
    open_set: _Set | None = None
    for segment in segments[1:]:
        match segment.tag:
            case "ST":
                open_set = _Set([segment], header)
                found.sets.append(open_set)
                in_group += 1
            case "SE" if open_set:
                open_set.segments.append(segment)
                open_set.is_closed = True
                open_set = None
            case "GS":
                group, in_group, open_set = segment, 0, None
                groups += 1
            case "GE":
                found.doubts.extend(_contradictions(segment, group, 6, in_group, "transaction sets"))
                group, open_set = None, None
            case "IEA":
                found.doubts.extend(_contradictions(segment, header, 13, groups, "groups"))
            case _ if open_set:
                open_set.segments.append(segment)
    if segments[-1].tag != "IEA":
        why = f"The interchange ends at segment {segments[-1].place} ({segments[-1].tag}) without IEA: is another"
        found.doubts.append(Doubt("file", f"{why} order missing? If so, {ASK}."))


def _contradictions(end: Segment, start: Segment | None, number: int, count: int, what: str) -> Iterator[Doubt]:
    """A trailer whose count or control number is not that of its header."""
    if end.get(1).lstrip("0") != str(count):
        why = f"Segment {end.place} ({end.tag}) counts {end.get(1) or 'no'} {what}, {count} arrived: is one missing?"
        yield Doubt("file", why)
    if start and start.get(number).lstrip("0") != end.get(2).lstrip("0"):
        why = f"Segment {end.place} ({end.tag}) closes {end.get(2)!r}, but {start.tag} opened {start.get(number)!r}:"
        yield Doubt("file", f"{why} does the file hold all of one interchange?")
