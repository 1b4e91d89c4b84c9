import msgspec
import pytest
import sqlalchemy as sa

from app.domain.drawer import Movement
from app.journal.kinds.shifts import ShiftClosed, ShiftOpened
from app.store.drawer import open_shift_of
from app.store.fold.shifts import drawer_of
from app.store.store import Store
from app.store.tables.shifts import cash_count, cash_movement
from tests.app.services.bookkeeping import last_body
from tests.builders import a_command_id
from tests.shift_builders import FLOAT_VND, closed, counted, moved, opened


def record(store: Store, body: ShiftOpened | ShiftClosed) -> None:
    with store.unit_of_work() as uow:
        uow.record([body], command_id=a_command_id(), clerk=1)
        uow.commit()


def test_a_drawer_is_named_by_all_but_the_last_part_of_a_shift() -> None:
    assert drawer_of("100950-2-C00001") == "100950-2"
    assert drawer_of("100950-2-E2-C00001") == "100950-2-E2"


def test_counts_and_movements_are_rows_of_their_shift(counter: Store) -> None:
    shift = opened(counter).shift
    moved(counter, Movement.NO_SALE)
    counted(counter, FLOAT_VND)

    with counter.reading() as connection:
        moves = connection.execute(sa.select(cash_movement.c.shift, cash_movement.c.movement)).all()
        counts = connection.execute(sa.select(cash_count.c.shift, cash_count.c.ordinal)).all()
    assert [tuple(row) for row in moves] == [(shift, "no_sale")]
    assert [tuple(row) for row in counts] == [(shift, 1)]


def test_a_second_open_shift_of_one_drawer_contradicts_the_books(counter: Store) -> None:
    opened(counter)
    body = last_body(counter)
    assert isinstance(body, ShiftOpened)

    with pytest.raises(sa.exc.IntegrityError):
        record(counter, msgspec.structs.replace(body, shift="100950-2-C00002", serial=2))

    with counter.reading() as connection:
        assert open_shift_of(connection, "100950-2") is not None


def test_what_is_not_open_cannot_be_closed(counter: Store) -> None:
    opened(counter)
    closed(counter, FLOAT_VND)
    body = last_body(counter)
    assert isinstance(body, ShiftClosed)

    with pytest.raises(ValueError, match="not open"):
        record(counter, body)
