"""Settings become a desk: each wire as the settings say, and what cannot be wired is a sentence."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot import settings, wiring
from bot.demo import stage
from bot.mail import carry
from bot.policy_file import MailboxPolicy
from desk import errors
from tests.bot import build


def chosen(mailbox: MailboxPolicy | None = None, **wires: Any) -> settings.Settings:
    named = settings.Connections(
        _env_file=None, imap_host="imap.example", smtp_host="smtp.example", mail_user="orders@seller.example", **wires
    )
    return settings.Settings(named, stage.rules(), mailbox or MailboxPolicy())


def test_a_password_opens_both_servers() -> None:
    made = chosen(mail_login="password", mail_password=SecretStr("secret"))

    login = wiring.mail_login(made.wires)

    assert (login.user, login.password, login.tokens) == ("orders@seller.example", "secret", None)
    assert (wiring.imap_server(made.wires).host, wiring.smtp_server(made.wires).host) == (
        "imap.example",
        "smtp.example",
    )


@pytest.mark.parametrize(
    ("kind", "secrets"),
    [
        ("token", {"oauth_token": SecretStr("t")}),
        (
            "refresh_token",
            {
                "oauth_token_url": "https://login.example/token",
                "oauth_client_id": "c",
                "oauth_refresh_token": SecretStr("r"),
            },
        ),
        ("microsoft", {"oauth_tenant": "t", "oauth_client_id": "c", "oauth_client_secret": SecretStr("s")}),
    ],
)
def test_each_other_login_brings_tokens_and_no_password(kind: Any, secrets: dict[str, Any]) -> None:
    login = wiring.mail_login(chosen(mail_login=kind, **secrets).wires)

    assert login.password is None
    assert login.tokens is not None


def test_a_fixed_token_is_handed_on() -> None:
    login = wiring.mail_login(chosen(mail_login="token", oauth_token=SecretStr("t")).wires)

    assert login.tokens is not None
    assert login.tokens() == "t"


@pytest.mark.parametrize(
    ("named", "copies"),
    [
        ("ours", carry.Copies.OURS),
        ("the server's", carry.Copies.THE_SERVERS),
        ("nobody's", carry.Copies.NOBODYS),
    ],
)
def test_who_keeps_copies_of_letters_is_the_policys_choice(named: Any, copies: carry.Copies) -> None:
    carrier = wiring.make_carrier(chosen(MailboxPolicy(sent_copies=named), mail_password=SecretStr("x")))

    assert carrier.copies is copies


def test_a_password_is_not_shown_to_a_server_elsewhere_without_encryption() -> None:
    with pytest.raises(errors.DeskError, match="imap.example is set to be reached without encryption"):  # noqa: RUF043
        wiring.imap_server(chosen(imap_security="plain").wires)


def test_a_database_without_tables_is_a_sentence(tmp_path: Path) -> None:
    made = chosen(database_url=f"sqlite:///{tmp_path / 'new.db'}")

    with pytest.raises(errors.DeskError, match="countersign db upgrade"), wiring.open_office(made):
        raise AssertionError("it opened")


def test_an_office_has_what_the_settings_say(sqlite_url: str) -> None:
    made = chosen(
        database_url=sqlite_url, thread_secret=SecretStr("a secret of the tests"), mail_authserv_id="mx.example"
    )

    with wiring.open_office(made) as desk:
        assert (desk.secret, desk.authserv_id) == (b"a secret of the tests", "mx.example")
        assert desk.now().utcoffset() is not None
        assert desk.chance() != desk.chance()
        assert desk.sender.plus


def test_mail_from_before_the_first_opening_is_left_alone_and_stays_so(sqlite_url: str) -> None:
    made = chosen(database_url=sqlite_url, mail_password=SecretStr("x"))
    with wiring.open_office(made) as opened:
        clock = build.Clock()
        desk = replace(opened, now=clock)
        wiring.make_listener(desk, made, lambda _: None)
        clock.forward(7 * 24 * 3600)
        wiring.make_listener(desk, made, lambda _: None)
        with desk.store.look() as books:
            noted = books.marks.get("opened")

    assert noted == build.NOON.isoformat()
