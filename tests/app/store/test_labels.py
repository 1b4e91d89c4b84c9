from app.domain.item_code import make_item_code
from app.journal.kinds.labels import LabelsReceived
from app.store.labels import is_on_a_roll, range_is_free, rolls, status_of, used_between
from app.store.store import Store
from tests.app.store.bookkeeping import record


def a_roll(lo: int = 50_000_001, hi: int = 50_000_100) -> LabelsReceived:
    return LabelsReceived(
        prefix="RA", lo=lo, hi=hi, office="100950", counter="2", clerk_name="Lê Hồng Phúc"
    )


def test_rolls_stand_newest_first(store: Store) -> None:
    record(store, a_roll())
    record(store, a_roll(60_000_000, 60_000_010))

    with store.reading() as connection:
        assert [(roll.prefix, roll.lo) for roll in rolls(connection)] == [
            ("RA", 60_000_000),
            ("RA", 50_000_001),
        ]


def test_both_ends_of_a_roll_are_on_it(store: Store) -> None:
    record(store, a_roll())

    with store.reading() as connection:
        held = [is_on_a_roll(connection, make_item_code("RA", n)) for n in (50_000_001, 50_000_100)]
        beside = [
            is_on_a_roll(connection, make_item_code("RA", n)) for n in (50_000_000, 50_000_101)
        ]
        assert (held, beside) == ([True, True], [False, False])


def test_a_range_is_free_beside_leases_and_rolls(store: Store) -> None:
    record(store, a_roll())

    with store.reading() as connection:
        assert range_is_free(connection, "RA", 50_000_101, 50_000_200)
        assert not range_is_free(connection, "RA", 50_000_100, 50_000_200)
        assert not range_is_free(connection, "RA", 1, 5)


def test_a_label_nobody_used_has_no_status(store: Store) -> None:
    with store.reading() as connection:
        assert status_of(connection, make_item_code("RA", 50_000_001)) == ""
        assert used_between(connection, "RA50000001", "RA50000100") == 0
