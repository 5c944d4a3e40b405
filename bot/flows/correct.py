"""A person corrects what was read: the order is judged anew, and what the correction teaches is kept for its buyer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot import office
from bot.flows import ask_person, candidate, opened, take_order, tell
from desk import correcting, errors, events, lessons, orders, parties, reading, taking
from desk.correcting import Correction
from parsers import readers, teaching
from parsers.lessons.deriving import Derived
from store import inbox, journal, unit
from store import lessons as shelf
from store.columns import JSON

_NOBODY = "The order has no buyer that we know, so nothing was learned: say buyer=… as well."


@dataclass(frozen=True, slots=True)
class Corrected:
    """The order as it now stands, the lessons that were kept, and what taught nothing with the reason."""

    order: orders.Order
    learned: tuple[shelf.Kept, ...]
    unlearned: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A mail as it came, the order in it as a person has it, and whose it is ("": nobody's that we know)."""

    raw: bytes
    order: reading.Order
    buyer: str


@dataclass(frozen=True, slots=True)
class _Paper:
    """What the correction is about: the mail, the order in it as it stands (None: none was found), whose it is."""

    mail: opened.Opened
    order: orders.Order | None
    buyer: parties.Buyer | None
    known: tuple[lessons.Lesson, ...]
    before: tuple[Correction, ...]
    settled: Mapping[int, str]


def correct(desk: office.Office, name: str, said: Sequence[str], *, by: str) -> Corrected:
    """Correct an order (by our number) or a mail in which none was found ("mail:12").

    Where the buyer has been shown the order it is refused; where a value is no value, nothing is changed.
    """
    new = tuple(correcting.correction(one) for one in said)
    paper = _paper(desk, name, new)
    derived = _derive(desk, paper, new)
    fresh = tuple(lessons.Lesson(rule, by, desk.now()) for one in derived for rule in one.rules)
    taught = (*paper.known, *fresh) if paper.buyer else ()
    found = desk.room.ask(readers.documents, paper.mail.raw, ours=desk.ours, lessons=taught)
    corrections = (*paper.before, *new)
    read = correcting.corrected(found.reading, _stated(found.reading, paper, corrections), corrections)
    with desk.store.unit() as books:
        rules = [_rules(books, paper, one, read.orders[0]) for one in derived]
        one = candidate.draft(desk, books, read, read.orders[0], paper.buyer, settled=paper.settled)
        telling = taking.Said(tuple(said), tuple(rule.said for few in rules for rule in few), by)
        if paper.order is None:
            order = _take(desk, books, paper, one, telling, files=found.files)
        else:
            order = _again(desk, books, paper, one, telling)
        kept = _keep(desk, books, order, derived, rules, by=by)
    unlearned = [(one.correction.said, one.why or _NOBODY) for one, few in zip(derived, rules, strict=True) if not few]
    return Corrected(order, tuple(one for one in kept if one.rule), tuple(unlearned))


def corrected(desk: office.Office, number: str) -> Paper:
    """The mail of an order, and the order as its reading with lessons and all corrections of people has it."""
    with desk.store.look() as books:
        order = books.orders.get(number)
        if order is None:
            raise errors.UnknownError("order", number, "`po list` shows those that are open.")
        paper = _paper_of(books, order, _opened(desk, books, order.mail), ())
    found = desk.room.ask(readers.documents, paper.mail.raw, ours=desk.ours, lessons=paper.known)
    read = correcting.corrected(found.reading, _stated(found.reading, paper, paper.before), paper.before)
    return Paper(paper.mail.raw, read.orders[0], order.buyer_id)


def undo(desk: office.Office, lesson: int, *, by: str) -> shelf.Kept:
    """Take a lesson back; orders that were read by it stay as they are."""
    with desk.store.unit() as books:
        kept = books.lessons.get(lesson)
        if kept is None or not books.lessons.undo(lesson, by=by, at=desk.now()):
            raise errors.UnknownError("lesson", str(lesson), "`countersign lessons` lists those that stand.")
        rule = kept.rule
        if rule is not None and rule.what is lessons.What.PART:
            books.catalogue.forget(kept.buyer, rule.words)
        body: dict[str, JSON] = {"by": by, "lesson": lesson, "said": kept.said}
        books.journal.note("LessonUndone", subject=f"buyer:{kept.buyer}", at=desk.now(), body=body)
        return kept


# -- what it is about ----------------------------------------------------------------------------------------------


def _paper(desk: office.Office, name: str, new: Sequence[Correction]) -> _Paper:
    with desk.store.look() as books:
        order = None if name.startswith("mail:") else _order(books, name)
        mail = _opened(desk, books, order.mail if order else _number(name))
        if order is None and mail.kept.state is not inbox.State.NEEDS_PERSON:
            raise errors.WrongStateError(f"mail {mail.kept.id}", mail.kept.state, "an order by correction")
        return _paper_of(books, order, mail, new)


def _paper_of(books: unit.Unit, order: orders.Order | None, mail: opened.Opened, new: Sequence[Correction]) -> _Paper:
    buyer = _buyer(books, order, mail, new)
    before = tuple(correcting.correction(one) for one in books.lessons.of_order(order.number)) if order else ()
    settled = _settled(books.journal.history(order.number), order) if order else {}
    return _Paper(mail, order, buyer, candidate.lessons_of(books, buyer, mail), before, settled)


def _order(books: unit.Unit, number: str) -> orders.Order:
    order = books.orders.get(number)
    if order is None:
        raise errors.UnknownError("order", number, "`po list` shows those that are open.")
    taking.may_correct(order)
    return order


def _number(name: str) -> int:
    digits = name.removeprefix("mail:")
    if not digits.isdigit():
        raise errors.UnknownError("mail", name, "Write mail:12, by the number on its card.")
    return int(digits)


def _opened(desk: office.Office, books: unit.Unit, mail: int) -> opened.Opened:
    kept, raw = books.inbox.get(mail), books.inbox.raw(mail)
    if kept is None or raw is None:
        raise errors.UnknownError("mail", str(mail), "There is nothing to read anew; cancel the order instead.")
    own = (desk.rules.seller.mailbox,)
    return opened.Opened(kept, raw, desk.room.ask(readers.look, raw, authserv_id=desk.authserv_id, own_addresses=own))


def _buyer(
    books: unit.Unit, order: orders.Order | None, mail: opened.Opened, new: Sequence[Correction]
) -> parties.Buyer | None:
    """Whom the person names; else whose order it is; else whose mail it is."""
    named = next((str(one.value) for one in new if one.field == "buyer"), "")
    if named:
        fit = [one for one in books.parties.every() if named.casefold() in {one.id.casefold(), one.name.casefold()}]
        if len(fit) != 1:
            raise errors.UnknownError("buyer", named, "Write its id or its whole name, as it was imported.")
        return fit[0]
    if order is not None and order.buyer_id:
        return books.parties.get(order.buyer_id)
    return candidate.buyer_of(books, mail.seen.sender.email)


def _settled(history: Sequence[journal.Entry], order: orders.Order) -> dict[int, str]:
    """The products of lines that a person settled stay settled."""
    facts = (journal.fact(entry) for entry in history)
    places = {fact.position for fact in facts if isinstance(fact, events.LineSettled)}
    return {line.position: line.sku for line in order.version.lines if line.position in places and line.sku}


def _stated(read: reading.Reading, paper: _Paper, said: Sequence[Correction]) -> reading.Order:
    """The order in the mail that is meant: by its number as it was read or is corrected, else the only one."""
    numbers = {str(one.value) for one in said if one.field == "po_number" and not one.names}
    numbers |= {paper.order.po_number} if paper.order else set()
    named = [order for order in read.orders if order.po_number in numbers]
    if len(named) == 1 or len(read.orders) == 1:
        return (named or list(read.orders))[0]
    if not read.orders and paper.order is None:
        return reading.Order(lines=())
    what = "no order" if not read.orders else "several orders"
    raise errors.DeskError(f"Read anew, the mail holds {what}; correct the number of the order first, po_number=…")


# -- what is learned -----------------------------------------------------------------------------------------------


def _derive(desk: office.Office, paper: _Paper, new: Sequence[Correction]) -> tuple[Derived, ...]:
    number = paper.order.po_number if paper.order else None
    return desk.room.ask(
        teaching.derive, paper.mail.raw, new, name="letter.eml", po_number=number, ours=desk.ours, lessons=paper.known
    )


def _rules(books: unit.Unit, paper: _Paper, one: Derived, stated: reading.Order) -> tuple[lessons.Rule, ...]:
    """What a correction teaches, of the layout and beyond it: a part number, or whose an address is."""
    said = one.correction
    if paper.buyer is None:
        return ()
    if said.field == "buyer":
        return (lessons.Rule(lessons.What.SENDER, "buyer", paper.mail.seen.sender.email.lower()),)
    if said.field != "lines.sku" or one.rules or paper.order is None:
        return one.rules
    theirs = next((line.buyer_sku for line in paper.order.version.lines if line.position == said.line), "")
    found = books.catalogue.coded(str(said.value))
    is_ours = len(found) == 1 and bool(theirs) and theirs != found[0].sku and len(stated.lines) >= said.line
    return (lessons.Rule(lessons.What.PART, found[0].sku, theirs),) if is_ours else ()


def _keep(
    desk: office.Office,
    books: unit.Unit,
    order: orders.Order,
    derived: Sequence[Derived],
    rules: Sequence[Sequence[lessons.Rule]],
    *,
    by: str,
) -> tuple[shelf.Kept, ...]:
    """Each correction with its rules, for this buyer; a part number goes to the catalogue as well."""
    kept: list[shelf.Kept] = []
    at, buyer = desk.now(), order.buyer_id
    for one, few in zip(derived, rules, strict=True):
        for rule in few:
            if rule.what is lessons.What.PART:
                books.catalogue.teach(buyer, rule.words, rule.field, by=by, at=at)
        said = one.correction.said
        kept.extend(books.lessons.keep(said, few, buyer=buyer, order_number=order.number, by=by, at=at))
    return tuple(kept)


# -- what becomes of the order -------------------------------------------------------------------------------------


def _again(
    desk: office.Office, books: unit.Unit, paper: _Paper, one: candidate.Candidate, said: taking.Said
) -> orders.Order:
    assert paper.order is not None
    order = _order(books, paper.order.number)
    others = [known for known in candidate.earlier(books, one.buyer, one.stated) if known.number != order.number]
    case = one.case(paper.mail, earlier=others[0].number if others else "")
    return tell.tell(desk, books, taking.correct(order, case, desk.rules, said, at=desk.now()))


def _take(
    desk: office.Office,
    books: unit.Unit,
    paper: _Paper,
    one: candidate.Candidate,
    said: taking.Said,
    *,
    files: Sequence[readers.File],
) -> orders.Order:
    """A mail in which nobody had found an order becomes one, as if it had been read so at once."""
    if not one.stated.lines and not one.stated.po_number:
        raise errors.DeskError("Even so no order is found in this mail; correct its number and a line (lines.1.sku=…).")
    number = take_order.take(desk, books, paper.mail, one, files)
    books.inbox.settle(paper.mail.kept.id, inbox.State.HANDLED, order_number=number)
    ask_person.answered(desk, books, paper.mail.kept, by=said.by)
    order = books.orders.get(number)
    assert order is not None
    return tell.tell(desk, books, taking.told_so(order, said, at=desk.now()))
