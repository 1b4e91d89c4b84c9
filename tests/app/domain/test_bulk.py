from app.domain.bulk import CheckedRow, RowProblem
from app.domain.drafts import ItemEntry


def test_a_row_is_good_when_nothing_is_wrong_with_it() -> None:
    wrong = RowProblem("phone", "Điện thoại", "Thiếu số.")

    assert CheckedRow(2, ItemEntry(), "", ()).is_good
    assert not CheckedRow(2, ItemEntry(), "", (wrong,)).is_good
