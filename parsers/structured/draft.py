"""What an exact format says of one order, gathered field by field with its evidence, before it is proved."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from desk.reading import Doubt, Evidence, Kind, Line, Order, Party
from parsers.structured import values
from parsers.structured.segments import Segment

Zero = Decimal(0)


@dataclass
class Item:
    """One line as far as it is read: its fields, what was sent for each, charges that Line has no field for, and the
    unit that its price is for, where one is stated.
    """

    line: Line = field(default_factory=lambda: Line(None))
    shown: dict[str, str] = field(default_factory=dict)
    charge: Decimal = Zero
    basis: str = ""

    def say(self, name: str, value: Any, text: str) -> None:
        """A field of the line, unless it was said before or there is nothing to say."""
        if value is not None and value != "" and getattr(self.line, name) is None:
            self._set(name, value)
            self.shown[name] = text

    def add(self, name: str, amount: Decimal, text: str) -> None:
        """One more amount of a field that may come in parts."""
        self._set(name, (getattr(self.line, name) or Zero) + amount)
        self.shown[name] = _joined(self.shown.get(name), text)

    def note(self, name: str, words: str, text: str, *, between: str = ", ") -> None:
        """More words of a field."""
        if words:
            before = getattr(self.line, name)
            self._set(name, f"{before}{between}{words}" if before else words)
            self.shown[name] = _joined(self.shown.get(name), text)

    def split(self, quantity: Decimal, text: str, **where: Any) -> "Item":
        """The part of this line for one place or day; the line's own amount and discount are not split."""
        part = Item(replace(self.line, quantity=quantity, amount=None, **where), dict(self.shown), basis=self.basis)
        for name in ("quantity", *where):
            part.shown[name] = text
        part.shown.pop("amount", None)
        return part

    def _set(self, name: str, value: Any) -> None:
        self.line = replace(self.line, **{name: value})


@dataclass
class Draft:
    """One order while it is read. `counted` tells that the message's own counts agree with what was read."""

    part: str
    kind: Kind = Kind.PURCHASE_ORDER
    order: Order = field(default_factory=lambda: Order(()))
    shown: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    proofs: list[str] = field(default_factory=list)
    charges: Decimal = Zero
    is_counted: bool = False

    def say(self, name: str, value: Any, text: str) -> None:
        """A field of the order, unless it was said before or there is nothing to say."""
        if value is not None and value != "" and getattr(self.order, name) is None:
            self._set(name, value)
            self.shown[name] = text

    def add(self, name: str, amount: Decimal, text: str) -> None:
        """One more discount, tax or freight."""
        self._set(name, (getattr(self.order, name) or Zero) + amount)
        self.shown[name] = _joined(self.shown.get(name), text)

    def note(self, name: str, words: str, text: str) -> None:
        """More words of a field; the same words twice are said once."""
        before = getattr(self.order, name)
        if words and words not in (before or ""):
            self._set(name, f"{before}; {words}" if before else words)
            self.shown[name] = _joined(self.shown.get(name), text)

    def party(self, name: str, party: Party, text: str) -> None:
        """Somebody of the order, unless nothing is said of them."""
        if party != Party():
            self.say(name, party, text)

    def doubt(self, name: str, why: str, *guesses: str) -> None:
        """One question to a person."""
        self.doubts.append(Doubt(name, why, guesses))

    def strange(self, segments: Sequence[Segment]) -> None:
        """Segments that no such message holds: told, not passed over."""
        if segments:
            first = segments[0]
            more = f" (and {len(segments) - 1} more)" if len(segments) > 1 else ""
            why = (
                f"What does segment {first.place} ({first.tag}){more} say? No order of this format has such a segment."
            )
            self.doubt("file", why, first.shown)

    def whole(self) -> Order:
        """The order with its lines, evidence and proofs."""
        evidence = {name: Evidence(self.part, 1, text) for name, text in self.shown.items()}
        for at, item in enumerate(self.items):
            evidence.update({f"lines.{at}.{name}": Evidence(self.part, 1, text) for name, text in item.shown.items()})
        lines = tuple(item.line for item in self.items)
        return replace(self.order, lines=lines, evidence=evidence, proofs=tuple(self.proofs))

    def _set(self, name: str, value: Any) -> None:
        self.order = replace(self.order, **{name: value})


def address(parts: Sequence[str]) -> str | None:
    """The lines of an address on one line."""
    return ", ".join(part.strip() for part in parts if part.strip()) or None


def bad_gtins(items: Sequence[Item]) -> list[tuple[int, str]]:
    """Lines whose GTIN fails its own check digit."""
    return [
        (at, item.line.gtin)
        for at, item in enumerate(items)
        if item.line.gtin is not None and not values.gtin_holds(item.line.gtin)
    ]


def _joined(before: str | None, text: str) -> str:
    return f"{before} {text}" if before and text not in before else text
