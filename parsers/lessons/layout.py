"""By what a layout is known again: its labels and headings and how far from the left each begins, never a value."""

from collections.abc import Iterator, Sequence

from desk.lessons import Landmark
from parsers import page
from parsers.form import lexicon
from parsers.lessons import rows
from parsers.page import Page, Phrase, Row, Word

_MOST_ROWS = 80
_SAME = 0.7  # share of landmarks that two documents of one layout have in common at least
_NEARLY_ALL, _HALF = 0.85, 0.5
_NEAR = 60  # thousandths of the width by which a label may move
_LEAD = 4  # words before a figure that may be its label
_BELOW = 3  # rows under a head in which the first item stands
_TWO = 2
_LONGEST_SIZE = 3  # letters


def sketch(pages: Sequence[Page]) -> tuple[Landmark, ...]:
    """The landmarks of a document: those of its first page down to the head of the line table."""
    if not pages:
        return ()
    sheet = pages[0]
    head = _head_row(sheet)
    found: dict[Landmark, None] = {}
    for at, row in enumerate(sheet.rows[: head + 1 if head is not None else _MOST_ROWS]):
        below = sheet.rows[at + 1] if at + 1 < len(sheet.rows) else None
        for words in _label_like(sheet, row, below, is_head=at == head):
            key = _bare(words)
            if key:
                found[Landmark(key, round(1000 * words[0].x0 / max(sheet.width, 1)))] = None
    return tuple(found)


def fits(known: Sequence[Landmark], seen: Sequence[Landmark]) -> bool:
    """Two documents have the same layout: most landmarks of both stand in the other, about where they stood.

    Where labels run on behind values of any length, nearly all must be there, and half of them in their places.
    """
    if not known or not seen:
        return False
    places: dict[str, list[int]] = {}
    for one in seen:
        places.setdefault(one.key, []).append(one.x)
    placed = sum(1 for one in known if any(abs(one.x - x) <= _NEAR for x in places.get(one.key, ())))
    named, all_ = sum(1 for one in known if one.key in places), (len(known) + len(seen)) / 2
    return placed >= _SAME * all_ or (named >= _NEARLY_ALL * all_ and placed >= _HALF * all_)


def _head_row(sheet: Page) -> int | None:
    """The row that heads a line table, whatever its headings say: words in columns, with figures below."""
    for at, row in enumerate(sheet.rows[:_MOST_ROWS]):
        below = sheet.rows[at + 1 : at + 1 + _BELOW]
        if _is_head_like(sheet, row) and any(len(rows.figures(one)) >= _TWO for one in below):
            return at
    return None


def _is_head_like(sheet: Page, row: Row) -> bool:
    """Three headings or more, hardly any digit, and no label of the form."""
    pieces = rows.pieces(sheet, row)
    digits = sum(1 for piece in pieces if any(_has_digit(word.text) for word in piece))
    return len(pieces) > _TWO and digits * 5 <= len(pieces) and not any(word.text.endswith(":") for word in row.words)


def _label_like(sheet: Page, row: Row, below: Row | None, *, is_head: bool) -> Iterator[tuple[Word, ...]]:
    if is_head:
        yield from (piece for piece in rows.pieces(sheet, row) if not _may_be_size(piece))
        return
    phrases = sheet.phrases(row)
    for nth, phrase in enumerate(phrases):
        words = phrase.words
        colon = next((at for at, word in enumerate(words) if word.text.endswith(":")), None)
        lead = next((at for at, word in enumerate(words) if _has_digit(word.text)), len(words))
        if colon is not None:
            yield words[: colon + 1]
        elif 0 < lead < len(words) and lead <= _LEAD:
            yield words[:lead]
        elif lead == len(words) and (_is_known(phrase.text) or _names_value(sheet, phrases, nth, below)):
            yield words


def _names_value(sheet: Page, phrases: Sequence[Phrase], nth: int, below: Row | None) -> bool:
    """A figure, a date or a number stands right of the phrase or just below it."""
    after = phrases[nth + 1].text if nth + 1 < len(phrases) else ""
    x0, x1 = phrases[nth].words[0].x0, phrases[nth].words[-1].x1
    under = [one for one in sheet.phrases(below) if one.words[-1].x1 > x0 and one.words[0].x0 < x1] if below else []
    return _has_digit(after) or any(_has_digit(one.text) for one in under)


def _may_be_size(piece: Sequence[Word]) -> bool:
    """A short word that no lexicon has may be a size, "XL": a value that happens to head a column."""
    key = lexicon.key(page.say(piece))
    return len(piece) == 1 and key.isascii() and len(key) <= _LONGEST_SIZE and key not in lexicon.COLUMNS


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _is_known(text: str) -> bool:
    key = lexicon.key(text)
    return key in lexicon.PARTIES_AND_FIELDS or key in lexicon.COLUMNS or key in lexicon.TITLES


def _bare(words: Sequence[Word]) -> str:
    """The letters of a label; a digit in it would be a value's."""
    return "".join(c for word in words for c in lexicon.key(word.text) if not c.isdigit())
