"""What a receiving server writes on top of a mail: whom it came from, and whether it believes that."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy, utils
from enum import StrEnum


class Trust(StrEnum):
    """The DMARC verdict that a mail gets on delivery."""

    PASSED = "pass"
    FAILED = "fail"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Submission:
    """How a mail came in: the envelope's sender, and who had logged in to send it (None: nobody)."""

    mail_from: str
    logged_in: str | None


# RFC 8601, 2.2: comments and folding may stand before the authserv-id; RFC 5322, 2.2.3: a folded line starts
# with white space.
_FIELD = re.compile(rb"[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_OWN_NAME = re.compile(rb"^authentication-results[ \t]*:(?:\s|\([^()]*\))*\"?([^\s;\"]+)", re.IGNORECASE)


def authors(raw: bytes) -> tuple[str, ...]:
    """Every address in every From of the mail, in lower case."""
    headers = message_from_bytes(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n", policy=policy.compat32)
    pairs = utils.getaddresses([str(value) for value in headers.get_all("From", [])])
    return tuple(address.lower() for _, address in pairs if address)


def judge(raw: bytes, submission: Submission) -> Trust:
    """Believe a mail that has one author and was handed in by that author's own login; no other."""
    return Trust.PASSED if authors(raw) == (submission.logged_in,) else Trust.FAILED


def results(raw: bytes, *, trust: Trust, mail_from: str, authserv_id: str) -> bytes:
    """The Authentication-Results field (RFC 8601) that says so, with its line end."""
    domain = _domain((*authors(raw), mail_from)[0])
    envelope = _domain(mail_from) or domain
    clauses = [
        authserv_id,
        f"spf={trust} smtp.mailfrom={envelope}",
        f"dkim=pass header.d={domain}" if trust is Trust.PASSED else "dkim=none",
        f"dmarc={trust} header.from={domain}",
    ]
    return ("Authentication-Results: " + ";\r\n\t".join(clauses) + "\r\n").encode()


def strip(raw: bytes, *, authserv_id: str) -> bytes:
    """The mail without any Authentication-Results that claims to be ours (RFC 8601, 5: a server removes them)."""
    kept: list[bytes] = []
    at = 0
    while (found := _FIELD.match(raw, at)) and found.group().strip():
        claim = _OWN_NAME.match(found.group())
        if claim is None or claim.group(1).decode("latin-1").lower() != authserv_id.lower():
            kept.append(found.group())
        at = found.end()
    return b"".join(kept) + raw[at:]


def stamp(raw: bytes, *, trust: Trust, mail_from: str, authserv_id: str) -> bytes:
    """The mail as it is delivered: the envelope's sender and our verdict on top."""
    envelope = f"Return-Path: <{mail_from}>\r\n".encode("utf-8", "surrogateescape")
    verdict = results(raw, trust=trust, mail_from=mail_from, authserv_id=authserv_id)
    return envelope + verdict + strip(raw, authserv_id=authserv_id)


def crlf(raw: bytes) -> bytes:
    """The mail with CRLF at each line's end, as it travels (RFC 5321, 2.3.8)."""
    return re.sub(rb"\r?\n", b"\r\n", raw)


def _domain(address: str) -> str:
    """The domain of an address, with nothing in it that would end a header field."""
    return re.sub(r"[^\w.\-]", "", address.rpartition("@")[2]) or "invalid"
