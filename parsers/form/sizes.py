"""Headings that are sizes of one product: XS S M L, 36 38 40, 3-4Y, UK 8, 75B."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_LETTERED = re.compile(
    r"^(?:x{0,4}[sml]|[2-9]x?xl|[2-9]x?xs|[2-9]x|x{1,4}[sl]|(?:xs|s|m|l|xl)/(?:s|m|l|xl|xxl)"
    r"|o/?s|osfa|one ?size|uni|t\.?u\.?"
    r"|\d{1,2}[-/]\d{1,2} ?(?:y|m|yrs?|mths?|years?|months?|a|jahre|ans)|\d{1,2} ?(?:y|yrs?|mths?)"
    r"|(?:uk|eu|us|it|fr|de|jp)[ -]?\d{1,2}(?:[.,]5)?|\d{2,3}[a-h]{1,2}|w?\d{2}[/x]l?\d{2})$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,3}(?:[.,]5|½)?$")
_LEAST_NUMBERED = 3  # bare numbers that rise are sizes; two may be anything
_LEAST_LETTERED = 2


@lru_cache(maxsize=16_384)
def _is_size(text: str) -> bool:
    return is_lettered(text) or bool(_NUMBERED.match(text.strip()))


def is_lettered(text: str) -> bool:
    """A size that no other heading looks like."""
    return bool(_LETTERED.match(text.strip()))


def run(texts: Sequence[str]) -> range:
    """The longest run of headings that are sizes; empty where there is none."""
    best = range(0)
    start = 0
    for at in range(len(texts) + 1):
        if at < len(texts) and _is_size(texts[at]):
            continue
        if at - start > max(len(best), 1) and _is_scale(texts[start:at]):
            best = range(start, at)
        start = at + 1
    return best


def _is_scale(texts: Sequence[str]) -> bool:
    bare = [float(text.strip().replace(",", ".").replace("½", ".5")) for text in texts if _NUMBERED.match(text.strip())]
    rises = all(after > before for before, after in pairwise(bare))
    if len(bare) == len(texts):
        return len(texts) >= _LEAST_NUMBERED and rises
    return len(texts) >= _LEAST_LETTERED and rises and len(set(texts)) == len(texts)
