"""A buyers file as buyers, the people who write for them, and their own part numbers."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import getaddresses
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.importing import cells, columns, entry, report, tables
from desk import parties

COLUMNS: tuple[columns.Column, ...] = (
    columns.Column("id", ("code", "buyer", "buyer id", "account", "account no", "customer no", "customer number",
                          "customer id", "customer code", "kundennummer", "kunden nr", "kundennr")),
    columns.Column("name", ("buyer name", "customer", "customer name", "company", "company name", "firma", "kunde",
                            "client", "société", "raison sociale", "cliente"), needed=True),
    columns.Column("contacts", ("contact", "email", "emails", "e mail", "mail", "e mails", "email address",
                                "email addresses", "addresses", "courriel", "correo"), needed=True),
    columns.Column("currency", ("curr", "währung", "devise", "valuta")),
    columns.Column("country", ("country code", "land", "pays", "país", "paese")),
    columns.Column("payment terms", ("terms", "payment", "zahlungsbedingungen", "conditions de paiement")),
    columns.Column("price list", ("tier", "price tier", "price group", "list", "pricelist", "preisliste", "tarif")),
    columns.Column("domains", ("domain", "mail domain", "mail domains", "website")),
    columns.Column("approvers", ("approver", "may approve", "who may approve")),
    columns.Column("part numbers", ("part number", "own part numbers", "customer items", "artikelnummern")),
)  # fmt: skip
_NONE: tuple[str, ...] = ()
_NOBODY: tuple[tuple[str, str], ...] = ()
_BETWEEN = re.compile(r"[;\n|]+")
_BETWEEN_WORDS = re.compile(r"[;,\s|]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A buyer, and our SKU for each of its own part numbers."""

    buyer: parties.Buyer
    part_numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a buyers file may refer to; None where nothing is known that it could be checked against."""

    skus: Collection[str] | None = None
    price_lists: Collection[str] | None = None


def read(
    path: Path,
    *,
    currency: str,
    ours: Catalogue = Catalogue(),
    progress: report.Progress | None = None,
) -> report.Report[Known]:
    """The buyers of a CSV or XLSX file, one a row; `currency` is meant where the file names none.

    Several contacts, domains and part numbers ("THEIRS=OURS") are parted by semicolons. TableError where the file
    is no table or lacks a column; anything less is a complaint in the report.
    """
    rows = tables.rows(path)
    placed = columns.place(rows, COLUMNS, file=path.name)
    below = [row for row in rows if row.number > placed.row]
    found: list[Known] = []
    complaints: list[report.Complaint] = []
    seen: dict[str, int] = {}
    for done, row in enumerate(below, start=1):
        told = entry.Entry(row, placed)
        known = _known(told, currency, ours)
        first = seen.setdefault(known.buyer.id.casefold(), row.number)
        if first != row.number:
            told.complain("id" if "id" in placed.at else "name", f"stands in row {first} already")
        found.append(known)
        complaints += told.complaints
        report.told(progress, done, len(below))
    return report.made(found, complaints, ignored=list(placed.unknown.values()), rows=len(below))


def _known(told: entry.Entry, currency: str, ours: Catalogue) -> Known:
    name = told.needed("name")
    told.needed("contacts")
    approvers = told.take_text("approvers", _emails, _NONE)
    contacts = told.take_text("contacts", _contacts, _NOBODY)
    _check_approvers(told, approvers, contacts)
    buyer = parties.Buyer(
        id=told.text("id") or _id(name),
        name=name,
        currency=told.take_text("currency", cells.currency, currency),
        country=told.take_text("country", cells.country, ""),
        payment_terms=told.text("payment terms"),
        tier=told.take_text("price list", lambda said: _price_list(said, ours), ""),
        contacts=tuple(
            parties.Contact(email, person, may_approve=not approvers or email in approvers)
            for person, email in contacts
        ),
        domains=told.take_text("domains", _domains, _NONE),
    )
    return Known(buyer, told.take_text("part numbers", lambda said: _part_numbers(said, ours), {}))


def _contacts(said: str) -> tuple[tuple[str, str], ...]:
    """("Ana Whitlock", "ana@…") for each of "Ana Whitlock <ana@…>; orders@…"."""
    found = [pair for one in _BETWEEN.split(said) if one.strip() for pair in _one_contact(one)]
    return tuple((person.strip(), cells.email(email)) for person, email in found)


def _one_contact(said: str) -> Sequence[tuple[str, str]]:
    """A name may hold a comma ("Whitlock, Ana <ana@…>"); bare addresses may be parted by one."""
    named = re.fullmatch(r"\s*\"?(?P<person>[^<>\"]*)\"?\s*<(?P<email>[^<>]+)>\s*", said)
    if named:
        return [(named["person"], named["email"].strip())]
    several = getaddresses([said])
    return several if len(several) > 1 and all(email for _, email in several) else [("", said.strip())]


def _emails(said: str) -> tuple[str, ...]:
    return tuple(cells.email(one) for one in _BETWEEN_WORDS.split(said) if one)


def _check_approvers(told: entry.Entry, approvers: Sequence[str], contacts: Sequence[tuple[str, str]]) -> None:
    strangers = sorted(set(approvers) - {email for _, email in contacts})
    if strangers and contacts:
        told.complain("approvers", f"names {', '.join(strangers)}, who is not among the contacts")


def _domains(said: str) -> tuple[str, ...]:
    found = tuple(cells.domain(one) for one in _BETWEEN_WORDS.split(said) if one)
    for one in found:
        if one in parties.FREEMAIL:
            raise cells.BadCellError(f"holds {one}, where anybody may have a mailbox; list the people as contacts")
    return found


def _price_list(said: str, ours: Catalogue) -> str:
    """A price list of the catalogue; "" is everybody's."""
    plain = columns.plain(said)
    if ours.price_lists is None or plain in ours.price_lists:
        return plain
    near = process.extractOne(plain, [one for one in ours.price_lists if one], scorer=fuzz.ratio, score_cutoff=60)
    raise cells.BadCellError("is no price list of the catalogue" + (f"; did you mean {near[0]!r}?" if near else ""))


def _part_numbers(said: str, ours: Catalogue) -> dict[str, str]:
    return dict(_pairs(said, ours))


def _pairs(said: str, ours: Catalogue) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for one in _BETWEEN.split(said):
        theirs, sign, sku = (part.strip() for part in one.partition("="))
        if not one.strip():
            continue
        if not (theirs and sign and sku):
            raise cells.BadCellError(f'holds {one.strip()!r}; "THEIR-NUMBER=OUR-SKU" was expected')
        if ours.skus is not None and sku not in ours.skus:
            raise cells.BadCellError(f"gives {theirs} to {sku}, which is no SKU of the catalogue")
        if seen.setdefault(theirs, sku) != sku:
            raise cells.BadCellError(f"gives {theirs} to both {seen[theirs]} and {sku}")
        yield theirs, sku


def _id(name: str) -> str:
    """A short name for a buyer whom the file gives none: "Melrose & Finch Ltd" is MELROSE-FINCH-LTD."""
    return "-".join(re.findall(r"[^\W_]+", name)).upper()
