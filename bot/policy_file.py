"""The seller's policy file, countersign.toml: its shape, its complaints, and the commented one that `init` writes."""

import tomllib
import zoneinfo
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from desk import approval, catalogue, errors, money, policy


class PolicyFileError(errors.DeskError):
    """Everything that is wrong with the file, one sentence a complaint."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = complaints


def _currency(code: str) -> str:
    try:
        money.places(code)
    except errors.MoneyError as unknown:
        raise ValueError(str(unknown)) from unknown
    return code


def _zone(name: str) -> str:
    if name not in zoneinfo.available_timezones():
        raise ValueError(f"{name!r} is no time zone; write one such as Europe/London")
    return name


Currency = Annotated[str, AfterValidator(_currency)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Company(_Table):
    """[company]"""

    name: str = Field(min_length=1)
    mailbox: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    currency: Currency
    time_zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    reference_prefix: str = Field("SO-", pattern=r"^[A-Z]{1,6}-?$")
    first_number: int = Field(10001, ge=1)
    also_known_as: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    payment_terms: str = ""
    sign_off: str = ""


class ApprovalTier(_Table):
    """[[approval]]"""

    name: str = Field(min_length=1)
    above: Decimal = Field(ge=0)
    approvers: tuple[Annotated[str, Field(pattern=r"^[UW][A-Z0-9]+$")], ...] = Field(min_length=1)


class Orders(_Table):
    """[orders]"""

    autonomous: bool = True
    largest_quantity: Decimal = Field(Decimal(100_000), gt=0)
    price_tolerance_percent: Decimal = Field(Decimal(0), ge=0, le=100)
    price_tolerance_each: Decimal = Field(Decimal(0), ge=0)


class Replies(_Table):
    """[replies]"""

    colleagues_may_approve: bool = True
    remind_after_days: float = Field(2, gt=0)
    remind_at_most: int = Field(2, ge=0, le=10)


class SlackChannels(_Table):
    """[slack]"""

    orders: str = "orders"
    approvals: str = "approvals"


class MailboxPolicy(_Table):
    """[mailbox]: which folder is read, how a handled mail is marked, and from which size on it is only announced."""

    folder: str = "INBOX"
    handled: Literal["flag", "move", "leave"] = "flag"
    handled_folder: str = "Countersign"
    sent_folder: str = "Sent"
    sent_copies: Literal["ours", "the server's", "nobody's"] = "ours"
    plus_addresses: bool = True
    largest_mb: int = Field(40, ge=1, le=500)
    look_back_days: float = Field(1, ge=0)

    @property
    def largest_bytes(self) -> int:
        """The same in bytes."""
        return self.largest_mb * 1_000_000


class PolicyFile(_Table):
    """The whole file."""

    company: Company
    orders: Orders = Orders()
    approval: tuple[ApprovalTier, ...] = ()
    replies: Replies = Replies()
    slack: SlackChannels = SlackChannels()
    mailbox: MailboxPolicy = MailboxPolicy()
    rates: dict[Currency, Annotated[Decimal, Field(gt=0)]] = {}

    def rules(self) -> policy.Policy:
        """The same as the rules want it."""
        return policy.Policy(
            seller=_seller(self.company),
            tiers=tuple(_tier(tier, self.company.currency) for tier in self.approval),
            tolerance=catalogue.Tolerance(
                share=self.orders.price_tolerance_percent / 100, sum=self.orders.price_tolerance_each
            ),
            reminders=policy.Reminders(
                after=timedelta(days=self.replies.remind_after_days), most=self.replies.remind_at_most
            ),
            channels=policy.Channels(orders=self.slack.orders, approvals=self.slack.approvals),
            rates=self.rates,
            autonomous=self.orders.autonomous,
            largest_quantity=self.orders.largest_quantity,
            colleagues_may_approve=self.replies.colleagues_may_approve,
        )


def load(path: Path) -> PolicyFile:
    """The file, checked; PolicyFileError names every table and key that is wrong."""
    try:
        return PolicyFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
    except FileNotFoundError as missing:
        raise PolicyFileError([f"There is no policy file {path}; write one with `countersign init`."]) from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise PolicyFileError([f"{path} is not valid TOML: {broken}."]) from broken
    except ValidationError as wrong:
        told = [f"{path}: {_complaint(dict(problem))}" for problem in wrong.errors() if problem["type"] != "too_short"]
        raise PolicyFileError(told or [f"{path}: {_complaint(dict(wrong.errors()[0]))}"]) from wrong


_WANTED = {
    "extra_forbidden": "is no setting that Countersign knows; look at the names in the file that `init` writes",
    "missing": "is missing; write it as in the file that `init` writes",
}
_PATTERNS = {
    "mailbox": "is no mail address; write one such as orders@example.com",
    "reference_prefix": "is no prefix for order numbers; write capitals with a dash behind, such as SO-",
    "approvers": "is no Slack user id; copy it from the person's profile, it looks like U0123ABCD",
}


def _complaint(problem: dict[str, Any]) -> str:
    steps = [str(step + 1) if isinstance(step, int) else str(step) for step in problem["loc"]]
    named = ".".join(steps)
    kind = str(problem["type"])
    if kind in _WANTED:
        return f"{named} {_WANTED[kind]}."
    if kind == "string_pattern_mismatch":
        wanted = next((_PATTERNS[step] for step in steps if step in _PATTERNS), "is not written as it should be")
        return f"{named}: {problem['input']!r} {wanted}."
    said = str(problem["msg"]).removeprefix("Value error, ").rstrip(".")
    return f"{named}: {said}."


def _seller(company: Company) -> policy.Seller:
    return policy.Seller(
        name=company.name,
        mailbox=company.mailbox.lower(),
        currency=company.currency,
        time_zone=company.time_zone,
        prefix=company.reference_prefix,
        first_number=company.first_number,
        address=company.address,
        phone=company.phone,
        also_known_as=company.also_known_as,
        payment_terms=company.payment_terms,
        sign_off=company.sign_off,
    )


def _tier(tier: ApprovalTier, currency: str) -> approval.Tier:
    return approval.Tier(tier.name, money.rounded(tier.above, currency), tier.approvers)


STARTER = """\
# The policy of your order desk. Secrets and connections are not here: they come from the environment (.env).

[company]
name = "{name}"
mailbox = "{mailbox}"             # where orders and replies arrive, and what our letters come from
currency = "{currency}"                  # thresholds and prices without a currency are in it
time_zone = "{time_zone}"
reference_prefix = "SO-"          # our own order numbers: SO-10001, SO-10002, …
first_number = 10001
also_known_as = []                # other names that buyers write you under; tells seller from buyer on a document
address = ""
phone = ""
payment_terms = ""                # used where neither the order nor the buyer names any
sign_off = ""                     # who signs the letters; the company's name where empty

[orders]
autonomous = true                 # false: a person looks at every order before it is confirmed
largest_quantity = 100000         # more than this on one line is taken for a slip of the pen
price_tolerance_percent = 0       # a buyer's price may differ from yours by the greater of these two
price_tolerance_each = 0

# An order of more than `above` waits for a manager; one of exactly that sum goes by itself.
# Approvers are Slack user ids (profile, three dots, "Copy member ID"). The highest tier exceeded decides.
#
# [[approval]]
# name = "manager"
# above = 5000
# approvers = ["U0123ABCD"]

[replies]
colleagues_may_approve = true     # anybody at the buyer's own mail domain may say "approved"
remind_after_days = 2
remind_at_most = 2

[slack]
orders = "orders"                 # channel for the cards, one per order
approvals = "approvals"           # channel where managers are asked

[mailbox]
folder = "INBOX"
handled = "flag"                  # "flag" sets a keyword, "move" files the mail, "leave" leaves no trace
handled_folder = "Countersign"
sent_folder = "Sent"
sent_copies = "ours"              # who puts letters there: "ours"; Gmail and Microsoft 365 do it, then "the server's"
plus_addresses = true             # orders+token@… reaches your mailbox; false where the server refuses that
largest_mb = 40                   # a larger mail is announced, not fetched
look_back_days = 1                # how old a mail may be that the first start still takes; older ones stay untouched

# What one unit of another currency is worth in yours, to compare an order with the thresholds.
# An order in a currency that is not listed waits for the highest tier.
[rates]
# EUR = 0.86
"""


def starter(*, name: str, mailbox: str, currency: str, time_zone: str) -> str:
    """A commented policy file to begin with; quotes in a name are written as TOML wants them."""
    said = {"name": name, "mailbox": mailbox, "currency": currency, "time_zone": time_zone}
    return STARTER.format(**{key: _in_quotes(value) for key, value in said.items()})


def _in_quotes(value: str) -> str:
    """Fit for a TOML basic string: one line, its quotes and backslashes escaped."""
    return " ".join(value.split()).replace("\\", "\\\\").replace('"', '\\"')
