"""A UN/EDIFACT interchange (UNA, UNB to UNZ) -> Reading: envelopes opened and counted, each message read by itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.reading import Doubt, Kind, Reading
from parsers.structured import edifact_order, proving
from parsers.structured.draft import Draft
from parsers.structured.segments import ASK, BrokenError, Segment

_START = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:UNA.{6}\s*)?(?:UNB|UNH)[^A-Za-z0-9\s]", re.DOTALL)
_UNA = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*UNA[^A-Za-z0-9\s]{2}", re.DOTALL)
_SYNTAX = re.compile(rb"UNB.(UNO[A-Z])", re.DOTALL)
# ISO 9735, 8.1: the character set of each syntax identifier; A to C are tried as UTF-8 first, for many send it so.
_CHARACTERS = {
    "UNOD": "iso8859-2", "UNOE": "iso8859-5", "UNOF": "iso8859-7", "UNOG": "iso8859-3", "UNOH": "iso8859-4",
    "UNOI": "iso8859-6", "UNOJ": "iso8859-8", "UNOK": "iso8859-9", "UNOL": "iso8859-15",
}  # fmt: skip
_UNICODE = frozenset({"UNOW", "UNOX", "UNOY"})
_NAME = re.compile(r"[A-Z]{3}")
_MOST_SEGMENTS = 500_000
_OTHERS = {
    "ORDRSP": Kind.SUPPLIER_ACKNOWLEDGEMENT, "INVOIC": Kind.SUPPLIER_INVOICE, "DESADV": Kind.SHIP_NOTICE,
    "REMADV": Kind.REMITTANCE, "REQOTE": Kind.INQUIRY,
}  # fmt: skip
# Orders of a kind that is not read here: never passed over in silence.
_UNREAD = {"DELFOR": "a delivery schedule", "DELJIT": "a call for delivery", "PROORD": "an order of another kind"}


class Marks(NamedTuple):
    """The service characters of an interchange, as UNA lists them; a release of "" means there is none."""

    joint: str = ":"
    apart: str = "+"
    mark: str = "."
    release: str = "?"
    end: str = "'"


@dataclass
class _Message:
    """A message: its segments from UNH to UNT."""

    segments: list[Segment]
    is_closed: bool = False


@dataclass
class _Envelope:
    messages: list[_Message] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    sender: Segment | None = None
    current: _Message | None = None

    def hear(self, segment: Segment) -> None:
        """Takes a segment into the message that is open; envelopes close it."""
        if segment.tag == "UNH":
            self.current = _Message([segment])
            self.messages.append(self.current)
        elif segment.tag in {"UNB", "UNG", "UNE", "UNZ"}:
            self.current = None
        elif self.current:
            self.current.segments.append(segment)
            self.current.is_closed = segment.tag == "UNT"
            self.current = None if self.current.is_closed else self.current


def is_mine(data: bytes) -> bool:
    """The bytes begin with a service string, an interchange header or a message header."""
    return bool(_START.match(data[:200]) or _UNA.match(data[:200]))


def read(data: bytes, *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """Every order and change of an interchange.

    A damaged message is refused by itself: a doubt that names its segment, or the error of the Reading where nothing
    else is in the file. Raises BrokenError where the interchange cannot be opened.
    """
    found = _opened(_segments(_text(data)))
    drafts: list[Draft] = []
    refused: list[BrokenError] = []
    others: list[str] = []
    for message in found.messages:
        what = message.segments[0].get(2)
        if message.is_closed and what not in edifact_order.READ:
            others.append(what)
            continue
        try:
            drafts.append(_order(message, part, found.sender))
        except BrokenError as broken:
            refused.append(broken)
    if not drafts:
        return _without_order(found, refused, others)
    also = [Doubt("file", f"An order in the file was not read. {broken}") for broken in refused]
    if others:
        counted = ", ".join(f"{count} x {what}" for what, count in Counter(others).items())
        also.append(Doubt("file", f"The file also holds messages that are no orders: {counted}."))
    return proving.reading(drafts, ours=ours, also=(*found.doubts, *also))


def _without_order(found: _Envelope, refused: Sequence[BrokenError], others: Sequence[str]) -> Reading:
    if refused:
        more = f" ({len(refused) - 1} more messages are damaged too)" if len(refused) > 1 else ""
        return Reading(Kind.OTHER, error=f"{refused[0]}{more}")
    if not others:
        first = found.doubts[0].why if found.doubts else "It holds no message."
        return Reading(Kind.OTHER, error=f"The EDIFACT file holds no order. {first}")
    unread = next((what for what in others if what in _UNREAD), None)
    if unread:
        return Reading(Kind.OTHER, error=f"The file holds {_UNREAD[unread]} ({unread}). A person must look.")
    return Reading(_OTHERS.get(others[0], Kind.OTHER))


def _order(message: _Message, part: str, sender: Segment | None) -> Draft:
    """A message whose own envelope holds, read; what its line count proves may lack a right segment count."""
    first, last = message.segments[0], message.segments[-1]
    if not message.is_closed:
        raise last.broken(f"the message that begins with segment {first.place} (UNH) ends here without UNT")
    if first.get(1) != last.get(2):
        raise last.broken(f"the message ends as {last.get(2)!r} but began as {first.get(1)!r} (reference)")
    for segment in message.segments:
        segment.check(_NAME)
    counted = last.count(1)
    drawn = edifact_order.draft(message.segments, part, sender=sender)
    if counted == len(message.segments):
        drawn.proofs.append(f"the segment count of {counted} holds")
        return drawn
    why = f"UNT counts {last.get(1) or 'no'} segments, {len(message.segments)} arrived"
    if not drawn.is_counted:
        raise last.broken(why)
    drawn.doubt("lines", f"Is anything missing? Segment {last.place} (UNT): {why}, though the lines are all there.")
    return drawn


def _text(data: bytes) -> str:
    """The characters, in the set that UNB names."""
    named = _SYNTAX.search(data[:400])
    syntax = named[1].decode() if named else "UNOA"
    try:
        if syntax in _CHARACTERS:
            return data.decode(_CHARACTERS[syntax])
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        if syntax in _CHARACTERS or syntax in _UNICODE:
            why = f"the bytes are not in the character set {syntax} that it names"
            raise BrokenError(1, "UNB", why) from wrong
        return data.decode("latin-1")


def _segments(text: str) -> list[Segment]:
    """Every segment of the file; a UNA sets the service characters of what follows it."""
    text = text.strip("\ufeff \t\r\n")
    marks, at = Marks(), 0
    if text.startswith("UNA"):
        marks, at = _service(text[3:9]), 9
    found: list[Segment] = []
    sign = re.compile("|".join(re.escape(one) for one in (marks.end, marks.apart, marks.joint, marks.release) if one))
    while at < len(text):
        segment, at = _segment(text, at, sign, marks, len(found) + 1)
        if segment:
            found.append(segment)
        if len(found) > _MOST_SEGMENTS:
            raise BrokenError(len(found), "", f"the file has more than {_MOST_SEGMENTS:,} segments")
    return found


def _service(signs: str) -> Marks:
    if len(signs) < 6 or len(set(signs) - {" "}) < 5:  # noqa: PLR2004 - UNA has six characters, five of them its own
        if len(signs) == 6 and signs[3] == " " and len(set(signs) - {" "}) == 4:  # noqa: PLR2004 - no release character
            return Marks(signs[0], signs[1], signs[2], "", signs[5])
        raise BrokenError(1, "UNA", f"its six service characters are “{signs}”; they must all be different")
    return Marks(signs[0], signs[1], signs[2], signs[3].strip(), signs[5])


def _segment(text: str, at: int, sign: re.Pattern[str], marks: Marks, place: int) -> tuple[Segment | None, int]:
    """The next segment and where it ends; white space between segments is no segment."""
    elements: list[tuple[str, ...]] = []
    parts: list[str] = []
    start, piece, stop = at, "", len(text)
    for found in sign.finditer(text, at):
        if found.start() < at:  # a service character that the release sign took in
            continue
        piece += text[at : found.start()]
        at = found.end()
        if found[0] == marks.release:
            piece += text[at : at + 1]
            at += 1
            continue
        parts.append(piece)
        piece = ""
        if found[0] != marks.joint:
            elements.append(tuple(parts))
            parts = []
        if found[0] == marks.end:
            stop = found.start()
            break
    else:
        elements.append((*parts, piece + text[at:]))
        at = len(text)
    raw = text[start:stop].strip()
    if not raw:
        return None, at
    # No data element may hold a line break: some programs wrap the file at 80 characters.
    flat = [tuple(_flat(part) for part in element) for element in elements]
    return Segment(place, flat[0][0].strip(), tuple(flat[1:]), raw, mark=marks.mark), at


def _flat(part: str) -> str:
    return part.replace("\r", "").replace("\n", "")


def _opened(segments: Sequence[Segment]) -> _Envelope:
    """Messages, and what the counts and references of the interchange contradict, as doubts."""
    if not segments or segments[0].tag != "UNB":
        what = segments[0].tag if segments else ""
        raise BrokenError(1, what, "the interchange header (UNB) before it is missing")
    found = _Envelope(sender=segments[0])
    header, before, groups = segments[0], 0, 0
    for segment in segments[1:]:
        if segment.tag == "UNB":
            header, before, groups = segment, len(found.messages), 0
        elif segment.tag == "UNG":
            groups += 1
        elif segment.tag == "UNZ":
            found.doubts.extend(_contradictions(segment, header, groups or len(found.messages) - before))
        found.hear(segment)
    if segments[-1].tag != "UNZ":
        last = segments[-1]
        why = f"The interchange ends at segment {last.place} ({last.tag}) without UNZ: is another order missing?"
        found.doubts.append(Doubt("file", f"{why} If so, {ASK}."))
    return found


def _contradictions(end: Segment, start: Segment, count: int) -> Iterator[Doubt]:
    if end.get(1).lstrip("0") != str(count):
        why = f"Segment {end.place} (UNZ) counts {end.get(1) or 'no'} messages, {count} arrived: is one missing?"
        yield Doubt("file", why)
    if end.get(2) != start.get(5):
        why = f"Segment {end.place} (UNZ) closes {end.get(2)!r}, but UNB opened {start.get(5)!r}:"
        yield Doubt("file", f"{why} does the file hold all of one interchange?")
