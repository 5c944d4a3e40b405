"""Ways to hurt a file: what a bad line, a bad program or a bad person does to it."""

import io
import random
import zipfile
import zlib
from collections.abc import Sequence

_ODD = (
    b"\0", b"\xff\xff\xff\xff", b"\x80", b"-1", b"0", b"99999999999999999999", b"1e999", b"NaN", b"<", b">", b"&", b'"',
    b"'", b"\r\n", b"\n\n", b"\t", b"{", b"}", b"[", b"]", b"(", b")", b"obj", b"endstream", b"\xe2\x80\xae",
    "\u0661\u0662,\u0663".encode(), b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"--b", b"=?utf-8?b?", b"<table>", b"|", b";",
)  # fmt: skip
_MOST = 200_000  # bytes; a longer file only takes longer


def change(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The file with one to four hurts; in a zip, now and then inside one of its files."""
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        return _inside(data, others, chance)
    for _ in range(chance.randint(1, 4)):
        data = _hurt(data, others, chance)
    return data[:_MOST]


def _hurt(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    end = min(len(data), at + int(chance.expovariate(1 / 30)))
    match chance.randrange(7):
        case 0:
            return data[:at] + data[end:]
        case 1:
            return data[:at] + chance.choice(_ODD) * chance.choice((1, 1, 2, 50)) + data[end:]
        case 2:
            return data[:at] + chance.randbytes(end - at) + data[end:]
        case 3:
            return data[:end] + data[at:end] * chance.choice((1, 3, 200)) + data[end:]
        case 4:
            return data[:at]
        case 5:
            other = chance.choice(others)
            start = chance.randint(0, len(other))
            return data[:at] + other[start : start + 2_000] + data[end:]
        case _:
            return data[:at] + bytes((byte ^ (1 << chance.randrange(8))) for byte in data[at : at + 1]) + data[at + 1 :]


def _inside(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = {member.filename: packed.read(member) for member in packed.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError):
        return _hurt(data, others, chance)
    name = chance.choice(sorted(files) or [""])
    files[name] = _hurt(files.get(name, b""), others, chance)[:_MOST]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for inner, held in files.items():
            packed.writestr(inner or "a", held)
    return out.getvalue()
