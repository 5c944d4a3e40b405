"""The days on which goods are wanted: that of the whole order, and those of its lines."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from desk.reading import Doubt
from parsers import dates
from parsers.form import fields, orderdates
from parsers.form.labels import Label

Days = list[fields.Candidate[dates.Found]]

# "KW 32", "week 5/2027", "v. 32": by ISO 8601, as calendars of trade count them.
_WEEK = re.compile(
    r"\b(?:kw|cw|wk|week|woche|kalenderwoche|semaine|sem|semana|settimana|sett|vecka|v|uge|uke|viikko|vk|tydzień|týden)"
    r"\b\.? ?(?:no\.? |nr\.? )?(?P<week>\d{1,2})\b(?! ?(?:days|tage))(?: ?[/.-] ?(?P<year>20\d\d|\d\d)\b)?",
    re.IGNORECASE,
)
_MONDAY, _FRIDAY = 1, 5


def days(found: fields.Labelled, part: str, taken: Collection[tuple[int, float]]) -> tuple[Days, Days]:
    """The days on which the whole order is wanted, best first, and those that belong to its lines.

    A day belongs to a line where its label stands among the rows of items (`taken`), or stands elsewhere with another
    day: "Delivery 8 July: 256", "Delivery 22 July: 100".
    """
    every = list(orderdates.dated_at(found, "requested_date", part))
    told: dict[str, set[object]] = defaultdict(set)
    for label, candidate in every:
        told[label.key].add(orderdates.both_ways(candidate.value))
    spans = _spans(taken)
    among = {
        label.key
        for label, _ in every
        if len(told[label.key]) > 1 and any(_is_among(one, spans) for one, _ in every if one.key == label.key)
    }
    heads: Days = []
    lines: Days = []
    for label, candidate in every:
        (lines if label.key in among or _is_among(label, spans) else heads).append(candidate)
    return fields.ranked(heads, orderdates.both_ways), fields.ranked(lines, orderdates.both_ways)


def _spans(taken: Collection[tuple[int, float]]) -> dict[int, tuple[float, float]]:
    """From where to where the rows of items reach on each page."""
    tops: dict[int, list[float]] = defaultdict(list)
    for number, top in taken:
        tops[number].append(top)
    return {number: (min(found), max(found)) for number, found in tops.items()}


def _is_among(label: Label, spans: Mapping[int, tuple[float, float]]) -> bool:
    first, last = spans.get(label.sheet.number, (0.0, 0.0))
    return first < label.words[0].top < last


def week(found: fields.Labelled, ordered: date | None) -> list[Doubt]:
    """The question which day is meant, where a week stands in the place of a day: "Liefertermin: KW 32"."""
    for value in found.values("requested_date"):
        said = _WEEK.search(value.text)
        if said and not dates.find(value.text):
            guesses = tuple(f"{day}" for day in _of_week(int(said["week"]), said["year"], ordered))
            return [Doubt("requested_date", f"Which day of {said.group()} are the goods wanted on?", guesses)]
    return []


def _of_week(number: int, year: str | None, ordered: date | None) -> list[date]:
    """Its Monday and its Friday: of the year that is printed, else the first such week after the order."""
    years = [int(year) % 100 + 2000] if year else [ordered.year, ordered.year + 1] if ordered else []
    for one in years:
        try:
            ends = [date.fromisocalendar(one, number, day) for day in (_MONDAY, _FRIDAY)]
        except ValueError:  # no year has this week
            continue
        if year or ordered is None or ends[-1] >= ordered:
            return ends
    return []
