"""Archives that stay closed: tar, 7z, rar, bzip2, xz and cabinets."""

from typing import NoReturn

from parsers import errors, magic
from parsers.containers.held import Budget

_CALLED = {
    "application/x-tar": "tar archive",
    "application/x-7z-compressed": "7z archive",
    "application/vnd.rar": "rar archive",
    "application/x-bzip2": "bzip2 file",
    "application/x-xz": "xz file",
    "application/vnd.ms-cab-compressed": "cabinet",
}
KINDS = frozenset(_CALLED)


def files(data: bytes, name: str, budget: Budget) -> NoReturn:  # noqa: ARG001 - nothing is spent on what stays closed
    """None: one sentence says so."""
    called = _CALLED.get(magic.media_type(data), "archive")
    raise errors.UnreadableError(
        f"{name} is a {called}, which is not opened. Ask the sender for the files themselves, or for a zip."
    )
