"""The tree of a message: its parts, split within caps on depth, number and size."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers import headers, transfer

MOST_DEEP = 16
MOST_PARTS = 1_000
MOST_BYTES = 400_000_000

# A line that looks like a boundary, followed by a field of a part: for messages whose boundary is told wrongly.
_GUESS = re.compile(rb"^--([^\s-][^\r\n]{0,200}?)[ \t]*\r?\n(?=content-[a-z-]+[ \t]*:)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Node:
    """One part: its place ("1.2", "" for the whole), its fields, its raw body, and the parts within it."""

    path: str
    fields: headers.Fields
    kind: str
    parameters: dict[str, str]
    body: bytes
    children: tuple["Node", ...] = ()

    @property
    def data(self) -> bytes:
        """The body with its transfer coding undone."""
        return transfer.decode(self.body, _first(self.fields, "content-transfer-encoding"))

    @property
    def disposition(self) -> str:
        """Whether it is "inline" or an "attachment"; empty where nothing is said."""
        return headers.parameters(_first(self.fields, "content-disposition"))[0]

    @property
    def name(self) -> str:
        """The file name as the sender gave it, decoded; empty where there is none."""
        _, told = headers.parameters(_first(self.fields, "content-disposition"))
        return headers.words(told.get("filename") or self.parameters.get("name") or "")


@dataclass(slots=True)
class Budget:
    """What opening may still cost; `troubles` says in sentences what was left closed."""

    parts: int = MOST_PARTS
    size: int = MOST_BYTES
    troubles: list[str] = field(default_factory=list)

    def spend(self, size: int) -> bool:
        """Take one part of this size, or say no."""
        self.parts -= 1
        self.size -= size
        if self.parts >= 0 and self.size >= 0:
            return True
        self.tell("The message has more parts than are opened; the rest stays in the raw message.")
        return False

    def tell(self, trouble: str) -> None:
        """Keep a sentence, once."""
        if trouble not in self.troubles:
            self.troubles.append(trouble)


def open_up(raw: bytes, budget: Budget, *, path: str = "", depth: int = 0, otherwise: str = "text/plain") -> Node:
    """Split a message or part into its tree. Never raises; what a cap leaves closed is a leaf."""
    block, body = headers.split(raw)
    fields = headers.fields(block)
    kind, parameters = headers.parameters(_first(fields, "content-type") or otherwise)
    if "/" not in kind:
        kind = otherwise
    if not kind.startswith("multipart/"):
        return Node(path, fields, kind, dict(parameters), body)
    if depth >= MOST_DEEP:
        budget.tell(f"Parts are nested more than {MOST_DEEP} deep; what lies deeper stays in the raw message.")
        return Node(path, fields, "application/octet-stream", {}, body)
    children = tuple(_children(body, kind, parameters.get("boundary", ""), budget, path=path, depth=depth))
    if not children:
        budget.tell("The message says that it has parts, but their boundary is not in it; it was read as one text.")
        return Node(path, fields, otherwise, {}, body)
    return Node(path, fields, kind, dict(parameters), body, children)


def _children(body: bytes, kind: str, boundary: str, budget: Budget, *, path: str, depth: int) -> Iterator[Node]:
    # RFC 2046, 5.1.5: a part of a digest is a message unless it says otherwise.
    otherwise = "message/rfc822" if kind == "multipart/digest" else "text/plain"
    for place, piece in enumerate(_pieces(body, boundary), 1):
        if not budget.spend(len(piece)):
            return
        inner = f"{path}.{place}" if path else str(place)
        yield open_up(piece, budget, path=inner, depth=depth + 1, otherwise=otherwise)


def _pieces(body: bytes, boundary: str) -> Iterator[bytes]:
    """The bytes between boundary lines (RFC 2046, 5.1.1); a missing end is the end of the message."""
    mark = boundary.encode("utf-8", "replace").rstrip()
    if not mark or b"--" + mark not in body:
        guess = _GUESS.search(body)
        if guess is None:
            return
        mark = guess[1]
    begun: int | None = None
    for line in re.finditer(rb"(?:\A|\r?\n)--" + re.escape(mark) + rb"(--)?[ \t]*(?=\r?\n|\Z)", body):
        if begun is not None:
            yield body[begun : line.start()]
        if line[1]:
            return
        begun = line.end() + (2 if body.startswith(b"\r\n", line.end()) else 1)
    if begun is not None and begun < len(body):
        yield body[begun:]


def _first(fields: headers.Fields, name: str) -> str:
    values = fields.get(name)
    return values[0] if values else ""
