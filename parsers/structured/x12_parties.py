"""The N1 loops of an X12 message: who buys, sells, is billed, and where the goods go."""

from dataclasses import dataclass, field, replace

from desk.reading import Party
from parsers.structured import x12_codes
from parsers.structured.draft import address
from parsers.structured.segments import Segment


@dataclass
class Parties:
    """Whoever the N1 loops name, by role, with the segments that say so."""

    found: dict[str, Party] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    role: str = ""
    buying: Segment | None = None  # a PER of the order itself: who buys

    def hear(self, segment: Segment) -> bool:
        """Takes what belongs to an N1 loop; False for any other segment."""
        match segment.tag:
            case "N1":
                role = x12_codes.PARTIES.get(segment.get(1), "")
                self.role = role if role not in self.found else ""
                self._more(segment, name=segment.get(2) or None, id=segment.get(4) or None)
            case "N2":
                more = " ".join(filter(None, (segment.get(1), segment.get(2))))
                self._more(segment, name=" ".join(filter(None, (self._now.name, more))) or None)
            case "N3":
                self._more(segment, address=address([self._now.address or "", segment.get(1), segment.get(2)]))
            case "N4":
                place = [segment.get(at) for at in (1, 2, 3, 4)]
                self._more(segment, address=address([self._now.address or "", *place]))
            case "PER" if self.role:
                self._more(segment, **contact(segment))
            case _:
                return False
        return True

    def settle(self, sender: Segment) -> None:
        """The buyer, where no N1 names one: ISA06 is who sends; with the contact of the order itself."""
        if "buyer" not in self.found and sender.get(6):
            self.found["buyer"] = Party(id=sender.get(6))
            self.shown["buyer"] = sender.shown
        if self.buying and "buyer" in self.found and not self.found["buyer"].contact:
            self.role = "buyer"
            self._more(self.buying, **contact(self.buying))

    @property
    def _now(self) -> Party:
        return self.found.get(self.role, Party())

    def _more(self, segment: Segment, **what: str | None) -> None:
        if self.role:
            said = {name: value for name, value in what.items() if value}
            self.found[self.role] = replace(self._now, **said)
            self.shown[self.role] = f"{self.shown.get(self.role, '')} {segment.shown}".strip()


def contact(segment: Segment) -> dict[str, str | None]:
    """PER: a name, and the address among its numbers."""
    pairs = {segment.get(at): segment.get(at + 1) for at in (3, 5, 7)}
    return {"contact": segment.get(2) or None, "email": pairs.get("EM") or None}
