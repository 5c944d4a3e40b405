"""The addresses of this Slack on loopback: the Web API, the sockets, uploads, downloads and response_urls."""

import asyncio
import json
import math

from aiohttp import web

from playground.slack import api, ground, refusals, replies, things
from playground.slack.api import files

BIGGEST = 1024**3
WITH_JSON = ("attachments", "blocks", "files", "metadata", "view")


def application(base: ground.Ground) -> web.Application:
    """The web application that answers for this ground."""
    doors = Doors(base)
    app = web.Application(client_max_size=BIGGEST)
    app.router.add_route("*", "/api/{method}", doors.call)
    app.router.add_get("/link/", base.lines.serve)
    app.router.add_post("/upload/v1/{file}", doors.upload)
    app.router.add_get("/files-pri/{file}/{name}", doors.download)
    app.router.add_post("/respond/{token}", doors.respond)
    return app


class Doors:
    """One method for each address."""

    def __init__(self, base: ground.Ground) -> None:
        self.base = base

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of the Web API."""
        name = request.match_info["method"]
        fault = self.base.faults.strike("refuse", name)
        if fault:
            return _broken(fault.status, fault.seconds)
        token = ""
        try:
            args = await arguments(request)
            token = _token(request, args)
            told = api.call(self.base, name, token, args)
        except refusals.RefusalError as refused:
            return self._refuse(name, token, refused)
        if self.base.faults.strike("lose", name):
            _cut(request)
        return web.json_response(told, headers=self._scopes(name, token))

    def _scopes(self, name: str, token: str) -> dict[str, str]:
        accepted = api.METHODS[name].scopes if name in api.METHODS else ()
        granted = ",".join(sorted(self.base.tokens.get(token, ())))
        return {"x-oauth-scopes": granted, "x-accepted-oauth-scopes": ",".join(accepted)}

    def _refuse(self, name: str, token: str, refused: refusals.RefusalError) -> web.Response:
        headers = self._scopes(name, token) | ({"Retry-After": str(refused.after)} if refused.after else {})
        return web.json_response(refused.body(), status=refused.status, headers=headers)

    async def upload(self, request: web.Request) -> web.Response:
        """The bytes of a file, raw or as a form's only file."""
        if request.content_type == "multipart/form-data":
            fields = [value for value in (await request.post()).values() if isinstance(value, web.FileField)]
            data = fields[0].file.read() if fields else b""
        else:
            data = await request.read()
        try:
            files.receive(self.base, request.match_info["file"], data)
        except refusals.RefusalError as refused:
            return web.Response(status=404, text=refused.code)
        return web.Response(text=f"OK - {len(data)}")

    async def download(self, request: web.Request) -> web.Response:
        """The bytes of a file, for a token that may read files."""
        granted = self.base.tokens.get(_token(request, {}), frozenset())
        file = self.base.workspace.files.get(request.match_info["file"])
        if "files:read" not in granted or file is None or file.data is None:
            raise web.HTTPNotFound
        return web.Response(body=file.data, content_type=file.mimetype)

    async def respond(self, request: web.Request) -> web.Response:
        """An answer to a response_url."""
        fault = self.base.faults.strike("refuse", "response_url")
        if fault:
            return _broken(fault.status, fault.seconds)
        try:
            replies.respond(self.base, request.match_info["token"], await arguments(request))
        except refusals.RefusalError as refused:
            status = 404 if refused.code in {"used_url", "expired_url"} else 400
            return web.json_response(refused.body(), status=status)
        return web.Response(text="ok")


async def arguments(request: web.Request) -> things.Json:
    """What a call was given: in the address, as a form, or as JSON (a body may be empty)."""
    args: things.Json = dict(request.query)
    if request.content_type == "application/json":
        body = await request.read()
        try:
            given = json.loads(body) if body.strip() else {}
        except ValueError as wrong:
            raise refusals.RefusalError("invalid_json") from wrong
        if not isinstance(given, dict):
            raise refusals.RefusalError("json_not_object")
        args |= given
    else:
        args |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    return {name: _unpacked(name, value) for name, value in args.items()}


def _unpacked(name: str, value: object) -> object:
    """In a form, blocks and the like are JSON in a string."""
    if name not in WITH_JSON or not isinstance(value, str) or not value:
        return value
    try:
        return json.loads(value)
    except ValueError as wrong:
        code = f"invalid_{name}_format" if name in {"blocks", "metadata"} else "invalid_arguments"
        raise refusals.RefusalError(code) from wrong


def _token(request: web.Request, args: things.Json) -> str:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else str(args.get("token") or "")


def _broken(status: int, after: float) -> web.Response:
    if status == 429:  # noqa: PLR2004 - too many requests, RFC 6585, 4
        headers = {"Retry-After": str(math.ceil(after))}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=status, headers=headers)
    return web.Response(status=status, text="The house broke this call on purpose.")


def _cut(request: web.Request) -> None:
    """Break the connection instead of answering."""
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError
