"""What the new words of a reply mean: a yes only where every word of them is understood."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import OSA

from desk.reading import Intent
from parsers.replies import signature
from parsers.replies.lexicon import language as tongue
from parsers.replies.lexicon import spoken

MOST_LETTERS = 1_500  # a yes is short; a longer mail is for a person
MOST_WORDS = 150


class Yes(IntEnum):
    """How much of a yes some words are."""

    NONE = 0
    LIGHT = 1
    PLAIN = 2


@dataclass(frozen=True, slots=True)
class Meaning:
    """The intent, the words that decided it, and whether a yes was only a light one ("ok", a thumb): policy decides."""

    intent: Intent
    why: str
    is_light: bool = False


@dataclass(frozen=True, slots=True)
class _Book:
    """The phrases of one language, cut into words (letters, for scripts without spaces)."""

    language: tongue.Language
    phrases: Mapping[tuple[str, ...], Yes]
    longest: int
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class _About:
    """Words that a yes may carry: who signs, who is greeted, and which order it is about."""

    names: frozenset[str]
    people: frozenset[str]
    references: frozenset[str]


_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CLAUSE = re.compile(r"[.,;:!\n、。，；：！…]+|\s[-–—~]+\s|[-–—]{2,}|^\s*[-–—*•]\s")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*['’]?[^\W_]*|[^\w\s]")
_QUOTES = re.compile(r"[\"“”„«»‚‘`´*_>'’](?!\w)|(?<!\w)[\"“”„«»‚‘`´*_'’]")
_MARKS = re.compile("[\ufe0e\ufe0f\u200d\u200b\ufeff\u00ad\U0001f3fb-\U0001f3ff]")
_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|hallo|guten (?:tag|morgen)"
    r"|liebe[rs]?|sehr geehrte[rs]?"
    r"|moin|servus|bonjour|bonsoir|salut|ch[eè]re?|hola|buen[oa]s (?:días|tardes)|buenas|estimad[oa]s?"
    r"|ciao|buongiorno|buonasera"
    r"|salve|gentil[ei]|hoi|beste|geachte|goedemorgen|goedemiddag|olá|oi|bom dia|boa tarde|prezad[oa]s?"
    r"|car[oa]s?|hej|hejsan"
    r"|cześć|dzień dobry|witam|szanown[aiy]\w*)(?: (?:herr|frau|mr|mrs|ms|dr|sr|sra|señor|señora"
    r"|pan[ie]?|madame|monsieur))?\.?"
    r"((?:[ \t]+[^\W\d_][\w'’.-]{0,25}){0,3})[ \t]*(?:[,!:.]|\n|$)",
    re.IGNORECASE,
)
_EAST_NAME = re.compile(r"\s*[^\s、。，,]{1,16}(?:様|さん|御中|先生|女士|经理|小姐)[、。，,\s]*(?:\n|$)")
_TYPOS = (
    "approved",
    "approve",
    "confirmed",
    "confirm",
    "genehmigt",
    "bestätigt",
    "aprobado",
    "approvato",
    "goedgekeurd",
    "godkänt",
)
_NO_TYPO = frozenset(
    {"approver", "approves", "unapproved", "confirms", "approval", "improved", "improve", "genehmigte"}
)
# What takes a yes back from within a signature or a postscript.
_TAKES_BACK = re.compile(
    r"\b(?:p\.?\s?p?s\b|but\b|however|except|instead\b|unless|until\b|please\b|do not|don['’]t|change\w*\b|cancel\w*"
    r"|not approved|on hold|\d+ ?(?:pcs|pieces|units|boxes|cartons|cases|pairs|stück|x)\b"
    r"|bitte\b|s'il vous|por favor|per favore|per cortesia|alstublieft|graag\b|prosz[eę]\b|vänligen"
    r"|aber\b|jedoch|sondern|mais\b|sauf|pero\b|però|tranne|maar\b|mas\b|exceto|men\b|dock\b|ale\b|jednak)|\?",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？؟]")


def _book(language: tongue.Language) -> _Book:
    phrases: dict[tuple[str, ...], Yes] = {}
    for level, told in ((Yes.NONE, language.filler), (Yes.LIGHT, language.light), (Yes.PLAIN, language.yes)):
        for phrase in told:
            phrases[tuple(_words(phrase))] = level
    return _Book(language, phrases, max(len(phrase) for phrase in phrases), frozenset(language.small.split()))


def _words(clause: str) -> list[str]:
    """The words of a clause in lower case; letter by letter where the script has no spaces."""
    spread = _EAST.sub(lambda letter: f" {letter[0]} ", clause)
    return [word.casefold().replace("’", "'") for word in _WORD.findall(spread)]


_BOOKS = tuple(_book(language) for language in spoken.LANGUAGES)


def of(text: str, *, tail: str, names: Iterable[str], people: Iterable[str], references: Iterable[str]) -> Meaning:
    """Judge the words themselves; whether they are all there is for the caller to know."""
    plain = _MARKS.sub("", unicodedata.normalize("NFC", text))[: MOST_LETTERS + 1]
    about = _About(frozenset(names), frozenset(people), frozenset(references))
    yes, words = _yes(plain, about)
    if yes and len(plain) <= MOST_LETTERS:
        back = _takes_back(tail)
        if back:
            return Meaning(Intent.UNCLEAR, back)
        return Meaning(Intent.APPROVE, words, is_light=yes is Yes.LIGHT)
    return _otherwise(plain)


def _yes(text: str, about: _About) -> tuple[Yes, str]:
    """The level of yes in one language that understands every word, and the clause that says it."""
    if _ASKS.search(text):
        return Yes.NONE, ""
    body = _without_greeting(text, about)
    clauses = [clause.strip() for clause in _CLAUSE.split(_QUOTES.sub(" ", body)) if clause and clause.strip()]
    if sum(len(clause) for clause in clauses) > MOST_LETTERS:
        return Yes.NONE, ""
    told = [(clause, _words(clause)) for clause in clauses]
    if sum(len(words) for _, words in told) > MOST_WORDS:
        return Yes.NONE, ""
    return max((_in_language(book, told, about) for book in _BOOKS), key=lambda found: found[0])


def _without_greeting(text: str, about: _About) -> str:
    """The text below "Hi Ben,"; a greeting whose name may be anything else stays."""
    found = _GREETING.match(text)
    if found and all(_may_be_name(word, about) for word in found[1].split()):
        return text[found.end() :]
    eastern = _EAST_NAME.match(text)
    return text[eastern.end() :] if eastern and not _holds_back(eastern[0]) else text


def _in_language(book: _Book, told: list[tuple[str, list[str]]], about: _About) -> tuple[Yes, str]:
    best, why = Yes.NONE, ""
    for place, (clause, words) in enumerate(told):
        level = _clause(book, words, about.references)
        if level is None and _is_name(words, about.names, is_first=place == 0):
            level = Yes.NONE
        if level is None:
            level = _thanks_somebody(book, clause, about)
        if level is None:
            return Yes.NONE, ""
        if level > best:
            best, why = level, clause
    return best, why


def _clause(book: _Book, words: list[str], references: frozenset[str]) -> Yes | None:
    """How much of a yes a clause is, where phrases of the book make up all of it; None where they do not."""
    reached: list[Yes | None] = [Yes.NONE] + [None] * len(words)
    for place in range(len(words)):
        so_far = reached[place]
        if so_far is None:
            continue
        for length in range(1, min(book.longest, len(words) - place) + 1):
            level = _phrase(book, tuple(words[place : place + length]), references)
            if level is not None:
                there = reached[place + length]
                reached[place + length] = max(so_far, level, there if there is not None else Yes.NONE)
    return reached[-1]


def _phrase(book: _Book, words: tuple[str, ...], references: frozenset[str]) -> Yes | None:
    known = book.phrases.get(words)
    if known is not None or len(words) > 1:
        return known
    word = words[0]
    if word in spoken.THUMBS:
        return Yes.LIGHT
    if word in spoken.SMILES or word in "#&+":
        return Yes.NONE
    if any(letter.isdigit() for letter in word):
        return Yes.NONE if word in references and sum(letter.isdigit() for letter in word) > 2 else None  # noqa: PLR2004
    return _typo(book, word)


def _typo(book: _Book, word: str) -> Yes | None:
    """Take "aproved" for a slip of "approved": one letter too many, too few, wrong or swapped."""
    if len(word) < 6 or word in _NO_TYPO or word.startswith(("un", "dis", "non")):  # noqa: PLR2004
        return None
    close = (meant for meant in _TYPOS if OSA.distance(word, meant, score_cutoff=1) <= 1)
    return max((book.phrases.get((meant,), Yes.NONE) for meant in close), default=None) or None


def _is_name(words: list[str], names: frozenset[str], *, is_first: bool) -> bool:
    """The sender signs."""
    is_short = 0 < len(words) <= 4  # noqa: PLR2004 - "Ana Maria Lima Costa"
    return is_short and not is_first and all(word in names and not _holds_back(word) for word in words)


def _thanks_somebody(book: _Book, clause: str, about: _About) -> Yes | None:
    """Read "approved thanks Ben": one or two words after a thank you, none of which could mean anything else."""
    raw = clause.split()
    for cut in (len(raw) - 1, len(raw) - 2):
        if cut > 0 and raw[cut - 1].casefold().startswith(_THANKS):
            level = _clause(book, _words(" ".join(raw[:cut])), about.references)
            if level is not None and all(_may_be_name(word, about) for word in raw[cut:]):
                return level
    return None


_THANKS = ("thank", "thx", "you", "cheers", "dank", "merci", "gracias", "grazie", "bedankt", "obrigad", "tack", "dzięk")


def _may_be_name(word: str, about: _About) -> bool:
    """Somebody we know of, or at least written with a capital, and no word that means something."""
    plain = word.strip(".,!:").casefold()
    if plain in about.people or plain in about.names:
        return True
    return word[:1].isupper() and plain.isalpha() and not _holds_back(plain) and not _is_known(plain)


def _is_known(word: str) -> bool:
    """A word that some language uses to say anything at all is no name."""
    return any((word,) in book.phrases for book in _BOOKS)


def _holds_back(word: str) -> bool:
    patterns = (part for book in _BOOKS for part in (book.language.no, book.language.change, book.language.doubt))
    return bool(_NEGATES.match(word)) or any(re.search(part, word, re.IGNORECASE) for part in patterns)


_NEGATES = re.compile(
    r"(?:not|no|non|nicht|kein|pas|ne|niet|geen|não|inte|ej|nie|never|un\w*|dis\w*|hold|stop|wait)$", re.IGNORECASE
)


def _takes_back(tail: str) -> str | None:
    """Words in a signature that are no signature's; lawyers' paragraphs are passed over."""
    for paragraph in re.split(r"\n\s*\n|\n(?=[-_*=]{4,})", tail[:20_000]):
        found = _TAKES_BACK.search(paragraph)
        if found and not signature.is_disclaimer(paragraph):
            line = next((line for line in paragraph.splitlines() if found[0] in line), paragraph)
            return line.strip()[:200]
    return None


def _otherwise(text: str) -> Meaning:
    """What it is when it is no yes: a change, a question, a no; else a person must read it."""
    refusal, wish, question, doubt = (_search(text, kind) for kind in ("no", "change", "question", "doubt"))
    asks = _ASKS.search(text)
    if wish and not (asks and refusal is None and not _says_how(wish)):
        return Meaning(Intent.CHANGE, wish)
    if asks:
        return Meaning(Intent.QUESTION, _sentence(text, asks.start()))
    if refusal and not doubt:
        return Meaning(Intent.REJECT, refusal)
    if question and not refusal:
        return Meaning(Intent.QUESTION, question)
    return Meaning(Intent.UNCLEAR, doubt or refusal or _sentence(text, 0))


def _says_how(wish: str) -> bool:
    return any(letter.isdigit() for letter in wish)


_FLAGS = re.IGNORECASE | re.MULTILINE
_PATTERNS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    kind: tuple(re.compile(getattr(book.language, kind), _FLAGS) for book in _BOOKS)
    for kind in ("no", "change", "question", "doubt")
}


def _search(text: str, kind: str) -> str | None:
    """The sentence in which a language that the text seems to speak finds this, if any does."""
    spoken_here = _spoken(text)
    for book, pattern in zip(_BOOKS, _PATTERNS[kind], strict=True):
        # Buyers of all tongues write "not approved" and "change to"; English little words mean other things elsewhere.
        is_asked = book.language.name in spoken_here or (book is _BOOKS[0] and kind in ("no", "change"))
        found = pattern.search(text) if is_asked else None
        if found:
            return _sentence(text, found.start())
    return None


def _spoken(text: str) -> frozenset[str]:
    """The languages that the text may be in: those that know most of its words, Eastern ones by their letters."""
    if _EAST.search(text):
        return frozenset({"ja", "zh"})
    words = _words(text)[:MOST_WORDS]
    known = {
        book.language.name: sum(1 for word in words if word in book.small or (word,) in book.phrases)
        for book in _BOOKS
        if book.language.name not in ("ja", "zh")
    }
    most = max(known.values())
    return frozenset(name for name, count in known.items() if count == most)


_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|[\n。！？]")


def _sentence(text: str, place: int) -> str:
    """The sentence around a place, 200 letters at most."""
    start = max((end.end() for end in _SENTENCE_END.finditer(text, 0, place)), default=0)
    end = _SENTENCE_END.search(text, place)
    return text[start : end.end() if end else len(text)].strip()[:200]
