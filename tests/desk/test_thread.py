"""A token is found wherever mail carries it, and only where we signed it."""

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk import thread

SECRET = b"a long and random secret of the seller"
THREAD = thread.Thread("SO-10021", 2)
TOKEN = thread.token(THREAD, secret=SECRET)

numbers = st.from_regex(r"[A-Z]{1,6}-?[0-9]{1,9}", fullmatch=True)
threads = st.builds(thread.Thread, numbers, st.integers(1, 9999))


@given(threads)
def test_a_token_says_which_order_and_version_it_is_about(about: thread.Thread) -> None:
    assert thread.find(thread.token(about, secret=SECRET), secret=SECRET) == about


@given(threads, threads)
def test_a_token_is_never_anothers(one: thread.Thread, other: thread.Thread) -> None:
    assume(one != other)
    mine, theirs = (thread.token(about, secret=SECRET) for about in (one, other))
    stem, signature = mine.rsplit(".", 1)[0], theirs.rsplit(".", 1)[1]
    assert mine != theirs
    assert thread.find(f"{stem}.{signature}", secret=SECRET) is None


@given(st.integers(0, len(TOKEN) - 1), st.characters())
def test_no_character_of_a_token_can_be_exchanged(place: int, character: str) -> None:
    edited = TOKEN[:place] + character + TOKEN[place + 1 :]
    assume(edited.lower() != TOKEN)
    assert thread.find(edited, secret=SECRET) is None


@given(st.integers(0, len(TOKEN) - 1))
def test_no_character_of_a_token_can_be_left_out(place: int) -> None:
    assert thread.find(TOKEN[:place] + TOKEN[place + 1 :], secret=SECRET) is None


@given(st.integers(0, len(TOKEN)), st.sampled_from("abcxyz0123456789-.2"))
def test_no_letter_or_digit_can_be_put_into_a_token(place: int, character: str) -> None:
    longer = TOKEN[:place] + character + TOKEN[place:]
    found = thread.find(longer, secret=SECRET)
    # A full stop or a hyphen around a token is punctuation, not part of it.
    assert found is None or (found == THREAD and TOKEN in longer and character in ".-")


@given(st.binary(min_size=1, max_size=40))
def test_a_token_signed_with_another_secret_is_none_of_ours(secret: bytes) -> None:
    assume(secret != SECRET)
    assert thread.find(TOKEN, secret=secret) is None


@given(st.text(max_size=200))
def test_words_that_we_did_not_sign_are_no_thread(text: str) -> None:
    assert thread.find(text, secret=SECRET) is None


@pytest.mark.parametrize(
    "carried",
    [
        f"orders+{TOKEN}@harbourhoop.example",
        f'"Harbour & Hoop" <orders+{TOKEN}@harbourhoop.example>',
        f"<{TOKEN}@harbourhoop.example>",
        f"<{TOKEN}.7f3a@harbourhoop.example>",
        f"<0100018e.{TOKEN}@harbourhoop.example>",
        f"<a@b.example> <{TOKEN}@harbourhoop.example> <c@d.example>",
        TOKEN.upper(),
        f"ORDERS+{TOKEN.upper()}@HARBOURHOOP.EXAMPLE",
        TOKEN.title(),
    ],
)
def test_a_token_is_found_where_mail_carries_it(carried: str) -> None:
    assert thread.find(carried, secret=SECRET) == THREAD


def test_a_forged_token_before_ours_does_not_hide_it() -> None:
    forged = TOKEN.replace("10021", "10099")
    assert thread.find(f"<{forged}@x.example> <{TOKEN}@harbourhoop.example>", secret=SECRET) == THREAD


def test_a_token_fits_into_a_local_part() -> None:
    # RFC 5321, 4.5.3.1.1: 64 octets; "orders+" and the longest of our numbers leave room.
    longest = thread.token(thread.Thread("ORDERS-999999999", 9999), secret=SECRET)
    assert len(f"orders+{longest}") <= 64
    assert longest == longest.lower()


@pytest.mark.parametrize("hostile", ["a-" * 50_000, "a" * 100_000, "so-1.v1." * 20_000, ".v1." * 30_000])
def test_a_hostile_header_costs_no_time(hostile: str) -> None:
    began = time.process_time()
    assert thread.find(hostile, secret=SECRET) is None
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Re: Your order SO-10021", "SO-10021"),
        ("AW: so-10021 bestaetigt", "SO-10021"),
        ("[SO-10021] yes", "SO-10021"),
        ("SO-10021, SO-10022", "SO-10021"),
        ("PSO-10021", None),
        ("ISO 10021", None),
        ("SO-", None),
        ("SO 10021", None),
        ("", None),
    ],
)
def test_a_subject_may_name_our_order(subject: str, number: str | None) -> None:
    assert thread.reference(subject, prefix="SO-") == number


def test_a_prefix_is_taken_literally() -> None:
    assert thread.reference("SOX10021", prefix="SO.") is None
    assert thread.reference("SO.10021", prefix="SO.") == "SO.10021"
