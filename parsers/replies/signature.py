"""Where the words of a reply end and its signature or disclaimer begins."""

import re
from collections.abc import Sequence

MOST_LINES = 14

# RFC 3676, 4.3: "-- " on a line of its own. Programs that strip the space leave "--".
_DELIMITER = re.compile(r"(?:--|—|__+|-{3,}|={3,}|\*{3,})\s*$|-- \S.{0,60}$")
_DEVICE = re.compile(
    r"(?:sent (?:from|with|via|by|using)|get outlook for|von mein(?:em|er) .{0,40}gesendet"
    r"|gesendet (?:von|mit|über)"
    r"|diese nachricht wurde (?:von|mit)|envoyé (?:de(?:puis)?|à partir)|envoyée? de"
    r"|télécharge[rz] outlook|obtenir outlook"
    r"|enviado (?:desde|do|via|a partir|de)|obtener outlook|obter o outlook|inviato (?:da|dal|con)"
    r"|scarica outlook"
    r"|verzonden (?:vanaf|vanuit|met|via)|verstuurd vanaf|outlook voor|skickat från|sänt från"
    r"|hämta outlook|sendt fra"
    r"|hent outlook|lähetetty|hanki outlook|wysłan[eoy] z|pobierz program outlook|odesláno z"
    r"|отправлено (?:с|из)|iphone'umdan"
    r"|gönderildi|iphoneから送信|iPadから送信|androidから送信|发自我的|從我的|傳送自|나의 \S+에서 보냄"
    r"|sent on the move"
    r"|confidentiality notice|von unterwegs)\b.{0,120}$|发自.{0,20}$|.{0,12}から送信$",
    re.IGNORECASE,
)
# "Sent from my desk, is much easier than my phone." is a sentence of the letter.
_NOT_DEVICE = re.compile(r"sent from my .{1,30}, (?:is|are|was|which|so|but|and)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:(?:with |my )?(?:best|kind|warm|many|sincere|warmest|kindest)(?: (?:regards|wishes|thanks))?"
    r"|regards|best|cheers|sincerely"
    r"|yours(?: (?:sincerely|faithfully|truly))?|sincerely yours|thanks (?:and|&) (?:best "
    r"|kind )?regards|thx(?: and regards)?"
    r"|thank you and regards|kr|br|rgds|brgds"
    r"|(?:mit )?(?:freundlich|herzlich|best|lieb|viel|schön)e[nr]? (?:grü(?:ß|ss)en?|dank)(?: aus \S+)?"
    r"|(?:viele |liebe |beste )?grü(?:ß|ss)e?"
    r"|mfg|vg|lg|hochachtungsvoll"
    r"|(?:bien )?cordialement|bien à vous|(?:meilleures |sincères )?salutations(?: distinguées)?|cdlt"
    r"|bonne (?:journée|soirée)"
    r"|(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|atentamente|atte|un abrazo"
    r"|(?:cordiali|distinti|cari) saluti|saluti|cordialmente|buona giornata"
    r"|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|hoogachtend"
    r"|atenciosamente|(?:com os )?melhores cumprimentos|cumprimentos|abra[çc]os?|att|obrigad[oa] e .{0,20}"
    r"|(?:med )?v[äe]n?n?lig[ae]? h[äi]ls(?:ning(?:ar)?|en)|(?:hjertelig |venlig |mange |bedste "
    r"|kærlig )?hils(?:en|ner)"
    r"|(?:bästa |varma )?hälsningar|mvh|kh|vh|bh|terveisin|ystävällisin terveisin"
    r"|z (?:poważaniem|powazaniem|wyrazami szacunku)|pozdrawiam(?: serdecznie)?|pozdrowienia|s pozdravem"
    r"|с уважением|с наилучшими .{0,20}|saygılar(?:ımla)?|με εκτίμηση|üdvözlettel|cu (?:stimă"
    r"|respect))\s*[,.!;:–-]{0,3}\s*$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:confidential|privileged|intended (?:only |solely )?(?:for|recipient)|disclaimer|vertraulich"
    r"|confidentiel|confidencial"
    r"|riservat[oie]|vertrouwelijk|konfidenti|poufn|unauthori[sz]ed|legally binding|before printing"
    r"|virus(?:es|-free)?"
    r"|registered (?:office|in)|amtsgericht|handelsregister|geschäftsführer|think before you print"
    r"|consider the environment"
    r"|do not consent|opinions expressed|機密|保密)",
    re.IGNORECASE,
)
_LIST_NAME = re.compile(
    r"(?:[-/]\s?[A-ZÀ-ÞŁŚŻ]\w{0,30}(?: (?:(?:de|van|von|der|den|di|da|la)\b"
    r"|[A-ZÀ-ÞŁŚŻ][\w.]{0,30})){0,4}|//? ?\w{1,20})\s*$"
)


def cut(said: Sequence[str]) -> int:
    """The place of the first line that is no longer said: a signature, a device's boast, or a disclaimer.

    What is cut is never lost: whoever decides by the words looks into the rest for what takes them back.
    """
    spoken = [at for at, line in enumerate(said) if line.strip()]
    for order, at in enumerate(spoken):
        below = [said[lower] for lower in spoken[order + 1 : order + 2 + MOST_LINES]]
        if _begins_tail(said[at].strip(), below, is_first=order == 0, stands_alone=not said[at - 1].strip()):
            return spoken[order - 1] + 1 if order else 0
    return spoken[-1] + 1 if spoken else 0


def _begins_tail(line: str, below: Sequence[str], *, is_first: bool, stands_alone: bool) -> bool:
    """Whether this line begins what is not said; `below` are the lines under it, as many as a signature has and one."""
    if len(line) > 400:  # noqa: PLR2004 - a paragraph; only a disclaimer is that long
        return not is_first and is_disclaimer(line)
    if _DEVICE.match(line) and not _NOT_DEVICE.match(line):
        return True
    if is_first:
        return False
    is_short = len(below) <= MOST_LINES
    if _DELIMITER.match(line):
        return is_short or is_disclaimer(" ".join(below))
    if _CLOSING.match(line):
        return all(len(text) <= 120 for text in below) or is_disclaimer(" ".join(below))  # noqa: PLR2004
    if _LIST_NAME.match(line) and stands_alone:
        return is_short
    return is_disclaimer(line) and len(line) > 60  # noqa: PLR2004 - one word of it is no disclaimer


def is_disclaimer(text: str) -> bool:
    """The words of lawyers rather than the sender's."""
    return bool(_DISCLAIMER.search(text[:5_000]))
