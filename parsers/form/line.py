"""One line of an order: an item whose columns are understood, each figure with its evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from desk.reading import Evidence, Line
from parsers import dates, numbers, page
from parsers.form import chains, codes, lexicon, solve, spoken, under
from parsers.form.item import Item
from parsers.form.proof import Proof
from parsers.numbers import Figure, Mark
from parsers.page import Word

_PER = re.compile(r"(?:/|\bper|\bje|\bpro|\bpar|\bpor|\bx)\s*(1[.,]?000|100|10)\b", re.IGNORECASE)
_MOST_UNIT = 12


@dataclass(frozen=True)
class Read:
    """One line, where its fields stand, and how far its own arithmetic holds."""

    line: Line
    evidence: dict[str, Evidence]
    proof: Proof
    is_sure: bool  # its code came from a column that says so, or it has none to choose
    strays: tuple[under.Stray, ...] = ()  # figures in columns of figures that none of the line's fields explains
    is_whole: bool = True  # where its row is one of a matrix, the sizes add up


def read(item: Item, choice: solve.Choice, mark: Mark, order: dates.Order | None, part: str, *, leads: bool) -> Read:
    """The line that an item is; `leads`: the words of all items of its table begin with codes."""
    evidence: dict[str, Evidence] = {}

    def note(name: str, words: Sequence[Word]) -> None:
        if words:
            evidence[name] = Evidence(part, item.page, _text(words), page.box(words))

    quantity, price, amount, discount, per = (
        item.figure(at, mark) if at is not None else None
        for at in (choice.quantity, choice.price, choice.amount, choice.discount, choice.per)
    )
    for name, at, found in (
        ("quantity", choice.quantity, quantity), ("unit_price", choice.price, price),
        ("amount", choice.amount, amount), ("discount", choice.discount, discount), ("price_per", choice.per, per),
    ):  # fmt: skip
        if at is not None and at >= 0 and found is not None:
            note(name, item.anchor.get(at) or item.cells.get(at, ()))
    each = per.value if per else _printed_per(item, choice, mark)
    code = codes.find(item, leads=leads)
    note("sku", code.words)
    described = _description(item, choice, code) or item.above.words
    note("description", described)
    unit = _unit(item, quantity, choice)
    proven = Proof.NONE
    if quantity and price and amount:
        by = Figure(each, "", "", "") if each else None
        proven = solve.prove(quantity, price, amount, discount, by)
        if proven is Proof.NEARLY and chains.proves(item, choice, mark, each or Decimal(1)):
            proven = Proof.EXACT
    line = Line(
        quantity=quantity.value if quantity else None,
        number=_number(item),
        sku=code.text,
        buyer_sku=_joined(item, "buyer_sku") or code.buyers,
        gtin=_gtin(item),
        description=_text(described) or None,
        variant=_joined(item, "variant"),
        unit=unit,
        unit_price=price.value if price else None,
        price_per=each if price else None,
        discount=discount.value if discount else None,
        amount=amount.value if amount else None,
        requested_date=_date(item, order),
    )
    strays = tuple(under.strays(item, choice, mark))
    if proven is Proof.EXACT and len(strays) == 1 and not strays[0].value:
        strays = ()  # were it a digit of one of three figures that agree, the other two would not fit it
    return Read(line, evidence, proven, code.is_sure, strays)


def _text(words: Sequence[Word]) -> str:
    """Words of several rows as one sentence."""
    return " ".join([word[0] for word in words]).strip()


def _printed_per(item: Item, choice: solve.Choice, mark: Mark) -> Decimal | None:
    """A price for 100 or 1,000 that the price cell or its heading states."""
    if choice.price is None:
        return None
    text = _text(item.anchor.get(choice.price) or item.cells.get(choice.price, ()))
    found = _PER.search(text) or _PER.search(item.columns[choice.price].heading)
    return numbers.value(found[1], mark) or Decimal(found[1].replace(".", "").replace(",", "")) if found else Decimal(1)


def _description(item: Item, choice: solve.Choice, code: spoken.Code) -> tuple[Word, ...]:
    used = {choice.quantity, choice.price, choice.amount}
    at = next((at for at in item.of("description") if at not in used), None)
    words = item.cells.get(at, ()) if at is not None else ()
    taken = {*code.words, *code.label}
    if not taken:
        return words
    starts = {(word.x0, word.top): word for word in code.words}
    return tuple(
        _rest(word, starts.get((word.x0, word.top)))
        for word in words
        if word not in taken and not _is_dash(word, taken)
    )


def _is_dash(word: Word, taken: set[Word]) -> bool:
    """The dash between a code and the words."""
    return word.text in {"-", "–", ":"} and any(abs(word.x0 - code.x1) < word.height for code in taken)


def _rest(word: Word, code: Word | None) -> Word:
    """What follows a code in the same word: "30071005-Knob"."""
    return word._replace(text=word.text[len(code.text) :].lstrip("-–:"), x0=code.x1) if code else word


def _unit(item: Item, quantity: Figure | None, choice: solve.Choice) -> str | None:
    for at in item.of("unit"):
        text = _text(item.anchor.get(at) or item.cells.get(at, ()))
        if at != choice.quantity and text and len(text) <= _MOST_UNIT and not text[0].isdigit():
            return text
    if quantity and (beside := quantity.after or quantity.before) and len(beside) <= _MOST_UNIT:
        return beside.strip(".,") or None
    return None


def _number(item: Item) -> str | None:
    for at in item.of("number"):
        words = item.cells.get(at, ())
        if words and words[0].text.rstrip(".)").isdigit():
            return words[0].text.rstrip(".)")
    return None


def _joined(item: Item, role: str) -> str | None:
    texts = [codes.joined(item.cells[at]) for at in item.of(role) if item.cells.get(at)]
    return " ".join(texts) or None


def _gtin(item: Item) -> str | None:
    for at in item.of("gtin"):
        code = "".join(word.text for word in item.cells.get(at, ()))
        if code.isdigit() and 8 <= len(code) <= 14:  # noqa: PLR2004 - GTIN-8 to GTIN-14
            return code
    return None


def _date(item: Item, order: dates.Order | None) -> date | None:
    """The day a line is wanted: in a column of its own, or named in a row under the item."""
    for at in item.of("requested_date"):
        for found in dates.find(_text(item.cells.get(at, ()))):
            return found.under(order)
    for row in item.rows if len(item.rows) > 1 else ():
        text = row.text
        for found in dates.find(text):
            label = lexicon.key(text[: found.start])
            if label in _WANTED or any(label.endswith(words) for words in _LONG):
                return found.under(order)
    under = _under_label(item)
    return under.under(order) if under else None


def _under_label(item: Item) -> dates.Found | None:
    """A date in a row under the item, below a label that says it is the wanted one."""
    for above, row in pairwise(item.rows):
        for label in page.phrases(above):
            if lexicon.key(label.text) not in _WANTED:
                continue
            for phrase in page.phrases(row):
                is_below = phrase.words[0].x0 < label.words[-1].x1 and phrase.words[-1].x1 > label.words[0].x0
                found = dates.find(phrase.text) if is_below else ()
                if found:
                    return found[0]
    return None


_WANTED = frozenset(words for words, name in lexicon.FIELDS.items() if name == "requested_date")
_LONG = tuple(words for words in _WANTED if len(words) > 6)  # noqa: PLR2004 - "due" ends many a word
