"""The stage of the demo: a mailbox, a Slack and a fresh store on this machine, with the whole bot between them."""

import logging
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from pydantic import SecretStr

from bot import courier, office, settings, wiring
from bot.flows import stock_up
from bot.mail import arrival
from bot.policy_file import MailboxPolicy
from desk import approval, errors, money, orders, policy
from playground.mail import MailHouse
from playground.samples import world
from playground.slack.house import SlackHouse
from store import outbox, upgrade, work

log = logging.getLogger(__name__)

_T = TypeVar("_T")
PASSWORD = "for the playground only"  # noqa: S105 - it opens a mailbox that lives as long as the demo
AUTHSERV = "mx.harbourandpine.example"
SALES, MANAGER, SECOND_MANAGER, OUTSIDER = "U0BENSALES", "U0MIRABOSS", "U0MAXBOSS2", "U0OTTOOUT1"
ORDERS, APPROVALS = "orders", "approvals"
THRESHOLD = money.Money(500_000, "GBP")
PATIENCE = 30.0


class StuckError(errors.DeskError):
    """What the demo waited for did not happen in time."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The desk and its two neighbours."""

    desk: office.Office
    mail: MailHouse
    slack: SlackHouse

    def wait(self, wanted: Callable[[], _T | None], what: str, *, patience: float = PATIENCE) -> _T:
        """What `wanted` gives once it is true; StuckError after `patience` seconds."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            found = wanted()
            if found:
                return found
            time.sleep(0.05)
        raise StuckError(f"{what}: that did not happen within {patience:g} seconds.")

    def order(self, number: str) -> orders.Order | None:
        """An order as it stands."""
        with self.desk.store.look() as books:
            return books.orders.get(number)

    def wait_for_order(self, po_number: str, *states: orders.State) -> orders.Order:
        """The order under this PO number (or from this address), once it stands in one of the states."""

        def standing() -> orders.Order | None:
            with self.desk.store.look() as books:
                latest = books.orders.latest(limit=100)
            mine = (one for one in latest if po_number in (one.po_number, one.contact))
            return next((one for one in mine if one.state in states), None)

        return self.wait(standing, f"Order {po_number} becomes {' or '.join(states)}")

    def letter(self, to: str, number: str, kind: str) -> bytes:
        """The letter of this kind about this order, once it lies in the buyer's mailbox."""
        marks = (f"X-Countersign-Order: {number}\r\n".encode(), f"X-Countersign-Letter: {kind}\r\n".encode())
        found = self.mail.wait_for(to, matching=lambda mail: all(mark in mail.raw for mark in marks), patience=PATIENCE)
        return found[-1].raw

    def wait_until_quiet(self) -> None:
        """Everything that was to be said has been carried, and nothing is left to do now."""
        self.wait(self._is_quiet, "All letters and cards are carried", patience=60)

    def _is_quiet(self) -> bool:
        with self.desk.store.look() as books:
            said = books.outbox.counts()
            jobs = books.work.counts()
        open_items = said[outbox.State.WAITING] + said[outbox.State.CARRYING] + said[outbox.State.UNKNOWN]
        return not open_items and not jobs[work.State.RUNNING]


@contextmanager
def open_stage(
    url: str = "",
    *,
    gap: timedelta = courier.GAP,
    policies: policy.Policy | None = None,
    mailbox: MailboxPolicy | None = None,
) -> Iterator[Stage]:
    """Mail, Slack and desk, ready for the first mail; `url` is a database of one's own, else a fresh SQLite file.

    With a `gap` shorter than Slack's own between two posts, Slack does not count them either.
    """
    with ExitStack() as stack:
        if not url:
            url = f"sqlite:///{stack.enter_context(tempfile.TemporaryDirectory())}/countersign.db"
        mail = stack.enter_context(MailHouse(_accounts(), authserv_id=AUTHSERV))
        slack = stack.enter_context(SlackHouse(paced=gap >= courier.GAP))
        furnish(slack)
        chosen = chosen_for(url, mail, slack, policies=policies, mailbox=mailbox)
        upgrade.upgrade(url)
        desk = stack.enter_context(wiring.open_office(chosen))
        stock(desk)
        stack.enter_context(_running(desk, chosen, gap))
        slack.wait_for_lines()
        yield Stage(desk, mail, slack)


def furnish(slack: SlackHouse) -> None:
    """The people and channels of the seller."""
    people = ((SALES, "ben"), (MANAGER, "mira"), (SECOND_MANAGER, "max"), (OUTSIDER, "otto"))
    for user_id, name in people:
        slack.add_person(name, user_id)
    slack.add_channel(ORDERS, people=[name for _, name in people])
    slack.add_channel(APPROVALS, people=["mira", "max", "otto"])


def chosen_for(
    url: str,
    mail: MailHouse,
    slack: SlackHouse,
    *,
    policies: policy.Policy | None = None,
    mailbox: MailboxPolicy | None = None,
) -> settings.Settings:
    """The settings of a desk between these two neighbours."""
    wires = settings.Connections(
        _env_file=None,
        database_url=url,
        thread_secret=SecretStr("a secret of the playground"),
        imap_host=mail.host,
        imap_port=mail.imap_port,
        imap_security="plain",
        smtp_host=mail.host,
        smtp_port=mail.smtp_port,
        smtp_security="plain",
        mail_user=world.SELLER.email,
        mail_password=SecretStr(PASSWORD),
        mail_login="password",
        mail_authserv_id=mail.authserv_id,
        slack_bot_token=SecretStr(slack.token),
        slack_app_token=SecretStr(slack.app_token),
        slack_mode="socket",
        slack_api_url=slack.base_url,
    )
    return settings.Settings(wires, policies or rules(), mailbox or MailboxPolicy())


def rules() -> policy.Policy:
    """The policy of the invented seller: more than GBP 5,000 waits for a manager."""
    seller = policy.Seller(
        name=world.SELLER.name,
        mailbox=world.SELLER.email,
        currency=world.SELLER.currency,
        time_zone="Europe/London",
        first_number=10021,
        address="\n".join(world.SELLER.address),
        sign_off="Ben Harker, sales",
    )
    tier = approval.Tier("manager", THRESHOLD, (MANAGER, SECOND_MANAGER))
    return policy.Policy(seller=seller, tiers=(tier,), channels=policy.Channels(ORDERS, APPROVALS))


def stock(desk: office.Office) -> None:
    """The sample catalogue and buyers, imported as a seller would import them."""
    with tempfile.TemporaryDirectory() as folder:
        products, buyers = Path(folder) / "catalogue.csv", Path(folder) / "buyers.csv"
        products.write_text(world.catalogue_csv(), encoding="utf-8")
        buyers.write_text(world.buyers_csv(), encoding="utf-8")
        for outcome in (stock_up.catalogue(desk, products), stock_up.buyers(desk, buyers)):
            if outcome.complaints:
                raise errors.DeskError(f"{outcome.summary} {outcome.complaints[0]}")


def _accounts() -> dict[str, str]:
    people = [contact.email for buyer in world.BUYERS for contact in buyer.contacts]
    return dict.fromkeys([world.SELLER.email, *people], PASSWORD)


@contextmanager
def _running(desk: office.Office, chosen: settings.Settings, gap: timedelta) -> Iterator[None]:
    """Worker, listener and Slack in threads, as `countersign run` has them."""
    stop = threading.Event()
    poster, carrier = wiring.make_poster(chosen), wiring.make_carrier(chosen)
    worker = wiring.make_worker(desk, chosen, slack=poster, mail=carrier, gap=gap)
    ear = wiring.make_listener(desk, chosen, _heard)
    threads = [threading.Thread(target=worker.run, args=(stop,)), threading.Thread(target=ear.run)]
    with wiring.listening_to_slack(desk, chosen):
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            stop.set()
            ear.stop()
            for thread in threads:
                thread.join()


def _heard(happening: arrival.Happening) -> None:
    log.info("%s", happening.text)
