"""What a container holds, and what opening may still cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from parsers import errors

MOST_DEEP = 5
MOST_FILES = 300
MOST_BYTES = 250_000_000  # unpacked, of one mail or file in all
MOST_TIMES = 150  # a file that grows more than this when unpacked is made to do harm; text shrinks 5 to 40 times
_FREE = 5_000_000  # bytes below which growth does not matter


class File(NamedTuple):
    """One file in a container: its name there (folders parted by "/"), and its bytes."""

    name: str
    data: bytes


@dataclass(slots=True)
class Budget:
    """What opening may still cost, over all containers of one mail or file."""

    files: int = MOST_FILES
    size: int = MOST_BYTES

    def spend(self, name: str, size: int, packed: int) -> None:
        """Take one file that unpacks from `packed` to `size` bytes. Raises UnreadableError where that is too much."""
        self.files -= 1
        self.size -= size
        if self.files < 0:
            raise errors.UnreadableError(
                f"{name} holds more files than are opened ({MOST_FILES}). Ask the sender for the order alone."
            )
        if self.size < 0 or (size > _FREE and size > MOST_TIMES * max(packed, 1)):
            raise errors.UnreadableError(f"{name} unpacks to far more than any order needs. A person must look.")


class Container(Protocol):
    """A kind of file that holds others."""

    KINDS: frozenset[str]

    def files(self, data: bytes, name: str, budget: Budget) -> Iterator[File]:
        """Each file in it; raises UnreadableError with one sentence where it cannot be opened, or no further."""
        ...
