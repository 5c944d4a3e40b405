"""Whether the From of a mail can be believed."""

from dataclasses import dataclass
from enum import StrEnum

from parsers import addresses, authentication
from parsers.mail import Mail

# Registries sell names below these ("buyer.co.uk"), so "co.uk" itself speaks for nobody. The rule takes the usual
# second levels below a country; a name missing here could at worst be signed by the registry itself.
_SECOND_LEVELS = frozenset(
    "ac co com edu gen gob gouv gov go govt id info int ltd me mil muni ne net nhs nom or org plc sch web".split()
)
_COUNTRY = 2
# Microsoft 365 writes its verdict on top of every mail that comes in, without a name, and renames those that came
# along; who sets this word as the authserv-id says that their mailbox lies there.
NAMELESS = "microsoft"
# A server that does as the domain owner's policy says may name the policy as the result.
_AGAINST = frozenset({"fail", "softfail", "hardfail", "policy", "quarantine", "reject"})


class Level(StrEnum):
    """How well a From is proved, best first."""

    DMARC = "dmarc"
    DKIM_ALIGNED = "dkim_aligned"
    UNVERIFIED = "unverified"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Belief:
    """The level, one sentence that says why, and the address that is believed (empty where none is)."""

    level: Level
    why: str
    address: str = ""

    @property
    def is_believed(self) -> bool:
        """The From is proved by DMARC or by an aligned signature."""
        return self.level in (Level.DMARC, Level.DKIM_ALIGNED)


def believe(mail: Mail, *, authserv_id: str) -> Belief:
    """Judge the From by our own mail server's topmost Authentication-Results; any other server's word is nothing.

    `authserv_id` is the name that server gives itself there (RFC 8601, 2.5). Where the field breaks the grammar,
    names two verdicts, or there are several Froms, nobody is believed.
    """
    froms = mail.headers.get("from", ())
    people = addresses.read(froms)
    if len(froms) > 1 or len(people) > 1:
        return Belief(Level.FAILED, "The mail names more than one sender, so none of them is believed.")
    domain = _ascii(people[0].domain) if people else ""
    if not domain:
        return Belief(Level.UNVERIFIED, "The mail names no sender address that can be read.")
    results = _ours(mail, authserv_id)
    if results is None:
        return Belief(
            Level.UNVERIFIED, f"No readable verdict of our own mail server ({authserv_id}) stands in the mail."
        )
    return _judged(results, domain, people[0].email)


def _judged(results: authentication.Results, domain: str, address: str) -> Belief:
    dmarc = [clause for clause in results.clauses if clause.method == "dmarc"]
    if any(clause.result in _AGAINST for clause in dmarc):
        return Belief(Level.FAILED, f"Our mail server found that the mail does not come from {domain} (DMARC).")
    if len(dmarc) > 1:
        return Belief(Level.FAILED, "Our mail server's verdict names two DMARC results; one was expected.")
    if [clause.result for clause in dmarc] == ["pass"]:
        return _by_dmarc(dmarc[0], domain, address)
    signers = [_signer(clause) for clause in results.clauses if clause.method == "dkim" and clause.result == "pass"]
    for signer in signers:
        if signer and is_aligned(signer, domain):
            return Belief(Level.DKIM_ALIGNED, f"The mail carries a valid signature of {signer} (DKIM).", address)
    others = ", ".join(sorted({signer for signer in signers if signer}))
    if others:
        return Belief(Level.UNVERIFIED, f"The mail is signed by {others}, which does not speak for {domain}.")
    return Belief(Level.UNVERIFIED, f"Nothing proves that the mail comes from {domain}: no DMARC pass, no signature.")


def _by_dmarc(clause: authentication.Clause, domain: str, address: str) -> Belief:
    told = tuple(_ascii(value.rpartition("@")[2]) for value in clause.values("header.from"))
    if told == (domain,):
        return Belief(Level.DMARC, f"Our mail server confirms that the mail comes from {domain} (DMARC).", address)
    named = " and ".join(told) or "no domain"
    return Belief(Level.FAILED, f"Our mail server's DMARC pass is for {named}, but the mail says {domain}.")


def _signer(clause: authentication.Clause) -> str | None:
    """The signing domain of a DKIM result; None where the clause names none, or two."""
    domains = clause.values("header.d")
    if not domains:  # RFC 8601, 2.7.1 allows the signing identity ("@buyer.example") instead
        domains = tuple(value.rpartition("@")[2] for value in clause.values("header.i"))
    return _ascii(domains[0]) or None if len(domains) == 1 else None


def is_aligned(signer: str, domain: str) -> bool:
    """Whether `signer` speaks for `domain`: the same, or a parent that one can own.

    DMARC's relaxed alignment also lets "shop.host.example" sign for "host.example". Told apart from a customer of a
    hosting firm only by the public suffix list, that is left to the mail server's own DMARC verdict.
    """
    if signer == domain:
        return "." in domain and not is_public(domain)
    return domain.endswith("." + signer) and not is_public(signer)


def is_public(domain: str) -> bool:
    """A name under which strangers register theirs: one label ("com"), or a usual second level ("co.uk")."""
    labels = domain.split(".")
    if len(labels) < 2:  # noqa: PLR2004 - a top level
        return True
    return len(labels) == _COUNTRY and len(labels[1]) == _COUNTRY and labels[0] in _SECOND_LEVELS


def _ours(mail: Mail, authserv_id: str) -> authentication.Results | None:
    """The topmost field of our own server. One that breaks the grammar may be ours too: then nothing is believed."""
    fields = mail.headers.get("authentication-results", ())
    if authserv_id.strip().lower() == NAMELESS:
        return authentication.read_nameless(fields[0], NAMELESS) if fields else None
    for field in fields:
        results = authentication.read(field)
        if results is None:
            return None
        if results.authserv_id == authserv_id.strip().lower():
            return results
    return None


def _ascii(domain: str) -> str:
    """A domain in the form in which it is looked up (xn--), lower case; empty where it is none."""
    domain = domain.strip().rstrip(".").lower()
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    return domain
