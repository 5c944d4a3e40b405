"""The contract of the work, the same on the leased table and on Procrastinate."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from store import unit, work, worker
from tests.store import build


class BusyError(Exception):
    """A wire that says when to come back."""

    def __init__(self, after: float | None) -> None:
        super().__init__("the other side is busy")
        self.after = after


class RefusedError(Exception):
    """A wire that says never again."""


def say(store: unit.Store, key: str, name: str = "note", **more: object) -> bool:
    with store.unit() as books:
        return books.work.defer(work.Job(name, {"key": key}), key=key, **more)  # type: ignore[arg-type]  # run_at


def counts(store: unit.Store) -> dict[work.State, int]:
    with store.look() as books:
        return {state: count for state, count in books.work.counts().items() if count}


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never became true"
        time.sleep(0.01)


def test_a_job_is_done_with_its_arguments(store: unit.Store) -> None:
    seen: list[object] = []
    with store.unit() as books:
        books.work.defer(work.Job("note", {"mail": 7, "words": ["a", "b"]}), key="note:7")

    build.hand(store, {"note": seen.append}).drain()

    assert seen == [{"mail": 7, "words": ["a", "b"]}]
    assert counts(store) == {work.State.DONE: 1}


def test_a_job_that_was_rolled_back_was_never_said(store: unit.Store) -> None:
    with suppress(RefusedError), store.unit() as books:
        books.work.defer(work.Job("note", {}), key="note:1")
        raise RefusedError("the flow broke")

    assert build.hand(store, {}).drain() == 0
    assert counts(store) == {}


def test_saying_a_job_twice_says_it_once(store: unit.Store) -> None:
    seen: list[object] = []
    ann = build.hand(store, {"note": seen.append})

    assert say(store, "a") is True
    assert say(store, "a") is False
    ann.drain()
    assert say(store, "a") is False
    ann.drain()

    assert len(seen) == 1


def test_a_key_is_new_again_once_what_was_done_is_forgotten(store: unit.Store) -> None:
    say(store, "a")
    build.hand(store, {"note": lambda _: None}).drain()
    with store.unit() as books:
        books.work.forget_done(before=build.now() + timedelta(seconds=1))

    assert say(store, "a") is True


def test_a_worker_forgets_by_itself_what_was_done_long_ago(store: unit.Store) -> None:
    say(store, "a")
    stop = threading.Event()
    ann = build.hand(store, {"note": lambda _: None}, keep_done=timedelta(milliseconds=1))
    thread = threading.Thread(target=ann.run, args=(stop,))
    thread.start()
    until(lambda: counts(store) == {})
    stop.set()
    thread.join()


def test_a_job_waits_for_its_time(store: unit.Store) -> None:
    begun: list[tuple[str, datetime]] = []
    ann = build.hand(store, {"note": lambda args: begun.append((str(args["key"]), build.now()))})
    soon = build.now() + timedelta(milliseconds=300)
    say(store, "later", run_at=build.now() + timedelta(hours=1))
    say(store, "soon", run_at=soon)

    until(lambda: ann.drain() > 0)

    ((key, at),) = begun
    assert key == "soon"
    assert at >= soon


def test_jobs_that_are_due_are_done_in_the_order_in_which_they_were_said(store: unit.Store) -> None:
    seen: list[object] = []
    for key in "abc":
        say(store, key)

    build.hand(store, {"note": lambda args: seen.append(args["key"])}).drain()

    assert seen == ["a", "b", "c"]


def test_once_does_one_job(store: unit.Store) -> None:
    say(store, "a")
    say(store, "b")
    ann = build.hand(store, {"note": lambda _: None})

    assert ann.once() is True
    assert counts(store) == {work.State.DONE: 1, work.State.WAITING: 1}
    assert ann.once() is True
    assert ann.once() is False


def test_a_job_may_say_another_job(store: unit.Store) -> None:
    say(store, "a", "first")

    def go_on(_: object) -> None:
        say(store, "b", "second")

    ann = build.hand(store, {"first": go_on, "second": lambda _: None})

    ann.drain()

    assert counts(store) == {work.State.DONE: 2}


def test_a_job_that_fails_is_tried_again(store: unit.Store) -> None:
    tries: list[float] = []

    def second_time_lucky(_: object) -> None:
        tries.append(time.monotonic())
        if len(tries) == 1:
            raise ValueError("not yet")

    say(store, "a")
    ann = build.hand(store, {"note": second_time_lucky})
    ann.once()
    assert counts(store) == {work.State.WAITING: 1}
    until(lambda: ann.drain() > 0)

    assert counts(store) == {work.State.DONE: 1}
    assert tries[1] - tries[0] >= 0.014


def test_a_job_that_always_fails_is_set_aside_with_its_reason_and_the_queue_goes_on(store: unit.Store) -> None:
    told: list[tuple[str, str]] = []

    def fail(_: object) -> None:
        raise ValueError("The page has no words.")

    def tell(books: unit.Unit, job: work.Job, reason: str) -> None:
        told.append((job.name, reason))

    say(store, "a", "poison")
    say(store, "b")
    ann = build.hand(store, {"poison": fail, "note": lambda _: None}, set_aside=tell)
    until(lambda: ann.drain() >= 0 and counts(store) == {work.State.DONE: 1, work.State.SET_ASIDE: 1})

    assert told == [("poison", "The page has no words.")]
    with store.look() as books:
        (entry,) = books.work.standing(work.State.SET_ASIDE)
    assert (entry.reason, entry.attempts) == ("The page has no words.", 3)


def test_what_was_said_about_a_job_set_aside_is_kept_with_it(store: unit.Store) -> None:
    def refuse(_: object) -> None:
        raise RefusedError("no such user")

    def tell(books: unit.Unit, job: work.Job, reason: str) -> None:
        books.work.defer(work.Job("card", {"why": reason}), key="card")

    say(store, "a")
    cards: list[object] = []
    build.hand(store, {"note": refuse, "card": cards.append}, set_aside=tell, never_again=(RefusedError,)).drain()

    assert cards == [{"why": "no such user"}]


def test_a_job_is_set_aside_even_where_nobody_can_be_told(store: unit.Store) -> None:
    def refuse(_: object) -> None:
        raise RefusedError("no such user")

    def stumble(books: unit.Unit, job: work.Job, reason: str) -> None:
        raise RuntimeError("no words")

    say(store, "a")
    build.hand(store, {"note": refuse}, set_aside=stumble, never_again=(RefusedError,)).drain()

    assert counts(store) == {work.State.SET_ASIDE: 1}


def test_a_refusal_for_good_is_not_tried_again(store: unit.Store) -> None:
    tries: list[object] = []

    def refuse(args: object) -> None:
        tries.append(args)
        raise RefusedError("no such user")

    say(store, "a")
    build.hand(store, {"note": refuse}, never_again=(RefusedError,)).drain()

    assert len(tries) == 1
    assert counts(store) == {work.State.SET_ASIDE: 1}


def test_a_busy_wire_is_asked_again_when_it_said_and_never_counts_as_a_failure(store: unit.Store) -> None:
    tries: list[float] = []

    def busy(_: object) -> None:
        tries.append(time.monotonic())
        if len(tries) <= 5:
            raise BusyError(after=0.06)

    say(store, "a")
    ann = build.hand(store, {"note": busy})
    until(lambda: ann.drain() >= 0 and counts(store) == {work.State.DONE: 1})

    assert len(tries) == 6  # twice as often as failures are allowed
    assert tries[1] - tries[0] >= 0.055


def test_a_wire_that_stays_away_too_long_is_given_up(store: unit.Store) -> None:
    def away(_: object) -> None:
        raise BusyError(after=None)

    say(store, "a")
    short = worker.Patience(first=timedelta(milliseconds=10), away=timedelta(milliseconds=50))
    ann = build.hand(store, {"note": away}, patience=short)
    until(lambda: ann.drain() >= 0 and counts(store) == {work.State.SET_ASIDE: 1})


def test_a_job_without_a_handler_is_set_aside_in_the_end(store: unit.Store) -> None:
    say(store, "a", "unheard of")
    ann = build.hand(store, {})
    until(lambda: ann.drain() >= 0 and counts(store) == {work.State.SET_ASIDE: 1})

    with store.look() as books:
        (entry,) = books.work.standing(work.State.SET_ASIDE)
    assert "'unheard of'" in entry.reason


def test_a_person_may_ask_for_a_job_again(store: unit.Store) -> None:
    open_door: list[object] = []

    def knock(args: object) -> None:
        if not open_door:
            raise RefusedError("closed")
        open_door.append(args)

    say(store, "a")
    ann = build.hand(store, {"note": knock}, never_again=(RefusedError,))
    ann.drain()
    open_door.append("key")
    with store.unit() as books:
        (entry,) = books.work.standing(work.State.SET_ASIDE)
        assert books.work.again(entry.id) is True
        assert books.work.again(entry.id) is False
    ann.drain()

    assert open_door == ["key", {"key": "a"}]


def test_a_running_worker_hears_of_a_new_job_at_once(store: unit.Store) -> None:
    done: list[float] = []
    stop = threading.Event()
    lazy = worker.leased.Pace(poll=timedelta(seconds=20))
    deaf = worker.shared.Pace(poll=timedelta(seconds=20))
    ann = build.hand(store, {"note": lambda _: done.append(time.monotonic())}, leased_pace=lazy, shared_pace=deaf)
    thread = threading.Thread(target=ann.run, args=(stop,))
    thread.start()
    say(store, "a")  # perhaps before the worker listens
    until(lambda: len(done) == 1)
    time.sleep(0.3)  # it rests
    start = time.monotonic()
    say(store, "b")
    until(lambda: len(done) == 2)
    stop.set()
    store.bell.ring()
    thread.join(timeout=5)

    assert done[1] - start < 5  # polling alone would take 20
    assert not thread.is_alive()


def test_two_workers_never_do_one_job_twice(store: unit.Store) -> None:
    seen: Counter[str] = Counter()
    guard = threading.Lock()

    def note(args: object) -> None:
        with guard:
            seen[args["key"]] += 1  # type: ignore[index]  # the arguments are what `say` gave

    keys = [f"k{n}" for n in range(60)]
    with store.unit() as books:
        for key in keys:
            books.work.defer(work.Job("note", {"key": key}), key=key)
    other = unit.open_store(store.url)
    stop = threading.Event()
    calm = {"leased_pace": worker.leased.Pace(), "shared_pace": worker.shared.Pace()}
    hands = [build.hand(store, {"note": note}, "ann", **calm), build.hand(other, {"note": note}, "bob", **calm)]
    threads = [threading.Thread(target=hand.run, args=(stop,)) for hand in hands]
    for thread in threads:
        thread.start()
    until(lambda: counts(store) == {work.State.DONE: 60})
    stop.set()
    for thread in threads:
        thread.join()
    other.close()

    assert seen == Counter(keys)


def test_a_worker_told_to_stop_finishes_what_it_has_in_hand_and_leaves_the_rest(store: unit.Store) -> None:
    began, may_end, stop = threading.Event(), threading.Event(), threading.Event()

    def slow(_: object) -> None:
        began.set()
        may_end.wait(5)

    for key in "abc":
        say(store, key)
    thread = threading.Thread(target=build.hand(store, {"note": slow}, threads=1).run, args=(stop,))
    thread.start()
    assert began.wait(5)
    stop.set()
    time.sleep(0.2)
    assert thread.is_alive()
    may_end.set()
    thread.join(timeout=5)

    assert not thread.is_alive()
    assert counts(store) == {work.State.DONE: 1, work.State.WAITING: 2}


def test_a_job_that_outlasts_its_lease_stays_with_its_worker(store: unit.Store) -> None:
    tries: list[object] = []
    stop = threading.Event()
    other = unit.open_store(store.url)

    def long(args: object) -> None:
        tries.append(args)
        time.sleep(2.2)  # more than the lease and more than the silence that the other worker allows

    say(store, "a")
    hands = [build.hand(store, {"note": long}, "ann"), build.hand(other, {"note": long}, "bob")]
    threads = [threading.Thread(target=hand.run, args=(stop,)) for hand in hands]
    for thread in threads:
        thread.start()
    until(lambda: counts(store) == {work.State.DONE: 1})
    stop.set()
    for thread in threads:
        thread.join()
    other.close()

    assert len(tries) == 1


def test_a_worker_whose_heartbeat_is_late_does_not_take_its_own_job_again(store: unit.Store) -> None:
    tries: list[object] = []
    late = timedelta(0)
    stop = threading.Event()

    def slow(args: object) -> None:
        nonlocal late
        tries.append(args)
        late = timedelta(minutes=5)  # the machine slept, and with it the heart
        time.sleep(0.6)

    say(store, "a")
    ann = build.hand(
        store,
        {"note": slow},
        clock=lambda: build.now() + late,
        leased_pace=worker.leased.Pace(poll=timedelta(milliseconds=30), lease=timedelta(minutes=1)),
        shared_pace=worker.shared.Pace(beat=timedelta(minutes=1), silence=timedelta(milliseconds=150)),
    )
    thread = threading.Thread(target=ann.run, args=(stop,))
    thread.start()
    until(lambda: counts(store) == {work.State.DONE: 1})
    stop.set()
    thread.join()

    assert len(tries) == 1
