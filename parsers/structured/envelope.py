"""What X12 and EDIFACT share: an interchange holds messages, each counted and read by itself, with its damage named."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desk.reading import Doubt, Kind, Reading
from parsers.structured import proving
from parsers.structured.draft import Draft
from parsers.structured.segments import ASK, BrokenError, Segment

MOST_SEGMENTS = 500_000


@dataclass
class Message:
    """A message (of X12: a transaction set): its segments from first to last, and the header of its interchange."""

    segments: list[Segment]
    sender: Segment
    is_closed: bool = False

    def take(self, segment: Segment, last: str) -> bool:
        """Takes one more segment; True where it is the last."""
        self.segments.append(segment)
        self.is_closed = segment.tag == last
        return self.is_closed


@dataclass
class Envelope:
    """Everything in a file: its messages, and doubts about the envelopes around them."""

    messages: list[Message] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


class Form(NamedTuple):
    """How a format of segments is enveloped: names, where a message says what it is and how it is numbered.

    `read` are the messages that are orders, `others` what the rest is, `unread` orders of a kind that is not read here.
    """

    name: str
    what: str  # what a message is called
    last: str  # the segment that ends one
    shape: re.Pattern[str]  # how segments are called
    kind: int  # the element of a first segment that says what it begins
    number: int  # the element of a first segment that the last one repeats as its second
    numbered: str  # what that element is called
    read: frozenset[str]
    others: Mapping[str, Kind]
    unread: Mapping[str, str]
    draft: Callable[[Message, str], Draft]


def read(found: Envelope, form: Form, *, part: str, ours: tuple[str, ...]) -> Reading:
    """Every order and change of a file.

    A damaged message is refused by itself: a doubt that names its segment, or the error of the Reading where nothing
    else is in the file.
    """
    drafts: list[Draft] = []
    refused: list[BrokenError] = []
    others: list[str] = []
    for message in found.messages:
        kind = message.segments[0].get(form.kind)
        if message.is_closed and kind not in form.read:
            others.append(kind)
            continue
        try:
            drafts.append(_order(message, form, part))
        except BrokenError as broken:
            refused.append(broken)
    if not drafts:
        return _without_order(found, form, refused, others)
    also = [Doubt("file", f"An order in the file was not read. {broken}") for broken in refused]
    if others:
        counted = ", ".join(f"{count} x {kind}" for kind, count in Counter(others).items())
        also.append(Doubt("file", f"The file also holds {form.what}s that are no orders: {counted}."))
    return proving.reading(drafts, ours=ours, also=(*found.doubts, *also))


def _without_order(found: Envelope, form: Form, refused: Sequence[BrokenError], others: Sequence[str]) -> Reading:
    if refused:
        more = f" ({len(refused) - 1} more {form.what}s are damaged too)" if len(refused) > 1 else ""
        return Reading(Kind.OTHER, error=f"{refused[0]}{more}")
    if not others:
        first = found.doubts[0].why if found.doubts else f"It holds no {form.what}."
        return Reading(Kind.OTHER, error=f"The {form.name} file holds no order. {first}")
    unread = next((kind for kind in others if kind in form.unread), None)
    if unread:
        return Reading(
            Kind.OTHER, error=f"The file holds {form.unread[unread]} ({form.name} {unread}). A person must look."
        )
    return Reading(form.others.get(others[0], Kind.OTHER))


def _order(message: Message, form: Form, part: str) -> Draft:
    """A message whose own envelope holds, read; what its count of lines proves may lack a right count of segments."""
    first, last = message.segments[0], message.segments[-1]
    if not message.is_closed:
        why = f"the {form.what} that begins with segment {first.place} ({first.tag}) ends here without {form.last}"
        raise last.broken(why)
    if first.get(form.number) != last.get(2):
        why = f"the {form.what} ends as {last.get(2)!r} but began as {first.get(form.number)!r} ({form.numbered})"
        raise last.broken(why)
    for segment in message.segments:
        segment.check(form.shape)
    counted = last.count(1)
    drawn = form.draft(message, part)
    if counted == len(message.segments):
        drawn.proofs.append(f"the segment count of {counted} holds")
        return drawn
    why = f"{form.last} counts {last.get(1) or 'no'} segments, {len(message.segments)} arrived"
    if not drawn.is_counted:
        raise last.broken(why)
    drawn.doubt(
        "lines", f"Is anything missing? Segment {last.place} ({form.last}): {why}, though the lines are all there."
    )
    return drawn


def unended(last: Segment, end: str) -> Doubt:
    """The doubt about an interchange that breaks off."""
    why = f"The interchange ends at segment {last.place} ({last.tag}) without {end}: is another order missing?"
    return Doubt("file", f"{why} If so, {ASK}.")


def contradictions(end: Segment, start: Segment | None, number: int, count: int, what: str) -> Iterator[Doubt]:
    """A trailer whose count or control number (element `number` of the header) is not that of its header."""
    if end.get(1).lstrip("0") != str(count).lstrip("0"):
        why = f"Segment {end.place} ({end.tag}) counts {end.get(1) or 'no'} {what}, {count} arrived: is one missing?"
        yield Doubt("file", why)
    if start and start.get(number).lstrip("0") != end.get(2).lstrip("0"):
        why = f"Segment {end.place} ({end.tag}) closes {end.get(2)!r}, but {start.tag} opened {start.get(number)!r}:"
        yield Doubt("file", f"{why} does the file hold all of one interchange?")
