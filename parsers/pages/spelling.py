"""A recognised word spelled anew where the characters beside one say that it is another."""

import re
from collections.abc import Iterator, Sequence

from parsers.form import lexicon
from parsers.pages.recogniser import Letter

# "Bestel1-Nr.": a figure after small letters, and not followed by another figure, is a letter.
_IN_WORDS = re.compile(r"(?<=[a-z]{3})[10](?![\d.,]\d|\d)")
_LETTERS = {"1": "l", "0": "o"}
# What is put for what, where the recogniser itself has it among what a character may be.
_LIKELIER = (
    (re.compile(r"(?<=^P)0(?=[\d#.:-]|$)"), "O"),  # purchase orders are numbered "PO4711"
    (re.compile(r"(?:(?<=^R)|(?<=^US))S(?=\d|$)"), "$"),
    (re.compile(r"(?<=[A-Za-z]\.)\.(?=$)"), ":"),  # "Ref.:"
    (re.compile(r"(?<=[a-z]);$"), ":"),
    (re.compile(r"(?:(?<=\d)|(?<=\d[.,]))[OQD](?=[.,]?\d)"), "0"),
    (re.compile(r"(?:(?<=\d)|(?<=\d[.,]))[Il](?=[.,]?\d)"), "1"),
)


def spelled(letters: Sequence[Letter]) -> list[Letter]:
    """The same word; what was spelled anew is no longer certain, whatever the recogniser said."""
    told = "".join(letter.text for letter in letters)
    if len(told) != len(letters):
        return list(letters)
    changed = dict(_changes(told, letters)) or dict(_label(told, letters))
    return [
        letter._replace(text=changed[at], certainty=0.0) if at in changed else letter
        for at, letter in enumerate(letters)
    ]


def _changes(told: str, letters: Sequence[Letter]) -> Iterator[tuple[int, str]]:
    for sign in _IN_WORDS.finditer(told):
        yield sign.start(), _LETTERS[sign.group()]
    for pattern, better in _LIKELIER:
        for sign in pattern.finditer(told):
            if better in letters[sign.start()].others:
                yield sign.start(), better


def _label(told: str, letters: Sequence[Letter]) -> Iterator[tuple[int, str]]:
    """What makes a word of labels of one that is none, where the recogniser itself thought of it."""
    if not told.rstrip(".:").isalpha() or lexicon.key(told) in lexicon.LABEL_WORDS:
        return
    for at, letter in enumerate(letters):
        for other in letter.others:
            if lexicon.key(f"{told[:at]}{other}{told[at + 1 :]}") in lexicon.LABEL_WORDS:
                yield at, other
                return
