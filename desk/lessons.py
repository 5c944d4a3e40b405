"""What a person taught the desk about one layout of one buyer: plain data, and how it is said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class What(StrEnum):
    """What kind of thing was taught."""

    LABEL = "label"  # these words name the field
    COLUMN = "column"  # this heading stands over the field of each line
    PLACE = "place"  # no words name it, but it stands here
    NAME = "name"  # these words, wherever they stand on the paper, are the party
    DATES = "dates"  # which of two figures of a date is the day
    FIGURES = "figures"  # which sign starts the decimals
    PART = "part"  # what the buyer calls a product of ours
    SENDER = "sender"  # whose mails those of an address are


@dataclass(frozen=True, slots=True)
class Landmark:
    """A label or a heading of a layout, and how far from the left it begins, in thousandths of the page's width."""

    key: str
    x: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to know of a layout.

    `words` are the label or heading as printed, the name, the convention ("day first", "," or "."), the buyer's part
    number, or an address; `instead` are labels or headings that were wrongly taken for it; `near` the keys of the other
    headings of the row; `is_below` says that the value stands under its label; `x` and `y` are where the words stand,
    in thousandths of the page; `shape` is how a value without a label is built: "A-9". `layout` is empty where the
    rule does not hang on one.
    """

    what: What
    field: str
    words: str
    instead: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    is_below: bool = False
    x: int = 0
    y: int = 0
    shape: str = ""
    layout: tuple[Landmark, ...] = ()

    @property
    def said(self) -> str:
        """The rule as a person would say it."""
        name = self.field.removeprefix("lines.").replace("_", " ").replace(".", " ")
        match self.what:
            case What.LABEL:
                return f"the label “{self.words}” names the {name}"
            case What.COLUMN:
                return f"the column “{self.words}” is the {name} of each line"
            case What.PLACE:
                return f"the {name} stands at one place without a label"
            case What.NAME:
                return f"the {name.removesuffix(' name')} is {self.words}"
            case What.DATES:
                return f"dates are written {self.words}"
            case What.FIGURES:
                return f"decimals stand behind a {'comma' if self.words == ',' else 'point'}"
            case What.PART:
                return f"{self.words} is {self.field}"
            case What.SENDER:
                return f"mails from {self.words} are theirs"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A rule with who taught it and when: what reading is told. `id` is 0 where no store keeps it."""

    rule: Rule
    by: str
    at: datetime
    id: int = 0

    @property
    def credit(self) -> str:
        """Who taught it and when, for the evidence of what it read: "taught by Ben on 3 November"."""
        return f"taught by {self.by} on {self.at.day} {self.at:%B}"


def newest(known: Iterable[Lesson]) -> tuple[Lesson, ...]:
    """Of lessons that contradict one another the last one alone; `known` stands in the order of teaching."""
    kept: dict[tuple[str, ...], Lesson] = {}
    for one in known:
        kept.pop(_about(one.rule), None)
        kept[_about(one.rule)] = one
    return tuple(kept.values())


def _about(rule: Rule) -> tuple[str, ...]:
    """What two rules have in common of which only one can hold."""
    match rule.what:
        case What.PART | What.SENDER:
            return rule.what, rule.words
        case What.DATES | What.FIGURES:
            return (rule.what,)
        case _:
            return (rule.field,)
