"""Companies that nobody has founded: a name, an address, a number, somebody who writes for them."""

import random
import re
import unicodedata
from dataclasses import dataclass

from playground.orders import dice
from playground.orders.places import Place

_EAST = {"ja", "zh"}


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody who trades, at one address."""

    name: str
    address: tuple[str, ...]
    country: str
    contact: str
    email: str
    phone: str
    tax_id: str


def any_company(place: Place, chance: random.Random, *, away: bool = False) -> Company:
    """A company of this country; the address of one `away` from its customer names the country."""
    name = _name(place, chance)
    contact = chance.choice(place.people)
    domain = f"{_plain(name) or 'trade' + str(chance.randint(10, 99))}.example"
    country = (place.name,) if away or dice.happens(chance, 0.5) or "$" in place.signs[0] else ()
    return Company(
        name=name,
        address=(*address(place, chance), *country),
        country=place.code,
        contact=contact,
        email=f"{chance.choice(('orders', 'purchasing', _plain(contact) or 'info'))}@{domain}",
        phone=f"+{chance.randint(30, 99)} {chance.randint(100, 999)} {chance.randint(100000, 999999)}",
        tax_id=f"{place.code}{chance.randint(100_000_000, 999_999_999)}",
    )


def address(place: Place, chance: random.Random) -> tuple[str, ...]:
    """Street and town."""
    street = chance.choice(place.streets).format(n=chance.randint(1, 98))
    pattern = place.pattern.replace("{town}", "\0")
    coded = re.sub("9", lambda _: str(chance.randint(1, 9)), pattern)
    coded = re.sub("A", lambda _: chance.choice("BDFHKLMNRSTW"), coded)
    return street, coded.replace("\0", chance.choice(place.towns))


def warehouse(company: Company, place: Place, chance: random.Random) -> Company:
    """Where a company's goods go: the same name or that of its store, another address."""
    suffix = {
        "en": ("Warehouse", "DC 2", "Store 14"), "de": ("Lager", "Wareneingang"), "fr": ("Entrepôt", "Dépôt Sud"),
        "es": ("Almacén",), "it": ("Magazzino",), "nl": ("Magazijn",), "pt": ("Armazém",), "sv": ("Lager",),
        "pl": ("Magazyn",), "cs": ("Sklad",), "tr": ("Depo",), "ja": ("倉庫",), "zh": ("仓库",),
    }[place.language]  # fmt: skip
    stem = company.name if dice.happens(chance, 0.5) else _stem(company.name, place)
    return Company(
        name=f"{stem} {chance.choice(suffix)}",
        address=(*address(place, chance), *((place.name,) if place.name in company.address else ())),
        country=place.code,
        contact=chance.choice(place.people),
        email=company.email,
        phone=company.phone,
        tax_id=company.tax_id,
    )


def _name(place: Place, chance: random.Random) -> str:
    form, word = chance.choice(place.forms), chance.choice(place.words)
    if place.language in _EAST:
        return form + word if form == "株式会社" and dice.happens(chance, 0.5) else word + form
    second = chance.choice(("", "", chance.choice(_TRADES[place.language])))
    return " ".join(part for part in (word, second, form) if part)


def _stem(name: str, place: Place) -> str:
    for form in sorted(place.forms, key=len, reverse=True):
        name = name.replace(form, "")
    return name.strip()


def _plain(words: str) -> str:
    """For an address in the mail: small Latin letters."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z]+", "", plain)[:14]


_TRADES = {
    "en": ("Supply", "Homeware", "Tools", "Outfitters", "Distribution", "Components"),
    "de": ("Wohnen", "Werkzeuge", "Handel", "Technik"),
    "fr": ("Décoration", "Distribution", "Outillage"),
    "es": ("Hogar", "Suministros", "Comercial"),
    "it": ("Forniture", "Casa", "Ferramenta"),
    "nl": ("Groothandel", "Wonen", "Techniek"),
    "pt": ("Comércio", "Distribuição"),
    "sv": ("Handel", "Interiör"),
    "pl": ("Hurtownia", "Dom"),
    "cs": ("Obchod", "Velkoobchod"),
    "tr": ("Ticaret", "Ev Gereçleri"),
}
