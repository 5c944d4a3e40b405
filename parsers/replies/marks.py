"""The words by which mail programs announce a quoted letter, in the languages that they speak."""

import re

# "On Monday, Ana wrote:" ends in one of these and a colon. German, Dutch and the Nordic languages put the name between.
_WROTE = (
    "wrote|writes|schrieb|hat geschrieben|a écrit|écrivait|escribió|escribio|ha scritto|scrive|schreef"
    "|geschreven"
    "|escreveu|skrev|skrifaði|kirjoitti|napisał(?:\\(a\\)|a)?|pisze|napsal(?:\\(a\\)|a)?"
    "|napísal(?:\\(a\\)|a)?|írta"
    "|a scris|пишет|писал(?:\\(а\\)|а)?|написал(?:\\(а\\)|а)?|пише|написав(?:\\(ла\\))?|yazdı|έγραψε"
    "|va escriure"
    "|je napisao(?:/la)?|kirjutas|rašė|rakstīja|viết|menulis|כתב(?:/ה)?|כתבה|كتب"
)
_WROTE_EAST = "写道|寫道|のメール|さんは書きました|님이 작성|작성"
_WROTE_ENDS = re.compile(
    rf"(?:(?:^|[\s,>)\"'\]])(?:{_WROTE})(?!\w)|{_WROTE_EAST})[^\n:：]{{0,120}}[:：]\W{{0,4}}$", re.IGNORECASE
)
_LEAD = re.compile(
    r"[\s*_>-]{0,6}(?:(?:on|am|le|el|il|in|op|em|no|den|på|w|dnia|dne|dňa|в|у|at|στις|pe|la|pada|vào)\b"
    r"|在|於|ב|في|\d{1,4}[./年-]"
    r"|(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|sáb"
    r"|dom)\w{0,8}[.,]?\s)",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,100}")
_MOMENT = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\d{4}年|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")

_DAY = re.compile(
    r"\W{0,6}\w{0,4}\W{0,2}(?:giorno |dia )?(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar"
    r"|mer|mié|jeu|jue|gio"
    r"|ven|vie|sam|sáb|sab|dim|dom|seg|ter|qua|qui|sex|mån|tis|ons|tor|lör|sön|man|tir|lør|søn|pon|wto"
    r"|śro|czw|pią|sob|nie"
    r"|ma|ti|ke|to|pe|la|su)\w{0,9}\b"
    r"|\W{0,6}\w{0,4}\W{0,2}\d{1,2}\.? (?:d[eo] )?[^\W\d]{3,10}\b"
    r"|\W{0,6}\w{0,4}\W{0,2}[^\W\d]{3,9}\.? \d{1,2},",
    re.IGNORECASE,
)

_FROM = (
    "from|von|de|da|van|od|från|fra|lähettäjä|от|від|kimden|gönderen|από|feladó|od|expeditor|מאת|من"
    "|差出人|发件人|寄件者|發件人|보낸 ?사람|desde|dari|từ"
)
_SENT = (
    "sent|date|gesendet|datum|envoyé(?: le)?|envoyé|date|enviado(?: el| em)?|fecha|data|inviato"
    "|verzonden|datum|skickat"
    "|sendt|dato|lähetetty|päivämäärä|wysłano|data|odesláno|datum|отправлено|дата|надіслано|tarih"
    "|gönderildi|ημερομηνία"
    "|στάλθηκε|küldve|dátum|trimis|נשלח|תאריך|送信日時|日付|日時|发送时间|日期|寄件日期|傳送時間|보낸 ?날짜"
    "|날짜"
    "|dikirim"
)
_TO = (
    "to|an|à|a|para|aan|do|til|till|vastaanottaja|komu|кому|kime|alıcı|προς|címzett|către|אל|إلى|宛先"
    "|收件人|받는 ?사람|kepada|per"
)
_SUBJECT = (
    "subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne|emne|aihe|temat|předmět|predmet|тема"
    "|konu|θέμα|tárgy|subiect"
    "|נושא|الموضوع|件名|主题|主旨|主題|제목|re"
)
_KEYS = {
    "from": _FROM,
    "sent": _SENT,
    "to": _TO,
    "cc": "cc|kopie|copie|copia|kopia|kopi|копия|bilgi|másolat|副本|抄送|참조|cco|bcc",
    "subject": _SUBJECT,
    "reply": "reply[- ]to|antwort an|répondre à|responder a|importance|wichtigkeit|attachments|anlagen",
}
_FIELD = re.compile(
    r"[\s>*_|]{0,6}(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KEYS.items())
    + r")[*_ \t]{0,3}[:：][*_]{0,2}",
    re.IGNORECASE,
)

_ORIGINAL = (
    "original(?:e|es|t)? ?(?:message|nachricht|mail|e-?mail|appointment)|(?:message|mensaje|mensagem"
    "|messaggio|mesaj) d?['’]?orig\\w+"
    "|ursprüngliche (?:nachricht|e?-?mail)|ursprungligt meddelande|ursprungligt|oprindelig meddelelse"
    "|opprinnelig melding"
    "|oorspronkelijk bericht|originele bericht|alkuperäinen viesti|wiadomość oryginalna"
    "|oryginalna wiadomość|původní zpráva"
    "|pôvodná správa|eredeti üzenet|исходное сообщение|пересылаемое сообщение|orijinal ileti"
    "|orijinal mesaj|αρχικό μήνυμα"
    "|元のメッセージ|原始邮件|原始郵件|原邮件|원본 ?메[시세]지|original|הודעה מקורית|reply message"
    "|antwort nachricht"
)
_SEPARATOR = re.compile(
    rf"[\s>]{{0,20}}[-—–_=*]{{2,60}}\s{{0,4}}(?:{_ORIGINAL})\s{{0,4}}[-—–_=*:]{{0,60}}\s*$", re.IGNORECASE
)
_FORWARD = re.compile(
    r"[\s>]{0,20}[-—–_=*]{0,60}\s{0,4}(?:begin forwarded message|forwarded (?:message|by)\b"
    r"|weitergeleitete nachricht|message transféré"
    r"|début du message (?:réexpédié|transféré)|mensaje reenviado|messaggio inoltrato"
    r"|inizio messaggio inoltrato"
    r"|doorgestuurd bericht|begin doorgestuurd bericht|mensagem encaminhada"
    r"|vidarebefordrat (?:meddelande|mejl)"
    r"|vidarebefordrat brev|videresendt (?:meddelelse|melding)|välitetty viesti|przekazana wiadomość"
    r"|wiadomość przekazana"
    r"|přeposlaná zpráva|továbbított üzenet|пересылаемое сообщение|пересланное сообщение"
    r"|yönlendirilen (?:ileti|mesaj)"
    r"|anfang der weitergeleiteten|転送(?:された)?メッセージ|转发邮件|轉寄郵件|전달된 메일).{0,80}$",
    re.IGNORECASE,
)  # fmt: skip
# Zoho: "---- On Mon, … wrote ----"; Notes: "Ana Silva/Buyer---03/05/2026 10:12:00 AM---text".
_BETWEEN_RULES = re.compile(rf"[\s>]*-{{2,60}}.{{5,300}}(?:{_WROTE})\W{{0,3}}-{{2,60}}\s*$", re.IGNORECASE)
_RULE = re.compile(r"[\s>*]*(?:_{5,}|-{5,}|={5,}|—{3,}|\*{5,})\s*$")


def field(text: str) -> str | None:
    """Which header field of a quoted letter this line is ("from", "sent", "to", "cc", "subject"), if any."""
    if len(text) > 2_000:  # noqa: PLR2004 - no header of a quoted letter is that long
        return None
    found = _FIELD.match(text)
    return found.lastgroup if found else None


def is_rule(text: str) -> bool:
    """A line that is only a rule."""
    return len(text) < 500 and bool(_RULE.match(text))  # noqa: PLR2004


def is_separator(text: str) -> bool:
    """Whether this is "-----Original Message-----" or its kin."""
    return len(text) < 200 and bool(_SEPARATOR.match(text) or _BETWEEN_RULES.match(text))  # noqa: PLR2004


def is_forward(text: str) -> bool:
    """Whether this is "Begin forwarded message:" or its kin."""
    return len(text) < 200 and bool(_FORWARD.match(text))  # noqa: PLR2004


def announces(text: str) -> bool:
    """Whether this is a whole "On Monday, Ana <…> wrote:": a verb of writing last, a date or a mailbox in it."""
    return bool(_WROTE_ENDS.search(text)) and bool(_MAILBOX.search(text) or _MOMENT.search(text))


def may_announce(text: str) -> bool:
    """Weaker, trusted where a quote follows: a verb of writing, or a date or mailbox and a colon, in any language."""
    is_whole = text.rstrip(" *_").endswith((":", "：", ">"))
    is_brief = len(text.split()) <= 12  # noqa: PLR2004 - "On Monday, 2 March 2026 at 09:14 GMT, Ben van der Hall:"
    return bool(_WROTE_ENDS.search(text)) or (is_whole and is_brief and may_begin(text))


def begins(text: str) -> bool:
    """Whether this line is surely the first of an announcement: "On" and a day or an hour, in any of the languages."""
    return bool(_LEAD.match(text)) and bool(_MOMENT.search(text) or _DAY.match(text))


def may_begin(text: str) -> bool:
    """Whether this line can be the first of an announcement that goes on in the next."""
    return begins(text) or bool(_MAILBOX.search(text))
