"""The languages that the desk hears, and the signs that everybody writes."""

from parsers.replies.lexicon import (
    chinese,
    dutch,
    english,
    french,
    german,
    italian,
    japanese,
    language,
    polish,
    portuguese,
    spanish,
    swedish,
)

LANGUAGES: tuple[language.Language, ...] = (
    english.ENGLISH,
    german.GERMAN,
    french.FRENCH,
    spanish.SPANISH,
    italian.ITALIAN,
    dutch.DUTCH,
    portuguese.PORTUGUESE,
    swedish.SWEDISH,
    polish.POLISH,
    japanese.JAPANESE,
    chinese.CHINESE,
)

# A thumb says a light yes; a smile says nothing.
THUMBS = frozenset("👍👌✅✔☑🆗")
SMILES = frozenset("🙏🙂😊😀😃😄🎉🙌👏🤝☺🤗😁")
