"""Which texts share the most, and the rarest, runs of three letters with a wording: TF-IDF in numpy."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Each letter takes a number below this one, so that a run of three fits one integer.
LETTERS = 64
GRAMS = LETTERS**3
# Runs that more than this share of all texts contain are left out where rarer ones speak.
COMMON = 0.1
_PLAIN = 128


def _alphabet() -> NDArray[np.int64]:
    """From a code point below 128 to a number: 0 parts words, then letters, then digits."""
    table = np.zeros(_PLAIN, dtype=np.int64)
    for place, sign in enumerate("abcdefghijklmnopqrstuvwxyz0123456789", start=1):
        table[ord(sign)] = place
    return table


_NUMBERS = _alphabet()
_OTHERS = 37


def _numbered(text: str) -> NDArray[np.int64]:
    """Each letter as its number; letters of other alphabets share what is left."""
    points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    others = _OTHERS + points % (LETTERS - _OTHERS)
    return np.where(points < _PLAIN, _NUMBERS[np.minimum(points, _PLAIN - 1)], others)


def _runs(text: str) -> NDArray[np.int64]:
    """The run of three that starts at each letter but the last two."""
    numbers = _numbered(text)
    return numbers[:-2] * LETTERS * LETTERS + numbers[1:-1] * LETTERS + numbers[2:]


class Grams:
    """An inverted index from runs of three letters to texts, built once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.size = len(texts)
        padded = [f"  {text} " for text in texts]
        owner = np.repeat(np.arange(self.size), np.array([len(text) for text in padded], dtype=np.int64))
        pairs, times = np.unique(owner[:-2] * GRAMS + _runs("".join(padded)), return_counts=True)
        grams = pairs % GRAMS
        order = np.argsort(grams, kind="stable")
        self._texts = (pairs // GRAMS)[order].astype(np.int32)
        held = np.bincount(grams, minlength=GRAMS)
        self._starts = np.concatenate(([0], np.cumsum(held)))
        self._rarity = np.log1p(self.size / np.maximum(held, 1)).astype(np.float32)
        weights = (1 + np.log(times[order])) * self._rarity[grams[order]]
        lengths = np.sqrt(np.bincount(self._texts, weights=weights**2, minlength=self.size))
        self._lengths = np.maximum(lengths, 1e-9).astype(np.float32)
        self._weights = weights.astype(np.float32)

    def nearest(self, text: str, count: int) -> NDArray[np.intp]:
        """Places of the texts that share most with this one: `count` by cosine, and `count` by what they explain.

        The second view keeps a long text that holds every word asked for from hiding behind shorter ones.
        """
        shared = self._shared(text)
        cosine = shared / self._lengths
        if self.size <= 2 * count:
            return np.argsort(-cosine)
        return np.unique(np.concatenate([_top(cosine, count), _top(shared, count)]))

    def best(self, text: str) -> int:
        """The place of the text with the greatest cosine."""
        return int(np.argmax(self._shared(text) / self._lengths))

    def _shared(self, text: str) -> NDArray[np.float32]:
        """How much of the wording each text explains, by the rarity of the runs they share."""
        scores = np.zeros(self.size, dtype=np.float32)
        grams = np.unique(_runs(f"  {text} "))
        for gram in self._telling(grams):
            here = slice(self._starts[gram], self._starts[gram + 1])
            scores[self._texts[here]] += self._weights[here] * self._rarity[gram]
        return scores

    def _telling(self, grams: NDArray[np.int64]) -> NDArray[np.int64]:
        """The runs worth looking up: all that are rare, or all that there are where none is."""
        held = self._starts[grams + 1] - self._starts[grams]
        rare = grams[held <= max(COMMON * self.size, 50)]
        return rare if len(rare) * 3 >= len(grams) else grams


def _top(scores: NDArray[np.float32], count: int) -> NDArray[np.intp]:
    """Places of the `count` greatest; most texts share next to nothing, and are not sorted at all."""
    high = np.flatnonzero(scores >= scores.max() / 2)
    if len(high) < count:
        return np.argpartition(scores, -count)[-count:]
    return high[np.argpartition(scores[high], -count)[-count:]]
