"""What a wording means, compared by `key`: letters and digits in one case, so that two spellings of a label are one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from desk.reading import Kind
from parsers.form.wordings import abroad, columns, columns_abroad, fields, marks, parties, paying, sums, titles

LONGEST = 7  # words in a label at most
_SILENT = re.compile(r"[^\w#%]|_", re.UNICODE)
# Letters with a bar through them: pictures show one where there is none, and some programs none where there is one.
_BARRED = str.maketrans("łŁħĦđĐ", "lLhHdD")


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """Letters, digits, # and % in one case: what two spellings of a label have in common."""
    if text.isascii():
        return _SILENT.sub("", text.lower())
    spelled = text.replace("º", "o").replace("°", "o").replace("№", "no").translate(_BARRED)
    bare = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
    plain = _SILENT.sub("", bare.casefold()).replace("ı", "i")  # "AÇIKLAMA" is "açıklama" in capitals
    # Some PDFs give the joined letters lam-alef in the order they are drawn, not said.
    return "الا" + plain[3:] if plain.startswith("اال") else plain


def beginnings(keys: Iterable[str]) -> frozenset[str]:
    """Whatever one of these keys may begin with, letter by letter: most words of a paper begin none."""
    return frozenset(key[:end] for key in keys for end in range(1, len(key) + 1))


def plain(text: str) -> str:
    """A text in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def wordings(row: str) -> Iterator[str]:
    """The wordings of one row of a table."""
    return (" ".join(words.split()) for words in row.split("|") if words.strip())


def _index(*tables: Mapping[str, str]) -> dict[str, str]:
    """Key of each wording -> what it means; where two tables differ, the earlier one is right."""
    return {key(words): name for table in reversed(tables) for name, row in table.items() for words in wordings(row)}


def _put_together(halves: Iterable[tuple[str, str, tuple[str, ...]]]) -> str:
    """Every first half with every second one, in each of the ways that they are joined: a row of a table."""
    return " | ".join(
        way.format(one.replace("_", " "), other)
        for first, second, ways in halves
        for one in first.split()
        for other in second.split()
        for way in ways
    )


FIELDS = _index(fields.FIELDS, abroad.FIELDS, {"payment_terms": _put_together(paying.LABELS)})
PARTIES = _index(parties.PARTIES, abroad.PARTIES)
ABROAD = frozenset(key(words) for words in wordings(fields.DATES_ABROAD))  # labels of dates whose day comes first
COLUMNS = _index(columns.COLUMNS, columns_abroad.COLUMNS)
ENDINGS = _index(columns_abroad.ENDINGS)  # what a longer heading of one word ends in
SUMS = _index(sums.SUMS, abroad.SUMS)
TITLES: dict[str, Kind] = {key(words): kind for kind, row in titles.TITLES.items() for words in wordings(row)}
TITLE_STARTS = frozenset(
    start for row in titles.TITLES.values() for words in wordings(row) for start in (key(words), key(words.split()[0]))
)
UNSURE = _index(titles.UNSURE)
SHARED = frozenset(key(words) for words in wordings(titles.SHARED))
NOUNS_LAST = frozenset(key(word) for row in titles.NOUNS_LAST.split("|") for word in row.split())
NOUNS_FIRST = frozenset(key(word) for row in titles.NOUNS_FIRST.split("|") for word in row.split())
ORDER_KINDS = frozenset({Kind.PURCHASE_ORDER, Kind.ORDER_CHANGE, Kind.ORDER_CANCELLATION})
# The name that `labels.find` gives a mark: its place in this list.
MARKS: list[tuple[Kind, float]] = list(marks.LABELS)
MARK_LABELS: dict[str, str] = {
    key(words): str(at) for at, row in enumerate(marks.LABELS.values()) for words in wordings(row)
}

# A wording that both name (a "buyer" is a party and a contact) is looked up as the party first.
PARTIES_AND_FIELDS: dict[str, str] = FIELDS | {words: f"party_{role}" for words, role in PARTIES.items()}
HEADING_WORDS = frozenset(
    key(word) for table in (columns, columns_abroad) for row in table.COLUMNS.values() for word in row.split()
)
_LABELS = (fields.FIELDS, abroad.FIELDS, parties.PARTIES, abroad.PARTIES, columns.COLUMNS, columns_abroad.COLUMNS)
# Words of four letters and more of which labels, headings and names of sums are made.
LABEL_WORDS = frozenset(
    word
    for table in (*_LABELS, sums.SUMS, abroad.SUMS)
    for row in table.values()
    for one in row.replace("|", " ").split()
    if len(word := key(one)) > 3 and word.isalpha()  # noqa: PLR2004 - shorter ones are too much alike
)
SUM_STARTS = frozenset(wording[:3] for wording in SUMS)  # a quick no for most rows
