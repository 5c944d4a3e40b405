"""Open the books."""

import sqlalchemy as sa
from alembic import op

from store import columns

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Open the books."""
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blobs")),
    )
    op.create_table(
        "buyers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("payment_terms", sa.Text(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_buyers")),
    )
    with op.batch_alter_table("buyers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_buyers_name"), ["name"], unique=False)

    op.create_table(
        "cards",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("ts", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_cards")),
        sa.UniqueConstraint("channel", "ts", name=op.f("uq_cards_channel_ts")),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("args", columns.Json(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("run_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("began_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("leased_until", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("ended_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("key", name=op.f("uq_jobs_key")),
    )
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_jobs_state_ended_at"), ["state", "ended_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_jobs_state_id_run_at"), ["state", "id", "run_at"], unique=False)

    op.create_table(
        "journal",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", columns.Json(), nullable=False),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal")),
        sa.UniqueConstraint("hash", name=op.f("uq_journal_hash")),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_subject_seq"), ["subject", "seq"], unique=False)

    op.create_table(
        "leases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("until", columns.UtcDateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", columns.Json(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )
    op.create_table(
        "products",
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("sku_key", sa.Text(), nullable=False),
        sa.Column("gtin", sa.Text(), nullable=False),
        sa.Column("gtin_key", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("price", columns.Exact(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("per", columns.Exact(), nullable=False),
        sa.Column("minimum", columns.Exact(), nullable=False),
        sa.Column("multiple", columns.Exact(), nullable=False),
        sa.PrimaryKeyConstraint("sku", name=op.f("pk_products")),
    )
    with op.batch_alter_table("products", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_products_gtin_key"), ["gtin_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_products_sku_key"), ["sku_key"], unique=False)

    op.create_table(
        "buyer_domains",
        sa.Column("buyer", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["buyer"], ["buyers.id"], name=op.f("fk_buyer_domains_buyer_buyers")),
        sa.PrimaryKeyConstraint("buyer", "domain", name=op.f("pk_buyer_domains")),
    )
    with op.batch_alter_table("buyer_domains", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_buyer_domains_domain"), ["domain"], unique=False)

    op.create_table(
        "contacts",
        sa.Column("buyer", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("may_approve", sa.Boolean(name="may_approve"), nullable=False),
        sa.ForeignKeyConstraint(["buyer"], ["buyers.id"], name=op.f("fk_contacts_buyer_buyers")),
        sa.PrimaryKeyConstraint("buyer", "email", name=op.f("pk_contacts")),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contacts_email"), ["email"], unique=False)

    op.create_table(
        "messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("received_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("kept_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["digest"], ["blobs.sha256"], name=op.f("fk_messages_digest_blobs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("mailbox", "message_id", "digest", name=op.f("uq_messages_mailbox_message_id_digest")),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_messages_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_messages_message_id"), ["message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_messages_order_number"), ["order_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_messages_state_id"), ["state", "id"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.Column("body", columns.Json(), nullable=False),
        sa.Column("raw", sa.String(length=64), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("put_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("next_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("carried_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["raw"], ["blobs.sha256"], name=op.f("fk_outbox_raw_blobs")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_external_id"), ["external_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_order_number"), ["order_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_state_next_at"), ["state", "next_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_outbox_stream_state_id"), ["stream", "state", "id"], unique=False)

    op.create_table(
        "part_numbers",
        sa.Column("buyer", sa.Text(), nullable=False),
        sa.Column("theirs_key", sa.Text(), nullable=False),
        sa.Column("theirs", sa.Text(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("taught_by", sa.Text(), nullable=False),
        sa.Column("taught_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["buyer"], ["buyers.id"], name=op.f("fk_part_numbers_buyer_buyers")),
        sa.ForeignKeyConstraint(["sku"], ["products.sku"], name=op.f("fk_part_numbers_sku_products")),
        sa.PrimaryKeyConstraint("buyer", "theirs_key", name=op.f("pk_part_numbers")),
    )
    with op.batch_alter_table("part_numbers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_part_numbers_sku"), ["sku"], unique=False)

    op.create_table(
        "price_tiers",
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("from_quantity", columns.Exact(), nullable=False),
        sa.Column("price", columns.Exact(), nullable=False),
        sa.ForeignKeyConstraint(["sku"], ["products.sku"], name=op.f("fk_price_tiers_sku_products")),
        sa.PrimaryKeyConstraint("sku", "position", name=op.f("pk_price_tiers")),
    )
    op.create_table(
        "orders",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("buyer_id", sa.Text(), nullable=False),
        sa.Column("buyer_name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("po_number", sa.Text(), nullable=False),
        sa.Column("po_key", sa.Text(), nullable=False),
        sa.Column("mail", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sa.Column("touchless", sa.Boolean(name="touchless"), nullable=False),
        sa.Column("doubts", columns.Json(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("proofs", columns.Json(), nullable=False),
        sa.Column("approvers", columns.Json(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("taken_at", columns.UtcDateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.Column("approved_at", columns.UtcDateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["mail"], ["messages.id"], name=op.f("fk_orders_mail_messages")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_orders")),
    )
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_orders_buyer_id_po_key"), ["buyer_id", "po_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_orders_mail"), ["mail"], unique=False)
        batch_op.create_index(batch_op.f("ix_orders_po_key"), ["po_key"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_orders_state_taken_at_number"), ["state", "taken_at", "number"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_orders_taken_at_number"), ["taken_at", "number"], unique=False)
        batch_op.create_index(batch_op.f("ix_orders_thread"), ["thread"], unique=False)

    op.create_table(
        "sightings",
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["message"], ["messages.id"], name=op.f("fk_sightings_message_messages")),
        sa.PrimaryKeyConstraint("mailbox", "folder", "uidvalidity", "uid", name=op.f("pk_sightings")),
    )
    with op.batch_alter_table("sightings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sightings_message"), ["message"], unique=False)

    op.create_table(
        "order_versions",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("body", columns.Json(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["orders.number"], name=op.f("fk_order_versions_number_orders")),
        sa.PrimaryKeyConstraint("number", "version", name=op.f("pk_order_versions")),
    )
    op.create_table(
        "order_words",
        sa.Column("word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["orders.number"], name=op.f("fk_order_words_number_orders")),
        sa.PrimaryKeyConstraint("word", "number", name=op.f("pk_order_words")),
    )
    with op.batch_alter_table("order_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_words_number_word"), ["number", "word"], unique=False)

    op.create_table(
        "order_lines",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("buyer_sku", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("quantity", columns.Exact(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("price", columns.Exact(), nullable=True),
        sa.Column("per", columns.Exact(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["number", "version"],
            ["order_versions.number", "order_versions.version"],
            name=op.f("fk_order_lines_number_order_versions"),
        ),
        sa.PrimaryKeyConstraint("number", "version", "position", name=op.f("pk_order_lines")),
    )
    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_lines_sku"), ["sku"], unique=False)

    _keep_for_ever()


FOR_EVER = ("blobs", "journal", "order_versions", "order_lines")


def _keep_for_ever() -> None:
    """Rows of these tables are never changed and never removed, whatever program holds the database open."""
    if op.get_bind().dialect.name == "sqlite":
        for table in FOR_EVER:
            for act in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is kept for ever: no {act} here'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION kept_for_ever() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is kept for ever: no % here', TG_TABLE_NAME, TG_OP; END $$"
    )
    for table in FOR_EVER:
        op.execute(
            f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kept_for_ever()"
        )


def downgrade() -> None:
    """Not offered: restore the backup that was made before the upgrade."""
    raise NotImplementedError("Restore the backup that was made before the upgrade.")
