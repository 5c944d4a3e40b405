"""What is said once is carried once, each stream in its order."""

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from store import outbox, unit, work
from tests.store import build

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def parcel(key: str = "letter:1", stream: str = "letters:SO-10021", raw: bytes | None = b"Dear Ana") -> outbox.Parcel:
    return outbox.Parcel(key, stream, outbox.Kind.LETTER, {"to": "ana@fernhill.example"}, "SO-10021", raw)


def put(store: unit.Store, *parcels: outbox.Parcel) -> list[int]:
    with store.unit() as books:
        return [books.outbox.put(one, at=AT).id for one in parcels]


def take(store: unit.Store, item: int) -> outbox.Item | None:
    with store.unit() as books:
        return books.outbox.take(item)


def test_what_is_put_in_is_carried_by_a_job_with_the_very_bytes(store: unit.Store) -> None:
    carried: list[bytes | None] = []

    def carry(args: object) -> None:
        with store.unit() as books:
            item = books.outbox.take(args["item"])  # type: ignore[index]  # what the outbox says
            assert item is not None
            carried.append(books.outbox.raw(item))
            books.outbox.carried(item.id, at=AT, external_id="<1@harbourhoop.example>")

    (item,) = put(store, parcel())
    build.hand(store, {outbox.CARRY: carry}).drain()

    assert carried == [b"Dear Ana"]
    with store.look() as books:
        (found,) = books.outbox.sent_as(["<1@harbourhoop.example>", ""])
        assert (found.id, found.state, found.carried_at) == (item, outbox.State.CARRIED, AT)


def test_saying_it_twice_says_it_once_and_the_first_words_stand(store: unit.Store) -> None:
    first = put(store, parcel())
    again = put(store, parcel(raw=b"Dear Bob"))

    assert first == again
    with store.look() as books:
        (item,) = books.outbox.of_order("SO-10021")
        assert books.outbox.raw(item) == b"Dear Ana"
        assert books.work.counts()[work.State.WAITING] == 1


def test_in_one_stream_the_second_waits_for_the_first(store: unit.Store) -> None:
    first, second, other = put(store, parcel("a"), parcel("b"), parcel("c", stream="letters:SO-10022"))

    with pytest.raises(outbox.NotItsTurnError) as waits:
        take(store, second)
    assert waits.value.after > 0
    assert take(store, other) is not None
    assert take(store, first) is not None
    with store.unit() as books:
        books.outbox.carried(first, at=AT)
    assert take(store, second) is not None


def test_what_was_refused_stops_nobody(store: unit.Store) -> None:
    first, second = put(store, parcel("a"), parcel("b"))
    take(store, first)

    with store.unit() as books:
        books.outbox.refused(first, why="no such user")

    assert take(store, second) is not None
    assert take(store, first) is None


def test_what_was_carried_is_not_taken_again(store: unit.Store) -> None:
    (item,) = put(store, parcel())
    take(store, item)
    with store.unit() as books:
        books.outbox.carried(item, at=AT)

    assert take(store, item) is None


def test_what_a_carrier_dropped_must_be_looked_for(store: unit.Store) -> None:
    (item,) = put(store, parcel())
    first = take(store, item)
    again = take(store, item)  # its carrier died, the job comes back

    assert first is not None
    assert again is not None
    assert (first.state, again.state, again.attempts) == (outbox.State.CARRYING, outbox.State.UNKNOWN, 2)


def test_what_nobody_knows_of_must_be_looked_for_and_what_was_not_taken_need_not(store: unit.Store) -> None:
    unknown, later = put(store, parcel("a", "one"), parcel("b", "two"))
    take(store, unknown)
    take(store, later)
    with store.unit() as books:
        books.outbox.unknown(unknown, next_at=AT + timedelta(seconds=30), why="the line went dead after DATA")
        books.outbox.later(later, next_at=AT + timedelta(seconds=30), why="421 busy")
        assert [item.why for item in books.outbox.standing(outbox.State.UNKNOWN)] == ["the line went dead after DATA"]

    again = [take(store, unknown), take(store, later)]

    assert [item and item.state for item in again] == [outbox.State.UNKNOWN, outbox.State.CARRYING]


def test_something_for_later_waits_for_its_time(store: unit.Store) -> None:
    with store.unit() as books:
        books.outbox.put(parcel(), at=AT, not_before=build.now() + timedelta(hours=1))

    assert build.hand(store, {}).drain() == 0


def test_each_that_is_finished_gives_the_next_its_turn(store: unit.Store) -> None:
    order: list[int] = []

    def carry(args: object) -> None:
        with store.unit() as books:
            item = books.outbox.take(args["item"])  # type: ignore[index]  # what the outbox says
            assert item is not None
            order.append(item.id)
            if len(order) == 2:
                books.outbox.refused(item.id, why="no such user")
            else:
                books.outbox.carried(item.id, at=AT)

    items = put(store, parcel("a"), parcel("b"), parcel("c"))
    with store.look() as books:
        assert books.work.counts()[work.State.WAITING] == 1
    build.hand(store, {outbox.CARRY: carry}).drain()

    assert order == items


def test_many_who_put_and_carry_at_once_leave_nothing_behind(store: unit.Store) -> None:
    """Two streams, touched in both orders: nobody waits in a circle, and every item gets its turn."""
    other = unit.open_store(store.url)

    def carry(args: object) -> None:
        with store.unit() as books:
            item = books.outbox.take(args["item"])  # type: ignore[index]  # what the outbox says
            assert item is not None
            books.outbox.carried(item.id, at=AT)

    def talk(on: unit.Store, name: str, streams: tuple[str, str]) -> None:
        for n in range(8):
            with on.unit() as books:
                for stream in streams:
                    books.outbox.put(parcel(f"{name}:{n}:{stream}", stream), at=AT)

    stop = threading.Event()
    ann = threading.Thread(target=build.hand(store, {outbox.CARRY: carry}).run, args=(stop,))
    talks = [
        threading.Thread(target=talk, args=(store, "one", ("x", "y"))),
        threading.Thread(target=talk, args=(other, "two", ("y", "x"))),
    ]
    for thread in (ann, *talks):
        thread.start()
    for thread in talks:
        thread.join()
    end = time.monotonic() + 20
    while _carried(store) < 32 and time.monotonic() < end:
        time.sleep(0.02)
    stop.set()
    ann.join()
    other.close()

    assert _carried(store) == 32


def _carried(store: unit.Store) -> int:
    with store.look() as books:
        return books.outbox.counts()[outbox.State.CARRIED]
