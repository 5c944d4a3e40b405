"""What the columns of a table hold, given what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.form import tokens
from parsers.form.columns import Column
from parsers.form.figures import Cells
from parsers.form.item import Item
from parsers.page import Word

_MONEY = re.compile(r"[$€£¥₹]|\d[.,]\d{2}$")
_BAR_CODE = 8  # digits at least
_TWO = 2  # words of a code at most


def refined(items: Sequence[Item]) -> tuple[Column, ...]:
    """Headings such as "Item" or "No." mean a code, a count or words: the cells say which."""
    sample = items[:60]
    texts = {at: [_text(item.anchor.get(at, ())) for item in sample] for at in range(len(items[0].columns))}
    columns = _described([_heard(column) for column in items[0].columns], sample, texts)
    if not _has(columns, "sku"):
        coded = [at for at, column in enumerate(columns) if column.role is None and _kind(texts[at]) == "sku"]
        if len(coded) == 1:
            columns[coded[0]] = replace(columns[coded[0]], role="sku", is_exact=False)
    for at, column in enumerate(columns):
        if column.role == "number" and _is_coded(texts[at]) and not _has(columns, "sku"):
            columns[at] = replace(column, role="sku")
        elif column.role == "number" and _is_money(texts[at]):
            columns[at] = replace(column, role=None if _has(columns, "amount") else "amount", is_exact=False)
        elif column.role == "gtin" and not _are_bar_codes([_text(item.cells.get(at, ())) for item in sample]):
            columns[at] = replace(column, role=None, is_exact=False)
        elif column.role == "sku" and _is_counting(texts[at]) and not _has(columns, "number"):
            columns[at] = replace(column, role="number")
    return tuple(columns)


def _heard(column: Column) -> Column:
    """A heading of which only a part is known to name nothing that counts may name anything."""
    return replace(column, role=None) if column.role == "ignore" and not column.is_exact else column


def unspilled(items: Sequence[Item]) -> list[Item]:
    """Words that reach from the left into the column of line numbers, put back: each number is the last of its cell."""
    columns = items[0].columns
    numbered = _without_numbers(items)
    if numbered:
        return numbered
    at = next((at for at, column in enumerate(columns) if column.role == "number" and at), None)
    cells = [item.anchor.get(at, ()) for item in items] if at is not None else []
    if at is None or all(len(words) < _TWO for words in cells) or not all(cells):
        return list(items)
    if not _is_counting([words[-1].text for words in cells]):
        return list(items)
    return [replace(item, anchor=_moved(item.anchor, at), cells=_moved(item.cells, at)) for item in items]


def _without_numbers(items: Sequence[Item]) -> list[Item]:
    """Codes without the numbers of the lines, where both stand in the column of the codes: "1 NM.352", "2 RH.331"."""
    columns = items[0].columns
    if len(items) < _TWO or any(column.role == "number" for column in columns):
        return []
    for at, column in enumerate(columns):
        cells = [item.anchor.get(at, ()) for item in items] if column.role in {"sku", "buyer_sku"} else [()]
        if all(len(words) > 1 for words in cells) and _is_counting([words[0].text for words in cells]):
            return [replace(item, anchor=_behind(item.anchor, at), cells=_behind(item.cells, at)) for item in items]
    return []


def _behind(cells: Cells, at: int) -> Cells:
    return {**cells, at: cells[at][1:]}


def _moved(cells: Cells, at: int) -> Cells:
    words = cells.get(at, ())
    last = next((word for word in reversed(words) if word.text.rstrip(".").isdigit()), None)
    others = tuple(word for word in words if word is not last)
    if last is None or not others:
        return cells
    left = sorted((*cells.get(at - 1, ()), *others), key=lambda word: (round(word.top), word.x0))
    return {**cells, at: (last,), at - 1: tuple(left)}


def _described(columns: Sequence[Column], sample: Sequence[Item], texts: dict[int, list[str]]) -> list[Column]:
    """One column of words: of those that call themselves so, else of all, the one with most letters."""
    settled = list(columns)
    described = [at for at, column in enumerate(columns) if column.role == "description"]
    if not described:
        unknown = [at for at, column in enumerate(columns) if column.role is None]
        best = max(unknown, key=lambda at: sum(c.isalpha() for text in texts[at] for c in text), default=None)
        if best is not None:
            settled[best] = replace(settled[best], role="description")
        return settled
    widest = max(described, key=lambda at: sum(_letters(item.cells.get(at, ())) for item in sample))
    for at in described:
        if at != widest:
            kind = _kind(texts[at])
            is_short = all(len(text.split()) <= _TWO for text in texts[at])
            is_named = kind == "sku" or (is_short and all(_is_named(text) for text in texts[at]))
            settled[at] = replace(settled[at], role=kind or ("sku" if is_short else None), is_exact=is_named)
    return settled


def _has(columns: Sequence[Column], role: str) -> bool:
    return any(column.role == role for column in columns)


def _kind(texts: Sequence[str]) -> str | None:
    """What cells hold: codes ("sku"), the count of lines ("number"), or anything (None)."""
    filled = [text for text in texts if text]
    if not filled:
        return None
    if _is_counting(filled):
        return "number"
    coded = sum(1 for text in filled if tokens.is_code(text) or tokens.is_grouped(text.split()))
    return "sku" if coded >= 0.7 * len(filled) else None


def _is_money(texts: Sequence[str]) -> bool:
    """Under "Line" stand sums: each has decimals or a sign of currency."""
    filled = [text for text in texts if text]
    return bool(filled) and all(_MONEY.search(text) and any(c.isdigit() for c in text) for text in filled)


def _are_bar_codes(texts: Sequence[str]) -> bool:
    """Most of the cells hold eight digits or more, or none of them holds anything."""
    filled = ["".join(c for c in text if c.isalnum()) for text in texts if text]
    return sum(1 for text in filled if text.isdigit() and len(text) >= _BAR_CODE) * 2 >= len(filled)


def _is_coded(texts: Sequence[str]) -> bool:
    """Under "No." stand codes: most have letters, all are one word."""
    filled = [text for text in texts if text]
    lettered = sum(1 for text in filled if any(c.isalpha() for c in text))
    is_words = all(len(text.split()) == 1 for text in filled)
    return _kind(filled) == "sku" or (is_words and len(filled) > 1 and lettered == len(filled))


def _is_named(text: str) -> bool:
    """Capitals with a dash or a figure: "FL-BRUL" beside a column of descriptions is a code."""
    return text == text.upper() and len(text.split()) == 1 and any(c.isdigit() or c in "-_/" for c in text)


def _is_counting(texts: Sequence[str]) -> bool:
    """1, 2, 3 or 10, 20, 30 or 0010, 0020."""
    filled = [text.rstrip(".") for text in texts if text]
    if not filled or not all(text.isdigit() for text in filled):
        return False
    counted = [int(text) for text in filled]
    if len(counted) == 1:
        return counted[0] in {1, 10, 100} and len(filled[0]) <= 5  # noqa: PLR2004 - 00010
    steps = {after - before for before, after in pairwise(counted)}
    return len(steps) == 1 and steps <= {1, 2, 3, 5, 10, 100} and counted[0] <= 100  # noqa: PLR2004


def by_role(columns: Sequence[Column]) -> dict[str, tuple[int, ...]]:
    """The columns (index) of each role, from left to right."""
    named = {column.role for column in columns if column.role}
    return {role: tuple(at for at, column in enumerate(columns) if column.role == role) for role in named}


def _letters(words: Sequence[Word]) -> int:
    return sum(c.isalpha() for word in words for c in word.text)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
