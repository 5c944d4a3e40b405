"""Content signed with S/MIME or CAdES (RFC 5652) -> what was signed; the signature itself proves nothing here."""

import base64
import binascii
import re
from collections.abc import Iterator

from parsers import errors
from parsers.containers.held import Budget, File

KINDS = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})

_ENVELOPES = {"enveloped_data", "authenticated_enveloped_data", "encrypted_data"}
_PEM = re.compile(rb"-----(?:BEGIN|END) [^-]{1,40}-----")


def files(data: bytes, name: str, budget: Budget) -> Iterator[File]:
    """What was signed, if it is inside."""
    inner = content(data, name)
    if inner:
        budget.spend(name, len(inner), len(data))
        yield File(re.sub(r"\.p7[mes]$", "", name.rpartition("/")[2], flags=re.IGNORECASE), inner)


def content(data: bytes, name: str) -> bytes:
    """What was signed; empty where only the signature came. Raises UnreadableError for what is encrypted or broken."""
    from asn1crypto import cms  # noqa: PLC0415 - takes a tenth of a second that few mails need

    try:
        wrapped = cms.ContentInfo.load(_binary(data))
        kind = wrapped["content_type"].native
        signed = wrapped["content"]["encap_content_info"]["content"].native if kind == "signed_data" else b""
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError) as broken:
        raise errors.UnreadableError(
            f"{name} is a damaged signed file. Ask the sender for the order without a signature."
        ) from broken
    if kind in _ENVELOPES:
        raise errors.UnreadableError(f"{name} is encrypted for somebody's key. Ask the sender to send it openly.")
    return signed if isinstance(signed, bytes) else b""


def _binary(data: bytes) -> bytes:
    """The bytes, where they came as letters."""
    if data[:1] == b"0":
        return data
    try:
        return base64.b64decode(_PEM.sub(b"", data), validate=False)
    except binascii.Error:
        return data
