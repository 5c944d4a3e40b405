"""Alembic's entry: it works on the connection, and in the transaction, that `store.upgrade` hands it."""

from alembic import context

from store import tables

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=tables.METADATA,
    render_as_batch=True,  # SQLite can change a table only by copying it
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
