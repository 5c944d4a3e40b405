"""How well each product's own words explain a wording, and whether only one of them does."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.wording import grams, words

# How many of the catalogue's wordings are looked at closely.
CLOSE = 12
# What counts: how much of the buyer's wording a product explains, and how much of the product's own was asked for.
ASKED, OWN = 0.75, 0.25
# Below this a wording names nothing; explained by another product nearly as well, it names both.
LEAST = 0.75
MARGIN = 0.07
LIKELY = 0.35
# A unit tells little, a number much: a size is what most rivals differ in.
UNIT_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Found:
    """Places of products in the catalogue: `sure` where just one is meant, `likely` best first, `scores` from 0 to 1.

    `exact`: the wording is the product's own, word for word.
    """

    sure: int | None = None
    exact: bool = False
    likely: tuple[int, ...] = ()
    scores: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One product beside the wording.

    `explained` is how much of the wording it explains, from 0 to 1, `met` its words that do so; `against`: something
    was asked for that it lacks; `exact`: its own words are the wording's.
    """

    place: int
    score: float
    explained: float
    against: bool
    exact: bool
    met: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A wording taken apart: every word in order of the alphabet, what each weighs, and what explains it."""

    said: Sequence[str]
    weights: Mapping[str, float]
    likenesses: Mapping[str, Mapping[str, float]]
    packs: frozenset[str]


class Wordings:
    """The descriptions of a catalogue, ready to be compared."""

    def __init__(self, descriptions: Sequence[str]) -> None:
        cut = [words.split(text) for text in descriptions]
        self._small = words.SMALL | words.FOREIGN.intersection(word for one in cut for word in one)
        self._words = [self._telling(one) for one in cut]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._words):
            for word in set(one):
                self._holders[word].append(place)
        whole = len(self._words) + 1
        self._weights = {
            word: self._weight(word, math.log(1 + whole / len(held))) for word, held in self._holders.items()
        }
        self._unknown = math.log(1 + whole)
        self._grams = grams.Grams([" ".join(one) for one in self._words])

    def explain(self, wording: str) -> Found:
        """Which products this wording may mean."""
        cut = words.split(wording)
        said = self._telling(cut)
        asked = tuple(dict.fromkeys(said))
        if not asked or not self._words:
            return Found()
        places = self._grams.nearest(" ".join(asked), CLOSE).tolist()
        likenesses = self._likenesses(asked, places)
        weights = self._asked_weights(asked, likenesses)
        about = _Asked(sorted(said), weights, likenesses, words.packs(cut))
        seen = [self._look(place, about) for place in places]
        first = min(seen, key=_best_first)
        others = self._as_well_explained(first, frozenset(places))
        seen += [self._look(place, about) for place in others]
        return _judged(sorted(seen, key=_best_first))

    def _as_well_explained(self, first: "_Seen", looked_at: AbstractSet[int]) -> Sequence[int]:
        """Products beyond those looked at that have every word by which the first one explains the wording."""
        telling = sorted((self._holders[word] for word in first.met if word not in words.UNITS), key=len)
        if first.against or first.exact or not telling:
            return ()
        left = set(telling[0]).intersection(telling[:2][-1]).difference(looked_at)
        left = {place for place in left if first.met.issubset(self._words[place])}
        return sorted(left)[:CLOSE]

    def _likenesses(self, asked: Sequence[str], places: Sequence[int]) -> dict[str, dict[str, float]]:
        """For each word asked for, the words of these products that explain it, and how far."""
        single = {word for place in places for word in self._words[place]}
        joined = {pair for place in places for pair in _joined(self._words[place])}
        return {word: self._alike(word, single, joined) for word in asked}

    def _alike(self, word: str, single: AbstractSet[str], joined: AbstractSet[str]) -> dict[str, float]:
        """A word that the catalogue uses means itself; any other may be short for one, or a slip, or two in one."""
        if word in self._weights:
            return {word: 1.0}
        alike = {one: how_far for one in single if (how_far := words.likeness(word, one)) > 0}
        return alike | {pair: how_far for pair in joined if (how_far := words.slip(word, pair)) > 0}

    def _asked_weights(self, asked: Sequence[str], likenesses: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
        weights = {}
        for word in asked:
            alike = likenesses[word]
            best = max(alike, key=lambda one: alike[one]) if alike else word
            weights[word] = self._weights.get(best, self._weight(word, self._unknown))
        return weights

    def _look(self, place: int, about: _Asked) -> _Seen:
        """How far this product explains the words asked for, and they it."""
        own = {word: self._weights[word] for word in self._words[place]}
        by = _each_once(about.likenesses, own.keys(), _joined(self._words[place]))
        met = frozenset(mine for _, explaining in by.values() for mine in explaining)
        explained = sum(weight * by[word][0] for word, weight in about.weights.items()) / sum(about.weights.values())
        share = sum(own[word] for word in met) / sum(own.values()) if met else 0.0
        unmet = {word for word, (_, explaining) in by.items() if not explaining}
        return _Seen(
            place,
            score=ASKED * explained + OWN * share,
            explained=explained,
            against=any(words.counts(word) or (words.is_number(word) and word not in about.packs) for word in unmet),
            exact=about.said == sorted(self._words[place]),
            met=met,
        )

    def _telling(self, cut: Sequence[str]) -> tuple[str, ...]:
        return tuple(word for word in cut if word not in self._small)

    def _weight(self, word: str, rarity: float) -> float:
        return rarity * UNIT_WEIGHT if word in words.UNITS else rarity


def _each_once(
    asked: Mapping[str, Mapping[str, float]], own: AbstractSet[str], joined: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[float, tuple[str, ...]]]:
    """For each word asked for, how far the product explains it, and by which of its words.

    A word of the product explains one that was asked for, the likest first: in "malls mill" only the mill is a mill.
    """
    pairs = [(how_far, word, (one,)) for word, alike in asked.items() for one, how_far in alike.items() if one in own]
    found: dict[str, tuple[float, tuple[str, ...]]] = dict.fromkeys(asked, (0.0, ()))
    both = [
        (how_far, word, joined[one]) for word, alike in asked.items() for one, how_far in alike.items() if one in joined
    ]
    taken: set[str] = set()
    for how_far, word, by in sorted([*pairs, *both], key=lambda pair: -pair[0]):
        if not found[word][1] and taken.isdisjoint(by):
            found[word] = (how_far, by)
            taken.update(by)
    return found


def _joined(own: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Neighbouring words written as one: "photoframe"."""
    return {one + two: (one, two) for one, two in pairwise(own) if (one + two).isalpha()}


def _best_first(seen: _Seen) -> tuple[bool, bool, float, int]:
    return not seen.exact, seen.against, -seen.score, seen.place


def _judged(seen: Sequence[_Seen]) -> Found:
    """Sure only of one that explains enough, that nothing speaks against, and that has no near rival."""
    scores = {one.place: one.score for one in seen}
    first = seen[0]
    likely = tuple(one.place for one in sorted(seen, key=lambda one: (one.against, -one.score)) if one.score >= LIKELY)
    near = [one for one in seen[1:] if not one.against and one.explained > first.explained - MARGIN]
    doubled = [one for one in seen[1:] if one.exact]
    sure = not first.against and first.score >= LEAST and not (doubled if first.exact else near)
    return Found(first.place if sure else None, first.exact and sure, likely, scores)
