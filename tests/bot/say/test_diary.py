from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from bot.say import diary
from desk import events, reading
from tests import build

AT = datetime(2026, 1, 9, 14, 3, tzinfo=UTC)
HARM = "<!channel> & <@U0MANAGER>\r\n@here"


def _sample(kind: type, text: str) -> Any:
    """The fact with `text` wherever it takes words."""
    given: dict[str, Any] = {
        "at": AT,
        "mail": 7,
        "version": 2,
        "position": 3,
        "count": 1,
        "touchless": True,
        "intent": reading.Intent.CHANGE,
        "approvers": (build.MANAGER, text),
        "doubts": tuple(reading.Doubt("x", text, (text,)) for _ in range(12)),
    }
    return kind(**{name: given.get(name, text) for name in kind.__dataclass_fields__})  # type: ignore[attr-defined] # every fact is a dataclass


@pytest.mark.parametrize("kind", get_args(events.Fact))
def test_every_fact_has_its_sentence(kind: type) -> None:
    said = diary.entry(_sample(kind, "these words"))

    assert said
    assert len(said) < 3_000
    assert "these words" in said


@pytest.mark.parametrize("kind", get_args(events.Fact))
def test_words_from_outside_are_escaped_in_every_sentence(kind: type) -> None:
    said = diary.entry(_sample(kind, HARM))

    assert said
    assert "<!channel>" not in said
    assert "\n" not in said
    assert "@here" not in said
    assert said.count("<@U0MANAGER>") == (1 if kind is events.DecisionAsked else 0)


def test_a_buyers_answer_is_told_in_the_buyers_words() -> None:
    fact = events.BuyerAnswered(
        number="SO-10021", at=AT, version=1, intent=reading.Intent.CHANGE, by=build.ANA, words="make it\n250"
    )

    assert diary.entry(fact) == "ana@fernhill.example asks for a change (version 1): “make it 250”"
