"""Orders in words: lists such as "12 x RNG-114 @ 9.80", and sentences such as "we will take 300 of the gold hoops"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.reading import Evidence, Line
from parsers import dates, numbers, page
from parsers.form import fields
from parsers.numbers import Mark
from parsers.page import Page, Row

_UNIT = (
    r"(?:pcs?|pieces?|units?|ea|each|pairs?|prs?|sets?|box(?:es)?|dozens?|doz|dz|packs?|pkts?|cartons?|"
    r"ctns?|cases?|bags?"
    r"|rolls?|kgs?|stk|stück|stueck|paar|karton|pezzi|pz|paia|unidades?|uds?|pares|cajas?|pièces?|paires?|"
    r"boîtes?|stuks?"
    r"|peças?|caixas?)"
)
_FIGURE = r"\d[\d.,']*"
_PRICE = re.compile(
    rf"(?:@|\bat\b|\bfor\b|\bà\b|\bzu\b|\bje\b|\ba\b(?= ?[€$£]))\s*(?:[A-Z]{{3}} ?|[€$£] ?)?(?P<price>{_FIGURE})\s*"
    r"(?:[€$£]|[A-Z]{3}\b)?\s*(?:each|ea\b|apiece|per \w+|/ ?\w+|a piece|pro \w+|le \w+|cada uno)?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*•·–>]+|\(?\d{1,3}[.)](?=\s))\s*")
_LISTED = (
    # 12 x RNG-114 Gold ring · 12 pcs RNG-114
    re.compile(
        rf"^(?P<q>{_FIGURE})\s*(?:[x×*]|(?P<u>{_UNIT})\.?(?:\s+(?:of|de|di|von|van))?)\s+(?P<what>\S.*)$", re.IGNORECASE
    ),
    # RNG-114 x 12 · Gold ring, 12 pcs · RNG-114: 12
    re.compile(rf"^(?P<what>\S.*?)\s*[x×]\s*(?P<q>{_FIGURE})\s*(?P<u>{_UNIT})?\.?$", re.IGNORECASE),
    re.compile(rf"^(?P<what>\S.*?)\s*[-–:,=]\s*(?:qty\.?:?\s*)?(?P<q>{_FIGURE})\s*(?P<u>{_UNIT})\.?$", re.IGNORECASE),
    re.compile(rf"^(?P<what>(?=\S*\d)[A-Z][\w./-]{{3,}})\s*[-–:,=]\s*(?:qty\.?:?\s*)?(?P<q>{_FIGURE})$"),
)
_WANTS = (
    r"(?:(?:we|i)(?:'ll| will| would like to|'d like to| want to)?|please|pls|kindly|to|can you|could you|"
    r"wir|ich|bitte|nous|je|veuillez|merci de|vorrei|vorremmo|por favor|quisiera|quisiéramos|wij|graag|gostaria de)"
)
_VERB = (
    r"(?:take|order|buy|purchase|need|want|have|send(?: us| me)?|ship(?: us| me)?|get|deliver|supply|like|"
    r"reserve|book|add|reorder|re-order|"
    r"bestellen|bestelle|brauchen|benötigen|nehmen|schicken sie(?: uns)?|senden sie(?: uns)?|liefern sie(?: uns)?|"
    r"commandons|commander|commande|prenons|voudrions|voudrais|envoyer|livrer|ordinare|ordiniamo|ordino|"
    r"pedir|pedimos|encargar|"
    r"enviar|envíen|mandar|bestel|nemen|encomendar|would like|'d like|the following)"
)
_SAID = re.compile(rf"\b{_WANTS}\s+(?:\w+ ){{0,2}}?{_VERB}\b(?P<rest>.*)$", re.IGNORECASE)
_PORTION = re.compile(
    rf"(?<![\w.,@€$£/-])(?P<q>{_FIGURE})\s*(?:[x×]\s*|(?P<u>{_UNIT})\b\.?\s*)?(?:(?:more|further|additional)\s+)?"
    r"(?:of\s+)?(?:(?:the|your|our|those|these|der|die|das|des|de|la|le|les|los|las|dei|delle)\s+)*"
    r"(?P<what>[^\W\d_](?:[^,;.?!\n]|\.(?=\w))*?)"
    rf"(?=\s*(?:,|;|\.(?:\s|$)|!|\?|$|\b(?:and|und|et|y|e|en)\b\s+{_FIGURE}|@|\bat\b [€$£\d]|\bplease\b))",
    re.IGNORECASE,
)
_NOT_GOODS = re.compile(
    r"^(?:days?|weeks?|months?|years?|hours?|minutes?|lines?|pages?|copies|copy|questions?|times?|percent|"
    r"items? (?:are|were|on)|for\b|you\b|we\b|they\b|it\b|is\b|are\b|was\b|will\b|and\b|or\b|of you\b|million|billion|"
    r"thousand|business|working|users?\b|people|persons?\b|customers?\b|invoices?\b|notices?\b|"
    r"arrival notice|e-?mails?\b|"
    r"calls?\b|meetings?\b|issues?\b|tickets?\b|accounts?\b|links?\b|steps?\b|quotes?\b|orders?\b|offers?\b|"
    r"tage|wochen|jours|semaines|giorni|días|am\b|pm\b|o'?clock|on\b|by\b|at\b|from\b|in\b|to\b|before\b|"
    r"after\b|until\b|bis\b|am \d|st\b|nd\b|rd\b|th\b|more (?:days|weeks)|attach|purchase order)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:return|refund|replace|damaged|broken|missing|received|invoiced|short-shipped|not|n't|never|"
    r"no longer|cancel|instead of|nicht|kein|ne pas|non|nicht|no queremos|niet)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:quote|quotation|price for|prices? of|how much|what (?:is|would|are)|do you have|in stock|"
    r"available|availability|lead time|"
    r"angebot|preis für|devis|cotización|preventivo|offerte)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s+(?:to|for|by|at|as|from) (?:our|the|us|me|next|this|end|soon|my)\b.*$", re.IGNORECASE)
_CODE = re.compile(r"^(?=.*\d)(?=.*[A-Z])[A-Z0-9][A-Z0-9./_-]{3,}$")
_MOST = 400  # lines of one letter
_LONGEST = 600  # letters of a sentence that are looked at


ORDER_NUMBER = re.compile(
    r"\b(?:p\.?o\.?|purchase order|bestellung|commande|pedido|ordine|bestelling)\s*(?:no\.?|nr\.?|number|"
    r"n[°º.]|#)?\s*(?:[:#]|\b(?:is|ist|est|es|è)\b)?\s*"
    r"(?P<number>(?=[\w./-]*\d)[A-Z0-9][A-Z0-9./_-]{2,}[A-Z0-9])\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """What the words of a letter order: the lines with their evidence; or what is asked, not ordered."""

    number: str | None
    lines: tuple[Line, ...]
    evidence: dict[str, Evidence]
    asks: bool


def read(pages: Sequence[Page], mark: Mark, part: str) -> Said:
    """The orders that lists and sentences state, line by line; empty where they state none."""
    lines: list[Line] = []
    evidence: dict[str, Evidence] = {}
    asks, number = False, None
    for sheet in pages[:20]:
        for sentence, rows in _sentences(sheet):
            found = list(_lines(sentence, mark))
            named = ORDER_NUMBER.search(sentence) if number is None else None
            if named and not dates.find(named["number"]):
                number = named["number"]
                evidence["po_number"] = Evidence(part, sheet.number, sentence, page.box(rows[0].words))
            asks = asks or bool(_ASKS.search(sentence))
            for line in found[: _MOST - len(lines)]:
                shown = Evidence(part, sheet.number, sentence, page.box([word for row in rows for word in row.words]))
                at = len(lines)
                evidence[f"lines.{at}.quantity"] = evidence[f"lines.{at}.description"] = shown
                if line.unit_price is not None:
                    evidence[f"lines.{at}.unit_price"] = shown
                lines.append(line)
    return Said(number, tuple(lines), evidence, asks)


def number(pages: Sequence[Page], part: str) -> list[fields.Candidate[str]]:
    """The number of an order that a sentence names, where no label does: "our purchase order no. 4711 of 3 May"."""
    for sheet in pages[:_FIRST]:
        for sentence, rows in _sentences(sheet):
            named = ORDER_NUMBER.search(sentence)
            if named and not dates.find(named["number"]):
                shown = Evidence(part, sheet.number, sentence, page.box(rows[0].words))
                return [fields.Candidate(named["number"], SPOKEN, shown)]
    return []


_FIRST = 2  # pages
SPOKEN = 2.0  # less than a label of its own


def _sentences(sheet: Page) -> Iterator[tuple[str, list[Row]]]:
    """Rows put together where a sentence wraps: the next row begins in lower case, or this one breaks off."""
    text, rows = "", list[Row]()
    for row in sheet.rows:
        words = row.text[:_LONGEST]
        is_close = bool(rows) and row.top - rows[-1].bottom < 0.9 * row.height
        if text and is_close and _goes_on(text, words):
            text, rows = f"{text} {words}"[:_LONGEST], [*rows, row]
            continue
        if text:
            yield text, rows
        text, rows = words, [row]
    if text:
        yield text, rows


def _goes_on(text: str, after: str) -> bool:
    if _BULLET.match(after) or len(text) < 45 or text.endswith((".", "!", "?", ":", ";")):  # noqa: PLR2004 - a wrapped line is long
        return False
    return not any(shape.match(after) for shape in _LISTED[:1])


def _lines(sentence: str, mark: Mark) -> Iterator[Line]:
    bare = _BULLET.sub("", sentence).strip()
    priced = _PRICE.search(bare)
    price = numbers.value(priced["price"].rstrip(".,"), mark) if priced else None
    core = (bare[: priced.start()] + " " + bare[priced.end() :]).strip(" ,;-–") if priced else bare.rstrip(" ,;.")
    for shape in _LISTED:
        found = shape.match(core)
        if found and not _NO.search(core) and (line := _line(found, mark, price)) is not None:
            yield line
            return
    said = _SAID.search(sentence)
    if said and not _NO.search(sentence) and not dates.find(said["rest"][:12]):
        for found in _PORTION.finditer(said["rest"]):
            own = _PRICE.match(said["rest"], _after(found, said["rest"]))
            cost = numbers.value(own["price"].rstrip(".,"), mark) if own else None
            line = _line(found, mark, cost)
            if line is not None:
                yield line


def _after(found: re.Match[str], text: str) -> int:
    return found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())


def _line(found: re.Match[str], mark: Mark, price: Decimal | None) -> Line | None:
    quantity = numbers.value(found["q"].rstrip(".,"), mark)
    what = _WHERE.sub("", re.sub(r"\s+", " ", found["what"])).strip(" ,;.-–:()")
    if quantity is None or not 0 < quantity < 10_000_000 or not what or _NOT_GOODS.match(what) or len(what) > 160:  # noqa: PLR2004
        return None
    if (
        any(c in what for c in '<>="{}')
        or not any(c.isalpha() for c in what)
        or what[0].isdigit()
        or dates.find(found.group())
    ):
        return None
    code = next((word.strip("(),") for word in what.split() if _CODE.match(word.strip("(),"))), None)
    words = " ".join(word for word in what.split() if word.strip("(),") != code).strip(" -–,") or None
    unit = found.groupdict().get("u")
    return Line(
        quantity=quantity, sku=code, description=words or code, unit=unit.lower() if unit else None, unit_price=price
    )
