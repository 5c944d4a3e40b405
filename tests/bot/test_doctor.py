"""The doctor looks at everything the desk stands on, and says in a sentence what to do about what is ill."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import doctor, settings, wiring
from bot.demo import stage
from bot.policy_file import MailboxPolicy
from desk import policy
from playground.mail import MailHouse
from playground.samples import world
from playground.slack.house import SlackHouse
from tests.bot import build


@dataclass
class Patient:
    """A desk's settings, and its neighbours."""

    chosen: settings.Settings
    mail: MailHouse
    slack: SlackHouse

    def examined(self, **changed: object) -> dict[str, doctor.Check]:
        """What the doctor finds, by name, with some connections changed."""
        wires = self.chosen.wires.model_copy(update=changed)
        chosen = settings.Settings(wires, self.chosen.rules, self.chosen.mailbox)
        return {check.what: check for check in doctor.examine(lambda **_: chosen)}


@pytest.fixture
def patient(sqlite_url: str) -> Iterator[Patient]:
    with MailHouse({world.SELLER.email: stage.PASSWORD}, authserv_id=stage.AUTHSERV) as mail, SlackHouse() as slack:
        stage.furnish(slack)
        chosen = stage.chosen_for(sqlite_url, mail, slack)
        with wiring.open_office(chosen) as desk:
            stage.stock(desk)
        yield Patient(chosen, mail, slack)


def test_a_healthy_desk_is_told_so_check_by_check(patient: Patient) -> None:
    patient.mail.deliver(build.note("Hello"), to=world.SELLER.email)

    found = patient.examined()

    assert {check.is_well for check in found.values()} == {True}, found
    assert next(iter(found)) == "settings"
    assert "40 products and 6 buyers" in found["catalogue"].says
    assert "INBOX" in found["mailbox"].says
    assert "#orders and #approvals" in found["Slack channels"].says


def test_settings_that_lack_something_are_told_at_once() -> None:
    def read(**_: object) -> settings.Settings:
        raise settings.SettingsError(["IMAP_HOST is not set.", "SLACK_BOT_TOKEN is not set."])

    found = doctor.examine(read)

    assert [(check.what, check.is_well, check.says) for check in found] == [
        ("settings", False, "IMAP_HOST is not set."),
        ("settings", False, "SLACK_BOT_TOKEN is not set."),
    ]


@pytest.mark.parametrize(
    ("ill", "changed", "says"),
    [
        ("mailbox", {"mail_password": SecretStr("wrong")}, "does not let"),
        ("SMTP", {"smtp_port": 9}, "could not be reached"),
        ("mail sender check", {"mail_authserv_id": ""}, "MAIL_AUTHSERV_ID is not set"),
        ("Slack", {"slack_bot_token": SecretStr("xoxb-wrong")}, "SLACK_BOT_TOKEN is not accepted"),
    ],
)
def test_one_thing_that_is_ill_is_named_with_what_to_do(
    patient: Patient, ill: str, changed: dict[str, object], says: str
) -> None:
    found = patient.examined(**changed)

    assert found[ill].is_well is False
    assert says in found[ill].says
    assert found["settings"].is_well


def test_a_verdict_of_another_server_is_noticed(patient: Patient) -> None:
    patient.mail.deliver(build.note("Hello"), to=world.SELLER.email)

    found = patient.examined(mail_authserv_id="mx.elsewhere.example")

    assert found["mail sender check"].is_well is False
    assert stage.AUTHSERV in found["mail sender check"].says


def test_missing_rights_and_channels_are_named(patient: Patient) -> None:
    few = patient.slack.new_token("chat:write", "channels:read", "groups:read")
    patient.slack.add_channel("elsewhere", with_bot=False)
    channels = policy.Channels("elsewhere", stage.APPROVALS)
    rules = policy.Policy(seller=patient.chosen.rules.seller, channels=channels)
    chosen = settings.Settings(patient.chosen.wires, rules, MailboxPolicy())

    rights = patient.examined(slack_bot_token=SecretStr(few))["Slack"]
    places = {check.what: check for check in doctor.examine(lambda **_: chosen)}["Slack channels"]

    assert rights.is_well is False
    assert "commands" in rights.says
    assert "bot/slack/manifest.yaml" in rights.says
    assert places.is_well is False
    assert "#elsewhere" in places.says
    assert "/invite @Countersign" in places.says


def test_an_empty_catalogue_says_how_to_fill_it(sqlite_url: str) -> None:
    with MailHouse({world.SELLER.email: stage.PASSWORD}) as mail, SlackHouse() as slack:
        patient = Patient(stage.chosen_for(sqlite_url, mail, slack), mail, slack)

        found = patient.examined()

    assert "countersign import catalogue FILE" in found["catalogue"].says


def test_a_database_without_tables_says_how_to_make_them(patient: Patient, tmp_path: Path) -> None:
    found = patient.examined(database_url=f"sqlite:///{tmp_path / 'new.db'}")

    assert found["database"].is_well is False
    assert "type `countersign db upgrade`" in found["database"].says
