"""The seller's policy: the starter file works as written, and everything wrong is told at once."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot import policy_file
from desk import approval
from tests import build

COMPANY = '[company]\nname = "Harbour & Hoop"\nmailbox = "Orders@HarbourHoop.example"\ncurrency = "GBP"\n'


def loaded(folder: Path, text: str) -> policy_file.PolicyFile:
    file = folder / "countersign.toml"
    file.write_text(text, encoding="utf-8")
    return policy_file.load(file)


def complaints(folder: Path, text: str) -> list[str]:
    with pytest.raises(policy_file.PolicyFileError) as wrong:
        loaded(folder, text)
    return wrong.value.complaints


def starter(name: str = "Harbour & Hoop") -> str:
    return policy_file.starter(
        name=name, mailbox="orders@harbourhoop.example", currency="GBP", time_zone="Europe/London"
    )


@pytest.mark.parametrize("name", ["Harbour & Hoop", 'Ben\'s "Hoops"', "Back\\slash", "{braces}", "Ohrringe Größe µ"])
def test_the_starter_file_loads_as_it_is(tmp_path: Path, name: str) -> None:
    file = loaded(tmp_path, starter(name))
    assert file.company.name == name
    assert file.company.mailbox == "orders@harbourhoop.example"
    assert (file.company.currency, file.company.time_zone) == ("GBP", "Europe/London")


def test_the_starter_file_says_what_holds_where_nothing_is_said(tmp_path: Path) -> None:
    said = loaded(tmp_path, starter())
    silent = loaded(tmp_path, COMPANY)
    assert said.model_copy(update={"company": silent.company}) == silent


def test_the_rules_get_what_the_file_says(tmp_path: Path) -> None:
    rules = loaded(
        tmp_path,
        COMPANY
        + """
        first_number = 500
        reference_prefix = "HH"
        [orders]
        autonomous = false
        largest_quantity = 250.5
        price_tolerance_percent = 2.5
        price_tolerance_each = 0.05
        [[approval]]
        name = "manager"
        above = 5000
        approvers = ["U0MANAGER"]
        [replies]
        colleagues_may_approve = false
        remind_after_days = 1.5
        remind_at_most = 0
        [slack]
        orders = "desk"
        [rates]
        EUR = 0.86
        """,
    ).rules()
    assert (rules.seller.mailbox, rules.seller.prefix) == ("orders@harbourhoop.example", "HH")
    assert rules.seller.first_number == 500
    assert rules.tiers == (approval.Tier("manager", build.gbp(5000), (build.MANAGER,)),)
    assert (rules.tolerance.share, rules.tolerance.sum) == (Decimal("0.025"), Decimal("0.05"))
    assert (rules.reminders.after, rules.reminders.most) == (timedelta(days=1, hours=12), 0)
    assert (rules.channels.orders, rules.channels.approvals) == ("desk", "approvals")
    assert rules.rates == {"EUR": Decimal("0.86")}
    assert (rules.autonomous, rules.colleagues_may_approve) == (False, False)
    assert rules.largest_quantity == Decimal("250.5")


def test_figures_of_the_file_stay_exact(tmp_path: Path) -> None:
    text = COMPANY + "[rates]\nEUR = 0.1\nUSD = 0.30000000000000001\n"
    assert loaded(tmp_path, text).rates == {"EUR": Decimal("0.1"), "USD": Decimal("0.30000000000000001")}


def test_everything_wrong_is_told_at_once_and_by_name(tmp_path: Path) -> None:
    told = complaints(
        tmp_path,
        """
        [company]
        name = ""
        mailbox = "orders at harbourhoop"
        currency = "pounds"
        time_zone = "London"
        [orders]
        autonomus = true
        [[approval]]
        name = "manager"
        above = -1
        approvers = ["@ben"]
        [replies]
        remind_at_most = 11
        [mailbox]
        handled = "delete"
        [extras]
        """,
    )
    for place in (
        "company.name",
        "company.mailbox",
        "company.currency",
        "company.time_zone",
        "orders.autonomus",
        "approval.1.above",
        "approval.1.approvers.1",
        "replies.remind_at_most",
        "mailbox.handled",
        "extras",
    ):
        assert len([one for one in told if f": {place}" in one]) == 1, place
    assert all("countersign.toml" in one and one.endswith(".") for one in told)


def test_an_unknown_key_says_where_the_names_are(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, COMPANY + "[orders]\nautonomus = true\n")
    assert "orders.autonomus is no setting that Countersign knows" in told
    assert "init" in told


@pytest.mark.parametrize("lacking", ["name", "mailbox", "currency"])
def test_what_cannot_be_guessed_is_required(tmp_path: Path, lacking: str) -> None:
    text = "\n".join(line for line in COMPANY.splitlines() if not line.startswith(lacking))
    (told,) = complaints(tmp_path, text)
    assert f"company.{lacking}" in told


def test_a_tier_without_approvers_would_wait_for_ever(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, COMPANY + '[[approval]]\nname = "manager"\nabove = 1\napprovers = []\n')
    assert "approval.1.approvers" in told


@pytest.mark.parametrize("figure", ["nan", "inf", '"much"'])
def test_a_threshold_is_a_sum(tmp_path: Path, figure: str) -> None:
    text = f'[[approval]]\nname = "manager"\nabove = {figure}\napprovers = ["U0MANAGER"]\n'
    (told,) = complaints(tmp_path, COMPANY + text)
    assert "approval.1.above" in told


def test_a_rate_is_for_a_currency(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, COMPANY + "[rates]\neuro = 0.86\n")
    assert "euro" in told


def test_a_missing_file_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(policy_file.PolicyFileError, match="countersign init"):
        policy_file.load(tmp_path / "countersign.toml")


@pytest.mark.parametrize("broken", ["[company", "name = ", "\x00", "[company]\n[company]\n"])
def test_a_file_that_is_no_toml_says_where(tmp_path: Path, broken: str) -> None:
    (told,) = complaints(tmp_path, broken)
    assert "is not valid TOML" in told


def test_a_file_in_another_encoding_is_told_not_thrown(tmp_path: Path) -> None:
    file = tmp_path / "countersign.toml"
    file.write_bytes('[company]\nname = "Größe"\n'.encode("latin-1"))
    with pytest.raises(policy_file.PolicyFileError, match="is not valid TOML"):
        policy_file.load(file)
