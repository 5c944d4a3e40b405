"""One mailbox over IMAP: what has arrived, its bytes, and the few things we may change in it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from imapclient import exceptions

from bot import wires
from bot.mail import connection, door

_SENT = b"\\Sent"  # RFC 6154
HANDLED = "$CountersignHandled"

# One line of an answer may hold a million bytes (imaplib's own limit); so many UIDs always fit.
_SEARCH_WINDOW = 80_000
_FETCH_BATCH = 500
# RFC 3501, 7.3.1; after a BYE the next command finds the connection gone.
_NEWS = re.compile(rb"\* (?:\d+ EXISTS|BYE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder that is open: the life of its UIDs, the next one, and whether it keeps our keyword."""

    name: str
    uidvalidity: int
    uidnext: int
    keeps_keywords: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that lies there: its UID, its size in bytes, and when the server took it (aware)."""

    uid: int
    size: int
    received_at: datetime


class Mailbox:
    """An open connection; a context manager. wires.TryLaterError means that it is lost: open a new one."""

    def __init__(self, server: door.Server, login: door.Login, *, sent: str | None = None) -> None:
        self._server, self._login = server, login
        self._sent = sent
        self._found_sent: str | None = None
        self._space: tuple[str, str] | None = None
        self._folder: Folder | None = None
        self._client = connection.logged_in(server, login)
        self.can_idle = bool(self._client.has_capability("IDLE"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Say goodbye, or at least let go."""
        try:
            self._client.logout()
        except (exceptions.IMAPClientError, OSError):
            connection.let_go(self._client)

    def drop(self) -> None:
        """Let go without a word; for a connection that answers no more."""
        connection.let_go(self._client)

    def select(self, folder: str) -> Folder:
        """Open a folder; everything below is about the one opened last."""
        with self._wire(f"open the folder {folder}"):
            told = self._client.select_folder(self._full(folder))
        if not _number(told, b"UIDVALIDITY"):  # better no mail for a while than every mail once more
            raise wires.NeverAgainError(
                f"The mail server {self._server} does not say how the folder {folder} is numbered (UIDVALIDITY); "
                "without that, mail could be taken twice. Ask who runs the server."
            )
        flags = told.get(b"PERMANENTFLAGS", ())
        self._folder = Folder(
            folder,
            uidvalidity=_number(told, b"UIDVALIDITY"),
            uidnext=_number(told, b"UIDNEXT"),
            keeps_keywords=b"\\*" in flags or HANDLED.encode() in flags,
        )
        return self._folder

    def arrived(self, above: int, *, since: datetime | None = None) -> Iterator[Waiting]:
        """Every mail with a UID above this one, lowest first; `since` leaves out what surely came earlier."""
        with self._wire("look for new mail"):
            self._client.noop()  # RFC 3501, 7.3.1: a mail that was not announced yet need not be found
            self._news()
            uids = sorted(self._search(above, since))
        for first in range(0, len(uids), _FETCH_BATCH):
            yield from self._sizes(uids[first : first + _FETCH_BATCH])

    def _search(self, above: int, since: datetime | None) -> Iterator[int]:
        """RFC 3501, 6.4.4 and 6.4.8: SINCE knows whole days of the server's own zone, hence a day of grace; and
        `n:*` always names the last mail too, even where its UID is below n.
        """
        days = ["SINCE", (since - timedelta(days=1)).date()] if since else []
        first = above + 1
        last = self._folder.uidnext if self._folder else 0
        while first + _SEARCH_WINDOW < last:
            yield from self._client.search(["UID", f"{first}:{first + _SEARCH_WINDOW - 1}", *days])
            first += _SEARCH_WINDOW
        yield from (uid for uid in self._client.search(["UID", f"{first}:*", *days]) if uid >= first)

    def _sizes(self, uids: list[int]) -> Iterator[Waiting]:
        with self._wire("ask how large the new mail is"):
            told = self._client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"])
        for uid in uids:
            facts = told.get(uid, {})
            if b"RFC822.SIZE" in facts:  # else somebody took it away since we looked
                at = facts.get(b"INTERNALDATE") or datetime.now(UTC)
                yield Waiting(uid, int(facts[b"RFC822.SIZE"]), at.astimezone(UTC))

    def fetch(self, uid: int) -> bytes | None:
        r"""The whole mail, its \Seen untouched; None where it is gone."""
        return self._peek(uid, "BODY.PEEK[]", b"BODY[]")

    def fetch_header(self, uid: int) -> bytes | None:
        r"""The header alone, for a mail too large to hold; its \Seen untouched, None where it is gone."""
        return self._peek(uid, "BODY.PEEK[HEADER]", b"BODY[HEADER]")

    def _peek(self, uid: int, what: str, answer: bytes) -> bytes | None:
        with self._wire(f"fetch mail {uid}"):
            told = self._client.fetch([uid], [what])
        if uid not in told:
            return None
        raw = told[uid].get(answer)
        if not isinstance(raw, bytes):
            raise wires.NeverAgainError(f"The mail server {self._server} holds mail {uid} and does not give it.")
        return raw

    def flag(self, uids: Iterable[int], keyword: str = HANDLED) -> None:
        """Put our keyword on these mails."""
        if wanted := list(uids):
            with self._wire(f"mark {len(wanted)} mail(s) as handled"):
                self._client.add_flags(wanted, [keyword], silent=True)

    def move(self, uids: Iterable[int], folder: str) -> None:
        """Put these mails into another folder, which is made where it is missing."""
        wanted = list(uids)
        if not wanted:
            return
        with self._wire(f"move {len(wanted)} mail(s) to the folder {folder}"):
            self._move(wanted, self._made(folder))

    def _move(self, uids: list[int], folder: str) -> None:
        """RFC 6851; on an older server a copy, then an expunge of these UIDs alone (RFC 4315)."""
        if self._client.has_capability("MOVE"):
            self._client.move(uids, folder)
            return
        self._client.copy(uids, folder)
        self._client.delete_messages(uids, silent=True)
        if self._client.has_capability("UIDPLUS"):
            self._client.uid_expunge(uids)

    @contextmanager
    def idle(self) -> Iterator["Ear"]:
        """Listen for news of the open folder; only where `can_idle`. Re-issue it well within 29 minutes."""
        with self._wire("listen for new mail"):
            news = self._news()
            self._client.idle()
            yield Ear(self._client, news=news)
            self._client.idle_done()

    def uidnext(self, folder: str) -> tuple[int, int]:
        """UIDVALIDITY and the next UID of a folder that this connection has not opened (STATUS)."""
        with self._wire(f"look at the folder {folder} from outside"):
            told = self._client.folder_status(self._full(folder), ["UIDVALIDITY", "UIDNEXT"])
        return _number(told, b"UIDVALIDITY"), _number(told, b"UIDNEXT")

    def sent_folder(self) -> str:
        """Where copies of sent mail lie: the folder that was set, or else the server's own, or else a new one."""
        if self._found_sent is None:
            with self._wire("find the folder of sent mail"):
                set_one = self._full(self._sent) if self._sent else ""
                there = bool(set_one) and self._client.folder_exists(set_one)
                theirs = None if there else self._client.find_special_folder(_SENT)
                self._found_sent = theirs or self._made(self._sent or "Sent")
        return self._found_sent

    def find_sent(self, message_id: str) -> bool:
        """Does the Sent folder hold a mail with this Message-ID? (Another folder is then open.)"""
        folder = self.sent_folder()
        with self._wire(f"look for a letter in {folder}"):
            self._client.select_folder(folder, readonly=True)
            return bool(self._client.search(["HEADER", "Message-ID", message_id]))

    def append_sent(self, raw: bytes, *, at: datetime) -> None:
        r"""Put a copy of a sent letter into the Sent folder, marked \Seen as every mail program does."""
        folder = self.sent_folder()
        with self._wire(f"keep a copy in {folder}"):
            self._client.append(folder, raw, flags=[b"\\Seen"], msg_time=at)

    def _made(self, name: str) -> str:
        """The folder's full name, once it is there."""
        full = self._full(name)
        if not self._client.folder_exists(full):
            self._client.create_folder(full)
        return full

    def _full(self, name: str) -> str:
        """The name as this server wants it: many keep every folder under "INBOX." (RFC 2342)."""
        prefix, separator = self._namespace()
        if not prefix or name.upper() == "INBOX" or name.startswith(prefix) or self._client.folder_exists(name):
            return name
        return prefix + name.replace("/", separator)

    def _namespace(self) -> tuple[str, str]:
        """Where our own folders lie, and what parts a folder from the one above it."""
        if self._space is None:
            told = self._client.namespace().personal if self._client.has_capability("NAMESPACE") else None
            self._space = (str(told[0][0]), str(told[0][1])) if told else ("", "/")
        return self._space

    def _news(self) -> bool:
        """Did an answer to some other command say that mail has come (RFC 3501, 7.3.1)? Asked once, told once.

        A server says it only once, so a mail that came between our last look and IDLE would be missed.
        """
        inner: Any = self._client._imap  # noqa: SLF001 - imapclient has no door to these answers
        return any(value is not None for value in inner.response("EXISTS")[1])

    @contextmanager
    def _wire(self, doing: str) -> Iterator[None]:
        with connection.told(f"The mailbox {self._login.user} on {self._server} could not {doing}"):
            yield


class Ear:
    """An open IDLE (RFC 2177)."""

    def __init__(self, client: connection.Client, *, news: bool) -> None:
        self._client, self._news = client, news

    def heard(self, patience: float) -> bool:
        """Wait at most so many seconds; True at the first sign that something is new."""
        if not self._news:
            self._news = any(_NEWS.match(line) for line in self._client.listen(patience))
        return self._news


def _number(told: Any, key: bytes) -> int:
    """One figure of a server's answer; 0 where it did not give it."""
    value = told.get(key)
    value = value[0] if isinstance(value, list | tuple) and value else value
    return int(value) if value else 0
