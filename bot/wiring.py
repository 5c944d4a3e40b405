"""Settings become a desk: store, reading room, wires, worker, listener and Slack, each made in one place."""

import os
import secrets
import socket
import string
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot import courier, office, reading_room, settings, wires
from bot.flows import chase, give_up, keep_mail, open_mail
from bot.mail import arrival, carry, door, imap, listener, oauth, sweep
from bot.slack import app, post
from desk import errors
from parsers import readers
from store import unit, upgrade, worker

_ALPHABET = string.ascii_lowercase + string.digits
_OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Open:
    """An office that is open, the settings behind it, and the event that closes it."""

    desk: office.Office
    chosen: settings.Settings
    stop: threading.Event


def now() -> datetime:
    """The clock of the desk."""
    return datetime.now(UTC)


def chance() -> str:
    """Twenty letters and digits that never come again."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(20))


def owner() -> str:
    """Who this program is among all of them."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(3)}"


def open_books(named: settings.Connections) -> unit.Store:
    """The store, if its tables are of this version; a sentence where they are not, or it cannot be opened."""
    upgrade.check(named.database_url)
    return unit.open_store(named.database_url)


@contextmanager
def open_office(chosen: settings.Settings) -> Iterator[office.Office]:
    """The desk's office, with its store and its reading room, until the end of the `with`."""
    books = open_books(chosen.wires)
    room = reading_room.ReadingRoom(
        seconds=chosen.wires.read_seconds, memory_mb=chosen.wires.read_memory_mb, seats=chosen.wires.work_threads
    )
    try:
        yield office.Office(
            store=books,
            rules=chosen.rules,
            mailbox=chosen.mailbox,
            room=room,
            secret=settings.secret(chosen.wires.thread_secret).encode(),
            authserv_id=chosen.wires.mail_authserv_id,
            now=now,
            chance=chance,
        )
    finally:
        room.close()
        books.close()


def make_worker(
    desk: office.Office,
    chosen: settings.Settings,
    *,
    slack: post.Poster | None,
    mail: carry.Carrier | None,
    gap: timedelta | None = None,
) -> worker.Worker:
    """Whoever does the jobs: opens mail, carries letters and cards, reminds.

    `gap` is the time between two posts in a channel, as the settings say where None.
    """
    name = owner()
    pause = timedelta(seconds=chosen.wires.slack_gap_seconds) if gap is None else gap
    silence = timedelta(seconds=chosen.wires.lease_seconds)
    desk.room.warm_up(readers.of_file, b"One line.", name="warm.txt")
    handlers: Mapping[str, worker.Handler] = {
        "open": lambda args: open_mail.open_mail(desk, args),
        "carry": courier.Courier(desk, slack, mail, name, gap=pause),
        "chase": lambda args: chase.chase(desk, args),
    }
    return worker.Worker(
        desk.store,
        handlers,
        owner=name,
        clock=desk.now,
        chance=secrets.SystemRandom().random,
        never_again=(wires.NeverAgainError, errors.MoneyError, errors.WrongStateError),
        set_aside=lambda books, job, why: give_up.tell_person(desk, books, job, why),
        threads=chosen.wires.work_threads,
        leased_pace=worker.leased.Pace(lease=silence),
        shared_pace=worker.shared.Pace(beat=silence / 3, silence=silence),
    )


def make_listener(
    desk: office.Office, chosen: settings.Settings, tell: Callable[[arrival.Happening], None]
) -> listener.Listener:
    """The ear at the mailbox."""
    policy = chosen.mailbox
    server, login = imap_server(chosen.wires), mail_login(chosen.wires)
    treatment = sweep.Treatment(
        handled=sweep.Handled(policy.handled),
        folder=policy.handled_folder,
        largest=policy.largest_bytes,
        begin=_opened(desk) - timedelta(days=policy.look_back_days),
    )
    return listener.Listener(
        desk.rules.seller.mailbox,
        folder=policy.folder,
        connect=lambda: imap.Mailbox(server, login, sent=policy.sent_folder),
        books=keep_mail.Books(desk),
        owner=owner(),
        tell=tell,
        treatment=treatment,
        habits=listener.Habits(lease=chosen.wires.lease_seconds),
    )


def make_carrier(chosen: settings.Settings) -> carry.Carrier:
    """The way out for letters."""
    copies = {
        "ours": carry.Copies.OURS,
        "the server's": carry.Copies.THE_SERVERS,
        "nobody's": carry.Copies.NOBODYS,
    }
    return carry.Carrier(
        outgoing=smtp_server(chosen.wires),
        login=mail_login(chosen.wires),
        mailbox=imap_server(chosen.wires),
        copies=copies[chosen.mailbox.sent_copies],
        sent=chosen.mailbox.sent_folder,
    )


def make_poster(chosen: settings.Settings) -> post.Poster:
    """The way out to Slack."""
    return post.Poster(app.client(settings.secret(chosen.wires.slack_bot_token), base_url=chosen.wires.slack_api_url))


def imap_server(chosen: settings.Connections) -> door.Server:
    """Where the mailbox is read."""
    return door.Server(chosen.imap_host, chosen.imap_port, door.Security(chosen.imap_security))


def smtp_server(chosen: settings.Connections) -> door.Server:
    """Where letters are handed in."""
    return door.Server(chosen.smtp_host, chosen.smtp_port, door.Security(chosen.smtp_security))


def mail_login(chosen: settings.Connections) -> door.Login:
    """With what both are opened."""
    match chosen.mail_login:
        case "password":
            return door.Login(chosen.mail_user, password=settings.secret(chosen.mail_password))
        case "token":
            return door.Login(chosen.mail_user, tokens=oauth.Given(settings.secret(chosen.oauth_token)))
        case "refresh_token":
            granted = oauth.refreshed(
                chosen.oauth_token_url,
                client_id=chosen.oauth_client_id,
                client_secret=settings.secret(chosen.oauth_client_secret),
                refresh_token=settings.secret(chosen.oauth_refresh_token),
            )
            return door.Login(chosen.mail_user, tokens=granted)
        case "microsoft":
            app_only = oauth.microsoft(
                tenant=chosen.oauth_tenant,
                client_id=chosen.oauth_client_id,
                client_secret=settings.secret(chosen.oauth_client_secret),
            )
            return door.Login(chosen.mail_user, tokens=app_only)


def listening_to_slack(desk: office.Office, chosen: settings.Settings) -> AbstractContextManager[None]:
    """Slack's presses and commands are heard until the end of the `with`: by Socket Mode, or over HTTP."""
    named = chosen.wires
    web = app.client(settings.secret(named.slack_bot_token), base_url=named.slack_api_url)
    if named.slack_mode == "socket":
        return app.by_socket(desk, web, app_token=settings.secret(named.slack_app_token))
    secret = settings.secret(named.slack_signing_secret)
    return app.by_http(desk, web, signing_secret=secret, port=named.slack_port)


def _opened(desk: office.Office) -> datetime:
    """When this desk was first opened; noted at the first call."""
    with desk.store.unit() as books:
        known = books.marks.get(_OPENED)
        if known is None:
            known = desk.now().isoformat()
            books.marks.put(_OPENED, known)
    return datetime.fromisoformat(known)
