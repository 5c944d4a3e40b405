"""Buyers come back as they were kept, and are found by the addresses that are theirs."""

from dataclasses import replace

from desk import parties
from store import unit
from tests import build


def keep(store: unit.Store, *many: parties.Buyer) -> None:
    with store.unit() as books:
        for buyer in many:
            books.parties.keep(buyer)


def found(store: unit.Store, email: str) -> list[str]:
    with store.look() as books:
        return [buyer.id for buyer in books.parties.of_address(email)]


def test_a_buyer_comes_back_equal(store: unit.Store) -> None:
    people = (build.contact(), build.contact(email="cat@fernhill.example", name="Cat", may_approve=False))
    buyer = replace(build.buyer(contacts=people, domains=("fernhill.example", "fern.test"), tier="gold"), country="GB")
    keep(store, buyer)

    with store.look() as books:
        assert books.parties.get("fernhill") == buyer
        assert books.parties.every() == (buyer,)
        assert books.parties.get("nobody") is None


def test_keeping_a_buyer_again_replaces_contacts_and_domains(store: unit.Store) -> None:
    keep(store, build.buyer())
    keep(store, build.buyer(contacts=(build.contact(email="new@fernhill.example"),), domains=()))

    with store.look() as books:
        buyer = books.parties.get("fernhill")
        assert books.parties.count() == 1
    assert buyer is not None
    assert [contact.email for contact in buyer.contacts] == ["new@fernhill.example"]
    assert found(store, build.ANA) == []


def test_an_address_belongs_to_the_buyer_that_lists_it_or_whose_domain_it_is(store: unit.Store) -> None:
    keep(store, build.buyer(), build.buyer(id="tide", contacts=(), domains=("tidewater.example",)))

    assert found(store, "ANA@Fernhill.example") == ["fernhill"]
    assert found(store, "new@fernhill.example") == ["fernhill"]
    assert found(store, "cho@tidewater.example") == ["tide"]
    assert found(store, "eve@fernhill.example.evil.example") == []


def test_a_contact_that_is_listed_counts_before_anybodys_domain(store: unit.Store) -> None:
    agent = build.buyer(id="agent", contacts=(build.contact(email="ana@tidewater.example"),), domains=())
    keep(store, agent, build.buyer(id="tide", contacts=(), domains=("tidewater.example",)))

    assert found(store, "ana@tidewater.example") == ["agent"]


def test_an_address_that_two_buyers_list_names_both(store: unit.Store) -> None:
    keep(store, build.buyer(), build.buyer(id="fernhill-2"))

    assert found(store, build.ANA) == ["fernhill", "fernhill-2"]


def test_a_mailbox_provider_makes_nobody_a_colleague(store: unit.Store) -> None:
    keep(store, build.buyer(contacts=(build.contact(email="ana@gmail.com"),), domains=("gmail.com",)))

    assert found(store, "ana@gmail.com") == ["fernhill"]
    assert found(store, "eve@gmail.com") == []
