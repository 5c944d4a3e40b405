"""Who wrote a paper, where no label says so: its letterhead, its opening sentence, its signature."""

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from parsers import numbers
from parsers.form import blocks, companies, labels, lexicon, naming, phrasing
from parsers.form.blocks import Block
from parsers.form.fields import Labelled
from parsers.form.labels import Label
from parsers.page import Page, Phrase, Row, Word

_QUOTES = "[\"“”'‘’]"
_DEFINED = re.compile(
    rf"^(?P<name>.{{3,70}}?)\s*\((?:the |hereinafter[^\"“”']*)?{_QUOTES}(?:buyer|purchaser){_QUOTES}\)", re.IGNORECASE
)
_SIGNED = re.compile(r"^for(?: and on behalf of)?\s*[,:]?\s*(?:m/s\.?\s*)?(?P<name>[A-Z].*)?$", re.IGNORECASE)
_SIGNS = re.compile(r"authori[sz]ed|signator|signature", re.IGNORECASE)
_POSTAL = re.compile(r"\d{4}")
_MOST_NAME = 8  # words
_UNDER_SIGNED = 9  # rows
_HEAD_ROWS = 18
_LEAST_WORTH = 0.35
_EDGE = 2  # points between the edges of lines of one block
_TALL = 1.25  # times as tall: a heading of its own
_SHORT = 4  # letters
_ALIKE = 88  # of 100
_PIECES = 3
# What stands beside these is no company.
FACTS = frozenset({"po_number", "order_date", "requested_date", "cancel_date", "number", "po_number_title"})
_SEPARATED = re.compile(r"\s[·•|–]\s")
_ADDRESSED = re.compile(
    r"(?:御中|様|貴中|귀하|귀중)\s*$"
)  # "for the attention of", behind the name of whom a letter goes to


class Head(NamedTuple):
    """The block of a letterhead, and how much its first line reads like a name."""

    block: Block
    worth: float


def name(
    found: Labelled,
    pages: Sequence[Page],
    taken: set[Word],
    top: float,
    *,
    others: Sequence[str] = (),
    known: naming.Known = naming.NOBODY,
) -> Head | None:
    """The line above the table that reads most like the name of whoever wrote this paper.

    `others` are names of parties that belong to the writer most often: where the goods and the invoice go.
    """
    if not pages:
        return None
    sheet = pages[0]
    usual = sheet.usual
    tries = [
        (_worth(sheet, at, phrase, found, usual=usual, others=others) + _told(phrase.text, known), phrase, at)
        for at, phrase in _free(sheet, found, taken, top)
        if _may_head(phrase.text)
    ]
    if not tries:
        return None
    worth, phrase, at = max(tries, key=lambda one: one[0])
    if worth < _LEAST_WORTH:
        return None
    lines = [phrase.words, *blocks.following(sheet, at, phrase.words[0].x0, phrase.words, found)]
    return Head(Block(None, lines, sheet), worth)


def abreast(pages: Sequence[Page], found: Labelled, taken: set[Word], top: float) -> tuple[Block, Block] | None:
    """Two companies with their addresses side by side and no label: whom the paper goes to, and whose paper it is.

    The window of an envelope is on the left; what stands right of it is the sender's.
    """
    sheet = pages[0] if pages else None
    tries = [one for one in _free(sheet, found, taken, top) if companies.is_company(one[1].text)] if sheet else []
    for (at, left), (row, right) in itertools.permutations(tries, 2):
        is_level = row == at and left.words[-1].x1 < right.words[0].x0
        is_as_tall = left.words[0].height < _TALL * right.words[0].height
        if sheet is None or not is_level or not is_as_tall or not (_may_head(left.text) and _may_head(right.text)):
            continue
        pair = [
            [phrase.words, *blocks.following(sheet, place, phrase.words[0].x0, phrase.words, found)]
            for place, phrase in ((at, left), (row, right))
        ]
        if all(any(_has_digit(line) for line in lines[1:]) for lines in pair):
            return Block(None, pair[0], sheet), Block(None, pair[1], sheet)
    return None


def free(pages: Sequence[Page], found: Labelled, taken: set[Word], top: float) -> list[Phrase]:
    """The phrases above the table that no label names."""
    return [phrase for sheet in pages[:1] for _, phrase in _free(sheet, found, taken, top)]


def _free(sheet: Page, found: Labelled, taken: set[Word], top: float) -> Iterator[tuple[int, Phrase]]:
    """Row and phrase of what stands above the table and is neither a label nor the value of one."""
    under = {value.words[0] for one in _parties(found) if (value := labels.below(one, found.known))}
    for at, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        if row.top >= top:
            return
        edge, is_of_fact = -math.inf, False  # where the label before ends, and whether its value can be no company
        phrases = sheet.phrases(row)
        for nth, phrase in enumerate(phrases):
            first = phrase.words[phrasing.behind_count(phrase.words)]
            is_label = (sheet.number, at, row.words.index(first)) in found.known or phrase.text.endswith((":", "："))
            if nth + 1 < len(phrases) and _ADDRESSED.fullmatch(phrases[nth + 1].text):
                continue
            is_value = phrase.words[0].x0 - edge < blocks.NEAR * phrase.words[0].height
            is_value = is_value and not (is_of_fact and companies.is_company(phrase.text))
            edge = phrase.words[-1].x1 if is_label else -math.inf
            is_of_fact = found.names.get((sheet.number, at, row.words.index(first))) in FACTS
            if not (is_label or is_value or phrase.words[0] in taken | under):
                yield at, phrase


def addressee(pages: Sequence[Page]) -> Block | None:
    """Whom a letter goes to, where a word behind the name says so: "株式会社木庭工房 御中"."""
    for row in pages[0].rows[:_HEAD_ROWS] if pages else ():
        for nth, word in enumerate(row.words):
            bare = _ADDRESSED.sub("", word.text)
            if bare != word.text and (bare or nth):
                name = word._replace(text=bare) if bare else row.words[nth - 1]
                return Block(None, [(name,)], pages[0])
    return None


def _worth(sheet: Page, at: int, phrase: Phrase, found: Labelled, *, usual: float, others: Sequence[str]) -> float:
    """How much a phrase reads like the name of the writer."""
    worth = 1.0 - at * 0.1 + min(3.0, phrase.words[0].height / usual) - 1
    worth += 0.7 if companies.is_company(phrase.text) else 0.0
    worth += 1.2 if any(names_alike(phrase.text, other) for other in others) else 0.0
    worth -= 0.6 if _goes_on(sheet, at, phrase) else 0.0
    address = blocks.following(sheet, at, phrase.words[0].x0, phrase.words, found)
    return worth + (0.4 if any(_has_digit(line) for line in address) else 0.0)


def _told(text: str, known: naming.Known) -> float:
    """What the addresses and contacts of the paper say of a name."""
    if known.is_person(text):
        return _PERSON
    return _AT_HOME if known.is_at_home(text) else 0.0


_PERSON, _AT_HOME = -2.0, 0.6


def _goes_on(sheet: Page, at: int, phrase: Phrase) -> bool:
    """A line stands close above with the same left or right edge: this one is no block's first."""
    for row in sheet.rows[max(0, at - 1) : at]:
        for above in sheet.phrases(row):
            is_near = phrase.words[0].top - above.words[0].bottom < above.words[0].height
            left = abs(above.words[0].x0 - phrase.words[0].x0) < _EDGE
            right = abs(above.words[-1].x1 - phrase.words[-1].x1) < _EDGE
            if (
                is_near
                and (left or right)
                and blocks.may_name(above.text)
                and above.words[0].height < _TALL * phrase.words[0].height
            ):
                return True
    return False


def names_alike(one: str, other: str) -> bool:
    """Two names of one company, of which one may say more: "Canal Outfitters", "Canal Outfitters - Warehouse"."""
    a, b = lexicon.key(one), lexicon.key(other)
    short, long = sorted((a, b), key=len)
    if any(blocks.is_address(text) or numbers.has_digit(text) for text in (one, other)):
        return False
    return len(short) > _SHORT and (long.startswith(short) or fuzz.ratio(a, b) >= _ALIKE)


def sender(pages: Sequence[Page], top: float) -> Block | None:
    """The line over the address in the window of an envelope: "Somebody Ltd · 4 Old Street · 20457 Hamburg"."""
    if not pages:
        return None
    return _in_one_line(pages[0], [row for row in pages[0].rows[:_HEAD_ROWS] if row.top < top])


def foot(pages: Sequence[Page], top: float) -> Block | None:
    """The last lines of a page, where one says who writes: "Somebody Ltd · 4 Old Street · VAT 12345678"."""
    for nth, sheet in enumerate(pages[:_FEET]):
        block = _in_one_line(sheet, [row for row in sheet.rows[-_FOOT_ROWS:] if nth or row.top > top])
        if block:
            return block
    return None


_FEET = 3  # pages
_FOOT_ROWS = 4


def _in_one_line(sheet: Page, rows: Sequence[Row]) -> Block | None:
    """A company and its address in one line, with signs between its parts."""
    for row in rows:
        pieces = _SEPARATED.split(row.text)
        if len(pieces) < _PIECES or not numbers.has_digit(row.text):
            continue
        words = row.words[: len(pieces[0].split())]
        if companies.is_company(pieces[0]) and blocks.may_name(pieces[0]):
            return Block(None, [words], sheet)
    return None


def _has_digit(words: Sequence[Word]) -> bool:
    return any(numbers.has_digit(word.text) for word in words)


def _parties(found: Labelled) -> list[Label]:
    return [one for name, every in found.by_name.items() if name.startswith("party_") for one in every]


def _may_head(text: str) -> bool:
    if _ADDRESSED.search(text):
        return False
    return blocks.may_name(text) and not blocks.is_address(text) and not _POSTAL.match(text)


def defined(pages: Sequence[Page]) -> Block | None:
    """The name that the opening sentence calls the buyer: 'Somebody Ltd ("Buyer") agrees to purchase'."""
    for sheet in pages[:1]:
        for row in sheet.rows:
            found = _DEFINED.match(row.text)
            if found and blocks.may_name(found["name"]):
                return Block(None, [row.words[: len(found["name"].split())]], sheet)
    return None


def signed(pages: Sequence[Page], top: float) -> Block | None:
    """The name behind "For" above the place of a signature, below the head of the lines."""
    for nth, sheet in enumerate(pages[:4]):
        for at, row in enumerate(sheet.rows):
            if nth == 0 and row.top < top:
                continue
            for phrase in sheet.phrases(row):
                words = _signer(sheet, at, phrase)
                if words and blocks.may_name(" ".join(word.text for word in words)):
                    return Block(None, [words], sheet)
    return None


def _signer(sheet: Page, at: int, phrase: Phrase) -> tuple[Word, ...]:
    """The words of the name after "For", in the same row or in the next one."""
    found = _SIGNED.match(phrase.text)
    if not found or len(phrase.words) > _MOST_NAME:
        return ()
    below = sheet.rows[at + 1 : at + 1 + _UNDER_SIGNED]
    if found["name"]:
        words = phrase.words[-len(found["name"].split()) :]
        is_signed = any(_SIGNS.search(row.text) for row in below) or companies.is_company(found["name"])
        is_capital = all(word.text[:1].isupper() or word.text[:1] in "&(" for word in words)
        is_name = is_signed and is_capital and "," not in found["name"][:-1]
        return words if is_name else ()
    if len(phrase.words) != 1 or not phrase.text.endswith(","):
        return ()
    under = [p for row in below[:1] for p in sheet.phrases(row) if abs(p.words[0].x0 - phrase.words[0].x0) < _NEAR]
    return under[0].words if under and len(under[0].words) <= _MOST_NAME else ()


_NEAR = 40  # points
