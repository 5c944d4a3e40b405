"""Who buys, who sells, where the goods and the invoice go."""

import math
from collections.abc import Sequence

from rapidfuzz import fuzz

from desk.reading import Evidence, Party
from parsers.form import blocks, closing, letterhead, lexicon, naming
from parsers.form.blocks import Block
from parsers.form.fields import Labelled
from parsers.page import Page

_PROMINENT = 1.25  # of letterhead's worth
_SAME = 88  # of 100: two spellings of one name

_CUSTOMER = frozenset({"customer", "customername", "client", "cliente", "kunde", "klant"})

Found = tuple[dict[str, Party], dict[str, Evidence]]


def find(found: Labelled, pages: Sequence[Page], part: str, ours: tuple[str, ...], *, top: float = math.inf) -> Found:
    """The parties by role (buyer, vendor, ship_to, bill_to) with the place of each name.

    `top` is where the line table begins on the first page: a letterhead stands above it.
    """
    by_role: dict[str, Block] = {}
    known = naming.known(found, pages)
    for role in ("buyer", "vendor", "ship_to", "bill_to"):
        block = blocks.labelled(found, role, top, known)
        if block:
            by_role[role] = block
    addressee = letterhead.addressee(pages)
    if addressee and "vendor" not in by_role:
        by_role["vendor"] = addressee
    if "buyer" not in by_role:
        buyer = _writer(found, pages, by_role, top, known)
        if buyer:
            by_role["buyer"] = buyer
    parties = {role: block.party() for role, block in by_role.items()}
    shown = {f"{role}.name": block.shown(part) for role, block in by_role.items()}
    return _told_apart(parties, shown, ours)


def rival(
    found: Labelled, pages: Sequence[Page], parties: dict[str, Party], ours: tuple[str, ...], *, top: float
) -> str | None:
    """The name of another company in the letterhead that may be the buyer.

    Where "Customer" alone names the buyer, the paper may be that of somebody who orders for a customer; where two
    companies stand side by side, nothing but their places says whose paper it is.
    """
    block = blocks.labelled(found, "buyer", top)
    pair = None if block else letterhead.abreast(pages, found, set(), top)
    buyer = parties.get("buyer")
    if pair and buyer and not naming.known(found, pages).is_at_home(buyer.name or "") and buyer.name == pair[1].name:
        return None if any(_is_alike(pair[0].name, name) for name in ours) else pair[0].name
    headed = letterhead.name(found, pages, set(block.lines[0]) if block else set(), top)
    head = headed.block if headed else None
    if not block or not block.label or block.label.key not in _CUSTOMER or not head or not head.is_company():
        return None
    names = [*ours, *(party.name for party in parties.values() if party.name)]
    return None if any(_is_alike(head.name, name) for name in names) else head.name


def _writer(
    found: Labelled, pages: Sequence[Page], by_role: dict[str, Block], top: float, known: naming.Known
) -> Block | None:
    """Whoever wrote the order, where no label names a buyer: most certain ways first."""
    vendor = by_role.get("vendor")
    for certain in (letterhead.defined(pages), letterhead.sender(pages, top), letterhead.foot(pages, top)):
        if certain and not (vendor and _is_alike(certain.name, vendor.name)):
            return certain
    others = [by_role[role] for role in ("bill_to", "ship_to") if role in by_role]
    others = [one for one in others if not (vendor and _is_alike(one.name, vendor.name))]
    taken = {word for block in by_role.values() for line in block.lines for word in line}
    headed = letterhead.name(found, pages, taken, top, others=[other.name for other in others], known=known)
    head = headed.block if headed else None
    addressee = None if vendor else _addressed(found, pages, others, head, top)
    if head and addressee:
        by_role["vendor"] = head
        return addressee
    pair = None if vendor or others else letterhead.abreast(pages, found, taken, top)
    if pair and not known.is_at_home(pair[0].name):
        by_role["vendor"] = pair[0]
        return pair[1]
    signed = letterhead.signed(pages, top)
    if signed and vendor and _is_alike(signed.name, vendor.name):
        signed = None  # it signs that it accepts
    if headed and _is_strong(headed, others) and not (signed and vendor and _is_alike(headed.block.name, vendor.name)):
        return head
    return signed or closing.company(pages) or next((one for one in others if _is_named(one)), None) or head


def _addressed(
    found: Labelled, pages: Sequence[Page], others: Sequence[Block], head: Block | None, top: float
) -> Block | None:
    """Whoever gets the goods or the invoice and is the addressee too: then the paper is the seller's own form."""
    if head is None or any(letterhead.names_alike(head.name, other.name) for other in others):
        return None
    for other in others:
        own = {word for line in other.lines for word in line}
        if any(_is_alike(phrase.text, other.name) for phrase in letterhead.free(pages, found, own, top)):
            return other
    return None


def _is_strong(headed: letterhead.Head, others: Sequence[Block]) -> bool:
    """A company's name, one that is named again for the goods or the invoice, or one set large at the very top."""
    is_own = any(letterhead.names_alike(headed.block.name, other.name) for other in others)
    return is_own or headed.block.is_company() or headed.worth > _PROMINENT


def _is_named(block: Block) -> bool:
    """The block begins with a name, and with no street."""
    return block.is_company() and not blocks.is_address(block.name)


def _is_alike(name: str, other: str) -> bool:
    return fuzz.ratio(lexicon.key(name), lexicon.key(other)) >= _SAME


def _told_apart(parties: dict[str, Party], shown: dict[str, Evidence], ours: tuple[str, ...]) -> Found:
    """Our own name is the vendor's, wherever it stands."""
    buyer, vendor = parties.get("buyer"), parties.get("vendor")
    if buyer and _is_ours(buyer.name, ours):
        others = ((role, parties[role]) for role in ("vendor", "bill_to", "ship_to") if role in parties)
        other = next(((role, party) for role, party in others if not _is_ours(party.name, ours)), None)
        parties["vendor"], shown["vendor.name"] = buyer, shown["buyer.name"]
        if other:
            parties["buyer"] = vendor if other[0] == "vendor" and vendor else other[1]
            shown["buyer.name"] = shown[f"{other[0]}.name"]
        else:
            del parties["buyer"], shown["buyer.name"]
    return parties, shown


def _is_ours(name: str | None, ours: tuple[str, ...]) -> bool:
    return bool(name) and any(fuzz.ratio(lexicon.key(name or ""), lexicon.key(one)) >= _SAME for one in ours)
