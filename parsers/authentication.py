"""What a mail server found out about a message: the Authentication-Results field, by its grammar (RFC 8601)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_LETTERS = 20_000
MOST_CLAUSES = 100

# RFC 8601, 2.2. A value is a token or a quoted string; servers also write "/", "+" and "=" in signatures unquoted.
_SIGN = re.compile(r'"((?:[^"\\]|\\.)*)"|([;=])|([^\s;="()\\]+)|([()])|(\s+)', re.DOTALL)
_METHOD = re.compile(r"([A-Za-z0-9-]+)(?:/\d+)?\Z")
_PROPERTY = re.compile(r"([A-Za-z0-9-]+)(?:\.([A-Za-z0-9-]+))?\Z")


@dataclass(frozen=True, slots=True)
class Clause:
    """One result: the method ("dkim"), what came out ("pass"), and its own properties as ("header.d", value)."""

    method: str
    result: str
    properties: tuple[tuple[str, str], ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """Every value that this clause gives a property; more than one is no answer."""
        return tuple(value for told, value in self.properties if told == name)


@dataclass(frozen=True, slots=True)
class Results:
    """One whole field: who speaks (lower case), and the clauses in order."""

    authserv_id: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A word, a quoted string, "=" or ";", and whether space stood before it."""

    kind: str
    text: str
    spaced: bool


def read(field: str) -> Results | None:
    """Read one field; None where any of it breaks the grammar: half a verdict is none. Never raises."""
    signs = _signs(field) if len(field) <= MOST_LETTERS else None
    if not signs:
        return None
    head, *rest = _split(signs)
    speaker = _speaker(head)
    if speaker is None or len(rest) > MOST_CLAUSES:
        return None
    if len(rest) == 1 and [sign.text.lower() for sign in rest[0]] == ["none"]:
        return Results(speaker, ())
    clauses = [_clause(signs) for signs in rest if signs]
    if any(clause is None for clause in clauses):
        return None
    return Results(speaker, tuple(clause for clause in clauses if clause is not None))


def read_nameless(field: str, speaker: str) -> Results | None:
    """Read a field that begins with a verdict instead of a name, as Microsoft 365 writes it; None for any other.

    It breaks RFC 8601 (2.2 asks for the authserv-id), so the caller must know that only `speaker` writes such fields.
    """
    return None if read(field) is not None else read(f"{speaker}; {field}")


def _signs(field: str) -> list[_Sign] | None:
    """The signs of a field without comments; None where a string or comment is never closed."""
    signs: list[_Sign] = []
    place, depth, spaced = 0, 0, False
    while place < len(field):
        if depth:
            place, depth = _in_comment(field, place, depth)
            spaced = True
            continue
        found = _SIGN.match(field, place)
        if found is None:
            return None
        place = found.end()
        if found[4]:
            if found[4] == ")":
                return None
            depth = 1
        elif found[5]:
            spaced = True
        else:
            signs.append(_sign(found, spaced=spaced))
            spaced = False
    return None if depth else signs


def _sign(found: re.Match[str], *, spaced: bool) -> _Sign:
    if found[1] is not None:
        return _Sign("quoted", re.sub(r"\\(.)", r"\1", found[1]), spaced)
    return _Sign(found[2] or "word", found[2] or found[3], spaced)


def _in_comment(field: str, place: int, depth: int) -> tuple[int, int]:
    """RFC 5322, 3.2.2: comments nest, and a backslash takes the next letter out of the count."""
    letter = field[place]
    if letter == "\\":
        return place + 2, depth
    return place + 1, depth + (letter == "(") - (letter == ")")


def _split(signs: list[_Sign]) -> list[list[_Sign]]:
    parts: list[list[_Sign]] = [[]]
    for sign in signs:
        if sign.kind == ";":
            parts.append([])
        else:
            parts[-1].append(sign)
    return parts


def _speaker(head: list[_Sign]) -> str | None:
    """The authserv-id, perhaps with a version of the format, which has been 1 since RFC 5451."""
    if not head or head[0].kind == "=" or not head[0].text:
        return None
    if len(head) == 1 or (len(head) == 2 and head[1].spaced and head[1].text == "1"):  # noqa: PLR2004
        return head[0].text.lower()
    return None


def _clause(signs: list[_Sign]) -> Clause | None:
    pairs = list(_pairs(signs))
    if not pairs or pairs[-1] is None or pairs[0] is None:
        return None
    method = _METHOD.match(pairs[0][0])
    if method is None:
        return None
    properties = tuple((name.lower(), value) for name, value in (pair for pair in pairs[1:] if pair is not None))
    if not all(_PROPERTY.match(name) for name, _ in properties):
        return None
    return Clause(method[1].lower(), pairs[0][1].lower(), properties)


def _pairs(signs: list[_Sign]) -> Iterator[tuple[str, str] | None]:
    """Each "name = value" of a clause; a last None says that something else stood there."""
    place = 0
    while place < len(signs):
        name = signs[place]
        begins = place == 0 or name.spaced
        if name.kind != "word" or not begins or place + 2 >= len(signs) or signs[place + 1].kind != "=":
            yield None
            return
        # What follows without space belongs to the value: "a b"@buyer.example, or the "==" of a signature.
        end = place + 3
        while end < len(signs) and not signs[end].spaced:
            end += 1
        yield name.text, "".join(sign.text for sign in signs[place + 2 : end])
        place = end
