"""Hand one letter in over SMTP, and say for certain what became of it: taken, refused, later, or nobody knows."""

import base64
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from bot import wires
from bot.mail import door

_READY = 354
_DONE, _LATER, _NEVER = 2, 4, 5  # the first digit of a reply (RFC 5321, 4.2.1)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the server said to one recipient, and whether it says so for good."""

    code: int
    words: str

    @property
    def for_good(self) -> bool:
        """A 5yz reply; a 4yz one may change (RFC 5321, 4.2.1)."""
        return self.code // 100 == _NEVER

    def __str__(self) -> str:
        return f"{self.code} {self.words}"


@dataclass(frozen=True, slots=True)
class Sent:
    """The server took the letter for `recipients`; `refused` are those it would not take, and why."""

    recipients: tuple[str, ...]
    refused: dict[str, Refusal] = field(default_factory=dict)
    reply: str = ""


class RefusedForGoodError(wires.NeverAgainError):
    """Not one recipient was taken, each for good; `refused` keeps the server's words for each."""

    def __init__(self, why: str, refused: dict[str, Refusal]) -> None:
        super().__init__(why)
        self.refused = refused


def send(raw: bytes, *, sender: str, recipients: Sequence[str], server: door.Server, login: door.Login | None) -> Sent:
    """Hand the letter in, byte for byte (line ends become CRLF); an empty sender means that no bounce is wanted.

    wires.TryLaterError: it was not taken, and may be tried again. wires.NeverAgainError: it was refused for good.
    wires.UnknownOutcomeError: the connection ended after the final dot; the letter may be on its way.
    """
    _only_addresses(*([sender] if sender else []), *recipients)
    with _connected(server, login, helo=sender.rpartition("@")[2]) as client:
        with _told(f"The mail server {server} did not take the letter"):
            _envelope(client, sender, len(raw), utf8=not "".join((sender, *recipients)).isascii())
            refused = _ask_for(client, recipients)
            taken = tuple(address for address in recipients if address not in refused)
            if not taken:
                raise _nobody(server, refused)
            _body(client, raw)
        return Sent(taken, refused, _final_dot(client, server))


def knock(server: door.Server, login: door.Login | None) -> int | None:
    """Log in and leave again: the largest letter taken, in bytes (RFC 1870), None where the server sets no limit.

    Raises what `send` raises where one is not let in.
    """
    with _connected(server, login, helo=login.user.rpartition("@")[2] if login else "") as client:
        limit = client.esmtp_features.get("size", "")
        return (int(limit) or None) if limit.isdigit() else None


@contextmanager
def _connected(server: door.Server, login: door.Login | None, *, helo: str) -> Iterator[smtplib.SMTP]:
    """A connection that is let in, and closed whatever happens."""
    client = _let_in(server, login, helo=helo)
    try:
        yield client
        with suppress(OSError):  # smtplib.SMTPException is one; the letter's fate is known already
            client.quit()
    finally:
        client.close()


def _let_in(server: door.Server, login: door.Login | None, *, helo: str) -> smtplib.SMTP:
    """A refused token is asked for anew, once: it may have been taken back before its time."""
    try:
        return _attempt(server, login, helo=helo)
    except wires.NeverAgainError:
        if login is None or login.tokens is None:
            raise
        login.tokens.forget()
        return _attempt(server, login, helo=helo)


def _attempt(server: door.Server, login: door.Login | None, *, helo: str) -> smtplib.SMTP:
    token = login.tokens() if login and login.tokens else None
    with _told(f"The mail server {server} could not be reached"):
        client = _connect(server, helo)
    try:
        if login is not None:
            with _told(f"The mail server {server} did not let {login.user} in"):
                _log_in(client, login, token)
    except smtplib.SMTPAuthenticationError as refused:
        client.close()
        raise _no_entry(server, login, Refusal(refused.smtp_code, _words(refused.smtp_error))) from refused
    except BaseException:
        client.close()
        raise
    return client


def _connect(server: door.Server, helo: str) -> smtplib.SMTP:
    name = helo if helo.isascii() and helo else "localhost"  # else smtplib asks the DNS for this machine's name
    if server.security is door.Security.TLS:
        client: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, name, timeout=server.timeout, context=server.context()
        )
    else:
        client = smtplib.SMTP(server.host, server.port, name, timeout=server.timeout)
    try:
        assert client.sock is not None
        client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.ehlo_or_helo_if_needed()
        if server.security is door.Security.STARTTLS:
            client.starttls(context=server.context())
            client.ehlo_or_helo_if_needed()
    except BaseException:
        client.close()
        raise
    return client


def _log_in(client: smtplib.SMTP, login: door.Login, token: str | None) -> None:
    client.user, client.password = login.user, login.password or ""
    if not client.has_extn("auth"):
        raise smtplib.SMTPNotSupportedError("it offers no login on this port")
    if token is not None:
        words = door.xoauth2(login.user, token)
        client.auth("XOAUTH2", lambda challenge=None: "" if challenge else words)
    elif login.user.isascii() and (login.password or "").isascii():
        client.login(login.user, login.password or "")
    else:  # smtplib knows ASCII only; RFC 4616 says UTF-8
        words = base64.b64encode(f"\0{login.user}\0{login.password}".encode()).decode()
        code, said = client.docmd("AUTH", f"PLAIN {words}")
        if code // 100 != _DONE:
            raise smtplib.SMTPAuthenticationError(code, said)


def _no_entry(
    server: door.Server, login: door.Login | None, said: Refusal
) -> wires.TryLaterError | wires.NeverAgainError:
    who = login.user if login else "anybody"
    if not said.for_good:
        return wires.TryLaterError(f"The mail server {server} takes no login of {who} now: {said}.")
    return wires.NeverAgainError(
        f"The mail server {server} does not let {who} in: {said}." + (f" {login.advice()}" if login else "")
    )


def _envelope(client: smtplib.SMTP, sender: str, size: int, *, utf8: bool) -> None:
    """MAIL FROM, with what the server is able to hear about the letter (RFC 1870, 6152, 6531)."""
    options = [f"SIZE={size}"] if client.has_extn("size") else []
    if utf8 and not client.has_extn("smtputf8"):
        raise smtplib.SMTPNotSupportedError("it takes addresses in ASCII only")
    options += ["BODY=8BITMIME"] if client.has_extn("8bitmime") else []
    if utf8:
        options.append("SMTPUTF8")
        client.command_encoding = "utf-8"
    code, words = client.mail(sender, options)
    if code // 100 != _DONE:
        raise smtplib.SMTPSenderRefused(code, words, sender)


def _ask_for(client: smtplib.SMTP, recipients: Sequence[str]) -> dict[str, Refusal]:
    """Name every recipient; the answer is who was refused."""
    refused: dict[str, Refusal] = {}
    for address in recipients:
        code, words = client.rcpt(address)
        if code // 100 != _DONE:
            refused[address] = Refusal(code, _words(words))
    return refused


def _nobody(server: door.Server, refused: dict[str, Refusal]) -> wires.TryLaterError | wires.NeverAgainError:
    each = "; ".join(f"{address}: {said}" for address, said in refused.items())
    why = f"The mail server {server} took none of the recipients ({each})."
    if all(said.for_good for said in refused.values()):
        return RefusedForGoodError(f"{why} Check the addresses.", refused)
    return wires.TryLaterError(why)


def _body(client: smtplib.SMTP, raw: bytes) -> None:
    """Everything up to the final dot: a connection that ends here has not handed anything in."""
    code, words = client.docmd("DATA")
    if code != _READY:
        raise smtplib.SMTPDataError(code, words)
    text = re.sub(rb"\r\n|\r|\n", b"\r\n", raw)
    text = re.sub(rb"(?m)^\.", b"..", text)  # RFC 5321, 4.5.2
    client.send(text if text.endswith(b"\r\n") else text + b"\r\n")


def _final_dot(client: smtplib.SMTP, server: door.Server) -> str:
    """RFC 5321, 4.2.5: from here on only the server's own answer tells whether it took the letter."""
    try:
        if client.sock is not None:
            client.sock.settimeout(server.verdict_timeout)
        client.send(b".\r\n")
        code, words = client.getreply()
        if code // 100 not in {_DONE, _LATER, _NEVER}:
            raise smtplib.SMTPServerDisconnected(f"an answer that is none: {code}")
    except OSError as lost:
        raise wires.UnknownOutcomeError(
            f"The connection to {server} ended after the whole letter was handed in and before the server said "
            "whether it took it. Look for the letter before it is sent again."
        ) from lost
    if code // 100 != _DONE:
        said = Refusal(code, _words(words))
        raise (wires.NeverAgainError if said.for_good else wires.TryLaterError)(
            f"The mail server {server} did not take the letter: {said}."
        )
    return _words(words)


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turn what smtplib raises into a wire's errors, with a sentence; a refused login goes on as it is."""
    try:
        yield
    except (wires.TryLaterError, wires.NeverAgainError, smtplib.SMTPAuthenticationError):
        raise
    except ssl.SSLCertVerificationError as doubt:
        raise wires.NeverAgainError(
            f"{what}: its certificate is not to be trusted ({doubt.verify_message}). Check the host name, or name "
            "the file of your own certificate authority."
        ) from doubt
    except (smtplib.SMTPNotSupportedError, UnicodeEncodeError) as lack:
        raise wires.NeverAgainError(f"{what}: {lack}. Check the port and the security setting.") from lack
    except smtplib.SMTPResponseException as refused:
        said = Refusal(refused.smtp_code, _words(refused.smtp_error))
        raise (wires.NeverAgainError if said.for_good else wires.TryLaterError)(f"{what}: {said}.") from refused
    except OSError as down:  # smtplib.SMTPException is one
        raise wires.TryLaterError(f"{what}: {down}.") from down


def _only_addresses(*addresses: str) -> None:
    """What holds a line end or a bracket is no address, and could be another command."""
    for address in addresses:
        if re.fullmatch(r"[^\s<>\x00-\x1f]+@[^\s<>@\x00-\x1f]+", address) is None:
            raise wires.NeverAgainError(f"{address!r} is not a mail address; a letter cannot be sent there.")


def _words(said: bytes | str) -> str:
    """A server's words in one line, without what a terminal or a card would obey."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(re.sub(r"[^\x20-\x7e]+", " ", text).split())[:300].rstrip(".")
