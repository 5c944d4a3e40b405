"""Lessons: kept with who taught them, listed, and taken back."""

from datetime import timedelta

from desk.lessons import Landmark, Lesson, Rule, What
from store import lessons, unit
from tests import build

LAYOUT = (Landmark("vorgang", 81), Landmark("orderdate", 320))
LABEL = Rule(What.LABEL, "po_number", "Vorgang", instead=("Order No.",), x=81, y=240, layout=LAYOUT)
COLUMN = Rule(What.COLUMN, "lines.quantity", "Stk", near=("price",), layout=LAYOUT)


def teach(store: unit.Store, *rules: Rule, buyer: str = "fernhill", said: str = "po_number=4711") -> lessons.Kept:
    with store.unit() as books:
        return books.lessons.keep(said, rules, buyer=buyer, order_number="SO-1", by="Ben", at=build.NOW)[0]


def test_a_rule_comes_back_equal_with_who_taught_it_and_when(store: unit.Store) -> None:
    kept = teach(store, LABEL)

    with store.look() as books:
        assert books.lessons.for_reading("fernhill") == (Lesson(LABEL, "Ben", build.NOW, kept.id),)


def test_another_buyer_is_taught_nothing(store: unit.Store) -> None:
    teach(store, LABEL)

    with store.look() as books:
        assert books.lessons.for_reading("northgate") == ()
        assert books.lessons.of_buyer("") == ()


def test_one_correction_may_teach_several_rules_and_is_said_once(store: unit.Store) -> None:
    teach(store, LABEL, COLUMN)

    with store.look() as books:
        assert [one.rule for one in books.lessons.of_buyer("fernhill")] == [LABEL, COLUMN]
        assert books.lessons.of_order("SO-1") == ("po_number=4711",)


def test_a_correction_without_a_rule_is_kept_for_its_order_alone(store: unit.Store) -> None:
    teach(store)

    with store.look() as books:
        assert books.lessons.of_order("SO-1") == ("po_number=4711",)
        assert (books.lessons.of_buyer("fernhill"), books.lessons.every()) == ((), ())


def test_what_was_undone_is_read_by_no_more_and_stays_on_the_list(store: unit.Store) -> None:
    kept = teach(store, LABEL)

    with store.unit() as books:
        assert books.lessons.undo(kept.id, by="Cho", at=build.NOW + timedelta(days=1))
        assert not books.lessons.undo(kept.id, by="Cho", at=build.NOW)
        assert not books.lessons.undo(999, by="Cho", at=build.NOW)

    with store.look() as books:
        assert books.lessons.for_reading("fernhill") == ()
        (listed,) = books.lessons.every()
        assert (listed.undone_by, listed.stands) == ("Cho", False)


def test_an_address_that_was_taught_is_its_buyers(store: unit.Store) -> None:
    kept = teach(store, Rule(What.SENDER, "buyer", "Ana@Fernhill.example"), said="buyer=fernhill")

    with store.look() as books:
        assert books.lessons.of_sender("ana@fernhill.EXAMPLE") == ("fernhill",)
        assert books.lessons.of_sender("") == ()
        assert books.lessons.for_reading("fernhill") == ()
    with store.unit() as books:
        books.lessons.undo(kept.id, by="Ben", at=build.NOW)
    with store.look() as books:
        assert books.lessons.of_sender("ana@fernhill.example") == ()


def test_an_older_lesson_stands_beside_a_newer_one_and_comes_first(store: unit.Store) -> None:
    first, second = teach(store, LABEL), teach(store, COLUMN)

    with store.look() as books:
        assert [one.id for one in books.lessons.of_buyer("fernhill")] == [first.id, second.id]
        assert books.lessons.get(first.id) == first
        assert books.lessons.get(999) is None
