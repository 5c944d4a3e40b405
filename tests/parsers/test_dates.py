from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import dates
from parsers.dates import Order

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2079, 12, 31))


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d-%b-%y", "%d-%b-%Y", "%b. %d, %Y"]))
def test_a_date_that_can_be_read_in_one_way_is(day: date, pattern: str) -> None:
    found = dates.find(f"placed {day.strftime(pattern)}, thank you")

    assert [one.under(None) for one in found] == [day]


@given(DAYS, st.sampled_from(list(Order)), st.sampled_from("/-"))
def test_a_date_in_figures_is_read_under_the_order_of_its_document(day: date, order: Order, sign: str) -> None:
    pattern = f"%d{sign}%m{sign}%Y" if order is Order.DAY_FIRST else f"%m{sign}%d{sign}%Y"

    found = dates.find(day.strftime(pattern))

    assert [one.under(order) for one in found] == [day]
    assert found[0].is_open == (day.day <= 12 and day.day != day.month)


@given(DAYS)
def test_an_open_date_is_not_guessed(day: date) -> None:
    found = dates.find(f"{day:%d/%m/%Y}")[0]

    assert (found.under(None) is None) == found.is_open


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("14. März 2026", date(2026, 3, 14)),
        ("1er février 2026", date(2026, 2, 1)),
        ("3 de marzo de 2026", date(2026, 3, 3)),
        ("Jul. 14, 2025, 2:46 p.m.", date(2025, 7, 14)),
        ("15-SEP-2026", date(2026, 9, 15)),
        ("09/May/24", date(2024, 5, 9)),
        ("2026-05-06T00:00", date(2026, 5, 6)),
        ("5 dicembre 2026", date(2026, 12, 5)),
    ],
)
def test_months_are_known_in_many_languages(text: str, wanted: date) -> None:
    assert [found.under(None) for found in dates.find(text)] == [wanted]


@pytest.mark.parametrize(
    "text", ["12", "30.00 G", "12.5 mm", "05 Nos 26", "31/02/2026", "1.2", "555-1234", "2026", "May"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates.find(text) == []


def test_one_clear_date_settles_the_others() -> None:
    assert dates.order(["03/04/2026", "25/04/2026"]) == (Order.DAY_FIRST, False)


def test_dates_that_contradict_each_other_settle_nothing() -> None:
    assert dates.order(["25/04/2026", "04/25/2026"]) == (None, True)
