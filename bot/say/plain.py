"""Outside text made fit to be shown: nothing invisible in it, on one line or on several."""

import re
import unicodedata
from collections.abc import Sequence

# What Unicode calls control (Cc), surrogate, private use, unassigned, and the invisible formats (Cf: bidi overrides,
# zero-width marks, tags). The joiners U+200C and U+200D stay where text is said in full: Persian, Hindi and emoji
# are spelt with them.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")


def one_line(text: str, limit: int = 1_000, *, joiners: bool = True) -> str:
    """The text without line breaks or unseen characters, at most `limit` characters long."""
    return cut(_tidy(_BREAKS.sub(" ", _head(text, limit)), joiners=joiners), limit)


def lines(text: str, *, limit: int = 1_000, most: int = 40) -> tuple[str, ...]:
    """The text's own lines, the empty ones left out, each as `one_line` makes it; at most `most` of them."""
    tidied = [one_line(line, limit) for line in _BREAKS.split(text)]
    told = [line for line in tidied if line]
    if len(told) > most:
        return (*told[: most - 1], "…")
    return tuple(told)


def cut(text: str, limit: int) -> str:
    """At most `limit` characters; where something is left out, the last of them is an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def isolated(text: str) -> str:
    """Text that runs from right to left, set apart (UAX #9): a figure of ours beside it stays where we put it."""
    if any(unicodedata.bidirectional(one) in _RIGHT_TO_LEFT for one in text):
        return f"\u2068{text}\u2069"
    return text


def listed(things: Sequence[str], last: str = "and") -> str:
    """A, B and C."""
    if len(things) < 2:  # noqa: PLR2004 - two is what an "and" joins
        return "".join(things)
    return f"{', '.join(things[:-1])} {last} {things[-1]}"


def counted(number: int, thing: str, things: str = "") -> str:
    """1 line, 2 lines."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def _head(text: str, limit: int) -> str:
    # A document may bring megabytes; ten times what is shown is enough to tidy.
    return text[: limit * 10 + 100]


def _tidy(text: str, *, joiners: bool) -> str:
    kept = "".join(
        " " if one == "\t" else one
        for one in text
        if one == "\t" or (joiners and one in _JOINERS) or unicodedata.category(one) not in _UNSEEN
    )
    return _SPACES.sub(" ", kept).strip()
