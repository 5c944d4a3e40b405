"""Settings come from the environment, files it names, and .env; what is wrong is told all at once."""

from pathlib import Path

import pytest

from bot import policy_file, settings

MAIL = {
    "IMAP_HOST": "imap.example.com",
    "SMTP_HOST": "smtp.example.com",
    "MAIL_USER": "orders@example.com",
    "MAIL_PASSWORD": "open sesame",
    "THREAD_SECRET": "long and random",
}
SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


@pytest.fixture(autouse=True)
def empty_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with a policy file and nothing else, and an environment that says nothing."""
    for name in settings.Connections.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(f"{name.upper()}_FILE", raising=False)
    monkeypatch.chdir(tmp_path)
    policy = policy_file.starter(
        name="Harbour & Hoop", mailbox="orders@harbourhoop.example", currency="GBP", time_zone="UTC"
    )
    (tmp_path / "countersign.toml").write_text(policy, encoding="utf-8")
    return tmp_path


def given(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def complaints(*, mail: bool = False, slack: bool = False) -> list[str]:
    with pytest.raises(settings.SettingsError) as wrong:
        settings.read(mail=mail, slack=slack)
    return wrong.value.complaints


def test_a_desk_without_wires_needs_only_its_policy() -> None:
    read = settings.read()
    assert read.rules.seller.name == "Harbour & Hoop"
    assert read.wires.database_url == "sqlite:///countersign.db"
    assert read.mailbox.folder == "INBOX"


def test_everything_that_mail_and_slack_need_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, MAIL | SLACK)
    read = settings.read(mail=True, slack=True)
    assert read.wires.imap_host == "imap.example.com"
    assert settings.secret(read.wires.mail_password) == "open sesame"


def test_all_that_mail_and_slack_lack_is_told_at_once() -> None:
    told = complaints(mail=True, slack=True)
    assert [one.split(" ")[0] for one in told] == [
        "IMAP_HOST",
        "SMTP_HOST",
        "MAIL_USER",
        "THREAD_SECRET",
        "MAIL_PASSWORD",
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
    ]
    assert all(one.endswith(".") for one in told)


def test_what_is_wrong_with_the_policy_is_told_with_what_is_not_set(empty_desk: Path) -> None:
    (empty_desk / "countersign.toml").write_text('[company]\nname = "Harbour & Hoop"\n', encoding="utf-8")
    told = complaints(slack=True)
    assert [sum(word in one for one in told) for word in ("company.mailbox", "company.currency", "SLACK_")] == [1, 1, 2]


def test_each_wrong_value_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {"IMAP_PORT": "many", "SMTP_SECURITY": "ssl", "WORK_THREADS": "0"})
    told = complaints()
    for name in ("IMAP_PORT", "SMTP_SECURITY", "WORK_THREADS"):
        assert len([one for one in told if one.startswith(f"{name}: ")]) == 1


@pytest.mark.parametrize(
    ("login", "needed"),
    [
        ("password", ["MAIL_PASSWORD"]),
        ("token", ["OAUTH_TOKEN"]),
        ("refresh_token", ["OAUTH_TOKEN_URL", "OAUTH_CLIENT_ID", "OAUTH_REFRESH_TOKEN"]),
        ("microsoft", ["OAUTH_TENANT", "OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET"]),
    ],
)
def test_each_login_needs_its_own_secrets(monkeypatch: pytest.MonkeyPatch, login: str, needed: list[str]) -> None:
    given(monkeypatch, {name: value for name, value in MAIL.items() if name != "MAIL_PASSWORD"} | {"MAIL_LOGIN": login})
    assert [one.split(" ")[0] for one in complaints(mail=True)] == needed
    given(monkeypatch, dict.fromkeys(needed, "given"))
    assert settings.read(mail=True).wires.mail_login == login


def test_http_mode_needs_the_signing_secret_instead_of_the_app_token(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_MODE": "http"})
    assert [one.split(" ")[0] for one in complaints(slack=True)] == ["SLACK_SIGNING_SECRET"]


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, empty_desk: Path) -> None:
    (empty_desk / "password").write_text(" open sesame \r\n", encoding="utf-8")
    given(monkeypatch, MAIL | {"MAIL_PASSWORD_FILE": str(empty_desk / "password"), "MAIL_PASSWORD": ""})
    assert settings.secret(settings.read(mail=True).wires.mail_password) == " open sesame "


@pytest.mark.parametrize("name", sorted(settings.Connections.model_fields))
def test_every_setting_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, empty_desk: Path, name: str) -> None:
    values = {
        "imap_security": "plain",
        "smtp_security": "plain",
        "mail_login": "microsoft",
        "slack_mode": "http",
        "work_threads": "12",
        "lease_seconds": "12",
        "slack_gap_seconds": "12",
    }
    text = values.get(name, "1234")
    (empty_desk / "value").write_text(f"{text}\n", encoding="utf-8")
    monkeypatch.setenv(f"{name.upper()}_FILE", str(empty_desk / "value"))
    had = getattr(settings.connections(), name)
    plain = had.get_secret_value() if hasattr(had, "get_secret_value") else had
    assert str(plain) in {text, f"{text}.0"}


def test_the_environment_wins_over_a_file_and_a_file_over_dotenv(
    monkeypatch: pytest.MonkeyPatch, empty_desk: Path
) -> None:
    (empty_desk / ".env").write_text("IMAP_HOST=dotenv.example.com\nSMTP_HOST=dotenv.example.com\nMAIL_USER=dotenv\n")
    (empty_desk / "host").write_text("file.example.com\n")
    given(monkeypatch, {"IMAP_HOST_FILE": str(empty_desk / "host"), "SMTP_HOST_FILE": str(empty_desk / "host")})
    given(monkeypatch, {"IMAP_HOST": "environment.example.com"})
    read = settings.connections()
    assert (read.imap_host, read.smtp_host, read.mail_user) == ("environment.example.com", "file.example.com", "dotenv")


def test_a_file_that_is_not_there_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch, empty_desk: Path) -> None:
    given(monkeypatch, {"MAIL_PASSWORD_FILE": str(empty_desk / "nowhere")})
    (told,) = complaints()
    assert str(empty_desk / "nowhere") in told
    assert "cannot be read" in told


def test_no_secret_is_shown_by_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, MAIL | SLACK)
    shown = repr(settings.read(mail=True, slack=True))
    for secret in ("open sesame", "long and random", "xoxb-1", "xapp-1"):
        assert secret not in shown


def test_what_is_no_setting_of_ours_is_left_alone(empty_desk: Path) -> None:
    (empty_desk / ".env").write_text("SOMEBODY_ELSES=1\n")
    assert settings.connections().imap_port == 993
