"""What documents call things, language by language; each wording may stand on a real order of that language."""

from collections.abc import Mapping

from playground.orders.tongues import eastern, english, german, northern, romance

Vocabulary = Mapping[str, tuple[str, ...]]


def _vocabulary(text: str) -> Vocabulary:
    """One thing a line: its key, then its wordings, parted by bars."""
    rows = (line.split("=", 1) for line in text.strip().splitlines())
    return {key.strip(): tuple(word.strip() for word in words.split("|")) for key, words in rows}


ENGLISH: Vocabulary = _vocabulary(english.WORDS)

# A language that has no word of its own for a thing uses the English one, as its documents do.
VOCABULARIES: Mapping[str, Vocabulary] = {
    "en": ENGLISH,
    **{
        tongue: {**ENGLISH, **_vocabulary(words)}
        for tongue, words in (
            ("de", german.GERMAN),
            ("nl", german.DUTCH),
            ("fr", romance.FRENCH),
            ("es", romance.SPANISH),
            ("it", romance.ITALIAN),
            ("pt", romance.PORTUGUESE),
            ("sv", northern.SWEDISH),
            ("pl", northern.POLISH),
            ("cs", northern.CZECH),
            ("tr", northern.TURKISH),
            ("ja", eastern.JAPANESE),
            ("zh", eastern.CHINESE),
        )
    },
}
