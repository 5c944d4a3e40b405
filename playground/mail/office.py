"""Both servers on one event loop, and what one may do with the mailboxes from inside that loop."""

import asyncio
import ssl
from collections.abc import Callable, Iterable, Mapping
from contextlib import AsyncExitStack
from typing import Self

from aiosmtpd import smtp
from proxyprotocol.reader import ProxyProtocolReader
from pymap.imap import IMAPServer

from playground.mail import boxes, faults, gate, stored, verdict

Matching = Callable[[stored.Stored], bool]
_A_LOOK = 0.01  # seconds between two looks while somebody waits for a mail


class _Session(smtp.Session):
    """A session without the property that aiosmtpd sets and at the same time warns of."""

    login_data = None


class _Line(smtp.SMTP):
    """One SMTP connection, known to the office so that it can be cut."""

    def __init__(self, *args: object, lines: set[asyncio.BaseTransport], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as aiosmtpd's own are
        self._lines = lines

    def _create_session(self) -> smtp.Session:
        return _Session(self.loop)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._lines.add(transport)
        super().connection_made(transport)


class PostOffice:
    """IMAP and SMTP on loopback ports; an async context manager for those who have a loop of their own.

    `tls` encrypts both from the first byte; `starttls` is offered on the SMTP port. `lacks` is what this server is not
    able to do: "IDLE", "MOVE", "UIDPLUS" or "KEYWORDS".
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
        self.host, self.imap_port, self.smtp_port = "127.0.0.1", imap_port, smtp_port
        self.authserv_id, self.max_size = authserv_id, max_size
        self.passwords = {address.lower(): password for address, password in accounts.items()}
        self.tokens = dict(tokens or {})
        self.faults = faults.Faults()
        self._tls, self._starttls = tls, starttls
        self._shelf = boxes.Shelf(tokens=self.tokens, mishaps=self.faults, lacks=frozenset(lacks), max_size=max_size)
        self._lines: set[asyncio.BaseTransport] = set()
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        for address, password in self.passwords.items():
            await self.open_account(address, password)
        self.imap_port = await self._open_imap()
        self.smtp_port = await self._open_smtp()
        return self

    async def __aexit__(self, *_raised: object) -> None:
        self.cut()
        await self._stack.aclose()
        await asyncio.sleep(0)  # a cut transport closes its socket on the loop's next turn

    async def _open_imap(self) -> int:
        reader = ProxyProtocolReader(self._shelf.rules.proxy_protocol)
        serve = reader.get_callback(IMAPServer(self._shelf.login, self._shelf.rules))

        async def connected(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> None:
            self._lines.add(outgoing.transport)
            await serve(incoming, outgoing)

        return await self._keep(
            await asyncio.start_server(connected, self.host, self.imap_port, ssl=self._tls, limit=2**20)
        )

    async def _open_smtp(self) -> int:
        handler = gate.Gate(passwords=self.passwords, tokens=self.tokens, mishaps=self.faults, deliver=self._accept)
        loop = asyncio.get_running_loop()

        def line() -> _Line:
            return _Line(
                handler,
                lines=self._lines,
                loop=loop,
                hostname=self.authserv_id,
                ident="the mail house",
                data_size_limit=self.max_size,
                enable_SMTPUTF8=True,
                authenticator=handler.authenticator,
                auth_require_tls=False,
                tls_context=self._starttls,
            )

        return await self._keep(await loop.create_server(line, self.host, self.smtp_port, ssl=self._tls))

    async def _keep(self, server: asyncio.Server) -> int:
        self._stack.callback(server.close)
        port = server.sockets[0].getsockname()[1]
        assert isinstance(port, int)
        return port

    async def _accept(self, raw: bytes, *, to: list[str], submission: verdict.Submission) -> None:
        trust = verdict.judge(raw, submission)
        await self.deliver(raw, to=to, trust=trust, mail_from=submission.mail_from)

    async def open_account(self, address: str, password: str) -> None:
        """Let somebody live here, with an INBOX and a Sent folder."""
        self.passwords[address.lower()] = password
        self._shelf.open_account(address.lower(), password)
        await self._shelf.box(address.lower(), "Sent")

    async def deliver(
        self,
        raw: bytes,
        *,
        to: Iterable[str],
        folder: str = "INBOX",
        trust: verdict.Trust | None = verdict.Trust.PASSED,
        mail_from: str = "",
    ) -> dict[str, int]:
        """Put a mail straight into mailboxes, as a receiving server would; base address -> UID.

        With `trust` None nothing is written on top: the mail lies there exactly as given (line ends are CRLF).
        """
        mail = verdict.crlf(raw)
        if trust is not None:
            mail = verdict.stamp(mail, trust=trust, mail_from=mail_from, authserv_id=self.authserv_id)
        homes = dict.fromkeys(gate.base_address(address) for address in to)
        return {home: await self._shelf.deliver(mail, address=home, folder=folder) for home in homes}

    async def messages(self, address: str, folder: str = "INBOX") -> list[stored.Stored]:
        """Every mail of that folder, oldest first."""
        return await (await self._shelf.box(gate.base_address(address), folder)).contents()

    async def wait_for(
        self,
        address: str,
        *,
        folder: str = "INBOX",
        matching: Matching | None = None,
        count: int = 1,
        patience: float = 10.0,
    ) -> list[stored.Stored]:
        """The mails that match, once there are `count` of them; TimeoutError tells what lay there instead."""
        loop = asyncio.get_running_loop()
        end = loop.time() + patience
        while True:
            held = await self.messages(address, folder)
            found = [mail for mail in held if matching is None or matching(mail)]
            if len(found) >= count:
                return found
            if loop.time() > end:
                subjects = [mail.subject for mail in held]
                raise TimeoutError(
                    f"{address} waited {patience:g} s for {count} mail(s) in {folder} and has {len(found)}; "
                    f"all subjects there: {subjects}"
                )
            await asyncio.sleep(_A_LOOK)

    async def renumber(self, address: str, folder: str = "INBOX") -> None:
        """Give the folder a new UIDVALIDITY and number its mails from 1 again; its clients are cut off."""
        (await self._shelf.box(gate.base_address(address), folder)).renumber()
        self.cut()

    def cut(self) -> None:
        """End every connection, whatever it was in the middle of."""
        for transport in self._lines:
            assert isinstance(transport, asyncio.Transport)
            transport.abort()
        self._lines.clear()
