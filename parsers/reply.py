"""The new words of a reply, and what they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.reading import Intent
from parsers.mail import Address, Mail
from parsers.replies import lines, ours, quotes, sense, signature

Meaning = sense.Meaning


@dataclass(frozen=True, slots=True)
class Letter:
    """What we sent: its text and HTML, and its subject, whose references a yes may name."""

    text: str
    html: str | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What the sender wrote now.

    `text` has no signature; `tail` is what was cut off as one; `files` are names of what came along. `is_sure` says
    that nothing in `text` is quoted and nothing said now is missing; `why` says in a sentence what that rests on, or
    what is unclear. `is_forward`: the mail below is a forwarded one. `names`, `people` and `references` are words that
    a yes may carry: the sender's name, those who may be greeted, and the numbers in our subject.
    """

    text: str
    tail: str
    is_sure: bool
    why: str
    is_forward: bool = False
    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cut:
    """One reading of one body: the lines said, what was cut off, and the first reason to doubt it."""

    said: tuple[str, ...]
    tail: tuple[str, ...]
    doubt: str | None
    has_quote: bool
    is_forward: bool


# "I confirm the order" may share three words with a letter; five or more of a line, and most of it, are no accident.
MOSTLY, MANY = 0.6, 5
NO_BOUNDARY = "Nothing shows where the new words end and an older letter begins."
NOTHING_NEW = "The mail holds no words of its own: what stands in it was quoted, or is our own letter."


def new_words(mail: Mail, *, sent: Letter | Sequence[Letter] | None) -> Words:
    """Find what the sender wrote now, against the letters that we sent in this thread (newest first), if any.

    Without a letter, structure alone decides, and only a clear boundary makes it sure. Never raises; time is bounded.
    """
    letters = [sent] if isinstance(sent, Letter) else list(sent or ())
    known = ours.of_letters(
        tuple(letter.text for letter in letters),
        tuple(letter.html for letter in letters if letter.html is not None),
    )
    cuts = [_cut(found, known) for found in _bodies(mail)]
    best = cuts[-1]
    doubt = next((cut.doubt for cut in cuts if cut.doubt is not None), None)
    if doubt is None and len(cuts) == 2 and _told(cuts[0]) != _told(cuts[1]):  # noqa: PLR2004 - plain and HTML
        doubt = "The plain and the HTML form of the mail do not say the same."
    if doubt is None and known.is_empty and not any(cut.has_quote for cut in cuts):
        doubt = NO_BOUNDARY
    text = "\n".join(best.said).strip()
    if not text:
        doubt = NOTHING_NEW
    return Words(
        text=text,
        tail="\n".join(best.tail).strip(),
        is_sure=doubt is None,
        why=doubt or _found(best, known),
        is_forward=any(cut.is_forward for cut in cuts),
        names=_names((mail.sender,)),
        people=_names((*mail.to, *mail.cc)) | _signers(letters),
        files=_files(mail),
        references=frozenset(ours.words(" ".join(letter.subject for letter in letters))),
    )


def _bodies(mail: Mail) -> list[tuple[lines.Line, ...]]:
    """The plain body and the HTML one, where both were written: the HTML is what people saw, so it is last."""
    bodies = [lines.of_text(mail.text)] if mail.has_plain else []
    if mail.html is not None:
        bodies.append(lines.of_html(mail.html))
    return bodies or [()]


def _cut(found: Sequence[lines.Line], known: ours.Ours) -> _Cut:
    sorted_ = quotes.sort(found)
    shares = ours.shares(found, known)
    said = [at for at, how in enumerate(sorted_.hows) if how is quotes.How.SAID and not _is_ours(found[at], shares[at])]
    answers = _answers(found, sorted_, shares)
    kept = [found[at].text for at in sorted([*said, *answers]) if not lines.is_banner(found[at].text)]
    end = signature.cut(kept)
    return _Cut(
        said=_trimmed(kept[:end]),
        tail=tuple(kept[end:]),
        doubt=_doubt(found, sorted_, shares, known),
        has_quote=sorted_.has_quote,
        is_forward=sorted_.is_forward,
    )


def _is_ours(line: lines.Line, share: float) -> bool:
    """Ours word for word; or so far ours that it must not be heard as said, unless a figure in it may be new."""
    return share == 1 or _is_nearly_ours(line, share)


def _is_nearly_ours(line: lines.Line, share: float) -> bool:
    is_much = MOSTLY <= share < 1 and share * len(ours.words(line.text)) >= MANY
    return is_much and not any(letter.isdigit() for letter in line.text)


def _answers(found: Sequence[lines.Line], sorted_: quotes.Sorted, shares: Sequence[float]) -> list[int]:
    """Lines among those of our letter, or right below it, that we did not write: answers put there without a mark."""
    span = _our_span(found, sorted_, shares)
    return [at for at in span if shares[at] == 0 and ours.words(found[at].text) and not _is_furniture(found[at].text)]


def _our_span(found: Sequence[lines.Line], sorted_: quotes.Sorted, shares: Sequence[float]) -> list[int]:
    """The quoted lines from the first to the last of our letter, and on to the next letter's mark."""
    inside = [at for at, how in enumerate(sorted_.hows) if how in (quotes.How.BELOW, quotes.How.MARKED)]
    mine = [at for at in inside if shares[at] == 1]
    if not mine:
        return []
    depth = min(found[at].depth for at in mine)
    span = [at for at in inside if mine[0] < at <= mine[-1] and found[at].depth <= depth]
    for at in (at for at in inside if at > mine[-1]):
        if found[at].depth != depth or quotes.is_mark(found, at):
            break
        span.append(at)
    return span


_FURNITURE = re.compile(r"\W*(?:image|logo|inline image \d+|cid:\S+|\S+\.(?:png|jpe?g|gif))\W*$", re.IGNORECASE)


def _is_furniture(text: str) -> bool:
    return bool(_FURNITURE.match(text)) or lines.is_banner(text)


def _doubt(
    found: Sequence[lines.Line], sorted_: quotes.Sorted, shares: Sequence[float], known: ours.Ours
) -> str | None:
    """The first reason why the cut may be wrong."""
    if known.is_empty:
        return None
    said = (at for at, how in enumerate(sorted_.hows) if how is quotes.How.SAID)
    if any(_is_nearly_ours(found[at], shares[at]) for at in said):
        return "Words of our own letter and new ones stand in one line."
    changed = (found[at].text for at in _our_span(found, sorted_, shares) if 0 < shares[at] < 1)
    for line in changed:
        return f"A line of the quoted letter is not as we wrote it: {line[:200]}"
    quoted = [at for at, how in enumerate(sorted_.hows) if how in (quotes.How.BELOW, quotes.How.MARKED)]
    spoken = sum(len(ours.words(found[at].text)) for at in quoted)
    if spoken >= 8 and not any(shares[at] == 1 for at in quoted):  # noqa: PLR2004 - fewer words prove nothing
        return "What is quoted below is not the letter that we sent."
    return None


def _trimmed(said: Sequence[str]) -> tuple[str, ...]:
    """The lines without empty ones at both ends, and with one empty line at most between two."""
    kept: list[str] = []
    for line in said:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def _told(cut: _Cut) -> tuple[str, ...]:
    return ours.words(" ".join(cut.said))


def _found(best: _Cut, known: ours.Ours) -> str:
    if best.has_quote:
        return "The quoted letter is marked off from the new words."
    return "Nothing of our letter stands in the mail." if not known.is_empty else NO_BOUNDARY


def _names(people: Sequence[Address]) -> frozenset[str]:
    """Words by which people sign and are greeted: their names, and their addresses before the at sign."""
    told = (f"{who.name} {re.sub(r'[._+-]', ' ', who.email.partition('@')[0])}" for who in people[:20])
    return frozenset(ours.words(" ".join(told)))


def _signers(letters: Sequence[Letter]) -> frozenset[str]:
    """The words at the foot of our letters: who signed them."""
    feet = (" ".join([line for line in letter.text.splitlines() if line.strip()][-4:]) for letter in letters)
    return frozenset(word for foot in feet for word in ours.words(foot) if word.isalpha())


# A signature's key, a visiting card, a receipt: files that say nothing about an order.
_MUTE = frozenset({"text/vcard", "application/ms-tnef", "application/pgp-signature", "application/x-empty"})


def _files(mail: Mail) -> tuple[str, ...]:
    """What came along and may say something: no picture of the letter itself, no key."""
    return tuple(
        part.name
        for part in mail.parts
        if not part.inline and "/" not in part.path and part.media_type not in _MUTE and "pkcs7" not in part.media_type
    )


def meaning(words: Words) -> sense.Meaning:
    """What the new words say. A yes that is not sure, stands above a forwarded mail, or is alone unclear is no yes."""
    if not words.text:
        return sense.Meaning(Intent.UNCLEAR, words.why)
    found = sense.of(words.text, tail=words.tail, names=words.names, people=words.people, references=words.references)
    if found.intent is Intent.APPROVE and words.files:
        return sense.Meaning(Intent.UNCLEAR, f"A file came along with the yes ({words.files[0]}); it may say more.")
    if found.intent is Intent.APPROVE and words.is_forward:
        return sense.Meaning(Intent.UNCLEAR, "The mail forwards another one; a yes by hearsay does not count.")
    if found.intent is Intent.APPROVE and not words.is_sure:
        return sense.Meaning(Intent.UNCLEAR, words.why)
    return found
