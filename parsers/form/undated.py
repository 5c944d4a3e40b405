"""Days that no label names: that of the order by its place, and the one that a sentence asks the goods for."""

import re
from collections.abc import Iterator, Sequence

from parsers import dates
from parsers.form import fields, headings, lexicon, orderdates
from parsers.form.fields import Candidate
from parsers.page import Page, Phrase, Row

_HEAD = 30  # rows of a page above its table
_LETTER = 14  # rows in which a letter is dated
_NEAR, _ALIGNED = 1.6, 8.0  # heights between two rows of a block; points between their edges
_ROWS, _FEW = 3, 5  # rows above a day that are looked at; words of a number with its label
_WEIGHT = 3.0
_TIME = re.compile(r"\d:\d\d")  # a day with an hour tells when something was printed
_PLACE = re.compile(r"^[^\W\d_][^\W\d_]*(?:[ .\-/][^\W\d_]+){0,3}, ?(?:the|le|den|dnia|dne|il|el|a|,)?$", re.IGNORECASE)
_SALUTATIONS = frozenset(
    "dear hello hi sehr guten hallo liebe lieber madame monsieur mesdames messieurs bonjour estimado estimados estimada"
    " estimadas egregio gentile gentili spettabile buongiorno geachte beste prezado prezados exmo exmos caro szanowni"
    " szanowny basta kaere kare hei hyva dobry vazeni vazena".split()
)

Box = tuple[float, float, float, float]


def find(pages: Sequence[Page], found: fields.Labelled, part: str, number: str | None) -> list[Candidate[dates.Found]]:
    """The day that stands where the day of an order stands, if only one does; `number` is its number.

    A day that another label names is none; nor is any, where the label of the order's day has a value that is no date.
    """
    if not pages or any(any(c.isdigit() for c in value.text) for value in found.values("order_date")):
        return []
    named = orderdates.named_otherwise(found)
    sheet = pages[0]
    is_letter = any(lexicon.key(row.words[0].text) in _SALUTATIONS for row in sheet.rows)
    hits = [
        (hit, phrase.words)
        for at, row in enumerate(sheet.rows[:_HEAD])
        if not _TIME.search(row.text)
        for phrase in sheet.phrases(row)
        for hit in _only(phrase)
        if hit.text not in named
        if _is_titled(phrase)
        or _is_under(sheet, at, phrase, hit, number)
        or _heads(row, at, phrase, hit, is_letter=is_letter)
    ]
    if len({(hit.day_first, hit.month_first) for hit, _ in hits}) != 1:
        return []
    hit, words = hits[0]
    return [Candidate(hit, _WEIGHT, fields.evidence(orderdates.dated_words(words, hit), sheet, part))]


def wanted(pages: Sequence[Page], part: str) -> list[Candidate[dates.Found]]:
    """The one day that a sentence of the paper asks the goods for: "Deliver by 24 Nov 2026"."""
    hits = [
        (hit, row, sheet)
        for sheet in pages[:2]
        for row in sheet.rows
        if _DELIVERY.search(lexicon.plain(row.text))
        for hit in dates.find(row.text)
        if _asks(lexicon.plain(row.text[: hit.start]))
    ]
    if len({(hit.day_first, hit.month_first) for hit, _, _ in hits}) != 1:
        return []
    hit, row, sheet = hits[0]
    return [Candidate(hit, _WEIGHT, fields.evidence(orderdates.dated_words(row.words, hit), sheet, part))]


_DELIVERY = re.compile(
    r"\b(?:deliver|delivery|delivered|supply|ship|shipment|dispatch|despatch|required|needed|collect|collection|lieferung"
    r"|liefern|anlieferung|abholung|livraison|livrer|entrega|entregar|consegna|consegnare|levering|leveren|dostawa"
    r"|dostarcz\w+|leverans|leveres|toimitus|dodani)\b"
)
_UNTIL = re.compile(
    r"\b(?:by|before|latest|than|commencing|until|on|bis|zum|am|spatestens|le|pour|antes del?|para el|el|entro il|entro"
    r"|il|voor|op|do|senast|senest|ennen)(?: (?:the|dem|den|le|il|el|\w+day|\w+tag))*,?$"
)
_NO_WISH = re.compile(r"\b(?:invoice|quote|valid|confirm|cancel|not|if|unless|rechnung|nicht|wenn)\w*\b")
_CLAUSE = 90  # letters before a day that may ask for the goods


def _asks(before: str) -> bool:
    """A delivery, then "by" or the like, then the day, in one sentence."""
    said = re.split(r"[.;] ", before.rstrip())[-1][-_CLAUSE:].rstrip()
    return bool(_DELIVERY.search(said)) and bool(_UNTIL.search(said)) and not _NO_WISH.search(said)


def _only(phrase: Phrase) -> Iterator[dates.Found]:
    found = dates.find(phrase.text)
    if len(found) == 1:
        yield found[0]


def _is_titled(phrase: Phrase) -> bool:
    """The title with its number and its day: "Order no. 418 of 17.11.2026"."""
    named = headings.known(phrase.words)
    return named is not None and named.kind in lexicon.ORDER_KINDS


def _is_alone(phrase: Phrase, hit: dates.Found) -> bool:
    return not lexicon.key(phrase.text[: hit.start] + phrase.text[hit.end :])


def _is_under(sheet: Page, at: int, phrase: Phrase, hit: dates.Found, number: str | None) -> bool:
    """A day alone, straight under the title of the order or under its number."""
    if not _is_alone(phrase, hit) or not at or _is_labelled(sheet, at, phrase):
        return False
    above = [one for row in sheet.rows[max(0, at - _ROWS) : at] for one in sheet.phrases(row)]
    return any(_follows(one.box, phrase.box) and (_is_titled(one) or _bears(one, number)) for one in above)


def _is_labelled(sheet: Page, at: int, phrase: Phrase) -> bool:
    """Words stand left of the day, and under other words: a column of labels, whether anybody knows them or not."""
    left = _left(sheet.phrases(sheet.rows[at]), phrase.box[0])
    above = _left(sheet.phrases(sheet.rows[at - 1]), phrase.box[0])
    return left is not None and above is not None and abs(left.box[0] - above.box[0]) < _ALIGNED


def _left(row: Sequence[Phrase], x0: float) -> Phrase | None:
    """The nearest words left of a place."""
    before = [one for one in row if one.box[2] <= x0 and any(map(str.isalpha, one.text))]
    return before[-1] if before else None


def _bears(phrase: Phrase, number: str | None) -> bool:
    """The number of the order, and nothing but a label with it."""
    return bool(number) and phrase.text.endswith(str(number)) and len(phrase.words) <= _FEW


def _follows(above: Box, below: Box) -> bool:
    """One box is under another, close and in line with it."""
    height = below[3] - below[1]
    is_close = 0 < below[3] - above[3] < (1 + _NEAR) * height and below[1] - above[3] < _NEAR * height
    is_level = abs(above[0] - below[0]) < _ALIGNED or abs(above[2] - below[2]) < _ALIGNED
    return is_close and (is_level or (above[0] < below[2] and below[0] < above[2]))


def _heads(row: Row, at: int, phrase: Phrase, hit: dates.Found, *, is_letter: bool) -> bool:
    """A day alone in a row of the head of a letter, or behind the name of a place: "Kraków, 16.11.2026"."""
    if at > _LETTER or len(row.words) != len(phrase.words) or phrase.text[hit.end :].strip(" .,"):
        return False
    before = phrase.text[: hit.start].strip()
    return bool(_PLACE.match(before)) or (is_letter and not lexicon.key(before))
