"""Who buys, who sells, where the goods and the invoice go: blocks of a form, and the letterhead."""

import math
import re
import statistics
from collections.abc import Sequence

from rapidfuzz import fuzz

from desk.reading import Evidence, Party
from parsers import page
from parsers.form import labels, lexicon
from parsers.form.fields import Labelled, evidence
from parsers.form.labels import Label
from parsers.page import Page, Phrase, Word

_COMPANY = re.compile(
    r"\b(inc|llc|l\.l\.c|ltd|limited|gmbh|ag|kg|co|corp|corporation|company|s\.?a\.?s?|s\.?r\.?l|spa|s\.p\.a|b\.?v|n\.?v|plc|"
    r"pty|pvt|oy|ab|as|aps|sarl|lda|w\.l\.l|llp|group|industries|trading|enterprises|international|ug|ohg|sl|s\.l)\b\.?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_ADDRESS = re.compile(
    r"^\d+\w?[ ,/-]+[A-Za-z]|[A-Za-zßé.] \d{1,4}\w?$|\b[A-Z]{2},? \d{5}\b|\b\d{4,6} [A-Z]|[A-Z]{1,2}\d\w? \d[A-Z]{2}"
)
_SAME = 88  # of 100: two spellings of one name
_MOST_LINES = 7
_HEAD_ROWS = 18
_NEAR = 7  # heights of a letter
_LEAST_WORTH = 0.35
_NOT_NAMES = ("gst", "pan", "tel", "phone", "fax", "www", "http", "attn", "contact", "email", "e-mail", "vat", "page")


class _Block:
    """The lines of one party: the first is its name."""

    def __init__(self, label: Label | None, lines: list[tuple[Word, ...]], sheet: Page) -> None:
        self.label, self.lines, self.sheet = label, lines, sheet

    def party(self) -> Party:
        texts = [page.say(words).strip(" :,") for words in self.lines]
        name = texts[0].strip(".") if texts[0].startswith(".") else texts[0]
        mail = next((found.group() for text in texts if (found := _MAIL.search(text))), None)
        rest = [text for text in texts[1:] if not _MAIL.search(text)]
        return Party(name=name, email=mail, address=", ".join(rest) or None)

    def is_company(self) -> bool:
        """The name is a company's, or an address follows it."""
        texts = [page.say(words) for words in self.lines]
        return bool(_COMPANY.search(texts[0])) or any(_ADDRESS.search(text) for text in texts[1:])

    def shown(self, part: str) -> Evidence:
        return evidence(self.lines[0], self.sheet, part)


Found = tuple[dict[str, Party], dict[str, Evidence]]


def find(found: Labelled, pages: Sequence[Page], part: str, ours: tuple[str, ...], *, top: float = math.inf) -> Found:
    """The parties by role (buyer, vendor, ship_to, bill_to) with the place of each name.

    `top` is where the line table begins on the first page: a letterhead stands above it.
    """
    blocks: dict[str, _Block] = {}
    for role in ("buyer", "vendor", "ship_to", "bill_to"):
        block = _labelled(found, role, top)
        if block:
            blocks[role] = block
    taken = {word for role in ("vendor", "ship_to") if role in blocks for line in blocks[role].lines for word in line}
    head = _letterhead(found, pages, taken, top)
    if "buyer" not in blocks and head:
        blocks["buyer"] = head
    if "buyer" not in blocks and "bill_to" in blocks:
        blocks["buyer"] = blocks["bill_to"]
    parties = {role: block.party() for role, block in blocks.items()}
    shown = {f"{role}.name": block.shown(part) for role, block in blocks.items()}
    return _told_apart(parties, shown, ours)


def _told_apart(parties: dict[str, Party], shown: dict[str, Evidence], ours: tuple[str, ...]) -> Found:
    """Our own name is the vendor's, wherever it stands."""
    buyer, vendor = parties.get("buyer"), parties.get("vendor")
    if buyer and _is_ours(buyer.name, ours):
        others = ((role, parties[role]) for role in ("vendor", "bill_to", "ship_to") if role in parties)
        other = next(((role, party) for role, party in others if not _is_ours(party.name, ours)), None)
        parties["vendor"], shown["vendor.name"] = buyer, shown["buyer.name"]
        if other:
            parties["buyer"] = vendor if other[0] == "vendor" and vendor else other[1]
            shown["buyer.name"] = shown[f"{other[0]}.name"]
        else:
            del parties["buyer"], shown["buyer.name"]
    return parties, shown


def _is_ours(name: str | None, ours: tuple[str, ...]) -> bool:
    return bool(name) and any(fuzz.ratio(lexicon.key(name or ""), lexicon.key(one)) >= _SAME for one in ours)


def _is_beside(label: Label, found: Labelled) -> bool:
    """The words right of a label are near enough to be its value rather than another block."""
    value = labels.right(label, found.known)
    return value is not None and value.words[0].x0 - label.words[-1].x1 < _NEAR * label.words[0].height


def _labelled(found: Labelled, role: str, top: float) -> _Block | None:
    tries = sorted(found.by_name.get(f"party_{role}", []), key=lambda label: (label.sheet.number, -len(label.key)))
    for label in tries:
        phrase = _phrase(label)
        if not label.has_colon and len(phrase.words) != len(label.words):
            continue
        block = _right(label, found) if label.has_colon or _is_beside(label, found) else None
        block = block or _below(label, found, top) or _right(label, found)
        if block and (role != "buyer" or block.is_company()):
            return block  # else it is the person who buys
    return None


def _phrase(label: Label) -> Phrase:
    row = label.sheet.rows[label.row]
    whole = label.sheet.phrases(row)
    return next(phrase for phrase in whole if label.words[0] in phrase.words)


def _right(label: Label, found: Labelled) -> _Block | None:
    value = labels.right(label, found.known)
    if (
        value is None
        or not any(c.isalpha() for c in value.text)
        or lexicon.key(value.text) in lexicon.PARTIES_AND_FIELDS
    ):
        return None
    first = tuple(word for word in value.words if word.text.strip(":-"))
    lines = [first, *_lines(label.sheet, label.row, first[0].x0, first, found)]
    return _Block(label, lines, label.sheet)


def _below(label: Label, found: Labelled, top: float) -> _Block | None:
    value = labels.below(label, found.known)
    if value is not None and label.box[1] < top <= value.words[0].top and label.sheet.number == 1:
        return None  # the heads of the table are nobody's name
    if value is None or not any(c.isalpha() for c in value.text):
        return None
    row = next(at for at, row in enumerate(label.sheet.rows) if value.words[0] in row.words)
    lines = [value.words, *_lines(label.sheet, row, value.words[0].x0, value.words, found)]
    return _Block(label, lines, label.sheet)


def _lines(sheet: Page, row: int, x0: float, first: Sequence[Word], found: Labelled) -> list[tuple[Word, ...]]:
    """The lines that follow in the same block: same left edge, close, no label."""
    kept: list[tuple[Word, ...]] = []
    bottom, height = first[0].bottom, first[0].height
    for at in range(row + 1, len(sheet.rows)):
        here = sheet.rows[at]
        if here.top - bottom > 1.6 * height or len(kept) >= _MOST_LINES:
            break
        under = next((p for p in sheet.phrases(here) if abs(p.words[0].x0 - x0) < 12), None)  # noqa: PLR2004
        if under is None:
            continue
        place = here.words.index(under.words[0])
        if (sheet.number, at, place) in found.known and under.words[-1].text.endswith(":"):
            break
        if place > 0 and (sheet.number, at, place - 1) in found.known:
            break  # the value of the label before it
        kept.append(under.words)
        bottom = here.bottom
    return kept


def _letterhead(found: Labelled, pages: Sequence[Page], taken: set[Word], top: float) -> _Block | None:
    """The line above the table that reads most like the name of whoever wrote this paper."""
    if not pages:
        return None
    sheet = pages[0]
    usual = statistics.median(word.height for word in sheet.words) if sheet.words else 1.0
    tries: list[tuple[float, int, Phrase]] = []
    for at, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        if row.top >= top:
            break
        was_label = False
        for phrase in sheet.phrases(row):
            is_label = (sheet.number, at, row.words.index(phrase.words[0])) in found.known
            is_value, was_label = was_label, is_label
            if is_label or is_value or phrase.words[0] in taken or not _may_name(phrase.text):
                continue
            worth = 1.0 - at * 0.1 + min(2.0, phrase.words[0].height / usual) - 1
            worth += 0.7 if _COMPANY.search(phrase.text) else 0.0
            worth += (
                0.4
                if any(_has_digit(line) for line in _lines(sheet, at, phrase.words[0].x0, phrase.words, found))
                else 0
            )
            tries.append((worth, at, phrase))
    if not tries:
        return None
    worth, at, phrase = max(tries, key=lambda one: one[0])
    if worth < _LEAST_WORTH:
        return None
    return _Block(None, [phrase.words, *_lines(sheet, at, phrase.words[0].x0, phrase.words, found)], sheet)


def _has_digit(words: Sequence[Word]) -> bool:
    return any(c.isdigit() for word in words for c in word.text)


def _may_name(text: str) -> bool:
    key = lexicon.key(text)
    letters = sum(c.isalpha() for c in text)
    if letters < 3 or letters < 0.6 * len(text.replace(" ", "")) or len(text) > 70:  # noqa: PLR2004
        return False
    if key in lexicon.TITLES or key in lexicon.FIELDS or key in lexicon.PARTIES:
        return False
    return not _MAIL.search(text) and not text.lower().startswith(_NOT_NAMES)
