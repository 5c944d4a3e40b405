"""The journal: one chain of facts that shows whatever was done to it."""

import re
import threading
from datetime import UTC, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa

from desk import events, reading
from store import journal, plain, unit
from tests import build

AT = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)


def write(store: unit.Store, *facts: events.Fact) -> None:
    with store.unit() as books:
        books.journal.write(facts)


def agreed(number: str = "SO-10021") -> events.Fact:
    return events.BuyerApproved(number=number, at=AT, version=1, seal="ab" * 32, by=build.ANA, words="approved")


def doubted(number: str = "SO-10021") -> events.Fact:
    doubt = reading.Doubt("lines.0.quantity", "Is it 12 or 72? Ein Fleck verdeckt es – “undeutlich”.", ("12", "72"))
    return events.DoubtsRaised(number=number, at=AT, doubts=(doubt,))


def test_facts_come_back_as_they_were_said_in_their_order(store: unit.Store) -> None:
    write(store, doubted(), agreed("SO-10022"))
    write(store, agreed())

    with store.look() as books:
        history = books.journal.history("SO-10021")

    assert [journal.fact(entry) for entry in history] == [doubted(), agreed()]
    assert [entry.seq for entry in history] == [1, 3]


def test_a_note_that_is_no_fact_of_the_rules_is_kept_too(store: unit.Store) -> None:
    with store.unit() as books:
        books.journal.note("MailFiled", subject="mail:7", at=AT, body={"why": "an advertisement"})

    with store.look() as books:
        (entry,) = books.journal.tail()
    assert (entry.subject, entry.body, journal.fact(entry)) == ("mail:7", {"why": "an advertisement"}, None)


def test_what_a_unit_has_written_it_can_read(store: unit.Store) -> None:
    with store.unit() as books:
        books.journal.write([agreed()])
        assert len(books.journal.history("SO-10021")) == 1
        books.journal.write([doubted()])
        assert len(books.journal.history("SO-10021")) == 2


def test_an_untouched_chain_holds(store: unit.Store) -> None:
    write(store, *(agreed(f"SO-{n}") for n in range(20)))

    with store.look() as books:
        verdict = books.journal.verify()
        newest = books.journal.tail(limit=1)[0]

    assert verdict == journal.Verdict(20, newest.hash)


def test_an_empty_chain_holds(store: unit.Store) -> None:
    with store.look() as books:
        assert books.journal.verify() == journal.Verdict(0, journal.START)


@pytest.mark.parametrize(
    ("change", "holds", "broken"),
    [
        ('UPDATE journal SET body = \'{"why":"other"}\' WHERE seq = 2', 1, "Entry 2 .* was changed"),
        ("UPDATE journal SET subject = 'SO-9' WHERE seq = 3", 2, "Entry 3 .* was changed"),
        ("DELETE FROM journal WHERE seq = 2", 1, "Entry 2 is missing"),
        ("UPDATE journal SET prev_hash = hash WHERE seq = 3", 2, "Entry 3 does not follow"),
    ],
)
def test_a_chain_that_was_changed_behind_our_back_says_where(
    store: unit.Store, change: str, holds: int, broken: str
) -> None:
    write(store, agreed("SO-1"), agreed("SO-2"), agreed("SO-3"))
    with store.unit() as books:  # as somebody would who owns the database
        disarm = (
            ["DROP TRIGGER journal_refuses_update", "DROP TRIGGER journal_refuses_delete"]
            if store.dialect == "sqlite"
            else ["SET LOCAL session_replication_role = replica"]
        )
        for statement in [*disarm, change]:
            books.session.execute(sa.text(statement.replace(":", "\\:")))

    with store.look() as books:
        verdict = books.journal.verify()

    assert verdict.count == holds
    assert re.search(broken, verdict.broken)


def test_writers_at_the_same_time_make_one_chain(store: unit.Store) -> None:
    other = unit.open_store(store.url)

    def many(on: unit.Store, name: str) -> None:
        for n in range(15):
            write(on, agreed(f"{name}-{n}"), doubted(f"{name}-{n}"))

    threads = [threading.Thread(target=many, args=(on, f"T{n}")) for n, on in enumerate((store, store, other, other))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()

    with store.look() as books:
        verdict = books.journal.verify()
    assert (verdict.count, verdict.broken) == (120, "")


def test_plain_values_come_back_exact() -> None:
    line = build.read_line(quantity="2.50", unit_price="0.0750")
    kept = plain.plain(line)

    assert isinstance(kept, dict)
    assert kept["unit_price"] == "0.0750"
    assert plain.back(reading.Line, kept) == line
    assert plain.back(reading.Line, kept).unit_price.as_tuple() == Decimal("0.0750").as_tuple()


def test_a_value_without_a_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no plain form"):
        plain.plain(object())
