"""What a name can belong to: a company, a person, or nobody, where it is a greeting, a label or part of a sentence."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from parsers.form import companies, lexicon, payment
from parsers.form.fields import Labelled
from parsers.page import Page

_GREETING = re.compile(
    r"^(?:(?:hello|hi|dear|subject|sirs?|messrs|hallo|hola|hej|hei|olá|ola|moin|ciao|merhaba|sayın|beste|liebe[rs]?"
    r"|madame|monsieur|bonjour|buongiorno|egregi|cześć|sziasztok|tere|ahoj|hyvää|salut|shalom|namaste"
    r"|good (?:day|morning|afternoon|evening)|gute[nr] \w+|god \w+|to whom)\b"
    r"|(?:sehr geehrt|estimad|apreciad|distinguid|buen[oa]s? |bom dia|boa tarde|señor|senhor|exm[ao]s|gentil|spettabil"
    r"|geachte|prezad|dzień|szanown|dobrý|vážen|tisztelt|stimat|bun[aă] |arvoisa|ärade|kære|kjære|αγαπητ|αξιότιμ"
    r"|здравствуйте|уважаем|добр|шановн|שלום|לכבוד|السادة|السلام)\w*)"
    r"|^(?:您好|你好|尊敬的|敬启|拝啓|お世話|いつもお|平素|안녕)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"(?:です|ます|ません|ください)。?$|[。！？]$|[!?:：]$|(?:하십니까|합니다|니다)\.?$")
# A name does not break off at one of these: the line goes on below, or was a label.
_OPEN = re.compile(
    r"\b(?:of|the|for|to|by|from|del|de|della|do|da|dei|des|du|der|den|die|das|für|von|zu|im|pour|para|per|van|voor|till"
    r"|från|til|fra|od|pro|ve|ile|par|por|door"
    r"|av|af|przez)$",
    re.IGNORECASE,
)
_NOUNS = frozenset(
    lexicon.key(one)
    for one in "information details address name contact data info number anschrift adresse angaben daten coordonnées"
    " dirección datos indirizzo dati adres gegevens morada endereço dados adress uppgifter adresa údaje".split()
)
_BOXED = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s")  # "19. GROSS WEIGHT", "b. STREET": the heading of a box
_BRACKETED = re.compile(r"^\(.*\)$")
_MAIL = re.compile(r"(?P<local>[\w.+-]+)@(?P<domain>[\w-]+(?:\.[\w-]+)*)")
_SITE = re.compile(r"(?:https?://|www\.)(?P<domain>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_FREE = frozenset(
    "gmail googlemail hotmail outlook yahoo icloud aol gmx web live msn proton mail qq naver example".split()
)
_MOST_WORDS = 4  # of a person's name
_LEAST = 4  # letters of a word that may tell a company by its domain
_LONG = 6
_PAGES = 3


def is_spoken(text: str) -> bool:
    """A greeting, an opened sentence or terms of payment, where the name of a party might stand."""
    if companies.is_company(text):
        return False
    is_told = any(shape.search(text) for shape in (_BOXED, _BRACKETED, _GREETING, _SPOKEN, _OPEN))
    return is_told or lexicon.key(text) in _NOUNS or payment.is_whole(text)


class Known(NamedTuple):
    """Who is said to be a person, and the addresses on a paper, which agree with a name or do not."""

    people: frozenset[str]
    locals: frozenset[str]
    domains: frozenset[str]

    def is_person(self, text: str) -> bool:
        """The name stands at a label of contacts, or before the @ of an address."""
        words = _plain(text).split()
        if companies.is_company(text) or not words or len(words) > _MOST_WORDS:
            return False
        joined, short = "".join(words), words[0][:1] + words[-1]
        return lexicon.key(text) in self.people or (
            len(words) > 1 and any(joined.startswith(one) or one in {joined, short} for one in self.locals)
        )

    def is_at_home(self, text: str) -> bool:
        """A domain of the paper is called by this name."""
        words = _plain(text).split()
        joined = "".join(words)
        if len(joined) < _LEAST:
            return False
        return any(
            (len(domain) >= _LONG and joined.startswith(domain))
            or (len(words[0]) >= _LEAST and domain.startswith(words[0]))
            or joined == domain
            for domain in self.domains
        )


NOBODY = Known(frozenset(), frozenset(), frozenset())


def known(found: Labelled, pages: Sequence[Page]) -> Known:
    """The contacts that labels name, and the mail addresses and sites of the first pages."""
    people = {lexicon.key(value.text) for value in found.values("contact") if not companies.is_company(value.text)}
    texts = [word.text for sheet in pages[:_PAGES] for word in sheet.words if "@" in word.text or "." in word.text]
    mails = [hit for text in texts for hit in _MAIL.finditer(text)]
    sites = [hit["domain"] for text in texts for hit in _SITE.finditer(text)]
    locals_ = {"".join(_plain(hit["local"]).split()) for hit in mails}
    domains = {name for one in (*(hit["domain"] for hit in mails), *sites) for name in _names(one)}
    return Known(frozenset(people), frozenset(one for one in locals_ if len(one) >= _LONG), frozenset(domains))


def _names(domain: str) -> list[str]:
    """What a domain is called: its longest part before the ending, unless anybody can have an address there."""
    parts = ["".join(_plain(part).split()) for part in domain.lower().removeprefix("www.").split(".")[:-1]]
    longest = max(parts, key=len, default="")
    return [longest] if len(longest) >= _LEAST and longest not in _FREE else []


def _plain(text: str) -> str:
    """Small Latin letters, words apart."""
    spelled = text.casefold().translate(_SPELLED)
    bare = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())


_SPELLED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "&": " "})
