"""The buyers during a kill test: they mail orders, wishes and riddles, and answer the letters that reach them."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

from playground.samples import layouts, mails, papers, replies, strays, truths, world
from tests.kill import street

# Who orders on which form; each of these proves itself, the last is above the manager's threshold.
FORMS = (
    ("MELROSE", "grid", (("RNG-114", 24), ("EAR-203", 48))),
    ("KASTANIE", "german", (("MUG-701", 60), ("BWL-720", 16))),
    ("CLAIRVAL", "borderless", (("DIF-945", 40), ("SOP-940", 60))),
    ("MELROSE", "grid", (("CDL-601", 30),)),
    ("HERON", "two_columns", (("THR-815", 200), ("CLK-920", 60))),
)


@dataclass(slots=True)
class Buyers:
    """What they mailed, by Message-ID, and which letters of ours they have answered with "approved"."""

    on: street.Street
    chance: random.Random
    orders: set[str] = field(default_factory=set)
    riddles: set[str] = field(default_factory=set)
    answers: set[str] = field(default_factory=set)
    approved: set[str] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)

    @property
    def mailed(self) -> set[str]:
        """Every mail that went to the seller."""
        return self.orders | self.riddles | self.answers

    def write(self) -> None:
        """One new mail: mostly an order that proves itself, sometimes a wish, now and then a riddle."""
        kind = self.chance.choices((self._order, self._wish, self._riddle), weights=(8, 2, 1))[0]
        raw, into = kind()
        into.add(self._deliver(raw))

    def order(self) -> None:
        """One new order that proves itself."""
        raw, into = self._order()
        into.add(self._deliver(raw))

    def answer(self, *, share: float = 0.6) -> int:
        """Say "approved" to a share of the confirmations that came since, leave the others; how many were answered."""
        before = len(self.answers)
        for contact in (buyer.contacts[0] for buyer in world.BUYERS):
            for letter in self.on.mail.messages(contact.email):
                name = str(letter.message["Message-ID"])
                is_new = letter.message["X-Countersign-Letter"] == "confirmation" and name not in self._seen
                self._seen.add(name)
                if is_new and self.chance.random() < share:
                    self._approve(letter.raw, str(letter.message["X-Countersign-Order"]), contact)
        return len(self.answers) - before

    def _approve(self, letter: bytes, number: str, contact: world.Contact) -> None:
        client = self.chance.choice(list(replies.Client))
        raw = replies.reply(letter, "approved", client, sender=contact, at=_now(), chance=self.chance)
        self.answers.add(self._deliver(raw))
        self.approved.add(number)

    def _order(self) -> tuple[bytes, set[str]]:
        code, layout, wanted = self.chance.choice(FORMS)
        today = _now().date()
        truth = truths.order_of(
            world.buyer(code),
            wanted,
            po_number=f"{world.buyer(code).prefix}{50_000 + len(self.mailed)}",
            order_date=today,
            requested_date=today + timedelta(days=24),
        )
        pdf = papers.draw_pdf(truth, layouts.LAYOUTS[layout])
        return mails.order_pdf(truth, pdf, at=_now(), chance=self.chance), self.orders

    def _wish(self) -> tuple[bytes, set[str]]:
        words = f"we will take {24 * (1 + len(self.mailed))} of the gold hoops"
        return mails.vague(world.buyer("ALDERST"), words, at=_now(), chance=self.chance), self.orders

    def _riddle(self) -> tuple[bytes, set[str]]:
        truth = truths.order_of(world.buyer("LINDHEM"), (("NTB-930", 40),), po_number=f"L{len(self.mailed)}")
        files = [("order.pdf", strays.encrypted())]
        return mails.order_attached(truth, files, at=_now(), chance=self.chance), self.riddles

    def _deliver(self, raw: bytes) -> str:
        """Straight into the mailbox, so that whoever watches the SMTP server sees the desk alone."""
        mail = message_from_bytes(raw, policy=policy.default)
        sender = mail["From"].addresses[0].addr_spec
        self.on.mail.deliver(raw, to=world.SELLER.email, mail_from=sender)
        return str(mail["Message-ID"])


def _now() -> datetime:
    return datetime.now(UTC)
