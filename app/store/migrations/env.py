"""Alembic's entry: the caller hands over an open connection; nothing of the live code is used."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
