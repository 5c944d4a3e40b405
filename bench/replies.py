"""How long it takes to understand a buyer's answer, as five mail programs send it."""

import random
import time
from collections.abc import Iterator

from rich.table import Table

from bench import figures
from bot.say import letters
from desk.reading import Intent
from parsers import readers
from playground.samples import mails, replies, world
from tests import build

SAID: dict[str, Intent] = {
    "approved": Intent.APPROVE,
    "Approved, thank you.": Intent.APPROVE,
    "Yes, please go ahead.": Intent.APPROVE,
    "not approved": Intent.REJECT,
    "We cannot accept the price of line 2.": Intent.REJECT,
    "approved, but make it 200 instead of 300": Intent.CHANGE,
    "When will it ship?": Intent.QUESTION,
}
ROUNDS = 20


def run() -> Iterator[Table]:
    """One row a mail program."""
    letter = _confirmation()
    drawn = figures.table(
        "Understanding a reply, ms",
        "mail program",
        "answers",
        "p50",
        "p95",
        "as meant",
        "taken for a yes and not one",
        told=(
            "Raw bytes of the mail to its meaning (parsers.readers.listen): MIME, the new words found against the "
            f"letter we sent, and what they say. Each answer {ROUNDS} times in one warm process."
        ),
    )
    for client in replies.Client:
        drawn.add_row(client.replace("_", " "), *measured(letter, client))
    yield drawn


def measured(letter: bytes, client: replies.Client) -> list[str]:
    """The cells of one row."""
    times, right, wrong = [], 0, 0
    for words, meant in SAID.items():
        raw = _answer(letter, words, client)
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            heard = readers.listen(raw, letters=[letter])
            times.append((time.perf_counter() - begun) * 1000)
        right += heard.intent is meant
        wrong += heard.intent is Intent.APPROVE is not meant
    paces = [figures.short(figures.quantile(times, share)) for share in (0.5, 0.95)]
    return [str(len(SAID)), *paces, f"{right}/{len(SAID)}", str(wrong)]


def _answer(letter: bytes, words: str, client: replies.Client) -> bytes:
    contact = world.BUYERS[0].contacts[0]
    return replies.reply(letter, words, client, sender=contact, at=mails.NOON, chance=random.Random(words))


def _confirmation() -> bytes:
    lines = [build.line(position=place, sku=f"GH-{place}", quantity=10 * place) for place in range(1, 7)]
    order = build.order(version=build.version(lines=lines))
    sender = letters.Sender(build.rules().seller, b"a secret of the bench", plus=True)
    return letters.confirmation(order, sender, letters.Stamp(build.NOW, "benchbenchbench")).raw
