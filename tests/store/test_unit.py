"""One transaction: everything or nothing, for many at once."""

import threading
from contextlib import suppress

import pytest
from sqlalchemy import exc

from store import unit


class BrokenError(Exception):
    """Something in a flow broke."""


def test_what_a_unit_keeps_is_there_for_the_next(store: unit.Store) -> None:
    with store.unit() as books:
        books.marks.put("uid", {"validity": 7, "newest": 12})

    with store.look() as books:
        assert books.marks.get("uid") == {"validity": 7, "newest": 12}


def test_a_unit_that_breaks_keeps_nothing(store: unit.Store) -> None:
    with suppress(BrokenError), store.unit() as books:
        books.marks.put("uid", 12)
        raise BrokenError

    with store.look() as books:
        assert books.marks.get("uid", "nothing") == "nothing"


def test_a_look_may_not_write(store: unit.Store) -> None:
    with pytest.raises(exc.DBAPIError, match=r"readonly|read-only"), store.look() as books:
        books.marks.put("uid", 12)


def test_a_connection_that_looked_may_write_again(store: unit.Store) -> None:
    with store.look() as books:
        books.marks.get("uid")
    with store.unit() as books:
        books.marks.put("uid", 12)
    with store.look() as books:
        assert books.marks.get("uid") == 12


def test_a_look_sees_one_moment_while_others_write(store: unit.Store) -> None:
    with store.look() as books:
        before = books.marks.get("uid")
        with store.unit() as others:
            others.marks.put("uid", 12)
        after = books.marks.get("uid")

    assert (before, after) == (None, None)


def test_units_of_many_threads_and_two_stores_all_count(store: unit.Store) -> None:
    other = unit.open_store(store.url)

    def count(on: unit.Store) -> None:
        for _ in range(10):
            with on.unit() as books:
                books.orders.next_number("SO-", first=1)

    threads = [threading.Thread(target=count, args=(on,)) for on in (store, store, other, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()

    with store.unit() as books:
        assert books.orders.next_number("SO-", first=1) == "SO-41"


def test_a_unit_inside_a_unit_is_refused_on_sqlite_rather_than_waited_for(sqlite_store: unit.Store) -> None:
    with (
        sqlite_store.unit(),
        pytest.raises(RuntimeError, match="already has a unit"),
        sqlite_store.unit(),
    ):
        pass
