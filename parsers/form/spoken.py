"""Codes that the words of an item name: behind a label, before a dash or a colon, or as their first word."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.form import lexicon, tokens
from parsers.form.item import Item
from parsers.page import Row, Word

_BRACKETED = re.compile(r"^\[[^\s\[\]]{2,24}\]$")
_JOINT = re.compile(r"^(?P<code>(?=[^-–]*\d)[A-Za-z0-9./_]{4,})[-–](?P<rest>[A-Za-z].*)$")
_DASHES = frozenset({"-", "–", "—", ":"})
_MOST_LABEL = 4  # words of a label in a row under an item
_MOST_COUNT = 5  # digits of a line number
_TWO, _FEW = 2, 3  # items that agree in how they begin
_COUNTED = 6  # digits of the number of a line; more are a code
_SHORTEST = 4  # characters of a code before a dash
NAMED = frozenset(
    "articulo article artikel articolo artigo item material product producto produit produkt prodotto part style"
    " model modelo modell modello modele code codigo codice kod".split()
)
_GROUP = 3  # digits of a code written in groups
_CODED = 4  # letters of a code that stands alone; fewer may be a country, a unit or a tax code


class Code(NamedTuple):
    """A code, the words it stands in with its label, whether its place says that it is one, and the buyer's own."""

    text: str | None
    words: tuple[Word, ...]
    is_sure: bool
    label: tuple[Word, ...] = ()
    buyers: str | None = None


NONE = Code(None, (), is_sure=True)


def begins(items: Sequence[Item]) -> bool:
    """The words of all items begin with a code each: of one pattern, in capitals before words, or in a row above."""
    first = [_first_words(item) for item in items]
    texts = [words[0].text.strip("[]:-–,") if words else "" for words in first]
    if len(set(texts)) >= _TWO and all(_parted(words) for words in first):
        return True
    is_other = any(tokens.is_explained(words, 0) for words in first if words)
    if is_other or len(items) < _TWO or len(set(texts)) < len(items):
        return False
    if _mostly(items, first, texts):
        return True
    is_above = all(_stands_above(item) for item in items) or all(_grouped_above(item) for item in items)
    if is_above or _are_lettered(items) or _are_grouped(first):
        return True
    if len(items) < _FEW:
        return False
    is_coded = all(tokens.looks_coded(text) for text in texts) and len({tokens.shape(text) for text in texts}) == 1
    return is_coded or all(words and tokens.stands_out(words) and len(words[0].text) > _FEW + 1 for words in first)


def _are_grouped(first: Sequence[Sequence[Word]]) -> bool:
    """Each item begins with groups of figures and capitals, all of one pattern: "DMD 3857 Glass jar"."""
    shapes = {" ".join(tokens.shape(word.text) for word in _group(words)) for words in first}
    return len(shapes) == 1 and shapes != {""}


def _group(words: Sequence[Word]) -> tuple[Word, ...]:
    """The groups that a code before words is written in; all but the first have figures."""
    for end in (4, 3, 2):
        texts = [word.text for word in words[:end]]
        is_followed = len(words) > end and any(c.islower() for c in words[end].text)
        if is_followed and tokens.is_grouped(texts) and all(any(map(str.isdigit, text)) for text in texts[1:]):
            return tuple(words[:end])
    return ()


def _are_lettered(items: Sequence[Item]) -> bool:
    """Each item begins with another word in capitals, all of one length: codes rather than brands."""
    first = [_opening(item) for item in items]
    return all(tokens.is_lettered(words) for words in first) and len({len(words[0].text) for words in first}) == 1


def is_lettered(item: Item) -> bool:
    """An item begins with a longer word in capitals alone: a code, or a brand."""
    return tokens.is_lettered(_opening(item))


def _opening(item: Item) -> tuple[Word, ...]:
    """The first words of an item; below one that stands alone in its row, those of the next row too."""
    words = _first_words(item)
    cell = next((item.cells[at] for at in item.of("description") if words and words[0] in item.cells.get(at, ())), ())
    return words if len(words) != 1 else (*words, *(word for word in cell if word.top > words[0].middle))


def _mostly(items: Sequence[Item], first: Sequence[Sequence[Word]], texts: Sequence[str]) -> bool:
    """Most items begin with codes of one pattern, with letters and figures; the others say plain words alone."""
    coded = [at for at, words in enumerate(first) if words and tokens.looks_marked(texts[at])]
    plain = [at for at in range(len(items)) if at not in coded]
    shapes = {tokens.shape(texts[at]) for at in coded}
    return len(coded) >= _TWO > len(shapes) and len(coded) > len(plain) and all(is_plain(items[at]) for at in plain)


def is_plain(item: Item) -> bool:
    """No column of codes, and words alone: none in capitals, with a figure or a dash, but for measures."""
    cells = wordy(item)
    return (
        not item.of("sku")
        and bool(cells)
        and not any(_may_be_code(words, at) for words in cells for at in range(len(words)))
    )


def _may_be_code(words: Sequence[Word], at: int) -> bool:
    text = words[at].text.strip(".,;:()[]")
    is_marked = len(text) > _TWO and any(c.isdigit() or c in "-_/" for c in text) and not text.isdigit()
    is_long = text.isdigit() and len(text) > _GROUP
    is_capital = len(text) > _TWO and text.isalpha() and text == text.upper()
    return (is_marked or is_long or is_capital) and not tokens.is_explained(words, at)


def _stands_above(item: Item) -> bool:
    """One word in capitals, with a dash or a figure, alone in its row above the words of an item."""
    words, below = _above(item)
    return len(words) == 1 and tokens.stands_out((words[0], *below))


def _above(item: Item) -> tuple[tuple[Word, ...], list[Word]]:
    """The words of the first row of a description that goes on below it, and those of the rows below."""
    for at in item.of("description"):
        words, whole = item.anchor.get(at, ()), item.cells.get(at, ())
        below = [word for word in whole if word.top > words[0].middle] if words else []
        if below and whole[: len(words)] == words and len(below) + len(words) == len(whole):
            return words, below
    return (), []


def _grouped_above(item: Item) -> tuple[Word, ...]:
    """A code written in groups ("CEF 2076"), alone in its row above the words of an item."""
    words, below = _above(item)
    is_code = tokens.is_grouped([word.text for word in words]) and any(c.islower() for word in below for c in word.text)
    return words if is_code and not tokens.is_explained(words, 0) else ()


def labelled(item: Item) -> Iterator[Code]:
    """Codes that an item names: "Item Code: 601644", "Your material number 8000032800", "Knob, red. Code: KK-798"."""
    for at, row in enumerate(item.rows if len(item.rows) > 1 else ()):
        words = row.words
        above = lexicon.key(item.rows[at - 1].words[-1].text) if at else ""
        for end in range(min(len(words) - 1, _MOST_LABEL), 0, -1):
            # Without a colon a label must be more than one word, and the code must stand alone.
            is_plain = words[end - 1].text.endswith(":") or (end > 1 and len(words) == end + 1)
            found = _after_label(words, 0, end, above) if is_plain else None
            if found:
                yield _with_row_below(found, words, item.rows[at + 1 : at + 2])
                break
    for at in item.of("description"):
        words = item.cells.get(at, ())
        for end in range(2, len(words)):
            if words[end - 1].text.endswith(":"):
                starts = range(max(1, end - _FEW), end)
                inside = (_after_label(words, start, end, lexicon.key(words[start - 1].text)) for start in starts)
                yield from (one for one in inside if one)


def _with_row_below(code: Code, words: Sequence[Word], below: Sequence[Row]) -> Code:
    """A code at the end of its row, with the figures that stand alone under it: they may be its other half."""
    alone = below[0].words if below else ()
    texts = [*(word.text for word in code.words), *(word.text for word in alone)]
    if len(alone) != 1 or words[-1] != code.words[-1] or not any(map(str.isdigit, alone[0].text)):
        return code
    if not tokens.is_grouped(texts):
        return code._replace(is_sure=code.is_sure and not tokens.is_capital_code(alone[0].text))
    return code._replace(text=" ".join(texts), words=(*code.words, *alone), is_sure=False)


def _after_label(words: Sequence[Word], start: int, end: int, above: str) -> Code | None:
    """The code behind the words of a label, which must not go on from the word before it ("HSN" + "Code:")."""
    key = lexicon.key(said(words[start:end]))
    is_label = lexicon.COLUMNS.get(key) == "sku" or (key in NAMED and words[end - 1].text.endswith(":"))
    if not is_label or lexicon.COLUMNS.get(above + key) not in {None, "sku"}:
        return None
    code = [words[end]]
    for word in words[end + 1 :]:
        is_beside = word.top < code[-1].middle and word.x0 - code[-1].x1 < word.height
        if not is_beside or not tokens.is_grouped([*(part.text for part in code), word.text]):
            break
        code.append(word)
    text = " ".join(word.text for word in code).strip(".,;")
    # Behind "SKU:" a word in capitals is a code, with or without a figure in it.
    is_name = words[end - 1].text.endswith(":") and tokens.is_capital_code(text) and _ends(words, end)
    is_code = tokens.is_code(text) or len(code) > 1 or is_name
    return Code(text, tuple(code), is_sure=True, label=tuple(words[start:end])) if is_code else None


def _ends(words: Sequence[Word], at: int) -> bool:
    """Nothing follows this word in its row of its cell."""
    is_last = at + 1 == len(words) or words[at + 1].top > words[at].middle
    return is_last or words[at + 1].x0 - words[at].x1 > words[at].height


def joint(item: Item, *, leads: bool = False) -> Code | None:
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
                is_sure = (leads or tokens.looks_coded(words[0].text)) and not tokens.is_explained(words, 0)
                return Code(words[0].text, (words[0],), is_sure=is_sure)
    return None


def _first_words(item: Item) -> tuple[Word, ...]:
    """The words of an item from the first on that may be its code: behind a line number, if one leads them."""
    for at in (*item.of("number"), *item.of("description")):
        words, whole = item.anchor.get(at, ()), item.cells.get(at, ())
        is_cut = len(words) < _TWO or words[-1].text in _DASHES
        if is_cut and whole[: len(words)] == words:  # a narrow cell may leave a code alone in its row
            words = whole
        is_count = len(words) > 1 and words[0].text.isdigit() and len(words[0].text) <= _MOST_COUNT
        place = int(is_count and not words[1].text.isdigit() and words[1].text not in _DASHES)
        if len(words) > place and (place or item.columns[at].role != "number"):
            return words[place:]
    return ()


def leading(item: Item, *, leads: bool) -> Code | None:
    """The first of an item's words, where it looks like a code: "[DESK-20] Desk", "RNG-10114 Gold ring"."""
    words = _first_words(item)
    if not words:
        return None
    text = words[0].text
    if _BRACKETED.match(text) and len(words) > 1:
        return Code(text[1:-1], (words[0],), is_sure=True)
    apart = _parted(words)
    if apart:
        return Code(" ".join(word.text.rstrip(":") for word in apart), apart, is_sure=leads)
    if grouped := _grouped_above(item):
        return Code(" ".join(word.text for word in grouped), grouped, is_sure=leads)
    bare = text.strip("[]").rstrip(":-–,")
    group = _group(words) if leads and not tokens.looks_coded(bare) else ()
    if group:
        return Code(" ".join(word.text for word in group), group, is_sure=False)
    is_coded = tokens.looks_coded(bare) or tokens.stands_out(words) or _stands_above(item)
    if not (is_coded or (leads and is_lettered(item))) or tokens.is_explained(words, 0):
        return None
    return Code(bare, (words[0],), is_sure=leads and is_coded)


def parted(item: Item) -> str | None:
    """What stands before a dash or a colon at the start of an item, if it looks like a code."""
    found = _parted(_first_words(item))
    return " ".join(word.text.rstrip(":") for word in found) if found else None


def _parted(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a code before a dash or a colon: "846 958 248 - Tea towel", "NMLM34C: Tray"."""
    for at, word in enumerate(words[:_MOST_LABEL]):
        is_end = word.text.endswith(":") and len(word.text) > 1
        before = words[: at + 1] if is_end else words[:at]
        if is_end or word.text in _DASHES:
            text = "".join(part.text.rstrip(":") for part in before)
            is_capital = text == text.upper() and text.isascii()
            after = words[at + 1 : at + 2]
            is_said = bool(after) and any(c.isalpha() for c in after[0].text)
            is_code = len(text) >= _SHORTEST and is_capital and is_said
            return tuple(before) if is_code and not tokens.is_explained(words, 0) else ()
    return ()


def none(item: Item) -> Code:
    """No code is printed; sure where no word looks like one."""
    numbers = [word.text for at in item.of("number") for word in item.anchor.get(at, ())]
    is_counted = all(not any(c.isalpha() for c in text) and len(text) <= _COUNTED for text in numbers)
    first = _first_words(item)
    if (
        len(first) > 1
        and first[0].text.isdigit()
        and len(first[0].text) >= _GROUP
        and not tokens.is_explained(first, 0)
    ):
        is_counted = False  # "932 577 985 Tea towel"
    if len(first) > 1 and tokens.is_grouped([word.text for word in first[:2]]) and not tokens.is_explained(first, 0):
        is_counted = False  # "CEF 2076 Cushion"
    if any(_is_named(words) for words in wordy(item)):
        is_counted = False  # "Réf.: FEMSS"
    if len(first) > 1 and tokens.is_mixed(first[0].text) and not tokens.is_explained(first, 0):
        is_counted = False  # "PFBM73G glove"
    is_counted = is_counted and not _capitals_alone(item) and not is_lettered(item)
    return NONE._replace(is_sure=is_counted and not any(tokens.open_codes(words) for words in wordy(item)))


def _is_named(words: Sequence[Word]) -> bool:
    """A label that nobody knows, and a word in capitals behind it."""
    return any(
        before.text.endswith(":")
        and (len(before.text) > _TWO or (_ends_label(words, at) and tokens.is_code(after.text)))
        and tokens.is_capital_code(after.text)
        and lexicon.COLUMNS.get(lexicon.key(before.text)) in {None, "sku", "buyer_sku", "description"}
        and not any(c.islower() for c in after.text)
        and not tokens.is_explained(words, at + 1)
        for at, (before, after) in enumerate(pairwise(words))
    )


def _ends_label(words: Sequence[Word], at: int) -> bool:
    """One letter or figure that ends a longer label, and no size: "Index A:"."""
    return at > 0 and words[at - 1].text.isalpha() and len(words[at - 1].text) > _TWO


def _capitals_alone(item: Item) -> bool:
    """One longer word in capitals under a heading that nobody knows, beside the description: it may be the code."""
    for at, column in enumerate(item.columns):
        words = item.anchor.get(at, ()) if column.role is None else ()
        if len(words) == 1 and len(words[0].text) >= _CODED and tokens.is_capital_code(words[0].text):
            return True
    return False


def wordy(item: Item) -> list[tuple[Word, ...]]:
    """The cells in which a code may stand unnamed."""
    return [words for at, words in item.cells.items() if item.columns[at].role in {None, "description"}]


def said(words: Sequence[Word]) -> str:
    """Words without the space between them."""
    return "".join(word.text for word in words)
