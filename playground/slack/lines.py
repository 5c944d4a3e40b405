"""Socket Mode: the app's open connections, and the envelopes that wait to be acknowledged.

docs.slack.dev/apis/events-api/using-socket-mode: hello, envelopes with ids, an answer within three seconds,
up to ten connections, each envelope to one of them, and a disconnect message before a connection goes.
"""

import asyncio
import collections
import contextlib
import dataclasses
import itertools
import json
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import WSMsgType, web

from playground.slack import faults, things, workspace

MOST = 10
DEADLINE = 3.0
RETRIES = (0.0, 60.0, 300.0)  # an event that nobody took comes again: at once, after a minute, after five


Note = Callable[[str, str], None]
KEPT = 10_000


class NoAnswerError(Exception):
    """The app did not take the envelope; `error` is what the person is shown."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


@dataclass
class Line:
    """One connection; while `leaving`, nothing new is sent on it."""

    number: int
    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    leaving: bool = False


@dataclass(frozen=True)
class Sent:
    """What went out on which connection, and after how many seconds it was acknowledged, if it was."""

    envelope: str
    kind: str
    line: int
    payload: things.Json
    acked_after: float | None = None


class Lines:
    """Every open connection; each envelope goes to one of them in turn."""

    def __init__(self, trouble: faults.Faults, note: Note, *, host: str, deadline: float = DEADLINE) -> None:
        self.deadline = deadline
        self.retries: tuple[float, ...] = RETRIES
        self.open: list[Line] = []
        self.tickets: set[str] = set()
        self._host = host
        self._note = note
        self._lock = threading.Lock()
        self._sent: collections.OrderedDict[str, Sent] = collections.OrderedDict()
        self._faults = trouble
        self._numbers = itertools.count(1)
        self._turn = itertools.count()
        self._under_way: set[asyncio.Task[None]] = set()
        self._waiting: dict[str, asyncio.Future[things.Json | None]] = {}

    # -- a connection ------------------------------------------------------------------------------------

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Hold one connection from hello to its end."""
        socket = web.WebSocketResponse(autoping=False, timeout=0.2)
        if request.query.get("ticket") not in self.tickets:
            raise web.HTTPUnauthorized(text="The ticket of apps.connections.open opens one connection.")
        self.tickets.discard(request.query["ticket"])
        await socket.prepare(request)
        if len(self.open) >= MOST:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        line = Line(next(self._numbers), socket, request.transport)
        self.open.append(line)
        self._note("line", str(line.number))
        try:
            await socket.send_json(self._hello())
            await self._listen(line)
        finally:
            self.open.remove(line)
            self._note("line", str(line.number))
        return socket

    def _hello(self) -> things.Json:
        about = {"host": self._host, "build_number": 1, "approximate_connection_time": 18060}
        return {
            "type": "hello",
            "num_connections": len(self.open),
            "connection_info": {"app_id": workspace.APP},
            "debug_info": about,
        }

    async def _listen(self, line: Line) -> None:
        async for frame in line.socket:
            if frame.type is WSMsgType.PING and not self._faults.mute:
                await line.socket.pong(frame.data)
            elif frame.type is WSMsgType.TEXT:
                said = json.loads(frame.data)
                waiting = self._waiting.pop(said.get("envelope_id", ""), None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(said.get("payload"))

    async def refresh(self, *, reason: str = "refresh_requested", close: bool = False) -> None:
        """Tell every connection to make way for a new one (warning, refresh_requested, link_disabled)."""
        for line in list(self.open):
            line.leaving = True
            about = {"host": self._host}
            await line.socket.send_json({"type": "disconnect", "reason": reason, "debug_info": about})
            if close:
                await line.socket.close()

    async def hang_up(self) -> None:
        """End every connection with a close frame, as a server that goes down does."""
        for carrying in list(self._under_way):
            carrying.cancel()
        for line in list(self.open):
            line.leaving = True
        await asyncio.gather(*(line.socket.close() for line in list(self.open)))

    async def cut(self) -> None:
        """Break every connection without a word."""
        for line in list(self.open):
            line.leaving = True
            if line.transport is not None:
                line.transport.abort()

    # -- an envelope -------------------------------------------------------------------------------------

    async def ask(
        self, kind: str, payload: things.Json, *, answerable: bool = True, retry: int = 0
    ) -> things.Json | None:
        """Send an envelope and wait for its answer; raises NoAnswerError after the deadline."""
        if self._faults.strike("duplicate", kind):
            twin = asyncio.create_task(self._once(kind, payload, answerable=answerable, retry=retry))
            try:
                return await self._once(kind, payload, answerable=answerable, retry=retry)
            finally:
                with contextlib.suppress(NoAnswerError):
                    await twin
        return await self._once(kind, payload, answerable=answerable, retry=retry)

    async def _once(self, kind: str, payload: things.Json, *, answerable: bool, retry: int) -> things.Json | None:
        envelope = str(uuid.uuid4())
        message = {
            "envelope_id": envelope,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": answerable,
        }
        if kind == "events_api":
            message |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
        loop = asyncio.get_running_loop()
        answer = self._waiting[envelope] = loop.create_future()
        started, deadline = loop.time(), self.deadline
        carrying = asyncio.create_task(self._carry(kind, envelope, message, payload))
        self._under_way.add(carrying)
        carrying.add_done_callback(self._carried)
        try:
            done, _ = await asyncio.wait({carrying}, timeout=deadline)
            if done:
                carrying.result()
            left = deadline - (loop.time() - started)
            said: things.Json | None = await asyncio.wait_for(answer, timeout=max(0.0, left))
        except TimeoutError:
            raise NoAnswerError("operation_timeout") from None
        finally:
            self._waiting.pop(envelope, None)
        self._mark(envelope, loop.time() - started)
        return said

    async def _carry(self, kind: str, envelope: str, message: things.Json, payload: things.Json) -> None:
        late = self._faults.strike("delay", kind)
        if late:
            await asyncio.sleep(late.seconds)
        if self._faults.silent or self._faults.strike("drop", kind):
            self._write(Sent(envelope, kind, 0, payload))
            return
        ready = [line for line in self.open if not line.leaving and not line.socket.closed]
        if not ready:
            raise NoAnswerError("dispatch_failed")
        line = ready[next(self._turn) % len(ready)]
        self._write(Sent(envelope, kind, line.number, payload))
        try:
            await line.socket.send_json(message)
        except ConnectionError:
            raise NoAnswerError("dispatch_failed") from None

    def _carried(self, carrying: asyncio.Task[None]) -> None:
        self._under_way.discard(carrying)
        if not carrying.cancelled():
            carrying.exception()  # whoever waited was told; an envelope that is late has nobody waiting

    def _write(self, sent: Sent) -> None:
        with self._lock:
            self._sent[sent.envelope] = sent
            while len(self._sent) > KEPT:
                self._sent.popitem(last=False)
        self._note("envelope", sent.envelope)

    def _mark(self, envelope: str, seconds: float) -> None:
        with self._lock:
            sent = self._sent[envelope]
        self._write(dataclasses.replace(sent, acked_after=seconds))

    def everything_sent(self) -> list[Sent]:
        """The last ten thousand envelopes, oldest first."""
        with self._lock:
            return list(self._sent.values())

    async def tell(self, payload: things.Json) -> bool:
        """Send an event, and again where nobody took it; False when it was given up."""
        for retry, pause in enumerate((None, *self.retries)):
            if pause:
                await asyncio.sleep(pause)
            try:
                await self.ask("events_api", payload, answerable=False, retry=retry)
            except NoAnswerError:
                continue
            return True
        return False
