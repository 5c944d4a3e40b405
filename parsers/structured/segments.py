"""A segment of an EDI message: its place, tag and elements, and the sentence that tells what is wrong with it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from parsers import errors
from parsers.structured import values

_T = TypeVar("_T")
_LONGEST = 400  # characters of a segment that are kept as evidence
_SWALLOWED = re.compile(r"[\r\n]+[ \t]*([A-Z][A-Z0-9]{1,2})[^A-Za-z0-9\s]")
ASK = "ask the sender to send the message again"


class BrokenError(errors.UnreadableError):
    """A message that is damaged at one segment: "Segment 14 (PO1): what is wrong; what was expected; what to do"."""

    def __init__(self, place: int, tag: str, why: str) -> None:
        super().__init__(f"Segment {place} ({tag or 'without a name'}): {why}; {ASK}.")
        self.place, self.tag = place, tag


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: `place` counts from 1 in its file, elements hold their components, `text` is what was sent.

    `mark` is the sign before the decimals in this message; `joint` parts a composite where elements are kept whole.
    """

    place: int
    tag: str
    elements: tuple[tuple[str, ...], ...]
    text: str
    mark: str = "."
    joint: str = ""

    def get(self, at: int, component: int = 0) -> str:
        """Element `at`, counted from 1, without white space around it; nothing sent is ""."""
        parts = self.elements[at - 1] if at <= len(self.elements) else ()
        return parts[component].strip() if component < len(parts) else ""

    def all(self, at: int) -> tuple[str, ...]:
        """Every component of an element."""
        return self.elements[at - 1] if at <= len(self.elements) else ()

    def check(self, shape: re.Pattern[str]) -> None:
        """Its name is one that the standard could give."""
        if not shape.fullmatch(self.tag):
            raise self.broken("no segment of the standard is called so; the segment before it may be damaged too")

    def first(self, at: int) -> str:
        """The first part of an element that may be a composite and is kept whole."""
        whole = self.get(at)
        return whole.split(self.joint)[0].strip() if self.joint else whole

    def need(self, at: int, what: str, component: int = 0) -> str:
        """An element that the standard makes mandatory."""
        found = self.get(at, component)
        if not found:
            raise self.broken(f"element {at:02d}, {what}, is missing; the standard makes it mandatory")
        return found

    def number(self, at: int, component: int = 0) -> Decimal | None:
        """A figure, or None where none was sent."""
        return self._value(at, component, lambda text: values.number(text, mark=self.mark))

    def implied(self, at: int, places: int) -> Decimal | None:
        """A figure with implied decimals, or None where none was sent."""
        return self._value(at, 0, lambda text: values.implied(text, places))

    def count(self, at: int, component: int = 0) -> int | None:
        """A whole number, or None where none was sent."""
        return self._value(at, component, values.count)

    def day(self, at: int) -> date | None:
        """A day written CCYYMMDD or YYMMDD, or None where none was sent."""
        return self._value(at, 0, values.compact)

    def broken(self, why: str) -> BrokenError:
        """The error that names this segment."""
        swallowed = _SWALLOWED.search(self.text)
        hint = f" (the terminator before {swallowed[1]} seems to be missing)" if swallowed else ""
        return BrokenError(self.place, self.tag, why + hint)

    @property
    def shown(self) -> str:
        """The segment as evidence: what was sent, shortened where it is very long."""
        return " ".join(self.text.split())[:_LONGEST]

    def _value(self, at: int, component: int, read: Callable[[str], _T]) -> _T | None:
        text = self.get(at, component)
        if not text:
            return None
        try:
            return read(text)
        except values.BadValueError as bad:
            raise self.broken(f"element {at:02d}: {bad}") from bad


def groups(segments: Sequence[Segment], starts: str | tuple[str, ...]) -> list[list[Segment]]:
    """Runs of segments, each from one with such a tag to the next; what stands before the first is left out."""
    wanted = (starts,) if isinstance(starts, str) else starts
    found: list[list[Segment]] = []
    for segment in segments:
        if segment.tag in wanted:
            found.append([segment])
        elif found:
            found[-1].append(segment)
    return found
