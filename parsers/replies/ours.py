"""Which lines of a reply are words of the letter that we sent, however they were wrapped, marked or re-told."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers import markup
from parsers.replies import lines

# Three words in a row are the least that two people rarely write alike.
RUN = 3
# What a line has at most that is not ours word for word.
MOST_OF_IT = 0.9
MOST_WORDS = 60_000

_LINK = re.compile(r"<?(?:https?://|mailto:|www\.|cid:)[^\s>]+>?|\[(?:image|cid|inline)[^\]\n]{0,200}\]", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def words(text: str) -> tuple[str, ...]:
    """Words without links, case and signs; scripts without spaces go letter by letter."""
    has_link = ":" in text or "www." in text or "[" in text
    plain = _LINK.sub(" ", text) if has_link else text
    if plain.isascii() or not _EAST.search(plain):
        return tuple(_WORD.findall(plain.casefold()))
    spread = _EAST.sub(lambda letter: f" {letter[0]} ", plain)
    return tuple(word.casefold() for word in _WORD.findall(spread))


@dataclass(frozen=True, slots=True)
class Ours:
    """What we sent, as runs of words, as short lines, and as pairs that lead to a word of approval."""

    runs: frozenset[tuple[str, ...]]
    short_lines: frozenset[tuple[str, ...]]
    is_empty: bool


@functools.lru_cache(maxsize=32)
def of_letters(texts: tuple[str, ...], htmls: tuple[str, ...]) -> Ours:
    """Take in the letters of a thread, text and HTML."""
    runs: set[tuple[str, ...]] = set()
    short: set[tuple[str, ...]] = set()
    for text in (*texts, *(markup.text(html) for html in htmls)):
        stream = words(text)[:MOST_WORDS]
        runs.update(_runs(stream))
        short.update(told for line in lines.of_text(text) if 0 < len(told := words(line.text)) < RUN)
    return Ours(frozenset(runs), frozenset(short), is_empty=not runs and not short)


def _runs(stream: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(stream, stream[1:], stream[2:], strict=False)


def shares(found: Sequence[lines.Line], ours: Ours) -> tuple[float, ...]:
    """How much of each line stands in our letters, 0 to 1; a line without words has 0.

    Only a line that stands there word for word has 1: "48 pieces at 4.50" where we wrote "24 pieces at 4.50" is new.
    """
    told = [words(line.text) for line in found]
    stream = [word for line in told for word in line][:MOST_WORDS]
    places = [at for at, line in enumerate(told) for _ in line]
    hits = [0] * len(found)
    covered = -1
    for start, run in enumerate(_runs(stream)):
        if run in ours.runs:
            for place in range(max(start, covered + 1), start + RUN):
                hits[places[place]] += 1
            covered = start + RUN - 1
    share = [_share(line, hits[at], ours) for at, line in enumerate(told)]
    return tuple(_with_short_lines(share, told, ours))


def _share(line: Sequence[str], hits: int, ours: Ours) -> float:
    if not line:
        return 0.0
    share = hits / len(line)
    is_whole = share == 1 and all(run in ours.runs for run in _runs(line))
    return 1.0 if is_whole else min(share, MOST_OF_IT)


def _with_short_lines(share: list[float], told: Sequence[tuple[str, ...]], ours: Ours) -> list[float]:
    """A line of a word or two that we sent as a line is ours where it stands between two that are; figures never."""
    spoken = [at for at, line in enumerate(told) if line]
    for before, at, after in zip(spoken, spoken[1:], spoken[2:], strict=False):
        if share[before] == share[after] == 1 and told[at] in ours.short_lines and "".join(told[at]).isalpha():
            share[at] = 1.0
    return share
