"""XML as a tree that no document can make grow: no entities, no DTD of its own, nothing fetched, size bounded."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar
from xml.parsers import expat

from parsers import errors
from parsers.structured import values

_T = TypeVar("_T")
_DEEPEST = 60
_MOST = 400_000  # elements; an order of 2,000 lines has some 150,000
_LONGEST = 400  # characters of an element that are kept as evidence
_NONE: Mapping[str, str] = {}
_NOBODY: list["Node"] = []  # never written to: replaced by the first child
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_ASK = "ask the sender to send the file again"


class XmlError(errors.UnreadableError):
    """A document that is damaged or refused at one element: "Line 14 (Quantity): what is wrong; …"."""

    def __init__(self, line: int, name: str, why: str) -> None:
        super().__init__(f"Line {line} ({name}): {why}; {_ASK}." if name else f"Line {line}: {why}; {_ASK}.")
        self.line, self.name = line, name


@dataclass(slots=True)
class Node:
    """One element: local name and namespace, attributes by local name, its own text, and what stands inside it."""

    name: str
    space: str
    attributes: Mapping[str, str]
    line: int
    origin: bytes
    start: int
    end: int = 0
    text: str = ""
    inside: Sequence["Node"] = ()

    def all(self, path: str) -> Iterator["Node"]:
        """Every element at a path of local names such as "Item/Name"."""
        first, _, rest = path.partition("/")
        for node in self.inside:
            if node.name == first:
                if rest:
                    yield from node.all(rest)
                else:
                    yield node

    def find(self, path: str) -> "Node | None":
        """The first element at a path."""
        return next(self.all(path), None)

    def first(self, *paths: str) -> "Node | None":
        """The first element with text at the first path that has one."""
        found = (node for path in paths for node in self.all(path) if node.said)
        return next(found, None)

    def need(self, path: str) -> "Node":
        """An element with text that the standard makes mandatory."""
        found = self.find(path)
        if found is None or not (found.said or found.inside):
            raise self.broken(f"{path} is missing; the standard makes it mandatory")
        return found

    def words(self, path: str) -> str:
        """The text of the first such element, or ""."""
        found = self.find(path)
        return found.said if found else ""

    @property
    def said(self) -> str:
        """Its text on one line."""
        return " ".join(self.text.split())

    @property
    def shown(self) -> str:
        """The element as evidence: what was sent, shortened where it is very long."""
        raw = self.origin[self.start : min(self.end, self.start + 2 * _LONGEST)]
        return " ".join(raw.decode("utf-8", "replace").split())[:_LONGEST]

    @property
    def opening(self) -> str:
        """Its first tag, with the attributes, as evidence."""
        stop = self.origin.find(b">", self.start, self.end) + 1
        return " ".join(self.origin[self.start : stop].decode("utf-8", "replace").split())[:_LONGEST]

    def number(self) -> Decimal:
        """Its text as a figure."""
        return self._value(values.number)

    def day(self) -> date:
        """Its text as a day (ISO 8601)."""
        return self._value(values.iso)

    def coded(self, code: str) -> date:
        """Its text as a day in a format of UN/EDIFACT 2379."""
        return self._value(lambda text: values.coded(text, code))

    def attribute_day(self, name: str) -> date | None:
        """An attribute as a day, or None where it is not there."""
        return self._attribute(name, values.iso)

    def attribute_number(self, name: str) -> Decimal | None:
        """An attribute as a figure, or None where it is not there."""
        return self._attribute(name, values.number)

    def broken(self, why: str) -> XmlError:
        """The error that names this element."""
        return XmlError(self.line, self.name, why)

    def _value(self, read: Callable[[str], _T]) -> _T:
        try:
            return read(self.said)
        except values.BadValueError as bad:
            raise self.broken(str(bad)) from bad

    def _attribute(self, name: str, read: Callable[[str], _T]) -> _T | None:
        text = self.attributes.get(name, "").strip()
        if not text:
            return None
        try:
            return read(text)
        except values.BadValueError as bad:
            raise self.broken(f"{name}: {bad}") from bad


def parse(data: bytes) -> Node:
    """The root of a document. Raises XmlError where it is not well formed, or tries what no order needs."""
    if data.startswith(_WIDE):
        data = data.decode("utf-16", "replace").encode()
        return _Growing(data, "utf-8").root()
    # Some writers put a blank line, or a byte order mark and one, before the declaration.
    return _Growing(data.lstrip(b"\xef\xbb\xbf \t\r\n"), None).root()


class _Growing:
    """A tree while expat reads it."""

    def __init__(self, data: bytes, encoding: str | None) -> None:
        self.data = data
        self.open: list[Node] = []
        self.within: list[list[Node]] = []  # what stands inside each open element
        self.top: Node | None = None
        self.count = 0
        self.parser = expat.ParserCreate(encoding, " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.finish
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.refuse
        self.parser.SkippedEntityHandler = self.refuse

    def root(self) -> Node:
        """Reads it all."""
        try:
            self.parser.Parse(self.data, True)  # noqa: FBT003 - expat takes it by place
        except expat.ExpatError as wrong:
            inside = self.open[-1].name if self.open else ""
            raise XmlError(wrong.lineno, inside, f"the XML is damaged ({expat.ErrorString(wrong.code)})") from wrong
        except (LookupError, ValueError) as wrong:  # a declared encoding that nobody knows
            raise XmlError(1, "", "the XML is in an encoding that is not read") from wrong
        if self.top is None:
            raise XmlError(1, "", "the XML holds nothing")
        return self.top

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.count += 1
        line = self.parser.CurrentLineNumber
        if self.count > _MOST or len(self.open) >= _DEEPEST:
            raise XmlError(
                line, "", f"the XML is larger or deeper than any order (over {_MOST:,} or {_DEEPEST} levels)"
            )
        space, _, local = name.rpartition(" ")
        # Hundreds of thousands of empty dicts and lists cost more than all else: most elements need neither.
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()} if attributes else _NONE
        node = Node(local, space, own, line, self.data, self.parser.CurrentByteIndex)
        if not self.open:
            self.top = node
        elif self.open[-1].inside:
            self.within[-1].append(node)
        else:
            self.within[-1] = [node]
            self.open[-1].inside = self.within[-1]
        self.open.append(node)
        self.within.append(_NOBODY)

    def finish(self, _name: str) -> None:
        """An element ends."""
        node = self.open.pop()
        self.within.pop()
        stop = self.data.find(b">", self.parser.CurrentByteIndex, self.parser.CurrentByteIndex + 1000)
        node.end = stop + 1 if stop >= 0 else self.parser.CurrentByteIndex

    def text(self, words: str) -> None:
        """Characters inside the open element."""
        self.open[-1].text += words

    def doctype(self, name: str, _system: str | None, _public: str | None, has_own: int) -> None:
        """A DTD elsewhere is never fetched; one inside can declare entities and defaults that multiply."""
        if has_own:
            self.refuse(name)

    def refuse(self, *_declared: object) -> None:
        """Entities, of any kind."""
        line = self.parser.CurrentLineNumber
        why = "the XML declares or uses entities of its own, which are refused: no order needs them"
        raise XmlError(line, "DOCTYPE", why)
