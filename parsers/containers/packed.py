"""One file packed by gzip (RFC 1952)."""

import re
import zlib
from collections.abc import Iterator

from parsers import errors
from parsers.containers.held import MOST_BYTES, Budget, File

KINDS = frozenset({"application/gzip"})
_GZIP = 31  # zlib's word for a window of 32 KB in a gzip wrapper
_STEP = 1_000_000
_MOST_PIECES = 64


def files(data: bytes, name: str, budget: Budget) -> Iterator[File]:
    """The one file in it."""
    unpacked = bytearray()
    rest = data
    for _ in range(_MOST_PIECES):  # a file may be several such pieces, one after the other
        if rest.startswith(b"\x1f\x8b"):
            rest = _piece(rest, unpacked, name)
    budget.spend(name, len(unpacked), len(data))
    yield File(re.sub(r"\.gz$", "", re.sub(r"\.tgz$", ".tar", name.rpartition("/")[2])), bytes(unpacked))


def _piece(data: bytes, unpacked: bytearray, name: str) -> bytes:
    machine = zlib.decompressobj(_GZIP)
    waiting = data
    try:
        while waiting and not machine.eof:
            unpacked += machine.decompress(waiting, _STEP)
            waiting = machine.unconsumed_tail
            # Told while it grows: what it says about its own size at its end is not to be believed.
            Budget(size=MOST_BYTES).spend(name, len(unpacked), len(data))
    except zlib.error as broken:
        raise _damaged(name) from broken
    if not machine.eof:
        raise _damaged(name)
    return machine.unused_data


def _damaged(name: str) -> errors.UnreadableError:
    return errors.UnreadableError(f"{name} is a damaged gzip file and cannot be opened. Ask the sender for it again.")
