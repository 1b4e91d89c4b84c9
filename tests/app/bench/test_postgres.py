"""A server of the wheel's, as the tests of headquarters use it."""

import sqlalchemy as sa

from app.bench.postgres import Postgres, postgres


def test_each_database_is_empty_and_its_own(postgres_server: Postgres) -> None:
    one, other = (postgres_server.new_database() for _ in range(2))

    for url in (one, other):
        engine = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
        with engine.begin() as connection:
            connection.execute(sa.text("CREATE TABLE here (n INTEGER)"))
            assert connection.scalar(sa.text("SELECT count(*) FROM here")) == 0
        engine.dispose()


def test_a_durable_server_flushes_every_commit() -> None:
    with postgres(durable=True) as server:
        url = sa.make_url(server.new_database()).set(drivername="postgresql+psycopg")
        engine = sa.create_engine(url)
        with engine.connect() as connection:
            assert connection.scalar(sa.text("SHOW fsync")) == "on"
        engine.dispose()
