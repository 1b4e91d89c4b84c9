from app.store.origins import (
    Origin,
    is_foreign,
    own_number,
    place_of,
    seq_here,
    writer_number_of,
)

ORIGINS = [Origin(3, terminal=7001, epoch=1), Origin(4, terminal=7001, epoch=2)]


def test_an_own_entry_is_named_by_its_sequence_and_another_by_its_place() -> None:
    own = own_number(ORIGINS, 7001, 2)

    assert own == 4
    assert seq_here(place_of(4, 57), own) == 57
    assert seq_here(place_of(3, 57), own) == place_of(3, 57)


def test_where_no_entry_is_ours_all_keep_their_place() -> None:
    assert own_number(ORIGINS, 7002, 1) == 0
    assert seq_here(place_of(3, 57), 0) == place_of(3, 57)


def test_a_place_is_never_a_sequence() -> None:
    assert writer_number_of(place_of(1, 1)) == 1
    assert is_foreign(place_of(1, 1))
    assert not is_foreign((1 << 40) - 1)
