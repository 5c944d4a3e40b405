"""A greeting, a person or a label is not the name of the company that orders."""

import pytest

from parsers.form import blocks, naming
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
