"""Marks of a kind of document other than its title: the labels and the sentences that only such a document carries."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from desk.reading import Kind
from parsers.form import labels, lexicon
from parsers.form.wordings import marks
from parsers.page import Page

DECIDES = 1.0  # what the marks of a kind must come to
_JOINED = {kind: "".join(line.strip() for line in shape.splitlines()) for kind, shape in marks.SENTENCES.items()}
_SENTENCES = {kind: re.compile(shape) for kind, shape in _JOINED.items()}
_MOST_LETTERS = 20_000
_NO_VALUE_NEEDED = frozenset(
    lexicon.key(words)
    for words in lexicon.wordings(
        "delivered | backordered | back ordered | qty shipped | quantity shipped | shipped qty | qty delivered | b/o | "
        "quantity delivered | delivered qty | geliefert | liefermenge | quantite livree | cantidad entregada | "
        "quantita consegnata | geleverd | aantal geleverd | quantidade entregue | cartons | packages"
    )
)


def _any_of(shapes: Iterable[str]) -> re.Pattern[str]:
    """Any sentence of all kinds: most papers hold none. One that begins with a word begins with a letter."""
    every = [each for shape in shapes for each in _alternatives(shape)]
    worded = "|".join(each.removeprefix(r"\b") for each in every if each.startswith(r"\b"))
    others = [each for each in every if not each.startswith(r"\b")]
    return re.compile("|".join([rf"\b(?=[^\W\d_])(?:{worded})", *others]))


def _alternatives(shape: str) -> Iterator[str]:
    """The parts of a pattern between the bars that stand in no brackets."""
    depth = begun = 0
    for hit in re.finditer(r"\\.|[()|]", shape):
        depth += (hit[0] == "(") - (hit[0] == ")")
        if hit[0] == "|" and not depth:
            yield shape[begun : hit.start()]
            begun = hit.end()
    yield shape[begun:]


_ANY = _any_of(_JOINED.values())


def weigh(pages: Sequence[Page]) -> Mapping[Kind, float]:
    """How far labels and sentences speak for each kind; from `DECIDES` on they name it where no title does."""
    found: dict[Kind, float] = defaultdict(float)
    for kind, weight in _labels(pages[:2]).values():
        found[kind] += weight
    said = _said(pages[:3])
    if not _ANY.search(said):
        return found
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
