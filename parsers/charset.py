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
# Codes of two bytes a letter: the letters that tell them, and how much of what is beyond ASCII these are at least.
_WIDE: tuple[tuple[str, str, float], ...] = (
    ("cp932", r"[\u3040-\u30ff]", 0.25),
    ("cp949", r"[\uac00-\ud7a3]", 0.95),
    ("gb2312", r"[\u4e00-\u9fff]", 0.8),
    ("big5", r"[\u4e00-\u9fff]", 0.8),
)
# Codes of one byte a letter, with the commonest small letters of their languages.
_COMMON = {
    "cp1251": "оеаинтсрвлкмдпуя",
    "koi8-r": "оеаинтсрвлкмдпуя",
    "cp866": "оеаинтсрвлкмдпуя",
    "cp1253": "αοιετσνηυρπκμλςά",
    "cp1255": "יוהלאתרבשמנכדםחע",
    "cp1256": "اليمنوترةبدعسفهك",
}
_ENOUGH = 0.4  # of the letters beyond ASCII
_RUNS = 2.5  # letters beyond ASCII in a row, at least on average, in an alphabet of its own
_IN_WORDS = re.compile(r"(?<=[a-z])[¹³º¿¼¾£¥Æ](?=[a-z])|[¹³](?=[a-z])|(?<=[a-z])[¹³](?![a-z])", re.IGNORECASE)
_SAMPLE = 200_000
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


def guessed(data: bytes) -> str:
    """The text of bytes that nobody labelled. Never raises."""
    name = _unmarked_wide(data[:4096])
    if name is None and not data.startswith(tuple(mark for mark, _ in _BOMS)):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            name = _told_by_letters(data[:_SAMPLE])
    return data.decode(name, "replace") if name else decode(data)


def is_wide(data: bytes) -> bool:
    """Whether these bytes are UTF-16 that lacks its mark."""
    return _unmarked_wide(data) is not None


def _unmarked_wide(head: bytes) -> str | None:
    """UTF-16 without its mark: half of the bytes of Western text are nothing, all on one side."""
    if not head or head.startswith(tuple(mark for mark, _ in _BOMS)):
        return None
    for name, side in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        other = head[::2] if name == "utf-16-le" else head[1::2]
        if side.count(0) * 10 >= len(side) * 7 and side and not other.count(0):
            return name
    return None


def _told_by_letters(data: bytes) -> str:
    """The code page in which the bytes beyond ASCII make the letters of a language; Western European otherwise."""
    for name, script, least in _WIDE:
        text = _whole(data, name)
        strange = re.sub(r"[\x00-\x7f\u3000-\u303f\uff00-\uffef]+", "", text)
        if strange and len(re.findall(script, strange)) >= least * len(strange):
            return name
    runs = re.findall(rb"[\x80-\xff]+", data)
    if sum(map(len, runs)) >= _RUNS * len(runs):
        name, share = max(
            ((name, _share(data, name, common)) for name, common in _COMMON.items()), key=lambda one: one[1]
        )
        if share >= _ENOUGH:
            return name
    return "cp1250" if len(_IN_WORDS.findall(data.decode("cp1252", "replace"))) else "cp1252"


def _whole(data: bytes, name: str) -> str:
    """The text in this code, the last letter perhaps cut; empty where it is in another."""
    try:
        return codecs.getincrementaldecoder(name)().decode(data)
    except UnicodeDecodeError:
        return ""


def _share(data: bytes, name: str, common: str) -> float:
    """How many of the letters beyond ASCII are among the commonest of the alphabet."""
    letters = [one for one in data.decode(name, "replace") if ord(one) > 127]  # noqa: PLR2004 - ASCII
    return sum(one in common for one in letters) / max(len(letters), 1)


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
