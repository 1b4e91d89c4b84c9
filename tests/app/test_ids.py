from app.ids import new_id


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
