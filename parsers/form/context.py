"""What stands above a table and holds for all of its items: the style that its sizes and colours belong to."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.form import lexicon, sumrows, tables, tokens
from parsers.form.tables import Section
from parsers.page import Row, Word

_CODED = re.compile(r"^(?:style|item|article|product|part|model|material|sku)(?:no|code|number|nr|num|id|#|ref)?$")
_DESCRIBED = re.compile(
    r"^(?:(?:style|item|article|product|model|material|short)(?:name|desc|description)|description|name|designation|bezeichnung)$"
)
_MOST_ROWS = 7  # rows above a table that may belong to it
_GAP = 2.2  # line heights: what stands farther above belongs to something else
_MOST_LABEL = 3
_LONGEST_TITLE = 12  # words


class Above(NamedTuple):
    """The code and the words that a table stands under; `is_named` where a label says that it is a code."""

    code: tuple[Word, ...] = ()
    words: tuple[Word, ...] = ()
    is_named: bool = False


def of(found: Sequence[Section]) -> dict[int, Above]:
    """What stands above each section (by index); a table that goes on over a page keeps what it had."""
    known: dict[int, Above] = {}
    for at, section in enumerate(found):
        if section.head is None:
            if at - 1 in known:
                known[at] = known[at - 1]
            continue
        rows = list(_rows(section, found))
        known[at] = _labelled(section, rows) or _titled(section, rows) or Above()
    return _agreed(known)


def _agreed(known: dict[int, Above]) -> dict[int, Above]:
    """Several tables that each stand under a code of one pattern: those are the codes."""
    texts = {one.code[0].text for one in known.values() if one.code and not one.is_named}
    if len(texts) > 1 and len({tokens.shape(text) for text in texts}) == 1:
        return {at: one._replace(is_named=bool(one.code)) for at, one in known.items()}
    return known


def _rows(section: Section, found: Sequence[Section]) -> Iterator[Row]:
    """Close rows above the head of a table, from the bottom up, as far as another table."""
    sheet = section.sheet
    head = section.head
    taken = {row.top for one in found if one is not section and one.sheet is sheet for row in one.rows}
    heads = tables.head_rows(one for one in found if one.sheet is sheet)
    below = sheet.rows[head.first] if head else None
    for at in range((head.first if head else 0) - 1, -1, -1):
        row = sheet.rows[at]
        is_far = below is not None and below.top - row.bottom > _GAP * max(row.height, below.height, 6)
        is_other = (row.page, row.top) in heads or (row.top in taken and sumrows.is_sum(sheet, row))
        if is_far or is_other or (head and head.first - at > _MOST_ROWS):
            return
        yield row
        below = row


def _labelled(section: Section, rows: Sequence[Row]) -> Above | None:
    """In the rows above a table: "Style No: JL539801", "Product description: ..."."""
    codes: dict[str, tuple[Word, ...]] = {}
    words: tuple[Word, ...] = ()
    for row in rows:
        phrases = section.sheet.phrases(row)
        for nth, phrase in enumerate(phrases):
            value = phrase.words
            for end in range(min(_MOST_LABEL, len(value)), 0, -1):
                key = lexicon.key("".join(word.text for word in value[:end]))
                after = value[end:] or (phrases[nth + 1].words if nth + 1 < len(phrases) else ())
                after = tuple(word for word in after if word.text != ":")
                if not after or after[0].text.endswith(":"):
                    continue
                if _CODED.match(key) and len(after) == 1 and tokens.is_code(after[0].text):
                    codes[after[0].text] = after
                    break
                if _DESCRIBED.match(key) and not words:
                    words = after
                    break
    if len(codes) == 1:
        return Above(next(iter(codes.values())), words, is_named=True)
    return Above((), words) if words and not codes else None


def _titled(section: Section, rows: Sequence[Row]) -> Above | None:
    """A row just above a table of sizes or colours that begins with a code: "TR-7701 Trail jacket WHSL $41.50"."""
    if not section.head or not section.head.roles & {"size", "variant"}:
        return None
    for row in rows[:1]:
        words = row.words
        is_coded = len(words) > 1 and (tokens.looks_coded(words[0].text) or tokens.stands_out(words))
        if len(words) <= _LONGEST_TITLE and is_coded and not words[0].text.endswith(":"):
            return Above(words[:1], _until_figure(words[1:]))
    return None


def _until_figure(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words before a price: "Trail jacket women" of "Trail jacket women WHSL $41.50"."""
    for at, word in enumerate(words):
        if word.text[:1] in "$€£" or (word.text == word.text.upper() and word.text.isalpha() and at + 1 < len(words)):
            after = words[at + 1].text if at + 1 < len(words) else ""
            if word.text[:1] in "$€£" or after[:1] in "$€£0123456789":
                return tuple(words[:at])
    return tuple(words)
