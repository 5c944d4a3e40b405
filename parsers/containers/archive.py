"""A zip archive (PKWARE APPNOTE): the files in it, without what systems leave there."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from parsers import errors
from parsers.containers.held import Budget, File

KINDS = frozenset({"application/zip"})

_END = struct.Struct("<4s4H2LH")  # end of central directory (4.3.16)
_MOST_DIRECTORY = 4_000_000  # bytes: some 40,000 files
_IS_ENCRYPTED = 0x1
_LEFT_BY_SYSTEMS = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)", re.IGNORECASE)
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, struct.error,
    NotImplementedError, RuntimeError,
)  # fmt: skip


def directory(data: bytes) -> bytes | None:
    """The raw central directory, which names every file; None where the archive has no sound end."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or len(data) < end + _END.size:
        return None
    size = _END.unpack_from(data, end)[5]
    return data[end - size : end] if 0 < size <= end else None


def files(data: bytes, name: str, budget: Budget) -> Iterator[File]:
    """Each file in the archive."""
    listed = directory(data)
    if listed is not None and len(listed) > _MOST_DIRECTORY:
        raise errors.UnreadableError(f"{name} holds more files than are opened. Ask the sender for the order alone.")
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as broken:
        raise _damaged(name) from broken
    with packed:
        found = [one for one in packed.infolist() if not one.is_dir() and not _LEFT_BY_SYSTEMS.search(one.filename)]
        if not found:
            raise errors.UnreadableError(f"{name} is an empty archive. Ask the sender for it again.")
        for member in found:
            yield _file(packed, member, name, budget)


def _file(packed: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: Budget) -> File:
    if member.flag_bits & _IS_ENCRYPTED:
        raise errors.UnreadableError(f"{name} is protected by a password. Ask the sender for the files without one.")
    budget.spend(name, member.file_size, member.compress_size)
    try:
        return File(_named(member), packed.read(member))
    except _BROKEN as broken:
        raise _damaged(name) from broken


def _named(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: without its flag many a program writes UTF-8, which the library reads as cp437."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _damaged(name: str) -> errors.UnreadableError:
    return errors.UnreadableError(f"{name} is a damaged archive and cannot be opened. Ask the sender for it again.")
