"""Whoever holds one of the merged customers hears of the others, whatever their province."""

import msgspec
import sqlalchemy as sa

from app.domain.customer_number import make_customer_number
from app.store.merges_heard import MergeRow
from app.store.snapshot import CustomerRow
from app.store.tables.customers import customer
from sync.headquarters.tables import feed
from tests.sync.country import Country
from tests.sync.test_subjects import merged, two_customers


def test_both_provinces_hear_of_a_merge_and_of_both_customers(country: Country) -> None:
    counter = country.counter()
    winner, loser = two_customers(counter)
    hue = make_customer_number("4626", 1)
    with country.headquarters.database.writing() as connection:
        connection.execute(
            sa.update(customer).where(customer.c.uid == loser.uid).values(number=hue)
        )
    counter.record(merged(winner, loser))
    assert counter.sync().problem == ""

    with country.headquarters.database.reading() as connection:
        rows = connection.execute(sa.select(feed.c.scope, feed.c.entity, feed.c.body)).all()
    told = {
        (row.scope, msgspec.msgpack.decode(row.body, type=CustomerRow).number)
        for row in rows
        if row.entity == "customer"
    }
    merges = [
        (row.scope, msgspec.msgpack.decode(row.body, type=MergeRow).loser)
        for row in rows
        if row.entity == "merge"
    ]
    assert {("P:01", hue), ("P:46", winner.number), ("P:46", hue)} <= told
    assert sorted(merges) == [("P:01", loser.uid), ("P:46", loser.uid)]
