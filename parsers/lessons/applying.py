"""A document put into the words that every reader knows, as far as lessons say what its own words mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.lessons import Lesson, Rule, What, newest
from parsers import dates, page
from parsers.form import lexicon
from parsers.lessons import deriving, finding, known, layout
from parsers.lessons.finding import Place
from parsers.numbers import Mark
from parsers.page import Page, Word

_BELOW = 3.2  # heights between a label and the value under it
_OFF = 60  # thousandths of the page by which a value without a label may move
_NEAR = 0.5  # share of the other headings that a row must have to be the head of the taught table


_TURN = {What.COLUMN: 0, What.PLACE: 1, What.LABEL: 1}


@dataclass(frozen=True)
class Applied:
    """A lesson at work: the page and the box of the words that it says the meaning of."""

    lesson: Lesson
    page: int
    box: tuple[float, float, float, float]
    low: float = 0.0  # for a column: from where
    high: float = 0.0  # to where it reaches


@dataclass(frozen=True)
class Told:
    """The pages in known words, and every lesson that fits this layout, and where those about words were at work."""

    pages: tuple[Page, ...]
    lessons: tuple[Lesson, ...]
    applied: tuple[Applied, ...]

    @property
    def days(self) -> dates.Order | None:
        """Which of two figures of a date is the day, where that was taught."""
        said = next((one.rule.words for one in self.lessons if one.rule.what is What.DATES), None)
        return dates.Order(said) if said else None

    @property
    def mark(self) -> Mark | None:
        """Which sign starts the decimals, where that was taught."""
        said = next((one.rule.words for one in self.lessons if one.rule.what is What.FIGURES), None)
        return Mark(said) if said else None


def tell(pages: Sequence[Page], lessons: Sequence[Lesson]) -> Told:
    """The pages as they are to be read, given all that was taught about this buyer."""
    seen = layout.sketch(pages)
    fitting = newest(one for one in lessons if layout.fits(one.rule.layout, seen))
    sheets = {sheet.number: _Sheet(sheet) for sheet in pages}
    applied: list[Applied] = []
    # The words of a head are the table's first; one word may head a column and name a sum as well.
    for one in sorted(fitting, key=lambda one: _TURN.get(one.rule.what, 0) + (one.rule.field in known.SUMS)):
        applied.extend(_apply(one, pages, sheets))
    for one in fitting:
        _mask(one.rule, pages, sheets)
    return Told(tuple(sheets[sheet.number].made() for sheet in pages), fitting, tuple(applied))


class _Sheet:
    """A page whose words are being replaced."""

    def __init__(self, sheet: Page) -> None:
        self.sheet = sheet
        self.gone: set[Word] = set()
        self.new: list[Word] = []

    def made(self) -> Page:
        """The page with the new words for the old."""
        if not self.gone and not self.new:
            return self.sheet
        kept = [word for word in self.sheet.words if word not in self.gone]
        return replace(self.sheet, words=(*kept, *self.new))

    def put(self, place: Place, text: str, *, margin: float = 0.0) -> None:
        """Another word in the place of these, unless an earlier lesson was about them.

        `margin` keeps it off its neighbours, so that it is read as a heading of its own.
        """
        if self.gone & set(place.words):
            return
        self.gone |= set(place.words)
        x0, _, x1, _ = page.box(place.words)
        off = min(margin, (x1 - x0) / 4)
        first = place.words[0]
        self.new.append(Word(text, x0 + off, first.top, x1 - off, first.bottom))

    def name(self, place: Place, label: str) -> None:
        """A label just before these words, which have none or have it above."""
        word = place.words[0]
        self.new.append(Word(label, word.x0 - 2, word.top, word.x0 - 0.5, word.bottom))


def _apply(one: Lesson, pages: Sequence[Page], sheets: dict[int, _Sheet]) -> Iterator[Applied]:
    rule = one.rule
    match rule.what:
        case What.COLUMN:
            for place in list(_headings(pages, rule)):
                heading = known.HEADINGS[rule.field.removeprefix("lines.")]
                sheets[place.sheet.number].put(place, heading, margin=place.sheet.space)
                yield Applied(one, place.sheet.number, page.box(place.words), *_reach(place))
        case What.LABEL if not rule.is_below and lexicon.key(rule.words) not in lexicon.TITLES:
            for place in _labels(pages, rule):
                if rule.field not in known.SUMS or not known.names(rule.words, rule.field):
                    sheets[place.sheet.number].put(place, known.label(rule.field, rule.words))
                yield Applied(one, place.sheet.number, page.box(place.words))
        case What.LABEL | What.PLACE:
            value = _under if rule.is_below else _behind  # the title of a document stays its title
            places = [value(place) for place in _labels(pages, rule)] if rule.words else _unlabelled(pages, rule)
            for found in filter(None, places):
                sheets[found.sheet.number].name(found, known.label(rule.field, rule.words))
                yield Applied(one, found.sheet.number, page.box(found.words))
        case _:
            return


def _mask(rule: Rule, pages: Sequence[Page], sheets: dict[int, _Sheet]) -> None:
    """What was wrongly taken for the field is it no more, whether or not the right words are found."""
    for wrong in rule.instead:
        for place in finding.wording(pages, wrong):
            if rule.what is not What.COLUMN:
                sheets[place.sheet.number].put(place, known.no_label(rule.field))
            elif _is_head(place, rule):
                sheets[place.sheet.number].put(place, known.NO_HEADING, margin=place.sheet.space)


def _labels(pages: Sequence[Page], rule: Rule) -> list[Place]:
    """Where the label stands: on every page for a sum, else once, as near as can be to where it was taught."""
    found = [place for place in finding.wording(pages, rule.words) if not _is_value(place)]
    if rule.field in known.SUMS or rule.field.startswith("lines."):
        return [place for place in found if _has_figure(place)]
    if not found:
        return []
    first = [place for place in found if place.sheet.number == found[0].sheet.number]
    return [min(first, key=lambda place: _off(place, rule))]


def _has_figure(label: Place) -> bool:
    """A figure stands right of the words, or under them."""
    under = _under(label)
    words = (*label.row.words[label.end :], *(under.words if under else ()))
    return any(any(c.isdigit() for c in word.text) for word in words)


def _is_value(place: Place) -> bool:
    """The words go on in a longer one: "Ref" of "Ref. contact" is no label of its own where a colon ends the longer.

    Close behind a colon they are what the label before them names: "Part number: VAT 9021".
    """
    lead = place.row.words[place.start - 1] if place.start else None
    is_named = lead is not None and lead.text.endswith(":") and len(lead.text) > 1
    if lead and is_named and place.words[0].x0 - lead.x1 < page.PHRASE_GAP * lead.height:
        return not finding.has_colon(place)
    after = place.row.words[place.end : place.end + 1]
    if after and finding.is_currency(after[0].text, place.sheet):
        return False
    joined = after and after[0].x0 - place.words[-1].x1 < page.PHRASE_GAP * place.words[-1].height
    return bool(joined) and after[0].text.endswith(":") and after[0].text != ":" and not finding.has_colon(place)


def _off(place: Place, rule: Rule) -> float:
    x0, top, _, _ = page.box(place.words)
    return abs(1000 * x0 / place.sheet.width - rule.x) + abs(1000 * top / place.sheet.height - rule.y)


def _headings(pages: Sequence[Page], rule: Rule) -> Iterator[Place]:
    """The heading on each page, in the row that has most of the other headings; the nearest where it stands twice."""
    for sheet in pages:
        fit = [place for place in finding.wording([sheet], rule.words) if _is_head(place, rule)]
        rows = dict.fromkeys(place.at for place in fit)
        for at in rows:
            yield min(
                (place for place in fit if place.at == at),
                key=lambda place: abs(1000 * place.words[0].x0 / sheet.width - rule.x),
            )


def _is_head(place: Place, rule: Rule) -> bool:
    """The row has most of the headings that stood beside the taught one."""
    keys = {lexicon.key(phrase.text) for phrase in place.sheet.phrases(place.row)}
    text = lexicon.key(place.row.text)
    shared = sum(1 for key in rule.near if key in keys or (len(key) > 3 and key in text))  # noqa: PLR2004 - by chance
    return shared >= _NEAR * len(rule.near)


def _reach(place: Place) -> tuple[float, float]:
    """From the heading before to the heading after."""
    words = place.row.words
    low = words[place.start - 1].x1 if place.start else 0.0
    high = words[place.end].x0 if place.end < len(words) else place.sheet.width
    return low, high


def _behind(label: Place) -> Place | None:
    """What stands right of a label."""
    return label._replace(start=label.end, end=len(label.row.words)) if label.end < len(label.row.words) else None


def _under(label: Place) -> Place | None:
    """The phrase under a label, in its column."""
    x0, _, x1, bottom = page.box(label.words)
    height = max(label.words[0].height, 6)
    for at in range(label.at + 1, len(label.sheet.rows)):
        row = label.sheet.rows[at]
        if row.top - bottom > _BELOW * height:
            return None
        for phrase in label.sheet.phrases(row):
            if phrase.words[-1].x1 > x0 - 2 and phrase.words[0].x0 < x1 + 2:
                start = row.words.index(phrase.words[0])
                return Place(label.sheet, at, start, start + len(phrase.words))
    return None


def _unlabelled(pages: Sequence[Page], rule: Rule) -> Iterator[Place]:
    """The words at the taught place, if they are built as the taught ones were."""
    for sheet in pages[:1]:
        best: tuple[float, Place] | None = None
        for at, row in enumerate(sheet.rows):
            for phrase in sheet.phrases(row):
                start = row.words.index(phrase.words[0])
                for end in range(start + 1, start + len(phrase.words) + 1):
                    place = Place(sheet, at, start, end)
                    if deriving.shape(page.say(place.words)) == rule.shape and _off(place, rule) <= _OFF:
                        best = min(best or (1e9, place), (_off(place, rule), place), key=lambda one: one[0])
        if best:
            yield best[1]
