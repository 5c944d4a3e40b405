"""Who is of a buyer, and who may say yes for it."""

import pytest

from desk import parties
from tests import build

FERNHILL = build.buyer(contacts=(build.contact(), build.contact(email="ledger@fernhill.example", may_approve=False)))
# A buyer who writes from a mailbox that anybody may have, and whose entry wrongly lists that domain.
MILL_LANE = build.buyer(
    name="Mill Lane Stall", contacts=(build.contact(email="mill.lane@gmail.com"),), domains=("gmail.com",)
)


@pytest.mark.parametrize("email", [build.ANA, "ANA@Fernhill.Example", "new.colleague@fernhill.example"])
def test_contacts_and_colleagues_are_of_the_buyer(email: str) -> None:
    assert parties.is_of(FERNHILL, email)


@pytest.mark.parametrize(
    "email",
    [
        build.CHO,
        "ana@fernhill.example.com",
        "ana@shop.fernhill.example",
        "ana@notfernhill.example",
        "ana@fernhill.example@elsewhere.example",
        "fernhill.example",
        "",
    ],
)
def test_an_address_that_only_looks_like_the_buyers_is_not_of_it(email: str) -> None:
    assert not parties.is_of(FERNHILL, email)
    assert not parties.may_approve(FERNHILL, email, colleagues=True)


def test_a_contact_may_say_yes_as_marked_whatever_the_policy_says_of_colleagues() -> None:
    for colleagues in (True, False):
        assert parties.may_approve(FERNHILL, "Ana@fernhill.example", colleagues=colleagues)
        assert not parties.may_approve(FERNHILL, "ledger@fernhill.example", colleagues=colleagues)


def test_a_colleague_may_say_yes_only_where_the_policy_allows_it() -> None:
    colleague = "finn@fernhill.example"
    assert parties.may_approve(FERNHILL, colleague, colleagues=True)
    assert not parties.may_approve(FERNHILL, colleague, colleagues=False)


def test_two_addresses_at_a_mailbox_provider_are_strangers() -> None:
    assert parties.may_approve(MILL_LANE, "mill.lane@gmail.com", colleagues=True)
    assert not parties.is_of(MILL_LANE, "somebody.else@gmail.com")
    assert not parties.may_approve(MILL_LANE, "somebody.else@gmail.com", colleagues=True)


@pytest.mark.parametrize(
    ("email", "behind"), [("Ana@Fernhill.Example", "fernhill.example"), ('"a@b"@c.example', "c.example")]
)
def test_a_domain_is_what_stands_behind_the_last_at(email: str, behind: str) -> None:
    assert parties.domain(email) == behind
