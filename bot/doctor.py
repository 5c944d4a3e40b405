"""A check of everything the desk stands on, each told in one sentence that says what to do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot import settings, wires, wiring
from bot.mail import checkup, smtp
from bot.slack import manifest
from desk import errors
from store import upgrade


@dataclass(frozen=True, slots=True)
class Check:
    """`is_well` is None where there was nothing to check; `says` is what was found, or what to do."""

    what: str
    is_well: bool | None
    says: str


def examine(read: Callable[..., settings.Settings]) -> tuple[Check, ...]:
    """Every check, in the order in which one would mend things."""
    try:
        chosen = read(mail=True, slack=True)
    except settings.SettingsError as wrong:
        return tuple(Check("settings", is_well=False, says=complaint) for complaint in wrong.complaints)
    return (Check("settings", is_well=True, says="They are complete."), *_wires(chosen))


def _wires(chosen: settings.Settings) -> Iterator[Check]:
    checks: tuple[tuple[str, Callable[[settings.Settings], str]], ...] = (
        ("database", _database),
        ("catalogue", _catalogue),
        ("mailbox", _mailbox),
        ("SMTP", _smtp),
        ("mail sender check", _authserv),
        ("Slack", _slack),
        ("Slack channels", _channels),
    )
    for what, check in checks:
        try:
            yield Check(what, is_well=True, says=check(chosen))
        except errors.DeskError as ill:
            yield Check(what, is_well=False, says=str(ill))
        except Exception as ill:  # noqa: BLE001 - a doctor names what he finds, whatever it is
            yield Check(what, is_well=False, says=f"{type(ill).__name__}: {ill}")


def _database(chosen: settings.Settings) -> str:
    url = chosen.wires.database_url
    upgrade.check(url)
    kind = "SQLite, for one machine" if url.startswith("sqlite") else "PostgreSQL"
    return f"{kind}; its tables are of this version."


def _catalogue(chosen: settings.Settings) -> str:
    books = wiring.open_books(chosen.wires)
    try:
        with books.look() as open_books:
            products, buyers = open_books.catalogue.count(), open_books.parties.count()
    finally:
        books.close()
    if not products:
        raise errors.DeskError("It is empty, so no line can be matched: type `countersign import catalogue FILE`.")
    if not buyers:
        raise errors.DeskError("There are no buyers, so nobody is known: type `countersign import buyers FILE`.")
    return f"{products:,} products and {buyers:,} buyers."


def _mailbox(chosen: settings.Settings) -> str:
    found = _looked_into(chosen)
    if chosen.mailbox.handled == "flag" and not found.keeps_keywords:
        raise errors.DeskError(
            f"{chosen.mailbox.folder} keeps no keywords, so a handled mail cannot be flagged: write "
            'handled = "move" or "leave" under [mailbox] in the policy file.'
        )
    pushes = "tells us of new mail at once" if found.pushes else "cannot push; it is looked into often"
    return f"{chosen.mailbox.folder} opens and {pushes}; copies of letters go to {found.sent_folder}."


def _looked_into(chosen: settings.Settings) -> checkup.Findings:
    return checkup.mailbox(
        wiring.imap_server(chosen.wires),
        wiring.mail_login(chosen.wires),
        folder=chosen.mailbox.folder,
        sent=chosen.mailbox.sent_folder,
    )


def _smtp(chosen: settings.Settings) -> str:
    smtp.knock(wiring.smtp_server(chosen.wires), wiring.mail_login(chosen.wires))
    return "Letters can be handed in."


def _authserv(chosen: settings.Settings) -> str:
    """The name under which our own server judges senders: told by the settings, and seen in the latest mails."""
    ours = chosen.wires.mail_authserv_id
    seen = _looked_into(chosen).authserv_ids
    names = ", ".join(f"{name} ({count})" for name, count in seen[:3])
    if not ours:
        found = f"The latest mails carry: {names}." if seen else "No mail with a verdict lies in the mailbox yet."
        raise errors.DeskError(
            "MAIL_AUTHSERV_ID is not set, so no sender can be believed and every order waits for a person. It is the "
            f"first word behind the topmost Authentication-Results of a received mail. {found}"
        )
    if seen and ours.lower() not in {name for name, _ in seen}:
        raise errors.DeskError(
            f"No mail in the mailbox has a verdict of {ours}, so nobody would be believed. The latest carry: {names}."
        )
    return f"Verdicts of {ours} are believed, and nobody else's."


def _slack(chosen: settings.Settings) -> str:
    who = wiring.make_poster(chosen).who()
    lacks = sorted(set(manifest.scopes()) - who.scopes)
    if lacks:
        raise errors.DeskError(
            f"The app lacks {', '.join(lacks)}: update it from bot/slack/manifest.yaml and install it again."
        )
    return f"Signed in to {who.team} as {who.user}, with every right it needs."


def _channels(chosen: settings.Settings) -> str:
    poster = wiring.make_poster(chosen)
    names = (chosen.rules.channels.orders, chosen.rules.channels.approvals)
    for name in names:
        if not poster.is_member(name):
            raise wires.NeverAgainError(f"The app is not in #{name.lstrip('#')}: type /invite @Countersign there.")
    return f"The app is in {' and '.join('#' + name.lstrip('#') for name in names)}."
