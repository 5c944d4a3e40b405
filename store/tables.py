"""The tables, one for each kind of thing that the desk remembers."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from store.columns import NAMES, Exact, Json, UtcDateTime

METADATA = sa.MetaData(naming_convention=NAMES)

# SQLite numbers rows by itself only in a column of the exact type INTEGER.
Id = sa.BigInteger().with_variant(Integer, "sqlite")
Minor = sa.BigInteger
# Words are looked up by their beginning, which an index can serve only in the order of their bytes.
Word = Text().with_variant(Text(collation="C"), "postgresql")


def _text(name: str, *, index: bool = False) -> "Column[str]":
    return Column(name, Text, nullable=False, default="", index=index)


def _when(name: str, *, nullable: bool = False) -> "Column[datetime]":
    return Column(name, UtcDateTime(), nullable=nullable)


blobs = Table(
    "blobs",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("size", sa.BigInteger, nullable=False),
    Column("media_type", Text, nullable=False),
    _text("name"),
    Column("data", LargeBinary, nullable=False),
)

messages = Table(
    "messages",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("mailbox", Text, nullable=False),
    Column("message_id", Text, nullable=False, index=True),
    Column("digest", ForeignKey("blobs.sha256"), nullable=False, index=True),
    Column("size", sa.BigInteger, nullable=False),
    _when("received_at"),
    _when("kept_at"),
    _text("sender"),
    _text("subject"),
    Column("state", Text, nullable=False),
    _text("reason"),
    _text("order_number", index=True),
    # One mail is one row, however often a server numbers it anew.
    UniqueConstraint("mailbox", "message_id", "digest"),
    Index(None, "state", "id"),
)

sightings = Table(
    "sightings",
    METADATA,
    Column("mailbox", Text, primary_key=True),
    Column("folder", Text, primary_key=True),
    Column("uidvalidity", sa.BigInteger, primary_key=True),
    Column("uid", sa.BigInteger, primary_key=True),
    Column("message", ForeignKey("messages.id"), nullable=False, index=True),
)

outbox = Table(
    "outbox",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("stream", Text, nullable=False),
    Column("kind", Text, nullable=False),
    _text("order_number", index=True),
    Column("body", Json, nullable=False),
    Column("raw", ForeignKey("blobs.sha256"), nullable=True),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    _when("put_at"),
    _when("next_at"),
    _when("carried_at", nullable=True),
    _text("external_id", index=True),
    _text("why"),
    Index(None, "stream", "state", "id"),
    Index(None, "state", "next_at"),
)

cards = Table(
    "cards",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("ts", Text, nullable=False),
    _text("digest"),
    UniqueConstraint("channel", "ts"),
)

journal = Table(
    "journal",
    METADATA,
    Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    _when("at"),
    Column("subject", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", Json, nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Index(None, "subject", "seq"),
)

orders = Table(
    "orders",
    METADATA,
    Column("number", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("seal", String(64), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("total", Minor, nullable=False),
    _text("buyer_id"),
    _text("buyer_name"),
    _text("contact"),
    _text("po_number"),
    _text("po_key", index=True),
    Column("mail", ForeignKey("messages.id"), nullable=True, index=True),
    _text("subject"),
    _text("thread", index=True),
    Column("touchless", Boolean(name="touchless"), nullable=False),
    Column("doubts", Json, nullable=False),
    _text("taken_by"),
    _text("tier"),
    Column("proofs", Json, nullable=False),
    Column("approvers", Json, nullable=False),
    _text("decided_by"),
    _when("decided_at", nullable=True),
    _text("reason"),
    _when("taken_at"),
    _when("confirmed_at", nullable=True),
    _text("approved_by"),
    _when("approved_at", nullable=True),
    Column("reminders", Integer, nullable=False),
    Index(None, "state", "taken_at", "number"),
    Index(None, "taken_at", "number"),
    Index(None, "buyer_id", "po_key"),
)

order_versions = Table(
    "order_versions",
    METADATA,
    Column("number", ForeignKey("orders.number"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("seal", String(64), nullable=False),
    Column("body", Json, nullable=False),
)

order_lines = Table(
    "order_lines",
    METADATA,
    Column("number", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("sku", Text, nullable=False, index=True),
    _text("buyer_sku"),
    Column("description", Text, nullable=False),
    Column("quantity", Exact, nullable=False),
    Column("unit", Text, nullable=False),
    Column("price", Exact, nullable=True),
    Column("per", Exact, nullable=False),
    Column("amount", Minor, nullable=True),
    sa.ForeignKeyConstraint(["number", "version"], ["order_versions.number", "order_versions.version"]),
)

order_words = Table(
    "order_words",
    METADATA,
    Column("word", Word, primary_key=True),
    Column("number", ForeignKey("orders.number"), primary_key=True),
    Index(None, "number", "word"),
)

buyers = Table(
    "buyers",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("currency", String(3), nullable=False),
    _text("country"),
    _text("payment_terms"),
    _text("tier"),
)

contacts = Table(
    "contacts",
    METADATA,
    Column("buyer", ForeignKey("buyers.id"), primary_key=True),
    Column("email", Text, primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    _text("name"),
    Column("may_approve", Boolean(name="may_approve"), nullable=False),
)

buyer_domains = Table(
    "buyer_domains",
    METADATA,
    Column("buyer", ForeignKey("buyers.id"), primary_key=True),
    Column("domain", Text, primary_key=True, index=True),
    Column("position", Integer, nullable=False),
)

products = Table(
    "products",
    METADATA,
    Column("sku", Text, primary_key=True),
    Column("sku_key", Text, nullable=False, index=True),
    Column("gtin", Text, nullable=False),
    Column("gtin_key", Text, nullable=False, index=True),
    Column("description", Text, nullable=False),
    Column("price", Exact, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("unit", Text, nullable=False),
    Column("per", Exact, nullable=False),
    Column("minimum", Exact, nullable=False),
    Column("multiple", Exact, nullable=False),
)

price_tiers = Table(
    "price_tiers",
    METADATA,
    Column("sku", ForeignKey("products.sku"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("tier"),
    Column("from_quantity", Exact, nullable=False),
    Column("price", Exact, nullable=False),
)

part_numbers = Table(
    "part_numbers",
    METADATA,
    Column("buyer", ForeignKey("buyers.id"), primary_key=True),
    Column("theirs_key", Text, primary_key=True),
    Column("theirs", Text, nullable=False),
    Column("sku", ForeignKey("products.sku"), nullable=False, index=True),
    Column("taught_by", Text, nullable=False),
    _when("taught_at"),
)

lessons = Table(
    "lessons",
    METADATA,
    Column("id", Id, primary_key=True),
    _text("buyer", index=True),
    _text("order_number", index=True),
    Column("said", Text, nullable=False),
    # NULL where the correction changed an order and taught nothing
    Column("rule", Json, nullable=True),
    # the address that a rule about a sender is about
    _text("sender", index=True),
    Column("taught_by", Text, nullable=False),
    _when("taught_at"),
    _text("undone_by"),
    _when("undone_at", nullable=True),
)

jobs = Table(
    "jobs",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("args", Json, nullable=False),
    Column("state", Text, nullable=False),
    # NULL is "as soon as possible"
    _when("run_at", nullable=True),
    Column("attempts", Integer, nullable=False, default=0),
    Column("failures", Integer, nullable=False, default=0),
    _when("began_at", nullable=True),
    _text("owner"),
    _when("leased_until", nullable=True),
    _when("ended_at", nullable=True),
    _text("reason"),
    Index(None, "state", "id", "run_at"),
    Index(None, "state", "ended_at"),
)

leases = Table(
    "leases",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    _when("until"),
)

counters = Table(
    "counters",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", sa.BigInteger, nullable=False),
)

marks = Table(
    "marks",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Json, nullable=True),
)

# Rows that nobody may change or remove, whatever program holds the database open.
FOR_EVER = ("blobs", "journal", "order_versions", "order_lines")
