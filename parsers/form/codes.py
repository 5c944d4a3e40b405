"""The code of an item: in a column that says so, in a row that names it, or at the start of its words."""

import re
from collections.abc import Sequence

from parsers import dates, numbers
from parsers.form import lexicon
from parsers.form.items import Item
from parsers.numbers import Mark
from parsers.page import Word

_CODE = re.compile(r"^(?=.*\d)[A-Za-z0-9][\w./\-+#*]{3,}$")

_PREFIXED = re.compile(r"[A-Za-z]{2,}-\d")  # "RNG-114" is no sum of money below nought


def find(item: Item) -> tuple[str | None, tuple[Word, ...], bool]:
    """The code of the line, the words it stands in, and whether its place says that it is one."""
    columns = item.of("sku")
    for at in columns:
        words = _code_words(item, at) if item.columns[at].is_exact else ()
        if words:
            return joined(words), words, len(columns) == 1 and _is_one_code(item, at, words)
    labelled = _labelled(item) or _joint(item)
    if labelled:
        return joined(labelled), labelled, False
    for at in columns:
        words = _code_words(item, at)
        if words:
            return joined(words), words, False
    gtin = next((item.cells[at] for at in item.of("gtin") if at in item.cells), None)
    others = [word for at in _columns_unknown(item) for word in item.cells.get(at, ())]
    if gtin:
        return joined(gtin), gtin, not any(_looks_coded(word.text) for word in others)
    for at in (*item.of("number"), *item.of("description")):
        words = item.anchor.get(at, ()) or item.cells.get(at, ())
        place = 1 if len(words) > 1 and words[0].text.isdigit() and len(words[0].text) <= 5 else 0  # noqa: PLR2004
        if len(words) > place and (place or item.columns[at].role != "number") and _looks_coded(words[place].text):
            return words[place].text.rstrip(":-–,"), (words[place],), False
    return None, (), not any(_looks_coded(word.text) for words in item.cells.values() for word in words)


def _joint(item: Item) -> tuple[Word, ...]:
    """The code at the start of a cell that holds a code and a description: "30071005 - Knob", or a row of its own."""
    for at, column in enumerate(item.columns):
        words = item.anchor.get(at, ()) if column.has_code else ()
        if words:
            code, dash, rest = words[0].text.partition("-")
            if dash and rest[:1].isalpha() and code.isdigit() and len(code) > 4:  # noqa: PLR2004
                edge = words[0].x0 + (words[0].x1 - words[0].x0) * len(code) / len(words[0].text)
                return (words[0]._replace(text=code, x1=edge),)
            if is_code(words[0].text):
                return (words[0],)
    return ()


def _is_one_code(item: Item, at: int, words: Sequence[Word]) -> bool:
    """Nothing but a code stands in the cell: no second word beside it, none below that may belong to it."""
    below = [word for word in item.cells.get(at, ()) if word not in words]
    if (
        len(words) == 1
        and len(item.anchor.get(at, ())) == 1
        and _is_capital(words[0].text)
        and _are_words(below, words[0])
    ):
        return True
    is_column = all(words[at].top > words[at - 1].bottom - 1 for at in range(1, len(words)))
    return is_column and len(item.cells.get(at, ())) == len(words)


def _is_capital(text: str) -> bool:
    return text == text.upper() and len(text) > 3  # noqa: PLR2004 - the shortest code worth the name


def _are_words(below: Sequence[Word], code: Word) -> bool:
    """The row under a code goes on in words, several of them and without a figure: no piece of the code."""
    under = [word for word in below if word.top > code.middle]
    first = [word for word in under if abs(word.middle - under[0].middle) < under[0].height / 2]
    return len(under) == len(below) and len(first) > 1 and all(word.text.isalpha() for word in first)


def _code_words(item: Item, at: int) -> tuple[Word, ...]:
    """The words of a code in its column: those of the first row that has any, and pieces that a cell broke off."""
    words = item.anchor.get(at) or item.cells.get(at, ())
    if not words:
        return ()
    first = words[0]
    line = [word for word in words if abs(word.middle - first.middle) < first.height / 2]
    below = sorted((w for w in item.cells.get(at, ()) if w.top > first.middle), key=lambda w: (w.top, w.x0))
    is_cell = item.columns[at].is_ruled and len({round(word.top) for word in below}) == len(below) <= 3  # noqa: PLR2004
    for word in below:
        is_broken = is_cell or _is_broken(line[-1].text, word.text, line[0].text)
        if word.top - line[-1].bottom > first.height or not is_broken:
            break
        line.append(word)
    return tuple(line)


def _is_broken(piece: str, after: str, whole: str) -> bool:
    """A code goes on in the next row of a narrow cell."""
    if any(c.isspace() for c in after) or after.endswith(":"):
        return False
    return piece.endswith("-") or (piece[-1].isdigit() and after.isdigit() and len(after) <= len(whole))


def joined(words: Sequence[Word]) -> str:
    """A code, put together again where a narrow cell broke it."""
    whole = words[0].text
    before = words[0]
    for word in words[1:]:
        whole += word.text if word.top > before.bottom - 1 else f" {word.text}"
        before = word
    return whole


def _looks_coded(text: str) -> bool:
    digits = sum(c.isdigit() for c in text)
    return len(text) >= 6 and digits >= 3 and is_code(text.rstrip(":-–,"))  # noqa: PLR2004


def _labelled(item: Item) -> tuple[Word, ...]:
    """A code that a row under the item names: "Item Code: 601644"."""
    if len(item.rows) < 2:  # noqa: PLR2004 - no row under it
        return ()
    for row in item.rows:
        for end in range(min(len(row.words) - 1, 4), 0, -1):
            key = lexicon.key("".join(word.text for word in row.words[:end]))
            if row.words[end - 1].text.endswith(":") and lexicon.COLUMNS.get(key) == "sku":
                return (row.words[end],)
    return ()


def _columns_unknown(item: Item) -> list[int]:
    return [at for at, column in enumerate(item.columns) if column.role in {None, "description"}]


def is_code(text: str) -> bool:
    """Letters and digits without a space, and no sum of money, date or short count."""
    if text.isdigit():
        return len(text) > 3  # noqa: PLR2004 - a count is shorter
    is_number = not _PREFIXED.match(text) and any(numbers.value(text, mark) is not None for mark in Mark)
    return bool(_CODE.match(text)) and not is_number and not dates.find(text)
