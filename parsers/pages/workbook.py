"""What an XLSX says of its sheets beside their values: how far they reach, and what they hide (ECMA-376, part 1)."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from parsers import errors

_MOST_BYTES = 150_000_000  # unpacked
_MOST_CELLS = 2_000_000
_LONGEST = 40_000  # letters in a cell; Excel itself takes 32,767
_MOST_LETTERS = 300_000_000  # in all cells, each shared text as often as it is shown
_FARTHEST_ROW = 100_000
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, LookupError, NotImplementedError,
    RuntimeError,
)  # fmt: skip

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?\bname=\"([^\"]*)\"[^>]*?\br?:?id=\"([^\"]*)\"")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_SHARED = re.compile(rb"<(?:\w+:)?c\b[^>]*?\bt=\"s\"")
_ITEM = re.compile(rb"<(?:\w+:)?si\b")
_FAR_COLUMN = re.compile(rb"\br=\"[A-Z]{3}\d")
_HIDDEN = re.compile(rb"\bhidden=\"(?:1|true)\"")


class Hidden(NamedTuple):
    """Rows and columns of one sheet that are not shown, counted from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def look(data: bytes) -> dict[str, Hidden]:
    """From each sheet's name to what it hides; nothing for what is no XLSX.

    Raises UnreadableError where the workbook is broken, or would take far more room than any order needs.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _refuse_bombs(packed)
            return dict(_sheets(packed))
    except _BROKEN as broken:
        raise errors.UnreadableError(
            "The spreadsheet is broken and cannot be opened. Ask the sender for it again."
        ) from broken


def _refuse_bombs(packed: zipfile.ZipFile) -> None:
    unpacked = sum(member.file_size for member in packed.infolist())
    if unpacked > _MOST_BYTES:
        raise errors.UnreadableError(
            f"The spreadsheet unpacks to {unpacked // 1_000_000} MB, which no order needs. A person must look."
        )


def _sheets(packed: zipfile.ZipFile) -> Iterator[tuple[str, Hidden]]:
    names = set(packed.namelist())
    if "xl/workbook.xml" not in names:
        return
    links = dict(_links(packed.read("xl/_rels/workbook.xml.rels"))) if "xl/_rels/workbook.xml.rels" in names else {}
    longest = _longest(packed.read("xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else 0
    for name, link in _SHEET.findall(packed.read("xl/workbook.xml")):
        part = links.get(link, b"").decode("utf-8", "replace").lstrip("/")
        part = part if part.startswith("xl/") else f"xl/{part}"
        if part in names:
            xml = packed.read(part)
            _refuse_sprawl(xml, longest)
            yield _plain(name.decode("utf-8", "replace")), _hidden(xml)


def _links(xml: bytes) -> Iterator[tuple[bytes, bytes]]:
    for link in _LINK.findall(xml):
        found = {name: re.search(rb"\b" + name + rb"=\"([^\"]*)\"", link) for name in (b"Id", b"Target")}
        yield tuple(told[1] if told else b"" for told in found.values())  # type: ignore[misc]  # there are two


def _longest(xml: bytes) -> int:
    """Bytes of the longest shared text, with what marks it up."""
    starts = [match.start() for match in _ITEM.finditer(xml)]
    return max((end - start for start, end in zip(starts, [*starts[1:], len(xml)], strict=True)), default=0)


def _refuse_sprawl(xml: bytes, longest: int) -> None:
    """A cell far away from the others makes a table of billions; a long text shown everywhere takes all memory."""
    far = _last_row(xml) > _FARTHEST_ROW or _FAR_COLUMN.search(xml)
    cells = len(_CELL.findall(xml))
    if far or cells > _MOST_CELLS:
        raise errors.UnreadableError(
            "The spreadsheet reaches further than any order: it has too many cells, or one far away from the others."
            " Ask the sender for the order alone."
        )
    if longest > _LONGEST and longest * len(_SHARED.findall(xml)) > _MOST_LETTERS:
        raise errors.UnreadableError("The spreadsheet shows a long text far too often. A person must look.")


def _last_row(xml: bytes) -> int:
    at = max(xml.rfind(b"<row "), xml.rfind(b":row "))
    told = re.search(rb"\br=\"(\d{1,9})\"", xml[at : at + 200]) if at >= 0 else None
    return int(told[1]) if told else 0


def _hidden(xml: bytes) -> Hidden:
    if not _HIDDEN.search(xml):
        return Hidden()
    rows = {_count(row, b"r") - 1 for row in _ROW.findall(xml) if _HIDDEN.search(row)}
    columns = [column for column in _COLUMN.findall(xml) if _HIDDEN.search(column)]
    spans = [range(_count(column, b"min") - 1, min(_count(column, b"max"), 1_000)) for column in columns]
    return Hidden(frozenset(rows - {-1}), frozenset(at for span in spans for at in span))


def _count(attributes: bytes, name: bytes) -> int:
    told = re.search(rb"\b" + name + rb"=\"(\d{1,7})\"", attributes)
    return int(told[1]) if told else 0


def _plain(name: str) -> str:
    for code, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        name = name.replace(code, sign)
    return name
