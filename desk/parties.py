"""Buyers and their contacts, and who may speak for whom."""

from dataclasses import dataclass

# Mailbox providers that anybody may join: two addresses there are two strangers, never colleagues.
FREEMAIL = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk ymail.com icloud.com "
    "me.com mac.com aol.com gmx.com gmx.de gmx.net web.de t-online.de mail.com mail.ru yandex.ru yandex.com "
    "proton.me protonmail.com zoho.com fastmail.com orange.fr wanadoo.fr free.fr laposte.net libero.it "
    "virgilio.it qq.com 163.com 126.com naver.com btinternet.com sky.com comcast.net verizon.net att.net".split()
)


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a buyer; `email` is in lower case."""

    email: str
    name: str = ""
    may_approve: bool = True


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who orders from us. `tier` names the price list that was agreed; `domains` are the buyer's own mail domains."""

    id: str
    name: str
    currency: str
    country: str = ""
    payment_terms: str = ""
    tier: str = ""
    contacts: tuple[Contact, ...] = ()
    domains: tuple[str, ...] = ()


def domain(email: str) -> str:
    """The part behind the last @, in lower case; "" where there is no @."""
    _, at, behind = email.rpartition("@")
    return behind.lower() if at else ""


def is_of(buyer: Buyer, email: str) -> bool:
    """This address is a contact of the buyer, or stands in one of its own domains."""
    email = email.lower()
    if any(contact.email == email for contact in buyer.contacts):
        return True
    return domain(email) in buyer.domains and domain(email) not in FREEMAIL


def may_approve(buyer: Buyer, email: str, *, colleagues: bool) -> bool:
    """May this address say yes for the buyer? A known contact as marked; a colleague only where policy allows."""
    email = email.lower()
    for contact in buyer.contacts:
        if contact.email == email:
            return contact.may_approve
    return colleagues and is_of(buyer, email)
