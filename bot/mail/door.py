"""Where a mail server is, how the way there is protected, and with what one logs in."""

import ipaddress
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from desk import errors


class Security(StrEnum):
    """How the bytes are protected on their way."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


class Tokens(Protocol):
    """Where bearer tokens come from: ask for one, or say that the server would not have it."""

    def __call__(self) -> str:
        """A token that is good now; wires.TryLaterError or wires.NeverAgainError where there is none."""

    def forget(self) -> None:
        """The server refused the last one: ask the issuer again, whatever its expiry says."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server; `cafile` for a certificate authority of one's own.

    `timeout` in seconds for each answer; `verdict_timeout` for the one after a letter's final dot, where giving up
    means not to know (RFC 5321, 4.5.3.2.6 asks for ten minutes; a filter that takes two is rare).
    """

    host: str
    port: int
    security: Security = Security.TLS
    timeout: float = 30.0
    verdict_timeout: float = 120.0
    cafile: str | None = None

    def __post_init__(self) -> None:
        if self.security is Security.PLAIN and not _is_this_machine(self.host):
            raise errors.DeskError(
                f"The mail server {self.host} is set to be reached without encryption, which would show its "
                'password to everybody on the way; that is for this machine only. Set its security to "tls" '
                'or "starttls".'
            )

    def context(self) -> ssl.SSLContext:
        """Certificates are checked, and so is the name."""
        return ssl.create_default_context(cafile=self.cafile)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Login:
    """Who logs in: with a password, or with bearer tokens (XOAUTH2); `user` may be a shared mailbox."""

    user: str
    password: str | None = field(default=None, repr=False)
    tokens: Tokens | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if (self.password is None) == (self.tokens is None):
            raise errors.DeskError(
                f"The login of {self.user} needs a password or bearer tokens, and exactly one of the two."
            )

    def advice(self) -> str:
        """What to do when the server does not let this login in."""
        if self.tokens is not None:
            return (
                "Check that the app may use IMAP and SMTP for this mailbox, that an administrator has "
                "consented, and that the user name is the mailbox's own address."
            )
        return (
            "Check the user name and the password. Gmail wants an app password or OAuth; Microsoft 365 "
            "takes no passwords any more and wants OAuth."
        )


def xoauth2(user: str, token: str) -> str:
    """The words of the XOAUTH2 mechanism, as Google and Microsoft document it."""
    return f"user={user}\x01auth=Bearer {token}\x01\x01"


def loopback_only(host: str, port: int) -> Server:
    """A server on this machine, without encryption: the playground's, or a test's."""
    return Server(host, port, Security.PLAIN, timeout=10.0)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
