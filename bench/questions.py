"""How long the team waits for an answer with 100,000 orders in the store.

The orders are copies of a few hundred that went through the store's own shelves; each copy has numbers of its own.
"""

import dataclasses
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

import sqlalchemy as sa
from rich.table import Table

from bench import desk, figures
from bot import office, questions, wiring
from bot.demo import stage
from desk import errors, money, orders, versions
from playground.samples import truths
from store import cards, tables, unit, words

ORDERS, PATTERNS = 100_000, 400
_ASKED, _SLASHED = 600, 300
_CHUNK = 5_000
_FIRST = 20_000
_OPENED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_STATES = (orders.State.AGREED,) * 6 + (orders.State.CANCELLED, orders.State.AWAITING_APPROVAL)
# As many are open as a small seller has on one day; the others are history.
_OPEN_SHARE = 0.005


def run() -> Iterator[Table]:
    """One table of answers, SQLite and PostgreSQL."""
    told = (
        f"{ORDERS:,} orders of one to six lines. In one process: bot.questions.ask, from the words to the answer, "
        f"blocks and all, {_ASKED} different questions of a kind (a quarter of that for two common words, list and "
        "history). Through Slack: from the command typed in the stand-in until the answer stands there, with its link "
        f"to the card, {_SLASHED} times, `countersign slack` in a process of its own."
    )
    columns = ("question", "p50", "p99", "slowest")
    drawn = figures.table(f"An answer from {ORDERS:,} orders, ms", "store", *columns, told=told)
    drawn.columns[1].justify = "left"
    for name, store in (("SQLite", desk.sqlite), ("PostgreSQL", desk.postgresql)):
        for question, times in _measured(store):
            paces = [figures.short(figures.quantile(times, share)) for share in (0.5, 0.99, 1)]
            drawn.add_row(name, question, *paces)
    yield drawn


def _measured(store: Callable[[], AbstractContextManager[str]]) -> Iterator[tuple[str, list[float]]]:
    with store() as url, desk.ground(url, paced=False) as on, desk.opened(on.chosen) as at:
        fill(at, ORDERS)
        for question, asked in _questions(random.Random(7)).items():
            yield f"`{question}`", [_asked(at, text) for text in asked]
        with desk.programs(on, "slack"):
            yield "`/po <number>` through Slack", _slashed(on, at, random.Random(8))


def fill(at: office.Office, count: int) -> None:
    """So many orders, their versions, lines and words; the patterns first, through the shelves."""
    patterns = [_pattern(place) for place in range(PATTERNS)]
    with at.store.unit() as books:
        for order in patterns:
            books.orders.keep(order)
    with at.store.engine.connect() as connection:
        rows = {table: _rows_of(connection, table) for table in _COPIED}
    places = range(PATTERNS, count)
    for table in _COPIED:
        copies = (row for place in places for row in _copy(table, rows[table], patterns, place))
        _insert(at.store, table, copies)
    renumbered = (_renumbered(patterns, place) for place in places)
    found = sorted((word, order.number) for order in renumbered for word in words.of_order(order))
    with at.store.unit() as books:
        _put_words(books.session.connection().connection.driver_connection, found)
        if at.store.dialect == "postgresql":
            books.session.execute(sa.text("ANALYZE"))  # what autovacuum does within a minute


_COPIED = (tables.orders, tables.order_versions, tables.order_lines)


def _put_words(driver: Any, found: Sequence[tuple[str, str]]) -> None:
    """Millions of rows, in the order of their index, as fast as each database takes them."""
    if isinstance(driver, sqlite3.Connection):
        driver.executemany("INSERT INTO order_words (word, number) VALUES (?, ?)", found)
        return
    with driver.cursor() as cursor, cursor.copy("COPY order_words (word, number) FROM STDIN") as copy:
        for row in found:
            copy.write_row(row)


def _truth(place: int) -> truths.Truth:
    return truths.order(place, count=1 + place % 6)


def _pattern(place: int) -> orders.Order:
    """An order of the invented world as it stands in the store."""
    truth = _truth(place)
    lines = tuple(_line(number, line) for number, line in enumerate(truth.lines, 1))
    total = money.total((line.amount for line in lines if line.amount is not None), truth.currency)
    nothing = money.Money(0, truth.currency)
    version = versions.Version(
        number=1,
        currency=truth.currency,
        lines=lines,
        subtotal=total,
        discount=nothing,
        tax=nothing,
        shipping=nothing,
        total=total,
        order_date=truth.order_date,
        payment_terms=truth.payment_terms,
        ship_to=truth.ship_to,
    )
    return orders.Order(
        number=_number(place),
        state=_state(place),
        version=version,
        buyer_name=truth.buyer.name,
        buyer_id=truth.buyer.code,
        contact=truth.contact.email,
        po_number=_po_number(place),
        subject=f"Purchase order {_po_number(place)}",
        taken_at=_taken(place),
        confirmed_at=_taken(place),
        touchless=True,
    )


def _line(place: int, line: truths.TruthLine) -> versions.Line:
    return versions.Line(
        position=place,
        sku=line.sku,
        description=line.description,
        quantity=line.quantity,
        unit=line.unit,
        price=line.unit_price,
        amount=money.exact(line.amount, "GBP"),
        per=Decimal(1),
        buyer_sku=line.buyer_sku or "",
    )


def _renumbered(patterns: Sequence[orders.Order], place: int) -> orders.Order:
    number, po_number = _number(place), _po_number(place)
    pattern = patterns[place % PATTERNS]
    return dataclasses.replace(pattern, number=number, po_number=po_number, subject=f"Purchase order {po_number}")


def _copy(
    table: sa.Table, rows: Mapping[str, list[dict[str, Any]]], patterns: Sequence[orders.Order], place: int
) -> Iterator[dict[str, Any]]:
    """The pattern's rows of this table under the copy's own numbers."""
    own: dict[str, Any] = {"number": _number(place)}
    if table is tables.orders:
        po_number = _po_number(place)
        own |= {"po_number": po_number, "po_key": words.po_key(po_number), "subject": f"Purchase order {po_number}"}
        own |= {"state": _state(place), "taken_at": _taken(place)}
    for row in rows[patterns[place % PATTERNS].number]:
        yield row | own


def _rows_of(connection: sa.Connection, table: sa.Table) -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(sa.select(table)).mappings():
        found.setdefault(row["number"], []).append(dict(row))
    return found


def _insert(store: unit.Store, table: sa.Table, rows: Iterable[Mapping[str, object]]) -> None:
    left = iter(rows)
    with store.unit() as books:
        while some := list(islice(left, _CHUNK)):
            books.session.execute(sa.insert(table), some)


def _number(place: int) -> str:
    return f"SO-{_FIRST + place}"


def _po_number(place: int) -> str:
    return f"45{300_000 + place}"


def _taken(place: int) -> datetime:
    return _OPENED + timedelta(minutes=5 * place)


def _state(place: int) -> orders.State:
    recent = place >= ORDERS * (1 - _OPEN_SHARE)
    return _STATES[place % len(_STATES)] if recent else _STATES[place % (len(_STATES) - 1)]


def _questions(chance: random.Random) -> Mapping[str, list[str]]:
    """Each kind of question, and the words of each time it is asked."""
    some = [chance.randrange(ORDERS) for _ in range(_ASKED)]
    few = some[: _ASKED // 4]
    return {
        "/po <PO number>": [_po_number(place) for place in some],
        "/po <our number>": [_number(place) for place in some],
        "/po <number that nobody has>": [str(900_000 + place) for place in some],
        "/po find <PO number> <buyer>": [f"find {_po_number(place)} {_buyer(place)}" for place in some],
        "/po find <two common words>": [f"find {_buyer(place)} {_product(place)}" for place in few],
        "/po list": ["list" for _ in few],
        "/po list agreed": ["list agreed" for _ in few],
        "/po history <number>": [f"history {_number(place)}" for place in few],
    }


def _buyer(place: int) -> str:
    return _first(_truth(place % PATTERNS).buyer.name)


def _product(place: int) -> str:
    return _first(_truth(place % PATTERNS).lines[0].description)


def _first(text: str) -> str:
    return text.split(maxsplit=1)[0].strip(",").lower()


def _asked(at: office.Office, text: str) -> float:
    begun = time.perf_counter()
    with suppress(errors.UnknownError):  # that there is none is an answer too
        questions.ask(at, text, by=stage.SALES)
    return (time.perf_counter() - begun) * 1000


def _slashed(on: desk.Ground, at: office.Office, chance: random.Random) -> list[float]:
    """Typed by a person, until the answer stands there; each order has its card, as in life."""
    poster = wiring.make_poster(on.chosen)
    times = []
    for place in chance.sample(range(ORDERS), _SLASHED):
        number = _number(place)
        where = poster.post(stage.ORDERS, key=f"order:{number}", text=number)
        with at.store.unit() as books:
            books.cards.keep(cards.Card(f"order:{number}", where.channel, where.ts))
        begun = time.perf_counter()
        shown = on.slack.slash("ben", stage.ORDERS, "/po", _po_number(place))
        times.append((time.perf_counter() - begun) * 1000)
        if not shown or number not in on.slack.as_text(shown[0]):
            raise AssertionError(f"/po {_po_number(place)} did not show {number}.")
    return times
