"""A silent buyer is asked again, as often as the policy says, and never at a dead address."""

from dataclasses import replace
from datetime import timedelta

from bot import office, reading_room
from bot.demo import stage
from bot.flows import chase, decide
from desk import policy
from store import unit
from tests.bot import build

TWO_DAYS = 2 * 24 * 3600 + 60


def chased(desk: office.Office) -> None:
    """Two more days pass, and every reminder that is due is done."""
    build.clock(desk).forward(TWO_DAYS)
    for job in build.jobs(desk, "chase"):
        if job.run_at is not None and job.run_at <= desk.now():
            chase.chase(desk, job.job.args)


def test_two_reminders_and_no_more(desk: office.Office) -> None:
    order = build.confirmed(desk)

    for _ in range(4):
        chased(desk)

    assert build.letters(desk, order.number) == ["confirmation", "reminder", "reminder"]
    assert build.order(desk, order.number).reminders == 2


def test_nobody_is_reminded_before_the_time(desk: office.Office) -> None:
    order = build.confirmed(desk)

    (job,) = build.jobs(desk, "chase")

    assert order.confirmed_at is not None
    assert job.run_at == order.confirmed_at + timedelta(days=2)


def test_a_job_that_runs_twice_reminds_once(desk: office.Office) -> None:
    order = build.confirmed(desk)
    (job,) = build.jobs(desk, "chase")
    build.clock(desk).forward(TWO_DAYS)

    chase.chase(desk, job.job.args)
    chase.chase(desk, job.job.args)

    assert build.letters(desk, order.number) == ["confirmation", "reminder"]


def test_an_order_that_ended_is_not_chased(desk: office.Office) -> None:
    order = build.confirmed(desk)
    decide.cancel(desk, order.number, by="ben", reason="closed")

    chased(desk)

    assert build.letters(desk, order.number) == ["confirmation", "cancelled"]


def test_a_buyer_whose_letter_came_back_is_not_chased(desk: office.Office) -> None:
    order = build.confirmed(desk)
    with desk.store.unit() as books:
        books.orders.keep(replace(order, reason="The confirmation was not delivered."))

    chased(desk)

    assert build.letters(desk, order.number) == ["confirmation"]


def test_a_policy_without_reminders_never_reminds(sqlite_store: unit.Store, room: reading_room.ReadingRoom) -> None:
    rules = replace(stage.rules(), reminders=policy.Reminders(most=0))
    desk = build.desk(sqlite_store, room, rules=rules)

    build.confirmed(desk)

    assert build.jobs(desk, "chase") == []


def test_an_unknown_order_is_nothing_to_chase(desk: office.Office) -> None:
    chase.chase(desk, {"number": "SO-1", "version": 1, "count": 1, "asked": desk.now().isoformat()})

    assert build.every(desk) == ()


def test_a_confirmation_that_went_out_again_is_not_chased_on_its_old_date(desk: office.Office) -> None:
    order = build.confirmed(desk)
    (old,) = build.jobs(desk, "chase")
    build.clock(desk).forward(24 * 3600)
    decide.ask_again(desk, order.number, by="Ben")

    chase.chase(desk, old.job.args)

    assert build.letters(desk, order.number) == ["confirmation", "confirmation"]
