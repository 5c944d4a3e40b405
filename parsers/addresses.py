"""Address lists of RFC 5322, as people and their programs write them."""

import re
from dataclasses import dataclass

from parsers import headers

MOST = 500

# Quoted strings, comments (nested ones are counted below), angle addresses and the signs that part a list.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|[(),:;<>]|[^"(),:;<>]+', re.DOTALL)
# What may be written to: a local part (dotted, or quoted) and a domain or an address literal.
_WRITABLE = re.compile(
    r'(?:[^\s@"(),:;<>\[\]\\]{1,64}|"(?:[^"\\\r\n]|\\.){0,62}")@(?:[^\s@"(),:;<>\[\]\\]{1,253}|\[[0-9a-fA-F:.IPv]+\])\Z'
)


@dataclass(frozen=True, slots=True)
class Address:
    """Somebody's name as shown (perhaps empty) and address in lower case (empty where none could be read)."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """What stands after the last at sign, without a final dot; empty where there is no address."""
        return self.email.rpartition("@")[2].rstrip(".")


def read(values: tuple[str, ...]) -> tuple[Address, ...]:
    """Every address of these header values, in order. Groups are opened, comments dropped; never raises."""
    found: list[Address] = []
    for value in values:
        for words, angle, comment in _entries(value[:100_000]):
            found.append(_address(words, angle, comment))
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


def _entries(value: str) -> list[tuple[str, str | None, str]]:
    """Each entry of the list as (words outside, words in angle brackets or None, words in comments)."""
    entries: list[tuple[str, str | None, str]] = []
    outside, angle, comment = "", None, ""
    depth, inside = 0, False
    for sign in _TOKEN.findall(value):
        if depth or sign == "(":
            depth += (sign == "(") - (sign == ")")
            comment += " " if sign in "()" else sign
        elif inside and sign != ">":
            angle = (angle or "") + sign
        elif sign == "<":
            # A second pair in one entry makes an address that nobody can write to: refused, not chosen from.
            inside, angle = True, "" if angle is None else angle + "<"
        elif sign == ">":
            inside = False
        elif sign in ",;":
            entries.append((outside, angle, comment))
            outside, angle, comment = "", None, ""
        elif sign == ":" and "@" not in outside:
            outside = ""  # the name of a group
        else:
            outside += sign
    entries.append((outside, angle, comment))
    return [entry for entry in entries if entry[0].strip() or entry[1]]


def _address(words: str, angle: str | None, comment: str) -> Address:
    if angle is None:
        written = _writable(words)
        # "Ana ana@buyer.example" without brackets is met: the last word, where it alone is an address.
        if not written and words.split() and '"' not in words and words.count("@") == 1:
            last = words.rsplit(maxsplit=1)[-1]
            return Address(_name(words.removesuffix(last)), _writable(last))
        return Address(_name(comment) if written else _name(words), written)
    # RFC 5322, 4.4: an old route ("@a,@b:ana@buyer.example") is ignored.
    spec = angle.rpartition(":")[2] if angle.lstrip().startswith("@") else angle
    return Address(_name(words) or _name(comment), _writable(spec))


def _writable(spec: str) -> str:
    spec = spec.strip()
    return spec.lower() if _WRITABLE.match(spec) else ""


def _name(words: str) -> str:
    plain = re.sub(r'"((?:[^"\\]|\\.)*)(?:"|\Z)', lambda quoted: re.sub(r"\\(.)", r"\1", quoted[1]), words)
    return headers.words(plain).strip(" '\"")
