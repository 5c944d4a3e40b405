"""Containers in containers -> the files within, each told by its path ("orders.zip/po 17.pdf")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers import errors, magic
from parsers.containers import archive, closed, outlook, packed, signed, winmail
from parsers.containers.held import MOST_DEEP, Budget, Container, File

CONTAINERS: tuple[Container, ...] = (archive, packed, outlook, winmail, signed, closed)

_MAIL = "message/rfc822"
_MIME = re.compile(rb"(?:mime-version|content-type)[ \t]*:", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\\:*?\"<>|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LONGEST = 200


class Leaf(NamedTuple):
    """A file that is no container, or one that could not be opened: then `trouble` says why, in one sentence."""

    path: str
    media_type: str
    data: bytes
    depth: int
    trouble: str = ""


def opens(media_type: str) -> bool:
    """Whether files of this kind hold others."""
    return _container(media_type) is not None


def leaves(data: bytes, *, path: str, media_type: str, budget: Budget, depth: int = 0) -> Iterator[Leaf]:
    """The files that a file comes to: itself, or what it holds. Never raises for what stands in it."""
    container = _container(media_type)
    if container is None:
        yield Leaf(path, media_type, data, depth)
        return
    if depth >= MOST_DEEP:
        why = f"{path} lies in more than {MOST_DEEP} containers, one in another. Ask the sender for the order itself."
        yield Leaf(path, media_type, b"", depth, why)
        return
    try:
        for file in container.files(data, path, budget):
            inner = path if container is outlook else f"{path}/{_safe(file.name)}"
            kind = _kind(file, container)
            yield from leaves(file.data, path=inner, media_type=kind, budget=budget, depth=depth + 1)
    except errors.UnreadableError as closed_file:
        yield Leaf(path, media_type, b"", depth, str(closed_file))


def _container(media_type: str) -> Container | None:
    return next((one for one in CONTAINERS if media_type in one.KINDS), None)


def _kind(file: File, container: Container) -> str:
    """By its bytes; what was signed in a mail is a piece of mail, header and all, if it is no file."""
    told = magic.media_type(file.data, _MAIL if container is outlook else "")
    return _MAIL if container is signed and told.startswith("text/") and _MIME.match(file.data) else told


def _safe(name: str) -> str:
    """A name as it may be shown: folders kept, nothing that leads out of them."""
    steps = [" ".join(_UNSAFE.sub("", step).split()).strip(". ") for step in re.split(r"[/\\]", name)]
    return "/".join(step for step in steps if step)[-_LONGEST:] or "file"
