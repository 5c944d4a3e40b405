"""What a shortened heading means, by the wordings that it may shorten."""

import re
from collections import defaultdict
from functools import lru_cache

from parsers.form import lexicon
from parsers.form.wordings import columns, columns_abroad

_LONGEST = 4  # words of a heading that is shortened
_SPELLED = 3  # letters, in all, that a shortened heading spells at least
_PARTS = re.compile(r"[\s/]+|(?<=\.)(?=\w)")
Wording = tuple[str, ...]


def _by_size() -> dict[tuple[int, str], list[tuple[Wording, str]]]:
    """All wordings of several words by how many they have and what they begin with."""
    known: dict[tuple[int, str], list[tuple[Wording, str]]] = defaultdict(list)
    for table in (columns.COLUMNS, columns_abroad.COLUMNS):
        for role, row in table.items():
            for wording in lexicon.wordings(row):
                words = tuple(key for part in _PARTS.split(wording) if (key := lexicon.key(part)))
                if 1 < len(words) <= _LONGEST:
                    known[len(words), words[0][0]].append((words, role))
    return known


_KNOWN = _by_size()


@lru_cache(maxsize=8192)
def role_of(heading: str) -> str | None:
    """What all wordings that this heading may shorten mean; None where none fits, or they differ."""
    if "." not in heading or any(c.isdigit() for c in heading):
        return None
    parts = [(key, part.endswith(".")) for part in _PARTS.split(heading) if (key := lexicon.key(part))]
    if sum(len(key) for key, _ in parts) < _SPELLED or not any(is_short for _, is_short in parts):
        return None
    fit = {
        role
        for words, role in (_KNOWN.get((len(parts), parts[0][0][0]), ()) if parts else ())
        if all(_shortens(key, word) if short else key == word for (key, short), word in zip(parts, words, strict=True))
    }
    return fit.pop() if len(fit) == 1 else None


def _shortens(key: str, word: str) -> bool:
    """The beginning of a word ("unit."), or its first letter and some of the others ("vlr." of "valor")."""
    if word.startswith(key):
        return True
    rest = iter(word)
    return len(key) > 1 and key[0] == word[0] and all(letter in rest for letter in key)
