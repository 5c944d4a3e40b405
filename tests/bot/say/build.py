"""Letters and cards for the tests of this room: who writes, one order in each state, and text that means harm."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from html.parser import HTMLParser

from bot.say import letters
from desk import orders, policy, reading, versions
from tests import build

SELLER = policy.Seller(
    name="Harbour & Hoop",
    mailbox="orders@harbourhoop.example",
    currency="GBP",
    time_zone="Europe/London",
    address="2 Quay Street\nWhitmouth",
    phone="+44 1632 960 001",
    sign_off="Ben, order desk",
)
RULES = replace(build.rules(), seller=SELLER)
SECRET = b"only for tests, and long enough."
SENDER = letters.Sender(SELLER, SECRET)
STAMP = letters.Stamp(datetime(2026, 1, 9, 14, 3, tzinfo=UTC), "0123456789abcdef")

HARM = (
    "<!channel>",
    '=HYPERLINK("http://evil.example","pay here")',
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "x\r\nBcc: everyone@evil.example\r\n\r\n<h1>hello",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnitseretni\u2066 \u200b@here <@U0MANAGER>",
    "أقراط ذهبية",
    "-- ",
    "&lt;!here&gt;",
    "m" * 300,
)

LINES = (
    build.line(
        sku="HOOP-30", description="Gold hoops, 30 mm, pair", quantity=300, price="4.10", buyer_sku="77-1200", unit="PR"
    ),
    build.line(position=2, sku="BOX-S", description="Gift box", quantity=1000, price="7.25", per=100),
    build.line(position=3, sku="STUD-8", description="Pearl studs", price="0.0325", requested_date=date(2026, 2, 2)),
)
VERSION = build.version(
    number=2,
    lines=LINES,
    discount="50.00",
    tax="310.00",
    shipping="18.50",
    order_date=date(2026, 1, 8),
    requested_date=date(2026, 1, 12),
    cancel_date=date(2026, 2, 28),
    shipping_terms="DAP",
    ship_to="Fernhill Gifts\n3 Mill Lane\nLudford",
    bill_to="Fernhill Gifts, accounts",
    instructions="Label each carton with the PO number.\nNot before 9 am.",
)
DOUBTS = (reading.Doubt("lines.0.sku", "Which hoops are meant?", ("HOOP-30", "HOOP-40")),)


def order(state: orders.State = orders.State.AWAITING_APPROVAL, *, version: versions.Version = VERSION) -> orders.Order:
    """An order as it stands in `state`, everything told that a life up to there tells."""
    return replace(
        build.order(state=state, version=version, doubts=DOUBTS),
        subject="Purchase order 4500118",
        thread="<first@fernhill.example> <po@fernhill.example>",
        reason="We do not ship there." if state in {orders.State.DECLINED, orders.State.CANCELLED} else "",
        decided_by=build.MANAGER if state is orders.State.DECLINED else "",
        confirmed_at=STAMP.at,
        approved_by=build.ANA,
        approved_at=STAMP.at,
    )


def harmed(text: str, *, currency: str = "GBP", line: int = 1) -> orders.Order:
    """An order whose every word from outside is `text`."""
    bad = build.line(
        position=line,
        sku=text or "X",
        description=text,
        quantity=Decimal("1000000.125"),
        unit=text,
        price="1234.567",
        currency=currency,
        buyer_sku=text,
    )
    version = build.version(
        currency=currency,
        lines=(bad,),
        payment_terms=text,
        shipping_terms=text,
        ship_to=text,
        bill_to=text,
        instructions=text,
    )
    return replace(
        order(version=version),
        buyer_name=text,
        po_number=text,
        subject=text,
        thread=text,
        reason=text,
        approved_by=text,
    )


def every_letter(one: orders.Order) -> dict[letters.Kind, letters.Letter]:
    """All the letters that there are, about this order."""
    return {
        letters.Kind.CONFIRMATION: letters.confirmation(one, SENDER, STAMP),
        letters.Kind.ACKNOWLEDGEMENT: letters.acknowledgement(one, SENDER, STAMP),
        letters.Kind.REMINDER: letters.reminder(one, SENDER, STAMP),
        letters.Kind.DECLINED: letters.declined(one, SENDER, STAMP),
        letters.Kind.CANCELLED: letters.cancelled(one, SENDER, STAMP),
        letters.Kind.STALE: letters.stale(one, SENDER, STAMP, answered=1),
        letters.Kind.COULD_NOT_READ: letters.could_not_read(
            SENDER, STAMP, to=one.contact, why="The PDF holds no text.", subject=one.subject
        ),
    }


def opened(letter: letters.Letter) -> EmailMessage:
    """The letter as a mail program has it."""
    return message_from_bytes(letter.raw, policy=SMTP)


def text(letter: letters.Letter) -> str:
    return _part(letter, "plain")


def html(letter: letters.Letter) -> str:
    return _part(letter, "html")


def _part(letter: letters.Letter, kind: str) -> str:
    part = opened(letter).get_body((kind,))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    return content


class Page(HTMLParser):
    """What an HTML letter shows, and what it is made of."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.seen: list[str] = []
        self._hidden = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._hidden = tag in {"style", "title"}
        if tag not in {"bdi", "strong"}:
            self.seen.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if tag not in {"bdi", "strong"}:
            self.seen.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.seen.append(data)

    @property
    def words(self) -> str:
        """The text, spaces made one."""
        return re.sub(r"\s+", " ", "".join(self.seen)).strip()
