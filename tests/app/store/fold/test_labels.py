from dataclasses import asdict

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.item_code import make_item_code
from app.store.fold.labels import labels_to_print, on_a_roll
from app.store.fold.numbers import NumberOutsideLease
from app.store.store import Store
from app.store.tables.acceptance import label_roll
from app.store.verification import verify
from tests.app.store.bookkeeping import a_payment, a_registration, an_acceptance, record
from tests.app.store.test_labels import a_roll

LABEL = make_item_code("RA", 50_000_001)


def test_a_roll_stands_as_it_was_taken_in(store: Store) -> None:
    (entry,) = record(store, a_roll())

    with store.reading() as connection:
        row = connection.execute(sa.select(label_roll)).one()
    assert (row.prefix, row.lo, row.hi, row.seq) == ("RA", 50_000_001, 50_000_100, entry.seq)
    assert verify(store).ok


def test_an_item_with_a_label_from_a_roll_moves_no_lease(store: Store) -> None:
    record(store, a_registration())
    record(store, a_roll())
    item = msgspec.structs.replace(an_acceptance(), code=LABEL)
    record(store, item, msgspec.structs.replace(a_payment(), items=[LABEL]))

    with store.reading() as connection:
        assert on_a_roll(connection, LABEL)
        assert labels_to_print(connection, [LABEL, "RA000000014VN"]) == [("label", "RA000000014VN")]
    assert verify(store).problems == (), asdict(verify(store))


def test_a_number_of_no_lease_and_no_roll_is_refused(store: Store) -> None:
    record(store, a_registration())

    with pytest.raises(NumberOutsideLease):
        record(store, msgspec.structs.replace(an_acceptance(), code=LABEL), a_payment())
