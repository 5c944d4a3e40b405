"""Marks of a kind of document other than its title: the labels and the sentences that only such a document carries."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from desk.reading import Kind
from parsers.form import labels, lexicon
from parsers.form.wordings import marks
from parsers.page import Page

DECIDES = 1.0  # what the marks of a kind must come to
# Every sentence begins with a word: no other place of a text is worth a try.
_SENTENCES = {
    kind: re.compile(rf"\b(?=\w)(?:{''.join(line.strip() for line in shape.splitlines())})")
    for kind, shape in marks.SENTENCES.items()
}
_MOST_LETTERS = 20_000
_NO_VALUE_NEEDED = frozenset(
    lexicon.key(words)
    for words in lexicon.wordings(
        "delivered | backordered | back ordered | qty shipped | quantity shipped | shipped qty | qty delivered | b/o | "
        "quantity delivered | delivered qty | geliefert | liefermenge | quantite livree | cantidad entregada | "
        "quantita consegnata | geleverd | aantal geleverd | quantidade entregue | cartons | packages"
    )
)


def weigh(pages: Sequence[Page]) -> Mapping[Kind, float]:
    """How far labels and sentences speak for each kind; from `DECIDES` on they name it where no title does."""
    found: dict[Kind, float] = defaultdict(float)
    for kind, weight in _labels(pages[:2]).values():
        found[kind] += weight
    said = _said(pages[:3])
    for kind, shape in _SENTENCES.items():
        if shape.search(said):
            found[kind] += DECIDES
    return found


def _labels(pages: Sequence[Page]) -> dict[str, tuple[Kind, float]]:
    """Each distinct label once, with what it says; a label without a value says nothing."""
    found: dict[str, tuple[Kind, float]] = {}
    for sheet in pages:
        hits = labels.find(sheet, lexicon.MARK_LABELS, set())
        known = labels.places(hits)
        for hit in hits:
            if hit.key in _NO_VALUE_NEEDED or _has_value(hit, known):
                found[hit.key] = lexicon.MARKS[int(hit.name)]
    return found


def _has_value(label: labels.Label, known: Collection[tuple[int, int, int]]) -> bool:
    """Figures stand beside the label or under it."""
    places = set(known)
    return any(
        value is not None and any(c.isdigit() for c in value.text)
        for value in (labels.right(label, places), labels.below(label, places))
    )


def _said(pages: Sequence[Page]) -> str:
    """The words of some pages in lower case without accents, one space between."""
    text = " ".join(row.text for sheet in pages for row in sheet.rows)[:_MOST_LETTERS]
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
