"""The catalogue as one looks things up in it: by code first, then by wording, and never by a guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desk import reading
from parsers.wording import codes, explain, words

MOST_RIVALS = 5
# So many of them fit into one sentence.
MOST_NAMED = 3


class Sellable(Protocol):
    """What is asked of a product here; `desk.catalogue.Product` is one."""

    @property
    def sku(self) -> str:
        """Our own code."""

    @property
    def description(self) -> str:
        """Our own wording."""

    @property
    def gtin(self) -> str:
        """8, 12, 13 or 14 digits, or nothing."""


class How(StrEnum):
    """What a line was matched by; the last two say that it was not."""

    SKU = "sku"
    GTIN = "gtin"
    PART_NUMBER = "part_number"
    WORDING = "wording"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rival:
    """A product that a line may mean; `score` is from 0 to 1."""

    sku: str
    description: str
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """The product that a line means, or the rivals and the reason why a person must choose.

    `why` goes on from "Line 3 …": "prints SKU RNG-141, which is almost RNG-114". It is empty where there is a match.
    """

    sku: str | None
    how: How
    score: float
    rivals: tuple[Rival, ...] = ()
    why: str = ""


class Index:
    """Every product, ready to be found; built once from the catalogue and never changed."""

    def __init__(self, products: Iterable[Sellable]) -> None:
        self._products: Sequence[Sellable] = tuple(products)
        self._codes = codes.Known(product.sku for product in self._products)
        self._by_gtin: dict[str, list[int]] = defaultdict(list)
        for place, product in enumerate(self._products):
            if gtin := codes.gtin(product.gtin):
                self._by_gtin[gtin].append(place)
        self._by_article = {codes.article(gtin): places for gtin, places in self._by_gtin.items()}
        self._by_sku = {product.sku: place for place, product in enumerate(self._products)}
        self._wordings = explain.Wordings([product.description for product in self._products])

    def match(self, line: reading.Line, part_numbers: Mapping[str, str]) -> Match:
        """The product that the line means; `part_numbers` goes from this buyer's own numbers to our SKUs."""
        said = self._said(line, part_numbers)
        named = {place for places in said.values() for place in places}
        wording = " ".join(text for text in (line.description, line.variant) if text)
        found = self._wordings.explain(wording)
        if carton := self._carton(line):
            why = f"prints the GTIN of a carton of {self._products[carton[0]].sku}, so its quantity may count cartons"
            return self._unsure(self._rivals({*named, *carton}, found), why)
        if len(named) == 1:
            return self._settled(next(iter(said)), named.pop(), line, found)
        if named:
            return self._unsure(self._rivals(named, found), "carries codes of more than one product")
        return self._by_wording(line, found, wording)

    def _said(self, line: reading.Line, part_numbers: Mapping[str, str]) -> dict[How, list[int]]:
        """What each kind of code on the line names, the surest first; kinds that name nothing are left out."""
        printed = self._printed(line)
        said = {
            How.SKU: [place for code in printed for place in self._with_code(code)],
            How.GTIN: [
                place for code in (line.gtin, *printed) for place in self._by_gtin.get(codes.gtin(code) or "", ())
            ],
            How.PART_NUMBER: [
                self._by_sku[sku] for code in printed for sku in _learned(code, part_numbers) if sku in self._by_sku
            ],
        }
        return {how: places for how, places in said.items() if places}

    def _carton(self, line: reading.Line) -> Sequence[int]:
        """Products of which the line prints the GTIN of a larger pack, and we only know that of one."""
        gtin = codes.printed_gtin(line.gtin, line.sku, line.buyer_sku)
        if gtin is None or gtin in self._by_gtin or not codes.is_pack(gtin):
            return ()
        return self._by_article.get(codes.article(gtin), ())

    def _printed(self, line: reading.Line) -> list[str]:
        """The codes on the line; where no column holds one, words that are built like our SKUs."""
        columns = [code for code in (line.sku, line.buyer_sku) if code and codes.normal(code)]
        built = (word.strip(".,;:()") for word in (line.description or "")[: words.LONGEST].split())
        return columns or [word for word in built if codes.is_code(word) and self._codes.has_shape_of(word)]

    def _with_code(self, code: str) -> Sequence[int]:
        """Products with this SKU; where two differ in their signs alone, the one that is written so."""
        places = self._codes.same(code)
        exact = [place for place in places if self._products[place].sku.casefold() == code.strip().casefold()]
        return exact or places

    def _settled(self, how: How, place: int, line: reading.Line, found: explain.Found) -> Match:
        """One product by its code, unless the line's own words or its GTIN speak for another."""
        product = self._products[place]
        printed, ours = codes.printed_gtin(line.gtin, line.sku, line.buyer_sku), codes.gtin(product.gtin)
        if printed and ours and printed != ours:
            why = f"names {product.sku} but prints GTIN {printed}, which is not that of {product.sku}"
            return self._unsure(self._rivals({place}, found), why)
        if found.sure is not None and found.sure != place and not self._same_words(found.sure, place):
            other = self._products[found.sure]
            why = f"names {product.sku} but describes {other.sku}, {other.description}"
            return self._unsure(self._rivals({place, found.sure}, found), why)
        return Match(product.sku, how, 1.0)

    def _by_wording(self, line: reading.Line, found: explain.Found, wording: str) -> Match:
        """No code of ours: the words must name one product, and no code may look like another's slip."""
        for code in self._printed(line):
            if almost := self._codes.near(code, MOST_RIVALS):
                skus = " or ".join(self._products[place].sku for place in almost[:MOST_NAMED])
                return self._unsure(self._rivals(almost, found), f"prints SKU {code}, which is almost {skus}")
        if found.sure is None:
            return self._open(found, wording)
        product = self._products[found.sure]
        printed, ours = codes.printed_gtin(line.gtin, line.sku, line.buyer_sku), codes.gtin(product.gtin)
        if printed and ours:
            why = f"reads like {product.sku} but prints GTIN {printed}, which is none of ours"
            return self._unsure(self._rivals({found.sure}, found), why)
        if line.sku and not found.exact and self._codes.has_shape_of(line.sku):
            why = f"prints SKU {line.sku}, which is none of ours, and reads like {product.sku}"
            return self._unsure(self._rivals({found.sure}, found), why)
        return Match(product.sku, How.WORDING, found.scores[found.sure])

    def _open(self, found: explain.Found, wording: str) -> Match:
        rivals = self._rivals((), found)
        if not rivals:
            why = "is nothing in our catalogue" if wording.strip() else "names no product"
            return Match(None, How.UNKNOWN, 0.0, (), why)
        might = " or ".join(f"{rival.sku}, {rival.description}" for rival in rivals[:MOST_NAMED])
        return self._unsure(rivals, f"({wording.strip()}) might be {might}")

    def _unsure(self, rivals: tuple[Rival, ...], why: str) -> Match:
        return Match(None, How.UNSURE, rivals[0].score if rivals else 0.0, rivals, why)

    def _rivals(self, named: Iterable[int], found: explain.Found) -> tuple[Rival, ...]:
        """Those that a code names, then those that the words may mean, best first, each once."""
        places = dict.fromkeys((*sorted(named, key=lambda place: -found.scores.get(place, 0.0)), *found.likely))
        return tuple(
            Rival(self._products[place].sku, self._products[place].description, found.scores.get(place, 0.0))
            for place in list(places)[:MOST_RIVALS]
        )

    def _same_words(self, one: int, other: int) -> bool:
        return words.split(self._products[one].description) == words.split(self._products[other].description)


def _learned(code: str, part_numbers: Mapping[str, str]) -> Iterable[str]:
    """Our SKUs for a buyer's own number: the number as written, else those that are the same but for signs."""
    if code in part_numbers:
        return [part_numbers[code]]
    plain = codes.normal(code)
    return [sku for number, sku in part_numbers.items() if codes.normal(number) == plain]
