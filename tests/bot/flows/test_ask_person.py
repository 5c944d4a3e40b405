"""A mail that waits for a person, until one has seen to it."""

import pytest

from bot import office
from bot.demo import stage
from bot.flows import ask_person
from desk import errors
from store import inbox, outbox
from tests.bot import build


def test_setting_a_mail_aside_names_who_did_and_keeps_the_reason(desk: office.Office) -> None:
    kept = build.open_up(desk, build.note("See you at the fair."))

    ask_person.set_aside(desk, kept.id, by=stage.SALES)

    now = build.message(desk, kept.id)
    assert (now.state, now.reason) == (inbox.State.SET_ASIDE, kept.reason)
    locked = build.said(desk, f"mail:{kept.id}", outbox.Kind.CARD)[-1]
    assert f"<@{stage.SALES}>" in str(locked.body["blocks"])
    assert "mail.set_aside" not in str(locked.body["blocks"])
    assert build.facts(desk, f"mail:{kept.id}")[-1] == "MailSetAside"


def test_it_is_set_aside_once(desk: office.Office) -> None:
    kept = build.open_up(desk, build.note("See you at the fair."))
    ask_person.set_aside(desk, kept.id, by=stage.SALES)

    with pytest.raises(errors.WrongStateError, match="set aside"):
        ask_person.set_aside(desk, kept.id, by=stage.MANAGER)


def test_an_unknown_mail_is_a_sentence(desk: office.Office) -> None:
    with pytest.raises(errors.UnknownError, match="There is no mail '99'"):
        ask_person.set_aside(desk, 99, by=stage.SALES)
