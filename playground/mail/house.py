"""The post office in a thread of its own, for everybody who does not live in an event loop."""

import asyncio
import smtplib
import ssl
import threading
from collections.abc import Coroutine, Iterable, Mapping
from concurrent.futures import Future
from typing import Any, Self, TypeVar

from playground.mail import faults, office, stored, verdict

_T = TypeVar("_T")
_START = 10.0  # seconds; it takes 30 ms on a small machine


class MailHouse:
    """A mailbox server for these accounts (address -> password), from `with` to its end.

    `tokens` (address -> bearer token) opens the same accounts by XOAUTH2. Ports are free ones unless given. `tls`
    encrypts both servers from the first byte; `starttls` is offered on the SMTP port. `lacks` is what this
    server is not able to do: "IDLE", "MOVE", "UIDPLUS" or "KEYWORDS". Each method may be called from any thread.
    """

    def __init__(
        self,
        accounts: Mapping[str, str],
        *,
        tokens: Mapping[str, str] | None = None,
        authserv_id: str = "mx.house.test",
        max_size: int = 25_000_000,
        lacks: Iterable[str] = (),
        tls: ssl.SSLContext | None = None,
        starttls: ssl.SSLContext | None = None,
        imap_port: int = 0,
        smtp_port: int = 0,
    ) -> None:
        self._office = office.PostOffice(
            accounts,
            tokens=tokens,
            authserv_id=authserv_id,
            max_size=max_size,
            lacks=lacks,
            tls=tls,
            starttls=starttls,
            imap_port=imap_port,
            smtp_port=smtp_port,
        )
        self._opened: Future[asyncio.AbstractEventLoop] = Future()
        self._close: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._run, name="mail house", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._opened.result(_START)
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._close is not None:
            self._opened.result().call_soon_threadsafe(self._close.set)
        self._thread.join(_START)
        if self._thread.is_alive():
            raise TimeoutError(f"The mail house did not close within {_START:g} s.")

    def _run(self) -> None:
        try:
            asyncio.run(self._live())
        except Exception as failed:  # whoever opens the house is told
            if self._opened.done():
                raise
            self._opened.set_exception(failed)

    async def _live(self) -> None:
        self._close = asyncio.Event()
        async with self._office:
            self._opened.set_result(asyncio.get_running_loop())
            await self._close.wait()

    def _do(self, work: Coroutine[Any, Any, _T]) -> _T:
        return asyncio.run_coroutine_threadsafe(work, self._opened.result()).result()

    @property
    def host(self) -> str:
        """Where both servers listen."""
        return self._office.host

    @property
    def imap_port(self) -> int:
        """The port of the IMAP server."""
        return self._office.imap_port

    @property
    def smtp_port(self) -> int:
        """The port of the SMTP server."""
        return self._office.smtp_port

    @property
    def authserv_id(self) -> str:
        """The name under which this server writes its verdicts (RFC 8601)."""
        return self._office.authserv_id

    @property
    def faults(self) -> faults.Faults:
        """What shall go wrong."""
        return self._office.faults

    @property
    def tokens(self) -> dict[str, str]:
        """The bearer token of each address; change it to let one expire."""
        return self._office.tokens

    def open_account(self, address: str, password: str) -> None:
        """Let somebody else live here."""
        self._do(self._office.open_account(address, password))

    def deliver(
        self,
        raw: bytes,
        *,
        to: str | Iterable[str],
        folder: str = "INBOX",
        trust: verdict.Trust | None = verdict.Trust.PASSED,
        mail_from: str = "",
    ) -> dict[str, int]:
        """Put a mail straight into mailboxes with that verdict on top (None: nothing); base address -> UID."""
        homes = [to] if isinstance(to, str) else list(to)
        return self._do(self._office.deliver(raw, to=homes, folder=folder, trust=trust, mail_from=mail_from))

    def post(self, raw: bytes, *, sender: str, to: str | Iterable[str], as_user: str | None = None) -> None:
        """Send a mail over SMTP like any client, logged in as `as_user`, or not at all: then it looks forged."""
        with smtplib.SMTP(self.host, self.smtp_port, timeout=_START) as client:
            if as_user is not None:
                client.login(as_user, self._office.passwords[as_user.lower()])
            client.sendmail(sender, [to] if isinstance(to, str) else list(to), verdict.crlf(raw))

    def messages(self, address: str, folder: str = "INBOX") -> list[stored.Stored]:
        """Every mail of that folder, oldest first."""
        return self._do(self._office.messages(address, folder))

    def wait_for(
        self,
        address: str,
        *,
        folder: str = "INBOX",
        matching: office.Matching | None = None,
        count: int = 1,
        patience: float = 10.0,
    ) -> list[stored.Stored]:
        """The mails that match, once there are `count`; TimeoutError says what lay there instead."""
        return self._do(
            self._office.wait_for(address, folder=folder, matching=matching, count=count, patience=patience)
        )

    def renumber(self, address: str, folder: str = "INBOX") -> None:
        """Give the folder a new UIDVALIDITY and new UIDs, as a restored mailbox has, and cut off its clients."""
        self._do(self._office.renumber(address, folder))

    def cut(self) -> None:
        """End every connection, whatever it was in the middle of."""
        self._opened.result().call_soon_threadsafe(self._office.cut)
