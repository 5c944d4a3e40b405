"""Raw mail and files by the SHA-256 of their bytes, kept for ever."""

import hashlib
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store import rows
from store.tables import blobs


@dataclass(frozen=True, slots=True)
class Blob:
    """A file: its bytes and what they were said to be when they first came."""

    sha256: str
    data: bytes
    media_type: str
    name: str = ""


class Shelf:
    """The blobs as a unit of the books sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, data: bytes, *, media_type: str, name: str = "") -> str:
        """Keep the bytes; their SHA-256 in hex. Bytes that are there already are not kept twice."""
        sha256 = hashlib.sha256(data).hexdigest()
        known = sa.select(blobs.c.sha256).where(blobs.c.sha256 == sha256)
        if self._session.scalar(known) is None:
            values = {"sha256": sha256, "size": len(data), "media_type": media_type, "name": name, "data": data}
            self._session.execute(rows.insert_once(self._session, blobs, values))
        return sha256

    def get(self, sha256: str) -> Blob | None:
        """The file with this hash."""
        row = self._session.execute(sa.select(blobs).where(blobs.c.sha256 == sha256)).one_or_none()
        return Blob(row.sha256, row.data, row.media_type, row.name) if row else None
