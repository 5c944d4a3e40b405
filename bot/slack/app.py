"""The ear in Slack: slash commands, buttons and modals, each answered within Slack's three seconds."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot import office
from bot.slack import commands, endpoint, post, presses


def client(token: str, *, base_url: str, timeout: int = 20) -> WebClient:
    """Slack's Web API; a short Retry-After is waited for here, a long one is the caller's."""
    made = WebClient(token=token, base_url=base_url, timeout=timeout)
    # Only these: the library's own would post again after a broken connection, and say it twice.
    made.retry_handlers[:] = [RateLimitErrorRetryHandler(max_retry_count=1)]
    return made


def build(desk: office.Office, web: WebClient, *, signing_secret: str = "") -> App:
    """The Bolt app; with a signing secret it can be served over HTTP, else it listens by Socket Mode."""
    app = App(
        client=web,
        signing_secret=signing_secret or "unused in socket mode",
        request_verification_enabled=bool(signing_secret),
        token_verification_enabled=False,
    )
    poster = post.Poster(web)
    app.command("/po")(commands.Commands(desk, poster).po)
    buttons = presses.Presses(desk)
    app.action("order.reject")(buttons.ask_reason)
    app.view("order.reject")(buttons.reject)
    app.action(re.compile(r"^order\.(take|set_aside|take_up|approve|ask_again|cancel)$"))(buttons.order)
    app.action("mail.set_aside")(buttons.mail)
    return app


@contextmanager
def by_socket(desk: office.Office, web: WebClient, *, app_token: str) -> Iterator[None]:
    """Socket Mode: Slack is called, so nothing of ours has to be reachable from outside."""
    handler = SocketModeHandler(build(desk, web), app_token, web_client=web)
    handler.connect()  # type: ignore[no-untyped-call]  # slack-bolt leaves it bare
    try:
        yield
    finally:
        _hang_up(handler)


def _hang_up(handler: SocketModeHandler) -> None:
    """End the socket under the thread that reads it; slack_sdk alone would wait for its read to time out."""
    client = handler.client
    client.auto_reconnect_enabled = False
    sock = getattr(getattr(client, "current_session", None), "sock", None)
    if isinstance(sock, socket.socket):
        with suppress(OSError):  # it may be closed already
            sock.shutdown(socket.SHUT_RDWR)
    handler.close()  # type: ignore[no-untyped-call]  # slack-bolt leaves it bare


@contextmanager
def by_http(desk: office.Office, web: WebClient, *, signing_secret: str, port: int) -> Iterator[None]:
    """HTTP mode: Slack calls us at this port, behind a proxy that speaks TLS."""
    with endpoint.opened(build(desk, web, signing_secret=signing_secret), port=port):
        yield
