import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.say import mrkdwn


@pytest.mark.parametrize(
    ("outside", "shown"),
    [
        ("Fern & Hill <ltd>", "Fern &amp; Hill &lt;ltd&gt;"),
        ("<!channel>", "&lt;!channel&gt;"),
        ("ask @here and @Channel", "ask ＠here and ＠Channel"),
        ("mail ana@hereford.example", "mail ana@hereford.example"),
        ("a\u200bb\u202ec\x00d\ne", "abcd e"),
        ("*bold* _it_ `code` ~no~", "*bold* _it_ `code` ~no~"),
    ],
)
def test_outside_text_is_seen_and_not_obeyed(outside: str, shown: str) -> None:
    assert mrkdwn.escape(outside) == shown


def test_plain_text_has_no_angle_brackets_to_misread() -> None:
    assert mrkdwn.literal("<!channel> A & B") == "‹!channel› A & B"


@pytest.mark.parametrize(("who", "shown"), [("U0MANAGER", "<@U0MANAGER>"), ("ben", "ben"), ("<@U1>", "&lt;@U1&gt;")])
def test_a_person_is_mentioned_only_by_a_true_slack_id(who: str, shown: str) -> None:
    assert mrkdwn.person(who) == shown


@given(st.text(alphabet="&<>a ", max_size=60), st.integers(min_value=1, max_value=60))
def test_a_cut_never_halves_an_entity(text: str, limit: int) -> None:
    escaped = mrkdwn.escape(text, 1_000)

    kept = mrkdwn.cut(escaped, limit)

    assert len(kept) <= limit
    rest = kept.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")
    assert "&" not in rest
