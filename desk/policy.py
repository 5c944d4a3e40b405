"""The seller's policy: who we are, what may go on by itself, who decides, and when we ask again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from desk import approval, catalogue


@dataclass(frozen=True, slots=True)
class Seller:
    """Us, as our letters say it. `address` is several lines; `mailbox` is where orders and replies come in."""

    name: str
    mailbox: str
    currency: str
    time_zone: str = "UTC"
    prefix: str = "SO-"
    first_number: int = 10001
    address: str = ""
    phone: str = ""
    also_known_as: tuple[str, ...] = ()
    payment_terms: str = ""
    sign_off: str = ""


@dataclass(frozen=True, slots=True)
class Reminders:
    """After how much silence the buyer is asked again, and how often at most."""

    after: timedelta = timedelta(days=2)
    most: int = 2


@dataclass(frozen=True, slots=True)
class Channels:
    """Slack channels, by name or id: order cards, approvals, and things that need a person."""

    orders: str = "orders"
    approvals: str = "approvals"


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything the rules ask of the seller. `rates`: one unit of a currency in the seller's own.

    `autonomous`: an order that nothing speaks against goes on without a person. `largest_quantity`: more of one
    line than this is taken for a slip of the pen. `colleagues_may_approve`: anybody of the buyer's own domain may.
    """

    seller: Seller
    tiers: tuple[approval.Tier, ...] = ()
    tolerance: catalogue.Tolerance = field(default_factory=catalogue.Tolerance)
    reminders: Reminders = Reminders()
    channels: Channels = Channels()
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    autonomous: bool = True
    largest_quantity: Decimal = Decimal(100_000)
    colleagues_may_approve: bool = True
