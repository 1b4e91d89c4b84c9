from dataclasses import replace

import pytest

from app.domain.leases import Lease, LeaseKind, LeasesOverlap, WrongLease, check_leases
from app.messages import text_for

PARCELS = Lease("a", LeaseKind.ITEM, "CP", 1_000, 1_999)


def test_ranges_that_touch_without_sharing_a_number_are_fine() -> None:
    check_leases([PARCELS, replace(PARCELS, lease_id="b", lo=2_000, hi=2_999)])


def test_the_same_serials_under_another_prefix_are_other_numbers() -> None:
    check_leases([PARCELS, replace(PARCELS, lease_id="b", prefix="RR")])


def test_the_same_lease_sent_twice_is_one_lease() -> None:
    check_leases([PARCELS, PARCELS])


def test_two_ranges_that_share_one_number_are_refused_and_both_are_named() -> None:
    shared = replace(PARCELS, lease_id="b", lo=1_999, hi=3_000)

    with pytest.raises(LeasesOverlap) as refused:
        check_leases([shared, PARCELS])

    assert "CP từ 1000 đến 1999 trùng với dãy từ 1999 đến 3000" in text_for(refused.value)


@pytest.mark.parametrize(
    ("lo", "hi"), [(5, 4), (-1, 4), (0, 100_000_000)], ids=["backwards", "negative", "too long"]
)
def test_a_range_that_no_number_can_come_from_is_refused(lo: int, hi: int) -> None:
    with pytest.raises(WrongLease):
        check_leases([replace(PARCELS, lo=lo, hi=hi)])


def test_one_lease_id_cannot_stand_for_two_ranges() -> None:
    with pytest.raises(WrongLease):
        check_leases([PARCELS, replace(PARCELS, lo=5_000, hi=6_000)])
