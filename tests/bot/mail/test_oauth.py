"""Bearer tokens, from a real token endpoint on this machine."""

import asyncio
import threading
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from aiohttp import web

from bot import wires
from bot.mail import oauth
from desk import errors


class Issuer:
    """A token endpoint that says what it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.url = ""
        self.forms: list[dict[str, str]] = []
        self.answers: list[tuple[int, dict[str, object] | str, dict[str, str]]] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)

    def says(self, said: dict[str, object] | str, *, status: int = 200, **headers: str) -> None:
        self.answers.append((status, said, {name.replace("_", "-"): value for name, value in headers.items()}))

    def open(self) -> None:
        self._thread.start()
        self._runner = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(5)

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _start(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/token", self._answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/token"
        return runner

    async def _answer(self, request: web.Request) -> web.Response:
        self.forms.append({name: values[0] for name, values in parse_qs(await request.text()).items()})
        status, said, headers = self.answers.pop(0)
        if isinstance(said, str):
            return web.Response(status=status, text=said, headers=headers)
        return web.json_response(said, status=status, headers=headers)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    opened = Issuer()
    opened.open()
    yield opened
    opened.close()


def _app(issuer: Issuer) -> oauth.Granted:
    return oauth.app_only(issuer.url, client_id="desk", client_secret="s3cret", scope="mail/.default")


def test_a_token_is_fetched_once_and_kept(issuer: Issuer) -> None:
    issuer.says({"access_token": "first", "expires_in": 3600})
    tokens = _app(issuer)
    assert [tokens(), tokens()] == ["first", "first"]
    assert issuer.forms == [
        {
            "grant_type": "client_credentials",
            "client_id": "desk",
            "client_secret": "s3cret",
            "scope": "mail/.default",
        }
    ]


def test_a_token_is_renewed_before_its_end(issuer: Issuer) -> None:
    issuer.says({"access_token": "first", "expires_in": 3600})
    issuer.says({"access_token": "second", "expires_in": "3600"})
    clock = Clock()
    tokens = oauth.Granted(issuer.url, {"grant_type": "client_credentials"}, clock=clock)
    assert tokens() == "first"
    clock.now += 3479
    assert tokens() == "first"
    clock.now += 2
    assert tokens() == "second"


def test_a_token_that_was_refused_is_asked_for_anew(issuer: Issuer) -> None:
    issuer.says({"access_token": "first", "expires_in": 3600})
    issuer.says({"access_token": "second"})
    tokens = _app(issuer)
    tokens()
    tokens.forget()
    assert tokens() == "second"


def test_a_refresh_token_that_changes_is_used_and_handed_on(issuer: Issuer) -> None:
    issuer.says({"access_token": "first", "expires_in": 3600, "refresh_token": "r2"})
    issuer.says({"access_token": "second", "expires_in": 3600})
    handed_on: list[str] = []
    tokens = oauth.refreshed(issuer.url, client_id="desk", refresh_token="r1", rotated=handed_on.append)
    tokens()
    tokens.forget()
    tokens()
    assert handed_on == ["r2"]
    assert [form["refresh_token"] for form in issuer.forms] == ["r1", "r2"]
    assert "client_secret" not in issuer.forms[0]


@pytest.mark.parametrize(
    ("code", "advice"),
    [("invalid_grant", "sign in again"), ("invalid_client", "secret has expired"), ("odd", "Check the token address")],
)
def test_a_refusal_says_what_to_do_and_keeps_the_secret(issuer: Issuer, code: str, advice: str) -> None:
    issuer.says({"error": code, "error_description": "AADSTS70008:\r\nexpired"}, status=400)
    with pytest.raises(wires.NeverAgainError, match=advice) as refused:
        _app(issuer)()
    assert "AADSTS70008: expired" in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_a_busy_issuer_is_asked_later_and_says_when(issuer: Issuer) -> None:
    issuer.says("slow down", status=429, Retry_After="17")
    with pytest.raises(wires.TryLaterError) as busy:
        _app(issuer)()
    assert busy.value.after == 17


@pytest.mark.parametrize("said", ["<html>log in to the wireless network</html>", {"token": "no"}, "[]"])
def test_an_answer_without_a_token_is_no_token(issuer: Issuer, said: dict[str, object] | str) -> None:
    issuer.says(said)
    with pytest.raises(wires.TryLaterError, match="without a token"):
        _app(issuer)()


def test_a_redirect_does_not_carry_the_secret_elsewhere(issuer: Issuer) -> None:
    issuer.says("moved", status=307, Location=issuer.url)
    with pytest.raises(wires.NeverAgainError, match="HTTP 307"):
        _app(issuer)()
    assert len(issuer.forms) == 1


def test_an_issuer_that_is_away_is_asked_later() -> None:
    with pytest.raises(wires.TryLaterError, match="could not be reached"):
        oauth.app_only("http://127.0.0.1:1/token", client_id="a", client_secret="b", scope="c")()


def test_a_secret_is_sent_over_https_only() -> None:
    with pytest.raises(errors.DeskError, match="must begin with https"):
        oauth.refreshed("http://issuer.example/token", client_id="a", refresh_token="b")


def test_a_tenant_is_one_step_of_the_address() -> None:
    tokens = oauth.microsoft(tenant="../evil", client_id="a", client_secret="b")
    assert tokens._url == "https://login.microsoftonline.com/..%2Fevil/oauth2/v2.0/token"
