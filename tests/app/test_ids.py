from random import Random

from app.ids import drawn_from, new_id


def test_an_id_is_a_version_7_uuid_that_begins_with_its_milliseconds() -> None:
    made = new_id(1_700_000_000_123)

    assert len(made) == 16
    assert int.from_bytes(made[:6], "big") == 1_700_000_000_123
    assert made[6] >> 4 == 7
    assert made[8] >> 6 == 0b10


def test_ids_of_one_millisecond_differ() -> None:
    assert len({new_id(5) for _ in range(10_000)}) == 10_000


def test_later_ids_sort_after_earlier_ones() -> None:
    assert new_id(1_000) < new_id(1_001)


def test_a_simulation_draws_the_same_ids_again_and_nobody_else_does() -> None:
    def three() -> list[bytes]:
        with drawn_from(Random(1).randbytes):
            return [new_id(5) for _ in range(3)]

    assert three() == three()
    assert new_id(5) not in three()
