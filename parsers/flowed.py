"""Paragraphs that a mail program wrapped for the wire, put together again (RFC 3676)."""

import re

_QUOTES = re.compile(r">*")


def unwrap(text: str, *, without_space: bool = False) -> str:
    """Join flowed lines of one quote depth; `without_space` is DelSp=yes (the space at the end was added)."""
    out: list[list[str]] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        depth, words = _split(line)
        is_signature = words == "-- "  # RFC 3676, 4.3: never flowed
        flows = words.endswith(" ") and not is_signature
        if flows and without_space:
            words = words[:-1]
        if open_depth == depth and not is_signature:
            out[-1].append(words)
        else:
            out.append([">" * depth + " " if depth else "", words])
        open_depth = depth if flows else None
    return "\n".join("".join(pieces) for pieces in out)


def _split(line: str) -> tuple[int, str]:
    """The quote depth, and the words without the stuffed space (RFC 3676, 4.4 and 4.5)."""
    line = line.removesuffix("\r")
    depth = len(_QUOTES.match(line)[0])  # type: ignore[index]  # this pattern matches any string
    return depth, line[depth:].removeprefix(" ")
