from app.domain.daily_report import PLACE_BITS
from app.store.origins import place_of


def test_places_of_different_writers_never_meet() -> None:
    last_of_one, first_of_next = place_of(1, 2**PLACE_BITS - 1), place_of(2, 1)

    assert last_of_one < first_of_next
    assert place_of(2, 1) != place_of(1, 2)
