"""Bytes of a mail as text, whatever their label says."""

import codecs
import re

# Codecs that are not character sets, or whose decoding takes time that grows with the square of its input.
_NEVER = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
# Labels met in mail that Python has no name for, or another one (WHATWG Encoding: latin1 is cp1252 in fact).
_MEANT = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "unknown-8bit": "utf-8",
    "default": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-8-i": "iso-8859-8",
    "windows-31j": "cp932",
    "cp-850": "cp850",
}
_HIGH = bytes(range(0x80, 0x100))
_LABEL = re.compile(r"[A-Za-z0-9._:()+-]{1,40}\Z")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, label: str | None = None) -> str:
    """Return `data` as text: by its mark, else by its label, else as UTF-8, else as Windows-1252. Never raises."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for codec in (_codec(label), "utf-8"):
        if codec is not None:
            try:
                return data.decode(codec)
            except (UnicodeError, ValueError):
                continue
    return _at_a_loss(data, _codec(label))


def _at_a_loss(data: bytes, name: str | None) -> str:
    """A label of many bytes a letter is kept, with marks for what is broken; anything else is Windows-1252."""
    if name is not None and name not in ("utf-8", "cp1252"):
        return data.decode(name, "replace")
    broken = data.decode("utf-8", "replace")
    # A few broken letters in much UTF-8 are cut sequences; many are a Western code page without its label.
    letters = len(data) - len(data.translate(None, _HIGH))
    if broken.count("�") * 4 <= letters:
        return broken
    return data.decode("cp1252", "replace")


def _codec(label: str | None) -> str | None:
    """The Python name of a label, or None where it is made up or no character set."""
    if label is None:
        return None
    told = label.strip().strip("\"'").lower()
    meant = _MEANT.get(told, told)
    if not _LABEL.match(meant):
        return None
    try:
        name = codecs.lookup(meant).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name.replace("-", "_") in _NEVER else name
