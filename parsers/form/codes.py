"""The code of an item: in a column that says so, in a row that names it, or at the start of its words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers import numbers
from parsers.form import lexicon, spoken, tokens
from parsers.form.columns import Column
from parsers.form.item import Item
from parsers.form.spoken import Code
from parsers.page import Word

_SELLERS = re.compile(
    r"vendor|^supp|mfr|mfg|manufact|your|seller|lieferant|ihre|fournisseur|votre|proveedor|fornitor|vostr|uw"
    r"|leverancier|^lev|levnr|toimittaja|dostawc|tedarik|仕入先|供应商"
)
_NOUN = re.compile(r"item|part|art|material|product|model|style|sku|catalog|code|varen|number|nummer|numero")
_MOST_LABEL = 4  # words of a label below a code
_COUNT = 2  # digits
_FEW = 3  # rows of a code that a narrow cell broke
_NUMBERED = ("#", "no", "nr", "sku", "number", "nummer")  # "Lev. varenr." names a code, "Our ref" may not


def find(item: Item, *, leads: bool) -> Code:
    """The code of a line; `leads`: the words of all lines of its table begin with codes of one pattern."""
    named = _in_columns(item)
    said = list(spoken.labelled(item))
    sellers = next((code for code in said if _is_sellers_label(code)), None)
    if named and sellers and not _is_sellers(item.columns[named[0]]) and sellers.text not in _buyers(item):
        return sellers._replace(buyers=named[1].text)
    if named:
        rivals = {code.text for code in said} | {spoken.parted(item)}
        rivals -= {named[1].text, named[1].buyers, None, *_buyers(item)}
        return named[1]._replace(is_sure=named[1].is_sure and not rivals)
    first = spoken.joint(item, leads=leads) or (spoken.leading(item, leads=leads) if said or leads else None)
    if said:
        is_one = len({code.text for code in said}) == 1 and said[0].is_sure and not _unread_codes(item, said[0])
        if first is None or sellers is said[0]:
            return said[0]._replace(buyers=first.text if first else None, is_sure=is_one)
        return said[0]._replace(is_sure=is_one and first.text == said[0].text)
    above = item.above
    if above.code and not item.of("sku"):
        return Code(above.code[0].text, above.code, above.is_named)
    return first or _inexact(item) or _bar_code(item, leads=leads) or _in_words(item, leads=leads)


def _unread_codes(item: Item, said: Code) -> bool:
    """Another word like a code stands in a column that nobody understood: which of the two names the product?"""
    unread = [
        at
        for at, column in enumerate(item.columns)
        if column.role is None or (column.role == "sku" and not says_code(column))
    ]
    words = [found for at in unread if (found := item.anchor.get(at))]
    return any(len(one) == 1 and tokens.looks_coded(one[0].text) and one[0].text != said.text for one in words)


def _in_words(item: Item, *, leads: bool) -> Code:
    leading = spoken.leading(item, leads=leads)
    if leading is None and len(_buyers(item)) == 1:
        at = next(at for at in item.of("buyer_sku") if item.cells.get(at))
        words = item.cells[at]
        is_one = _is_one_code(item, at, words) and not _may_begin_with_count(words)
        is_sure = spoken.none(item).is_sure and is_one
        words = words if is_one else _only_code(words)
        return Code(joined(words), words, is_sure)  # the only code that is printed
    return leading or spoken.none(item)


def _is_sellers_label(code: Code) -> bool:
    return bool(_SELLERS.search(_key(code)) and _NOUN.search(_key(code)))


def _key(code: Code) -> str:
    return lexicon.key(spoken.said(code.label))


def _buyers(item: Item) -> set[str]:
    return {joined(words) for at in item.of("buyer_sku") if (words := item.cells.get(at))}


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
    is_pair = len(others) == 1 and not unnamed  # two codes of one item, both of them kept: either finds it
    is_clear = not others or len(sellers) == 1 or (is_pair and not sellers)
    buyers = next(iter(others)) if len(others) == 1 and (sellers or is_pair) else None
    is_one = _is_one_code(item, at, words)
    words = words if is_one else _only_code(words)
    return at, Code(joined(words), words, is_clear and is_one, buyers=buyers)


def _only_code(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The one word like a code, where a cell swallowed its neighbour or a word is printed across it; else all."""
    coded = [word for word in words if tokens.is_code(word.text.strip("-–,:"))]
    plain = sum(1 for word in words if word.text.strip("-–,:").isalpha())
    return (coded[0],) if len(coded) == 1 and plain else words


def says_code(column: Column) -> bool:
    """A heading that is, or ends in, a wording for the code of an item: "Item no.", "ACME item #"."""
    return column.is_exact or _ends_in_code(column.heading)


@lru_cache(maxsize=1024)
def _ends_in_code(heading: str) -> bool:
    said = heading.split()
    tails = [(len(said) - at, lexicon.key(" ".join(said[at:]))) for at in range(1, len(said))]
    return any(lexicon.COLUMNS.get(key) == "sku" and (size > 1 or key.endswith(_NUMBERED)) for size, key in tails)


def _is_sellers(column: Column) -> bool:
    return _names_seller(column.heading)


@lru_cache(maxsize=1024)
def _names_seller(heading: str) -> bool:
    return bool(_SELLERS.search(lexicon.key(heading)))


def _is_one_code(item: Item, at: int, words: Sequence[Word]) -> bool:
    """Nothing but a code stands in the cell: no second word beside it, none below that may belong to it."""
    below = [word for word in item.cells.get(at, ()) if word not in words]
    if _may_begin_with_count(words):
        return False
    is_row = len(words) == len(item.anchor.get(at, ())) and all(_is_capital(word.text) for word in words)
    if is_row and len(joined(words)) > 3:  # noqa: PLR2004 - the shortest code worth the name
        has_digit = any(numbers.has_digit(word.text) for word in words)
        if (len(words) == 1 and _are_words(below, words[0])) or ((len(words) == 1 or has_digit) and _is_note(below)):
            return True
    if not below and tokens.is_grouped([word.text for word in words]):
        return True
    if len(words) > 1 and tokens.may_be_tariff(words[-1].text) and not words[-2].text.endswith("-"):
        return False
    is_column = all(words[at].top > words[at - 1].bottom - 1 for at in range(1, len(words)))
    return is_column and len(item.cells.get(at, ())) == len(words)


def _may_begin_with_count(words: Sequence[Word]) -> bool:
    """The number of the line may stand before the code: "2 RH.331"."""
    return len(words) > 1 and words[0].text.isdigit() and len(words[0].text) <= _COUNT


def _is_capital(text: str) -> bool:
    return text == text.upper()


def _are_words(below: Sequence[Word], code: Word) -> bool:
    """The row under a code goes on in words, several of them, with no figure in the first: no piece of the code."""
    under = [word for word in below if word.top > code.middle]
    first = [word for word in under if abs(word.middle - under[0].middle) < under[0].height / 2]
    start = first[0].text.strip("#*(-,") if first else ""
    is_said = start.isalpha() and len(start) > _FEW and not code.text.endswith(("-", "/", "_", "."))
    return len(under) == len(below) and len(first) > 1 and (is_said or all(word.text.isalpha() for word in first))


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
    if _names_two(item.columns[at].heading):
        return tuple(line)
    below = sorted((w for w in item.cells.get(at, ()) if w.top > first.middle), key=lambda w: (w.top, w.x0))
    is_cell = item.columns[at].is_ruled and len({round(word.top) for word in below}) == len(below) <= _FEW
    for word in below:
        is_broken = is_cell or _is_broken(line[-1].text, word.text, line[0].text)
        is_tariff = tokens.may_be_tariff(word.text) and not line[-1].text.isdigit() and line[-1].text[-1].isalnum()
        if word.top - line[-1].bottom > first.height or not is_broken or is_tariff:
            break
        line.append(word)
    return tuple(line)


def _names_two(heading: str) -> bool:
    """A heading of two storeys: "Material Code" over "HSN", so that a row below a code is something else."""
    said = heading.split()
    roles = [(_role(said[:at]), _role(said[at:])) for at in range(1, len(said))]
    return any(first == "sku" and second not in {None, "sku"} for first, second in roles)


def _role(said: Sequence[str]) -> str | None:
    return lexicon.COLUMNS.get(lexicon.key(" ".join(said)))


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
            only = _only_code(words)
            return Code(joined(only), only, is_sure=False)
    return None


def _bar_code(item: Item, *, leads: bool) -> Code | None:
    """The bar code, where no other code is printed; a word that may be one is a guess before it."""
    gtin = next((item.cells[at] for at in item.of("gtin") if at in item.cells), None)
    if not gtin:
        return None
    leading = spoken.leading(item, leads=leads)
    if leading is not None:
        return leading._replace(is_sure=False)
    is_open = any(tokens.open_codes(words) for words in spoken.wordy(item)) or spoken.is_lettered(item)
    return Code(joined(gtin), gtin, is_sure=not spoken.parted(item) and not is_open)
