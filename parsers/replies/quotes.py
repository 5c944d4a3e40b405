"""Which lines of a reply its structure marks as quoted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from parsers.replies import lines, marks

MOST_ANNOUNCED = 5  # lines over which "On …, … wrote:" may be wrapped
MOST_LETTERS = 600


class How(Enum):
    """What a line is: said now, quoted with a mark of its own, quoted because it stands below a mark, or a mark."""

    SAID = auto()
    MARKED = auto()
    BELOW = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Sorted:
    """How each line stands, and whether the letter below is a forwarded one."""

    hows: tuple[How, ...]
    is_forward: bool = False

    @property
    def has_quote(self) -> bool:
        """Whether anything is quoted at all."""
        return any(how is not How.SAID for how in self.hows)


def sort(found: Sequence[lines.Line]) -> Sorted:
    """Tell said from quoted lines. Time grows with the number of lines."""
    hows = [How.MARKED if line.depth else How.SAID for line in found]
    is_forward = False
    place = 0
    while place < len(found):
        end = _mark_at(found, place)
        if end is None:
            place += 1
            continue
        for inner in range(place, end):
            hows[inner] = How.MARK
        forwards = any(marks.is_forward(line.text) for line in found[place:end])
        is_forward = is_forward or (forwards and How.BELOW not in hows)
        if not _quote_follows(found, end):
            for below in range(end, len(found)):
                hows[below] = How.BELOW if hows[below] is How.SAID else hows[below]
            break
        place = end
    return Sorted(tuple(hows), is_forward)


def is_mark(found: Sequence[lines.Line], place: int) -> bool:
    """Whether another letter is announced here, quoted lines or not."""
    flat = [lines.Line(0, line.text, line.ruled) for line in found[place : place + 16]]
    return bool(flat) and _mark_at(flat, 0) is not None


def _mark_at(found: Sequence[lines.Line], place: int) -> int | None:
    """Where the mark that begins here ends (the line after it), or None."""
    line = found[place]
    if not line.text or line.depth:
        return None
    if marks.is_separator(line.text) or marks.is_forward(line.text):
        return _after_fields(found, place + 1)
    if marks.is_rule(line.text) or line.ruled:
        fields = _fields_at(found, _next_said(found, place + 1) if marks.is_rule(line.text) else place)
        if fields is not None:
            return fields
    fields = _fields_at(found, place)
    return fields if fields is not None else _announcement_at(found, place)


def _announcement_at(found: Sequence[lines.Line], place: int) -> int | None:
    """The end of "On …, … wrote:", perhaps wrapped over several lines."""
    joined = ""
    for end in range(place, min(place + MOST_ANNOUNCED, len(found))):
        line = found[end]
        if not line.text or line.depth or len(joined) + len(line.text) > MOST_LETTERS:
            return None
        joined = f"{joined} {line.text}".strip()
        if end == place and not marks.may_begin(joined):
            return None
        if marks.announces(joined) or (marks.may_announce(joined) and _quote_follows(found, end + 1)):
            # A line above "On …, … wrote:" that also begins with "On" is the writer's own.
            is_later = any(_begins_here(found, later, end) for later in range(place + 1, end + 1))
            return None if is_later else end + 1
    return None


def _begins_here(found: Sequence[lines.Line], place: int, end: int) -> bool:
    joined = " ".join(line.text for line in found[place : end + 1])
    return marks.begins(found[place].text) and (marks.announces(joined) or marks.may_announce(joined))


def _fields_at(found: Sequence[lines.Line], place: int) -> int | None:
    """The end of a header block ("From: … Sent: … Subject: …"): three fields, or From with a date or subject."""
    kinds: set[str] = set()
    end = place
    for at in range(place, min(place + 14, len(found))):
        line = found[at]
        kind = marks.field(line.text)
        if kind is None:
            if not line.text and (len(kinds) < 2 or at == place):  # noqa: PLR2004 - blank lines between first fields are met
                continue
            if not line.text or not kinds or at - end > 1:
                break
            continue
        if kind in kinds and kind in ("from", "subject"):
            return None  # a second From begins the real block; what stands above it is the writer's own
        kinds.add(kind)
        end = at + 1
    told = kinds - {"reply", "cc"}
    is_block = len(told) >= 3 or ("from" in told and len(told & {"sent", "subject"}) >= 1)  # noqa: PLR2004
    return end if is_block and marks.field(found[place].text) in ("from", "sent", "to", "subject") else None


def _after_fields(found: Sequence[lines.Line], place: int) -> int:
    following = _next_said(found, place)
    return _fields_at(found, following) or place if following < len(found) else place


def _next_said(found: Sequence[lines.Line], place: int) -> int:
    while place < len(found) and not found[place].text:
        place += 1
    return place


def _quote_follows(found: Sequence[lines.Line], place: int) -> bool:
    following = _next_said(found, place)
    return following < len(found) and found[following].depth > 0
