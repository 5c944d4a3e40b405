"""The code of an item: in a column that says so, in a row that names it, or at the start of its words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers import numbers
from parsers.form import lexicon, tokens
from parsers.form.columns import Column
from parsers.form.item import Item
from parsers.page import Word

_BRACKETED = re.compile(r"^\[[^\s\[\]]{2,24}\]$")
_SELLERS = re.compile(
    r"vendor|^supp|mfr|mfg|manufact|your|seller|lieferant|ihre|fournisseur|votre|proveedor|fornitor|vostr|uw"
    r"|leverancier|^lev|levnr|toimittaja|dostawc|tedarik|仕入先|供应商"
)
_JOINT = re.compile(r"^(?P<code>(?=[^-–]*\d)[A-Za-z0-9./_]{4,})[-–](?P<rest>[A-Za-z].*)$")
_MOST_LABEL = 4  # words of a label in a row under an item
_MOST_COUNT = 5  # digits of a line number
_TWO, _FEW = 2, 3  # items that agree in how they begin


class Code(NamedTuple):
    """A code, the words it stands in with its label, whether its place says that it is one, and the buyer's own."""

    text: str | None
    words: tuple[Word, ...]
    is_sure: bool
    label: tuple[Word, ...] = ()
    buyers: str | None = None


_NUMBERED = ("#", "no", "nr", "sku", "number", "nummer")  # "Lev. varenr." names a code, "Our ref" may not

NONE = Code(None, (), is_sure=True)


def find(item: Item, *, leads: bool) -> Code:
    """The code of a line; `leads`: the words of all lines of its table begin with codes of one pattern."""
    named = _in_columns(item)
    sellers = next((code for code in _labelled(item) if _SELLERS.search(lexicon.key(_said(code.label)))), None)
    if named and sellers and not _is_sellers(item.columns[named[0]]):
        return sellers._replace(buyers=named[1].text)
    if named:
        return named[1]
    labelled = next(iter(_labelled(item)), None)
    if labelled:
        first = _leading(item, leads=leads) if _SELLERS.search(lexicon.key(_said(labelled.label))) else None
        return labelled._replace(buyers=first.text if first else None)
    above = item.above
    if above.code and not item.of("sku"):
        return Code(above.code[0].text, above.code, above.is_named)
    return _joint(item) or _inexact(item) or _bar_code(item) or _leading(item, leads=leads) or _none(item)


def begins(items: Sequence[Item]) -> bool:
    """The words of all items begin with a code each: of one pattern, in capitals before words, or in a row above."""
    first = [_first_words(item) for item in items]
    texts = [words[0].text.strip("[]:-–,") if words else "" for words in first]
    is_other = any(tokens.is_explained(words, 0) for words in first if words)
    if is_other or len(items) < _TWO or len(set(texts)) < len(items):
        return False
    if all(_stands_above(item) for item in items):
        return True
    if len(items) < _FEW:
        return False
    is_coded = all(tokens.looks_coded(text) for text in texts) and len({tokens.shape(text) for text in texts}) == 1
    return is_coded or all(words and tokens.stands_out(words) and len(words[0].text) > _FEW + 1 for words in first)


def _stands_above(item: Item) -> bool:
    """One word in capitals, with a dash or a figure, alone in its row above the words of an item."""
    for at in item.of("description"):
        words, whole = item.anchor.get(at, ()), item.cells.get(at, ())
        below = [word for word in whole if word.top > words[0].middle] if len(words) == 1 else []
        if len(words) == 1 and below and len(below) == len(whole) - 1 and tokens.stands_out((words[0], *below)):
            return True
    return False


# -- in a column ---------------------------------------------------------------------------------------------------


def _in_columns(item: Item) -> tuple[int, Code] | None:
    """The code in a column that calls itself so; of two, the one that is said to be the seller's."""
    filled = [(at, words) for at in item.of("sku") if says_code(item.columns[at]) and (words := _code_words(item, at))]
    if not filled:
        return None
    sellers = [(at, words) for at, words in filled if _is_sellers(item.columns[at]) and tokens.is_code(joined(words))]
    at, words = sellers[0] if sellers else filled[0]
    others = {joined(found) for other, found in filled if other != at and tokens.is_code(joined(found))}
    others -= {joined(words)}
    unnamed = {
        joined(found)
        for other in item.of("sku")
        if not says_code(item.columns[other]) and (found := _code_words(item, other))
    }
    others |= {text for text in unnamed if tokens.is_code(text)} - {joined(words)}
    is_clear = not others or len(sellers) == 1
    buyers = next(iter(others)) if len(others) == 1 and sellers else None
    return at, Code(joined(words), words, is_clear and _is_one_code(item, at, words), buyers=buyers)


def says_code(column: Column) -> bool:
    """A heading that is, or ends in, a wording for the code of an item: "Item no.", "ACME item #"."""
    if column.is_exact:
        return True
    said = column.heading.split()
    tails = [(len(said) - at, lexicon.key(" ".join(said[at:]))) for at in range(1, len(said))]
    return any(lexicon.COLUMNS.get(key) == "sku" and (size > 1 or key.endswith(_NUMBERED)) for size, key in tails)


def _is_sellers(column: Column) -> bool:
    return bool(_SELLERS.search(lexicon.key(column.heading)))


def _is_one_code(item: Item, at: int, words: Sequence[Word]) -> bool:
    """Nothing but a code stands in the cell: no second word beside it, none below that may belong to it."""
    below = [word for word in item.cells.get(at, ()) if word not in words]
    is_row = len(words) == len(item.anchor.get(at, ())) and all(_is_capital(word.text) for word in words)
    if is_row and len(joined(words)) > 3:  # noqa: PLR2004 - the shortest code worth the name
        has_digit = any(numbers.has_digit(word.text) for word in words)
        if (len(words) == 1 and _are_words(below, words[0])) or ((len(words) == 1 or has_digit) and _is_note(below)):
            return True
    is_column = all(words[at].top > words[at - 1].bottom - 1 for at in range(1, len(words)))
    return is_column and len(item.cells.get(at, ())) == len(words)


def _is_capital(text: str) -> bool:
    return text == text.upper()


def _are_words(below: Sequence[Word], code: Word) -> bool:
    """The row under a code goes on in words, several of them and without a figure: no piece of the code."""
    under = [word for word in below if word.top > code.middle]
    first = [word for word in under if abs(word.middle - under[0].middle) < under[0].height / 2]
    return len(under) == len(below) and len(first) > 1 and all(word.text.isalpha() for word in first)


def _is_note(below: Sequence[Word]) -> bool:
    """What stands below begins with a label of an order ("Requested Date 07/08/21", "PACKING: ...")."""
    if below and below[0].text.endswith(":") and len(below[0].text) > _FEW:
        return True
    keys = [lexicon.key(word.text) for word in below[:_MOST_LABEL]]
    return any(
        (key := "".join(keys[:end])) in lexicon.FIELDS or lexicon.COLUMNS.get(key) not in {None, "sku"}
        for end in range(len(keys), 0, -1)
        if keys[0]
    )


def _code_words(item: Item, at: int) -> tuple[Word, ...]:
    """The words of a code in its column: those of the first row that has any, and pieces that a cell broke off."""
    words = item.anchor.get(at) or item.cells.get(at, ())
    if not words:
        return ()
    first = words[0]
    line = [word for word in words if abs(word.middle - first.middle) < first.height / 2]
    below = sorted((w for w in item.cells.get(at, ()) if w.top > first.middle), key=lambda w: (w.top, w.x0))
    is_cell = item.columns[at].is_ruled and len({round(word.top) for word in below}) == len(below) <= _FEW
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


def _inexact(item: Item) -> Code | None:
    """A column that holds codes, though its heading does not say so."""
    for at in item.of("sku"):
        words = _code_words(item, at)
        if words:
            return Code(joined(words), words, is_sure=False)
    return None


def _bar_code(item: Item) -> Code | None:
    gtin = next((item.cells[at] for at in item.of("gtin") if at in item.cells), None)
    if not gtin:
        return None
    return Code(joined(gtin), gtin, is_sure=not any(tokens.open_codes(words) for words in _wordy(item)))


# -- in words ------------------------------------------------------------------------------------------------------


def _labelled(item: Item) -> Iterator[Code]:
    """Codes that the rows of an item name: "Item Code: 601644", "Your material number 8000032800"."""
    for at, row in enumerate(item.rows if len(item.rows) > 1 else ()):
        words = row.words
        above = lexicon.key(item.rows[at - 1].words[-1].text) if at else ""
        for end in range(min(len(words) - 1, _MOST_LABEL), 0, -1):
            key = lexicon.key(_said(words[:end]))
            is_label = lexicon.COLUMNS.get(key) == "sku" and lexicon.COLUMNS.get(above + key) in {None, "sku"}
            text = words[end].text.strip(".,;")
            # Behind "SKU:" a word in capitals is a code, with or without a figure in it.
            is_named = words[end - 1].text.endswith(":") and tokens.is_capital_code(text) and _ends(words, end)
            if not is_label or not (is_named or tokens.is_code(text)):
                continue
            # Without a colon a label must be more than one word, and the code must stand alone.
            if words[end - 1].text.endswith(":") or (end > 1 and len(words) == end + 1):
                code = words[end]._replace(text=text)
                yield Code(code.text, (words[end],), is_sure=True, label=tuple(words[:end]))
            break


def _ends(words: Sequence[Word], at: int) -> bool:
    """Nothing follows this word in its cell."""
    return at + 1 == len(words) or words[at + 1].x0 - words[at].x1 > words[at].height


def _joint(item: Item) -> Code | None:
    """The code at the start of a cell that holds a code and a description: "30071005 - Knob", or a row of its own."""
    for at, column in enumerate(item.columns):
        words = item.anchor.get(at, ()) if column.has_code else ()
        if words:
            found = _JOINT.match(words[0].text)
            if found:
                edge = words[0].x0 + (words[0].x1 - words[0].x0) * found.end("code") / len(words[0].text)
                code = words[0]._replace(text=found["code"], x1=edge)
                return Code(code.text, (code,), is_sure=found["code"].isdigit())
            if tokens.is_code(words[0].text):
                is_sure = tokens.looks_coded(words[0].text) and not tokens.is_explained(words, 0)
                return Code(words[0].text, (words[0],), is_sure=is_sure)
    return None


def _first_words(item: Item) -> tuple[Word, ...]:
    """The words of an item from the first on that may be its code: behind a line number, if one leads them."""
    for at in (*item.of("number"), *item.of("description")):
        words = item.anchor.get(at, ()) or item.cells.get(at, ())
        place = 1 if len(words) > 1 and words[0].text.isdigit() and len(words[0].text) <= _MOST_COUNT else 0
        if len(words) > place and (place or item.columns[at].role != "number"):
            return words[place:]
    return ()


def _leading(item: Item, *, leads: bool) -> Code | None:
    """The first of an item's words, where it looks like a code: "[DESK-20] Desk", "RNG-10114 Gold ring"."""
    words = _first_words(item)
    if not words:
        return None
    text = words[0].text
    if _BRACKETED.match(text) and len(words) > 1:
        return Code(text[1:-1], (words[0],), is_sure=True)
    bare = text.strip("[]").rstrip(":-–,")
    is_coded = tokens.looks_coded(bare) or tokens.stands_out(words) or _stands_above(item)
    if not is_coded or tokens.is_explained(words, 0):
        return None
    return Code(bare, (words[0],), is_sure=leads)


def _none(item: Item) -> Code:
    """No code is printed; sure where no word looks like one."""
    numbers = [word.text for at in item.of("number") for word in item.anchor.get(at, ())]
    is_counted = all(not any(c.isalpha() for c in text) for text in numbers)
    return NONE._replace(is_sure=is_counted and not any(tokens.open_codes(words) for words in _wordy(item)))


def _wordy(item: Item) -> list[tuple[Word, ...]]:
    """The cells in which a code may stand unnamed."""
    return [words for at, words in item.cells.items() if item.columns[at].role in {None, "description"}]


def _said(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words)
