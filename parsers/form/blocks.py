"""The blocks of a form that a label gives to a party: a name, and the address below it."""

import re
from collections.abc import Sequence

from desk.reading import Evidence, Party
from parsers import dates, page
from parsers.form import companies, labels, lexicon, naming, phrasing
from parsers.form.fields import Labelled, evidence
from parsers.form.labels import Label, Value
from parsers.page import Page, Phrase, Word

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_ADDRESS = re.compile(
    r"^\d+\w?[ ,/-]+[A-Za-z]|[A-Za-zßé.] \d{1,4}\w?$|\b[A-Z]{2},? \d{5}\b|\b\d{4,6} [A-Z]|[A-Z]{1,2}\d\w? \d[A-Z]{2}"
)
_LONG_LINE = 48  # letters
_MOST_LINES = 7
NEAR = 7  # heights of a letter
_ROWS_BELOW = 3
_INDENT = 40  # points
_FORM = re.compile(
    r"^(?:company |co\.?,? )?(?:private limited|pvt\.? ltd\.?|limited|ltd\.?|llc|inc\.?|gmbh)$", re.IGNORECASE
)
_FAR_BELOW = 2.5  # heights of a row
_NOT_NAMES = ("gst", "pan", "tel", "phone", "fax", "www", "http", "attn", "contact", "email", "e-mail", "vat", "page")


_BEFORE_NAME = re.compile(r"^(?:(?:company|name|company name|firm)\s*:|m/s\.?)\s*", re.IGNORECASE)
# Behind these a form names a person as often as a company.
_PERSONAL = frozenset(
    {key for key, role in lexicon.PARTIES.items() if role == "buyer" and lexicon.FIELDS.get(key) == "contact"}
    | {
        lexicon.key(one)
        for one in (
            "buyer|purchaser|besteller|bestellt von|von|acheteur|commandé par|comprador|solicitado por|committente"
            "|koper|besteld door|köpare|beställare|bestiller|bestilt af|kupujący|zamawiający|objednal|objednatel"
            "|megrendelő|alıcı|satın alan|sipariş veren|ordered by|bought by"
        ).split("|")
    }
)
_NAMING = frozenset({"company", "name", "companyname", "customername", "ms", "firm"})  # labels inside of a block
_COMPANY = frozenset({"company", "companyname"})


class Block:
    """The lines of one party: the first is its name."""

    def __init__(self, label: Label | None, lines: list[tuple[Word, ...]], sheet: Page) -> None:
        self.label, self.lines, self.sheet = label, lines, sheet

    @property
    def name(self) -> str:
        """The first line, without the label or the sign that may stand before a name."""
        text = self._first()[0].lstrip(".")
        text = _untitled(_BEFORE_NAME.sub("", text) or text)
        more = page.say(self.lines[1]).strip(" :,") if len(self.lines) > 1 else ""
        return f"{text} {more}" if _FORM.match(more) else text

    def party(self) -> Party:
        """The name, the address in one line, the mail address if one stands there."""
        texts = [*self._first(), *(page.say(words).strip(" :,") for words in self.lines[1:])]
        mail = next((found.group() for text in texts if (found := MAIL.search(text))), None)
        rest = [text for text in texts[1:] if not MAIL.search(text)]
        return Party(name=self.name, email=mail, address=", ".join(rest) or None)

    def _first(self) -> list[str]:
        """The name, and what follows it where name and address stand in one long line."""
        text = page.say(self.lines[0]).strip(" :,")
        name, _, rest = text.partition(",")
        if len(text) > _LONG_LINE and rest.count(",") and companies.is_company(name):
            return [name.strip(), rest.strip(" ,")]
        return [text]

    def without_person(self) -> "Block | None":
        """The same block less its first line, a person's name, where a name of its own follows."""
        rest = Block(self.label, self.lines[1:], self.sheet)
        return rest if rest.lines and may_name(rest.name) and not is_address(rest.name) else None

    def is_company(self) -> bool:
        """The name is a company's, or an address follows it."""
        texts = [page.say(words) for words in self.lines]
        return companies.is_company(texts[0]) or any(
            _ADDRESS.search(text) and not dates.find(text) for text in texts[1:]
        )

    def shown(self, part: str) -> Evidence:
        """Where the name stands."""
        return evidence(self.lines[0], self.sheet, part)


def _untitled(text: str) -> str:
    """A name without the title of the paper that follows it behind a dash: "Harrow Ltd - Purchase Order 4711"."""
    for dash in _DASHED.finditer(text):
        words = text[dash.end() :].split()
        if any(lexicon.key("".join(words[:end])) in lexicon.TITLES for end in range(1, min(len(words), 4) + 1)):
            return text[: dash.start()]
    return text.rstrip(" |·•–—")


_DASHED = re.compile(r"\s+[-–—|·•:]+\s+")


def _is_beside(label: Label, found: Labelled) -> bool:
    """The words right of a label are near enough to be its value rather than another block."""
    value = labels.right(label, found.known)
    return value is not None and value.words[0].x0 - label.words[-1].x1 < NEAR * label.words[0].height


def labelled(found: Labelled, role: str, top: float, known: naming.Known = naming.NOBODY) -> Block | None:
    """The block that stands at a label of this role; who buys is a company rather than one of its people."""
    tries = sorted(found.by_name.get(f"party_{role}", []), key=lambda label: (label.sheet.number, -len(label.key)))
    for label in tries:
        phrase = _phrase(label)
        if not label.has_colon and not _is_alone(label, phrase):
            continue
        if label.key in _NAMING and _stands_in_block(label, found):
            continue
        ways = (_below, _right) if not (label.has_colon or _is_beside(label, found)) else (_right, _below)
        for way in ways:
            block = way(label, found, top)
            if block and role in {"buyer", "bill_to"} and known.is_person(block.name):
                block = block.without_person()
            if block and may_name(block.name) and (role != "buyer" or _may_buy(label, block)):
                return block
    return None


def _may_buy(label: Label, block: Block) -> bool:
    """Who buys is a company, or several words behind a label that names no person."""
    return block.is_company() or _names_more_than_a_person(label, block)


def _is_alone(label: Label, phrase: Phrase) -> bool:
    """Nothing but the number of its box before it, and words in brackets behind it, stands beside a label."""
    start = phrase.words.index(label.words[0])
    after = page.say(phrase.words[start + len(label.words) :])
    return start == phrasing.behind_count(phrase.words) and (not after or (after[0] == "(" and after[-1] == ")"))


def _names_more_than_a_person(label: Label, block: Block) -> bool:
    """Several words behind a label with a colon, of which it is not said that they are the person who buys."""
    return label.has_colon and label.key not in _PERSONAL and len(block.name.split()) > 1


def _phrase(label: Label) -> Phrase:
    row = label.sheet.rows[label.row]
    whole = label.sheet.phrases(row)
    return next(phrase for phrase in whole if label.words[0] in phrase.words)


def _right(label: Label, found: Labelled, _top: float) -> Block | None:
    value = labels.right(label, found.known)
    if (
        value is None
        or not any(c.isalpha() for c in value.text)
        or value.words[-1].text.endswith((":", "："))
        or lexicon.key(value.text) in lexicon.PARTIES_AND_FIELDS
    ):
        return None
    first = tuple(word for word in value.words if word.text.strip(":-"))
    return Block(label, [first, *following(label.sheet, label.row, first[0].x0, first, found)], label.sheet)


def _below(label: Label, found: Labelled, top: float) -> Block | None:
    value = labels.below(label, found.known - _named_below(label, found)) or _in_cell(label) or _indented(label)
    if value is not None and label.box[1] < top <= value.words[0].top and label.sheet.number == 1:
        return None  # the heads of the table are nobody's name
    if value is None or not any(c.isalpha() for c in value.text):
        return None
    row = next(at for at, row in enumerate(label.sheet.rows) if value.words[0] in row.words)
    more = following(label.sheet, row, value.words[0].x0, value.words, found)
    return Block(label, [value.words, *more], label.sheet)


def _stands_in_block(label: Label, found: Labelled) -> bool:
    """The label of another party stands just above: "Company:" belongs to that party."""
    parties = [one for name, every in found.by_name.items() if name.startswith("party_") for one in every]
    is_own = label.key in _COMPANY and label.has_colon
    return any(
        one.key not in _NAMING
        and not (is_own and _is_named_beside(one, found))
        and one.sheet is label.sheet
        and 0 < label.row - one.row <= _ROWS_BELOW
        and abs(one.words[0].x0 - label.words[0].x0) < _INDENT
        for one in parties
    )


def _is_named_beside(label: Label, found: Labelled) -> bool:
    """The name stands right of the label: "Supplier name: Oak Ltd" needs no "Company:" below it."""
    value = labels.right(label, found.known)
    return label.has_colon and value is not None and _is_beside(label, found) and may_name(value.text)


def _named_below(label: Label, found: Labelled) -> set[tuple[int, int, int]]:
    """The words "Company:" or "M/s" that stand before the name itself under a label."""
    near = [one for name in ("party_buyer", "party_vendor") for one in found.by_name.get(name, [])]
    return {
        place
        for one in near
        if one.key in _NAMING and one.sheet is label.sheet and 0 < one.row - label.row <= _ROWS_BELOW
        for place in labels.places([one])
    }


def _in_cell(label: Label) -> Value | None:
    """The first words under a label that stands in the middle of its cell, to which ruling lines are the edges."""
    x0, _, x1, bottom = label.box
    sheet = label.sheet
    for row in sheet.rows[label.row + 1 : label.row + 1 + _ROWS_BELOW]:
        lines_here = [rule.x0 for rule in sheet.uprights if rule.top - 2 <= row.middle <= rule.bottom + 2]
        left = max((x for x in lines_here if x < x0), default=None)
        right = min((x for x in lines_here if x > x1), default=None)
        if left is None or right is None or row.top - bottom > _FAR_BELOW * (row.bottom - row.top):
            return None
        inside = [p for p in sheet.phrases(row) if p.words[0].x0 > left - 1 and p.words[-1].x1 < right + 1]
        if inside:
            return Value(label, inside[0].words, is_right=False)
    return None


def _indented(label: Label) -> Value | None:
    """The first words under "To," of a letter: they stand a little to the right."""
    sheet = label.sheet
    if not label.words[-1].text.endswith(","):
        return None
    for row in sheet.rows[label.row + 1 : label.row + 2]:
        for phrase in sheet.phrases(row):
            if 0 <= phrase.words[0].x0 - label.words[-1].x1 < _INDENT:
                return Value(label, phrase.words, is_right=False)
    return None


def following(sheet: Page, row: int, x0: float, first: Sequence[Word], found: Labelled) -> list[tuple[Word, ...]]:
    """The lines that follow in the same block: same left edge, close, no label."""
    kept: list[tuple[Word, ...]] = []
    bottom, height = first[0].bottom, first[0].height
    is_inside = (sheet.number, sheet.rows[row].top) in found.tables
    for at in range(row + 1, len(sheet.rows)):
        here = sheet.rows[at]
        is_item = (here.page, here.top) in found.tables and not is_inside
        if here.top - bottom > 1.6 * height or len(kept) >= _MOST_LINES or is_item:
            break
        under = next((p for p in sheet.phrases(here) if abs(p.words[0].x0 - x0) < 12), None)  # noqa: PLR2004
        if under is None:
            continue
        place = here.words.index(under.words[0])
        named = found.names.get((sheet.number, at, place))
        if named and _ends_block(sheet, at, place, under, found):
            break
        if place > 0 and ((sheet.number, at, place - 1) in found.known or here.words[place - 1].text.endswith(":")):
            break  # the value of the label before it
        kept.append(under.words)
        bottom = here.bottom
    return kept


_FACTS = frozenset(
    {"po_number", "order_date", "requested_date", "payment_terms", "currency"}
)  # the order's, no party's
_OF_BLOCK = frozenset({"phone", "email", "vat", "contact", "account", "vendor_id"})  # labels that an address may have


def _ends_block(sheet: Page, at: int, place: int, phrase: Phrase, found: Labelled) -> bool:
    """A line that is a label, or begins with one and a colon, unless the label tells more of the same party."""
    label = [word for i, word in enumerate(phrase.words) if (sheet.number, at, place + i) in found.known]
    key = lexicon.key(phrase.text)
    is_party = key in lexicon.PARTIES and key not in _NAMING
    if phrase.words[-1].text.endswith(":") or is_party or lexicon.FIELDS.get(key) in _FACTS:
        return True
    is_own = found.names[sheet.number, at, place] in _OF_BLOCK
    has_colon = any(word.text.endswith(":") for word in (*label, *phrase.words[len(label) : len(label) + 1]))
    return has_colon and not is_own


def is_address(text: str) -> bool:
    """A line of an address rather than a name."""
    return bool(_ADDRESS.search(text)) and not companies.is_company(text)


def may_name(text: str) -> bool:
    """A text that can be the name of a party: mostly letters, short, no label."""
    key = lexicon.key(text.removeprefix("ご").removeprefix("御"))  # courtesy before the name of a paper
    letters = sum(c.isalpha() for c in text)
    if letters < 3 or letters < 0.6 * len(text.replace(" ", "")) or len(text) > 70:  # noqa: PLR2004
        return False
    if any(key in table for table in (lexicon.TITLES, lexicon.FIELDS, lexicon.PARTIES, lexicon.COLUMNS)):
        return False
    return not (MAIL.search(text) or text.lower().startswith(_NOT_NAMES) or naming.is_spoken(text))
