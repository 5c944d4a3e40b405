"""From what a person corrected, and the document it stands in, to what is to be known of its layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desk import correcting
from desk.correcting import Correction
from desk.lessons import Landmark, Rule, What
from desk.reading import Line, Order
from parsers import dates, numbers, page
from parsers.form import lexicon
from parsers.lessons import finding, headings, known, layout, rows, standing
from parsers.lessons.finding import Place
from parsers.numbers import Mark
from parsers.page import Page

_KNOWN = "The words beside it are known already; nothing was learned."
_SHARED = "It stands in the column “{}” with something else; nothing was learned."
_CODES = frozenset({"lines.sku", "lines.buyer_sku", "lines.gtin"})
_TWO = 2


@dataclass(frozen=True, slots=True)
class Derived:
    """What one correction teaches: rules, or none and the reason in one sentence."""

    correction: Correction
    rules: tuple[Rule, ...]
    why: str = ""


def derive(pages: Sequence[Page], read: Order | None, said: Sequence[Correction]) -> tuple[Derived, ...]:
    """What each correction teaches about the layout of these pages, given how the order was read from them."""
    of = _Document(pages, read or Order(lines=()), layout.sketch(pages), tuple(said))
    found = [of.derive(one) for one in said]
    if found:
        found[0] = replace(found[0], rules=(*found[0].rules, *of.sums_let_stand()))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Document:
    pages: Sequence[Page]
    read: Order
    layout: tuple[Landmark, ...]
    said: tuple[Correction, ...]

    def derive(self, one: Correction) -> Derived:
        if one.field in correcting.CONVENTIONS:
            what = What.DATES if one.field == "dates" else What.FIGURES
            return Derived(one, (Rule(what, one.field, str(one.value), layout=self.layout),))
        if one.field in {"lines", "buyer"}:
            return Derived(one, (), "It says nothing about the layout.")
        if one.names:
            return self._named(one)
        return self._line(one) if one.line else self._head(one)

    # -- the head ----------------------------------------------------------------------------------------------

    def _head(self, one: Correction) -> Derived:
        places = self._places(one)
        if not places:
            return Derived(
                one, (), f"{_shown(one)} does not stand in the document as it was read; nothing was learned."
            )
        place, label, is_below = max(
            (standing.labelled(place, one.field) for place in places),
            key=lambda found: standing.strength(found[0], found[1], one.field, is_below=found[2]),
        )
        conventions = self._conventions(one, place)
        if one.field in known.PARTIES and (label is None or not known.names(finding.said(label), one.field)):
            return Derived(one, (self._name(one, place), *conventions))
        if label is not None and one.field not in known.SUMS and lexicon.key(finding.said(label)) in lexicon.SUMS:
            return Derived(one, conventions, "" if conventions else "It stands in a sum; nothing was learned.")
        if label is None and one.field in known.SUMS:
            return Derived(one, conventions, "" if conventions else "No label stands beside it; nothing was learned.")
        if label is None:
            return Derived(one, (*self._unlabelled(one, place), *conventions))
        if self._is_read_there(one.field, place) and known.names(finding.said(label), one.field) and conventions:
            return Derived(one, conventions)
        rule = self._rule(What.LABEL, one.field, label, instead=self._instead(one.field, label), is_below=is_below)
        return Derived(one, (rule, *conventions))

    def _places(self, one: Correction) -> list[Place]:
        """Where the value stands; the last of several equal sums is the total, the one before it the subtotal.

        The amount of an only line is what the order comes to as well: a sum does not stand among the figures of a line.
        What the head states, later pages repeat without its label.
        """
        places = list(finding.values(self.pages, one.value))
        if one.field in known.SUMS:
            places = [place for place in places if not self._is_item(place)] or places
        else:
            places = [place for place in places if place.sheet is places[0].sheet]
        if one.field == "currency":  # the code of a heading, "Amount (EUR)", has no label
            places = [place for place in places if not place.words[0].text.startswith("(")] or places[:0]
        total = next((other.value for other in self.said if other.field == "total"), self.read.total)
        return places[:-1] if one.field == "subtotal" and one.value == total and len(places) > 1 else places

    def _is_item(self, place: Place) -> bool:
        """Two other figures of one line, as read or as corrected, stand in the row."""
        lines: dict[int, list[Decimal]] = {at: _figures_of(line) for at, line in enumerate(self.read.lines, 1)}
        for other in self.said:
            if other.line and isinstance(other.value, Decimal):
                lines.setdefault(other.line, []).append(other.value)
        others = [word for word in place.row.words if word not in place.words]
        return any(
            sum(1 for value in set(values) if any(finding.is_figure(word.text, value) for word in others)) >= _TWO
            for values in lines.values()
        )

    def _unlabelled(self, one: Correction, place: Place) -> tuple[Rule, ...]:
        return (replace(self._rule(What.PLACE, one.field, place), words="", shape=shape(page.say(place.words))),)

    def _name(self, one: Correction, place: Place) -> Rule:
        return replace(self._rule(What.NAME, one.field, place), words=page.say(place.words))

    def _is_read_there(self, field: str, place: Place) -> bool:
        where = self.read.evidence.get(field)
        return where is not None and standing.is_at(where, place)

    def _instead(self, field: str, label: Place) -> tuple[str, ...]:
        """Other labels on the paper that everybody takes for this field's: here they name something else."""
        if field in known.SUMS | known.PARTIES:
            return ()
        right = lexicon.key(finding.said(label))
        found = (
            page.say(words).strip(" :")
            for sheet in self.pages[:12]
            for row in sheet.rows
            for phrase in sheet.phrases(row)
            for words in standing.labels_in(phrase.words, field)
        )
        return tuple(dict.fromkeys(text for text in found if not right.startswith(lexicon.key(text))))

    def sums_let_stand(self) -> Iterator[Rule]:
        """The labels, unknown as yet, of sums that arithmetic alone told apart: the person let them stand."""
        corrected = {one.field for one in self.said}
        if not correcting.sums_prove(self.read):
            return
        for field in known.SUMS - corrected:
            where, value = self.read.evidence.get(field), getattr(self.read, field)
            if where is None or not value:
                continue
            place = next((place for place in finding.values(self.pages, value) if standing.is_at(where, place)), None)
            _, label, is_below = (
                standing.labelled(place, field) if place and not self._is_item(place) else (None, None, False)
            )
            if label is not None and not standing.is_sum(finding.said(label)):
                yield self._rule(What.LABEL, field, label, is_below=is_below)

    # -- the lines ---------------------------------------------------------------------------------------------

    def _line(self, one: Correction) -> Derived:
        place = self._on_line(one)
        if place is None:
            return Derived(one, (), f"{_shown(one)} does not stand at line {one.line} as read; nothing was learned.")
        conventions = self._conventions(one, place)
        label = self._in_item(place)
        if label is not None:
            role, label = one.field.removeprefix("lines."), self._shared_end(label)
            is_known = known.heads(finding.said(label), role)
            return Derived(one, () if is_known else (self._rule(What.LABEL, one.field, label),), _KNOWN * is_known)
        found = headings.over(self.pages, place)
        if found is None:
            return Derived(one, conventions, "" if conventions else "No heading stands over it; nothing was learned.")
        heading, near = found
        if (
            self._is_contested(one, heading)
            or self._is_taken(one, heading)
            or self._is_part(one, place, heading)
            or self._is_matrix(place)
        ):
            return Derived(one, conventions, "" if conventions else _SHARED.format(finding.said(heading)))
        instead = self._read_under(one, heading)
        role = one.field.removeprefix("lines.")
        if known.heads(finding.said(heading), role) and not instead and conventions:
            return Derived(one, conventions)
        rule = replace(self._rule(What.COLUMN, one.field, heading), near=near, instead=instead)
        return Derived(one, (rule, *conventions, *self._mates(one, place)))

    def _in_item(self, place: Place) -> Place | None:
        """The label that names it in the rows of its item: "Code: 4711", or "Code:" above it."""
        left, over = finding.before(place), finding.above(place)
        return next((label for label in (left, over) if label is not None and finding.has_colon(label)), None)

    def _shared_end(self, label: Place) -> Place:
        """The last words of a label in an item, as far as other items have them too: before it stands a description."""
        ends = [place for place in finding.wording(self.pages, label.words[-1].text) if place.at != label.at]
        for start in range(label.start, label.end - 1):
            key = lexicon.key(page.say(label.row.words[start : label.end]))
            if any(lexicon.key(page.say(one.row.words[: one.end])).endswith(key) for one in ends):
                return label._replace(start=start)
        return label._replace(start=label.end - 1) if ends else label

    def _is_contested(self, one: Correction, heading: Place) -> bool:
        """The words stand nearer over another figure that was corrected: "Quantity Unit" over a code, a quantity."""
        others = [self._over(other) for other in self.said if other.line == one.line and other.field != one.field]
        return any(set(words) < set(heading.words) for words in others if words)

    def _is_taken(self, one: Correction, heading: Place) -> bool:
        """Another field of the line is read right under that heading: it is not this field's alone."""
        prefix, said = f"lines.{one.line - 1}.", {other.path for other in self.said}
        for path, where in self.read.evidence.items():
            if path.startswith(prefix) and path != one.path and path not in said and where.box is not None:
                place = next(standing.at(self.pages, where), None)
                found = headings.over(self.pages, place) if place else None
                if found is not None and found[0].words == heading.words:
                    return True
        return False

    def _is_part(self, one: Correction, place: Place, heading: Place) -> bool:
        """A code with words behind it under the same heading: the column is not the code's alone."""
        words = place.row.words[place.end : place.end + 1]
        is_joined = words and words[0].x0 - place.words[-1].x1 < page.PHRASE_GAP * words[0].height
        if one.field not in _CODES or not is_joined:
            return False
        found = headings.over(self.pages, place._replace(start=place.end, end=place.end + 1))
        return found is not None and found[0].words == heading.words

    def _is_matrix(self, place: Place) -> bool:
        """Several lines were read from one row: its columns are sizes, each of them a line of its own."""
        read = [where for path, where in self.read.evidence.items() if path.endswith(".quantity")]
        return sum(1 for where in read if where.page == place.sheet.number and standing.is_level(where, place.row)) > 1

    def _mates(self, one: Correction, place: Place) -> Iterator[Rule]:
        """The headings, unknown as yet, over what was read right of the same line: the person let it stand."""
        if one.line > len(self.read.lines) or next(c for c in self.said if c.line == one.line) is not one:
            return
        line, said = self.read.lines[one.line - 1], {other.field for other in self.said if other.line == one.line}
        heads = [self._over(other) for other in self.said if other.line == one.line]
        for field in ("sku", "quantity", "unit_price", "amount"):
            where, value = self.read.evidence.get(f"lines.{one.line - 1}.{field}"), getattr(line, field)
            if where is None or not value or f"lines.{field}" in said:
                continue
            found = next(
                (
                    headings.over(self.pages, mate)
                    for mate in (place._replace(start=cell.start, end=cell.end) for cell in _in_row(place, value))
                    if standing.is_at(where, mate)
                ),
                None,
            )
            if found and found[0].words not in heads and not known.heads(finding.said(found[0]), field):
                yield replace(self._rule(What.COLUMN, f"lines.{field}", found[0]), near=found[1])

    def _over(self, one: Correction) -> tuple[page.Word, ...]:
        """The words of the heading over what was corrected; none where there is none."""
        place = self._on_line(one)
        found = headings.over(self.pages, place) if place else None
        return found[0].words if found else ()

    def _on_line(self, one: Correction) -> Place | None:
        """The place of the value in the row of its line: where most other figures of that line stand as well.

        What one piece costs is the amount as well: of two such figures in a row the right one is the amount.
        """
        best: tuple[float, Place] | None = None
        for place in finding.values(self.pages, one.value):
            score = self._agreement(one, place)
            is_right = best is not None and one.field == "lines.amount" and best[1].row == place.row
            if best is None or score > best[0] or (is_right and score == best[0]):
                best = score, place
        return best[1] if best and best[0] > 0 else None

    def _agreement(self, one: Correction, place: Place) -> float:
        mates = [other for other in self.said if other.line == one.line and other is not one and not other.names]
        row = place.row
        same = sum(1 for other in mates if any(True for _ in _in_row(place, other.value)))
        line = self.read.lines[one.line - 1] if one.line <= len(self.read.lines) else None
        prefix = f"lines.{one.line - 1}."
        near = sum(
            1
            for path, where in self.read.evidence.items()
            if path.startswith(prefix) and where.page == place.sheet.number and standing.is_level(where, row)
        )
        printed = sum(1 for value in _figures_of(line) if any(True for _ in _in_row(place, value))) if line else 0
        return 2.0 * near + same + 0.5 * printed + (0.1 if len(rows.figures(row)) > 1 else 0.0)

    def _read_under(self, one: Correction, heading: Place) -> tuple[str, ...]:
        """The heading under which the field was read so far, where that is another."""
        field = one.field.removeprefix("lines.")
        where = self.read.evidence.get(f"lines.{one.line - 1}.{field}")
        if where is None or where.box is None:
            return ()
        place = next(iter(standing.at(self.pages, where)), None)
        found = headings.over(self.pages, place) if place else None
        if found is None or lexicon.key(finding.said(found[0])) == lexicon.key(finding.said(heading)):
            return ()
        return (finding.said(found[0]),) if known.heads(finding.said(found[0]), field) else ()

    # -- both --------------------------------------------------------------------------------------------------

    def _named(self, one: Correction) -> Derived:
        """The person named the label or heading itself."""
        places = list(finding.wording(self.pages, str(one.value)))
        if not places:
            return Derived(
                one, (), f"“{one.value}” does not stand in the document as it was read; nothing was learned."
            )
        if not one.field.startswith("lines."):
            rule = self._rule(What.LABEL, one.field, places[0], instead=self._instead(one.field, places[0]))
            return Derived(one, (rule,))
        place = max(places, key=lambda found: len(found.sheet.phrases(found.row)))
        near = headings.others(place.sheet, place.row, place.words)
        first = replace(one, line=1)
        return Derived(
            one,
            (replace(self._rule(What.COLUMN, one.field, place), near=near, instead=self._read_under(first, place)),),
        )

    def _rule(
        self, what: What, field: str, place: Place, *, instead: tuple[str, ...] = (), is_below: bool = False
    ) -> Rule:
        x0, top, _, _ = page.box(place.words)
        x, y = round(1000 * x0 / max(place.sheet.width, 1)), round(1000 * top / max(place.sheet.height, 1))
        return Rule(what, field, finding.said(place), instead, (), is_below, x, y, "", self.layout)

    def _conventions(self, one: Correction, place: Place) -> tuple[Rule, ...]:
        """What the value says about how dates or decimals are written here, where its own figures leave that open."""
        text = page.say(place.words)
        match one.value:
            case date():
                hits = [hit for hit in dates.find(text) if hit.is_open]
                said = next(("day first" if hit.day_first == one.value else "month first" for hit in hits), None)
                return (Rule(What.DATES, "dates", said, layout=self.layout),) if said else ()
            case Decimal() if numbers.is_open(text):
                mark = next((mark for mark in Mark if numbers.value(text, mark) == one.value), None)
                return (Rule(What.FIGURES, "figures", mark, layout=self.layout),) if mark else ()
            case _:
                return ()


def shape(text: str) -> str:
    """How a value is built: letters as A, digits as 9, runs of them as one; signs as they are."""
    built = re.sub(r"[^\W\d_]+", "A", text)
    return re.sub(r"\d+", "9", built)


def _in_row(place: Place, value: str | Decimal | date) -> Iterator[Place]:
    row = Page(place.sheet.number, place.sheet.width, place.sheet.height, place.row.words, place.sheet.rules)
    return finding.values([row], value)


def _figures_of(line: Line) -> list[Decimal]:
    return [value for value in (line.quantity, line.unit_price, line.amount) if value]


def _shown(one: Correction) -> str:
    return numbers.plain(one.value) if isinstance(one.value, Decimal) else str(one.value)
