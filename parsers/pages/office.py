"""The XML parts of a packed office file (DOCX, ODT), unpacked within bounds and with entities off."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from parsers import errors
from parsers.containers import archive

MOST_BYTES = 40_000_000  # of one part, unpacked; a letter of a hundred pages has two
MOST_ELEMENTS = 600_000
DEEPEST = 200  # elements in one another: a table in a table in a table has some 40
_MOST_LISTED = 2_000_000
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, struct.error, NotImplementedError,
    RuntimeError,
)  # fmt: skip


class Parts:
    """A packed office file, opened."""

    def __init__(self, data: bytes) -> None:
        if len(archive.directory(data) or b"") > _MOST_LISTED:
            raise _damaged()
        try:
            self._packed = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as broken:
            raise _damaged() from broken
        self._names = frozenset(self._packed.namelist())

    def root(self, name: str) -> ET.Element | None:
        """The root of one part; None where it is not there. Raises UnreadableError where it is broken or too much."""
        if name not in self._names:
            return None
        member = self._packed.getinfo(name)
        if member.file_size > MOST_BYTES:
            size = member.file_size // 1_000_000
            raise errors.UnreadableError(
                f"The document unpacks to {size} MB, which no order needs. A person must look."
            )
        try:
            return _tree(self._packed.read(member))
        except (*_BROKEN, ET.ParseError) as broken:
            raise _damaged() from broken


def _tree(data: bytes) -> ET.Element:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16").encode()
    # ECMA-376, part 2, 8.1.3: no part has a DTD. With none there is no entity either, inside or elsewhere.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise errors.UnreadableError(
            "The document declares entities of its own, which are refused. A person must look."
        )
    depth = count = 0
    reading = ET.iterparse(io.BytesIO(data), events=("start", "end"))  # noqa: S314 - without a DTD nothing grows
    for event, _ in reading:
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise errors.UnreadableError("The document is larger or deeper than any order. A person must look.")
    root: ET.Element = reading.root  # type: ignore[attr-defined]  # the stubs do not know it; the manual does
    return root


def local(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element | None, name: str) -> str:
    """An attribute by its local name; empty where it is not there."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def child(element: ET.Element | None, *path: str) -> ET.Element | None:
    """The first element at a path of local names."""
    for name in path:
        element = None if element is None else next((one for one in element if local(one) == name), None)
    return element


def children(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The elements directly inside that have a local name."""
    return (one for one in element if local(one) == name)


def number(text: str, most: int) -> int:
    """A count as an attribute gives it, from 1 to `most`."""
    return max(1, min(int(text), most)) if text.isdigit() and len(text) < 6 else 1  # noqa: PLR2004 - a count, no bomb


def _damaged() -> errors.UnreadableError:
    return errors.UnreadableError("The document is damaged and cannot be opened. Ask the sender for it again.")
