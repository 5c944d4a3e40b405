"""Orders come back as the rules left them; versions never change; people find what they look for."""

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from desk import approval, errors, orders, reading
from store import orders as shelf
from store import unit, words
from tests import build


def keep(store: unit.Store, *many: orders.Order) -> None:
    with store.unit() as books:
        for order in many:
            books.orders.keep(order)


def full() -> orders.Order:
    """An order in which no field stands at its default, and no text is tame."""
    lines = (
        build.line(position=1, quantity="2.50", price="0.0750", per=100, buyer_sku="0012/A", description="Ω ‘rings’"),
        build.line(position=2, sku="", price=None),
    )
    doubts = (reading.Doubt("lines.1.price", "No price is printed; which is it?", ("4.50", "4.05")),)
    order = build.order(version=build.version(lines=lines, tax="0.01", requested_date=build.NOW.date()), doubts=doubts)
    return replace(
        order,
        subject="PO <!channel> =HYPERLINK(1)",
        thread="<a@fernhill.example>",
        touchless=True,
        taken_by=build.CLERK,
        tier="manager",
        approvers=(build.MANAGER, build.DIRECTOR),
        decided_by=build.MANAGER,
        reason="a reason",
        confirmed_at=build.NOW + timedelta(microseconds=1),
        approved_by=build.ANA,
        approved_at=build.NOW,
        reminders=2,
    )


def test_an_order_comes_back_equal(store: unit.Store) -> None:
    keep(store, full())

    with store.look() as books:
        assert books.orders.get("SO-10021") == full()
        assert books.orders.get("SO-1") is None


def test_the_order_as_it_now_is_replaces_the_order_as_it_was(store: unit.Store) -> None:
    waiting = build.order(state=orders.State.AWAITING_APPROVAL)
    keep(store, waiting)
    agreed = approval.hear(waiting, build.answer(), at=build.NOW).order
    keep(store, agreed)

    with store.look() as books:
        assert books.orders.get("SO-10021") == agreed
        assert books.orders.standing(orders.State.AWAITING_APPROVAL) == ()
        assert books.orders.counts()[orders.State.AGREED] == 1


def test_nobody_waits_for_many_orders_to_be_counted(store: unit.Store) -> None:
    for number in ("SO-10021", "SO-10022", "SO-10023"):
        keep(store, build.order(number=number, state=orders.State.AGREED))
    keep(store, build.order(number="SO-10024", state=orders.State.CANCELLED))

    with store.look() as books:
        counted = books.orders.counts(most=2)

    assert counted[orders.State.AGREED] == 2
    assert counted[orders.State.CANCELLED] == 1
    assert counted[orders.State.NEEDS_LOOK] == 0


def test_every_version_stays(store: unit.Store) -> None:
    first = build.order()
    second = replace(first, version=build.version(number=2, lines=(build.line(quantity=12),)))
    keep(store, first)
    keep(store, second)

    with store.look() as books:
        assert books.orders.get("SO-10021") == second
        assert books.orders.all_versions("SO-10021") == (first.version, second.version)


def test_a_version_that_was_kept_may_not_say_something_else(store: unit.Store) -> None:
    keep(store, build.order())
    changed = build.order(version=build.version(lines=(build.line(quantity=11),)))

    with pytest.raises(shelf.ChangedError, match="make a new version"):
        keep(store, changed)
    with store.look() as books:
        assert books.orders.get("SO-10021") == build.order()


def test_numbers_are_given_once_and_a_number_rolled_back_is_given_again(store: unit.Store) -> None:
    def number() -> str:
        with store.unit() as books:
            return books.orders.next_number("SO-", first=10001)

    first = number()
    with suppress(errors.DeskError), store.unit() as books:
        books.orders.next_number("SO-", first=10001)
        raise errors.DeskError
    second = number()

    assert (first, second) == ("SO-10001", "SO-10002")


@pytest.mark.parametrize("written", ["4500118", "PO 4500118", "po-04500118", "P.O. No. 4500118", "#4500118"])
def test_a_po_number_is_known_however_it_is_written(store: unit.Store, written: str) -> None:
    keep(store, build.order(po_number="PO-4500118"))

    with store.look() as books:
        assert [order.number for order in books.orders.of_po("fernhill", written)] == ["SO-10021"]
        assert books.orders.of_po("other", written) == ()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("PO-00123", "123"),
        ("AB-007/0020", "AB70020"),
        ("POLAR-7", "POLAR7"),
        ("0", "0"),
        ("000", "0"),
        ("", ""),
        ("１２３", "123"),
        ("Order no. 77", "77"),
    ],
)
def test_the_key_of_a_po_number(written: str, key: str) -> None:
    assert words.po_key(written) == key


@pytest.mark.parametrize("asked", ["SO-10021", "so-10021", "10021", " 10021 ", "4500118", "PO 4500118", "#10021"])
def test_a_person_calls_an_order_by_our_number_or_the_buyers(store: unit.Store, asked: str) -> None:
    keep(store, build.order(), build.order(number="SO-10022", po_number="77"))

    with store.look() as books:
        assert [order.number for order in books.orders.called(asked)] == ["SO-10021"]


def test_a_number_nobody_knows_calls_nothing(store: unit.Store) -> None:
    keep(store, build.order())

    with store.look() as books:
        assert [books.orders.called(text) for text in ("999", "", "-", "%", "SO-")] == [()] * 5


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("fernhill", ["SO-10022", "SO-10021"]),
        ("FERN hoop", ["SO-10022", "SO-10021"]),
        ("hoops silver", ["SO-10022"]),
        ("ana@fernhill.example", ["SO-10022", "SO-10021"]),
        ("gh-20", ["SO-10022", "SO-10021"]),
        ("4500118", ["SO-10021"]),
        ("hill", []),
        ("fern%", ["SO-10022", "SO-10021"]),
        ("", []),
        ("***", []),
    ],
)
def test_words_find_orders_newest_first(store: unit.Store, asked: str, found: list[str]) -> None:
    silver = build.version(lines=(build.line(), build.line(position=2, description="Silver hoops")))
    later = build.NOW + timedelta(days=1)
    keep(store, build.order(), build.order(number="SO-10022", po_number="77", version=silver, taken_at=later))

    with store.look() as books:
        assert [order.number for order in books.orders.find(asked)] == found


@pytest.mark.parametrize("limit", [1, 2, 3, 9])
def test_words_that_most_orders_share_find_the_newest_that_have_them_all(store: unit.Store, limit: int) -> None:
    """However few orders may be gone through at first, what is found is the same."""
    both = build.version(lines=(build.line(description="Gold bangle"),))
    keep(
        store,
        *(
            build.order(
                number=f"SO-{n}",
                po_number=str(n),
                version=both if n % 10 == 0 else build.FIRST_VERSION,
                taken_at=build.NOW + timedelta(minutes=n),
            )
            for n in range(100, 140)
        ),
    )

    with store.look() as books:
        found = [order.number for order in books.orders.find("bangle gold", limit=limit, few=2)]

    assert found == ["SO-130", "SO-120", "SO-110", "SO-100"][:limit]


def test_a_line_that_a_new_version_dropped_no_longer_finds_the_order(store: unit.Store) -> None:
    silver = build.version(lines=(build.line(description="Silver bangle"),))
    gold = build.version(number=2, lines=(build.line(description="Gold bangle"),))
    keep(store, build.order(version=silver))
    keep(store, build.order(version=gold))

    with store.look() as books:
        assert books.orders.find("silver") == ()
        assert len(books.orders.find("gold bangle")) == 1


def test_orders_are_listed_by_state_mail_and_thread(store: unit.Store) -> None:
    waits = replace(build.order(), confirmed_at=build.NOW, thread="<a@fernhill.example>")
    agreed = build.order(number="SO-10022", state=orders.State.AGREED, taken_at=build.NOW + timedelta(hours=1))
    keep(store, waits, agreed)

    with store.look() as books:
        assert books.orders.latest() == (agreed, waits)
        assert books.orders.open() == (waits,)
        assert books.orders.silent(since=build.NOW) == (waits,)
        assert books.orders.silent(since=build.NOW - timedelta(seconds=1)) == ()
        assert books.orders.of_thread(["", "<a@fernhill.example>"]) == (waits,)
        assert books.orders.of_mail(7) == ()


def test_of_two_managers_at_once_the_first_decides(store: unit.Store) -> None:
    keep(
        store,
        build.order(state=orders.State.AWAITING_DECISION, tier="manager", approvers=(build.MANAGER, build.DIRECTOR)),
    )
    other = unit.open_store(store.url)
    start = threading.Barrier(2)
    ends: list[str] = []

    def press(on: unit.Store, by: str) -> None:
        start.wait()
        try:
            with on.unit() as books:
                order = books.orders.get("SO-10021")
                assert order is not None
                books.orders.keep(approval.approve(order, by=by, at=build.NOW).order)
            ends.append("approved")
        except errors.AlreadyDecidedError:
            ends.append("too late")

    presses = [threading.Thread(target=press, args=it) for it in ((store, build.MANAGER), (other, build.DIRECTOR))]
    for thread in presses:
        thread.start()
    for thread in presses:
        thread.join()
    other.close()

    assert sorted(ends) == ["approved", "too late"]


def test_two_mails_with_one_po_number_at_once_see_each_other(store: unit.Store) -> None:
    other = unit.open_store(store.url)
    start = threading.Barrier(2)
    known: list[int] = []

    def take(on: unit.Store) -> None:
        start.wait()
        with on.unit() as books:
            known.append(len(books.orders.of_po("fernhill", "4500118")))
            number = books.orders.next_number("SO-", first=1)
            books.orders.keep(build.order(number=number))

    mails = [threading.Thread(target=take, args=(on,)) for on in (store, other)]
    for thread in mails:
        thread.start()
    for thread in mails:
        thread.join()
    other.close()

    assert sorted(known) == [0, 1]


def test_no_figure_passes_through_a_float(store: unit.Store) -> None:
    price = Decimal("0.1000000000000000055511151231")
    keep(store, build.order(version=build.version(lines=(build.line(price=price, amount=build.gbp("1.00")),))))

    with store.look() as books:
        order = books.orders.get("SO-10021")
    assert order is not None
    assert order.version.lines[0].price == price
