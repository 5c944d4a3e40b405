"""Transfer codings of a mail part undone (RFC 2045, 6), as far as they can be."""

import binascii
import re

_FOREIGN = re.compile(rb"[^A-Za-z0-9+/]+")
_PADDING = re.compile(rb"=+")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")


def decode(data: bytes, coding: str) -> bytes:
    """Return the bytes that were sent; an unknown coding leaves them as they are. Never raises."""
    match coding.strip().strip("\"'").lower():
        case "base64":
            return _base64_or_plain(data)
        case "quoted-printable":
            return quoted(data)
        case "x-uuencode" | "uuencode" | "uue" | "x-uue":
            return _uuencoded(data)
    return data


def base64(data: bytes) -> bytes:
    """Undo base64 in spite of foreign letters, missing padding, and padding in the middle (pieces put together)."""
    return b"".join(_piece(piece) for piece in _PADDING.split(data))


def _piece(piece: bytes) -> bytes:
    clean = _FOREIGN.sub(b"", piece)
    if len(clean) % 4 == 1:  # six bits are no byte
        clean = clean[:-1]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def quoted(data: bytes) -> bytes:
    """Undo quoted-printable; what is not coded stays as it is."""
    return binascii.a2b_qp(data)


def _base64_or_plain(data: bytes) -> bytes:
    """Plain words under a base64 label stay words: some gateways decode and forget to say so."""
    sample = data[:4096]
    if len(_NOT_BASE64.findall(sample)) * 20 > len(sample):
        return data
    return base64(data)


def _uuencoded(data: bytes) -> bytes:
    out: list[bytes] = []
    _, begun, body = data.partition(b"begin ")
    for line in (body if begun else data).splitlines()[1 if begun else 0 :]:
        if line.strip() in (b"end", b"`"):
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Encoders that count badly: the length letter says how much of the line is meant.
            wanted = (((line[0] - 32) & 63) * 4 + 5) // 3 if line else 0
            try:
                out.append(binascii.a2b_uu(line[:wanted]))
            except binascii.Error:
                continue
    return b"".join(out)
