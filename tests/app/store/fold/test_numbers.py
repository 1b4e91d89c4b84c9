import pytest
import sqlalchemy as sa

from app.store.fold.numbers import NumberOutsideLease, pass_number, use_number
from app.store.store import Store
from app.store.tables.station import lease


def test_a_lease_moves_on_and_never_back(store: Store) -> None:
    with store.unit_of_work() as uow:
        use_number(uow.connection, "item", "RA", 10, "RA…")
        use_number(uow.connection, "item", "RA", 3, "RA…")
        following = uow.connection.execute(
            sa.select(lease.c.next).where(lease.c.prefix == "RA")
        ).scalar_one()

    assert following == 11


@pytest.mark.parametrize(
    ("kind", "prefix", "serial"),
    [
        ("item", "RA", 901),
        ("item", "RA", 0),
        ("item", "CA", 1),
        ("customer", "RA", 1),
    ],
)
def test_a_number_that_was_never_leased_is_refused(
    store: Store, kind: str, prefix: str, serial: int
) -> None:
    with store.unit_of_work() as uow:
        assert not pass_number(uow.connection, kind, prefix, serial)
        with pytest.raises(NumberOutsideLease):
            use_number(uow.connection, kind, prefix, serial, "x")
