"""What a hostile file makes its reader do; the child that reads imports this room, so it needs nothing."""

import os


def hoard(megabytes: int) -> int:
    """What a file that unpacks without end does."""
    return len(bytearray(megabytes * 1_000_000))


def die() -> None:
    """What a fault in a library written in C does."""
    os._exit(139)


def stumble() -> None:
    """What a reader does that has a mistake in it."""
    raise ValueError("an odd file")
