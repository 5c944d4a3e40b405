"""A UN/EDIFACT interchange (UNA, UNB to UNZ) -> Reading: envelopes opened and counted, each message read by itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desk.reading import Kind, Reading
from parsers.structured import edifact_order, envelope
from parsers.structured.segments import BrokenError, Segment

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


_FORM = envelope.Form(
    name="EDIFACT", what="message", last="UNT", shape=_NAME, kind=2, number=1, numbered="reference",
    read=edifact_order.READ, others=_OTHERS, unread=_UNREAD,
    draft=lambda message, part: edifact_order.draft(message.segments, part, sender=message.sender),
)  # fmt: skip


def is_mine(data: bytes) -> bool:
    """The bytes begin with a service string, an interchange header or a message header."""
    return bool(_START.match(data[:200]) or _UNA.match(data[:200]))


def read(data: bytes, *, part: str = "file", ours: tuple[str, ...] = ()) -> Reading:
    """Every order and change of an interchange.

    A damaged message is refused by itself: a doubt that names its segment, or the error of the Reading where nothing
    else is in the file. Raises BrokenError where the interchange cannot be opened.
    """
    return envelope.read(_opened(_segments(_text(data))), _FORM, part=part, ours=ours)


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
        if len(found) > envelope.MOST_SEGMENTS:
            raise BrokenError(len(found), "", f"the file has more than {envelope.MOST_SEGMENTS:,} segments")
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


def _opened(segments: Sequence[Segment]) -> envelope.Envelope:
    """Messages, and what the counts and references of the interchange contradict, as doubts."""
    if not segments or segments[0].tag != "UNB":
        what = segments[0].tag if segments else ""
        raise BrokenError(1, what, "the interchange header (UNB) before it is missing")
    found = envelope.Envelope()
    header, before, groups = segments[0], 0, 0
    current: envelope.Message | None = None
    for segment in segments[1:]:
        match segment.tag:
            case "UNH":
                current = envelope.Message([segment], header)
                found.messages.append(current)
            case "UNB":
                header, before, groups, current = segment, len(found.messages), 0, None
            case "UNG":
                groups, current = groups + 1, None
            case "UNZ":
                count = groups or len(found.messages) - before
                found.doubts.extend(envelope.contradictions(segment, header, 5, count, "messages"))
                current = None
            case "UNE":
                current = None
            case _ if current and current.take(segment, "UNT"):
                current = None
    if segments[-1].tag != "UNZ":
        found.doubts.append(envelope.unended(segments[-1], "UNZ"))
    return found
