"""A greeting, a person or a label is not the name of the company that orders."""

import pytest

from parsers.form import blocks, fields, naming, parties
from parsers.page import Page, Word
from tests.parsers.form import build

LINES = ("The Wicker Basket Ltd", "12 High Street")


def _buyer(*above: str, below: str = "") -> str | None:
    """Who orders on a paper with these lines between its title and its facts."""
    text = build.paper().replace("\n".join(LINES), "\n".join(above))
    who = build.only(build.read(f"{text}\n{below}\n")).buyer
    return who.name if who else None


@pytest.mark.parametrize(
    "text",
    [
        "Estimados señores", "Buenos días", "Bom dia", "Señores", "Sehr geehrte Damen und Herren", "Geachte heer",
        "お世話になっております。", "Dzień dobry", "Datos del", "Affaire suivie par", "Faktureras:", "Net 30",
        "100% against delivery", "19. GROSS WEIGHT", "(Address correspondence to)",
    ],
)  # fmt: skip
def test_what_is_said_or_labels_something_names_nobody(text: str) -> None:
    assert naming.is_spoken(text)
    assert not blocks.may_name(text)


@pytest.mark.parametrize(
    "text",
    ["Beste Handels GmbH", "Hello Days Ltd", "Harrow & Thistle", "Casa del Mar", "株式会社青葉文具", "Maison Dufour"],
)
def test_the_name_of_a_company_is_no_greeting(text: str) -> None:
    assert blocks.may_name(text)


@pytest.mark.parametrize("greeting", ["Buenos días:", "Estimados señores,", "Bom dia,", "Hej,"])
def test_a_letter_is_from_its_letterhead_and_not_from_its_greeting(greeting: str) -> None:
    assert _buyer(greeting, "", *LINES) == "The Wicker Basket Ltd"


@pytest.mark.parametrize("label", ["Besteld door", "Ordered by", "Zamawiający", "Comprador"])
def test_a_person_behind_a_label_is_not_the_company_of_the_letterhead(label: str) -> None:
    assert _buyer(*LINES, "", f"{label}: Ana Whitlock") == "The Wicker Basket Ltd"


def test_the_company_stands_under_the_name_of_its_contact() -> None:
    assert _buyer("Ordered by: Ana Whitlock", "", "Customer", "Ana Whitlock", *LINES) == "The Wicker Basket Ltd"


def test_a_label_in_the_next_column_is_nobody() -> None:
    text = ("Customer:                     Faktureras:", "Harrow Ltd                    Thistle Ltd")

    assert _buyer(*text) == "Harrow Ltd"


def test_words_in_brackets_behind_a_label_leave_it_one() -> None:
    above = ("5. ISSUING OFFICE (Address correspondence to)", "County of Larkin", "410 Civic Plaza")

    assert _buyer(*above) == "County of Larkin"


def test_mail_addresses_tell_a_person_from_a_company() -> None:
    known = naming.Known(frozenset(), frozenset({"paolarenteria"}), frozenset({"granitsonerab"}))

    assert known.is_person("Paola Rentería")
    assert not known.is_person("Granit & Söner AB")
    assert known.is_at_home("Granit & Söner AB")
    assert not known.is_at_home("Norrsken Handel")


def test_a_paper_addressed_to_whoever_gets_the_goods_is_the_sellers_own() -> None:
    sheet = _page(
        ("Oak Trading Ltd", 40, 30, 16), ("43 Mill Avenue", 40, 50, 10),
        ("Ship to:", 40, 110, 10), ("Harrow & Wren", 330, 90, 10), ("Harrow & Wren", 40, 124, 10),
        ("12 Elm Row", 330, 104, 10), ("12 Elm Row", 40, 138, 10),
    )  # fmt: skip

    people, _ = parties.find(fields.label([sheet], set()), [sheet], "file", ())

    assert {role: party.name for role, party in people.items()} == {
        "buyer": "Harrow & Wren", "ship_to": "Harrow & Wren", "vendor": "Oak Trading Ltd",
    }  # fmt: skip


def _page(*said: tuple[str, float, float, float]) -> Page:
    """A page with these words at left edge and top, so many points tall."""
    words = [
        Word(word, x + 0.5 * tall * sum(len(one) + 1 for one in text.split()[:at]), top, 0, top + tall)
        for text, x, top, tall in said
        for at, word in enumerate(text.split())
    ]
    return Page(1, 595, 842, tuple(word._replace(x1=word.x0 + 0.5 * word.height * len(word.text)) for word in words))


def test_a_name_stands_without_the_title_behind_it() -> None:
    assert _buyer("Harrow Ltd — Purchase Order KP 118204", "12 High Street") == "Harrow Ltd"


def test_an_address_ends_where_another_party_or_the_table_begins() -> None:
    text = build.paper(
        facts=("PO number: 4500118", "Order date: 14 March 2026", "Vendor", "Oak Trading Ltd", "43 Mill Row")
    )
    text = text.replace("43 Mill Row\n\n", "43 Mill Row\n").replace(
        "12 High Street\n", "12 High Street\nDeliver to\nWren DC\n"
    )

    order = build.only(build.read(text))
    assert order.vendor
    assert order.vendor.address == "43 Mill Row"
    assert order.buyer
    assert order.buyer.address == "12 High Street"
