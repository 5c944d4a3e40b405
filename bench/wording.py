"""How well and how fast a buyer's wording is matched to a product, on made catalogues of 10,000 and 100,000.

    python -m bench.wording [--seed 1] [--asked 400] [--sizes 10000 100000]

Each catalogue is made from a seed: things in materials, colours, styles and sizes, each with near neighbours that
differ in one word. A buyer's wording of a product is made from its description: other word order, plurals, words
left out, abbreviations, slips of the fingers. One that still fits its product alone is clear; one that fits several
is vague; one in five is of a near neighbour that the catalogue does not hold. Beside ours stand plain peers on the
same wordings in the same run.

top-1 and sure: of the clear ones, those whose product is the best candidate, and those matched without a person.
wrong: matched, and not what was meant. vague, absent: those that were rightly left to a person.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from desk import catalogue, reading
from parsers import wording
from parsers.wording import grams, words

THINGS = (
    "hoop earrings|stud earrings|drop earrings|stacking ring|signet ring|pendant necklace|chain bracelet|bangle|brooch|"
    "hair clip|soy candle|taper candle|tealight holder|lantern|stoneware mug|espresso cup|serving bowl|dinner plate|"
    "side plate|chopping board|tea towel|oven glove|apron|cushion cover|throw blanket|photo frame|bud vase|plant pot|"
    "hanging planter|wall clock|table lamp|doormat|storage basket|notebook|greeting card|gift tag|hand soap|"
    "reed diffuser|bath salts|soap dish|coaster set|napkin|table runner|salt cellar|pepper mill|butter dish|jug|"
    "candle snuffer|letter rack|key ring"
).split("|")
MATERIALS = (
    "brass|copper|gold plated|silver|pewter|oak|walnut|acacia|olive wood|bamboo|linen|cotton|wool|velvet|leather|felt|"
    "ceramic|porcelain|terracotta|recycled glass|marble|slate|rattan|seagrass|enamel|resin|steel|paper"
).split("|")
COLOURS = (
    "black|white|ivory|charcoal|navy|teal|emerald|mustard|terracotta red|blush pink|lavender|sky blue|forest green|"
    "burgundy|stone|sand|ochre|mint|coral|plum"
).split("|")
STYLES = (
    "hammered|ribbed|scalloped|fluted|woven|engraved|handpainted|speckled|striped|checked|embossed|rustic|polished|"
    "brushed|twisted|faceted|botanical|geometric|nautical|quilted"
).split("|")
SIZES = ("8 cm", "10 cm", "12 cm", "15 cm", "20 cm", "25 cm", "30 cm", "45 cm", "small", "medium", "large", "2 l")


TOLD = (
    "top-1, sure: of the wordings that fit one product, those whose product is the best candidate, and those matched "
    "without a person. wrong: matched, and not what was meant. vague, absent: rightly left to a person."
)

Answer = TypeVar("Answer")


class Asked(NamedTuple):
    """A buyer's wording, the place of the product that it means (-1: not in the catalogue), how many it fits."""

    words: str
    meant: int
    fits: int

    @property
    def clear(self) -> bool:
        """Does it fit its product alone?"""
        return self.meant >= 0 and self.fits == 1


def run() -> Iterator[Table]:
    """Both sizes, as told above."""
    drawn = table([10_000, 100_000], 400, 1)
    drawn.title, drawn.caption = "Matching a wording to a product, ms a line", TOLD
    drawn.title_justify = drawn.caption_justify = "left"
    yield drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--asked", type=int, default=400)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    given = parser.parse_args()
    Console(width=110).print(table(given.sizes, given.asked, given.seed))


def table(sizes: Sequence[int], count: int, seed: int) -> Table:
    """Each matcher on each catalogue, one row each."""
    drawn = Table("catalogue", "matcher", "top-1", "sure", "wrong", "vague", "absent", "ms", "p95", "built s")
    for size in sizes:
        chance = random.Random(seed)
        descriptions, absent = made(size, count // 5, chance)
        asked = wordings(descriptions, absent, count, chance)
        for row in (ours(descriptions, asked), cosine(descriptions, asked), sorted_tokens(descriptions, asked)):
            drawn.add_row(f"{size:,}", *row)
    return drawn


def made(size: int, absent: int, chance: random.Random) -> tuple[list[str], list[str]]:
    """So many different descriptions, in families of near neighbours, and some that are kept out."""
    found: dict[str, None] = {}
    while len(found) < size + absent:
        thing, material, style = chance.choice(THINGS), chance.choice(MATERIALS), chance.choice(STYLES)
        for colour in chance.sample(COLOURS, 3):
            for measure in chance.sample(SIZES, 2):
                found[f"{thing}, {style} {material}, {colour}, {measure}".capitalize()] = None
    whole = list(found)[: size + absent]
    out = frozenset(chance.sample(range(len(whole)), absent))
    inside = [text for place, text in enumerate(whole) if place not in out]
    return inside, [whole[place] for place in sorted(out)]


def wordings(descriptions: Sequence[str], absent: Sequence[str], count: int, chance: random.Random) -> list[Asked]:
    bags = [frozenset(words.split(text)) for text in descriptions]
    asked = []
    for place in chance.sample(range(len(descriptions)), count - len(absent)):
        kept = left_out(descriptions[place], chance, count=chance.choice((0, 0, 1, 1, 2)))
        bag = frozenset(words.split(kept))
        asked.append(Asked(as_typed(kept, chance), place, sum(bag <= other for other in bags)))
    asked += [Asked(as_typed(text.replace(",", "").lower(), chance), -1, 0) for text in absent]
    return asked


def left_out(text: str, chance: random.Random, *, count: int) -> str:
    parts = text.replace(",", "").lower().split()
    for _ in range(count):
        parts.pop(chance.randrange(len(parts)))
    return " ".join(parts)


def as_typed(text: str, chance: random.Random) -> str:
    """In a hurry: other order, plurals, abbreviations, and in half of them a slip of the fingers."""
    parts = text.split()
    if chance.random() < 0.5:
        cut = chance.randrange(1, len(parts))
        parts = parts[cut:] + parts[:cut] if not parts[cut - 1].isdigit() else parts
    if chance.random() < 0.3:
        place = chance.randrange(len(parts))
        parts[place] = shortened(parts[place], chance)
    if chance.random() < 0.3:
        place = chance.randrange(len(parts))
        parts[place] += "s" if parts[place].isalpha() and len(parts[place]) > 3 else ""
    typed = " ".join(parts).replace(" cm", "cm" if chance.random() < 0.5 else " cm")
    return slipped(typed, chance) if chance.random() < 0.5 else typed


def shortened(word: str, chance: random.Random) -> str:
    if not word.isalpha() or len(word) < 5:
        return word
    return chance.choice((word[:4], word[0] + "".join(letter for letter in word[1:] if letter not in "aeiou")))


def slipped(text: str, chance: random.Random) -> str:
    places = [place for place in range(len(text) - 1) if text[place : place + 2].isalpha()]
    at = chance.choice(places)
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return chance.choice((swapped, text[:at] + text[at + 1 :], text[: at + 1] + text[at:]))


def ours(descriptions: Sequence[str], asked: Sequence[Asked]) -> list[str]:
    begun = time.perf_counter()
    index = wording.Index(product(place, text) for place, text in enumerate(descriptions))
    built = time.perf_counter() - begun
    matches, times = timed(lambda text: index.match(reading.Line(None, description=text), {}), asked)
    told = list(zip(matches, asked, strict=True))
    clear = [(match, code(one.meant)) for match, one in told if one.clear]
    top = sum(meant == (match.sku or next((rival.sku for rival in match.rivals), "")) for match, meant in clear)
    sure = sum(match.sku is not None for match, _ in clear)
    wrong = sum(match.sku not in (None, code(one.meant)) for match, one in told)
    vague, absent = ([match.sku is None for match, one in told if which(one)] for which in (is_vague, is_absent))
    counts = [str(wrong), f"{sum(vague)}/{len(vague)}", f"{sum(absent)}/{len(absent)}"]
    figures = [share(top, len(clear)), share(sure, len(clear)), *counts]
    return ["countersign", *figures, *paces(times), f"{built:.1f}"]


def is_vague(one: Asked) -> bool:
    return one.fits > 1


def is_absent(one: Asked) -> bool:
    return one.meant < 0


def cosine(descriptions: Sequence[str], asked: Sequence[Asked]) -> list[str]:
    """The peer of parts.md: TF-IDF over runs of three letters, and nothing behind it."""
    begun = time.perf_counter()
    index = grams.Grams([" ".join(words.split(text)) for text in descriptions])
    built = time.perf_counter() - begun
    best, times = timed(lambda text: index.best(" ".join(words.split(text))), asked)
    return ["trigram TF-IDF alone", top_share(best, asked), "-", "-", "-", "-", *paces(times), f"{built:.1f}"]


def sorted_tokens(descriptions: Sequence[str], asked: Sequence[Asked]) -> list[str]:
    """The second peer: rapidfuzz token_sort_ratio over the whole catalogue."""
    begun = time.perf_counter()
    ready = [" ".join(sorted(words.split(text))) for text in descriptions]
    built = time.perf_counter() - begun

    def best(text: str) -> int:
        asked_for = " ".join(sorted(words.split(text)))
        return int(process.cdist([asked_for], ready, scorer=fuzz.ratio)[0].argmax())

    found, times = timed(best, asked)
    return ["rapidfuzz token_sort", top_share(found, asked), "-", "-", "-", "-", *paces(times), f"{built:.1f}"]


def product(place: int, description: str) -> catalogue.Product:
    return catalogue.Product(code(place), description, Decimal(1), "GBP")


def code(place: int) -> str:
    return f"P{place:06d}"


def timed(ask: Callable[[str], Answer], asked: Sequence[Asked]) -> tuple[list[Answer], list[float]]:
    answers, times = [], []
    for one in asked:
        begun = time.perf_counter()
        answers.append(ask(one.words))
        times.append((time.perf_counter() - begun) * 1000)
    return answers, times


def top_share(best: Sequence[int], asked: Sequence[Asked]) -> str:
    clear = [(place, one.meant) for place, one in zip(best, asked, strict=True) if one.clear]
    return share(sum(place == meant for place, meant in clear), len(clear))


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}"


def paces(times: Sequence[float]) -> list[str]:
    return [f"{statistics.median(times):.2f}", f"{statistics.quantiles(times, n=20)[-1]:.2f}"]


if __name__ == "__main__":
    main()
