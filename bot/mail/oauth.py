"""Bearer tokens for a mailbox: given, renewed with a refresh token, or fetched by the app itself (RFC 6749)."""

import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any

from bot import wires
from desk import errors

GOOGLE = "https://oauth2.googleapis.com/token"
MICROSOFT_SCOPE = "https://outlook.office365.com/.default"

_EARLY = 120.0  # seconds before its end at which a token counts as spent
_USUAL_LIFE = 3600.0  # seconds; RFC 6749, 5.1 lets the issuer leave it out
_ANSWER_LIMIT = 1 << 16  # bytes; a token's answer has two or three thousand
_BUSY = 429
_SERVER_ERROR = 500

# RFC 6749, 5.2: what the issuer's error codes ask of a person.
_ADVICE = {
    "invalid_grant": "The refresh token has expired or was taken back; sign in again and set the new one.",
    "invalid_client": "The client id or the client secret is wrong, or the secret has expired; make a new one.",
    "unauthorized_client": "The app may not ask for tokens in this way; an administrator must consent to it.",
    "invalid_scope": "The app lacks the permission for this mailbox; an administrator must grant it.",
}


@dataclass(slots=True)
class Given:
    """A token that somebody else renews; good until the server refuses it."""

    token: str = field(repr=False)

    def __call__(self) -> str:
        """The token as it was given."""
        return self.token

    def forget(self) -> None:
        """There is no other; the next refusal is final."""


class Granted:
    """Tokens from an issuer's token endpoint, kept until shortly before they end; safe to share by threads.

    `rotated` is told a new refresh token where the issuer hands one out: keep it, the old one may stop working.
    """

    def __init__(
        self,
        url: str,
        form: Mapping[str, str],
        *,
        rotated: Callable[[str], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        timeout: float = 20.0,
    ) -> None:
        _only_safe(url)
        self._url, self._form = url, dict(form)
        self._rotated, self._clock, self._timeout = rotated, clock, timeout
        self._token, self._good_until = "", 0.0
        self._lock = threading.Lock()

    def __call__(self) -> str:
        """A token that is good for two minutes at least."""
        with self._lock:
            if not self._token or self._clock() >= self._good_until:
                self._renew()
            return self._token

    def forget(self) -> None:
        """Ask the issuer next time, whatever the expiry says."""
        with self._lock:
            self._token = ""

    def _renew(self) -> None:
        asked_at = self._clock()
        answer = _post(self._url, self._form, timeout=self._timeout)
        life = answer.get("expires_in", _USUAL_LIFE)
        seconds = float(life) if isinstance(life, int | float | str) and str(life).isdigit() else _USUAL_LIFE
        self._token = str(answer["access_token"])
        self._good_until = asked_at + max(seconds - _EARLY, seconds / 2)
        fresh = answer.get("refresh_token")
        if isinstance(fresh, str) and "refresh_token" in self._form and fresh != self._form["refresh_token"]:
            self._form["refresh_token"] = fresh
            if self._rotated is not None:
                self._rotated(fresh)


def refreshed(
    url: str,
    *,
    client_id: str,
    refresh_token: str,
    client_secret: str = "",
    scope: str = "",
    rotated: Callable[[str], None] | None = None,
) -> Granted:
    """Tokens for somebody who signed in once (RFC 6749, 6)."""
    form = {
        "grant_type": "refresh_token",
        "client_id": client_id,
        "client_secret": client_secret,
        "refresh_token": refresh_token,
        "scope": scope,
    }
    return Granted(url, {name: value for name, value in form.items() if value}, rotated=rotated)


def app_only(url: str, *, client_id: str, client_secret: str, scope: str) -> Granted:
    """Tokens for the app itself, nobody signed in (RFC 6749, 4.4)."""
    form = {
        "grant_type": "client_credentials",
        "client_id": client_id,
        "client_secret": client_secret,
        "scope": scope,
    }
    return Granted(url, form)


def microsoft(*, tenant: str, client_id: str, client_secret: str) -> Granted:
    """App-only tokens for Microsoft 365, shared mailboxes included; an administrator grants the app its mailbox."""
    where = f"https://login.microsoftonline.com/{urllib.parse.quote(tenant, safe='')}/oauth2/v2.0/token"
    return app_only(where, client_id=client_id, client_secret=client_secret, scope=MICROSOFT_SCOPE)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token endpoint does not move; following a redirect would carry the secret elsewhere."""

    def redirect_request(self, *_asked: object) -> None:
        """Follow nothing: the redirect is then an error like any other."""


def _post(url: str, form: Mapping[str, str], *, timeout: float) -> dict[str, Any]:
    """The issuer's answer, which holds a token; wires.TryLaterError or wires.NeverAgainError otherwise."""
    request = urllib.request.Request(  # noqa: S310 - _only_safe has looked at the scheme
        url, data=urllib.parse.urlencode(form).encode(), headers={"Accept": "application/json"}
    )
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=timeout) as answer:
            said = _json(answer.read(_ANSWER_LIMIT))
    except urllib.error.HTTPError as refused:
        with refused:
            raise _refusal(url, refused) from refused
    except (OSError, HTTPException) as down:
        raise wires.TryLaterError(f"The token issuer {_host(url)} could not be reached: {down}.") from down
    if not isinstance(said.get("access_token"), str):
        raise wires.TryLaterError(
            f"The token issuer {_host(url)} answered without a token. Check the address; something between may "
            "have answered in its place."
        )
    return said


def _refusal(url: str, refused: urllib.error.HTTPError) -> wires.TryLaterError | wires.NeverAgainError:
    if refused.code == _BUSY or refused.code >= _SERVER_ERROR:
        wait = refused.headers.get("Retry-After", "")
        return wires.TryLaterError(
            f"The token issuer {_host(url)} is busy or down (HTTP {refused.code}).",
            after=float(wait) if wait.isdigit() else None,
        )
    said = _json(refused.read(_ANSWER_LIMIT))
    code = str(said.get("error", f"HTTP {refused.code}"))[:60]
    details = " ".join(str(said.get("error_description", "")).split())[:300]
    advice = _ADVICE.get(code, "Check the token address, the client id and the client secret.")
    return wires.NeverAgainError(
        f"The token issuer {_host(url)} refused us a token ({code}). {advice}"
        + (f" It said: {details}" if details else "")
    )


def _json(raw: bytes) -> dict[str, Any]:
    """A JSON object, or an empty one where the answer is something else."""
    try:
        said = json.loads(raw)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _host(url: str) -> str:
    return urllib.parse.urlsplit(url).netloc


def _only_safe(url: str) -> None:
    parts = urllib.parse.urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in {"127.0.0.1", "::1", "localhost"}):
        return
    raise errors.DeskError(f'The token address "{url}" must begin with https://, because a secret is sent there.')
