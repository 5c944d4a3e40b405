"""Terms of payment: told by their words, at a label or in a sentence of their own."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.reading import Evidence
from parsers import dates, page
from parsers.form import lexicon
from parsers.form.labels import Label
from parsers.form.wordings import paying
from parsers.page import Page, Word


def _keys(words: str) -> frozenset[str]:
    return frozenset(lexicon.key(word.replace("_", "")) for word in words.split())


_CORE, _TIMES = _keys(paying.CORE), _keys(paying.TIMES)
_PARTS = _keys(paying.PARTS)
_BESIDE, _LEADING = _keys(paying.BESIDE), _keys(paying.LEADING)
_ALL = _CORE | _TIMES | _BESIDE | _PARTS
_EASTERN = re.compile(paying.EASTERN)
_WAYS = tuple(_keys(paying.WAYS))
_FIGURE = re.compile(r"^\(?\d{1,3}(?:[./+-]\d{1,3})*\)?(?:st|nd|rd|th)?\.?$")
_SHARE = re.compile(r"^\d{1,3}(?:[.,]\d{1,2})? ?%$|^%$")
_JOINED = re.compile(r"^(?:(?P<count>\d{1,3})(?P<unit>[^\W\d]+)|(?P<way>[^\W\d]+)(?P<days>\d{1,3}))$")
_TOKENS = re.compile(r"[^\s,;()–—:=]+")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!;](?=\s|$)")
_PROSE = re.compile(
    r"\b(?:shall|must|may|will|should|please|herein|hereby|which|whichever|unless|if|is|are|not|because)\b",
    re.IGNORECASE,
)
_SHORT = 4  # words that a label alone makes terms of payment, where nothing speaks against them
_MOSTLY = 0.5  # of the words of longer ones
_FIRST_ROWS = 90


def is_said(text: str) -> bool:
    """These words hold a time or a way to pay."""
    tokens = _tokens(text)
    is_part = any(_SHARE.match(token) for token in tokens) and any(token in _PARTS for token in tokens)
    return is_part or any(_is_core(*pair) for pair in pairwise([*tokens, ""])) or _has_time(tokens) or _is_eastern(text)


def _is_core(token: str, after: str) -> bool:
    return token in _CORE or token + after in _CORE


def _is_eastern(text: str) -> bool:
    return not text.isascii() and bool(_EASTERN.search(text))


def is_whole(text: str) -> bool:
    """These words say when or how is paid, and nothing else: "Due on receipt", "30 Tage netto", "2% 10, net 45"."""
    tokens = _tokens(text)
    return is_said(text) and all(
        _belongs(token) or _is_core(token, after) or _is_core(before, token)
        for before, token, after in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False)
    )


def may_be(text: str, *, is_named: bool = False) -> bool:
    """What stands at a label of terms of payment can be them: no sentence of something else.

    `is_named`: it stands right behind a colon, so that few words need not be known.
    """
    tokens = _tokens(text)
    if not is_said(text):
        return is_named and 0 < len(tokens) <= _SHORT and _PROSE.search(text) is None and not dates.find(text)
    if len(tokens) <= _SHORT or _is_eastern(text):
        return True
    share = sum(_belongs(token) for token in tokens) / len(tokens)
    return share >= (_MOSTLY if _PROSE.search(text) is None else 1.0) or is_whole(_TAIL.sub("", text))


_TAIL = re.compile(r"\s*[.;(–-]\s.*$")


def weight(label: str, text: str) -> float:
    """How much the words and their label speak for these terms before others: the time to pay before the way."""
    of_label = 0.7 if any(way in label for way in _WAYS) else 1.0
    of_words = 1.5 if is_whole(text) else 1.0
    return of_label * of_words * (1.2 if _has_time(_tokens(text)) else 1.0)


def astray(label: Label) -> tuple[Word, ...]:
    """The one phrase just under a label's row that is terms of payment, though it stands beside its column."""
    rows = label.sheet.rows[label.row + 1 : label.row + 1 + _ROWS_BELOW]
    near = [row for row in rows if row.top - label.words[0].bottom < _BELOW * label.words[0].height]
    whole = [phrase for row in near for phrase in label.sheet.phrases(row) if is_whole(phrase.text)]
    return whole[0].words if len(whole) == 1 else ()


_ROWS_BELOW, _BELOW = 2, 2.5


def said(pages: Sequence[Page], skip: set[tuple[int, float]], part: str) -> tuple[str, Evidence] | None:
    """The terms that a sentence states, where it is the only one: "Our terms are 30 days."; no clause of many."""
    found = [hit for sheet in pages[:1] for hit in _in_sentences(sheet, skip, part)]
    return found[0] if len({lexicon.key(text) for text, _ in found}) == 1 else None


def without_own_words(found: Sequence[Label]) -> list[Label]:
    """Labels less those that are words of payment terms: the "Due" of "Terms: Due on receipt"."""
    return [one for one in found if one.has_colon or not _is_own_word(one, found)]


def _is_own_word(label: Label, found: Sequence[Label]) -> bool:
    """The whole phrase that this label begins says when is paid, beside or under a label that asks for it."""
    sheet, row = label.sheet, label.sheet.rows[label.row]
    phrase = next((one for one in sheet.phrases(row) if label.words[0] in one.words), None)
    if phrase is None or not is_whole(page.say(phrase.words)):
        return False
    return any(
        one is not label
        and one.name == "payment_terms"
        and one.words[0] not in phrase.words
        and _asks(one, phrase.words)
        for one in found
        if one.sheet is sheet and label.row - _ROWS_ABOVE <= one.row <= label.row
    )


def _asks(label: Label, words: Sequence[Word]) -> bool:
    """A label stands before these words in their row, with nothing between, or above them."""
    row = label.sheet.rows[label.row]
    if words[0] in row.words:
        between = row.words[label.end : row.words.index(words[0])]
        return label.end <= row.words.index(words[0]) and not any(lexicon.key(word.text) for word in between)
    return label.words[0].x0 < words[-1].x1 and label.words[-1].x1 > words[0].x0


_ROWS_ABOVE = 2


def _in_sentences(sheet: Page, skip: set[tuple[int, float]], part: str) -> Iterator[tuple[str, Evidence]]:
    for row in sheet.rows[:_FIRST_ROWS]:
        if (row.page, row.top) in skip:
            continue
        for phrase in sheet.phrases(row):
            for words in _sentences(phrase.words):
                terms = _terms(words)
                if terms:
                    text = page.say(terms).strip(" .;:()")
                    yield text, Evidence(part, sheet.number, page.say(terms), page.box(terms))


def _sentences(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    taken: list[Word] = []
    for word in words:
        taken.append(word)
        if _SENTENCE_END.search(word.text):
            yield tuple(taken)
            taken = []
    if taken:
        yield tuple(taken)


def _terms(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The end of a sentence that says when is paid, behind a label of payment or words that lead up to it."""
    words = tuple(word for word in words if lexicon.key(word.text))
    for at, word in enumerate(words[:-1]):
        key = lexicon.key(word.text)
        if lexicon.FIELDS.get(key) != "payment_terms" and not (at == 0 and _leads(key)):
            continue
        rest = list(words[at + 1 :])
        while rest and _leads(lexicon.key(rest[0].text)):
            rest.pop(0)
        if len(rest) > 1 and is_whole(page.say(rest)) and _has_time(_tokens(page.say(rest))):
            return tuple(rest)
    return ()


def _leads(key: str) -> bool:
    return key in _LEADING or lexicon.FIELDS.get(key) == "payment_terms"


def _tokens(text: str) -> list[str]:
    """The words in one case; a figure written onto its unit ("30days") is two."""
    out: list[str] = []
    for raw in _TOKENS.findall(text):
        bare = raw.strip(".'\"*").rstrip(".")
        joined = _JOINED.match(bare)
        if _SHARE.match(bare) or _FIGURE.match(bare):
            out.append(bare)
        elif joined:
            out.extend(lexicon.key(part) for part in joined.groups() if part)
        else:
            out.extend(key for piece in re.split(r"[/+&-]", bare) if (key := lexicon.key(piece)))
    return out


def _belongs(token: str) -> bool:
    return token in _ALL or bool(_FIGURE.match(token) or _SHARE.match(token))


def _has_time(tokens: Sequence[str]) -> bool:
    """A figure beside a unit of time."""
    return any(
        token in _TIMES and any(_FIGURE.match(other) for other in tokens[max(0, at - 1) : at + 2])
        for at, token in enumerate(tokens)
    )
