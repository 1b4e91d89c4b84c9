"""Hundreds of transactions folded together come to the same as one after the other."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.item_code import make_item_code
from app.journal.entry import Entry
from app.journal.kinds.customers import Change, CustomerEdited
from app.journal.kinds.labels import LabelsReceived
from app.store.tables.customers import customer
from sync.batches import transactions
from sync.headquarters.database import open_postgresql
from sync.headquarters.tables import FOLDED, effect, quarantine
from sync.wire import Ack, unpack
from tests.sync.country import OFFICE, Counter, Country, an_embedded_country
from tests.sync.forgery import forged, journal_of, pushed_by_hand, rechained
from tests.sync.headquarters.test_ingest import held

NOT_COMPARED = {"id", "mark", "customer", "proof", "txn_id", "command_id", "closed_hash"}
"""Row numbers of the database, what is drawn by chance and what follows from keys."""


def a_country(kind: str, folder: Path, request: pytest.FixtureRequest) -> Country:
    folder.mkdir()
    if kind == "sqlite":
        return an_embedded_country(folder)
    url = request.getfixturevalue("postgres_server").new_database()
    return Country(folder, open_postgresql(url))


def a_days_work(counter: Counter) -> None:
    """Registrations, edits, leased and printed numbers, two sales to one customer."""
    roll = LabelsReceived(
        prefix="RA", lo=90_000_001, hi=90_000_100, office="100950", counter="1", clerk_name="Châu"
    )
    counter.record(roll)
    for nth in range(1, 7):
        her = counter.registration(nth, phones=[f"+8490312345{nth}"])
        counter.record(her)
        counter.record(*counter.sale(nth, her.uid))
        item, paid = counter.sale(100 + nth, her.uid)
        code = make_item_code("RA", 90_000_000 + nth)
        counter.record(replace(item, code=code), replace(paid, items=[code]))
        if nth % 2:
            changes = [Change("street", her.street, "Phố Huế")]
            counter.record(
                CustomerEdited(uid=her.uid, base_version=1, changes=changes, citizen=None)
            )


def rows_of(country: Country) -> dict[str, list[tuple[Any, ...]]]:
    found = {}
    with country.headquarters.database.reading() as connection:
        for table in (*FOLDED, effect, quarantine):
            columns = [column for column in table.columns if column.name not in NOT_COMPARED]
            rows = connection.execute(sa.select(*columns)).all()
            found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return found


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_together_and_one_by_one_give_the_same_rows(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = []
    for way in ("together", "one-by-one"):
        country = a_country(kind, tmp_path / way, request)
        counter = country.counter()
        a_days_work(counter)
        journal = journal_of(counter)
        pushes = [journal] if way == "together" else [list(t) for t in transactions(journal)]
        for each in pushes:
            assert pushed_by_hand(counter, each)[0] == 200
        found.append(rows_of(country))
        country.close()

    together, one_by_one = found
    for name, rows in one_by_one.items():
        assert together[name] == rows, name
    assert len(together["shipment"]) == 12
    assert together["quarantine"] == []


def following(*groups: list[Entry]) -> list[Entry]:
    """Several forged transactions as one push."""
    first = groups[0][0].seq
    all_of_them = [each for group in groups for each in group]
    placed = [replace(each, seq=first + place) for place, each in enumerate(all_of_them)]
    return rechained(placed)


def test_one_that_contradicts_the_books_does_not_take_the_others_with_it(
    country: Country,
) -> None:
    counter = country.counter()
    her = counter.registration(1)
    counter.record(her)
    counter.record(*counter.sale(1, her.uid))
    counter.sync()
    item, paid = counter.sale(2, her.uid)
    first = a_receipt_number_of(counter, 1)
    twice = (replace(item, receipt=first, position=7), replace(paid, receipt=first))
    after = counter.sale(3, her.uid)

    status, body = pushed_by_hand(
        counter,
        following(
            forged(counter, counter.registration(2)),
            forged(counter, *twice),
            forged(counter, *after),
        ),
    )

    told = unpack(body, Ack).notices
    assert status == 200
    assert [(each.status, each.code) for each in told] == [("quarantined", "contradicts_books")]
    found = rows_of(country)
    assert {row[0] for row in found["shipment"]} == {make_item_code("RA", nth) for nth in (1, 3)}
    assert len(found["customer"]) == 2
    assert len(found["receipt"]) == 2


def test_each_of_several_that_contradict_the_books_is_found_among_the_others(
    country: Country,
) -> None:
    counter = country.counter()
    her = counter.registration(1)
    counter.record(her)
    for nth in (1, 2, 3):
        counter.record(*counter.sale(nth, her.uid))
    counter.sync()
    taken = {5: 1, 6: 2, 11: 3}
    groups = []
    for nth in range(4, 13):
        item, paid = counter.sale(nth, her.uid)
        if nth in taken:
            used = a_receipt_number_of(counter, taken[nth])
            item, paid = replace(item, receipt=used, position=nth), replace(paid, receipt=used)
        groups.append(forged(counter, item, paid))
    sent = following(*groups)

    _, body = pushed_by_hand(counter, sent)

    told = unpack(body, Ack).notices
    assert [each.seq - sent[0].seq for each in told] == [2, 4, 14]
    assert {each.code for each in told} == {"contradicts_books"}
    good = {make_item_code("RA", nth) for nth in range(1, 13) if nth not in taken}
    assert {row[0] for row in rows_of(country)["shipment"]} == good


def a_receipt_number_of(counter: Counter, nth: int) -> str:
    return f"{OFFICE}-{counter.number}-{nth:07}"


@pytest.mark.parametrize(
    "field", ["number", "uid", "id", "version", "erased", "of_uid", "organisation", "no such field"]
)
def test_an_edit_of_what_nobody_may_edit_is_held_and_the_chain_goes_on(
    country: Country, field: str
) -> None:
    counter = country.counter()
    her, other = counter.registration(1), counter.registration(2)
    counter.record(her)
    counter.record(other)
    counter.sync()
    change = Change(field, None, other.uid.hex())
    mad = CustomerEdited(uid=her.uid, base_version=1, changes=[change], citizen=None)

    status, _ = pushed_by_hand(counter, forged(counter, mad))

    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "impossible")
    with country.headquarters.database.reading() as connection:
        stands = connection.execute(sa.select(customer.c.number, customer.c.version)).all()
    assert sorted(map(tuple, stands)) == [(her.number, 1), (other.number, 1)]
