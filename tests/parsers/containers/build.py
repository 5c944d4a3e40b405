"""Containers made by code: archives, signed files, winmail.dat."""

import gzip
import io
import struct
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

from asn1crypto import cms

from parsers import magic, readers
from parsers.containers import held, opening
from parsers.containers.opening import Leaf


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def signed(data: bytes) -> bytes:
    """Signed by nobody: what is read is what was signed, never who signed it."""
    inner = {"content_type": "data", "content": data}
    whole = {"version": "v1", "digest_algorithms": [], "encap_content_info": inner, "signer_infos": []}
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(whole)}).dump())


def encrypted() -> bytes:
    inner = {
        "version": 0,
        "recipient_infos": [],
        "encrypted_content_info": {
            "content_type": "data",
            "content_encryption_algorithm": {"algorithm": "aes256_cbc", "parameters": b"0" * 16},
            "encrypted_content": b"secret",
        },
    }
    return bytes(cms.ContentInfo({"content_type": "enveloped_data", "content": cms.EnvelopedData(inner)}).dump())


def winmail(files: Mapping[str, bytes]) -> bytes:
    """Each file with its short name as an attribute and its full one as a property."""
    out = struct.pack("<LH", 0x223E9F78, 1) + _attribute(1, 0x9006, 8, struct.pack("<L", 0x10000))
    for name, data in files.items():
        wide = name.encode("utf-16-le") + b"\0\0"
        long = struct.pack("<LHHLL", 1, 0x1F, 0x3707, 1, len(wide)) + wide + b"\0" * (-len(wide) % 4)
        out += _attribute(2, 0x9002, 6, b"\0" * 14) + _attribute(2, 0x8010, 1, name[:6].encode() + b"~1\0")
        out += _attribute(2, 0x800F, 6, data) + _attribute(2, 0x9005, 6, long)
    return out


def _attribute(level: int, number: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<BHHL", level, number, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def letter(words: str = "Our order is attached.", **files: bytes) -> EmailMessage:
    """A mail with files; a name's last underscore is its dot."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ana <ana@buyer.example>", "ben@seller.example", "Order"
    mail["Message-ID"] = "<1@buyer.example>"
    mail.set_content(words)
    for name, data in files.items():
        stem, _, ending = name.rpartition("_")
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=f"{stem}.{ending}")
    return mail


def leaves(data: bytes, path: str = "box") -> list[Leaf]:
    return list(opening.leaves(data, path=path, media_type=magic.media_type(data), budget=held.Budget()))


def troubles(data: bytes, path: str = "box") -> list[str]:
    return [leaf.trouble for leaf in leaves(data, path) if leaf.trouble]


def parts(data: bytes, name: str = "box") -> dict[str | None, set[str]]:
    """From each order's number to the parts in which it was found."""
    reading, _ = readers.of_file(data, name=name)
    return {order.po_number: {shown.part for shown in order.evidence.values()} for order in reading.orders}
