"""An IMAP connection that was let in, and what its library raises turned into the two ways a wire fails."""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import imapclient
from imapclient import exceptions

from bot import wires
from bot.mail import door

# RFC 5530: these mean "not now"; every other refusal of a login stands until a person does something.
_NOT_NOW = re.compile(r"\[(UNAVAILABLE|SERVERBUG|INUSE|LIMIT|OVERQUOTA)\b|too many|try again|temporar", re.IGNORECASE)


class Client(imapclient.IMAPClient):  # type: ignore[misc]  # imapclient ships no types
    """imapclient with an ear of its own.

    Its `idle_check` asks the socket only, and so misses what came in one packet with the answer before; and it
    reads without waiting, and so breaks on half a line.
    """

    def listen(self, patience: float) -> list[bytes]:
        """Whole lines that the server says unasked; waits at most so many seconds for the first one."""
        lines: list[bytes] = []
        if self._holds_more() or self._poll_socket(self.socket(), patience):
            lines.append(self._line())
        while lines and self._holds_more():
            lines.append(self._line())
        return lines

    def _line(self) -> bytes:
        line: bytes = self._imap.readline()
        if not line:
            raise exceptions.IMAPClientAbortError("the connection has ended")
        return line

    def _holds_more(self) -> bool:
        """Has something been read from the socket already, that nobody has looked at?"""
        sock = self.socket()
        sock.settimeout(0)
        try:
            return bool(self._imap.file.peek(1))
        except ssl.SSLWantReadError:
            return False
        finally:
            self._set_read_timeout()


def logged_in(server: door.Server, login: door.Login) -> Client:
    """A connection that is let in. A refused token is asked for anew, once: it may have been taken back."""
    try:
        return _attempt(server, login)
    except wires.NeverAgainError:
        if login.tokens is None:
            raise
        login.tokens.forget()
        return _attempt(server, login)


def _attempt(server: door.Server, login: door.Login) -> Client:
    token = login.tokens() if login.tokens else None
    with told(f"The mail server {server} could not be reached"):
        client = _connect(server)
    try:
        with told(f"The mail server {server} did not let {login.user} in"):
            _log_in(client, login, token)
            client.capabilities()
    except exceptions.LoginError as refused:
        let_go(client)
        lost = isinstance(refused.__context__, imaplib.IMAP4.abort)  # imapclient calls this a refusal too
        raise _refusal(server, login, str(refused), lost=lost) from refused
    except BaseException:
        let_go(client)
        raise
    return client


def _connect(server: door.Server) -> Client:
    client = Client(
        server.host,
        server.port,
        ssl=server.security is door.Security.TLS,
        ssl_context=server.context() if server.security is door.Security.TLS else None,
        timeout=imapclient.SocketTimeout(server.timeout, server.timeout),
    )
    client.normalise_times = False
    try:
        if server.security is door.Security.STARTTLS:
            client.starttls(server.context())
        # Nagle and delayed ACKs would cost 40 ms a command.
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.socket().setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    except BaseException:
        let_go(client)
        raise
    return client


def _log_in(client: Client, login: door.Login, token: str | None) -> None:
    if token is not None:
        client.oauth2_login(login.user, token)
    elif client.has_capability("AUTH=PLAIN"):
        client.plain_login(login.user, login.password)  # LOGIN knows ASCII only
    else:
        client.login(login.user, login.password)


def _refusal(
    server: door.Server, login: door.Login, said: str, *, lost: bool
) -> wires.TryLaterError | wires.NeverAgainError:
    if lost or _NOT_NOW.search(said):
        return wires.TryLaterError(f"The mail server {server} takes no login of {login.user} now: {_words(said)}.")
    return wires.NeverAgainError(
        f"The mail server {server} does not let {login.user} in: {_words(said)}. {login.advice()}"
    )


@contextmanager
def told(what: str) -> Iterator[None]:
    """Turn what the library raises into a wire's errors, with a sentence; a refused login goes on as it is."""
    try:
        yield
    except exceptions.LoginError:
        raise
    except ssl.SSLCertVerificationError as doubt:
        raise wires.NeverAgainError(
            f"{what}: its certificate is not to be trusted ({doubt.verify_message}). Check the host name, or name "
            "the file of your own certificate authority."
        ) from doubt
    except exceptions.CapabilityError as lack:
        raise wires.NeverAgainError(f"{what}: it lacks what that needs ({_words(str(lack))}).") from lack
    except (imaplib.IMAP4.abort, exceptions.ProtocolError, OSError) as down:
        raise wires.TryLaterError(f"{what}: {_words(str(down)) or type(down).__name__}.") from down
    except exceptions.IMAPClientError as refused:
        later = _NOT_NOW.search(str(refused))
        raise (wires.TryLaterError if later else wires.NeverAgainError)(f"{what}: {_words(str(refused))}.") from refused


def _words(said: str) -> str:
    """A server's words, fit for one line of a sentence."""
    return " ".join(re.sub(r"[^\x20-\x7e]+", " ", said).removeprefix("b'").rstrip("'. ").split())[:300]


def let_go(client: Client) -> None:
    """Close the connection without a word."""
    with suppress(OSError, exceptions.IMAPClientError):
        client.shutdown()
