"""Labels of a form, and the values that stand right of them or below."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz, process

from parsers import numbers, page
from parsers.form import building, fieldnames, lexicon
from parsers.page import Page, Phrase, Row, Word

_BELOW = 3.2  # row heights in which a value may stand under its label
_MORE = 3  # words of a label that nobody knows, behind those that are known
_CELLS = 2  # edges between a label and the cell of its value
_FAR = 0.5  # share of the page's width between a label and a value right of it
_GAP = 2.6  # heights of white space that end a value


class Label(NamedTuple):
    """Words that name a field: which, how strongly, where."""

    name: str
    words: tuple[Word, ...]
    sheet: Page
    row: int
    start: int  # first word in the row
    end: int  # one past the last
    has_colon: bool
    key: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom."""
        return page.box(self.words)


class Value(NamedTuple):
    """Words that may be a field's value, and how they stand to the label."""

    label: Label
    words: tuple[Word, ...]
    is_right: bool

    @property
    def text(self) -> str:
        """The words in the order of speech, without the colon that a label left."""
        return page.say(self.words).strip(" :#–").removeprefix("-").strip()


def find(sheet: Page, table: Mapping[str, str], skip: set[tuple[int, float]]) -> list[Label]:
    """The labels of a page that a table of wordings knows, outside of some rows."""
    found: list[Label] = []
    for at, row in enumerate(sheet.rows):
        here = _in_row(sheet, at, row, table)
        if (row.page, row.top) not in skip:
            found.extend(here)
        elif row.words[-1].text.endswith(":") and all(phrase.text.endswith(":") for phrase in sheet.phrases(row)):
            found.extend(label for label in here if label.name.startswith("party_"))  # parties at the foot of a table
    tall = list(_in_two_rows(sheet, found, table)) if table is lexicon.PARTIES_AND_FIELDS else []
    inside = {id(word) for one in tall for word in one.words}
    return [one for one in found if not inside.intersection(map(id, one.words))] + tall


def _in_two_rows(sheet: Page, found: Sequence[Label], table: Mapping[str, str]) -> Iterator[Label]:
    """Labels that a narrow cell breaks, over their values: "Order", "date", "3 May"; "Our order no. / P.O.", "date"."""
    for at in sorted({one.row for one in found}):
        rows = sheet.rows[at : at + 3]
        if len(rows) < 3 or any(row.top - above.bottom > row.height for above, row in pairwise(rows)):  # noqa: PLR2004
            continue
        upper, lower, under = map(sheet.phrases, rows)
        if any(numbers.has_digit(phrase.text) for phrase in (*upper, *lower)):
            continue  # a value stands beside a label: each row is one of its own
        begins = 0
        for second in lower:
            first = next((one for one in upper if _is_in_line(one, second)), None)
            has_value = any(_is_in_line(one, second) and numbers.has_digit(one.text) for one in under)
            if first and has_value and ":" not in first.text:
                said, cut = (*first.words, *second.words), len(first.words)
                for start, end, name, key in _in_phrase(said, table):
                    if start < cut < end and name in _IN_CELLS:
                        words = said[start:end]
                        yield Label(name, words, sheet, at + 1, begins, begins + end - cut, _has_colon(said, end), key)
            begins += len(second.words)


# What stands over its value in a cell of its own; parties stand over blocks.
_IN_CELLS = frozenset({"po_number", "order_date", "requested_date", "cancel_date", "other_date"})


def _is_in_line(one: Phrase, other: Phrase) -> bool:
    return abs(one.words[0].x0 - other.words[0].x0) < _ALIGNED


def _in_row(sheet: Page, at: int, row: Row, table: Mapping[str, str]) -> Iterator[Label]:
    begins = 0
    for phrase in sheet.phrases(row):
        words = phrase.words
        turned = not phrase.text.isascii() and page.is_right_to_left(words)
        for start, end, name, key in _in_phrase(words[::-1] if turned else words, table):
            said = (words[::-1] if turned else words)[start:end]
            first = begins + (len(words) - end if turned else start)
            has_colon = _has_colon(words[::-1] if turned else words, end)
            yield Label(name, tuple(said), sheet, at, first, first + len(said), has_colon, key)
        begins += len(words)


def _in_phrase(said: Sequence[Word], table: Mapping[str, str]) -> Iterator[tuple[int, int, str, str]]:
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
        is_own = index == begin or ((_has_colon(said, end) or _ends_label(said[index - 1].text)) and name != "number")
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


def _has_colon(said: Sequence[Word], end: int) -> bool:
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
    if _has_colon(said, end):
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


def right(label: Label, known: AbstractSet[tuple[int, int, int]]) -> Value | None:
    """The words right of a label, to the next label or wide white space; left of it where that is how it reads."""
    row = label.sheet.rows[label.row]
    is_turned = page.is_right_to_left(label.words)
    if not is_turned or _is_in_two_scripts(label.words):
        words = _run(row.words[label.end :], label, known, row)
        if words or not is_turned:
            return Value(label, words, is_right=True) if words else None
    words = _run(tuple(reversed(row.words[: label.start])), label, known, row)
    return Value(label, tuple(sorted(words, key=lambda word: word.x0)), is_right=True) if words else None


def _is_in_two_scripts(words: Sequence[Word]) -> bool:
    """A label that says the same in Latin letters stands in a form that reads from left to right, as a rule."""
    return any(c.isascii() and c.isalpha() for word in words for c in word.text)


def _run(words: Sequence[Word], label: Label, known: AbstractSet[tuple[int, int, int]], row: Row) -> tuple[Word, ...]:
    taken: list[Word] = []
    before = label.words[-1]
    for word in words:
        place = row.words.index(word)
        if (label.sheet.number, label.row, place) in known:
            break
        gap = max(word.x0 - before.x1, before.x0 - word.x1)
        limit = _GAP * row.height if taken else _FAR * label.sheet.width
        if not taken and gap > limit and _are_neighbours(label.sheet, before, word):
            limit = gap
        if gap > limit or (taken and _is_ruled(label.sheet, before, word)):
            break
        if not (word.text.strip(":-–#.") == "" and not taken):
            taken.append(word)
        before = word
    return tuple(taken)


def continued(value: Value, known: AbstractSet[tuple[int, int, int]]) -> Value:
    """The value with the phrase straight below it, where its column is too narrow for it and no label stands there."""
    sheet, at = value.label.sheet, value.label.row + 1
    first, left = value.words[0], min(value.words[0].x0, value.label.words[0].x0)
    if at >= len(sheet.rows) or sheet.rows[at].top - first.bottom > first.height:
        return value
    begins = 0
    for phrase in sheet.phrases(sheet.rows[at]):
        is_label = (sheet.number, at, begins) in known
        begins += len(phrase.words)
        if abs(phrase.words[0].x0 - first.x0) < _ALIGNED and not is_label:
            return value._replace(words=(*value.words, *phrase.words))
        if phrase.words[-1].x1 > left:
            break
    return value


_ALIGNED = 2.0


def _are_neighbours(sheet: Page, left: Word, right_: Word) -> bool:
    """The words stand in cells beside each other, or with an empty one between: however wide those are."""
    edges = {
        round(rule.x0)
        for rule in sheet.uprights
        if left.x1 - 1 <= rule.x0 <= right_.x0 + 1 and rule.top <= right_.middle <= rule.bottom
    }
    return 1 <= len(edges) <= _CELLS


def _is_ruled(sheet: Page, left: Word, right_: Word) -> bool:
    low, high = min(left.x1, right_.x1) - 1, max(left.x0, right_.x0) + 1
    return any(low <= rule.x0 <= high and rule.top <= right_.middle <= rule.bottom for rule in sheet.uprights)


def below(label: Label, known: AbstractSet[tuple[int, int, int]]) -> Value | None:
    """The phrase that stands under a label, in its column."""
    x0, top, x1, bottom = label.box
    sheet = label.sheet
    height = max(bottom - top, 6)
    for at in range(label.row + 1, len(sheet.rows)):
        row = sheet.rows[at]
        if row.top - bottom > _BELOW * height:
            return None
        under = [
            phrase for phrase in sheet.phrases(row) if phrase.words[-1].x1 > x0 - 2 and phrase.words[0].x0 < x1 + 2
        ]
        if not under:
            continue
        words = under[0].words
        place = row.words.index(words[0])
        if (sheet.number, at, place) in known:
            return None
        return Value(label, words, is_right=False)
    return None


def places(found: Sequence[Label]) -> set[tuple[int, int, int]]:
    """Page, row and word number of every word that is part of a label."""
    return {(one.sheet.number, one.row, at) for one in found for at in range(one.start, one.end)}
