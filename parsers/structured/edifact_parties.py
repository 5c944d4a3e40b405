"""The NAD groups of an EDIFACT message: who buys, sells, is billed, and where the goods go."""

from dataclasses import dataclass, field, replace

from desk.reading import Party
from parsers.structured import edifact_codes
from parsers.structured.draft import address
from parsers.structured.segments import Segment


@dataclass
class Parties:
    """Whoever the NAD groups name, by role, with the segments that say so."""

    found: dict[str, Party] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    role: str = ""

    def hear(self, segment: Segment) -> bool:
        """Takes NAD and its contact; False for any other segment."""
        match segment.tag:
            case "NAD":
                role = edifact_codes.PARTIES.get(segment.get(1), "")
                self.role = role if role not in self.found else ""
                self._more(segment, party(segment))
            case "CTA":
                self._more(segment, replace(self._now, contact=segment.get(2, 1) or segment.get(2) or None))
            case "COM":
                if segment.get(1, 1) == "EM":
                    self._more(segment, replace(self._now, email=segment.get(1)))
            case _:
                return False
        return True

    @property
    def _now(self) -> Party:
        return self.found.get(self.role, Party())

    def _more(self, segment: Segment, now: Party) -> None:
        if self.role:
            self.found[self.role] = now
            self.shown[self.role] = f"{self.shown.get(self.role, '')} {segment.shown}".strip()


def party(segment: Segment) -> Party:
    """NAD: id (GLN or another), name and address, structured or as lines."""
    loose = [line for line in (one.strip() for one in segment.all(3)) if line]
    name = " ".join(filter(None, (one.strip() for one in segment.all(4))))
    where = [*(segment.all(5)), segment.get(6), segment.get(7), segment.get(7, 3), segment.get(8), segment.get(9)]
    if not name and loose:
        name, *loose = loose
    return Party(name=name or None, id=segment.get(2) or None, address=address([*loose, *where]))
