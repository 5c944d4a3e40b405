"""What the desk answers when it is asked: the same words in Slack and at the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.say import blocks, cards, diary, figures, mrkdwn, plain
from bot.say.blocks import Block
from desk import orders, policy
from desk.orders import State
from store import journal
from store import orders as shelf

MOST = 20
_MOST_ENTRIES = 40

_USAGE = (
    ("4500118", "an order by the buyer's PO number, or by ours"),
    ("list", "what is open; `list agreed` or another state"),
    ("find hoops fernhill", "orders in which all these words stand"),
    ("history SO-10021", "what happened to it, from the first mail on"),
    ("original SO-10021", "the purchase order as it came"),
    ("settle SO-10021 2=RNG-114", "which product of ours a line is about; `@9.80` behind it names a price"),
    ("take SO-10021", "take it as read"),
    ("aside SO-10021", "it is no order for us"),
    ("resend SO-10021", "send the buyer the confirmation again"),
    ("cancel SO-10021 they closed the store", "call it off, with the reason"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """`text` is mrkdwn and says everything; `blocks` is how Slack lays it out, where that differs.

    `card` is the key of a card that the answer points to; `files` are (name, SHA-256) that it is about.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    card: str = ""
    files: tuple[tuple[str, str], ...] = ()


def usage() -> Answer:
    """Everything that can be asked, by example."""
    return Answer("\n".join(["*What you can ask*", *(f"`{example}` – {what}" for example, what in _USAGE)]))


def one(order: orders.Order, *, rules: policy.Policy) -> Answer:
    """An order as its card shows it, with what can be asked next instead of buttons."""
    card = cards.card(order, rules=rules)
    shown = [block for block in card.blocks if block["type"] != "actions"]
    after = " · ".join(f"`{step} {order.number}`" for step in _steps(order))
    return Answer(_told(shown, after), (*shown, blocks.context([after])), card=f"order:{order.number}")


def several(found: Sequence[orders.Order], asked: str) -> Answer:
    """Which of them is meant?"""
    return Answer("\n".join([f"Several orders are called {mrkdwn.quoted(asked, 80)}:", *map(_row, found)]))


def found(these: Sequence[orders.Order], words: str) -> Answer:
    """What a search found, newest first."""
    if not these:
        return Answer(f"No order holds {mrkdwn.quoted(words, 80)}. Try fewer words, or the beginning of one.")
    return Answer("\n".join([*map(_row, these), *_cut_off(these)]))


def listing(these: Sequence[orders.Order], what: str, counts: Mapping[State, int]) -> Answer:
    """Orders of one kind, newest first, and how many stand where."""
    standing = " · ".join(f"{state}: {_counted(count)}" for state, count in counts.items() if count)
    if not these:
        empty = "No order has come yet; the first mail with one makes a card." if not standing else f"None is {what}."
        return Answer("\n".join(filter(None, [empty, standing])))
    return Answer("\n".join([*map(_row, these), *_cut_off(these), standing]))


def _counted(count: int) -> str:
    return f"{count:,} or more" if count >= shelf.MOST_COUNTED else f"{count:,}"


def history(order: orders.Order, entries: Sequence[journal.Entry], *, rules: policy.Policy) -> Answer:
    """What happened, oldest first, as the card's thread says it."""
    told = []
    for entry in entries:
        fact = journal.fact(entry)
        said = diary.entry(fact) if fact is not None else None
        if said:
            told.append(f"{figures.moment(entry.at, rules.seller.time_zone)} – {said}")
    hidden = len(told) - _MOST_ENTRIES
    before = [f"_{hidden} earlier entries stand in the card's thread._"] if hidden > 0 else []
    title = f"*{order.number}*, {order.state}"
    return Answer("\n".join([title, *before, *told[-_MOST_ENTRIES:]]), card=f"order:{order.number}")


def original(order: orders.Order, files: Sequence[tuple[str, str]]) -> Answer:
    """Where the purchase order is, as it came."""
    names = plain.listed([mrkdwn.escape(name, 120) for name, _ in files], "and") or "the mail itself"
    text = f"The original of {order.number} ({names}) is in the thread of its card."
    return Answer(text, card=f"order:{order.number}", files=tuple(files))


def done(order: orders.Order, what: str) -> Answer:
    """It was done; where the order now stands."""
    return Answer(f"*{order.number}*: {mrkdwn.escape(what)} Now it is {order.state}.", card=f"order:{order.number}")


def _steps(order: orders.Order) -> tuple[str, ...]:
    always = ("history", "original")
    match order.state:
        case State.NEEDS_LOOK:
            return ("take", "aside", *always)
        case State.AWAITING_APPROVAL | State.ANSWERED:
            return ("resend", *always)
        case _:
            return always


def _row(order: orders.Order) -> str:
    po = f" (PO {mrkdwn.escape(order.po_number, 40)})" if order.po_number else ""
    buyer = mrkdwn.escape(order.buyer_name, 60)
    day = figures.day(order.taken_at.date())
    return f"*{order.number}*{po} {buyer}, {figures.sum_of(order.version.total)}, {order.state}, {day}"


def _cut_off(these: Sequence[orders.Order]) -> list[str]:
    return [f"_The newest {MOST}; `find` narrows it down._"] if len(these) == MOST else []


def _told(shown: Sequence[Block], after: str) -> str:
    return "\n".join([*(line for block in shown for line in _lines(block)), after])


def _lines(block: Block) -> list[str]:
    """The words of a block, for where no blocks are drawn."""
    if block["type"] == "header":
        return [f"*{mrkdwn.escape(block['text']['text'], 200)}*"]
    if block["type"] == "context":
        return [element["text"] for element in block["elements"]]
    if "fields" in block:
        return [field["text"].replace("\n", ": ", 1) for field in block["fields"]]
    return [block["text"]["text"]]
