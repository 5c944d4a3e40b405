"""A reply as lines, each with how deep it is quoted; plain text and HTML alike."""

import re

from parsers import markup

Line = markup.Line

MOST_LINES = 20_000

# RFC 3676, 4.5: a quoted line starts with ">". Some programs put a space before it, or a full-width one.
_QUOTED = re.compile(r"[ \t\ufeff\u200b]{0,4}([>＞](?:[ \t]?[>＞|])*)[ \t]?")
_BANNER = re.compile(
    r"\W*(?:caution|warning|achtung|attention|external)\W.{0,40}(?:e-?mail|message|sender|absender"
    r"|nachricht|origin|outside)"
    r"|\[?(?:external|extern|externe|externo)(?: e-?mail| sender)?\]?\s*$"
    r"|you don't often get e?mail from|learn why this is important"
    r"|(?:this|diese) e?-?mail (?:originated|comes|came|stammt) .{0,20}(?:outside|external|extern)",
    re.IGNORECASE,
)


def of_text(text: str) -> tuple[Line, ...]:
    """The lines of a plain body; ">" signs become depth."""
    return tuple(_line(line) for line in text.split("\n", MOST_LINES)[:MOST_LINES])


def of_html(html: str) -> tuple[Line, ...]:
    """The lines of an HTML body; what its structure marks as quoted has depth, and so have lines behind ">"."""
    found: list[Line] = []
    for line in markup.lines(html)[:MOST_LINES]:
        plain = _line(line.text)
        found.append(Line(line.depth + plain.depth, plain.text, line.ruled))
    return tuple(found)


def _line(line: str) -> Line:
    quoted = _QUOTED.match(line)
    words = line[quoted.end() :] if quoted else line
    depth = sum(1 for sign in quoted[1] if sign in ">＞|") if quoted else 0
    return Line(depth, words.strip(" \t\r\xa0\ufeff\u200b"))


def is_banner(text: str) -> bool:
    """A warning that a mail gateway put above the words of the sender."""
    return len(text) < 400 and bool(_BANNER.match(text))  # noqa: PLR2004 - such a warning is a sentence or two
