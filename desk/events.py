"""Facts: what happened to an order, in the past tense, for the journal, the card's diary and the letters."""

from dataclasses import dataclass
from datetime import datetime

from desk import reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something happened to an order, at an aware time in UTC."""

    number: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderTaken(Event):
    """An order was made from a mail: version 1, its seal, and its total as printed text."""

    mail: int
    po_number: str
    buyer: str
    total: str
    seal: str
    touchless: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtsRaised(Event):
    """A person must look: why, one sentence each."""

    doubts: tuple[reading.Doubt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSettled(Event):
    """A person said which product, quantity or price a line is about."""

    by: str
    position: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCorrected(Event):
    """A person corrected what was read: in their words, and what was learned from it for this buyer's next order."""

    by: str
    said: tuple[str, ...]
    learned: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAsRead(Event):
    """A person looked and takes the order as it stands."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(Event):
    """A person says that this is no order for us."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUpAgain(Event):
    """A person takes back the setting aside."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAgain(Event):
    """A person has the buyer asked once more."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAsked(Event):
    """The sum is above a threshold: these people (Slack user ids) may decide."""

    tier: str
    approvers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerApproved(Event):
    """A manager said yes."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerDeclined(Event):
    """A manager said no, and why."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationAsked(Event):
    """The buyer is asked to approve this version."""

    version: int
    seal: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerApproved(Event):
    """The buyer said yes to this version, in these words."""

    version: int
    seal: str
    by: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerAnswered(Event):
    """The buyer answered something other than a plain yes; a person must look."""

    version: int
    intent: reading.Intent
    by: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDoubted(Event):
    """An answer came that may not move the order: why, and its words."""

    by: str
    why: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCancelled(Event):
    """We or the buyer called it off."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCarried(Event):
    """A letter of ours was handed to the mail server."""

    letter: str
    to: str
    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRefused(Event):
    """A letter of ours could not be delivered; the buyer has not heard us."""

    letter: str
    to: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerReminded(Event):
    """The buyer had not answered; we asked again."""

    version: int
    to: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAttached(Event):
    """A mail was filed with the order without moving it (an auto-reply, a duplicate): what it was."""

    mail: int
    what: str


Fact = (
    OrderTaken
    | DoubtsRaised
    | LineSettled
    | OrderCorrected
    | TakenAsRead
    | SetAside
    | TakenUpAgain
    | AskedAgain
    | DecisionAsked
    | ManagerApproved
    | ManagerDeclined
    | ConfirmationAsked
    | BuyerApproved
    | BuyerAnswered
    | AnswerDoubted
    | OrderCancelled
    | LetterCarried
    | LetterRefused
    | BuyerReminded
    | MailAttached
)
