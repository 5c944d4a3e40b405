"""The small shelves: leases, marks, blobs, cards."""

from datetime import UTC, datetime, timedelta

from store import cards, unit

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def take(store: unit.Store, owner: str, at: datetime) -> bool:
    with store.unit() as books:
        return books.leases.take("INBOX", owner=owner, now=at, until=at + MINUTE)


def test_a_lease_is_one_owners_until_it_runs_out(store: unit.Store) -> None:
    assert take(store, "ann", AT)
    assert not take(store, "bob", AT + MINUTE / 2)
    assert take(store, "ann", AT + MINUTE / 2)
    assert not take(store, "bob", AT + MINUTE)
    assert take(store, "bob", AT + 2 * MINUTE)
    assert not take(store, "ann", AT + 2 * MINUTE)


def test_a_lease_given_back_is_free_at_once(store: unit.Store) -> None:
    take(store, "ann", AT)
    with store.unit() as books:
        books.leases.give_back("INBOX", owner="bob")
        assert books.leases.holder("INBOX", now=AT) == "ann"
        books.leases.give_back("INBOX", owner="ann")
        assert books.leases.holder("INBOX", now=AT) is None

    assert take(store, "bob", AT)


def test_a_mark_says_what_was_noted_last(store: unit.Store) -> None:
    with store.unit() as books:
        books.marks.put("sweep", {"uid": 1})
        books.marks.put("sweep", None)
        assert books.marks.get("sweep", "nothing") is None
        assert books.marks.get("other", "nothing") == "nothing"


def test_bytes_are_kept_once_under_their_hash(store: unit.Store) -> None:
    with store.unit() as books:
        first = books.blobs.put(b"%PDF-1.7", media_type="application/pdf", name="po.pdf")
        again = books.blobs.put(b"%PDF-1.7", media_type="application/octet-stream", name="other")
        blob = books.blobs.get(first)

    assert first == again
    assert blob is not None
    assert (blob.data, blob.media_type, blob.name) == (b"%PDF-1.7", "application/pdf", "po.pdf")


def test_hashes_nobody_kept_find_nothing(store: unit.Store) -> None:
    with store.look() as books:
        assert books.blobs.get("0" * 64) is None


def test_a_card_is_found_by_its_key_and_by_its_place(store: unit.Store) -> None:
    with store.unit() as books:
        books.cards.keep(cards.Card("order:SO-10021", "C1", "170.1", "old"))
        books.cards.keep(cards.Card("order:SO-10021", "C1", "170.1", "new"))

    with store.look() as books:
        assert books.cards.get("order:SO-10021") == books.cards.at("C1", "170.1")
        assert books.cards.get("order:SO-10021") == cards.Card("order:SO-10021", "C1", "170.1", "new")
        assert books.cards.at("C1", "170.2") is None


def test_whoever_asks_for_a_turn_gets_the_next_one_that_nobody_has(store: unit.Store) -> None:
    turns = []
    for later in (0, 0, 0, 5):
        with store.unit() as books:
            turns.append(books.leases.reserve("channel", now=AT + later * MINUTE, gap=MINUTE))

    assert turns == [AT, AT + MINUTE, AT + 2 * MINUTE, AT + 5 * MINUTE]
