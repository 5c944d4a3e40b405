"""The signed token by which a mail's thread says which order and version it is about."""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass

# Servers may fold the case of a local part, so the token is base 32 in lower case; 80 bits of HMAC-SHA256 cannot
# be guessed through a mailbox. No start behind a hyphen: "a-a-a-…" would cost the square of its length.
_SIGNATURE = 10
_TOKEN = re.compile(r"(?<![a-z0-9-])([a-z0-9]+(?:-[a-z0-9]+)*)\.v([0-9]{1,4})\.([a-z2-7]{16})(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Thread:
    """Which order, and which version of it, a letter of ours showed."""

    number: str
    version: int


def token(thread: Thread, *, secret: bytes) -> str:
    """The order's number, version and our signature, safe in a local part and in a Message-ID: so-10021.v2.k3…"""
    stem = f"{thread.number.lower()}.v{thread.version}"
    return f"{stem}.{_sign(stem, secret)}"


def find(text: str, *, secret: bytes) -> Thread | None:
    """The thread of the first token in `text` (an address, a Message-ID) that we signed ourselves, else None."""
    for stem, version, signature in _TOKEN.findall(text.lower()):
        if hmac.compare_digest(signature, _sign(f"{stem}.v{version}", secret)):
            return Thread(stem.upper(), int(version))
    return None


def reference(text: str, *, prefix: str) -> str | None:
    """Our own order number where `text` (a subject) carries it, else None; unsigned, so it proves nothing alone."""
    found = re.search(rf"(?<![A-Za-z0-9]){re.escape(prefix)}[0-9]+(?![0-9])", text, re.IGNORECASE)
    return found.group().upper() if found else None


def _sign(stem: str, secret: bytes) -> str:
    digest = hmac.new(secret, stem.encode(), hashlib.sha256).digest()[:_SIGNATURE]
    return base64.b32encode(digest).decode().lower()
