"""Which words of a phrase are a label, and of which field: by lists, by their parts, and with a letter wrong."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from parsers import numbers
from parsers.form import building, fieldnames, lexicon
from parsers.page import Word

_MORE = 3  # words of a label that nobody knows, behind those that are known


def in_phrase(said: Sequence[Word], table: Mapping[str, str]) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, meaning and key of each label of a phrase, in the order of speech."""
    begin = behind_count(said)
    index, begins = begin, _beginnings(table)
    while index < len(said):
        if index > begin and lexicon.key(said[index][0]) not in begins:
            index += 1
            continue
        hit = _longest(said, index, table, is_first=index == begin)
        if hit is None:
            index += 1
            continue
        end, name, key = hit
        end = _whole_title(said, index, end) if name == "po_number_title" else end
        is_own = index == begin or ((has_colon(said, end) or _ends_label(said[index - 1].text)) and name != "number")
        if is_own or _is_title_cased(said[index:end], key):
            end = _to_colon(said, _in_two_languages(said, end, name, table), table)
            yield index, end, name, key
            index = end
        else:
            index += 1


def _whole_title(said: Sequence[Word], index: int, end: int) -> int:
    """The end of a title that goes on behind a label: "ORDER | FORM 4711", "Zamówienie | do dostawcy P99584S"."""
    keys = tuple(lexicon.key(word.text) for word in said[index : index + lexicon.LONGEST])
    for more in range(len(keys), end - index, -1):
        kind = lexicon.TITLES.get("".join(keys[:more]))
        if keys[more - 1] and (kind in lexicon.ORDER_KINDS or fieldnames.is_title(keys[:more])):
            return index + more
    return end


_COUNT = re.compile(r"\(?\d{1,2}[.)]|\(?[a-z][.)]|\d{1,2}\([a-z]\)|[-•*·]|[_=*-]{5,}")


def behind_count(said: Sequence[Word]) -> int:
    """Where a phrase begins behind the number of its box ("15. DELIVER BY"), or a line drawn with signs."""
    at = 0
    while at < len(said) - 1 and _COUNT.fullmatch(said[at].text):
        at += 1
    return at


def has_colon(said: Sequence[Word], end: int) -> bool:
    """A colon or a row of dots leads from the label to its value."""
    after = said[end].text if end < len(said) else ""
    return ":" in said[end - 1].text or "：" in said[end - 1].text or after.startswith((":", "：", ".."))


def _in_two_languages(said: Sequence[Word], end: int, name: str, table: Mapping[str, str]) -> int:
    """The end of a label that says the same twice: "Sous-total / Subtotal", "Conditions / Terms"."""
    if end + 1 < len(said) and _ends_label(said[end].text):
        again = _longest(said, end + 1, table, is_first=False)
        if again and again[1] == name:
            return again[0]
    return end


def _to_colon(said: Sequence[Word], end: int, table: Mapping[str, str]) -> int:
    """The end of a label that goes on in words nobody knows, up to its colon: "Delivery wished for:"."""
    if has_colon(said, end):
        return end
    for at in range(end, min(end + _MORE, len(said))):
        text = said[at].text
        if not text.strip(":").isalpha() or any(lexicon.key(word.text) in table for word in said[end : at + 1]):
            return end
        if text.endswith(":"):
            return at + 1 if "".join(lexicon.key(word.text) for word in said[end : at + 1]) not in table else end
    return end


def _is_title_cased(words: Sequence[Word], key: str) -> bool:
    """Two capitalised words in the middle of a row are a label as well: "LM/26 PO Date 19.02.2027"."""
    return len(words) > 1 and len(key) > 5 and all(word.text[:1].isupper() for word in words)  # noqa: PLR2004


def _ends_label(text: str) -> bool:
    return text in {"/", "|", "-", "&"}


def _longest(
    words: Sequence[Word], index: int, table: Mapping[str, str], *, is_first: bool
) -> tuple[int, str, str] | None:
    first = lexicon.key(words[index][0])
    if not first and words[index][0] != "#":
        return None
    hit = _known(words, index, table)
    for other in (_run_on(words, index, table), _built(words, index, table) if is_first else None):
        if other and (hit is None or other[0] > hit[0]):
            hit = other
    if hit:
        return hit
    if is_first and table is lexicon.PARTIES_AND_FIELDS:
        keys = [lexicon.key(word[0]) for word in words[index : index + 3]]
        for end in range(len(keys), 0, -1):
            is_cut = words[index + end - 1][0].rstrip(":").endswith(".")
            key = "".join(keys[:end])
            if key not in table and (near := _nearly(key, is_cut=is_cut)):
                return index + end, table[near], near
    return (index + 1, table[first], first) if first in table else None


def _known(words: Sequence[Word], index: int, table: Mapping[str, str]) -> tuple[int, str, str] | None:
    """The longest label of the table that begins here; it does not run on behind its colon."""
    begins = _beginnings(table)
    hit, key = None, ""
    for end, word in enumerate(words[index : index + lexicon.LONGEST], index + 1):
        key += lexicon.key(word[0])
        if key not in begins:
            break
        if key in table and (end > index + 1 or table[key] not in _SHORT) and not _goes_on(words, index, end, table):
            hit = end, table[key], key
        if ":" in word[0]:
            break
    return hit


def _beginnings(table: Mapping[str, str]) -> AbstractSet[str]:
    if id(table) not in _BEGINNINGS:
        _BEGINNINGS[id(table)] = table, lexicon.beginnings(table)
    return _BEGINNINGS[id(table)][1]


# Beside each is its table: as long as it is kept, no other can have its number.
_BEGINNINGS: dict[int, tuple[Mapping[str, str], AbstractSet[str]]] = {}


def _run_on(words: Sequence[Word], index: int, table: Mapping[str, str]) -> tuple[int, str, str] | None:
    """A label of a number or a date that no list holds, to where its value may begin."""
    if table is not lexicon.PARTIES_AND_FIELDS or building.parts(lexicon.key(words[index][0])) is None:
        return None
    said = words[index : index + fieldnames.LONGEST]
    most = next((at for at, word in enumerate(said, 1) if ":" in word[0]), len(said))
    keys = [lexicon.key(word[0]) for word in said[:most]]
    found = fieldnames.longest(keys)
    return (index + found[0], found[1], "".join(keys[: found[0]])) if found else None


def _built(words: Sequence[Word], index: int, table: Mapping[str, str]) -> tuple[int, str, str] | None:
    """A label that no list holds, where it is all of a phrase or stands before a colon."""
    if table is not lexicon.PARTIES_AND_FIELDS:
        return None
    said = words[index : index + building.MOST + 1]
    end = next((at for at, word in enumerate(said, 1) if word.text.endswith((":", "："))), len(said))
    if end > building.MOST or (end == 1 and not said[0].text[0].isalpha()):
        return None
    known = building.meaning(tuple(word.text for word in said[:end]))
    is_joint = known is not None and _says_two_things(said[:end], table)
    return (index + end, table[known], known) if known and not is_joint else None


def _says_two_things(said: Sequence[Word], table: Mapping[str, str]) -> bool:
    """Labels of two fields, joined by a stroke: "Purchase order / Date issued"."""
    strokes = [at for at, word in enumerate(said) if word.text == "/"]
    ends = zip([-1, *strokes], [*strokes, len(said)], strict=True)
    parts = [said[start + 1 : end] for start, end in ends if strokes and end > start + 1]
    hits = [_longest(part, 0, table, is_first=False) for part in parts]
    # ("LPO No. / رقم": a bare "number" in another language is the same number.)
    return len({hit[1] for hit in hits if hit} - {"number"}) > 1


def _goes_on(words: Sequence[Word], index: int, end: int, table: Mapping[str, str]) -> bool:
    """Behind a stroke within these words another label begins that reaches farther: "P.O. No. / Date | issued"."""
    for at in range(index + 1, end - 1):
        if words[at][0] == "/":
            behind = _longest(words, at + 1, table, is_first=False)
            return behind is not None and behind[0] > end
    return False


@lru_cache(maxsize=16_384)
def _nearly(key: str, *, is_cut: bool) -> str | None:
    """A label with a letter wrong, cut off by the edge of its cell, or shortened with a point."""
    if len(key) < _LEAST_LETTERS or numbers.has_digit(key):
        return None
    alike = _by_start().get(key[:2], ())
    cut = [whole for whole in alike if whole.startswith(key) and (is_cut or len(whole) - len(key) <= _CUT)]
    if len({lexicon.PARTIES_AND_FIELDS[whole] for whole in cut}) == 1:
        return cut[0]
    near = [whole for whole in alike if abs(len(whole) - len(key)) <= len(key) // 5]
    found = process.extractOne(key, near, scorer=fuzz.ratio, score_cutoff=90)
    return found[0] if found else None


@cache
def _by_start() -> dict[str, list[str]]:
    """The longer labels by their first two letters: a slip of the pen seldom stands at the start."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in lexicon.PARTIES_AND_FIELDS:
        if len(key) > _LEAST_LETTERS:
            found[key[:2]].append(key)
    return dict(found)


_LEAST_LETTERS = 6
_CUT = 3  # letters that the edge of a cell may take
_SHORT = frozenset({"po_number_title", "number"})  # "PO", "No.": a longer label may begin with them
