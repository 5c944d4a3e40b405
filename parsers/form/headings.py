"""What stands on a page like a title: the kind of document that it names, and how much it looks like one."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from desk.reading import Kind
from parsers import dates, numbers, page
from parsers.form import companies, fieldnames, lexicon
from parsers.page import Page, Phrase, Row, Word

HEAD = 18  # rows of a page in which a title stands
_TOP = 4  # rows at the very top
_LONGEST = 9  # words; more are a sentence
_LARGE = 1.2  # times the usual height of letters
_LABELLED = 2.0  # how much less a label tells than a title
_TOLD_BY_LABELS = frozenset({
    *lexicon.ORDER_KINDS, Kind.SUPPLIER_INVOICE, Kind.SUPPLIER_ACKNOWLEDGEMENT, Kind.SHIP_NOTICE, Kind.REMITTANCE,
})  # fmt: skip
_BEGINNINGS = lexicon.beginnings(lexicon.TITLES)
_NUMBERING = frozenset(
    {
        "no",
        "nr",
        "n",
        "c",
        "#",
        "number",
        "num",
        "numero",
        "nummer",
        "page",
        "original",
        "copy",
        "rev",
        "store",
        "local",
    }
)
# Between the number of an order and its day: "Nr. 12 vom 3.3.2026".
_BETWEEN = frozenset("of dated from vom du del di van de da z dnia ze dne af от від".split())
_SEASONS = frozenset(
    "spring summer autumn fall winter season fruhjahr sommer herbst printemps ete automne hiver primavera verano otono"
    " invierno estate autunno inverno ss aw fw".split()
)
_APART = frozenset("-–—|/:")  # a mark that parts a title from a name or from the same title in another language
_PREFIX = 4  # letters before the figures of a number: "KP 118204"


class Title(NamedTuple):
    """A phrase that names a kind of document; `is_noun` where only its head noun is known ("Open order report")."""

    kind: Kind
    key: str
    row: int
    top: float
    weight: float
    is_whole: bool
    is_noun: bool = False


def find(sheet: Page, skip: Collection[tuple[int, float]] = ()) -> list[Title]:
    """The titles of a page, from top to bottom, outside of the rows to skip."""
    found: list[Title] = []
    for at, row in enumerate(sheet.rows):
        # Below the head a title is a known one, and most rows have no word that begins such a one.
        if (row.page, row.top) not in skip and (at < HEAD or not _BEGINNINGS.isdisjoint(row.keys)):
            found.extend(_in_row(sheet, row, at, sheet.usual))
    return found


def _in_row(sheet: Page, row: Row, at: int, usual: float) -> Iterator[Title]:
    phrases = _spaced(row) or sheet.phrases(row)
    if len(phrases) > 1 and _heads_boxes(phrases):
        return
    for nth, phrase in enumerate(phrases):
        after = phrases[nth + 1].text if nth + 1 < len(phrases) else ""
        named = _named(phrase)
        large = phrase.words[0].height / usual
        if named is None and at < HEAD and (large >= _LARGE or (at < _TOP and len(phrases) == 1)):
            named = _by_noun(phrase)
        if named is None:
            continue
        weight = large + (1.0 + 0.6 * (1 - at / HEAD) if at < HEAD else 0.0) + (0.5 if named.is_whole else 0.0)
        weight += 0.01 * len(named.key)
        if _is_label(phrase, named, after):
            if named.kind not in _TOLD_BY_LABELS:
                continue  # "Contract  C4711", "Quote no  118" stand on orders as well
            weight -= _LABELLED
        elif phrase.words[-1].text.endswith(":"):
            weight -= 1.5
        yield named._replace(row=at, top=row.top, weight=weight)


def _heads_boxes(phrases: Sequence[Phrase]) -> bool:
    """Labels beside one another: "Purchase order | Date | Terms"."""
    labels = sum(1 for phrase in phrases if lexicon.key(phrase.text) in lexicon.PARTIES_AND_FIELDS)
    return labels > 1 and labels * 2 >= len(phrases)


def _is_label(phrase: Phrase, named: Title, after: str) -> bool:
    """A label with its value: "Invoice  INV-9", "PO number: 4500118"; the title of an order may bear its number."""
    if named.kind in lexicon.ORDER_KINDS:
        if named.key in lexicon.UNSURE:  # "Requisition no. R-1" stands on the orders that follow from it
            return not named.is_whole or any(c.isdigit() for c in after)
        return not named.is_whole and named.key in lexicon.SHARED and any(":" in word.text for word in phrase.words)
    return any(c.isdigit() for c in after) or (not named.is_whole and any(":" in word.text for word in phrase.words))


def _spaced(row: Row) -> list[Phrase]:
    """A row of single letters is one title drawn wide: "注 文 書", "O R D E R"."""
    if len(row.words) < 3 or any(len(word.text) > 1 for word in row.words):  # noqa: PLR2004 - "A B" may be initials
        return []
    first, last = row.words[0], row.words[-1]
    text = page.say(row.words).replace(" ", "")
    return [Phrase((first._replace(text=text, x1=last.x1),), text)]


def _named(phrase: Phrase) -> Title | None:
    """A phrase that is a known title, perhaps with a number or a day behind it, or beside a name or a season."""
    whole = known(phrase.words) if len(phrase.words) <= _LONGEST else None
    if whole or not 1 < len(phrase.words) <= 2 * _LONGEST:
        return whole
    if not any(word[0] in _APART for word in phrase.words):
        return None  # nothing parts them
    parts = _parts(phrase.words)
    named = [title for part in parts if (title := known(part)) is not None]
    others = [part for part in parts if known(part) is None]
    if len(parts) < 2 or not named or len({title.kind for title in named}) > 1:  # noqa: PLR2004
        return None
    others = [part for part in others if not _is_translated(part, phrase.words)]
    if any(title.key in lexicon.UNSURE for title in named) or not all(map(_says_no_kind, others)):
        return None
    return named[0]._replace(is_whole=not others and all(title.is_whole for title in named))


def _is_translated(part: Sequence[Word], whole: Sequence[Word]) -> bool:
    """Words in letters that the rest of the title has none of: the same once more, in a language read otherwise."""
    rest = "".join(word.text for word in whole if word not in part)
    said = "".join(word.text for word in part)
    return rest.isascii() and not any(c.isascii() and c.isalpha() for c in said)


def _parts(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Words cut at dashes, bars and strokes that stand alone."""
    cuts = [at for at, word in enumerate(words) if word.text in _APART]
    ends = zip([-1, *cuts], [*cuts, len(words)], strict=True)
    return [tuple(words[start + 1 : end]) for start, end in ends if end > start + 1]


def _says_no_kind(words: Sequence[Word]) -> bool:
    """The name of a company, a season with its year, a number or a day: nothing that says what the paper is."""
    keys = [lexicon.key(word.text) for word in words]
    if all(numbers.has_digit(key) or key in _SEASONS or not key for key in keys):
        return True
    text = page.say(words)
    return companies.is_company(text) or bool(dates.find(text) and len(words) <= _PREFIX)


def known(words: Sequence[Word]) -> Title | None:
    """The title that some words are, perhaps with a number or a day behind it."""
    keys = _keys(words)
    if next(filter(None, keys), "") not in _BEGINNINGS:
        return None
    for end in range(min(len(keys), lexicon.LONGEST), 0, -1):
        key = "".join(keys[:end])
        kind = lexicon.TITLES.get(key)
        if kind is None and keys[end - 1] and fieldnames.is_title(tuple(keys[:end])):
            kind = Kind.PURCHASE_ORDER
        if kind is None:
            continue
        rest = [one for one in keys[end:] if one]
        if not rest:
            return Title(kind, key, 0, 0.0, 0.0, is_whole=True)
        if _is_numbering(rest, page.say(words[end:])):
            return Title(kind, key, 0, 0.0, 0.0, is_whole=False)
        # "Purchase order for spare parts" is a sentence's start; shorter titles may still fit.
    return None


def _is_numbering(rest: Sequence[str], text: str) -> bool:
    """The number of a paper and its day: "Nr. ZD/112", "KP 118204", "№ 00-418 от 17.11.2026", "of 3 March 2026"."""
    if all(numbers.has_digit(one) or one in _NUMBERING for one in rest):
        return True
    day = next(iter(dates.find(text)), None)
    before = text[: day.start] + text[day.end :] if day else text
    left = [word for word in before.split() if lexicon.key(word)]
    prefix = next((word for word, after in pairwise(left) if _is_prefix(word) and numbers.has_digit(after)), None)
    plain = [lexicon.key(word) for word in left if word != prefix]
    allowed = _NUMBERING | _BETWEEN if day else _NUMBERING
    is_other = any(word in _APART for word in text.split())  # "SALES ORDER / PO 77": both may be titles
    return (prefix or day) is not None and not is_other and all(numbers.has_digit(p) or p in allowed for p in plain)


def _is_prefix(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) <= _PREFIX and lexicon.key(word) not in lexicon.TITLES


def _by_noun(phrase: Phrase) -> Title | None:
    """The noun that says what a heading of several words is about; none where it begins like an order's title."""
    keys = [key for key in _keys(phrase.words) if key and not numbers.has_digit(key)]
    if not keys or len(phrase.words) > _LONGEST - 2 or phrase.words[-1].text.endswith((":", ".", ",")):
        return None
    begins = any(
        lexicon.TITLES.get("".join(keys[:end])) is Kind.PURCHASE_ORDER and "".join(keys[:end]) not in lexicon.SHARED
        for end in range(1, len(keys))
    )
    if begins or not (keys[-1] in lexicon.NOUNS_LAST or keys[0] in lexicon.NOUNS_FIRST):
        return None
    return Title(Kind.OTHER, "".join(keys), 0, 0.0, 0.0, is_whole=False, is_noun=True)


def _keys(words: Sequence[Word]) -> list[str]:
    said = words[::-1] if page.is_right_to_left(words) else words
    return [lexicon.key(word[0]) for word in said]
