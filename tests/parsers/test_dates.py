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
        ("24 augusti 2026", date(2026, 8, 24)),
        ("14 лютого 2026", date(2026, 2, 14)),
        ("14 septembrie 2026", date(2026, 9, 14)),
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026年4月1日", date(2026, 4, 1)),
        ("令和8年4月1日", date(2026, 4, 1)),
        ("令和元年5月7日", date(2019, 5, 7)),
        ("R8.4.1", date(2026, 4, 1)),
        ("民國115年4月1日", date(2026, 4, 1)),
        ("2026년 4월 1일", date(2026, 4, 1)),
        ("２０２６年１２月３日", date(2026, 12, 3)),
        ("1. huhtikuuta 2026", date(2026, 4, 1)),
        ("2026. április 1.", date(2026, 4, 1)),
        ("15. října 2026", date(2026, 10, 15)),
        ("14 Ağustos 2026", date(2026, 8, 14)),
        ("14 Μαρτίου 2026", date(2026, 3, 14)),
        ("14 марта 2026 г.", date(2026, 3, 14)),
        ("١٤ مارس ٢٠٢٦", date(2026, 3, 14)),
        ("14 במרץ 2026", date(2026, 3, 14)),
        ("วันที่ 01/01/2569", date(2026, 1, 1)),
    ],
)
def test_other_scripts_and_eras_are_dates_too(text: str, wanted: date) -> None:
    assert [found.under(None) for found in dates.find(text)] == [wanted]


@pytest.mark.parametrize("text", ["01/04/2569", "12 set 20", "5 LED 24", "R8.4"])
def test_what_only_looks_like_another_calendar_is_none(text: str) -> None:
    assert dates.find(text) == []


@pytest.mark.parametrize(
    ("text", "order"),
    [("Fri 03/04/2026", Order.DAY_FIRST), ("Friday, 04/03/2026", Order.MONTH_FIRST), ("Monday 03/04/2026", None)],
)
def test_the_day_of_the_week_says_which_figure_is_the_day(text: str, order: Order | None) -> None:
    assert dates.order([text]) == (order, False)


def test_eight_digits_are_a_date_only_where_a_label_says_so() -> None:
    assert dates.find("20260403") == []
    assert dates.alone("20260403") == date(2026, 4, 3)
    assert dates.alone("20261303") is None
