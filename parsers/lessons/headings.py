"""The heading over a figure of a line table, whether or not anybody knows what it means."""

from collections.abc import Iterator, Sequence

from parsers import page
from parsers.form import lexicon
from parsers.lessons import rows
from parsers.lessons.finding import Place
from parsers.page import Page, Phrase, Row, Word

_MOST_UP = 200  # rows between an item and the head of its table on one page
_LEAST = 0.6  # share of an item's figures that have a heading over them
_ROWS_BELOW = 4  # rows of a head, and rows under the figures of an item that belong to it
_TWO = 2
_MOSTLY = 0.6  # share of a figure's width over which its heading stands
_SLACK = 6  # points by which a heading may stand beside its column


def over(pages: Sequence[Page], place: Place) -> tuple[Place, tuple[str, ...]] | None:
    """The heading over these words, and the other headings of its row; None where no head is found."""
    item = _figured(place)
    for sheet in (place.sheet, *(sheet for sheet in pages if sheet.number < place.sheet.number)):
        last = _head(sheet, item.at if sheet is place.sheet else len(sheet.rows), item)
        for at in _storeys(sheet, last) if last is not None else ():
            found = _heading(sheet, at, place)
            if found is not None:
                return found
        if last is not None:
            return None
    return None


def _figured(place: Place) -> Place:
    """The row of figures of the item to which these words belong: their own, or one just above."""
    for at in range(place.at, max(-1, place.at - _ROWS_BELOW), -1):
        if len(rows.figures(place.sheet.rows[at])) >= _TWO:
            return place._replace(at=at)
    return place


def _storeys(sheet: Page, last: int) -> Iterator[int]:
    """The rows of a head from the lowest up, as far as they stand close together and hold no figure."""
    yield last
    for at in range(last - 1, max(-1, last - _ROWS_BELOW), -1):
        above, below = sheet.rows[at], sheet.rows[at + 1]
        if below.top - above.bottom > below.height or rows.figures(above):
            return
        yield at


def others(sheet: Page, row: Row, words: Sequence[Word]) -> tuple[str, ...]:
    """The keys of the other headings in a row."""
    keys = (lexicon.key(page.say(piece)) for piece in rows.pieces(sheet, row) if words[0] not in piece)
    return tuple(dict.fromkeys(key for key in keys if key))


def _head(sheet: Page, upto: int, place: Place) -> int | None:
    """The nearest row above that is all words and stands over most figures of the item."""
    figures = rows.figures(place.row)
    cells = [_cell(place, figure) for figure in figures]
    for at in range(upto - 1, max(-1, upto - _MOST_UP), -1):
        phrases = sheet.phrases(sheet.rows[at])
        digits = sum(1 for phrase in phrases if any(c.isdigit() for c in phrase.text))
        if len(rows.pieces(sheet, sheet.rows[at])) < 2 or digits * 5 > len(phrases):  # noqa: PLR2004 - a head has columns
            continue
        if _is_form(phrases):
            continue
        covered = sum(1 for cell in cells if any(_overlap(cell, phrase.words) for phrase in phrases))
        if figures and covered >= _LEAST * len(figures):
            return at
    return None


def _cell(place: Place, figure: Word) -> tuple[Word, ...]:
    """A figure with the unit behind it: its heading stands over both."""
    at = place.row.words.index(figure)
    unit = place.row.words[at + 1 : at + 2]
    is_unit = unit and unit[0].text.isalpha() and unit[0].x0 - figure.x1 < page.PHRASE_GAP * figure.height
    return (figure, *unit) if is_unit else (figure,)


def _is_form(phrases: Sequence[Phrase]) -> bool:
    """Labels of the head of the form stand in a row of their own as well."""
    keys = [lexicon.key(phrase.text) for phrase in phrases]
    labels = sum(1 for key in keys if key in lexicon.PARTIES_AND_FIELDS and key not in lexicon.COLUMNS)
    return 2 * labels >= len(keys)


def _heading(sheet: Page, at: int, place: Place) -> tuple[Place, tuple[str, ...]] | None:
    """The piece of the head that stands nearest over the words, cut to their column where it spans several."""
    row, cells = sheet.rows[at], place.sheet.phrases(place.row)
    pieces = rows.pieces(sheet, row)
    nth = next(at for at, cell in enumerate(cells) if place.words[0] in cell.words)
    fit = [piece for piece in pieces if _overlap(piece, place.words)]
    best = max(fit, key=lambda piece: _shared(piece, place.words), default=None)
    width = place.words[-1].x1 - place.words[0].x0
    if len(pieces) == len(cells) > _TWO and (best is None or _shared(best, place.words) < _MOSTLY * width):
        words = pieces[nth]  # as many headings as cells: each has its own, even where they stand askew
    elif best is not None:
        words = _own(best, place)
    else:
        return None
    if not words:
        return None
    start = row.words.index(words[0])
    return Place(sheet, at, start, start + len(words)), others(sheet, row, words)


def _own(piece: tuple[Word, ...], place: Place) -> tuple[Word, ...]:
    """The words of a piece that stand over this column, where figures of other columns stand under it as well."""
    figures = [one for one in rows.figures(place.row) if one not in place.words]
    piece = _unknown(piece, place)
    low = max((one.x1 for one in figures if one.x1 <= place.words[0].x0), default=-1e6)
    high = min((one.x0 for one in figures if one.x0 >= place.words[-1].x1), default=1e6)
    if piece[0].x0 >= low and piece[-1].x1 <= high:
        return piece
    left, right = (low + place.words[0].x0) / 2, (high + place.words[-1].x1) / 2
    return tuple(word for word in piece if left <= word.centre <= right)


def _unknown(piece: tuple[Word, ...], place: Place) -> tuple[Word, ...]:
    """Without the words at its left or right that everybody knows for a heading of their own, off this column."""
    for cut in range(1, len(piece)):
        left, right = piece[:cut], piece[cut:]
        if lexicon.key(page.say(right)) in lexicon.COLUMNS and right[0].x0 >= place.words[-1].x1:
            return left
        if lexicon.key(page.say(left)) in lexicon.COLUMNS and left[-1].x1 <= place.words[0].x0:
            return right
    return piece


def _overlap(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return one[-1].x1 > other[0].x0 - _SLACK and one[0].x0 < other[-1].x1 + _SLACK


def _shared(one: Sequence[Word], other: Sequence[Word]) -> float:
    a, b = page.box(one), page.box(other)
    return min(a[2], b[2]) - max(a[0], b[0])
