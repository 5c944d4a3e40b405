"""Put something to be said into the outbox, in the caller's transaction: it is rendered now and carried later."""

from collections.abc import Sequence

from bot import office
from bot.say import cards, letters
from parsers import readers
from store import outbox, unit
from store.columns import JSON


def card(desk: office.Office, books: unit.Unit, key: str, channel: str, shown: cards.Card) -> None:
    """The one message under `key`: posted once, from then on edited in place."""
    body: dict[str, JSON] = {"card": key, "channel": channel, "text": shown.text, "blocks": shown.blocks}
    _put(desk, books, outbox.Parcel(f"card:{desk.chance()}", key, outbox.Kind.CARD, body))


def diary(desk: office.Office, books: unit.Unit, number: str, entries: Sequence[str]) -> None:
    """One message of these entries in the thread of the order's card."""
    key = f"order:{number}"
    body = {"card": key, "text": "\n".join(entries)}
    _put(desk, books, outbox.Parcel(f"diary:{desk.chance()}", key, outbox.Kind.POST, body, order_number=number))


def file(desk: office.Office, books: unit.Unit, key: str, came: readers.File) -> None:
    """A file in the thread of the card under `key`."""
    body = {"card": key, "name": came.name}
    parcel = outbox.Parcel(
        f"file:{desk.chance()}", key, outbox.Kind.FILE, body, raw=came.data, media_type=came.media_type
    )
    _put(desk, books, parcel)


def letter(desk: office.Office, books: unit.Unit, number: str, written: letters.Letter, *, version: int = 0) -> None:
    """A letter, exactly as it will go out; `version` is the one of the order that it shows."""
    body: dict[str, JSON] = {
        "version": version,
        "letter": written.kind,
        "to": written.to,
        "subject": written.subject,
        "message_id": written.message_id,
    }
    key = f"letter:{written.message_id}"
    stream = f"letters:{number or written.to}"
    parcel = outbox.Parcel(key, stream, outbox.Kind.LETTER, body, order_number=number, raw=written.raw)
    _put(desk, books, parcel)


def _put(desk: office.Office, books: unit.Unit, parcel: outbox.Parcel) -> None:
    books.outbox.put(parcel, at=desk.now())
