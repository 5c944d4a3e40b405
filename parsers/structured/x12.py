"""An X12 interchange (ISA to IEA) -> Reading: its envelopes opened and counted, each transaction set read by itself."""

import re
from collections.abc import Sequence

from desk.reading import Doubt, Kind, Reading
from parsers.structured import envelope, x12_order
from parsers.structured.segments import BrokenError, Segment

_MARK = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*ISA([^A-Za-z0-9 \r\n])")
_BARE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(GS|ST)([^A-Za-z0-9 \r\n])(?:PO|PC|8[56][05])\2")
_FIELDS = 16  # elements of ISA
_NAME = re.compile(r"[A-Z][A-Z0-9]{1,2}")
_SOME = 6  # element separators that tell a header from a word
# What other transaction sets are: no orders of ours to take.
_OTHERS = {
    "810": Kind.SUPPLIER_INVOICE, "880": Kind.SUPPLIER_INVOICE, "820": Kind.REMITTANCE, "856": Kind.SHIP_NOTICE,
    "855": Kind.SUPPLIER_ACKNOWLEDGEMENT, "865": Kind.SUPPLIER_ACKNOWLEDGEMENT, "840": Kind.INQUIRY,
}  # fmt: skip
# Orders of a kind that is not read here: never passed over in silence.
_UNREAD = {"875": "a grocery order", "876": "a grocery order change", "830": "a schedule", "862": "a schedule"}


_FORM = envelope.Form(
    name="X12", what="transaction set", last="SE", shape=_NAME, kind=1, number=2, numbered="control number",
    read=frozenset(x12_order.READ), others=_OTHERS, unread=_UNREAD,
    draft=lambda message, part: x12_order.draft(message.segments, part, sender=message.sender),
)  # fmt: skip


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
    return envelope.read(_opened(_text(data)), _FORM, part=part, ours=ours)


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").strip("\ufeff \t\n")


def _opened(text: str) -> envelope.Envelope:
    found = envelope.Envelope()
    place = 0
    while text.startswith("ISA"):
        segments, text = _segments(text, place)
        place += len(segments)
        _interchange(segments, found)
    if text and found.messages:
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
        if len(found) >= envelope.MOST_SEGMENTS:
            raise BrokenError(before + len(found), "", f"the file has more than {envelope.MOST_SEGMENTS:,} segments")
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


def _interchange(segments: Sequence[Segment], found: envelope.Envelope) -> None:
    """The transaction sets of one interchange; what its counts and numbers contradict is a doubt."""
    header = segments[0]
    groups = in_group = 0
    group: Segment | None = None
    current: envelope.Message | None = None
    for segment in segments[1:]:
        match segment.tag:
            case "ST":
                current = envelope.Message([segment], header)
                found.messages.append(current)
                in_group += 1
            case "GS":
                group, in_group, current = segment, 0, None
                groups += 1
            case "GE":
                found.doubts.extend(envelope.contradictions(segment, group, 6, in_group, "transaction sets"))
                group, current = None, None
            case "IEA":
                found.doubts.extend(envelope.contradictions(segment, header, 13, groups, "groups"))
            case _ if current and current.take(segment, "SE"):
                current = None
    if segments[-1].tag != "IEA":
        found.doubts.append(envelope.unended(segments[-1], "IEA"))
