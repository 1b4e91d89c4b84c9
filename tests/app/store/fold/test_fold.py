import msgspec
import pytest
import sqlalchemy as sa

from app.journal.appending import PostingsUnbalanced, body_bytes
from app.journal.kinds import ALL
from app.journal.kinds.body import Posting
from app.store.books import entry_at
from app.store.fold import FOLDS, fold
from app.store.store import Store
from app.store.tables.customers import customer
from tests.app.store.bookkeeping import a_payment, a_registration, record


def test_every_kind_of_entry_has_its_fold() -> None:
    assert set(FOLDS) == set(ALL)


def test_kinds_not_known_here_and_erased_bodies_change_nothing(store: Store) -> None:
    record(store, a_registration())
    with store.unit_of_work() as uow:
        entry = entry_at(uow.connection, 5)
        assert entry is not None
        fold(uow.connection, msgspec.structs.replace(entry, kind=60_000))
        fold(uow.connection, msgspec.structs.replace(entry, body=None))
        rows = uow.connection.scalar(sa.select(sa.func.count()).select_from(customer))

    assert rows == 1


def test_money_is_checked_again_whoever_wrote_the_entry(store: Store) -> None:
    record(store, a_registration())
    bad = msgspec.structs.replace(a_payment(), postings=[Posting("drawer", 1)])
    with store.unit_of_work() as uow:
        entry = entry_at(uow.connection, 5)
        assert entry is not None
        forged = msgspec.structs.replace(
            entry, kind=bad.NUMBER, kind_version=bad.VERSION, body=body_bytes(bad)
        )
        with pytest.raises(PostingsUnbalanced):
            fold(uow.connection, forged)
