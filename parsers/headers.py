"""The header fields of a mail: split, unfolded and read, however broken they are."""

import email.utils
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from parsers import charset, transfer

MOST_BYTES = 1_000_000
MOST_FIELDS = 3_000
MOST_IDS = 200

# RFC 5322, 2.2: a field name is printable ASCII without the colon. Old software puts space before the colon.
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*)", re.DOTALL)
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n")
_FOLD = re.compile(r"[ \t]*\r?\n[ \t]*|[\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
# RFC 2047, 2: =?charset*language?B or Q?text?=. Space inside the text is forbidden, and met.
_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?]{0,40})?\?([bBqQ])\?([^?]*)\?=")
_ID = re.compile(r"<([^<>]{1,2000})>")

Fields = Mapping[str, tuple[str, ...]]


def split(raw: bytes) -> tuple[bytes, bytes]:
    """Cut a message or a part in two at its first empty line: (header block, body)."""
    if raw.startswith((b"\r\n", b"\n")):
        return b"", raw.split(b"\n", 1)[1]
    gap = _BLANK.search(raw)
    if gap is None:
        return raw, b""
    return raw[: gap.start()], raw[gap.end() :]


def fields(block: bytes) -> Fields:
    """Name in lower case -> the unfolded values, topmost first, 8-bit letters decoded, RFC 2047 words as they stand."""
    found: dict[str, list[str]] = {}
    for name, value in _each(block[:MOST_BYTES]):
        found.setdefault(name, []).append(value)
    return MappingProxyType({name: tuple(values) for name, values in found.items()})


def _each(block: bytes) -> Iterator[tuple[str, str]]:
    count = 0
    # A line that begins with space or tab goes on with the field above it (RFC 5322, 2.2.3).
    for line in re.split(rb"\r?\n(?![ \t])", block):
        field = _FIELD.match(line)
        if field is None:
            continue
        count += 1
        if count > MOST_FIELDS:
            return
        value = _FOLD.sub(" ", charset.decode(field[2]))
        yield field[1].decode("ascii").lower(), _CONTROL.sub("", value).strip()


def words(value: str) -> str:
    """Return a value with its RFC 2047 words decoded, space made single; a broken word stays as it stands."""
    return " ".join(_CONTROL.sub("", _decoded(value)).split())


def _decoded(value: str) -> str:
    out: list[str] = []
    held, label, end = b"", "", 0
    for word in _WORD.finditer(value):
        between = value[end : word.start()]
        data = _payload(word[2], word[3])
        # RFC 2047, 6.2: space between two words is not shown; a letter may even be cut between them.
        if held and (between.strip() or word[1].lower() != label):
            out.append(charset.decode(held, label))
            held = b""
        if between.strip() or not (end and word.start()):
            out.append(between)
        held, label, end = held + data, word[1].lower(), word.end()
    if held:
        out.append(charset.decode(held, label))
    return "".join([*out, value[end:]])


def _payload(coding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    return transfer.base64(data) if coding in "bB" else transfer.quoted(data.replace(b"_", b" "))


def ids(values: tuple[str, ...]) -> tuple[str, ...]:
    """Message-IDs in angle brackets, first named first, each once; space that folding put into them is gone."""
    found = [f"<{''.join(name.split())}>" for value in values for name in _ID.findall(value)]
    return tuple(dict.fromkeys(found))[:MOST_IDS]


def moment(values: tuple[str, ...]) -> datetime | None:
    """The first value as an aware time in UTC; a date without a zone is taken as UTC; None where it is no date."""
    if not values:
        return None
    try:
        when = email.utils.parsedate_to_datetime(values[0][:200])
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None


def parameters(value: str) -> tuple[str, Mapping[str, str]]:
    """Read 'text/plain; charset=utf-8' as the value in lower case and its parameters, RFC 2231 pieces joined."""
    # "text/plain charset=x", without the semicolon, is met.
    first, rest = re.match(r"\s*([^;\s]*)(.*)", value[:20_000], re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for match in _PARAMETER.finditer(rest):
        name, number, star = match[1].lower(), match[2], bool(match[3])
        text = _unquoted(match[4])
        if number is None and not star:
            plain.setdefault(name, text)
        else:
            pieces.setdefault(name, []).append((int((number or "*0")[1:]), star, text))
    for name, several in pieces.items():
        plain[name] = _joined(sorted(several[:500]))
    return first.strip().lower(), MappingProxyType(plain)


# RFC 2045, 5.1 and RFC 2231: name, perhaps *number, perhaps *, a token or a quoted string (perhaps never closed).
_PARAMETER = re.compile(
    r'([^\s=;*"]{1,60})[ \t]*(\*\d{1,3})?(\*)?[ \t]*=[ \t]*("(?:[^"\\]|\\.)*(?:"|\Z)|[^;"]*)', re.DOTALL
)


def _unquoted(text: str) -> str:
    if text.startswith('"'):
        return re.sub(r"\\(.)", r"\1", text[1:].removesuffix('"'))
    return text.strip()


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    """RFC 2231, 4: charset'language'percent-coded, told once for all pieces."""
    label: str | None = None
    data = b""
    for place, (_, coded, text) in enumerate(pieces):
        if coded and place == 0 and text.count("'") >= 2:  # noqa: PLR2004 - charset'language'text has two
            label, _, text = text.split("'", 2)  # noqa: PLW2901
        data += _percent(text) if coded else text.encode("utf-8", "replace")
    return charset.decode(data, label)


def _percent(text: str) -> bytes:
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), text.encode("utf-8", "replace"))
