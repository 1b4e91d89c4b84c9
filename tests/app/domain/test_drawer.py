import pytest

from app.domain.drawer import (
    LARGEST_CASH_VND,
    AmountImpossible,
    Count,
    CountAbsurd,
    CountNegative,
    NoteUnknown,
    check_amount,
    check_count,
)


def test_a_count_adds_up_notes_and_loose_change() -> None:
    count = Count({500_000: 14, 200_000: 9, 1_000: 0}, 700)

    assert count.total_vnd == 8_800_700
    assert count.in_order == ((500_000, 14), (200_000, 9))


@pytest.mark.parametrize(
    ("count", "refusal"),
    [
        (Count({500_000: -1}), CountNegative),
        (Count(loose_vnd=-1), CountNegative),
        (Count({1_000: 1_000_000}), CountAbsurd),
        (Count(loose_vnd=LARGEST_CASH_VND + 1), CountAbsurd),
        (Count({500_000: 19_000, 200_000: 19_000}), CountAbsurd),
        (Count({3_000: 1}), NoteUnknown),
    ],
    ids=["negative", "negative change", "absurd", "absurd change", "absurd sum", "no such note"],
)
def test_counts_that_no_drawer_can_hold_are_refused(count: Count, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_count(count)


@pytest.mark.parametrize("amount_vnd", [0, -1, LARGEST_CASH_VND + 1])
def test_an_amount_moved_is_more_than_nothing_and_fits_a_drawer(amount_vnd: int) -> None:
    check_amount(1)
    with pytest.raises(AmountImpossible):
        check_amount(amount_vnd)
