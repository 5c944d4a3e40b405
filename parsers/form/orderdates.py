"""The dates in the head of an order: those at the labels of a field, behind its number, and those without a label."""

from collections.abc import Collection, Iterator, Sequence

from parsers import dates, page
from parsers.form import joined, labels, ordernumber
from parsers.form.fields import Candidate, Labelled, evidence, ranked
from parsers.form.labels import Label, Value
from parsers.page import Page, Word


def dated(found: Labelled, name: str, part: str) -> list[Candidate[dates.Found]]:
    """Dates that stand at the labels of a field, best first."""
    return ranked((candidate for _, candidate in dated_at(found, name, part)), both_ways)


def both_ways(hit: dates.Found) -> tuple[object, object]:
    """What a date says under either order of day and month."""
    return hit.day_first, hit.month_first


def dated_at(found: Labelled, name: str, part: str) -> Iterator[tuple[Label, Candidate[dates.Found]]]:
    """The dates at the labels of a field, each with its label: what stands right of one is its value, else below it."""
    settled: set[Label] = set()
    for value in (*found.values(name), *(_number_and_date(found) if name == "order_date" else ())):
        hits = dates.find(value.text) or _compact(value.text)
        if not hits and value.is_right:
            value = labels.continued(value, found.known)  # noqa: PLW2901 - its day may be broken off: "8 February", "2026"
            hits = dates.find(value.text)
        if not hits or value.label in settled:
            continue
        settled.add(value.label)
        hit = hits[0]
        strength = 4.0 + min(len(value.label.key), 20) / 10
        strength *= 1.0 if value.is_right else 0.85
        strength *= 1.1 if value.label.has_colon else 1.0
        strength *= 0.5 if hit.start > 14 else 1.0  # noqa: PLR2004 - a date in the middle of a sentence
        strength *= 0.9 ** (value.label.sheet.number - 1)
        strength *= 0.8 ** (value.label.row > 40)  # noqa: PLR2004 - the foot of a page
        words = dated_words(value.words, hit)
        yield value.label, Candidate(hit, strength, evidence(words, value.label.sheet, part))


def _compact(text: str) -> list[dates.Found]:
    day = dates.alone(text)
    return [dates.Found(text, 0, len(text), day, day)] if day else []


def _number_and_date(found: Labelled) -> Iterator[Value]:
    """What stands at labels such as "PO number / date", and behind the number at any: "4711 / 12.11.2026"."""
    for value in found.values("po_number", "po_number_title", "number"):
        if value.label.key.endswith(("date", "datum")):
            yield value
        number = ordernumber.read(value)
        if number is None:
            continue
        after = value.words[value.words.index(number[1][-1]) + 1 :] if number[1][-1] in value.words else ()
        rest = tuple(word for word in after if word.text.strip("/-–|,(").casefold() not in _JOINING)
        if after and not rest:
            rest = joined.broken_off(value)
        hits = dates.find(page.say(rest)) if rest else ()
        if hits and hits[0].start == 0:
            yield Value(value.label, rest, value.is_right)


_JOINING = frozenset({"", "of", "dt", "dt.", "dated", "date", "vom", "du", "del", "van", "fra", "z", "ze", "af"})


def unlabelled(
    pages: Sequence[Page], found: Labelled, part: str, taken: Collection[tuple[int, float]]
) -> list[Candidate[dates.Found]]:
    """Dates near the top of the first page that no label names, outside of the items: guesses for the order's date."""
    named = named_otherwise(found)
    candidates = [
        Candidate(hit, 1.0 - at / 100, evidence(dated_words(row.words, hit), sheet, part))
        for sheet in pages[:1]
        for at, row in enumerate(sheet.rows[:60])
        if (row.page, row.top) not in taken
        for hit in dates.find(row.text)
        if hit.text not in named
    ]
    return ranked(candidates, both_ways)


def named_otherwise(found: Labelled) -> set[str]:
    """The dates that stand at labels of other days than that of the order."""
    others = found.values("requested_date", "cancel_date", "other_date")
    return {hit.text for value in others for hit in dates.find(value.text)}


def dated_words(words: Sequence[Word], hit: dates.Found) -> Sequence[Word]:
    """The words of a value that hold its date."""
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + 6) + 1):
            if hit.text in page.say(words[start:end]):
                kept = list(words[start:end])
                while len(kept) > 1 and hit.text in page.say(kept[1:]):
                    kept.pop(0)
                return kept
    return words
