"""Where Slack calls us in HTTP mode: one path; Bolt is handed each request, and checks its signature."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from slack_bolt import App, BoltRequest

PATH = "/slack/events"
_LARGEST = 1_000_000  # bytes; Slack's own payloads stay far below
_TIMEOUT = 10.0


@contextmanager
def opened(app: App, *, port: int) -> Iterator[int]:
    """Answer at this port (0: any free one) until the end of the `with`; gives the port. OSError where it is taken."""
    server = _Server(("", port), _Caller)
    server.app = app
    thread = threading.Thread(target=server.serve_forever, name="slack endpoint", daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    app: App


class _Caller(BaseHTTPRequestHandler):
    """One request of Slack's."""

    server: _Server
    timeout = _TIMEOUT

    def do_POST(self) -> None:
        size = self.headers.get("Content-Length", "")
        if self.path.partition("?")[0] != PATH:
            self._answer(HTTPStatus.NOT_FOUND)
        elif not size.isdigit() or int(size) > _LARGEST:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._hand_on(self.rfile.read(int(size)).decode("utf-8", "replace"))

    def _hand_on(self, body: str) -> None:
        said = self.server.app.dispatch(BoltRequest(body=body, headers=dict(self.headers.items())))
        self._answer(said.status, said.body, said.first_headers_without_set_cookie())

    def _answer(self, status: int, body: str = "", headers: dict[str, str] | None = None) -> None:
        data = body.encode()
        self.send_response(status)
        for name, value in (headers or {}).items():
            if name.lower() != "content-length":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Bolt's own log says what matters."""
