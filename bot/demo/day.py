"""The day that `countersign demo` plays: several stories, each through the real wires, each checked at its end."""

import logging
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.demo import stage
from bot.say import figures
from desk import errors, orders
from desk.orders import State
from playground.samples import layouts, mails, papers, replies, strays, truths, world
from playground.slack import things
from store import inbox

_NEED_BY = timedelta(days=24)


@dataclass(slots=True)
class Day:
    """The stage, where to tell what happens, and what came of it."""

    on: stage.Stage
    console: Console
    chance: random.Random = field(default_factory=lambda: random.Random(1121))  # noqa: S311 - one day like another
    ends: list[tuple[str, str, State]] = field(default_factory=list)

    def tell(self, who: str, what: str) -> None:
        """One step, as it happens."""
        self.console.print(f"  [dim]{time.strftime('%H:%M:%S')}[/dim] [bold]{who:<9}[/bold] {what}", highlight=False)

    def mails_order(self, truth: truths.Truth, layout: str, note: str) -> None:
        """A buyer sends a purchase order as a PDF."""
        pdf = papers.draw_pdf(truth, layouts.LAYOUTS[layout])
        raw = mails.order_pdf(truth, pdf, at=self.on.desk.now(), chance=self.chance)
        self.post(raw, truth.contact.email)
        self.tell(truth.contact.first_name, f"mails purchase order [cyan]{truth.po_number}[/cyan], {note}")

    def post(self, raw: bytes, sender: str, *, as_user: str | None = "") -> None:
        """Over SMTP, logged in as the sender unless told otherwise."""
        self.on.mail.post(raw, sender=sender, to=world.SELLER.email, as_user=sender if as_user == "" else as_user)

    def answers(self, order: orders.Order, words: str, client: replies.Client, sender: world.Contact) -> None:
        """The buyer answers the confirmation that lies in their mailbox."""
        letter = self.on.letter(sender.email, order.number, "confirmation")
        self.tell("Desk", f"[dim]confirmation of[/dim] {order.number} [dim]is in {sender.first_name}'s mailbox[/dim]")
        raw = replies.reply(letter, words, client=client, sender=sender, at=self.on.desk.now(), chance=self.chance)
        self.post(raw, sender.email)
        self.tell(sender.first_name, f"answers: [italic]“{words}”[/italic]")

    def ended(self, story: str, order: orders.Order) -> None:
        """How a story ended."""
        self.ends.append((story, order.number, order.state))
        self.tell("Desk", f"[green]{order.number} is {order.state}[/green]")


def play(console: Console) -> int:
    """Play the day; 0 where every story ended where it should, else 1."""
    logging.getLogger("bot").setLevel(logging.ERROR)
    console.rule("[bold]A day at the desk of Harbour & Pine Trading")
    console.print("A mailbox, a Slack and a store are opened on this machine; nothing of yours is touched.\n")
    began = time.monotonic()
    with stage.open_stage() as on:
        day = Day(on, console)
        try:
            for title, story in STORIES:
                console.print(f"\n[bold]{title}[/bold]")
                story(day)
            on.wait_until_quiet()
        except (errors.DeskError, TimeoutError, LookupError) as stuck:
            console.print(f"\n[red]✕ {stuck}[/red]", highlight=False)
            return 1
        wrong = _sum_up(day)
    seconds = time.monotonic() - began
    console.print(f"\nThe day took {seconds:.0f} seconds. " + _what_next(wrong), highlight=False)
    return 1 if wrong else 0


def _touchless(day: Day) -> None:
    wanted = (("RNG-114", 24), ("EAR-203", 48), ("CDL-601", 30))
    truth = _order(day, "MELROSE", wanted, "4500118")
    day.mails_order(truth, "grid", "a PDF that proves its own sums")
    order = day.on.wait_for_order(truth.po_number, State.AWAITING_APPROVAL)
    day.tell("Desk", f"{order.number}: read, matched, below the threshold; nobody had to look")
    day.answers(order, "Approved, thank you.", replies.Client.GMAIL, truth.contact)
    agreed = day.on.wait_for_order(truth.po_number, State.AGREED)
    day.on.letter(truth.contact.email, order.number, "acknowledgement")
    day.ended("PDF order, touchless", agreed)
    shown = day.on.slack.slash("ben", stage.ORDERS, "/po", truth.po_number)
    first = day.on.slack.as_text(shown[0]).splitlines()[0] if shown else ""
    if order.number not in first:
        raise stage.StuckError(f"/po {truth.po_number} answered {first!r}")
    day.tell("Ben", f"types [cyan]/po {truth.po_number}[/cyan] and sees: {first}")


def _vague(day: Day) -> None:
    buyer = world.buyer("ALDERST")
    contact = buyer.contacts[0]
    raw = mails.vague(buyer, at=day.on.desk.now(), chance=day.chance)
    day.post(raw, contact.email)
    day.tell(contact.first_name, "writes: [italic]“we will take 300 of the gold hoops, please”[/italic]")
    order = day.on.wait_for_order(contact.email, State.NEEDS_LOOK)
    for doubt in order.doubts:
        day.tell("Desk", f"[yellow]asks[/yellow] {doubt.why}")
    _press(day, "ben", stage.ORDERS, order, "Take as read")
    day.tell("Ben", "looks, and presses [cyan]Take as read[/cyan]")
    day.on.wait_for_order(contact.email, State.AWAITING_APPROVAL)
    day.answers(order, "approved", replies.Client.APPLE, contact)
    day.ended("Vague mail", day.on.wait_for_order(contact.email, State.AGREED))


def _high_value(day: Day) -> None:
    wanted = (("THR-815", 200), ("CLK-920", 60))
    truth = _order(day, "HERON", wanted, "PO-77120")
    day.mails_order(truth, "two_columns", f"over {figures.sum_of(stage.THRESHOLD)}")
    order = day.on.wait_for_order(truth.po_number, State.AWAITING_DECISION)
    _press(day, "otto", stage.APPROVALS, order, "Approve")
    day.on.slack.wait_for(lambda: day.on.slack.ephemerals("otto"))
    day.tell("Otto", "presses [cyan]Approve[/cyan], and is told that he may not")
    _press(day, "mira", stage.APPROVALS, order, "Approve")
    day.tell("Mira", "presses [cyan]Approve[/cyan]")
    order = day.on.wait_for_order(truth.po_number, State.AWAITING_APPROVAL)
    day.answers(order, "approved", replies.Client.OUTLOOK, truth.contact)
    day.ended("High value, manager asked", day.on.wait_for_order(truth.po_number, State.AGREED))


def _not_approved(day: Day) -> None:
    wanted = (("MUG-701", 60), ("BWL-720", 16))
    truth = _order(day, "KASTANIE", wanted, "B-2026-0815")
    day.mails_order(truth, "german", "in German, with German figures")
    order = day.on.wait_for_order(truth.po_number, State.AWAITING_APPROVAL)
    day.answers(order, "not approved, the bowls are too many", replies.Client.TOP_POSTED, truth.contact)
    day.ended("“not approved”", day.on.wait_for_order(truth.po_number, State.ANSWERED))


def _forged(day: Day) -> None:
    wanted = (("DIF-945", 40), ("SOP-940", 60))
    truth = _order(day, "CLAIRVAL", wanted, "CMD20448")
    day.mails_order(truth, "borderless", "from France")
    order = day.on.wait_for_order(truth.po_number, State.AWAITING_APPROVAL)
    letter = day.on.letter(truth.contact.email, order.number, "confirmation")
    raw = replies.forged(letter, "approved", pretending=truth.contact, at=day.on.desk.now(), chance=day.chance)
    day.post(raw, truth.contact.email, as_user=None)
    day.tell("Stranger", f"writes [italic]“approved”[/italic] under {truth.contact.first_name}'s name")
    doubted = day.on.wait(lambda: _doubted(day, order.number), "The forged answer is doubted")
    day.tell("Desk", f"[yellow]does not count it[/yellow]: {doubted}")
    day.ended("Forged “approved”", day.on.wait_for_order(truth.po_number, State.AWAITING_APPROVAL))


def _unreadable(day: Day) -> None:
    truth = _order(day, "LINDHEM", (("NTB-930", 40),), "L1004")
    files = [("order.pdf", strays.encrypted())]
    raw = mails.order_attached(truth, files, at=day.on.desk.now(), chance=day.chance)
    day.post(raw, truth.contact.email)
    day.tell(truth.contact.first_name, "mails a PDF that nobody here has the password for")
    kept = day.on.wait(lambda: _waiting_for_person(day), "A person is asked about the mail")
    day.tell("Desk", f"[yellow]asks[/yellow] {kept.reason}")
    cards = day.on.slack.wait_for(
        lambda: [m for m in day.on.slack.messages(stage.ORDERS) if m.text.startswith("A mail")]
    )
    day.on.slack.press("ben", cards[-1], "Set aside")
    day.on.wait(lambda: not _waiting_for_person(day), "The mail is set aside")
    day.tell("Ben", "asks her for another by telephone, and presses [cyan]Set aside[/cyan]")


STORIES: tuple[tuple[str, Callable[[Day], None]], ...] = (
    ("A purchase order that proves itself", _touchless),
    ("“We will take 300 of the gold hoops”", _vague),
    ("An order above the manager's threshold", _high_value),
    ("A buyer says no", _not_approved),
    ("Somebody pretends to be the buyer", _forged),
    ("A file that cannot be opened", _unreadable),
)

_WANTED = {
    "PDF order, touchless": State.AGREED,
    "Vague mail": State.AGREED,
    "High value, manager asked": State.AGREED,
    "“not approved”": State.ANSWERED,
    "Forged “approved”": State.AWAITING_APPROVAL,
}


def _order(day: Day, buyer: str, wanted: Sequence[tuple[str, int]], po_number: str) -> truths.Truth:
    """An order of today, to be shipped in a few weeks."""
    today = day.on.desk.now().date()
    return truths.order_of(
        world.buyer(buyer), wanted, po_number=po_number, order_date=today, requested_date=today + _NEED_BY
    )


def _press(day: Day, who: str, channel: str, order: orders.Order, button: str) -> None:
    slack = day.on.slack

    def card() -> things.Message | None:
        said = (message for message in slack.messages(channel) if order.number in slack.as_text(message))
        return next((message for message in said if button in slack.as_text(message)), None)

    shown = slack.wait_for(card, stage.PATIENCE)
    if shown is None:
        raise stage.StuckError(f"No card of {order.number} in #{channel} has the button {button}.")
    slack.press(who, shown, button)


def _doubted(day: Day, number: str) -> str:
    with day.on.desk.store.look() as books:
        entries = books.journal.history(number)
    return next((str(entry.body["why"]) for entry in entries if entry.name == "AnswerDoubted"), "")


def _waiting_for_person(day: Day) -> inbox.Message | None:
    with day.on.desk.store.look() as books:
        return next(iter(books.inbox.standing(inbox.State.NEEDS_PERSON)), None)


def _sum_up(day: Day) -> int:
    """The table of orders; how many things are not as they should be."""
    table = Table(title="The orders at the end of the day", title_justify="left")
    for heading in ("Order", "PO number", "Buyer", "Total", "State", "As it should be"):
        table.add_column(heading, justify="right" if heading == "Total" else "left")
    wrong = 0
    with day.on.desk.store.look() as books:
        for story, number, state in day.ends:
            order = books.orders.get(number)
            is_right = order is not None and order.state is _WANTED[story] is state
            wrong += not is_right
            if order is not None:
                cells = (number, order.po_number or "–", order.buyer_name, figures.sum_of(order.version.total))
                table.add_row(*cells, str(order.state), "[green]✓[/green]" if is_right else "[red]✕[/red]")
        chain = books.journal.verify()
    day.console.print()
    day.console.print(table)
    wrong += _checked(day, "one card for each order", _cards_are_single(day))
    wrong += _checked(day, f"the journal's chain of {chain.count} entries holds", not chain.broken)
    return wrong + (len(day.ends) != len(_WANTED))


def _cards_are_single(day: Day) -> bool:
    texts = [day.on.slack.as_text(message).splitlines()[0] for message in day.on.slack.messages(stage.ORDERS)]
    return all(sum(number in text for text in texts) == 1 for _, number, _ in day.ends)


def _checked(day: Day, what: str, is_so: object) -> int:
    day.console.print(f"[green]✓[/green] {what}" if is_so else f"[red]✕ not so: {what}[/red]", highlight=False)
    return 0 if is_so else 1


def _what_next(wrong: int) -> str:
    if wrong:
        return f"[red]{wrong} thing(s) did not end where they should.[/red]"
    return f"Every story ended where it should. Next: [cyan]{_command()} init[/cyan], for a desk of your own."


def _command() -> str:
    """How this program was called: what can be typed again as it stands."""
    called = os.path.relpath(sys.argv[0])
    return called if not called.startswith("..") else Path(sys.argv[0]).name
