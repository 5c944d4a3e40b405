"""winmail.dat: the files that Outlook hides from other programs (MS-OXTNEF)."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from parsers import errors
from parsers.containers.held import Budget, File

KINDS = frozenset({"application/ms-tnef"})

_SIGNATURE = 0x223E9F78
_HEAD = struct.Struct("<BHHL")  # level, id, type, length (2.1.3.1)
_RENDERING, _TITLE, _DATA, _PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_LETTER, _PLAIN = 0x9003, 0x800C
_LONG_NAME, _SHORT_NAME, _OBJECT, _BODY, _HTML = 0x3707, 0x3704, 0x3701, 0x1000, 0x1013
_SIZES = {0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_STRING, _WIDE, _THING, _BINARY = 0x1E, 0x1F, 0x0D, 0x102
_MANY, _NAMED = 0x1000, 0x8000
_GUID = 16
_MOST_PROPERTIES = 5_000


class _Attribute(NamedTuple):
    level: int
    id: int
    data: bytes


def files(data: bytes, name: str, budget: Budget) -> Iterator[File]:
    """The files in it; a mail in it is another winmail.dat. Where it holds none, the letter that it is."""
    found = list(_attributes(data, name))
    attached: list[list[_Attribute]] = []
    for one in found:
        if one.id == _RENDERING:
            attached.append([])
        elif one.level == 2 and attached:  # noqa: PLR2004 - the level of attachments
            attached[-1].append(one)
    came = [_file(parts, place) for place, parts in enumerate(attached, 1)]
    for file in [one for one in came if one.data] or _letter(found):
        budget.spend(name, len(file.data), len(file.data))
        yield file


def _attributes(data: bytes, name: str) -> Iterator[_Attribute]:
    if len(data) < 6 or int.from_bytes(data[:4], "little") != _SIGNATURE:  # noqa: PLR2004 - signature and key
        raise errors.UnreadableError(f"{name} is a damaged winmail.dat. Ask the sender to send the order as a PDF.")
    at = 6
    while at + _HEAD.size <= len(data):
        level, number, _, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        if at + length > len(data):
            raise errors.UnreadableError(f"{name} is cut off. Ask the sender to send the order as a PDF.")
        yield _Attribute(level, number, data[at : at + length])
        at += length + 2  # the checksum: programs of old write it wrongly


def _file(parts: list[_Attribute], place: int) -> File:
    name, data = "", b""
    for part in parts:
        if part.id == _TITLE:
            name = name or _text(part.data)
        elif part.id == _DATA:
            data = part.data
        elif part.id == _PROPERTIES:
            told = dict(_properties(part.data))
            long = told.get(_LONG_NAME) or told.get(_SHORT_NAME)
            name = long if isinstance(long, str) and long else name
            thing = told.get(_OBJECT)
            if isinstance(thing, bytes) and len(thing) > _GUID and not data:
                data = thing[_GUID:]
    return File(name or f"file {place}", data)


def _letter(found: list[_Attribute]) -> list[File]:
    """The words, where there is nothing else: as HTML, else as text."""
    told = dict(pair for one in found if one.id == _LETTER for pair in _properties(one.data))
    html, body = told.get(_HTML), told.get(_BODY)
    if isinstance(html, bytes) and html.strip():
        return [File("letter.html", html)]
    if isinstance(body, str) and body.strip():
        return [File("letter.txt", body.encode())]
    return [File("letter.txt", one.data.rstrip(b"\0")) for one in found if one.id == _PLAIN][:1]


def _properties(data: bytes) -> Iterator[tuple[int, str | bytes]]:
    """The written and binary properties (2.1.3.4); what does not add up ends the list."""
    try:
        (count,) = struct.unpack_from("<L", data)
        at = 4
        for _ in range(min(count, _MOST_PROPERTIES)):
            kind, number = struct.unpack_from("<HH", data, at)
            at = _after_name(data, at + 4) if number >= _NAMED else at + 4
            values, at = _values(data, at, kind)
            if values:
                yield number, values[0]
    except struct.error:
        return


def _after_name(data: bytes, at: int) -> int:
    (by_string,) = struct.unpack_from("<L", data, at + _GUID)
    if not by_string:
        return at + _GUID + 8
    (length,) = struct.unpack_from("<L", data, at + _GUID + 4)
    return at + _GUID + 8 + _padded(length)


def _values(data: bytes, at: int, kind: int) -> tuple[list[str | bytes], int]:
    plain = kind & ~_MANY
    is_long = plain in (_STRING, _WIDE, _THING, _BINARY)
    count = 1
    if is_long or kind & _MANY:
        (count,) = struct.unpack_from("<L", data, at)
        at += 4
    if not is_long:
        return [], at + _SIZES.get(plain, len(data)) * count
    values: list[str | bytes] = []
    for _ in range(min(count, _MOST_PROPERTIES)):
        (length,) = struct.unpack_from("<L", data, at)
        raw = data[at + 4 : at + 4 + length]
        at += 4 + _padded(length)
        if plain == _WIDE:
            values.append(raw.decode("utf-16-le", "replace").rstrip("\0"))
        else:
            values.append(_text(raw) if plain == _STRING else raw)
    return values, at


def _padded(length: int) -> int:
    return (length + 3) & ~3


def _text(raw: bytes) -> str:
    bare = raw.rstrip(b"\0")
    try:
        return bare.decode("utf-8")
    except UnicodeDecodeError:
        return bare.decode("cp1252", "replace")
