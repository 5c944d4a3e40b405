"""What a file is, told by its bytes rather than by its name or label."""

import re

from parsers.containers import archive

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
    (b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"MSCF\0\0\0\0", "application/vnd.ms-cab-compressed"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"BEGIN:VCARD", "text/vcard"),
    (b"UNA", "application/edifact"),
    (b"UNB+", "application/edifact"),
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"xl/workbook", _OFFICE + "spreadsheetml.sheet"),
    (b"word/document", _OFFICE + "wordprocessingml.document"),
    (b"ppt/presentation", _OFFICE + "presentationml.presentation"),
)
# OpenDocument 1.3, part 2, 3.3: the first file of the archive is called mimetype, is not packed, and says the kind.
_OPEN_DOCUMENT = re.compile(rb"PK\x03\x04.{26}mimetype(application/vnd\.oasis\.opendocument\.[a-z]+)", re.DOTALL)
# Names of the streams in an OLE2 file (MS-CFB) are UTF-16. Outlook's first: a mail may hold a workbook.
_IN_OLE: tuple[tuple[str, str], ...] = (
    ("__substg1.0_", "application/vnd.ms-outlook"),
    ("EncryptedPackage", "application/x-ole-storage"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("WordDocument", "application/msword"),
)
_STRANGE = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b\x0b")
# X12: ISA, a separator, and the version's own fixed widths (an ISA segment has 106 characters).
_X12 = re.compile(rb"ISA([^A-Za-z0-9\r\n]).{2}\1.{10}\1.{2}\1", re.DOTALL)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|table|div|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml\s|\s*<[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?\s+xmlns", re.DOTALL)
# A mail may stand under the "From " line of an mbox file (RFC 4155).
_MAIL = re.compile(rb"\s{0,8}(?:>?From [^\n]*\n)?(?:[!-9;-~]{1,80}:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2}", re.DOTALL)
_MAIL_NAMES = re.compile(
    rb"^(?:from|to|date|subject|received|message-id|mime-version|return-path):", re.IGNORECASE | re.MULTILINE
)
# Kinds of text that have no mark of their own: here the label is the best there is.
_TOLD = frozenset({
    "text/csv", "text/tab-separated-values", "text/markdown", "text/rfc822-headers", "message/delivery-status",
    "message/disposition-notification", "message/feedback-report", "message/global-delivery-status",
    "application/json", "application/edifact", "application/edi-x12", "application/pgp-signature",
    "application/pgp-encrypted",
})  # fmt: skip
_SIGNED = frozenset({
    "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pkcs7-signature",
    "application/x-pkcs7-signature",
})  # fmt: skip
# RFC 5652, 3: a sequence that begins with 1.2.840.113549.1.7.2 (signed) or .3 (encrypted); lengths are BER.
_PKCS7 = re.compile(
    rb"0(?:[\x00-\x80]|[\x81-\x84].{1,4}?)\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07[\x02\x03]", re.DOTALL
)
# The same as letters: "MI" is a DER sequence of more than 127 bytes in base64.
_PKCS7_LETTERS = re.compile(rb"(?:-----BEGIN (?:PKCS7|CMS)-----\s+)?MI[\w+/\r\n]{2,12}GCSqGSIb3DQEHA")


def media_type(data: bytes, declared: str = "") -> str:
    """The media type that these bytes show; `declared` decides only between kinds of plain text."""
    if not data:
        return "application/x-empty"
    head = data[:4096]
    if declared in _SIGNED and head[:1] == b"0":  # a DER sequence
        return declared
    return _marked(data, head) or _written(data, head, declared)


def _marked(data: bytes, head: bytes) -> str | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if head[257:262] == b"ustar":  # POSIX 1003.1, pax: a tar archive is told within its first header
        return "application/x-tar"
    if _PKCS7.match(head):
        return "application/pkcs7-mime"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return next((kind for mark, kind in _IN_OLE if mark.encode("utf-16-le") in data), "application/x-ole-storage")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif"):
        return "image/heic"
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _X12.match(plain):
        return "application/edi-x12"
    told = next((kind for mark, kind in _STARTS if plain.startswith(mark) and _fits(kind, data)), None)
    # ISO 32000, annex H: readers take a header within the first 1,024 bytes. A container may hold one that early.
    return "application/pdf" if told is None and b"%PDF-" in head[:1024] else told


def _zipped(data: bytes) -> str:
    """What an archive is, by the names it lists: a file stored within it is not the archive itself."""
    open_document = _OPEN_DOCUMENT.match(data)
    if open_document:
        return open_document[1].decode()
    listed = archive.directory(data)
    names = data if listed is None else listed
    return next((kind for mark, kind in _IN_ZIP if mark in names), "application/zip")


def _fits(kind: str, data: bytes) -> bool:
    """A few letters are a weak mark: a bitmap says its own length (BITMAPFILEHEADER), EDIFACT has segments."""
    if kind == "application/x-bzip2":
        return data[4:10] == b"1AY&SY"
    if kind == "image/bmp":
        return int.from_bytes(data[2:6], "little") == len(data)
    if kind == "application/edifact":
        return b"UNB" in data[:64]
    return True


def _written(data: bytes, head: bytes, declared: str) -> str:
    if not _is_text(head):
        return "application/octet-stream"
    if _PKCS7_LETTERS.match(head):
        return "application/pkcs7-mime"
    if _HTML.match(head):
        return "text/html"
    if _XML.match(head):
        return "application/xml"
    if declared in _TOLD:
        return declared
    if declared.startswith("message/") or (_MAIL.match(head) and len(_MAIL_NAMES.findall(head)) >= 3):  # noqa: PLR2004
        return (
            "message/rfc822"
            if declared in ("", "message/rfc822", "message/global") or not declared.startswith("message/")
            else declared
        )
    return "text/csv" if _is_table(data) else "text/plain"


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    strange = len(head) - len(head.translate(None, _STRANGE))
    return strange * 100 <= len(head) and b"\0" not in head


def _is_table(data: bytes) -> bool:
    """Several lines, each with the same number (two or more) of one separator."""
    lines = [line for line in data[:4096].splitlines()[:12] if line.strip()][:10]
    if len(lines) < 2:  # noqa: PLR2004 - one line shows no columns
        return False
    counts = ([line.count(sign) for line in lines] for sign in (b";", b"\t", b",", b"|"))
    return any(min(count) >= 2 and min(count) == max(count) for count in counts)  # noqa: PLR2004 - three columns
