"""What all tables share: names of constraints, whole numbers, statements beyond tables."""

from typing import Any

from sqlalchemy import BigInteger, Connection, Integer, MetaData, event

WHOLE = BigInteger().with_variant(Integer, "sqlite")
"""Milliseconds, đồng, sequences: 64 bits everywhere; a STRICT SQLite table knows only INTEGER."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Constraints have the same names on every database, so that a migration can name what it drops."""


def after_create_on_sqlite(statement: str) -> None:
    """Run ``statement`` once the tables stand: triggers and virtual tables of the counter."""

    def run(_target: MetaData, connection: Connection, **_options: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(statement)

    event.listen(metadata, "after_create", run)
