"""What a mail server says about a letter of ours that did not arrive."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from parsers import addresses, headers
from parsers.mail import Mail, Part

_DAEMON = re.compile(
    r"(?:mailer[-_.]?daemon|mail[-_.]?daemon|poo?st[-_.]?master|mail\.delivery\.system|mdaemon)$", re.IGNORECASE
)
_DAEMON_NAME = re.compile(
    r"\bmail(?:er)?[- ]?(?:daemon|deliver(?:y|er)? (?:sub)?system)\b|\bpostmaster\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"undeliver(?:ed|able)|deliver(?:y|ed)?\b.{0,40}(?:fail|delay|status|error|problem|report|unsuccessful)"
    r"|fail(?:ed|ure)\b.{0,20}(?:deliver|notice|mail)|return(?:ed|ing)\b.{0,10}(?:mail|to sender|message)"
    r"|mail (?:system error|failed|failure)|could not be delivered|not delivered|returned to sender|bounce"
    r"|unzustellbar|nicht zugestellt|zustellung.{0,20}fehl|non remis|échec de la remise|non distribué|non delivr"
    r"|no se (?:ha )?(?:podido|pudo) entregar|no entregado|mancata consegna|non recapitabile|impossibile recapitare"
    r"|onbestelbaar|niet (?:af)?geleverd|não entregue|falha na entrega|devolvid|kunde inte levereras|olevererbart"
    r"|nie(?:dostarczon| można dostarczyć)|zwrot poczty"
    r"|не доставлено|недоставленн|配信(?:でき|不能|エラー)|送信できません"
    r"|退信|无法送达|投递失败|are not member",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"(?:could|can|was|were|is|has|have|been)(?: ?not|n't) (?:be(?:en)? )?(?:able to )?(?:deliver|sen[dt])"
    r"|undeliverable|unable to deliver|deliver(?:y|ing)\b.{0,60}\bfail|permanent(?:ly)? (?:error|fail|fatal)"
    r"|delivery errors|returned mail|user unknown|unknown user|no such (?:user|recipient|mailbox|address)"
    r"|mailbox (?:is )?(?:full|unavailable|not found)|recipient (?:address )?rejected|does not exist"
    r"|account is disabled|not a member of (?:this|the) mailing list|nicht zugestellt|n'a pas pu être remis"
    r"|no se (?:ha )?(?:podido|pudo) entregar|non (?:è|e) stato (?:possibile )?(?:recapita|consegna)|配信でき|未能送达"
    r"|\bdelivery (?:has been )?(?:delayed|deferred)|notificationtype\"?\s*:\s*\"?bounce",
    re.IGNORECASE,
)
_STATUS = re.compile(r"\b([45]\.\d{1,3}\.\d{1,3})\b")
_CODE = re.compile(r"\b([45])[0-5]\d[ -]")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
_ALONE = re.compile(rf"<({_ADDRESS.pattern})>|^[ \t*]*({_ADDRESS.pattern})[:\s.]*(?:$|\[|\()", re.MULTILINE)
# Below such a line stands our own letter, or its header.
_COPY = re.compile(
    r"^[^\w\n]{0,80}(?:below this line is a copy|original message (?:header|follows)|message header"
    r"|(?:return-path|received|message-id): )"
    r"|^[ \t]{0,8}-{1,80} ?(?:(?:original|returned) message|this is a copy|(?:the )?(?:header|body) of)",
    re.IGNORECASE | re.MULTILINE,
)
_LATE = re.compile(r"\bdelay|\bdeferred|will (?:be )?(?:retr|keep trying|continue)|warning", re.IGNORECASE)
MOST_LETTERS = 50_000


class Outcome(StrEnum):
    """What became of the letter; one that is late may still arrive."""

    FAILED = "failed"
    LATE = "late"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says about one letter.

    `recipient` is empty where the report names none. `original_message_id` keeps its angle brackets. `status` is an
    enhanced code (RFC 3463: "5.1.1"), or None. `why` are the server's own words.
    """

    recipient: str
    original_message_id: str | None
    status: str | None
    outcome: Outcome
    why: str


def bounced(mail: Mail) -> Bounce | None:
    """Read a report that a letter failed or is late; None for any other mail, and for a report of success."""
    told = report(mail)
    return None if told is None or told.outcome is Outcome.ARRIVED else told


def report(mail: Mail) -> Bounce | None:
    """Read a delivery report of any outcome; None for any other mail. Never raises."""
    machine = _report(mail)
    told = _by_report(mail, machine) if machine is not None else _by_json(mail)
    if told is not None:
        return told
    is_one = machine is not None or _notice(mail) or is_from_daemon(mail) or _sounds_like_one(mail)
    return _by_words(mail) if is_one else None


def _report(mail: Mail) -> Part | None:
    """The machine's part of a report (RFC 3464); one within a forwarded mail is not about our letter."""
    kinds = ("message/delivery-status", "message/global-delivery-status")
    return next((part for part in mail.parts if "/" not in part.path and part.declared in kinds), None)


def _by_report(mail: Mail, report: Part) -> Bounce | None:
    """The first recipient that the report says failed or waits, else the first; None where it names nobody."""
    groups = [headers.fields(group.strip() + b"\n") for group in re.split(rb"\r?\n[ \t]*\r?\n", report.data[:200_000])]
    people = [group for group in groups if "final-recipient" in group or "original-recipient" in group]
    failed = [group for group in people if not _one(group, "action").lower().startswith(("deliver", "relay", "expand"))]
    if not people:
        return None
    first = (failed or people)[0]
    status = _STATUS.search(_one(first, "status")) or _STATUS.search(_one(first, "diagnostic-code"))
    is_late = _one(first, "action").lower().startswith("delay") or _one(first, "status").startswith("4")
    why = headers.words(_one(first, "diagnostic-code").partition(";")[2]) or _words_of_it(mail)
    return Bounce(
        recipient=_recipient(first) or _named(mail),
        original_message_id=_original(mail),
        status=status[1] if status else None,
        outcome=Outcome.ARRIVED if not failed else Outcome.LATE if is_late else Outcome.FAILED,
        why=why[:400],
    )


def _recipient(group: headers.Fields) -> str:
    """RFC 3464, 2.3.1: the address as we wrote it says more to us than the one it was rewritten to."""
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        found = _ADDRESS.search(_one(group, name).partition(";")[2])
        if found:
            return found[0].lower().strip(".")
    return ""


def is_from_daemon(mail: Mail) -> bool:
    """Whether a mail server's own account speaks, and of a failure."""
    local = mail.sender.email.rpartition("@")[0]
    named = local or mail.sender.name
    daemon = bool(_DAEMON.search(named)) or (not local and bool(_DAEMON_NAME.search(mail.sender.name)))
    if not daemon and mail.return_path not in (None, ""):
        daemon = bool(_DAEMON.search((mail.return_path or "").rpartition("@")[0])) and not mail.in_reply_to
    if re.match(r"mailer-?daemon$", named, re.IGNORECASE):
        return True
    return daemon and (bool(_SUBJECT.search(mail.subject)) or bool(_SAYS_SO.search(_ours(mail))))


def _notice(mail: Mail) -> bool:
    """Fields that only a delivery report carries."""
    return bool(mail.first("x-failed-recipients")) or (
        mail.media_type == "multipart/report" and "delivery-status" in mail.first("content-type").lower()
    )


def _sounds_like_one(mail: Mail) -> bool:
    """Servers that write as somebody else: subject and words both say so, and no thread of people is gone on with."""
    if re.match(r"\s*(?:re|aw|sv|fwd?|wg)\s*:", mail.subject, re.IGNORECASE) and mail.return_path != "":
        return _has_transcript(mail)
    says_so = bool(_SAYS_SO.search(_ours(mail)))
    if mail.return_path == "":
        return says_so and (bool(_SUBJECT.search(mail.subject)) or bool(_CODE.search(_ours(mail))))
    if mail.in_reply_to is not None:
        return False
    return says_so and bool(_SUBJECT.search(mail.subject))


def _has_transcript(mail: Mail) -> bool:
    """The words of an SMTP session, with the codes of a refusal, are no person's."""
    words = _ours(mail)
    return mail.in_reply_to is None and bool(_SAYS_SO.search(words)) and bool(_CODE.search(words))


def _by_json(mail: Mail) -> Bounce | None:
    """Mail services that report by a JSON message: a bounce with its bounced recipients."""
    start = mail.text.find("{")
    if start < 0 or '"bouncedRecipients"' not in mail.text[:MOST_LETTERS]:
        return None
    try:
        told, _ = json.JSONDecoder(strict=False).raw_decode(mail.text[start : start + MOST_LETTERS])
        first = told["bounce"]["bouncedRecipients"][0]
        is_late = str(told["bounce"].get("bounceType", "")).lower() == "transient"
        return Bounce(
            recipient=str(first["emailAddress"]).lower(),
            original_message_id=next(iter(headers.ids((str(told["mail"]["commonHeaders"].get("messageId")),))), None),
            status=str(first["status"]) if "status" in first else None,
            outcome=Outcome.LATE if is_late else Outcome.FAILED,
            why=headers.words(str(first.get("diagnosticCode", "")).rpartition(";")[2])[:400],
        )
    except (ValueError, RecursionError, KeyError, IndexError, TypeError, AttributeError):
        return None


def _by_words(mail: Mail) -> Bounce:
    words = _ours(mail)
    status = _STATUS.search(words)
    code = _CODE.search(words)
    temporary = (status[1] if status else code[0] if code else "").startswith("4")
    gave_up = "giv" in words or "fail" in mail.subject.lower()
    is_late = bool(_LATE.search(mail.subject)) or (not status and not code and bool(_LATE.search(words[:1_000])))
    return Bounce(
        recipient=_named(mail),
        original_message_id=_original(mail),
        status=status[1] if status else f"{code[1]}.0.0" if code else None,
        outcome=Outcome.LATE if is_late or (temporary and not gave_up) else Outcome.FAILED,
        why=_words_of_it(mail),
    )


def _named(mail: Mail) -> str:
    """The address that the words are about: none of ours, none of the server's."""
    told = addresses.read(mail.headers.get("x-failed-recipients", ()))
    if told and told[0].email:
        return told[0].email
    words = _ours(mail)
    besides = {who.email for who in (mail.sender, *mail.to, *mail.delivered_to)}
    found = [address.lower().strip(".'") for address in _ADDRESS.findall(f"{mail.subject}\n{words}")]
    others = [address for address in found if address not in besides and not _DAEMON.search(address.split("@")[0])]
    # An address on a line of its own or in angle brackets is the one; else the first that is named.
    alone = _ALONE.findall(words)
    best = [address.lower() for pair in alone for address in pair if address.lower() in others]
    return next(iter([*best, *others, *found]), "") or _original_to(mail)


def _ours(mail: Mail) -> str:
    """The server's own words: above the copy of our letter."""
    words = mail.text[:MOST_LETTERS]
    copy = _COPY.search(words)
    return words[: copy.start()] if copy and copy.start() > 0 else words


def _words_of_it(mail: Mail) -> str:
    lines = [" ".join(line.split()) for line in _ours(mail).splitlines()]
    telling = [line for line in lines if _STATUS.search(line) or _CODE.search(line)]
    telling += [line for line in lines if _SAYS_SO.search(line)]
    return next(iter([*telling, *(line for line in lines if line), mail.subject]), "")[:400]


def _returned(mail: Mail) -> headers.Fields | None:
    """The header of our letter that came back."""
    for part in mail.parts:
        if part.declared in ("message/rfc822", "text/rfc822-headers", "message/global-headers"):
            fields = headers.fields(headers.split(part.data.lstrip())[0])
            if fields:
                return fields
    words = mail.text[:MOST_LETTERS]
    copy = _COPY.search(words)
    return headers.fields(words[copy.start() :].encode()) if copy else None


def _original(mail: Mail) -> str | None:
    returned = _returned(mail)
    found = headers.ids(returned.get("message-id", ())) if returned else ()
    if found:
        return found[0]
    named = re.search(r"message-id:\s*(<[^<>\s]{3,500}>)", mail.text[:MOST_LETTERS], re.IGNORECASE)
    if named:
        return named[1]
    # A report that only answers names the letter as any answer does.
    return mail.in_reply_to or (mail.references[-1] if mail.references else None)


def _original_to(mail: Mail) -> str:
    returned = _returned(mail)
    people = addresses.read(returned.get("to", ())) if returned else ()
    return people[0].email if people else ""


def _one(fields: headers.Fields, name: str) -> str:
    values = fields.get(name)
    return values[0] if values else ""
