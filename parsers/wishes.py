"""What a letter asks about an order that stands: that it be cancelled, or that it be changed."""

import re
import unicodedata
from dataclasses import replace
from typing import NamedTuple

from desk.reading import Doubt, Evidence, Kind, Order, Reading
from parsers import dates
from parsers.form import prose
from parsers.mail import Mail

_MOST_LETTERS = 6_000
_ORDER = (
    r"(?:p\.?o\.?s?\b|orders?\b|bestellung|auftrag|commande|pedido|orden de compra|encomenda|ordine|bestelling"
    r"|zamowieni|bestallning|ordre)"
)
_ASKS = (
    r"(?:please|pls|kindly|can you|could you|we (?:would like|wish|want|need|have|must|are)"
    r"|i (?:would like|want|need|am)|bitte|wir (?:mussen|mochten|bitten)|merci de|veuillez"
    r"|nous (?:souhaitons|devons|voulons)|por favor|rogamos|deseamos|solicitamos|necesitamos|vi preghiamo|vogliate"
    r"|dobbiamo|desideriamo|graag|wij (?:willen|moeten)|prosimy|pedimos)"
)
_CANCEL = (
    r"(?:cancel|annul|withdraw|stornier|annullier|widerruf|annuler|annulation|cancelar|anular|annullare|annullate"
    r"|annullamento|annuleren|annuleer|anulow|avbestall|afbestil)"
)
_CHANGE = (
    r"(?:change|amend|update|revise|modify|alter|adjust|increase|reduce|decrease|add|remove|replace|swap|postpone|delay"
    r"|move|bring forward|push back|reschedule|andern|erhohen|reduzieren|verschieben|erganzen|modifier|changer|ajouter"
    r"|augmenter|reporter|modificar|cambiar|anadir|aumentar|reducir|aplazar|modificare|cambiare|aggiungere|aumentare"
    r"|ridurre|wijzig|aanpassen|toevoegen|verhogen|alterar|acrescentar|zmieni)"
)
_REVISED = r"(?:revis|amend|updated|changed?\b|modifi|geandert|anderung|wijziging|gewijzigd|variazione|rectifi)"
_REVISES = r"(?:revis|amend|rev\.? ?[1-9]|change\b|changed\b|update\b|updated\b|anderung|modifi)"
_BODY = {
    Kind.ORDER_CANCELLATION: re.compile(
        rf"\b{_ASKS}\b[^.!?;]{{0,60}}?\b{_CANCEL}|\b{_CANCEL}\w*\b[^.!?;]{{0,30}}\b{_ORDER}"
    ),
    Kind.ORDER_CHANGE: re.compile(
        rf"\b{_ASKS}\b[^.!?;]{{0,40}}?\b{_CHANGE}\w*\b[^.!?;]{{0,120}}?\b{_ORDER}"
        rf"|\b{_ASKS}\b[^.!?;]{{0,80}}?\b{_ORDER}[^.!?;]{{0,60}}?\b{_CHANGE}\w*\b"
    ),
}
_SUBJECT = {
    Kind.ORDER_CANCELLATION: re.compile(
        rf"\b{_CANCEL}\w*\b.{{0,40}}\b{_ORDER}|\b{_ORDER}.{{0,40}}\b(?:{_CANCEL}|storno)"
    ),
    Kind.ORDER_CHANGE: re.compile(rf"\b{_REVISED}\w*.{{0,40}}\b{_ORDER}|\b{_ORDER}.{{0,40}}\b{_REVISES}"),
}
_NOT = re.compile(
    r"\b(?:not|n't|never|nicht|cannot|ne pas|no (?:se )?(?:puede|queremos)|non|niet|polic(?:y|ies)|fees?|charges?)\b"
)


class Wish(NamedTuple):
    """What is asked, of which order (None: it is not named), and the words that ask it."""

    kind: Kind
    number: str | None
    words: str


def of(seen: Mail) -> Wish | None:
    """What the subject or the letter's own words ask; what it quotes of another letter does not count."""
    own = "\n".join(line for line in seen.text[:_MOST_LETTERS].splitlines() if not line.lstrip().startswith(">"))
    for kind, shape in _SUBJECT.items():
        if shape.search(_folded(seen.subject)):
            return Wish(kind, _number(seen.subject) or _number(own), seen.subject)
    for sentence in re.split(r"(?<=[.!?])\s+|\n\s*\n", own):
        plain = _folded(sentence)
        for kind, shape in _BODY.items():
            if shape.search(plain) and not _NOT.search(plain):
                return Wish(
                    kind, _number(sentence) or _number(seen.subject) or _number(own), " ".join(sentence.split())
                )
    return None


def apply(wish: Wish, found: Reading, *, is_letter: bool) -> Reading:
    """The reading of a mail that asks this. A letter alone is no new order; files beside it are asked about."""
    what = "change" if wish.kind is Kind.ORDER_CHANGE else "cancel"
    why = f"Is this to {what} an order that was sent before? The mail says: “{wish.words[:160]}”"
    doubt = Doubt("kind", why)
    if found.kind is Kind.PURCHASE_ORDER and found.orders and not is_letter:
        return replace(found, doubts=(*found.doubts, doubt), touchless=False)
    if found.kind is Kind.PURCHASE_ORDER and found.orders:
        return replace(found, kind=wish.kind, doubts=(*found.doubts, doubt), touchless=False)
    if found.kind is not Kind.OTHER or found.orders or found.error:
        return found
    shown = {"po_number": Evidence("letter", 1, wish.words[:300])} if wish.number else {}
    return Reading(wish.kind, (Order((), po_number=wish.number, evidence=shown),), (doubt,))


def _number(text: str) -> str | None:
    hit = prose.ORDER_NUMBER.search(text) or _PLAIN_ORDER.search(text)
    return hit["number"] if hit and not dates.find(hit["number"]) else None


_PLAIN_ORDER = re.compile(
    r"\b(?:order|auftrag|encomenda|orden de compra|zamówieni\w*|beställning|ordre)\s*(?:no\.?|nr\.?|#)?\s*[:#]?\s*"
    r"(?P<number>(?=[\w./-]*\d)[A-Z0-9][A-Z0-9./_-]{2,}[A-Z0-9])\b",
    re.IGNORECASE,
)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).lower().split())
