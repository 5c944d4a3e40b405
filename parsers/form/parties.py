"""Who buys, who sells, where the goods and the invoice go: blocks of a form, and the letterhead."""

import re
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
_SAME = 88  # of 100: two spellings of one name
_MOST_LINES = 7
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

    def shown(self, part: str) -> Evidence:
        return evidence(self.lines[0], self.sheet, part)


Found = tuple[dict[str, Party], dict[str, Evidence]]


def find(found: Labelled, pages: Sequence[Page], part: str, ours: tuple[str, ...]) -> Found:
    """The parties by role (buyer, vendor, ship_to, bill_to) with the place of each name."""
    blocks: dict[str, _Block] = {}
    for role in ("buyer", "vendor", "ship_to", "bill_to"):
        block = _labelled(found, role)
        if block:
            blocks[role] = block
    head = _letterhead(found, pages)
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


def _labelled(found: Labelled, role: str) -> _Block | None:
    tries = sorted(found.by_name.get(f"party_{role}", []), key=lambda label: (label.sheet.number, -len(label.key)))
    for label in tries:
        phrase = _phrase(label)
        if not label.has_colon and len(phrase.words) != len(label.words):
            continue
        block = _below(label, found) if not label.has_colon else None
        block = block or _right(label, found) or _below(label, found)
        if block and (role != "buyer" or len(block.lines) > 1 or _COMPANY.search(block.party().name or "")):
            return block  # one line that is no company is the person who buys
    return None


def _phrase(label: Label) -> Phrase:
    row = label.sheet.rows[label.row]
    whole = page.phrases(row, label.sheet.uprights)
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


def _below(label: Label, found: Labelled) -> _Block | None:
    value = labels.below(label, found.known)
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
        under = next((p for p in page.phrases(here, sheet.uprights) if abs(p.words[0].x0 - x0) < 12), None)  # noqa: PLR2004
        if under is None:
            continue
        place = here.words.index(under.words[0])
        if (sheet.number, at, place) in found.known and under.words[-1].text.endswith(":"):
            break
        kept.append(under.words)
        bottom = here.bottom
    return kept


def _letterhead(found: Labelled, pages: Sequence[Page]) -> _Block | None:
    """The first line of the first page that can be a name; one that reads like a company's first of all."""
    if not pages:
        return None
    sheet = pages[0]
    tries: list[tuple[float, int, Phrase]] = []
    for at, row in enumerate(sheet.rows[:14]):
        for phrase in page.phrases(row, sheet.uprights):
            text = phrase.text
            if not _may_name(text) or any(
                (sheet.number, at, row.words.index(w)) in found.known for w in phrase.words[:1]
            ):
                continue
            worth = (2.0 if _COMPANY.search(text) else 0.0) + phrase.words[0].height / 20 - at * 0.12
            tries.append((worth, at, phrase))
    if not tries:
        return None
    _, at, phrase = max(tries, key=lambda one: one[0])
    if max(tries)[0] < 0.6 and not _COMPANY.search(phrase.text):  # noqa: PLR2004 - low on the page and no company
        return None
    return _Block(None, [phrase.words, *_lines(sheet, at, phrase.words[0].x0, phrase.words, found)], sheet)


def _may_name(text: str) -> bool:
    key = lexicon.key(text)
    letters = sum(c.isalpha() for c in text)
    if letters < 3 or letters < 0.6 * len(text.replace(" ", "")) or len(text) > 70:  # noqa: PLR2004
        return False
    if key in lexicon.TITLES or key in lexicon.FIELDS or key in lexicon.PARTIES:
        return False
    return not _MAIL.search(text) and not text.lower().startswith(_NOT_NAMES)
