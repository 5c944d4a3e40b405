"""What the desk knows of one language: how people say yes in it, no, and everything between."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """Phrases that say yes in so many words, that say it lightly, and that say nothing; patterns of all else.

    A yes is understood only where every clause of a message is made of these phrases: so a phrase that could turn
    a yes around ("but", "if", "tomorrow") never belongs into `filler`. Scripts without spaces are compared letter by
    letter. `no` is a plain refusal, `change` asks for something else, `question` begins a question, and `doubt` holds
    back: conditions, futures, hearsay, hedges. `small` are little words by which the language is known.
    """

    name: str
    yes: tuple[str, ...]
    light: tuple[str, ...]
    filler: tuple[str, ...]
    no: str
    change: str
    question: str
    doubt: str
    small: str = ""


def phrases(words: str) -> tuple[str, ...]:
    """Cut "approved | i approve" into its phrases; lines part them too."""
    return tuple(phrase.strip() for phrase in words.replace("\n", "|").split("|") if phrase.strip())
