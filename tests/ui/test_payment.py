import pytest

from ui.payment import Due, due, is_unlikely


def test_the_money_can_be_taken_when_nothing_is_missing() -> None:
    assert due(82_296, 100_000, "") == Due(82_296, 17_704, "")
    assert due(82_296, 82_296, "") == Due(82_296, 0, "")


def test_what_the_items_lack_is_named_first() -> None:
    assert due(0, 100_000, "Còn thiếu: khối lượng.").missing == "Còn thiếu: khối lượng."


def test_money_not_yet_given_is_named() -> None:
    assert "F9" in due(82_296, None, "").missing


def test_too_little_money_says_how_much_more() -> None:
    short = due(82_296, 80_000, "")

    assert short.change_vnd is None
    assert "2.296" in short.missing


def test_nothing_to_pay_asks_for_no_money() -> None:
    assert due(0, None, "") == Due(0, 0, "")


@pytest.mark.parametrize(
    ("tendered_vnd", "unlikely"), [(822_959, False), (822_960, True), (9_000_000, True)]
)
def test_ten_times_the_sum_is_hardly_meant(tendered_vnd: int, unlikely: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_unlikely(82_296, tendered_vnd) is unlikely


def test_money_given_when_nothing_is_due_is_hardly_meant() -> None:
    assert is_unlikely(0, 500_000)
    assert not is_unlikely(0, 0)
