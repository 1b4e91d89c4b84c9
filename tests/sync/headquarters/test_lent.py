from pathlib import Path

import pytest

from app.domain.leases import Lease, LeaseKind
from sync.headquarters.lent import Lent, LentLine, LentUnwritable

ITEMS = Lease("7-1-RA-1", LeaseKind.ITEM, "RA", 1, 1_000)
RECEIPTS = Lease("7-1-100950-2-1", LeaseKind.RECEIPT, "100950-2", 1, 5_000)


def test_the_list_says_in_order_what_was_lent_and_to_whom(tmp_path: Path) -> None:
    lent = Lent(tmp_path / "list")
    assert lent.missing

    lent.note(7, 1, [ITEMS])
    lent.note(8, 2, [RECEIPTS])

    newest = LentLine(LeaseKind.RECEIPT, "100950-2", 5_000, 8, 2)
    assert not lent.missing
    assert list(lent.all()) == [LentLine(LeaseKind.ITEM, "RA", 1_000, 7, 1), newest]
    assert lent.last() == newest


def test_a_line_that_a_power_cut_spoilt_is_passed_over(tmp_path: Path) -> None:
    lent = Lent(tmp_path / "list")
    lent.note(7, 1, [ITEMS])
    with (tmp_path / "list").open("ab") as file:
        file.write(b"item RA 20\nother RA 7 7 1\n\xff\xfe")

    assert lent.last() == LentLine(LeaseKind.ITEM, "RA", 1_000, 7, 1)


def test_a_list_kept_nowhere_is_never_missing() -> None:
    lent = Lent()
    lent.note(7, 1, [ITEMS])

    assert (lent.missing, lent.last(), list(lent.all())) == (False, None, [])


def test_nothing_is_noted_without_a_range_and_an_empty_list_can_be_begun(tmp_path: Path) -> None:
    lent = Lent(tmp_path / "list")
    lent.note(7, 1, [])
    assert lent.missing

    lent.begin()

    assert not lent.missing
    assert lent.last() is None


def test_a_disk_that_does_not_take_the_line_is_told(tmp_path: Path) -> None:
    with pytest.raises(LentUnwritable):
        Lent(tmp_path / "nowhere" / "list").note(7, 1, [ITEMS])
