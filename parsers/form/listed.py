"""Items in a list without a head: "12 x RNG-114 @ 9.80", "RNG-114 - Gold ring - 12 Stk - 9,80"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parsers import dates, numbers
from parsers.form import currency, lexicon, sold, spoken, tokens
from parsers.form.columns import Column
from parsers.form.item import Item
from parsers.form.wordings.units import UNITS
from parsers.numbers import Mark
from parsers.page import Page, Row, Word

_FIGURE = r"\d{1,3}(?:[ '\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d[\d.,']*"
_SIGN = r"(?:[A-Z]{1,3}\$|[^\W\d]{1,3}\.?|[^\w\s,;]{1,3}|R\$|US\$)"
_MONEY = rf"(?:{_SIGN} ?)?(?:{_FIGURE})(?:,-| ?{_SIGN})?"
_UNIT = r"(?![x×]\s)[^\W\d_]{1,10}\.?"
_PART = r"(?:\s*[,;]\s+|\s+[-–—|/]\s+|\s*:\s+)"
_AT = r"(?P<at>\s*@\s*|\s+(?:at|à|á|a|zu|je|für|for|per|por|za|po)\s+)"
_END = rf"(?P<price>{_MONEY})(?:\s*(?:each|ea\.?|apiece|/\s?\w+|per \w+|pro \w+))?(?:\s*=\s*(?P<amount>{_MONEY}))?\.?"
_WHAT = r"(?P<what>[^\s\-–—|/,;:].*?)"
# In the last two the unit says which figure is the quantity.
_SHAPES = (
    # 12 x RNG-114 @ 9.80
    re.compile(rf"(?P<q>{_FIGURE})\s*(?:(?P<u>{_UNIT})\s*)?[x×*]\s+{_WHAT}(?:{_AT}|{_PART}){_END}"),
    # RNG-114 x 12 @ 9.80
    re.compile(rf"{_WHAT}\s+[x×*]\s*(?P<q>{_FIGURE})\s*(?P<u>{_UNIT})?(?:{_AT}|{_PART}){_END}"),
    # RNG-114 - Gold ring - 12 Stk - 9,80
    re.compile(rf"(?P<what>\S.*){_PART}(?P<q>{_FIGURE})\s*(?P<u>{_UNIT})(?:{_AT}|{_PART}){_END}"),
    # 12 Stk RNG-114 Gold ring, 9,80
    re.compile(rf"(?P<q>{_FIGURE})\s+(?:(?P<u>{_UNIT})\s+)?{_WHAT}(?:{_AT}|{_PART}){_END}"),
    # 12 cs GOLD RINGS 6/10 item 110044 $38.50/cs
    re.compile(rf"(?P<q>{_FIGURE})\s+(?P<u>{_UNIT})\s+{_WHAT}\s+(?=[$€£¥₹]){_END}"),
)
_BULLET = re.compile(r"(?:[-*•·–>]+|\(?\d{1,3}[.)])\s+")
_MOST_ROWS = 3  # rows that one item of a list takes, where a mail program wraps it
_MOST_READ = 3_000  # rows of a page
_LONGEST = 240  # letters
_FEW = 4  # letters of a code
_LABELLED = 2  # words: a label and its code
_ROLES = ("quantity", "unit", "sku", "description", "unit_price", "amount")


class _Listed(NamedTuple):
    """One item of a list: its rows, and the words of each of its parts."""

    page: int
    rows: tuple[Row, ...]
    parts: dict[str, tuple[Word, ...]]


@dataclass(frozen=True)
class _Line:
    """The text of some rows, and where each of its words stands in it."""

    text: str
    words: tuple[tuple[int, int, Word], ...]

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """The words between two places, cut where they reach over."""
        found = ((first, last, word) for first, last, word in self.words if first < end and last > start)
        return tuple(
            word
            if start <= first and last <= end
            else word._replace(text=word.text[max(0, start - first) : len(word.text) - max(0, last - end)])
            for first, last, word in found
        )


WAYS = len(_SHAPES)


def items(pages: Sequence[Page], mark: Mark, way: int = 0) -> list[Item]:
    """The items of the lists on these pages, each with a quantity, what is ordered, and a price.

    Where several shapes fit a row, that of this way (0 to `WAYS` - 1) is taken: "516731 x 2072 @ 1" is read in two.
    """
    shapes = (_SHAPES[way], *_SHAPES[:way], *_SHAPES[way + 1 :])
    found = [one for sheet in pages for one in _on_page(sheet, mark, shapes)]
    if not found:
        return []
    columns = _columns(found)
    return [_item(one, columns) for one in found]


def _on_page(sheet: Page, mark: Mark, shapes: Sequence[re.Pattern[str]]) -> Iterator[_Listed]:
    rows = sheet.rows[:_MOST_READ]
    at = 0
    while at < len(rows):
        for count in range(1, min(_MOST_ROWS, len(rows) - at) + 1):
            group = tuple(rows[at : at + count])
            if count > 1 and not _goes_on(group):
                break
            if count < _MOST_ROWS and at + count < len(rows) and sold.is_code(rows[at + count].text):
                continue
            parts = _parts(_line(group), mark, shapes)
            if parts:
                yield _Listed(sheet.number, group, parts)
                at += count - 1
                break
        at += 1


def _goes_on(group: Sequence[Row]) -> bool:
    """A row follows close, and the one before it states something: a list that a mail program wraps."""
    above, below = group[-2], group[-1]
    is_close = below.top - above.bottom < 0.9 * above.height
    return is_close and numbers.has_digit(group[0].text) and not _BULLET.match(below.text)


def _line(rows: Sequence[Row]) -> _Line:
    text, placed = "", list[tuple[int, int, Word]]()
    for row in rows:
        for word in row.words:
            text += " " if text else ""
            placed.append((len(text), len(text) + len(word.text), word))
            text += word.text
    return _Line(text, tuple(placed))


def _parts(line: _Line, mark: Mark, shapes: Sequence[re.Pattern[str]]) -> dict[str, tuple[Word, ...]] | None:
    """The parts of an item, if this is one: figures that are figures, and something to order."""
    if len(line.text) > _LONGEST:
        return None
    spans = sold.parts(line.text, mark)
    if spans and _is_one_row(line.within(*spans["description"])):
        return {role: line.within(*spans[role]) if role in spans else () for role in _ROLES}
    bullet = _BULLET.match(line.text)
    for shape in shapes:
        found = shape.fullmatch(line.text, bullet.end() if bullet else 0)
        if found is None or not _is_item(found, mark):
            continue
        what = line.within(*found.span("what"))
        unit = line.within(*found.span("u")) if found["u"] else ()
        if shape in _SHAPES[2:] and not _is_counted(found, what):
            continue
        code, words = _code(what)
        return {
            "quantity": line.within(*found.span("q")), "unit": unit, "sku": code, "description": words,
            "unit_price": line.within(*found.span("price")),
            "amount": line.within(*found.span("amount")) if found["amount"] else (),
        }  # fmt: skip
    return None


def _is_one_row(words: Sequence[Word]) -> bool:
    return all(word.top < words[0].bottom for word in words)


def _is_item(found: re.Match[str], mark: Mark) -> bool:
    price = numbers.figure(found["price"], mark)
    is_counted = numbers.value(found["q"], mark) is not None and price is not None
    is_swapped = bool(found["u"]) and _is_money(found["u"])  # "RNG-114 - 9.80 EUR - 12 pcs"
    is_count = price is not None and any(beside and not _is_money(beside) for beside in (price.before, price.after))
    what = found["what"]
    return is_counted and not is_swapped and not is_count and any(map(str.isalnum, what)) and not dates.find(what)


def _is_money(text: str) -> bool:
    return currency.is_sign(text) or currency.is_sign(text.strip(" ."))


def _is_counted(found: re.Match[str], what: Sequence[Word]) -> bool:
    """A unit says that the first figure counts: one that is known, or a word before what looks like a code."""
    unit = (found["u"] or "").strip(".").casefold()
    is_priced = bool(unit) and found.group().casefold().endswith(f"/{unit}")  # "10 bg Flour $29.75/bg"
    return unit in UNITS or is_priced or tokens.is_code(what[0].text.rstrip(":,"))


def _code(what: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The code that leads what is ordered, and the words behind it; or the one behind a label at its end."""
    if len(what) > _LABELLED and lexicon.key(what[-2].text) in spoken.NAMED and numbers.has_digit(what[-1].text):
        return (what[-1],), tuple(what[:-2])
    last = what[-1].text
    if len(what) > 1 and last[0] + last[-1] == "()" and numbers.has_digit(last) and tokens.is_capital_code(last[1:-1]):
        return (what[-1]._replace(text=last[1:-1]),), tuple(what[:-1])
    end = next((end for end in (4, 3, 2) if len(what) >= end and _is_grouped(_texts(what[:end]))), 1)
    first = what[0].text.rstrip(":,")
    is_alone = len(what) == end
    is_code = end > 1 or tokens.is_code(first) or (is_alone and tokens.is_capital_code(first)) or _is_lettered(first)
    if not is_code or (not is_alone and tokens.is_explained(what, 0)):
        return (), tuple(what)
    code = (*what[: end - 1], what[end - 1]._replace(text=what[end - 1].text.rstrip(":,")))
    rest = what[end:]
    return code, tuple(rest[1:] if rest and not any(map(str.isalnum, rest[0].text)) else rest)


def _is_grouped(texts: Sequence[str]) -> bool:
    """A code in groups, all of which but the first have figures: "932 577 985", "CEF 2076"; not "7079920 LED"."""
    return tokens.is_grouped(texts) and all(map(numbers.has_digit, texts[1:]))


def _is_lettered(text: str) -> bool:
    return len(text) > _FEW and text.isalpha() and text.isupper() and text.isascii()


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


def _columns(found: Sequence[_Listed]) -> tuple[Column, ...]:
    """A column for each part; that of the codes is sure where all items have one, and all are alike."""
    codes = [" ".join(_texts(one.parts["sku"])) for one in found]
    shapes = {tokens.shape(code) for code in codes}
    is_marked = all(any(map(str.isdigit, code)) for code in codes)
    is_sure = is_marked and (len(shapes) == 1 or not any(one.parts["description"] for one in found))
    return tuple(
        Column(role, role, 0.0, 0.0, is_exact=is_sure if role == "sku" else True)
        for role in _ROLES
        if any(one.parts[role] for one in found)
    )


def _item(one: _Listed, columns: tuple[Column, ...]) -> Item:
    cells = {at: words for at, column in enumerate(columns) if (words := one.parts[column.heading])}
    return Item(one.page, columns, cells, cells, one.rows)
