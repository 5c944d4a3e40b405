"""A mail that no rule can go on with becomes a card for a person, with its files one click away."""

from collections.abc import Sequence

from bot import office
from bot.flows import say
from bot.say import cards
from desk import errors
from parsers import readers
from store import inbox, unit
from store.columns import JSON


def about(
    desk: office.Office,
    kept: inbox.Message,
    seen: readers.Look | None = None,
    *,
    why: str,
    files: Sequence[readers.File] = (),
) -> None:
    """Say in one sentence why a person must look; the raw mail stays in the books."""
    with desk.store.unit() as books:
        in_these(desk, books, kept, seen, why=why, files=files)


def in_these(
    desk: office.Office,
    books: unit.Unit,
    kept: inbox.Message,
    seen: readers.Look | None = None,
    *,
    why: str,
    files: Sequence[readers.File] = (),
) -> bool:
    """The same within the caller's transaction; False where the mail had been gone on with already."""
    if not books.inbox.handle(kept.id, inbox.State.NEEDS_PERSON, reason=why):
        return False
    key = f"mail:{kept.id}"
    trusted = bool(seen and seen.belief.is_believed)
    note: dict[str, JSON] = {"why": why, "sender": kept.sender, "believed": trusted}
    books.journal.note("PersonAsked", subject=key, at=desk.now(), body=note)
    _show(desk, books, kept, why=why)
    for file in worth_showing(books, kept, files):
        say.file(desk, books, key, file)
    return True


def set_aside(desk: office.Office, mail: int, *, by: str) -> None:
    """A person has seen to the mail; its card is locked and names them."""
    with desk.store.unit() as books:
        kept = books.inbox.get(mail)
        if kept is None:
            raise errors.UnknownError("mail", str(mail))
        if kept.state is not inbox.State.NEEDS_PERSON:
            raise errors.WrongStateError(f"mail {mail}", kept.state, "set aside")
        books.inbox.settle(mail, inbox.State.SET_ASIDE, reason=kept.reason)
        books.journal.note("MailSetAside", subject=f"mail:{mail}", at=desk.now(), body={"by": by})
        _show(desk, books, kept, why=kept.reason, by=by)


def answered(desk: office.Office, books: unit.Unit, kept: inbox.Message, *, by: str) -> None:
    """A person found the order in it: its card asks no more."""
    _show(desk, books, kept, why=kept.reason, taken_by=by)


def worth_showing(books: unit.Unit, kept: inbox.Message, files: Sequence[readers.File]) -> Sequence[readers.File]:
    """The files that came along, or the mail itself where there is none; Slack takes no file of zero bytes."""
    letter = readers.File("letter.eml", "message/rfc822", books.inbox.raw(kept.id) or b"")
    return [file for file in files if file.data] or [letter]


def _show(
    desk: office.Office, books: unit.Unit, kept: inbox.Message, *, why: str, by: str = "", taken_by: str = ""
) -> None:
    shown = cards.person_card(
        mail=kept.id,
        why=why,
        sender=kept.sender,
        subject=kept.subject,
        received_at=kept.received_at,
        rules=desk.rules,
        set_aside_by=by,
        taken_by=taken_by,
    )
    say.card(desk, books, f"mail:{kept.id}", desk.rules.channels.orders, shown)
