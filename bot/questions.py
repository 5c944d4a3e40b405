"""What can be asked of the desk, in Slack and at the command line: words in, an answer out."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz, process

from bot import office
from bot.flows import decide
from bot.say import answers
from desk import errors, orders
from store import unit

_TOO_DEAR = 10**12  # for one unit; 1e999 is a number too, and no sum could hold it
_ENOUGH = 60  # of 100: a word so like another is taken for a slip


class NotUnderstoodError(errors.DeskError):
    """The words ask for nothing that the desk knows; the sentence says what would."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks (a Slack user id, or a name at the command line), and the words behind the name of the question."""

    desk: office.Office
    by: str
    words: Sequence[str]

    @property
    def rest(self) -> str:
        """All the words."""
        return " ".join(self.words)


def ask(desk: office.Office, text: str, *, by: str) -> answers.Answer:
    """Answer one line such as `4500118`, `list open` or `cancel SO-10021 they changed their mind`.

    What cannot be answered comes as a DeskError: one sentence that says what was expected.
    """
    words = _split(text)
    if not words:
        return answers.usage()
    name, rest = words[0].lower(), words[1:]
    if name in _QUESTIONS:
        return _QUESTIONS[name](Asked(desk, by, rest))
    near = process.extractOne(name, list(_QUESTIONS), scorer=fuzz.ratio, score_cutoff=_ENOUGH)
    has_number = any(letter.isdigit() for letter in text)
    if has_number and (near is None or any(letter.isdigit() for letter in words[0])):
        return _show(Asked(desk, by, words))
    hint = f"Did you mean `{near[0]}`?" if near else "`help` shows what can be asked."
    raise NotUnderstoodError(f"There is no `{name}` here. {hint}")


def _help(_: Asked) -> answers.Answer:
    return answers.usage()


def _show(asked: Asked) -> answers.Answer:
    with asked.desk.store.look() as books:
        found = _called(books, asked.rest, verb="")
        if len(found) > 1:
            return answers.several(found, asked.rest)
        return answers.one(found[0], rules=asked.desk.rules)


def _list(asked: Asked) -> answers.Answer:
    wanted = asked.rest.lower()
    with asked.desk.store.look() as books:
        if not wanted or wanted == "open":
            return answers.listing(books.orders.open(limit=answers.MOST), "open", books.orders.counts())
        state = _state(wanted)
        return answers.listing(books.orders.standing(state, limit=answers.MOST), state, books.orders.counts())


def _find(asked: Asked) -> answers.Answer:
    if not asked.rest:
        raise NotUnderstoodError("Say what to look for: `find hoops fernhill`.")
    with asked.desk.store.look() as books:
        return answers.found(books.orders.find(asked.rest, limit=answers.MOST), asked.rest)


def _history(asked: Asked) -> answers.Answer:
    with asked.desk.store.look() as books:
        order = _one(books, asked, verb="history")
        return answers.history(order, books.journal.history(order.number), rules=asked.desk.rules)


def _original(asked: Asked) -> answers.Answer:
    with asked.desk.store.look() as books:
        order = _one(books, asked, verb="original")
        files = [item for item in books.outbox.of_stream(f"order:{order.number}") if item.raw]
        return answers.original(order, [(str(item.body["name"]), item.raw or "") for item in files])


def _resend(asked: Asked) -> answers.Answer:
    with asked.desk.store.look() as books:
        order = _one(books, asked, verb="resend")
    return answers.done(decide.ask_again(asked.desk, order.number, by=asked.by), "The confirmation goes out again.")


def _cancel(asked: Asked) -> answers.Answer:
    if len(asked.words) < 2:  # noqa: PLR2004 - a number and at least one word of a reason
        raise NotUnderstoodError("Say which order and why: `cancel SO-10021 the buyer closed the store`.")
    with asked.desk.store.look() as books:
        order = _one(books, Asked(asked.desk, asked.by, asked.words[:1]), verb="cancel")
    reason = " ".join(asked.words[1:])
    cancelled = decide.cancel(asked.desk, order.number, by=asked.by, reason=reason)
    told = "The buyer is told by mail." if cancelled.confirmed_at else "The buyer had not been written to."
    return answers.done(cancelled, f"It is cancelled. {told}")


def _settle(asked: Asked) -> answers.Answer:
    said = re.fullmatch(r"(\S+)\s+(\d{1,4})\s*=\s*(\S+?)(?:\s*@\s*(\S+))?", asked.rest)
    if said is None:
        raise NotUnderstoodError("Say the order, the line, and our product: `settle SO-10021 2=RNG-114` (or `@9.80`).")
    number, line, sku, price = said.groups()
    with asked.desk.store.look() as books:
        order = _one(books, Asked(asked.desk, asked.by, [number]), verb="settle")
    settled = decide.settle(asked.desk, order.number, int(line), sku, price=_price(price), by=asked.by)
    return answers.done(settled, f"Line {line} is {sku}.")


def _take(asked: Asked) -> answers.Answer:
    with asked.desk.store.look() as books:
        order = _one(books, asked, verb="take")
    return answers.done(decide.take_as_read(asked.desk, order.number, by=asked.by), "It is taken as read.")


def _aside(asked: Asked) -> answers.Answer:
    with asked.desk.store.look() as books:
        order = _one(books, asked, verb="aside")
    return answers.done(decide.set_aside(asked.desk, order.number, by=asked.by), "It is set aside.")


_QUESTIONS: Mapping[str, Callable[[Asked], answers.Answer]] = {
    "help": _help,
    "show": _show,
    "list": _list,
    "find": _find,
    "history": _history,
    "original": _original,
    "settle": _settle,
    "take": _take,
    "aside": _aside,
    "resend": _resend,
    "cancel": _cancel,
}


def _split(text: str) -> list[str]:
    """Words, and what stands between double quotes as one; an apostrophe or a backslash is only itself."""
    reader = shlex.shlex(text, posix=True)
    reader.whitespace_split, reader.quotes, reader.escape, reader.commenters = True, '"', "", ""
    try:
        return list(reader)
    except ValueError:  # one lonely quotation mark
        return text.split()


def _called(books: unit.Unit, text: str, *, verb: str) -> tuple[orders.Order, ...]:
    if not text:
        raise NotUnderstoodError(f"Say which order: `{f'{verb} ' if verb else ''}SO-10021`, or the buyer's PO number.")
    found = books.orders.called(text)
    if not found:
        raise errors.UnknownError("order", text, f"Try `find {text}`, or `list` for those that are open.")
    return found


def _one(books: unit.Unit, asked: Asked, *, verb: str) -> orders.Order:
    found = _called(books, asked.rest, verb=verb)
    if len(found) > 1:
        numbers = ", ".join(order.number for order in found[:5])
        raise NotUnderstoodError(f"Several orders are called {asked.rest}: {numbers}. Say which one by our number.")
    return found[0]


def _state(wanted: str) -> orders.State:
    names = [str(state) for state in orders.State]
    near = process.extractOne(wanted, names, scorer=fuzz.partial_ratio, score_cutoff=_ENOUGH)
    if near is None:
        raise NotUnderstoodError(f"No order is ever {wanted!r}. States are: open, {', '.join(names)}.")
    return orders.State(near[0])


def _price(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        price = Decimal(text)
    except InvalidOperation:
        price = Decimal(-1)
    if not (price.is_finite() and 0 <= price < _TOO_DEAR):
        raise NotUnderstoodError(f"{text!r} is no price; write it with a point, such as 9.80.")
    return price
