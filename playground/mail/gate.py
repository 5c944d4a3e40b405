"""The SMTP side: who may hand in mail, for whom, and what happens at the final dot."""

import asyncio
import base64
import json
from collections.abc import MutableMapping
from typing import Protocol

from aiosmtpd import smtp

from playground.mail import faults, verdict

_TAKEN = "250 2.0.0 Delivered"
_REFUSED = "535 5.7.8 Authentication credentials invalid"


class Deliver(Protocol):
    """Puts one accepted mail into the mailboxes of these addresses."""

    async def __call__(self, raw: bytes, *, to: list[str], submission: verdict.Submission) -> None:
        """Deliver, or raise."""


class Gate:
    """What the house answers to each SMTP command; aiosmtpd calls these by their names."""

    def __init__(
        self,
        *,
        passwords: MutableMapping[str, str],
        tokens: MutableMapping[str, str],
        mishaps: faults.Faults,
        deliver: Deliver,
    ) -> None:
        self._passwords, self._tokens = passwords, tokens
        self._mishaps = mishaps
        self._deliver = deliver

    def authenticator(
        self, _server: smtp.SMTP, _session: smtp.Session, _envelope: smtp.Envelope, _how: str, data: object
    ) -> smtp.AuthResult:
        """PLAIN and LOGIN. A refusal that says `handled` would leave the client waiting for an answer."""
        assert isinstance(data, smtp.LoginPassword)
        address = data.login.decode("utf-8", "replace").lower()
        if self._passwords.get(address) != data.password.decode("utf-8", "replace"):
            return smtp.AuthResult(success=False, handled=False, message=_REFUSED)
        return smtp.AuthResult(success=True, auth_data=address)

    async def auth_XOAUTH2(self, server: smtp.SMTP, args: list[str]) -> smtp.AuthResult:  # noqa: N802 - the mechanism's own name
        """A bearer token, as Gmail and Microsoft 365 take it; a refusal comes in two steps, as theirs does."""
        given = args[1].encode() if len(args) > 1 else None
        said = base64.b64decode(given) if given else await server.challenge_auth("")
        address, token = _bearer(said if isinstance(said, bytes) else b"")
        if token and self._tokens.get(address) == token:
            return smtp.AuthResult(success=True, auth_data=address)
        await server.challenge_auth(json.dumps({"status": "401", "schemes": "bearer"}))
        return smtp.AuthResult(success=False, handled=False, message=_REFUSED)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd finds it by this name
        self,
        _server: smtp.SMTP,
        _session: smtp.Session,
        envelope: smtp.Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Take mail for those who live here, with or without a plus-address; refuse the rest for good."""
        mishap = self._mishaps.for_recipient(address)
        if mishap is not None:
            return mishap
        if base_address(address) not in self._passwords:
            return f"550 5.1.1 <{address}> does not live here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd finds it by this name
        self, server: smtp.SMTP, session: smtp.Session, envelope: smtp.Envelope
    ) -> str:
        """Deliver, unless a mishap waits for this mail."""
        mishap = self._mishaps.for_mail()
        if isinstance(mishap, str) and not isinstance(mishap, faults.Break):
            return mishap
        if mishap is not faults.Break.BEFORE_TAKEN:
            await self._take(session, envelope)
            self._mishaps.between()
        if mishap is not None:
            await _break_off(server)
        return _TAKEN

    async def _take(self, session: smtp.Session, envelope: smtp.Envelope) -> None:
        assert isinstance(envelope.content, bytes)
        logged_in = str(session.auth_data) if session.authenticated else None
        sender = (envelope.mail_from or "").strip("<>")
        await self._deliver(
            envelope.content,
            to=[str(address) for address in envelope.rcpt_tos],
            submission=verdict.Submission(sender, logged_in),
        )


def base_address(address: str) -> str:
    """The account behind an address: lower case, without what follows a plus (RFC 5233)."""
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _bearer(said: bytes) -> tuple[str, str]:
    """Address and token of a client's XOAUTH2 words; two empty strings where they are no such words."""
    fields = dict(part.partition("=")[::2] for part in said.decode("utf-8", "replace").split("\x01"))
    return fields.get("user", "").lower(), fields.get("auth", "").removeprefix("Bearer ")


async def _break_off(server: smtp.SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()
    await asyncio.Event().wait()  # the end of the connection cancels this session
