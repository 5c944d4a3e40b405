"""The labels of a document by field, and what may be the value of one: candidates, best first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from desk.reading import Evidence
from parsers import page
from parsers.form import joined, labels, lexicon, payment
from parsers.form.labels import Label, Value
from parsers.page import Page, Word

T = TypeVar("T")


@dataclass(frozen=True)
class Candidate(Generic[T]):
    """One value a field may have, how strongly its place speaks for it, and where it stands."""

    value: T
    weight: float
    evidence: Evidence
    is_whole: bool = True  # nothing stands beside it that might belong to it


@dataclass(frozen=True)
class Labelled:
    """Every label of a document, by field, with the words that are labels."""

    by_name: dict[str, list[Label]]
    names: dict[tuple[int, int, int], str]  # page, row and word number of the words of labels -> what they name
    tables: AbstractSet[tuple[int, float]] = frozenset()  # page and top of the rows of the line tables

    @property
    def known(self) -> AbstractSet[tuple[int, int, int]]:
        """The places of all words that are labels."""
        return self.names.keys()

    def values(self, *names: str) -> Iterable[Value]:
        """What stands right of the labels of some fields, and below them."""
        for name in names:
            for label in self.by_name.get(name, []):
                shared = joined.values(label, self.by_name, self.known)
                yield from shared
                for value in () if shared else (labels.right(label, self.known), labels.below(label, self.known)):
                    if value:
                        yield value


def label(pages: Sequence[Page], skip: set[tuple[int, float]]) -> Labelled:
    """Find the labels of fields and parties on all pages, outside of the line tables."""
    by_name: dict[str, list[Label]] = defaultdict(list)
    names: dict[tuple[int, int, int], str] = {}
    both = lexicon.PARTIES_AND_FIELDS
    for sheet in pages[:12]:
        for one in payment.without_own_words(labels.find(sheet, both, skip)):
            by_name[one.name].append(one)
            names |= dict.fromkeys(labels.places([one]), one.name)
    return Labelled(dict(by_name), names, skip)


def evidence(words: Sequence[Word], sheet: Page, part: str) -> Evidence:
    """Where some words of a page stand."""
    return Evidence(part, sheet.number, page.say(words), page.box(words))


def ranked(found: Iterable[Candidate[T]], key: Callable[[T], object] = lambda value: value) -> list[Candidate[T]]:
    """One candidate for each value, best first: a value that several places state is stronger."""
    best: dict[object, Candidate[T]] = {}
    total: dict[object, float] = defaultdict(float)
    for candidate in found:
        name = key(candidate.value)
        total[name] += 0.15 * candidate.weight if name in best else candidate.weight
        if name not in best or candidate.weight > best[name].weight:
            best[name] = candidate
    ordered = sorted(best, key=lambda name: -total[name])
    return [replace(best[name], weight=total[name]) for name in ordered]
