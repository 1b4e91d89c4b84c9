from tests.ui.screens.bulk.samples import bad, good, work
from ui.screens.bulk.rows import MOST_SHOWN, rows_shown


def test_faults_stand_first_and_are_told_with_their_column() -> None:
    rows = rows_shown(work(good(2), bad(3)))

    assert [row.line for row in rows] == [3, 2]
    assert rows[0].title == "Đặng Văn Quyết → chưa rõ nơi đến"
    assert rows[0].detail.startswith("Phường, xã: Chưa rõ")
    assert rows[0].state == "cần sửa"
    assert rows[1].state == "20.000\u00a0đ"
    assert rows[1].detail == "DH-2 · 1.250\u00a0g · Gốm sứ mỹ nghệ"


def test_rows_left_out_and_booked_say_so() -> None:
    file = work(good(2), bad(3)).toggled(3)
    assert [row.state for row in rows_shown(file)][1] == "bỏ"

    assert [row.state for row in rows_shown(file.with_receipt(0, "x"))] == ["đã nhận", "bỏ"]


def test_a_long_file_shows_every_fault_and_a_part_of_the_rest() -> None:
    file = work(*(bad(line) for line in range(2, 302)), *(good(line) for line in range(302, 702)))

    assert len(rows_shown(file)) == 300
    assert len(rows_shown(work(*(good(line) for line in range(2, 702))))) == MOST_SHOWN
